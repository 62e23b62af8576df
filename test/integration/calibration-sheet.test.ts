/** The calibration sheet read back from its PDF: every mark where it says it is, with and without an adjustment. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calibrationSheet } from '../../electron/documents/certificates/calibrationSheet';
import { drawCertificates, measureFor } from '../../electron/documents/certificates/draw';
import { parseLayout } from '../../shared/domain/layout';
import { calibrate } from '../../shared/domain/layout/calibrate';
import type { DisplayText } from '../../shared/domain/layout/display';
import { displayList } from '../../shared/domain/layout/sheet';
import { readPdf } from '../helpers/readPdf';
import { darkestEdge, has } from '../helpers/sheetChecks';

const fontsDir = join(__dirname, '..', '..', 'resources', 'fonts');
const SIZES = [
  [297, 210],
  [210, 297],
  [420, 297],
  [297, 420],
  [400, 300],
  [210, 148],
  [120, 100],
] as const;
const CALIBRATION = { dx: 0.8, dy: -1.2, scale: 0.997 };

const drawn = (w: number, h: number, calibration?: typeof CALIBRATION) =>
  drawCertificates({
    layout: calibrationSheet(w, h),
    records: [{}],
    mode: 'full',
    fontsDir,
    ...(calibration ? { calibration } : {}),
  });

describe.each(SIZES)('%d × %d mm', (w, h) => {
  it.each([undefined, CALIBRATION])('text stands where the sheet says (%o)', async (calibration) => {
    const layout = parseLayout(calibrationSheet(w, h));
    const [page] = await readPdf((await drawn(w, h, calibration)).pdf);
    expect(page!.w).toBeCloseTo(w, 3);
    expect(page!.h).toBeCloseTo(h, 3);
    const { dx, dy, scale } = calibration ?? { dx: 0, dy: 0, scale: 1 };
    const lines = displayList(layout, {}, measureFor(fontsDir), 'full')
      .items.filter((item): item is DisplayText => item.kind === 'text')
      .flatMap((item) => item.lines);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const [x, y] = [dx + scale * line.x, dy + scale * line.baseline];
      const near = page!.texts.some((one) => Math.abs(one.x - x) < 0.05 && Math.abs(one.y - y) < 0.05);
      expect(near, line.text).toBe(true);
      expect(line.x).toBeGreaterThan(5);
      expect(line.x + line.width, line.text).toBeLessThan(w - 5);
    }
  });
});

/** Darkness of a rendered page at a place in millimetres, 0 white to 255 black. */
async function rendered(w: number, h: number, calibration?: typeof CALIBRATION) {
  const dir = mkdtempSync(join(tmpdir(), 'sheet-'));
  try {
    writeFileSync(join(dir, 'a.pdf'), (await drawn(w, h, calibration)).pdf);
    execFileSync('pdftoppm', ['-r', '508', '-gray', join(dir, 'a.pdf'), join(dir, 'a')]);
    const bytes = readFileSync(join(dir, 'a-1.pgm'));
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))!;
    const wide = Number(head[1]);
    return (x: number, y: number) =>
      255 - (bytes[head[0].length + Math.floor(y * 20) * wide + Math.floor(x * 20)] as number);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

describe.skipIf(!has('pdftoppm'))('rendered', () => {
  it('crosshairs and gauges stand on their coordinates', { timeout: 60_000 }, async () => {
    const dark = await rendered(297, 210);
    for (const [x, y] of [
      [25, 25],
      [272, 25],
      [25, 185],
      [272, 185],
      [148.5, 105],
    ] as const) {
      expect(dark(x + 6.5, y)).toBeGreaterThan(120);
      expect(dark(x + 6.5, y + 0.25)).toBeLessThan(40);
      expect(dark(x, y - 6.5)).toBeGreaterThan(120);
      expect(dark(x + 0.25, y - 6.5)).toBeLessThan(40);
    }
    expect(dark(106.6, 160)).toBeGreaterThan(120);
    expect(dark(206.4, 160)).toBeGreaterThan(120);
    expect(dark(206.8, 160)).toBeLessThan(40);
    expect(dark(106.5, 60.2)).toBeGreaterThan(120);
    expect(dark(106.5, 59.6)).toBeLessThan(40);
  });
  it('nothing is inked outside the dashed line', { timeout: 60_000 }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'sheet-'));
    expect(darkestEdge((await drawn(297, 210)).pdf, dir)).toBeGreaterThan(250);
    rmSync(dir, { recursive: true, force: true });
  });
});

describe('what was measured becomes an adjustment', () => {
  const page = { w: 297, h: 210 };
  /** What a ruler reads of a printer that moves and scales what it gets. */
  const printed = (ox: number, oy: number, size: number, with_ = { dx: 0, dy: 0, scale: 1 }) => {
    const x = (p: number) => ox + size * (with_.dx + with_.scale * p);
    const y = (p: number) => oy + size * (with_.dy + with_.scale * p);
    return { ax: x(25), bx: x(272), ay: y(25), cy: y(185), across: size * 100 * with_.scale, down: null };
  };
  it.each([
    [0, 0, 1],
    [-0.8, 1.2, 1],
    [1.3, -2.4, 0.998],
    [-3, 0.7, 1.003],
  ])('the marks come to their places (%d, %d, %d)', (ox, oy, size) => {
    const found = calibrate(page, printed(ox, oy, size));
    for (const [x, y] of [
      [25, 25],
      [272, 185],
    ] as const) {
      expect(Math.abs(ox + size * (found.dx + found.scale * x) - x)).toBeLessThan(0.1);
      expect(Math.abs(oy + size * (found.dy + found.scale * y) - y)).toBeLessThan(0.1);
    }
    expect(found.warnings).toEqual([]);
  });
  it('a sheet printed with an adjustment that is right asks for the same again', () => {
    const first = calibrate(page, printed(1.3, -2.4, 0.998));
    const again = calibrate(page, printed(1.3, -2.4, 0.998, first), first);
    expect([again.dx, again.dy]).toEqual([first.dx, first.dy]);
    expect(again.scale).toBeCloseTo(first.scale, 4);
  });
  it('a page made to fit, a slip of the ruler and a gauge that disagrees are told', () => {
    expect(calibrate(page, printed(4, 4, 0.97)).warnings).toContain('fit');
    expect(calibrate(page, { ax: 25, bx: 272, ay: 25, cy: 186 }).warnings).toContain('uneven');
    expect(calibrate(page, { ax: 25, bx: 272, ay: 25, cy: 185, across: 98 }).warnings).toEqual(['gauge']);
    expect(calibrate(page, { ax: 40, bx: 287, ay: 25, cy: 185 }).warnings).toEqual(['far']);
  });
});
