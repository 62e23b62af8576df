/** Proof-reading: names of bodies as of the day of the paper, and congresses against their terms. */
import { congressFindings as congressesOf, congressReadings } from './congressTerms';
import type { DatedName, LineFinding, LineRule } from './proofread';

const isLetter = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{M}\d]/u.test(letter);

/** Places of a name in a text, as words of their own. */
function placesOf(low: string, name: string): number[] {
  const found: number[] = [];
  const key = name.toLocaleLowerCase('vi');
  for (let at = low.indexOf(key); at >= 0; at = low.indexOf(key, at + 1))
    if (!isLetter(low[at - 1]) && !isLetter(low[at + key.length])) found.push(at);
  return found;
}

const holds = (name: DatedName, day: string): boolean =>
  (name.from === null || name.from <= day) && (name.to === null || day < name.to);

/** A sentence about an older day, or that tells of the renaming, may say the older name. */
function speaksOfThen(text: string, at: number, name: DatedName): boolean {
  const start = text.lastIndexOf('. ', at) + 1;
  const next = text.indexOf('. ', at);
  const sentence = text.slice(start, next < 0 ? undefined : next);
  if (/đổi tên|trước đây|tên cũ|tiền thân|sáp nhập|nguyên là/iu.test(sentence)) return true;
  const years = [...sentence.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map((match) => match[1]!);
  return name.to !== null && years.some((year) => year < name.to!.slice(0, 4));
}

export const nameFindings: LineRule = ({ text }, { names, onDate }) => {
  const low = text.toLocaleLowerCase('vi');
  if (low.length !== text.length) return [];
  const right = names.filter((name) => holds(name, onDate)).map((name) => name.name);
  return names
    .filter((name) => !holds(name, onDate) && !right.includes(name.name))
    .flatMap((name) =>
      placesOf(low, name.name).flatMap((at): LineFinding[] => {
        const inside = right.some((one) =>
          placesOf(low, one).some((start) => start <= at && at + name.name.length <= start + one.length),
        );
        if (inside || speaksOfThen(text, at, name)) return [];
        const details = { name: text.slice(at, at + name.name.length), now: name.now ?? '' };
        return [{ rule: 'oldName', at, length: name.name.length, proposal: name.now, details }];
      }),
    );
};

export const congressFindings: LineRule = ({ text }, { terms }) =>
  congressesOf(text, terms).map((one) => ({
    rule: 'congress',
    at: one.at,
    length: one.length,
    proposal: null,
    details: {
      body: one.body,
      readings: congressReadings(one)
        .map((reading) => `Đại hội ${reading.number}, nhiệm kỳ ${reading.years}`)
        .join('; '),
    },
  }));
