/** Proof-reading: the two manners of tone marks mixed, words written twice, known misprints, lines nobody looked at again. */
import { splitTone, withTone } from '../text/alphabet';
import { placeTone, readSyllable } from '../text/syllable';
import type { LineFinding, LineRule, ProofLine } from './proofread';

const WORD = /[\p{L}\p{M}]+/gu;
/** Open syllables whose tone has two homes: hòa and hoà. */
const TWO_HOMES = /^(?:oa|oe|uy)$/;

type Manner = 'old' | 'new' | 'wrong' | null;

/** The other way to write a syllable of two homes: the tone on its second vowel. */
function newManner(word: string): string | null {
  const syllable = readSyllable(word);
  if (!syllable || syllable.tone === 0 || syllable.final !== '' || !TWO_HOMES.test(syllable.vowels))
    return null;
  const at = syllable.initial.length + 1;
  return syllable.letters.map((letter, i) => (i === at ? withTone(letter, syllable.tone) : letter)).join('');
}

/** How a word has its tone: hòa is old, hoà new; a tone on a letter that has no such home is wrong. */
export function mannerOf(word: string): Manner {
  const other = newManner(word);
  if (other !== null) return word === other ? 'new' : word === placeTone(word) ? 'old' : 'wrong';
  return placeTone(word) === word || ![...word].some((letter) => splitTone(letter).tone > 0) ? null : 'wrong';
}

interface Toned {
  line: ProofLine;
  at: number;
  word: string;
  manner: 'old' | 'new' | 'wrong';
}

/** Where the rarer manner stands; with as many of each, the newer one. */
export function toneFindings(lines: readonly ProofLine[]): Map<ProofLine, LineFinding[]> {
  const all = lines.flatMap((line) =>
    [...line.text.normalize('NFC').matchAll(WORD)].flatMap((match): Toned[] => {
      const manner = mannerOf(match[0]);
      return manner === null ? [] : [{ line, at: match.index, word: match[0], manner }];
    }),
  );
  const count = (manner: Manner) => all.filter((one) => one.manner === manner).length;
  const keep = count('new') > count('old') ? 'new' : 'old';
  const found = new Map<ProofLine, LineFinding[]>();
  for (const { line, at, word, manner } of all) {
    const mixed = count('new') > 0 && count('old') > 0;
    if (manner !== 'wrong' && (!mixed || manner === keep)) continue;
    const proposal = keep === 'new' && manner !== 'wrong' ? newManner(word) : placeTone(word);
    const rows = found.get(line) ?? [];
    rows.push({ rule: 'tone', at, length: word.length, proposal, details: { word } });
    found.set(line, rows);
  }
  return found;
}

/** Words that are rightly said twice. */
const TWICE = new Set(
  'ai ba bao cao chiều chung chuyên dần dân dễ đâu đêm điều đều đời gần giờ hai hàng hay hằng hiền hoa hôm khăng kỹ lâu luôn mãi mau mỗi nay ngày ngành người nhà nhanh nhẹ nhiều nhỏ nơi quý rất rồi sáng sâu sớm song tay tháng thầm thật thường từ tự tối vui vừa xa xanh xinh xuân năm'.split(
    ' ',
  ),
);
const REPEATED = /(?<![\p{L}\p{M}\d])([\p{L}\p{M}]+)([ \u00a0]+)\1(?![\p{L}\p{M}\d])/giu;

/** Misprints seen in published reports. */
const MISPRINTS: readonly (readonly [wrong: string, right: string])[] = [
  ['mãi ấm', 'mái ấm'],
  ['mái ấp', 'mái ấm'],
  ['đoàn viện', 'đoàn viên'],
  ['công đoàn viện', 'công đoàn viên'],
  ['xử lí', 'xử lý'],
  ['bảng khen', 'bằng khen'],
  ['giấy khem', 'giấy khen'],
  ['sơ xuất', 'sơ suất'],
  ['xuất quà', 'suất quà'],
  ['chương chình', 'chương trình'],
  ['tập chung', 'tập trung'],
  ['chỉnh chu', 'chỉn chu'],
  ['sát nhập', 'sáp nhập'],
];

function misprints(text: string): LineFinding[] {
  const low = text.toLocaleLowerCase('vi');
  return MISPRINTS.flatMap(([wrong, right]) => {
    const found: LineFinding[] = [];
    for (let at = low.indexOf(wrong); at >= 0; at = low.indexOf(wrong, at + 1)) {
      if (/[\p{L}\p{M}]/u.test(low[at - 1] ?? ' ') || /[\p{L}\p{M}]/u.test(low[at + wrong.length] ?? ' '))
        continue;
      const written = text.slice(at, at + wrong.length);
      const proposal = written[0] === wrong[0] ? right : right[0]!.toLocaleUpperCase('vi') + right.slice(1);
      found.push({ rule: 'misprint', at, length: wrong.length, proposal, details: { word: written } });
    }
    return found;
  });
}

/** As many of the first words as fit a line. */
const beginning = (text: string): number =>
  text.length <= 60 ? text.length : Math.max(1, text.lastIndexOf(' ', 60));

export const wordFindings: LineRule = (line) => {
  const { text } = line;
  const repeated = [...text.matchAll(REPEATED)].flatMap((match): LineFinding[] =>
    TWICE.has(match[1]!.toLocaleLowerCase('vi'))
      ? []
      : [
          {
            rule: 'repeated',
            at: match.index,
            length: match[0].length,
            proposal: match[1]!,
            details: { word: match[1]! },
          },
        ],
  );
  const copied: LineFinding[] = line.copied
    ? [{ rule: 'copied', at: 0, length: beginning(text), proposal: null }]
    : [];
  return [...repeated, ...misprints(text), ...copied];
};
