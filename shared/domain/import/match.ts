/**
 * Who a row of a list is: by card number, then by ID number, then by whole name with full birth date. A name with
 * birth year and department only proposes, and a number that belongs to somebody of quite another name does too.
 */
import { toneKey } from '../../text/fold';
import { DATE_FIELDS, type MemberField, type MemberFields } from './fields';

/** What is known of a person for telling who is who. */
export interface PersonKeys {
  fullName: string;
  birthDate?: string | null;
  cardNo?: string | null;
  idNumber?: string | null;
  department?: string | null;
  /** Tells people apart only where a row names nobody. */
  phone?: string | null;
  /** The folded name (nameKey), when it is already at hand. */
  nameKey?: string;
}

export type ProposeReason =
  | 'card-other-name'
  | 'card-of-several'
  | 'id-other-name'
  | 'id-of-several'
  | 'card-and-id-disagree'
  | 'phone-of-several'
  | 'phone-only'
  | 'same-name-other-id'
  | 'same-name-other-card'
  | 'same-name-several'
  | 'name-without-tones'
  | 'name-year-department'
  | 'name-only';

export type MatchResult<Id> =
  | { kind: 'same-person'; by: 'card' | 'id' | 'name+birth' | 'phone'; id: Id }
  | { kind: 'propose'; reason: ProposeReason; candidates: Id[] }
  | { kind: 'none' };

interface Entry<Id> extends PersonKeys {
  id: Id;
  tones?: string;
}

/** Card number made comparable. */
export const cardKey = (value: string) =>
  /^\d+$/.test(value) ? value : value.toUpperCase().replace(/[\s.\-/]/g, '');

/** ID number made comparable: digits, with the zeros a spreadsheet drops put back. */
export function idKey(value: string): string {
  if (value.length === 12 && /^\d+$/.test(value)) return value;
  const bare = value.replace(/[\s.\-']/g, '').toUpperCase();
  if (!/^\d+$/.test(bare)) return bare;
  if (bare.length === 10 || bare.length === 11) return bare.padStart(12, '0');
  return bare.length === 8 ? `0${bare}` : bare;
}

/** Phone number made comparable: digits only, from 0 on. */
export const phoneKey = (value: string) => value.replace(/[\s.\-()]/g, '').replace(/^(\+|00)84/, '0');

/** Name without tones, case and apostrophes: people who share it may be one. */
export const nameKey = (value: string) =>
  value
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘ʼ`´]+/g, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s\s+|^\s+|\s+$/g, ' ')
    .trim();

/** People that rows are compared with; fill it from the register or from the rows before. */
export class PersonIndex<Id extends string | number = number> {
  private readonly cards: Index<Id> = new Map();
  private readonly ids: Index<Id> = new Map();
  private readonly names: Index<Id> = new Map();
  private readonly phones: Index<Id> = new Map();

  constructor(people: Iterable<PersonKeys & { id: Id }> = []) {
    for (const person of people) this.add(person);
  }

  /** Adds a person; `nameKey` may be given when the register keeps the folded name. */
  add(person: PersonKeys & { id: Id }): void {
    const entry: Entry<Id> = person;
    push(this.names, person.nameKey ?? nameKey(person.fullName), entry);
    if (person.cardNo) push(this.cards, cardKey(person.cardNo), entry);
    if (person.idNumber) push(this.ids, idKey(person.idNumber), entry);
    if (person.phone) push(this.phones, phoneKey(person.phone), entry);
  }

  byCard(value: string): readonly Entry<Id>[] {
    return all(this.cards.get(cardKey(value)));
  }
  byId(value: string): readonly Entry<Id>[] {
    return all(this.ids.get(idKey(value)));
  }
  byPhone(value: string): readonly Entry<Id>[] {
    return all(this.phones.get(phoneKey(value)));
  }
  byName(key: string): readonly Entry<Id>[] {
    return all(this.names.get(key));
  }
}

/** Most numbers and names are of one person: no list is made for them. */
type Index<Id> = Map<string, Entry<Id> | Entry<Id>[]>;

function push<Id>(map: Index<Id>, key: string, value: Entry<Id>): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else map.set(key, [known, value]);
}

const all = <Id>(found: Entry<Id> | Entry<Id>[] | undefined): readonly Entry<Id>[] =>
  found === undefined ? [] : Array.isArray(found) ? found : [found];

/** Says who a row is among the people of an index. */
export function matchPerson<Id extends string | number>(
  row: Partial<PersonKeys>,
  index: PersonIndex<Id>,
): MatchResult<Id> {
  const byCard = row.cardNo ? distinct(index.byCard(row.cardNo)) : [];
  const byId = row.idNumber ? distinct(index.byId(row.idNumber)) : [];
  const [card, person] = [byCard[0], byId[0]];
  if (byCard.length > 1) return propose('card-of-several', byCard);
  if (byId.length > 1) return propose('id-of-several', byId);
  if (card && person && card.id !== person.id) return propose('card-and-id-disagree', [card, person]);
  if (card) {
    return namesFit(row.fullName, card.fullName)
      ? { kind: 'same-person', by: 'card', id: card.id }
      : propose('card-other-name', [card]);
  }
  if (person) {
    return namesFit(row.fullName, person.fullName)
      ? { kind: 'same-person', by: 'id', id: person.id }
      : propose('id-other-name', [person]);
  }
  return row.fullName
    ? matchByName(row as Partial<PersonKeys> & { fullName: string }, index)
    : matchByPhone(row, index);
}

/** A row that names nobody: a phone number of one person alone tells who it is, unless another number says otherwise. */
function matchByPhone<Id extends string | number>(
  row: Partial<PersonKeys>,
  index: PersonIndex<Id>,
): MatchResult<Id> {
  if (!row.phone) return { kind: 'none' };
  const free = distinct(index.byPhone(row.phone)).filter(
    (entry) => !differ(row.cardNo, entry.cardNo, cardKey) && !differ(row.idNumber, entry.idNumber, idKey),
  );
  const [one] = free;
  if (!one) return { kind: 'none' };
  if (free.length > 1) return propose('phone-of-several', free);
  return row.cardNo || row.idNumber
    ? propose('phone-only', free)
    : { kind: 'same-person', by: 'phone', id: one.id };
}

function matchByName<Id extends string | number>(
  row: Partial<PersonKeys> & { fullName: string },
  index: PersonIndex<Id>,
): MatchResult<Id> {
  const found = index.byName(row.nameKey ?? nameKey(row.fullName));
  if (found.length === 0) return { kind: 'none' };
  const near = found.filter((entry) => birthFits(row, entry));
  if (near.length === 0) return { kind: 'none' };
  const tones = toneKey(row.fullName);
  const sameTones = (entry: Entry<Id>) => {
    entry.tones ??= toneKey(entry.fullName);
    return entry.tones === tones;
  };
  const isFull = (entry: Entry<Id>) => row.birthDate?.length === 10 && entry.birthDate === row.birthDate;
  const exact = distinct(near.filter((entry) => isFull(entry) && sameTones(entry)));
  if (exact.length > 1) return propose('same-name-several', exact);
  const one = exact[0];
  if (one) {
    if (differ(row.idNumber, one.idNumber, idKey)) return propose('same-name-other-id', [one]);
    if (differ(row.cardNo, one.cardNo, cardKey)) return propose('same-name-other-card', [one]);
    return { kind: 'same-person', by: 'name+birth', id: one.id };
  }
  const free = near.filter((entry) => !differ(row.idNumber, entry.idNumber, idKey));
  const toneless = free.filter((entry) => isFull(entry) && withoutTones(row.fullName, entry.fullName));
  if (toneless.length > 0) return propose('name-without-tones', toneless);
  const likely = free.filter((entry) => departmentFits(row, entry) && sameTones(entry));
  if (likely.length === 0) return { kind: 'none' };
  const known = likely.every(
    (entry) => row.birthDate && entry.birthDate && row.department && entry.department,
  );
  return propose(known ? 'name-year-department' : 'name-only', likely);
}

function propose<Id extends string | number>(
  reason: ProposeReason,
  entries: readonly Entry<Id>[],
): MatchResult<Id> {
  return { kind: 'propose', reason, candidates: [...new Set(entries.map((entry) => entry.id))] };
}

function distinct<Id extends string | number>(entries: readonly Entry<Id>[]): readonly Entry<Id>[] {
  if (entries.length < 2) return entries;
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** Both numbers known, of one kind, and not the same. */
function differ(
  a: string | null | undefined,
  b: string | null | undefined,
  key: (value: string) => string,
): boolean {
  if (!a || !b) return false;
  const [one, other] = [key(a), key(b)];
  return one !== other && one.length === other.length;
}

/** Names of one person as lists spell it: equal without tones, or at least half of the words shared. */
function namesFit(a: string | undefined, b: string): boolean {
  if (!a || a === b) return true;
  const [one, other] = [nameKey(a), nameKey(b)];
  if (one === other) return true;
  const words = new Set(other.split(' '));
  const mine = one.split(' ');
  const shared = mine.filter((word) => words.has(word)).length;
  return shared * 2 > Math.max(mine.length, words.size);
}

const withoutTones = (a: string, b: string) => !/[\u0080-\uffff]/.test(a) || !/[\u0080-\uffff]/.test(b);

function birthFits(a: Partial<PersonKeys>, b: PersonKeys): boolean {
  if (!a.birthDate || !b.birthDate) return true;
  return a.birthDate.startsWith(b.birthDate) || b.birthDate.startsWith(a.birthDate);
}

function departmentFits(a: Partial<PersonKeys>, b: PersonKeys): boolean {
  if (!a.department || !b.department) return true;
  return nameKey(a.department) === nameKey(b.department);
}

/** One field that a row would write differently. */
export interface FieldChange {
  field: MemberField;
  before: string | number | boolean | null;
  /** Null empties the value. */
  after: string | number | boolean | null;
}

/** The fields a row's markers empty, where there is something to empty. A name is never emptied. */
export function clearings(existing: Partial<MemberFields>, clears: readonly MemberField[]): FieldChange[] {
  return clears.flatMap((field) => {
    const before = existing[field] ?? null;
    return before === null || before === '' || field === 'fullName' ? [] : [{ field, before, after: null }];
  });
}

const KEYED: Partial<Record<MemberField, (value: string) => string>> = {
  fullName: toneKey,
  cardNo: cardKey,
  idNumber: idKey,
  phone: phoneKey,
  email: (value) => value.toLowerCase().trim(),
  department: (value) => toneKey(value),
  group: (value) => toneKey(value),
};
const DATES = new Set<MemberField>(DATE_FIELDS);

/**
 * Fields in which a row differs from a person. An empty cell leaves the value; a bare year never replaces a full date
 * of the same year; another spelling of the same (case, spaces, tone position) is no difference.
 */
export function diffRow(existing: Partial<MemberFields>, row: Partial<MemberFields>): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [name, after] of Object.entries(row) as [MemberField, MemberFields[MemberField]][]) {
    if (after === null || after === undefined || after === '') continue;
    const before = existing[name] ?? null;
    if (!same(name, before, after)) changes.push({ field: name, before, after });
  }
  return changes;
}

function same(
  field: MemberField,
  before: string | number | boolean | null,
  after: string | number | boolean,
): boolean {
  if (before === null || before === '') return false;
  if (typeof after === 'number') return Math.abs(Number(before) - after) < 1e-9;
  if (typeof after === 'boolean') return Boolean(before) === after;
  const text = String(before);
  if (DATES.has(field)) return text === after || text.startsWith(`${after}-`);
  if (text === after) return true;
  const key = KEYED[field];
  if (key) return key(text) === key(after);
  return (
    text.normalize('NFC').replace(/\s+/g, ' ').trim() === after.normalize('NFC').replace(/\s+/g, ' ').trim()
  );
}

/**
 * What a repeated row adds to the first one: values the first lacks, and a fuller date for a barer one of the same
 * year. The department and group stay, and a remark that only says the row is repeated is not taken over.
 */
export function additions(
  first: Partial<MemberFields>,
  repeated: Partial<MemberFields>,
): Partial<MemberFields> {
  const added: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(repeated) as [MemberField, MemberFields[MemberField]][]) {
    if (value === null || value === undefined || value === '') continue;
    const known = first[name] ?? null;
    if (known === null || known === '') {
      if ((name === 'department' && first.department) || (name === 'note' && saysRepeated(String(value))))
        continue;
      added[name] = value;
    } else if (DATES.has(name) && String(value).startsWith(`${known}-`)) added[name] = value;
  }
  return added as Partial<MemberFields>;
}

const saysRepeated = (note: string) =>
  /(^|\s)(trùng|lặp)(\s|$|[.,;])/.test(note.normalize('NFC').toLowerCase());
