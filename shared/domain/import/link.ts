/** Rows of one list that are the same person: the later ones are suspect and add only what the first one lacks. */
import type { ImportRow, MemberFields } from './fields';
import { additions, cardKey, idKey, matchPerson, nameKey, PersonIndex, type ProposeReason } from './match';

/** Why a row is suspect within its own file. */
export interface Repetition {
  /** Line of the first row of that person. */
  line: number;
  reason: 'card' | 'id' | 'name+birth' | 'phone' | ProposeReason;
  /** True when it is the same person; false when it only may be. */
  certain: boolean;
  /** What the row adds to the first one; empty when not certain. */
  adds: Partial<MemberFields>;
}

export interface LinkedRow {
  row: ImportRow;
  /** Position in `people`. */
  person: number;
  repeats: Repetition | null;
}

/** One person of the file: the first row's values and what repeated rows added. */
export interface FilePerson {
  /** First line, then the lines that repeat it. */
  lines: number[];
  values: Partial<MemberFields>;
  /** Set when this person may be an earlier one of the file. */
  suspect: Repetition | null;
}

export interface LinkedFile {
  rows: LinkedRow[];
  people: FilePerson[];
}

/** Links the rows of a file in order. */
export function linkWithinFile(rows: readonly ImportRow[]): LinkedFile {
  const index = new PersonIndex<number>();
  const people: FilePerson[] = [];
  const linked: LinkedRow[] = [];
  for (const row of rows) {
    const keys = keysOf(row.values);
    const match = matchPerson(keys, index);
    if (match.kind === 'same-person') {
      linked.push(repeat(row, people, match.id, match.by, index));
      continue;
    }
    let suspect: Repetition | null = null;
    if (match.kind === 'propose') {
      const first = people[match.candidates[0] as number] as FilePerson;
      suspect = { line: first.lines[0] as number, reason: match.reason, certain: false, adds: {} };
    }
    const id = people.length;
    people.push({ lines: [row.line], values: { ...row.values }, suspect });
    linked.push({ row, person: id, repeats: suspect });
    if (keys.fullName || keys.cardNo || keys.idNumber || keys.phone) index.add({ ...keys, id });
  }
  return { rows: linked, people };
}

function repeat(
  row: ImportRow,
  people: FilePerson[],
  id: number,
  by: Repetition['reason'],
  index: PersonIndex<number>,
): LinkedRow {
  const person = people[id] as FilePerson;
  const adds = additions(person.values, row.values);
  const gained =
    (adds.cardNo && cardKey(adds.cardNo)) || (adds.idNumber && idKey(adds.idNumber)) || adds.birthDate;
  Object.assign(person.values, adds);
  person.lines.push(row.line);
  if (gained) index.add({ ...keysOf(person.values), id });
  return { row, person: id, repeats: { line: person.lines[0] as number, reason: by, certain: true, adds } };
}

const keysOf = (values: Partial<MemberFields>) => ({
  fullName: values.fullName ?? '',
  birthDate: values.birthDate,
  cardNo: values.cardNo,
  idNumber: values.idNumber,
  department: values.department,
  ...(values.fullName ? {} : { phone: values.phone }),
  nameKey: nameKey(values.fullName ?? ''),
});
