/** SQL of figures of a day, past or present: everybody active then is read once and tallied, for all slices of them. */
import type { Db } from '../../db/database';
import type { MemberSlice, MissingField } from './figuresRepository';
import { remembered } from './views/remembered';

const ACTIVE = `s.status = 'active' AND s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day)`;
/** People who are in the trash, or of an import not in force: too few to join the register for. */
const GONE = `s.member_id NOT IN (SELECT id FROM member INDEXED BY member_gone WHERE deleted_at IS NOT NULL
  UNION ALL SELECT i.id FROM import_hidden h JOIN member i ON i.import_id = h.import_id)`;

interface Place {
  department: number | null;
  title: string | null;
  n: number;
}
interface Person {
  gender: 'female' | 'male' | null;
  born: string | null;
  missing: Record<Exclude<MissingField, 'birthDate' | 'gender'>, boolean>;
  /** In the Party by the day. */
  party: boolean;
  n: number;
}

/** How often each text stands among the people active on a day. */
function tally(db: Db, sql: string, day: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of db.column<string>(sql, { day })) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Tallies of the last few days asked for: of 100,000 people one takes some 5 MB. */
function ofDay<T>(db: Db, what: string, day: string, make: () => T): T {
  const days = remembered(db, `${what} of days`, () => new Map<string, T>());
  const known = days.get(day);
  if (known !== undefined) return known;
  const made = make();
  if (days.size === DAYS) days.delete(days.keys().next().value as string);
  days.set(day, made);
  return made;
}
const DAYS = 3;
/** A tally made before; a single count is quicker by SQL than by making one. */
const known = <T>(db: Db, what: string, day: string): T | undefined =>
  remembered(db, `${what} of days`, () => new Map<string, T>()).get(day);

/** People active on a day by department and profession of that day. */
export const placesOn = (db: Db, day: string): Place[] =>
  ofDay(db, 'places', day, () => {
    const value = `coalesce(s.department_id, '') || ' ' || coalesce('=' || s.job_title, '')`;
    const counts = tally(db, `SELECT ${value} FROM member_state s WHERE ${GONE} AND ${ACTIVE}`, day);
    return [...counts].map(([text, n]) => {
      const end = text.indexOf(' ');
      const title = text.slice(end + 1);
      return {
        department: end === 0 ? null : Number(text.slice(0, end)),
        title: title === '' ? null : title.slice(1),
        n,
      };
    });
  });

/** People active on a day by what figures ask of their records. */
export const peopleOn = (db: Db, day: string): Person[] =>
  ofDay(db, 'people', day, () => {
    const value = `((m.card_no IS NULL) + 2 * (s.department_id IS NULL) + 4 * (m.union_join_date IS NULL)
      + 8 * (m.is_party IS 1 AND (m.party_date IS NULL OR m.party_date <= @day))) || ' ' || coalesce(m.gender, '') || ' '
      || coalesce(m.birth_date, '')`;
    const from = 'FROM member_state s CROSS JOIN member_live m ON m.id = s.member_id';
    return [...tally(db, `SELECT ${value} ${from} WHERE ${ACTIVE}`, day)].map(([text, n]) => {
      const [bits, gender, born] = text.split(' ');
      const has = (bit: number) => (Number(bits) & bit) > 0;
      return {
        gender: (gender || null) as Person['gender'],
        born: born || null,
        missing: { cardNo: has(1), department: has(2), unionJoinDate: has(4) },
        party: has(8),
        n,
      };
    });
  });

/** Sums by a key. */
export function summed<T extends { n: number }, K>(rows: readonly T[], key: (row: T) => K): Map<K, number> {
  const sums = new Map<K, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.n);
  return sums;
}
const count = <T extends { n: number }>(rows: readonly T[], test: (row: T) => boolean): number =>
  rows.reduce((sum, row) => (test(row) ? sum + row.n : sum), 0);

/** null for slices that ask for more than the place, and before placesOn was asked. */
export function countPlaces(db: Db, day: string, slice: MemberSlice): number | null {
  const { departmentId, profession, ...more } = slice;
  const places = known<Place[]>(db, 'places', day);
  if (!places || Object.keys(more).length > 0) return null;
  return count(
    places,
    (place) =>
      (departmentId === undefined || place.department === (departmentId === 0 ? null : departmentId)) &&
      (profession === undefined || place.title === profession),
  );
}

const FIELDS: readonly MissingField[] = ['cardNo', 'birthDate', 'gender', 'department', 'unionJoinDate'];
function lacks(person: Person, field: MissingField): boolean {
  if (field === 'birthDate') return person.born === null;
  return field === 'gender' ? person.gender === null : person.missing[field];
}

/** null for slices that ask for the place as well, and before peopleOn was asked. */
export function countPeople(db: Db, day: string, slice: MemberSlice): number | null {
  const { gender, bornUntil, bornAfter, bornUnknown, party, missing, complete, ...more } = slice;
  const people = known<Person[]>(db, 'people', day);
  if (!people || Object.keys(more).length > 0) return null;
  return count(
    people,
    (person) =>
      (gender === undefined || person.gender === (gender === 'none' ? null : gender)) &&
      (bornUntil === undefined || (person.born !== null && person.born <= bornUntil)) &&
      (bornAfter === undefined || (person.born !== null && person.born > bornAfter)) &&
      (!bornUnknown || person.born === null) &&
      (!party || person.party) &&
      (!missing || lacks(person, missing)) &&
      (complete === undefined || complete === !FIELDS.some((field) => lacks(person, field))),
  );
}
