/** Every item in the PDF stands where the layout says, with the calibration of the printer applied exactly. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { drawCertificates, measureFor } from '../../electron/documents/certificates/draw';
import { flattenRecord, type Layout, parseLayout } from '../../shared/domain/layout';
import type { DisplayItem, DisplayPage, Matrix } from '../../shared/domain/layout/display';
import { FONT_FILES, type FontKey } from '../../shared/domain/layout/fontFiles';
import { displayList } from '../../shared/domain/layout/sheet';
import { readPdf } from '../helpers/readPdf';

const fontsDir = join('resources', 'fonts');
const measure = measureFor(fontsDir);
const layouts = readdirSync('resources/layouts').map((file) =>
  parseLayout(JSON.parse(readFileSync(join('resources/layouts', file), 'utf8'))),
);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const POINT = 25.4 / 72;

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

interface Mark {
  kind: 'path' | 'image';
  x: number;
  y: number;
}

/** Where each path begins, each code has its first module, each picture its lower left corner: as the layout says. */
function wanted(page: DisplayPage, items: readonly DisplayItem[], m: Matrix, out: Mark[]): Mark[] {
  for (const item of items) {
    if (item.kind === 'path') {
      const [x, y] = (item.d.match(/-?[\d.]+/g) ?? []).map(Number);
      const paints = item.fill !== undefined || (item.stroke !== undefined && (item.sw ?? 0) > 0);
      if (paints) push(out, 'path', apply(m, x as number, y as number));
    } else if (item.kind === 'use') {
      for (const at of item.at) wanted(page, page.symbols[item.ref] ?? [], times(m, at), out);
    } else if (item.kind === 'group') {
      wanted(page, item.items, item.matrix ? times(m, item.matrix) : m, out);
    } else if (item.kind === 'code') {
      const [column = 0, line = 0] = item.rects;
      push(out, 'path', apply(m, item.x + column * item.module, item.y + line * item.module));
    } else if (item.kind === 'image') {
      const side = Math.min(item.w, item.h);
      push(out, 'image', apply(m, item.x + (item.w - side) / 2, item.y + (item.h + side) / 2));
    }
  }
  return out;
}

function push(out: Mark[], kind: Mark['kind'], [x, y]: [number, number]): void {
  out.push({ kind, x, y });
}

/** The same read back from the operators of the PDF. */
async function found(pdf: Uint8Array, height: number): Promise<Mark[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks: Mark[] = [];
  const stack: Matrix[] = [];
  let m: Matrix = IDENTITY;
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i];
    if (fn === OPS.save) stack.push(m);
    else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) m = stack.pop() ?? IDENTITY;
    else if (fn === OPS.transform) m = times(m, args as unknown as Matrix);
    else if (fn === OPS.paintFormXObjectBegin) {
      stack.push(m);
      if (args[0]) m = times(m, args[0] as Matrix);
    } else if (fn === OPS.constructPath && args[0] !== OPS.endPath) {
      const data = (args[1] as ArrayLike<number>[])[0] as ArrayLike<number>;
      toMark(marks, 'path', apply(m, data[1] as number, data[2] as number), height);
    } else if (fn === OPS.paintImageXObject) toMark(marks, 'image', apply(m, 0, 0), height);
  }
  await task.destroy();
  return marks;
}

function toMark(marks: Mark[], kind: Mark['kind'], [x, y]: [number, number], height: number): void {
  marks.push({ kind, x: x * POINT, y: height - y * POINT });
}

const shifts = [
  { dx: 0, dy: 0, scale: 1 },
  { dx: 0.8, dy: -1.2, scale: 0.997 },
];

function compare(marks: readonly Mark[], back: readonly Mark[], shift: (typeof shifts)[number]): number {
  expect(back.map((mark) => mark.kind)).toEqual(marks.map((mark) => mark.kind));
  return marks.reduce((worst, mark, i) => {
    const one = back[i] as Mark;
    const x = shift.dx + shift.scale * mark.x;
    const y = shift.dy + shift.scale * mark.y;
    return Math.max(worst, Math.abs(one.x - x), Math.abs(one.y - y));
  }, 0);
}

async function drawn(sheet: Layout, calibration: (typeof shifts)[number]) {
  const record = flattenRecord(sheet.sample);
  const images = { 'unit.emblem': PNG };
  const page = displayList(sheet, record, measure, 'full', { images: new Set(Object.keys(images)) });
  const { pdf } = await drawCertificates({
    ...{ layout: sheet, records: [record], mode: 'full', calibration, images, fontsDir },
  });
  return { page, pdf };
}

describe.each(layouts.map((sheet) => [sheet.id, sheet] as const))('%s', (_, sheet) => {
  it.each(shifts)('art, codes and pictures within 0,1 mm at %o', async (shift) => {
    const { page, pdf } = await drawn(sheet, shift);
    const marks = wanted(page, page.items, IDENTITY, []);
    const back = await found(pdf, sheet.page.h);
    expect(compare(marks, back, shift)).toBeLessThan(0.02);
  });

  it('every line of text within 0,1 mm, shifted and scaled', async () => {
    const shift = shifts[1] as (typeof shifts)[number];
    const { page, pdf } = await drawn(sheet, shift);
    const [back] = await readPdf(pdf);
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      for (const line of item.lines) {
        const [x, y] = [shift.dx + shift.scale * line.x, shift.dy + shift.scale * line.baseline];
        const near = back?.texts.some((one) => Math.hypot(one.x - x, one.y - y) < 0.1);
        expect(near, line.text).toBe(true);
      }
    }
  });
});

/** A Ă Â … Ỵ Đ: every vowel with every tone, both cases, with đ. */
function accented(): string[] {
  const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const small = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  const marked = [...small.filter((letter) => letter > '\u007f'), 'đ'];
  return [...marked, ...marked.map((letter) => letter.toLocaleUpperCase('vi'))];
}

describe('letters', () => {
  it('are 134', () => expect(new Set(accented()).size).toBe(134));

  it.each(Object.keys(FONT_FILES) as FontKey[])('%s draws all of them itself, each its own shape', (key) => {
    const shapes = accented().map((letter) => {
      const [span, more] = measure.spans(key, letter, true);
      expect(more, letter).toBeUndefined();
      expect(span).toMatchObject({ font: key, missing: '' });
      return measure.outline(key, letter, { x: 0, y: 0, scale: 10, tracking: 0 });
    });
    expect(new Set(shapes).size).toBe(134);
    expect(shapes).not.toContain('');
  });

  it.each(Object.keys(FONT_FILES) as FontKey[])('%s is embedded and read back from the PDF', async (key) => {
    const base = layouts[0] as Layout;
    const items = [accented().slice(0, 67), accented().slice(67)].map((letters, i) => ({
      ...{
        type: 'text' as const,
        id: `t${i}`,
        text: letters.join(' '),
        x: 10,
        y: 20 + i * 40,
        w: 280,
        h: 30,
      },
      ...{ font: key, size: 9, colour: '#000000', align: 'left' as const, valign: 'top' as const },
      fit: { mode: 'flow' as const, lineHeight: 1.6 },
    }));
    const layout = { ...base, symbols: {}, items };
    const { pdf } = await drawCertificates({ layout, records: [{}], mode: 'full', fontsDir });
    const [page] = await readPdf(pdf);
    const text = (page?.texts ?? []).map((one) => one.text).join('');
    for (const letter of accented()) expect(text, letter).toContain(letter);
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/FontFile2/g),
    ).toHaveLength(1);
  });
});
