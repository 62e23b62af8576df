/**
 * From rows of the log to what a sentence needs: whose record, which fields, their values with names instead of ids.
 * Promise: the value of a masked field is in no answer but `audit.reveal`'s.
 */
import type { Change, ChangedField, ShownValue } from '../../../../shared/contract/audit';
import type { Role } from '../../../../shared/contract/kernel';
import {
  BOOKKEEPING,
  type FieldMeaning,
  labelKeyOf,
  meaningOf,
} from '../../../../shared/domain/changeFields';
import { MASKED_FIELDS } from '../../../../shared/domain/privateFields';
import type { Db } from '../../../db/database';
import { canRevert } from '../../reverts';
import { namesOf, type StoredChange } from './repository';

type Values = Record<string, unknown>;
const MASKED: ReadonlySet<string> = new Set(MASKED_FIELDS);
const PARTY_MASKED: ReadonlySet<string> = new Set([
  'onDate',
  'decisionNo',
  'note',
  'stoppedOn',
  'stopReason',
]);
const ISO_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
const DATE_FIELD = /(On|Date|From|To|Until|since)$/;

/** The stored object of a side; {} for none. */
export function sideOf(json: string | null): Values {
  const value: unknown = json === null ? null : JSON.parse(json);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

export const isMasked = (entity: string, field: string): boolean =>
  ((entity === 'member' || entity === 'dues_base') && MASKED.has(field)) ||
  (entity === 'party_file' && PARTY_MASKED.has(field)) ||
  (entity === 'care_visit' && field === 'healthDetail') ||
  (entity === 'care_case' && field === 'circumstances');

const nothing = (value: unknown) => value === null || value === undefined || value === '';

/** Fields a row is about: all with a value when it is new, those that differ when it was changed. */
export function changedFields(row: StoredChange, before: Values, after: Values): string[] {
  if (row.action === 'reveal') return Array.isArray(after.fields) ? after.fields.map(String) : [];
  if (row.action !== 'update' && row.action !== 'create' && row.action !== 'move') return [];
  const known = (field: string) =>
    !BOOKKEEPING.has(field) && !(field.startsWith('extra') && !field.startsWith('extra:'));
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(known);
  return keys.filter((field) => {
    if (row.action === 'update' && row.beforeJson !== null && !(field in after)) return false;
    return JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null);
  });
}

/** Names of everything a page refers to, read once for each kind. */
class Names {
  private readonly wanted = new Map<string, Set<number>>();
  private readonly found = new Map<string, Map<number, string>>();
  constructor(private readonly db: Db) {}
  want(entity: string, id: unknown): void {
    if (typeof id !== 'number') return;
    const ids = this.wanted.get(entity) ?? new Set();
    this.wanted.set(entity, ids.add(id));
  }
  get(entity: string, id: unknown): string | null {
    if (typeof id !== 'number') return null;
    let names = this.found.get(entity);
    if (!names) {
      names = namesOf(this.db, entity, [...(this.wanted.get(entity) ?? [])]);
      this.found.set(entity, names);
    }
    return names.get(id) ?? null;
  }
}

/** What a value is shown as; null for none. */
function shown(names: Names, field: string, meaning: FieldMeaning, value: unknown): ShownValue | null {
  if (nothing(value)) return null;
  if (meaning.refers) return { kind: 'text', text: names.get(meaning.refers, value) ?? '…' };
  if (typeof value === 'boolean') return { kind: 'yes', text: String(value) };
  if (meaning.kind === 'choice' && meaning.choice)
    return { kind: 'choice', text: `${meaning.choice}.${value}` };
  if (typeof value === 'object') return { kind: 'items', text: String(Object.keys(value as object).length) };
  if (typeof value === 'number')
    return {
      kind: meaning.kind === 'money' || meaning.kind === 'text' ? meaning.kind : 'number',
      text: String(value),
    };
  const text = String(value);
  if (meaning.kind) return { kind: meaning.kind, text };
  return { kind: ISO_DATE.test(text) && DATE_FIELD.test(field) ? 'date' : 'text', text };
}

interface Read {
  row: StoredChange;
  before: Values;
  after: Values;
  fields: string[];
}

function read(row: StoredChange): Read {
  const [before, after] = [sideOf(row.beforeJson), sideOf(row.afterJson)];
  return { row, before, after, fields: changedFields(row, before, after) };
}

const meaningOfField = (entity: string, field: string): FieldMeaning =>
  meaningOf(entity).fields?.[field] ?? {};

function wantNames(names: Names, { row, before, after, fields }: Read): void {
  names.want(row.entity, row.entityId);
  names.want('member', after.memberId ?? before.memberId);
  for (const field of fields) {
    const { refers } = meaningOfField(row.entity, field);
    if (refers) for (const side of [before, after]) names.want(refers, side[field]);
    const own = /^extra:(\d+)$/.exec(field)?.[1];
    if (own) names.want('extra_field', Number(own));
  }
}

const OWN_NAMES = ['fullName', 'full_name', 'name', 'title', 'label', 'number', 'fileName', 'personName'];

/** What the record is known by: its present name, else the one in the log, else the member it is about. */
function subjectOf(names: Names, { row, before, after }: Read): string | null {
  const present = names.get(row.entity, row.entityId);
  if (present) return present;
  for (const side of [after, before])
    for (const key of OWN_NAMES) if (typeof side[key] === 'string' && side[key] !== '') return side[key];
  return names.get('member', after.memberId ?? before.memberId);
}

function pathOf({ row, after, before }: Read): string | null {
  const memberId = after.memberId ?? before.memberId;
  const { path } = meaningOf(row.entity);
  if (path)
    return row.entityId === null && path.includes(':id') ? null : path.replace(':id', String(row.entityId));
  return typeof memberId === 'number' ? `/members/${memberId}` : null;
}

function fieldOf(names: Names, { row, before, after }: Read, field: string): ChangedField {
  const hidden = isMasked(row.entity, field) && row.action !== 'reveal';
  const meaning = meaningOfField(row.entity, field);
  const own = /^extra:(\d+)$/.exec(field)?.[1];
  const value = (side: Values) =>
    hidden || row.action === 'reveal' ? null : shown(names, field, meaning, side[field]);
  return {
    field,
    label: own ? null : labelKeyOf(row.entity, field),
    name: own ? names.get('extra_field', Number(own)) : null,
    before: value(before),
    after: value(after),
    hidden,
    revertable: row.action === 'update' && row.entityId !== null && field in before && canRevert(row.entity),
  };
}

const COUNTS = ['pages', 'lines', 'recipients', 'count', 'members', 'people', 'rows'];

/** Rows as the window shows them. */
export function describe(db: Db, rows: readonly StoredChange[]): Change[] {
  const names = new Names(db);
  const all = rows.map(read);
  for (const one of all) wantNames(names, one);
  return all.map((one) => {
    const { row, after } = one;
    const count = COUNTS.map((key) => after[key]).find((value) => typeof value === 'number');
    return {
      id: row.id,
      at: row.at,
      actor: row.actor,
      role: row.role as Role,
      entity: row.entity,
      entityId: row.entityId,
      area: meaningOf(row.entity).area,
      action: row.action,
      subject: subjectOf(names, one),
      path: pathOf(one),
      changes: one.fields.map((field) => fieldOf(names, one, field)),
      count: typeof count === 'number' && Number.isInteger(count) ? count : null,
    };
  });
}

/** Both sides of one field, whatever it is; for a reveal that was logged. */
export function describeField(
  db: Db,
  row: StoredChange,
  field: string,
): { before: ShownValue | null; after: ShownValue | null } {
  const names = new Names(db);
  const one = { ...read(row), fields: [field] };
  wantNames(names, one);
  const meaning = meaningOfField(row.entity, field);
  return {
    before: shown(names, field, meaning, one.before[field]),
    after: shown(names, field, meaning, one.after[field]),
  };
}

/** Words of the values a search looks at; masked ones are not among them. */
export function wordsOf(change: Change): string {
  return [
    change.subject,
    ...change.changes.flatMap((each) => [each.before, each.after].map((value) => value?.text)),
  ]
    .filter(Boolean)
    .join(' ');
}
