/** Sentences of reports: figures and their forms, what is left out, and figures that stay linked when words are changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIndicatorId } from '../../shared/domain/indicators';
import { ANNEX_LINES, OUTLINES } from '../../shared/domain/reportOutlines';
import { headingNumbers, inYear } from '../../shared/domain/reports';
import { SENTENCES, sentenceOf } from '../../shared/domain/sentenceCatalogue';
import {
  type Fact,
  factText,
  roundedDown,
  type SentenceRun,
  tagsIn,
  templateOfEdited,
  textOfRuns,
  writeSentence,
} from '../../shared/domain/sentences';

const fact = (more: Partial<Fact>): Fact => ({
  ...{ value: null, kind: 'count', part: null, whole: null, noun: 'đoàn viên', flag: 'exact', wording: null },
  ...{ name: null, by: null, day: null },
  ...more,
});
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('figures', () => {
  it('are written in each form', () => {
    const rate = fact({ value: 1484, part: 1484, whole: 2178 });
    expect(['fraction', 'rate', 'counted'].map((form) => plain(factText(rate, form as never)))).toEqual([
      '1.484/2.178',
      '68%',
      '1.484/2.178 đoàn viên',
    ]);
    const money = fact({ value: 181_000_000, kind: 'money' });
    expect([null, 'full', 'over', 'words'].map((form) => plain(factText(money, form as never)))).toEqual([
      '181 triệu đồng',
      '181.000.000 đồng',
      'hơn 180 triệu đồng',
      'Một trăm tám mươi mốt triệu đồng',
    ]);
    expect(plain(factText(fact({ value: 8 }), 'two'))).toBe('08');
    expect(plain(factText(fact({ value: 344, flag: 'atLeast', noun: 'suất' }), 'counted'))).toBe(
      'hơn 344 suất',
    );
    expect(factText(fact({ wording: 'hàng trăm', noun: 'suất' }), 'counted')).toBe('hàng trăm suất');
    expect(factText(fact({}), null)).toBeNull();
  });

  it('"hơn" is said only of what is less than the sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000_000 }), (value) => {
        const down = roundedDown(value);
        expect(down).toBeLessThanOrEqual(value);
        const text = factText(fact({ value, kind: 'money' }), 'over')!;
        expect(text.startsWith('hơn ')).toBe(down < value);
      }),
    );
  });

  it('leave their part of the sentence out when unknown or 0, and the whole where it cannot do without', () => {
    const known: Record<string, string | null> = { a: '3', b: null, c: '0' };
    const printed = (tag: string) => ({ text: known[tag] ?? null, zero: known[tag] === '0' });
    const write = (template: string) => {
      const runs = writeSentence(template, printed);
      return runs && textOfRuns(runs);
    };
    expect(write('Có {a} lớp{?, {b} lượt?}{?, {c} người?}.')).toBe('Có 3 lớp.');
    expect(write('Có {b} lớp.')).toBeNull();
    expect(write('Có {c} lớp.')).toBe('Có 0 lớp.');
  });
});

describe('words changed by hand', () => {
  const run = fc.oneof(
    fc
      .constantFrom('Có ', ' đoàn viên, ', ' trong đó nữ ', ' tham gia; ', ' và ', '.')
      .map((text) => ({ text, tag: null })),
    fc.integer({ min: 0, max: 9999 }).map((value) => ({ text: String(value), tag: `figure.${value}` })),
  );
  const runs = fc
    .array(run, { maxLength: 12 })
    .map((list) =>
      list.flatMap((one, at): SentenceRun[] => (at > 0 ? [{ text: ' ', tag: null }, one] : [one])),
    );
  const template = (list: readonly SentenceRun[]) =>
    list.map((one) => (one.tag === null ? one.text : `{${one.tag}}`)).join('');

  it('unchanged words are the same template', () => {
    fc.assert(
      fc.property(runs, (list) => {
        expect(templateOfEdited(textOfRuns(list), list)).toBe(template(list));
      }),
    );
  });

  it('whatever is typed reads as it was typed', () => {
    fc.assert(
      fc.property(runs, fc.string({ maxLength: 80 }), (list, typed) => {
        const text = typed.normalize('NFC').replaceAll(/[{}]/g, '');
        const of = new Map(list.flatMap((one) => (one.tag === null ? [] : [[one.tag, one.text] as const])));
        const back = writeSentence(templateOfEdited(text, list), (tag) => ({
          text: of.get(tag) ?? null,
          zero: false,
        }));
        expect(textOfRuns(back ?? [])).toBe(text);
      }),
    );
  });

  it('a figure typed over is words, the same number elsewhere stays its own', () => {
    const list = [
      { text: 'Có ', tag: null },
      { text: '3', tag: 'a' },
      { text: ' đoàn viên, nữ ', tag: null },
      { text: '3', tag: 'b' },
      { text: '.', tag: null },
    ];
    expect(templateOfEdited('Có 5 đoàn viên, nữ 3.', list)).toBe('Có 5 đoàn viên, nữ {b}.');
    expect(templateOfEdited('Nay có 3 đoàn viên nữ.', list)).toBe('Nay có {a} đoàn viên nữ.');
    expect(templateOfEdited('Có 30 đoàn viên, nữ 3.', list)).toBe('Có 30 đoàn viên, nữ {b}.');
  });
});

describe('catalogue and outlines', () => {
  it('name figures that exist, each sentence once', () => {
    expect(new Set(SENTENCES.map((one) => one.key)).size).toBe(SENTENCES.length);
    for (const { key, template } of SENTENCES)
      for (const tag of tagsIn(template))
        expect(isIndicatorId(tag.split('|')[0]!), `${key}: ${tag}`).toBe(true);
    for (const line of ANNEX_LINES.split('\n'))
      expect(line.startsWith('# ') || isIndicatorId(line), line).toBe(true);
    for (const part of Object.values(OUTLINES).flat())
      if (part.sentence) expect(sentenceOf(part.sentence), part.sentence).toBeDefined();
  });

  it('number headings by level, and move years on', () => {
    expect(headingNumbers([1, 2, 3, 3, 2, 3, 4, 1, 2])).toEqual([
      ...['Phần thứ nhất', 'I.', '1.', '2.', 'II.', '1.', 'a)', 'Phần thứ hai', 'I.'],
    ]);
    expect(inYear('năm 2025, năm 2026, nhiệm kỳ 2023-2028, năm 2019', 2025, 2026)).toBe(
      'năm 2026, năm 2027, nhiệm kỳ 2023-2028, năm 2019',
    );
  });
});
