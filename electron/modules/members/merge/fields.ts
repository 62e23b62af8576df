/** The fields of a merged record: what each side has, what is proposed, and what the choices make of it. */

import type { MERGE_SOURCES } from '../../../../shared/contract/memberMerge';
import { memberFields } from '../../../../shared/contract/members';
import { MASKED_FIELDS, sensitiveGroupOf } from '../../../../shared/domain/privateFields';
import type { Ctx } from '../../../ipc/context';
import { type ExtraValues, extraColumns, extraValuesOf } from '../extra/service';
import { sensitiveState } from '../privacy/service';
import { type MemberFields, toFields } from '../record';
import type { ListedMember } from '../repository';

export type MergeSource = (typeof MERGE_SOURCES)[number];
type Value = string | number | boolean | null;

/** Two texts that may stand one after the other, and how long they may be together. */
const JOINABLE: Readonly<Record<string, number>> = { note: 2000, healthNote: 1000, hardshipNote: 1000 };
/** Fields that come from where their leader comes from when the leaders differ. */
const LEADERS: Readonly<Record<string, string>> = {
  sortName: 'fullName',
  idDate: 'idNumber',
  idPlace: 'idNumber',
  cardDate: 'cardNo',
  cardStatus: 'cardNo',
  partyDate: 'isParty',
  hardshipNote: 'hardship',
  statusDate: 'status',
};

/** Every value of a record by field: those of the contract, status, and the unit's own as `extra:ID`. */
export type AllValues = Record<string, Value>;

export function valuesOf(ctx: Pick<Ctx, 'db'>, row: ListedMember): AllValues {
  const extra: ExtraValues = extraValuesOf(ctx.db, [row.id]).get(row.id) ?? {};
  return {
    ...toFields(row),
    status: row.status,
    statusDate: row.status_date,
    ...Object.fromEntries(Object.entries(extra).map(([id, value]) => [`extra:${id}`, value])),
  };
}

/** Names of all fields in the order of the form, then status, then the unit's own. */
export function fieldNames(ctx: Pick<Ctx, 'db'>): string[] {
  const own = extraColumns(ctx.db).map((column) => column.key);
  return [...Object.keys(memberFields), 'status', 'statusDate', ...own];
}

export interface PlannedField {
  field: string;
  kept: Value;
  gone: Value;
  same: boolean;
  proposed: MergeSource;
  joinable: boolean;
}

/** Both values of every field, with what is proposed. */
export function planFields(ctx: Pick<Ctx, 'db'>, kept: AllValues, gone: AllValues): PlannedField[] {
  return fieldNames(ctx).map((field) => {
    const [ours, theirs] = [kept[field] ?? null, gone[field] ?? null];
    const joinable = field in JOINABLE && ours !== null && theirs !== null && ours !== theirs;
    return {
      field,
      kept: ours,
      gone: theirs,
      same: ours === theirs,
      joinable,
      proposed: joinable ? 'both' : proposal(field, kept, gone),
    };
  });
}

function proposal(field: string, kept: AllValues, gone: AllValues): 'kept' | 'gone' {
  const [ours, theirs] = [kept[field] ?? null, gone[field] ?? null];
  const leader = LEADERS[field];
  if (leader && (kept[leader] ?? null) !== (gone[leader] ?? null)) return proposal(leader, kept, gone);
  if (field === 'statusDate') return 'kept';
  if (ours === null) return theirs === null ? 'kept' : 'gone';
  const fuller =
    typeof ours === 'string' && typeof theirs === 'string' && theirs !== ours && theirs.startsWith(ours);
  return fuller && /Date$/.test(field) ? 'gone' : 'kept';
}

export interface MergedValues {
  values: AllValues;
  /** Fields whose value is the other record's. */
  taken: Set<string>;
}

/** What the choices make; a field that was not chosen follows its leader's choice, else the proposal. */
export function mergeValues(
  fields: readonly PlannedField[],
  choices: readonly { field: string; from: MergeSource }[],
): MergedValues & { tooLong: string | null } {
  const chosen = new Map(choices.map(({ field, from }) => [field, from]));
  const values: AllValues = {};
  const taken = new Set<string>();
  let tooLong: string | null = null;
  const differs = new Set(fields.filter((one) => !one.same).map((one) => one.field));
  for (const one of fields) {
    const leader = LEADERS[one.field];
    const led = leader && differs.has(leader) ? chosen.get(leader) : undefined;
    const wanted = chosen.get(one.field) ?? led ?? one.proposed;
    const from = wanted === 'both' && !one.joinable ? one.proposed : wanted;
    if (from === 'both') {
      const joined = `${one.kept}\n${one.gone}`;
      if (joined.length > (JOINABLE[one.field] ?? 0)) tooLong = one.field;
      values[one.field] = joined;
    } else values[one.field] = from === 'gone' ? one.gone : one.kept;
    if (from === 'gone' && !one.same) taken.add(one.field);
  }
  return { values, taken, tooLong };
}

export const memberPart = (values: AllValues): MemberFields =>
  Object.fromEntries(
    Object.keys(memberFields).map((field) => [field, values[field] ?? null]),
  ) as unknown as MemberFields;

/** Values of the unit's own fields by id. */
export const extraPart = (values: AllValues): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => field.startsWith('extra:'))
      .map(([field, value]) => [field.slice('extra:'.length), value as string | number | null]),
  );

/** Fields shown for comparing: not those that are switched off, and not what neither record has. */
export function shownFields(ctx: Pick<Ctx, 'db'>, fields: readonly PlannedField[]): PlannedField[] {
  const state: Readonly<Record<string, boolean>> = sensitiveState(ctx);
  return fields.filter(
    ({ field, kept, gone }) =>
      (kept !== null || gone !== null) &&
      !(field === 'statusDate' && kept === gone) &&
      (sensitiveGroupOf(field) === null || state[field]),
  );
}

export const isMasked = (field: string): boolean => MASKED_FIELDS.includes(field as never);
