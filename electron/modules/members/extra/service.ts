/** The unit's own fields (mục thêm): text, number, date or a choice, and their values of each member. */
import { AppError } from '../../../../shared/contract/errors';
import { partialDate, text } from '../../../../shared/contract/fields';
import type { ExtraKind } from '../../../../shared/domain/privateFields';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import type { Db } from '../../../db/database';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { renameInFilters } from '../views/renamed';
import * as repo from './repository';

export { extraRows } from './repository';

/** Values by field id; null clears. */
export type ExtraInput = Readonly<Record<string, string | number | null>>;
export type ExtraValues = Record<string, string | number>;

/** A field of the unit as lists, filters, imports and exports know it. */
export interface ExtraColumn {
  id: number;
  /** Its name among the register's fields: `extra:ID`. */
  key: `extra:${number}`;
  label: string;
  kind: ExtraKind;
  choices: readonly string[];
}

/** The unit's own fields in use, in order. */
export const extraColumns = (db: Db): ExtraColumn[] =>
  repo.fieldsInOrder(db).map((field) => ({
    id: field.id,
    key: `extra:${field.id}`,
    label: field.label,
    kind: field.kind,
    choices: JSON.parse(field.choices_json) as string[],
  }));

/** The FTS5 expression that finds the typed words in values of own fields; null when no value matches. */
export function ownSearch(db: Db, typed: string): string | null {
  if (!repo.hasFields(db)) return null;
  const words = fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  // A letter alone begins too many values, and is how every name starts to be typed.
  if (words.some((word) => word.length < 2)) return null;
  const match = words.map((word) => `"${word}" *`).join(' AND ');
  return match !== '' && repo.hasMatch(db, match) ? match : null;
}

/** Values of the fields in use, by member and by field id. */
export function extraValuesOf(db: Db, memberIds: readonly number[]): Map<number, ExtraValues> {
  const found = new Map<number, ExtraValues>();
  if (memberIds.length === 0 || !repo.hasFields(db)) return found;
  for (const row of repo.valuesOf(db, memberIds)) {
    const values = found.get(row.member_id) ?? {};
    values[row.field_id] = row.kind === 'number' ? (row.number ?? row.value) : row.value;
    found.set(row.member_id, values);
  }
  return found;
}

/** Tidies values as their fields want them. Errors: INVALID_INPUT at `extra.ID`. */
export function checkExtra(db: Db, values: ExtraInput): ExtraInput {
  const fields = new Map(extraColumns(db).map((field) => [String(field.id), field]));
  const wrong = (id: string) =>
    new AppError('INVALID_INPUT', { fields: { [`extra.${id}`]: 'INVALID_INPUT' } });
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const field = fields.get(id);
      if (!field) throw wrong(id);
      const tidy = tidyValue(field, value);
      if (tidy === undefined) throw wrong(id);
      return [id, tidy];
    }),
  );
}

/** Null when empty, undefined when it does not fit. */
function tidyValue(field: ExtraColumn, value: string | number | null): string | number | null | undefined {
  if (value === null || value === '') return null;
  if (field.kind === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  const line = text(500).safeParse(String(value));
  if (!line.success || line.data === null) return line.success ? null : undefined;
  if (field.kind === 'date') return partialDate.safeParse(line.data).success ? line.data : undefined;
  if (field.kind === 'choice') return field.choices.find((choice) => fold(choice) === fold(line.data ?? ''));
  return line.data;
}

/**
 * Writes values of a member inside the caller's transaction; the caller records the change. Answers what the changed
 * fields were and are. A choice that is no longer offered may stay as it was. Errors: INVALID_INPUT at `extra.ID`.
 */
export function writeExtra(
  ctx: Pick<Ctx, 'db'>,
  memberId: number,
  values: ExtraInput,
): { before: ExtraInput; after: ExtraInput } {
  const held = extraValuesOf(ctx.db, [memberId]).get(memberId) ?? {};
  const differing = Object.fromEntries(
    Object.entries(values).filter(([id, value]) => (value === '' ? null : value) !== (held[id] ?? null)),
  );
  const before: Record<string, string | number | null> = {};
  const after: Record<string, string | number | null> = {};
  for (const [id, value] of Object.entries(checkExtra(ctx.db, differing))) {
    if (value === (held[id] ?? null)) continue;
    before[id] = held[id] ?? null;
    after[id] = value;
    repo.writeValue(ctx.db, memberId, Number(id), value === null ? null : stored(value));
  }
  return { before, after };
}

const stored = (value: string | number) => ({
  value: String(value),
  number: typeof value === 'number' ? value : null,
  folded: fold(String(value)),
});

function extraFields(input: ParsedInputOf<'members.extraFields'>, ctx: Ctx): OutputOf<'members.extraFields'> {
  return {
    rows: repo.fieldsInOrder(ctx.db).map((field) => ({
      id: field.id,
      version: field.version,
      label: field.label,
      kind: field.kind,
      choices: JSON.parse(field.choices_json) as string[],
      used: input.counts ? repo.countUsed(ctx.db, field.id) : null,
    })),
  };
}

function saveExtraField(
  input: ParsedInputOf<'members.saveExtraField'>,
  ctx: Ctx,
): OutputOf<'members.saveExtraField'> {
  const { id, version, label, kind } = input;
  const choices = kind === 'choice' ? uniqueChoices(input.choices) : [];
  if (kind === 'choice' && choices.length === 0)
    throw new AppError('CHOICES_REQUIRED', { fields: { choices: 'CHOICES_REQUIRED' } });
  refuseTwin(ctx, label, id);
  const columns = { label, labelKey: fold(label), kind, choices: JSON.stringify(choices) };
  const after = { label, kind, choices };
  if (id === null) {
    const made = repo.insertField(ctx.db, columns, ctx.now());
    recordChange(ctx, { entity: 'extra_field', entityId: made, action: 'create', after });
    ctx.undo('members.trashExtraFields', { ids: [made] });
    return { id: made, version: 1 };
  }
  const field = repo.fieldById(ctx.db, id);
  if (!field || field.deleted_at !== null) throw new AppError('NOT_FOUND');
  if (kind !== field.kind && repo.isUsed(ctx.db, id))
    throw new AppError('IN_USE', { fields: { kind: 'IN_USE' } });
  const before = {
    label: field.label,
    kind: field.kind,
    choices: JSON.parse(field.choices_json) as string[],
  };
  const { renamed } = input;
  refuseRenames(before.choices, choices, renamed);
  if (!repo.updateField(ctx.db, id, version, columns)) throw new AppError('VERSION_CONFLICT');
  for (const { from, to } of renamed) repo.renameValues(ctx.db, id, from, to, fold(to));
  renameInFilters(ctx.db, `extra:${id}`, renamed);
  recordChange(ctx, { entity: 'extra_field', entityId: id, action: 'update', before, after });
  ctx.undo('members.saveExtraField', {
    id,
    version: version + 1,
    ...before,
    renamed: renamed.map(({ from, to }) => ({ from: to, to: from })),
  });
  return { id, version: version + 1 };
}

/** A choice goes and a new one comes in its place, so that it can be taken back. Errors: INVALID_INPUT at `choices`. */
function refuseRenames(
  before: readonly string[],
  after: readonly string[],
  renamed: readonly { from: string; to: string }[],
): void {
  const fits = ({ from, to }: { from: string; to: string }) =>
    before.includes(from) && !after.includes(from) && after.includes(to) && !before.includes(to);
  const distinct = new Set(renamed.map(({ to }) => to)).size === renamed.length;
  if (!distinct || !renamed.every(fits))
    throw new AppError('INVALID_INPUT', { fields: { choices: 'INVALID_INPUT' } });
}

const uniqueChoices = (choices: readonly string[]): string[] => [
  ...new Map(choices.map((choice) => [fold(choice), choice])).values(),
];

function refuseTwin(ctx: Ctx, label: string, exceptId: number | null): void {
  const twin = extraColumns(ctx.db).some(
    (field) => field.id !== exceptId && fold(field.label) === fold(label),
  );
  if (twin) throw new AppError('DUPLICATE', { fields: { label: 'DUPLICATE' } });
}

function orderExtraFields(
  input: ParsedInputOf<'members.orderExtraFields'>,
  ctx: Ctx,
): OutputOf<'members.orderExtraFields'> {
  const before = extraColumns(ctx.db).map((field) => field.id);
  const ids = [...new Set(input.ids)];
  const after = [...ids, ...before.filter((id) => !ids.includes(id))];
  after.forEach((id, at) => {
    if (!repo.setPosition(ctx.db, id, at + 1)) throw new AppError('NOT_FOUND');
  });
  recordChange(ctx, {
    entity: 'extra_field',
    entityId: null,
    action: 'update',
    before: { order: before },
    after: { order: after },
  });
  ctx.undo('members.orderExtraFields', { ids: before });
  return { count: after.length };
}

function trashExtraFields(
  input: ParsedInputOf<'members.trashExtraFields'>,
  ctx: Ctx,
): OutputOf<'members.trashExtraFields'> {
  for (const id of input.ids) {
    const field = repo.fieldById(ctx.db, id);
    if (!field || !repo.setFieldDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, {
      entity: 'extra_field',
      entityId: id,
      action: 'trash',
      before: { label: field.label },
    });
  }
  ctx.undo('members.restoreExtraFields', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreExtraFields(
  input: ParsedInputOf<'members.restoreExtraFields'>,
  ctx: Ctx,
): OutputOf<'members.restoreExtraFields'> {
  let count = 0;
  for (const id of input.ids) {
    const field = repo.fieldById(ctx.db, id);
    if (!field) throw new AppError('NOT_FOUND');
    if (field.deleted_at === null) continue;
    refuseTwin(ctx, field.label, id);
    repo.setFieldDeleted(ctx.db, id, null);
    recordChange(ctx, {
      entity: 'extra_field',
      entityId: id,
      action: 'restore',
      after: { label: field.label },
    });
    count++;
  }
  ctx.undo('members.trashExtraFields', { ids: input.ids });
  return { count };
}

type Own =
  | 'members.extraFields'
  | 'members.saveExtraField'
  | 'members.orderExtraFields'
  | 'members.trashExtraFields'
  | 'members.restoreExtraFields';
export const extraHandlers: Pick<HandlersOf<'members'>, Own> = {
  'members.extraFields': extraFields,
  'members.saveExtraField': saveExtraField,
  'members.orderExtraFields': orderExtraFields,
  'members.trashExtraFields': trashExtraFields,
  'members.restoreExtraFields': restoreExtraFields,
};
