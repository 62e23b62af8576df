/** Proof-reading: spaces, letters that only look right, brackets and quotes without their other half, lines left open. */
import type { LineFinding, LineRule } from './proofread';

const NARROW = String.raw` \u00a0`;
const SPACES = new RegExp(
  [
    `(?<two>[${NARROW}]{2,})`,
    String.raw`(?<before>[${NARROW}]+(?=[,.;:!?)”»](?!\d)))`,
    `(?<inside>(?<=[(“«])[${NARROW}]+)`,
    String.raw`(?<after>(?<=\p{L}[,;:])(?=\p{L}))`,
  ].join('|'),
  'gu',
);

function spaces(text: string): LineFinding[] {
  return [...text.matchAll(SPACES)].flatMap((match) => {
    if (match[0].includes('\n')) return [];
    const { two, after } = match.groups ?? {};
    const kind = two !== undefined ? 'two' : after !== undefined ? 'after' : 'before';
    const ends = match.index === 0 || match.index + match[0].length === text.length;
    const closes = /^[,.;:!?)”»](?!\d)/u.test(text.slice(match.index + match[0].length));
    const proposal = kind === 'before' || ends || (kind === 'two' && closes) ? '' : ' ';
    return [
      { rule: 'spaces' as const, at: match.index, length: match[0].length, proposal, details: { kind } },
    ];
  });
}

/** Letters of other alphabets that look like ours, and marks nobody sees. */
const LIKE: Readonly<Record<string, string>> = {
  ð: 'đ',
  Ð: 'Đ',
  ɖ: 'đ',
  Ɖ: 'Đ',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  і: 'i',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  І: 'I',
};
const STRANGE = /[ðÐɖƉ\u0400-\u04ff\u00ad\u200b-\u200f\u2060\ufeff\ufffd\ue000-\uf8ff]/gu;
const APART = /\p{L}[\u0300-\u036f]+/gu;

function letters(text: string): LineFinding[] {
  const rule = 'letters' as const;
  const found: LineFinding[] = [...text.matchAll(STRANGE)].map((match) => {
    const hidden = /[\u00ad\u200b-\u200f\u2060\ufeff]/u.test(match[0]);
    return {
      rule,
      at: match.index,
      length: match[0].length,
      proposal: hidden ? '' : (LIKE[match[0]] ?? null),
      details: { kind: hidden ? 'hidden' : 'strange' },
    };
  });
  for (const match of text.matchAll(APART)) {
    const whole = match[0].normalize('NFC');
    if (whole !== match[0])
      found.push({
        rule,
        at: match.index,
        length: match[0].length,
        proposal: whole,
        details: { kind: 'apart' },
      });
  }
  return found;
}

const PAIRS = [
  ['(', ')'],
  ['“', '”'],
  ['[', ']'],
] as const;

function pairs(text: string): LineFinding[] {
  return PAIRS.flatMap(([open, close]) => {
    const stack: number[] = [];
    for (let at = 0; at < text.length; at++) {
      if (text[at] === open) stack.push(at);
      else if (text[at] === close && stack.pop() === undefined) {
        if (close === ')' && /(?:^|[\s;])[\p{L}\d]$/u.test(text.slice(0, at))) continue;
        stack.push(at);
        break;
      }
    }
    const [first] = stack;
    return first === undefined
      ? []
      : [{ rule: 'pairs' as const, at: first, length: 1, proposal: null, details: { mark: text[first]! } }];
  });
}

const OPEN_END = /(?:[,:–-]|\.{3,}|…+)\s*$/u;

function unfinished(text: string): LineFinding[] {
  if (text.trim() === '') return [{ rule: 'unfinished', at: 0, length: text.length, proposal: null }];
  const open = OPEN_END.exec(text);
  if (open) return [{ rule: 'unfinished', at: open.index, length: open[0].length, proposal: null }];
  const gap = /\.{4,}|…{2,}/u.exec(text);
  return gap ? [{ rule: 'unfinished', at: gap.index, length: gap[0].length, proposal: null }] : [];
}

export const typingFindings: LineRule = ({ text, heading }) => [
  ...spaces(text),
  ...letters(text),
  ...pairs(text),
  ...(heading ? [] : unfinished(text)),
];
