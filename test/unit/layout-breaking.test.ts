import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakLines,
  glue,
  greedyLines,
  HARD_SPACE,
  lineWidth,
  toWords,
  type Word,
} from '../../shared/domain/layout/breaking';
import { COMPOUNDS } from '../../shared/domain/layout/words';

/** Half an em for each letter, a quarter for a space. */
const measure = (text: string, spaced: boolean) => text.length * 0.5 + (spaced ? 0.25 : 0);

function linesOf(words: readonly Word[], starts: readonly number[]): string[] {
  return starts.map((start, i) =>
    words
      .slice(start, starts[i + 1] ?? words.length)
      .flatMap((word) => [...word.parts])
      .join(' '),
  );
}

function set(text: string, capacity: number, lines: number): string[] | null {
  const words = toWords(text, measure);
  const found = breakLines(words, capacity, lines);
  return found && linesOf(words, found.starts);
}

describe('joining by hard spaces', () => {
  it.each([
    ['Bà Nguyễn Thị Hồng Đào', `Bà${HARD_SPACE}Nguyễn Thị Hồng Đào`],
    ['Ông Y Blang Niê', `Ông${HARD_SPACE}Y Blang Niê`],
    ['đạt 68 % đoàn viên', `đạt 68${HARD_SPACE}% đoàn viên`],
    ['Suối Mơ, ngày 5 tháng 2', `Suối Mơ, ngày${HARD_SPACE}5 tháng${HARD_SPACE}2`],
    ['theo Điều 1 và khoản 2', `theo Điều${HARD_SPACE}1 và khoản${HARD_SPACE}2`],
    ['học 24 tiết trong năm', `học 24${HARD_SPACE}tiết trong năm`],
    ['người bà của tôi', 'người bà của tôi'],
  ])('%s', (text, expected) => expect(glue(text)).toBe(expected));
});

describe('balanced breaking', () => {
  it('breaks before a connective rather than inside a compound', () => {
    expect(set('Đạt thành tích xuất sắc trong phong trào thi đua', 16, 2)).toEqual([
      'Đạt thành tích xuất sắc',
      'trong phong trào thi đua',
    ]);
  });

  it('never begins a line with a dash and keeps quoted words together when it can', () => {
    const lines = set('phong trào “Lao động giỏi – Lao động sáng tạo” và xây dựng tổ chức', 26, 2);
    expect(lines).toEqual(['phong trào “Lao động giỏi – Lao động sáng tạo”', 'và xây dựng tổ chức']);
  });

  it('does not put a number first', () => {
    const lines = set('vững mạnh xuất sắc tiêu biểu năm 2026', 12, 2) ?? [];
    expect(lines.some((line) => /^\d/.test(line))).toBe(false);
  });

  it('obeys the line feeds of the text', () => {
    expect(set('BAN CHẤP HÀNH\nCÔNG ĐOÀN CƠ SỞ', 20, 2)).toEqual(['BAN CHẤP HÀNH', 'CÔNG ĐOÀN CƠ SỞ']);
    expect(set('BAN CHẤP HÀNH\nCÔNG ĐOÀN CƠ SỞ', 40, 1)).toBeNull();
  });

  it('does not even a line broken by hand with the rest', () => {
    const words = toWords('BAN CHẤP HÀNH\nCÔNG ĐOÀN CƠ SỞ TRUNG TÂM Y TẾ KHU VỰC', measure);
    expect(breakLines(words, 40, 2)).toEqual({ starts: [0, 3], cost: 0 });
    expect(breakLines(words, 40, 3)?.starts).toEqual([0, 3, 7]);
  });
  it('answers null when no set of lines holds the width', () => {
    expect(set('Nguyễn Thị Hồng Đào', 3, 2)).toBeNull();
  });

  it('has only lower-case NFC compounds of two words or more', () => {
    for (const compound of COMPOUNDS) {
      expect(compound).toBe(compound.normalize('NFC').toLocaleLowerCase('vi'));
      expect(compound.split(' ').length).toBeGreaterThan(1);
    }
  });
});

const syllable = fc.constantFrom(
  ...'Nguyễn Thị Hồng Đào thi đua và trong “Lao động – giỏi” 2026 68 % ngày 5 Kđăm, H’Nguyệt Êban; phường'.split(
    ' ',
  ),
);
const texts = fc.array(syllable, { minLength: 1, maxLength: 30 }).map((list) => list.join(' '));

describe('whatever the text', () => {
  it('no word is lost, doubled or moved, and hard spaces hold', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 2, max: 40, noNaN: true }),
        (text, n, w) => {
          const words = toWords(text, measure);
          for (const stretch of [false, true]) {
            const found = breakLines(words, w, n, stretch);
            if (!found) continue;
            const lines = linesOf(words, found.starts);
            expect(lines).toHaveLength(n);
            expect(lines.join(' ')).toBe(text);
            for (const [i, start] of found.starts.entries()) {
              const width = lineWidth(words, start, found.starts[i + 1] ?? words.length);
              if (!stretch) expect(width).toBeLessThanOrEqual(w + 1e-6);
            }
          }
          const joined = glue(text)
            .split(' ')
            .filter((token) => token.includes(HARD_SPACE));
          const flowing = linesOf(words, greedyLines(words, w, 1).starts);
          expect(flowing.join(' ')).toBe(text);
          for (const token of joined) {
            expect(flowing.some((line) => line.includes(token.replaceAll(HARD_SPACE, ' ')))).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds the cheapest set (against trying them all)', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 8, max: 30, noNaN: true }), (text, w) => {
        const words = toWords(text, measure);
        const mean = lineWidth(words, 0, words.length) / 2;
        let best = Number.POSITIVE_INFINITY;
        for (let at = 1; at < words.length; at++) {
          const widths = [lineWidth(words, 0, at), lineWidth(words, at, words.length)];
          if (widths.some((width) => width > w + 1e-9)) continue;
          const spread = widths.reduce((sum, width) => sum + ((width - mean) / w) ** 2, 0);
          best = Math.min(best, 180 * spread + (words[at]?.price ?? 0));
        }
        const found = breakLines(words, w, 2);
        if (best === Number.POSITIVE_INFINITY) expect(found).toBeNull();
        else expect(found?.cost).toBeCloseTo(best, 6);
      }),
      { numRuns: 300 },
    );
  });
});
