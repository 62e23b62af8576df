/** The preview agrees with the PDF: in a real browser every run starts, and every line ends, where the core says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawCertificates, measureFor } from '../../electron/documents/certificates/draw';
import { fontFile } from '../../electron/documents/fonts';
import { LayoutPreview } from '../../renderer/features/certificates/LayoutPreview';
import type { DisplayPage } from '../../shared/domain/layout/display';
import { flattenRecord } from '../../shared/domain/layout/fields';
import { isFontKey } from '../../shared/domain/layout/fontFiles';
import { parseLayout } from '../../shared/domain/layout/schema';
import { displayList } from '../../shared/domain/layout/sheet';
import unpackChromium from '../e2e/fixtures/chromium';
import { readPdf } from '../helpers/readPdf';

const root = join(__dirname, '..', '..');
const fontsDir = join(root, 'resources', 'fonts');
const folder = join(root, 'resources', 'layouts');
const directory = mkdtempSync(join(tmpdir(), 'preview-'));
let browser: Browser;

beforeAll(async () => {
  await unpackChromium();
  browser = await chromium.launch({
    executablePath: process.env.SO_CHROMIUM ?? '',
    args: ['--headless=shell', '--no-sandbox', '--disable-gpu'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(directory, { recursive: true, force: true });
});

function htmlOf(page: DisplayPage): string {
  const faces = page.fonts
    .filter(isFontKey)
    .map(
      (key) =>
        `@font-face{font-family:"sheet-${key}";src:url("${pathToFileURL(fontFile(key, fontsDir)).href}")}`,
    );
  const svg = renderToStaticMarkup(<LayoutPreview page={page} label="sheet" />).replace(
    'visibility="hidden"',
    '',
  );
  return `<!doctype html><meta charset="utf-8"><style>${faces.join('')}</style><body>${svg}</body>`;
}

/** Runs in the page: the greatest distance of a run's start or a line's end from the display list, in millimetres. */
function worstDistance(page: DisplayPage): { start: number; end: number; runs: number } {
  const worst = { start: 0, end: 0, runs: 0 };
  for (const item of page.items) {
    if (item.kind !== 'text') continue;
    const spans = Array.from(
      document.querySelectorAll(`text[data-item="${item.id}"] tspan`),
    ) as SVGTSpanElement[];
    let at = 0;
    for (const line of item.lines) {
      for (const [i, run] of line.runs.entries()) {
        const span = spans[at++] as SVGTSpanElement;
        const start = span.getStartPositionOfChar(0);
        worst.start = Math.max(worst.start, Math.abs(start.x - run.x), Math.abs(start.y - line.baseline));
        worst.runs++;
        if (i < line.runs.length - 1) continue;
        const tracking = ((item.tracking / 1000) * item.size * 25.4) / 72;
        const end = span.getEndPositionOfChar(run.text.length - 1).x;
        const off = Math.min(
          Math.abs(end - line.x - line.width),
          Math.abs(end - tracking - line.x - line.width),
        );
        worst.end = Math.max(worst.end, off);
      }
    }
  }
  return worst;
}

/** Runs in the page: where the first letter of each line of text stands on the sheet, millimetres, by the pixels shown. */
function shownLines(page: DisplayPage): { text: string; x: number; y: number }[] {
  const sheet = document.querySelector('svg') as SVGSVGElement;
  const frame = sheet.getBoundingClientRect();
  const scale = frame.width / page.w;
  return page.items.flatMap((item) => {
    if (item.kind !== 'text') return [];
    const spans = Array.from(document.querySelectorAll(`svg > g > text[data-item="${item.id}"] tspan`));
    let at = 0;
    return item.lines.map((line) => {
      const span = spans[at] as SVGTSpanElement;
      at += line.runs.length;
      const { x, y } = span.getStartPositionOfChar(0);
      const point = new DOMPoint(x, y).matrixTransform(span.getScreenCTM() as DOMMatrix);
      return { text: line.text, x: (point.x - frame.left) / scale, y: (point.y - frame.top) / scale };
    });
  });
}

it.each(readdirSync(folder))('%s', { timeout: 60_000 }, async (name) => {
  const layout = parseLayout(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const display = displayList(layout, flattenRecord(layout.sample), measureFor(fontsDir), 'full');
  const file = join(directory, `${layout.id}.html`);
  writeFileSync(file, htmlOf(display));
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  try {
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready);
    const worst = await page.evaluate(worstDistance, display);
    expect(worst.runs).toBeGreaterThan(20);
    expect(worst.start).toBeLessThan(0.01);
    expect(worst.end).toBeLessThan(0.15);
    const lines = await page.evaluate(shownLines, display);
    const records = [flattenRecord(layout.sample)];
    const { pdf } = await drawCertificates({ layout, records, mode: 'full', fontsDir });
    const [sheet] = await readPdf(pdf);
    for (const { text, x, y } of lines) {
      const near = Math.min(...(sheet?.texts ?? []).map((one) => Math.hypot(one.x - x, one.y - y)));
      expect(near, text).toBeLessThan(0.3);
    }
  } finally {
    await page.close();
  }
});
