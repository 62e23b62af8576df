import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, formatDate, parseDate } from '../../shared/domain/dates';
import { lunarToSolar, solarToLunar } from '../../shared/domain/lunar';
import { parseMoney } from '../../shared/domain/money';
import { TONE_MARKS, TONES } from '../../shared/text/alphabet';
import { amountInWords } from '../../shared/text/amountInWords';
import { fold, stripMarks, toneKey, toneNormal } from '../../shared/text/fold';
import { detectLegacy } from '../../shared/text/legacy/detect';
import { TCVN3_LETTERS, tcvn3ToUnicode } from '../../shared/text/legacy/tcvn3';
import { initials, sortKey, splitName } from '../../shared/text/name';
import { cleanName, titleCaseName } from '../../shared/text/nfc';
import { formatCount, formatMoney, formatPercent, parseCount } from '../../shared/text/numbers';
import { matchRank, parseQuery } from '../../shared/text/search';

const VOWELS = [...'aăâeêioôơuưy'];
const MARKED = VOWELS.flatMap((vowel) => TONE_MARKS.map((mark) => (vowel + mark).normalize('NFC')));
const LETTERS = [...MARKED, 'đ', ...'bcdghklmnpqrstvx'];
const truth = JSON.parse(readFileSync(path.join(__dirname, '../fixtures/members/truth.json'), 'utf8'));
const SYLLABLES: string[] = [
  ...new Set((truth['members-tcvn3.xlsx'].names as string[]).flatMap((name) => name.split(' '))),
].filter((word) => !/’/.test(word));

const vietnamese = fc.string({
  unit: fc.constantFrom(...LETTERS, ...LETTERS.map((letter) => letter.toUpperCase()), ' ', "'", '’'),
});
const word = fc.oneof(
  fc.constantFrom(...SYLLABLES),
  fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 6 }),
);
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const kinhName = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 4 })
  .map((words) => words.join(' '));

describe('folding', () => {
  it('reads every marked letter alike in NFC and NFD, small and capital', () => {
    expect(MARKED).toHaveLength(VOWELS.length * TONES.length);
    for (const letter of [...MARKED, 'đ']) {
      for (const form of [letter, letter.toUpperCase()]) {
        const plain = fold(form.normalize('NFD'));
        expect(plain, form).toMatch(/^[a-z]$/);
        expect(fold(form.normalize('NFC')), form).toBe(plain);
        expect(fold(`b${form}n`.normalize('NFD'))).toBe(`b${plain}n`);
      }
    }
  });

  it('does not depend on the form of the text, and is settled after one pass', () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'grapheme' })), (text) => {
        const key = fold(text);
        expect(fold(text.normalize('NFD'))).toBe(key);
        expect(fold(text.normalize('NFC'))).toBe(key);
        expect(fold(key)).toBe(key);
        expect(key).not.toMatch(/ {2}|^ | $|['’ʼ]/);
      }),
    );
  });

  it('moves tones without losing one', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const normal = toneNormal(text);
        expect(toneNormal(normal)).toBe(normal);
        expect(stripMarks(normal)).toBe(stripMarks(text.normalize('NFC')));
        expect(toneNormal(text.normalize('NFD'))).toBe(normal);
        expect(toneKey(text.toUpperCase())).toBe(toneKey(text));
      }),
    );
  });
});

describe('names', () => {
  it('keep all their words when taken apart', () => {
    fc.assert(
      fc.property(name, (full) => {
        const parts = splitName(full);
        const words = [parts.family, parts.middle, parts.given].join(' ').split(' ').filter(Boolean);
        expect([...words].sort()).toEqual(cleanName(full).split(' ').sort());
        expect(initials(full)).toHaveLength(cleanName(full).split(' ').length);
        expect(parts.given).not.toBe('');
      }),
    );
  });

  it('keep their letters when capitals are repaired', () => {
    fc.assert(
      fc.property(name, (full) => {
        expect(titleCaseName(full.toUpperCase()).toLowerCase()).toBe(cleanName(full).toLowerCase());
      }),
    );
  });

  it('sort as ICU sorts them, part by part', () => {
    const collator = new Intl.Collator('vi');
    const byParts = (a: string, b: string): number => {
      const [x, y] = [splitName(a), splitName(b)];
      for (const part of ['given', 'middle', 'family'] as const) {
        const order = collator.compare(toneKey(x[part]), toneKey(y[part]));
        if (order !== 0) return Math.sign(order);
      }
      return 0;
    };
    fc.assert(
      fc.property(kinhName, kinhName, (a, b) => {
        const [x, y] = [sortKey(a), sortKey(b)];
        expect(x < y ? -1 : x > y ? 1 : 0).toBe(byParts(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('have keys that are ASCII, free of form and case, and in a transitive order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, fc.string({ unit: 'grapheme' })), { minLength: 3, maxLength: 12 }),
        (names) => {
          const keys = names.map((full) => sortKey(full));
          for (const [i, key] of keys.entries()) {
            expect(key).toMatch(/^[\x21-\x7e]+$/);
            expect(sortKey(names[i]!.normalize('NFD'))).toBe(key);
          }
          const sorted = [...keys].sort();
          for (let i = 1; i < sorted.length; i += 1) {
            expect(Buffer.compare(Buffer.from(sorted[i - 1]!), Buffer.from(sorted[i]!))).toBeLessThanOrEqual(
              0,
            );
          }
        },
      ),
    );
  });
});

describe('search', () => {
  it('finds every name by itself, without marks, by its initials and in any case', () => {
    fc.assert(
      fc.property(name, (full) => {
        const exact = matchRank(full, parseQuery(full));
        expect(exact).toBeLessThan(4);
        expect(matchRank(full, parseQuery(fold(full)))).not.toBeNull();
        expect(matchRank(full, parseQuery(full.normalize('NFD').toUpperCase()))).toBe(exact);
        const letters = initials(full);
        if (letters.length > 1) expect(matchRank(full, parseQuery(letters))).not.toBeNull();
      }),
    );
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name, (typed, full) => {
        const rank = matchRank(full, parseQuery(typed));
        expect(rank === null || rank >= 0).toBe(true);
      }),
    );
  });
});

describe('old fonts', () => {
  const codes = new Map(
    [...TCVN3_LETTERS].filter(([code]) => code !== '\u03bc').map(([code, letter]) => [letter, code]),
  );
  const encode = (text: string): string => Array.from(text, (letter) => codes.get(letter) ?? letter).join('');

  it('come back from TCVN3 letter by letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...codes.keys(), ...'bcdghklmnpqrstvx ') }), (text) => {
        expect(tcvn3ToUnicode(encode(text))).toBe(text);
      }),
    );
  });

  it('are told from Unicode in a column of ten names', () => {
    fc.assert(
      fc.property(fc.array(kinhName, { minLength: 10, maxLength: 20 }), (names) => {
        expect(detectLegacy(names).encoding).toBe('unicode');
        expect(detectLegacy(names.map(encode)).encoding).toBe('tcvn3');
      }),
    );
  });
});

describe('numbers', () => {
  it('are read back as they are written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const plain = value === 0 ? 0 : value;
        expect(parseCount(formatCount(plain))).toBe(plain);
        expect(parseCount(formatCount(plain, 'en'))).toBe(plain);
        expect(parseMoney(formatMoney(plain))).toBe(plain);
      }),
    );
  });

  it('say 100% only for equality and 0% only for none', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1 }),
        fc.integer({ min: 0, max: 3 }),
        (part, whole, decimals) => {
          const text = formatPercent(part, whole, { decimals })!;
          expect(/^100(,0+)?%$/.test(text)).toBe(part === whole);
          expect(/^0(,0+)?%$/.test(text)).toBe(part === 0);
          const shown = Number(text.slice(0, -1).replace(/\./g, '').replace(',', '.'));
          expect(Math.abs(shown - (part / whole) * 100)).toBeLessThanOrEqual(0.5 + 1e-6 * shown);
        },
      ),
    );
  });

  it('read in words with single spaces, and differently for different amounts', () => {
    const amount = fc.bigInt({ min: -(10n ** 27n) + 1n, max: 10n ** 27n - 1n });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        for (const locale of ['vi', 'en'] as const) {
          const words = amountInWords(a, { locale });
          expect(words).not.toMatch(/ {2}|^ | $|undefined|mười tư|mươi một|mươi năm/);
          expect(words === amountInWords(b, { locale })).toBe(a === b);
        }
      }),
    );
  });
});

describe('dates', () => {
  const day = fc.integer({ min: 0, max: 109_000 }).map((offset) => addDays('1900-01-01', offset));

  it('are read back as they are written, at every precision', () => {
    fc.assert(
      fc.property(day, (iso) => {
        for (const text of [iso, iso.slice(0, 7), iso.slice(0, 4)]) {
          expect(parseDate(formatDate(text))).toMatchObject({ ok: true, iso: text });
          expect(parseDate(text)).toMatchObject({ ok: true, iso: text });
        }
      }),
    );
  });

  it('never fail on what people type', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789/-. ') })),
        (text) => {
          const read = parseDate(text);
          if (read.ok) expect(parseDate(read.iso)).toMatchObject({ ok: true, iso: read.iso });
          else expect(read.problem).toBeTruthy();
        },
      ),
    );
  });

  it('add and subtract', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (iso, days) => {
        expect(daysBetween(iso, addDays(iso, days))).toBe(days);
      }),
    );
  });

  it('have one lunar day each', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(lunarToSolar(solarToLunar(iso))).toBe(iso);
      }),
    );
  });
});
