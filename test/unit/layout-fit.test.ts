import { describe, expect, it } from 'vitest';
import type { DisplayText } from '../../shared/domain/layout/display';
import { cleanText, fillTemplate, flattenRecord } from '../../shared/domain/layout/fields';
import type { Measure } from '../../shared/domain/layout/measure';
import { type Layout, parseLayout } from '../../shared/domain/layout/schema';
import { displayList } from '../../shared/domain/layout/sheet';

const POINT = 25.4 / 72;

/** A font of half-em letters and 0.7 em capitals. */
const measure: Measure = {
  spans: (font, text) => [
    { font, text, advance: text.length * 0.5, glyphs: text.length, missing: text.includes('☃') ? '☃' : '' },
  ],
  capHeight: () => 0.7,
  outline: (_font, _text, at) => `M${at.x},${at.y}L1,1Z`,
  qr: (text) => (text.length > 50 ? null : { size: 21, dark: (row, column) => (row + column) % 2 === 0 }),
};

function layoutOf(items: unknown[], more: object = {}): Layout {
  return parseLayout({
    schema: 'so-cong-doan/layout@1',
    id: 'test',
    name: 'Test',
    version: 1,
    page: { w: 297, h: 210, unit: 'mm', paper: 'A4', orientation: 'landscape' },
    safe: 5,
    palette: { ink: '#000000', gold: '#B58A2A' },
    fonts: {},
    symbols: { dot: [{ type: 'path', d: 'M0,0H1V1Z', fill: 'gold' }] },
    items,
    ...more,
  });
}

const text = (more: object) => ({
  id: 'name',
  type: 'text',
  text: '{name}',
  x: 10,
  y: 20,
  w: 100,
  h: 20,
  font: 'Lora',
  size: 20,
  colour: 'ink',
  ...more,
});

function draw(item: object, record: Record<string, string | boolean>, mode: 'full' | 'blank' = 'full') {
  const page = displayList(layoutOf([item]), record, measure, mode);
  return { page, text: page.items.find((entry) => entry.kind === 'text') as DisplayText };
}

describe('fit rules', () => {
  const letters = (count: number) => 'x'.repeat(count);
  /** Letters that fill 100 mm at a size. */
  const room = (size: number) => Math.floor(100 / (0.5 * size * POINT));

  it('none: as given, flagged when too wide', () => {
    expect(draw(text({}), { name: letters(room(20)) }).page.problems).toEqual([]);
    const wide = draw(text({}), { name: letters(room(20) + 1) });
    expect(wide.text.size).toBe(20);
    expect(wide.page.problems).toEqual([{ item: 'name', reason: 'overflow' }]);
  });

  it('shrink: by half points to the floor, then flagged and drawn at the floor', () => {
    const fit = { mode: 'shrink', min: 12 };
    expect(draw(text({ fit }), { name: letters(room(18.5)) }).text.size).toBe(18.5);
    const over = draw(text({ fit }), { name: letters(room(12) + 1) });
    expect(over.text.size).toBe(12);
    expect(over.page.problems).toHaveLength(1);
  });

  it('shrink-wrap: one line first, then lines from wrapSize, inside the height', () => {
    const fit = { mode: 'shrink-wrap', min: 16, maxLines: 2, lineHeight: 1.5, wrapSize: 15, wrapMin: 10 };
    const one = draw(text({ fit }), { name: letters(room(16)) });
    expect([one.text.size, one.text.lines.length]).toEqual([16, 1]);
    const two = draw(text({ fit, h: 11.65 }), { name: `${letters(26)} ${letters(26)}` });
    expect([two.text.size, two.text.lines.length]).toEqual([15, 2]);
    const low = draw(text({ fit, h: 10 }), { name: `${letters(26)} ${letters(26)}` });
    expect(low.text.size).toBe(12.5);
    const over = draw(text({ fit, h: 5 }), { name: `${letters(26)} ${letters(26)}` });
    expect([over.text.size, over.page.problems.length]).toEqual([10, 1]);
  });

  it('wrap-shrink: a half point is cheaper than an ugly break', () => {
    const fit = { mode: 'wrap-shrink', min: 10, maxLines: 3, lineHeight: 1.4 };
    const found = draw(text({ fit, h: 40 }), {
      name: 'phong trào thi đua “Lao động giỏi” và xây dựng tổ chức Công đoàn vững mạnh',
    });
    expect(found.page.problems).toEqual([]);
    expect(found.text.lines.map((line) => line.text).join(' ')).toContain('“Lao động giỏi”');
    for (const line of found.text.lines) expect(line.width).toBeLessThanOrEqual(100 + 1e-6);
  });

  it('flow: justifies all but the last line of a paragraph', () => {
    const fit = { mode: 'flow', lineHeight: 1.5, indent: 10, paraGap: 2 };
    const body = `${'từ '.repeat(40).trim()}\nhết`;
    const { text: drawn } = draw(text({ fit, align: 'justify', valign: 'top', h: 100, size: 12 }), {
      name: body,
    });
    const [first, last] = [drawn.lines[0], drawn.lines[drawn.lines.length - 1]];
    expect(first?.x).toBe(20);
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(110, 9);
    expect(last?.text).toBe('hết');
    expect(last?.width).toBeLessThan(20);
  });

  it('fitGroup: both take the smaller size', () => {
    const fit = { mode: 'shrink', min: 10 };
    const layout = layoutOf([
      text({ id: 'a', text: '{a}', fit, fitGroup: 'names' }),
      text({ id: 'b', text: '{b}', fit, fitGroup: 'names', y: 60 }),
    ]);
    const page = displayList(layout, { a: 'Vàng', b: letters(room(14)) }, measure, 'full');
    expect(page.items.map((item) => (item as DisplayText).size)).toEqual([14, 14]);
  });

  it('flags a letter that no font has', () => {
    expect(draw(text({}), { name: 'Tuyết ☃' }).page.problems).toEqual([{ item: 'name', reason: 'letters' }]);
  });
});

describe('anchors', () => {
  const cap = 0.7 * 20 * POINT;
  it.each([
    ['top', 20 + cap],
    ['middle', 30 + cap / 2],
    ['bottom', 40],
  ])('%s', (valign, baseline) => {
    expect(draw(text({ valign }), { name: 'Ấm' }).text.lines[0]?.baseline).toBeCloseTo(baseline as number, 9);
  });

  it('centres on the advance without the tracking after the last letter', () => {
    const { text: drawn } = draw(text({ align: 'center', tracking: 200 }), { name: 'abcd' });
    const width = (4 * 0.5 + 3 * 0.2) * 20 * POINT;
    expect(drawn.lines[0]?.width).toBeCloseTo(width, 9);
    expect(drawn.lines[0]?.x).toBeCloseTo(60 - width / 2, 9);
  });

  it('adds word spacing at hard spaces too', () => {
    const { text: drawn } = draw(text({ wordSpacing: 100 }), { name: 'Bà Đào' });
    expect(drawn.lines[0]?.width).toBeCloseTo((6 * 0.5 + 0.1) * 20 * POINT, 9);
    expect(drawn.lines[0]?.text).toBe('Bà Đào');
  });
});

describe('what is drawn', () => {
  it('leaves out a text whose every field is empty, and tidies what one empty field leaves', () => {
    expect(draw(text({ text: 'Số sổ: {register.no}' }), {}).text).toBeUndefined();
    expect(draw(text({ text: '{place}, {date}' }), { date: 'ngày 5 tháng 2' }).text.lines[0]?.text).toBe(
      'ngày 5 tháng 2',
    );
  });

  it('obeys when, whenNot, blank and skip', () => {
    expect(draw(text({ when: 'national' }), { name: 'a' }).text).toBeUndefined();
    expect(draw(text({ when: 'national' }), { name: 'a', national: true }).text).toBeDefined();
    expect(draw(text({ whenNot: 'national' }), { name: 'a', national: true }).text).toBeUndefined();
    expect(draw(text({}), { name: 'a' }, 'blank').text).toBeUndefined();
    expect(draw(text({ blank: true }), { name: 'a' }, 'blank').text).toBeDefined();
    const layout = layoutOf([text({ blank: true })]);
    expect(displayList(layout, { name: 'a' }, measure, 'blank', { skip: new Set(['name']) }).items).toEqual(
      [],
    );
  });

  it('upper case is Vietnamese and composed', () => {
    expect(draw(text({ case: 'upper' }), { name: 'ấm ằng ợt đ'.normalize('NFD') }).text.lines[0]?.text).toBe(
      'ẤM ẰNG ỢT Đ',
    );
  });

  it('repeats by steps, moves before it rotates before it scales', () => {
    const page = displayList(
      layoutOf([{ type: 'repeat', ref: 'dot', x: 5, y: 6, dx: 2.5, n: 3, rotate: 90, scale: 2 }]),
      {},
      measure,
      'full',
    );
    expect(page.items[0]).toEqual({
      kind: 'use',
      ref: 'dot',
      at: [5, 7.5, 10].map((x) => [0, 2, -2, 0, x, 6]),
    });
  });

  it('puts the placeholder where there is no picture', () => {
    const item = {
      id: 'emblem',
      type: 'image',
      field: 'unit.emblem',
      x: 10,
      y: 10,
      w: 18,
      h: 20,
      placeholder: 'dot',
    };
    expect(displayList(layoutOf([item]), {}, measure, 'full').items).toEqual([
      { kind: 'use', ref: 'dot', at: [[0.9, 0, -0, 0.9, 19, 20]] },
    ]);
    const withPicture = displayList(layoutOf([item]), {}, measure, 'full', {
      images: new Set(['unit.emblem']),
    });
    expect(withPicture.items[0]?.kind).toBe('image');
  });

  it('flags a QR code that is too fine to print or too long', () => {
    const qr = (w: number, content: string) =>
      displayList(layoutOf([{ id: 'qr', type: 'qr', text: content, x: 1, y: 1, w }]), {}, measure, 'full')
        .problems;
    expect(qr(20, 'a')).toEqual([]);
    expect(qr(8, 'a')).toEqual([{ item: 'qr', reason: 'qr' }]);
    expect(qr(20, 'a'.repeat(60))).toEqual([{ item: 'qr', reason: 'qr' }]);
  });

  it('gives the same objects back for the same wording', () => {
    const layout = layoutOf([text({})]);
    const [a, b] = [0, 1].map(() => displayList(layout, { name: 'Đào' }, measure, 'full').items[0]);
    expect(a).toBe(b);
  });
});

describe('fields', () => {
  it('keeps the letters of a name and normalises the rest', () => {
    expect(cleanText('  H’Nguyệt\u0009Niê  Kđăm\u200b ')).toBe('H’Nguyệt Niê Kđăm');
    expect(cleanText('Nguyễn'.normalize('NFD'))).toBe('Nguyễn');
    expect(fillTemplate('{a} và {b}', { a: 'x', b: '' })).toBe('x và');
    expect(flattenRecord({ unit: { long: 'CĐCS', n: 3 }, national: true })).toEqual({
      'unit.long': 'CĐCS',
      'unit.n': '3',
      national: true,
    });
  });
});
