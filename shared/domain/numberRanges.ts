/** Numbers as an office writes them: "7, 12, 20–25", and "001–072/2026" back. */

export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** What a typed list of numbers says, and the pieces nobody can read. */
export interface TypedNumbers {
  readonly ranges: readonly NumberRange[];
  readonly wrong: readonly string[];
}

const PIECE = /^(?:số\s*)?0*(\d{1,6})(?:\/\d{4})?(?:\s*(?:-|–|—|đến|to)\s*0*(\d{1,6})(?:\/\d{4})?)?$/i;

/** Reads "7, 12, 20–25"; "và", ";" and "số" are taken too, a range may stand either way round. */
export function parseNumbers(text: string): TypedNumbers {
  const pieces = text
    .normalize('NFC')
    .split(/[,;\n]|\s+(?:và|and)\s+/i)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const ranges: NumberRange[] = [];
  const wrong: string[] = [];
  for (const piece of pieces) {
    const found = PIECE.exec(piece);
    if (!found) {
      wrong.push(piece);
      continue;
    }
    const one = Number(found[1]);
    const other = found[2] === undefined ? one : Number(found[2]);
    ranges.push({ from: Math.min(one, other), to: Math.max(one, other) });
  }
  return { ranges, wrong };
}

export const inRanges = (ranges: readonly NumberRange[], number: number): boolean =>
  ranges.some(({ from, to }) => from <= number && number <= to);

/** Numbers of the ranges that `known` does not have; a range needs only one of its numbers. */
export function missingNumbers(ranges: readonly NumberRange[], known: ReadonlySet<number>): string[] {
  const all = [...known];
  return ranges
    .filter(({ from, to }) => !all.some((number) => from <= number && number <= to))
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
}

/** "001–072/2026, 075/2026": neighbours of one year joined. */
export function joinRegister(numbers: readonly { no: number; year: number }[]): string {
  const sorted = [...numbers].sort((a, b) => a.year - b.year || a.no - b.no);
  const runs: { year: number; from: number; to: number }[] = [];
  for (const { no, year } of sorted) {
    const last = runs.at(-1);
    if (last && last.year === year && (no === last.to || no === last.to + 1)) last.to = no;
    else runs.push({ year, from: no, to: no });
  }
  const three = (no: number) => String(no).padStart(3, '0');
  return runs
    .map(({ year, from, to }) => `${from === to ? three(from) : `${three(from)}–${three(to)}`}/${year}`)
    .join(', ');
}
