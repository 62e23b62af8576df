/** Saving and trashing the rows this part keeps, the same way for each kind. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import { insertRecord, updateRecord } from '../../db/records';
import type { Ctx, OperationName } from '../../ipc/context';
import * as repo from './rulesRepository';

/** One kind of row: its table, its fields as the contract names them, and the operations that undo each other. */
export interface RowKind<F extends object> {
  readonly table: repo.RulesTable;
  readonly fields: readonly (keyof F & string)[];
  /** From the row as stored to the contract's fields. */
  read(row: never): F;
  /** To what the columns hold. */
  write(fields: F): Readonly<Record<keyof F & string, unknown>>;
  readonly save: OperationName;
  readonly trash: OperationName;
  readonly restore: OperationName;
}

type Saving = { id: number | null; version: number | null };
const undo = (ctx: Ctx, name: OperationName, input: unknown) =>
  (ctx.undo as (name: OperationName, input: unknown) => void)(name, input);

/** A row that is not in the trash. Errors: NOT_FOUND. */
export function liveRow<F extends object>(ctx: Ctx, kind: RowKind<F>, id: number): F & { version: number } {
  const row = repo.rowById(ctx.db, kind.table, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return { ...kind.read(row as never), version: row.version };
}

/** Adds a row, or writes its fields over the version given. */
export function saveRow<F extends object>(
  ctx: Ctx,
  kind: RowKind<F>,
  input: Saving & F,
): { id: number; version: number } {
  const { id, version, ...rest } = input;
  const fields = rest as unknown as F;
  if (id === null) {
    const columns = ['uid', ...kind.fields];
    const made = insertRecord(ctx.db, kind.table, columns, { uid: uuid(), ...kind.write(fields) }, ctx.now());
    recordChange(ctx, { entity: kind.table, entityId: made, action: 'create', after: fields });
    undo(ctx, kind.trash, { ids: [made] });
    return { id: made, version: 1 };
  }
  const { version: held, ...before } = liveRow(ctx, kind, id);
  const over = version ?? held;
  if (!updateRecord(ctx.db, kind.table, kind.fields, { ...kind.write(fields), id, version: over }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: kind.table, entityId: id, action: 'update', before, after: fields });
  undo(ctx, kind.save, { ...before, id, version: over + 1 });
  return { id, version: over + 1 };
}

export const trashRows =
  <F extends object>(kind: RowKind<F>) =>
  (input: { ids: number[] }, ctx: Ctx): { count: number } => {
    for (const id of input.ids) {
      const { version: _, ...before } = liveRow(ctx, kind, id);
      repo.setRowDeleted(ctx.db, kind.table, id, ctx.now());
      recordChange(ctx, { entity: kind.table, entityId: id, action: 'trash', before });
    }
    undo(ctx, kind.restore, { ids: input.ids });
    return { count: input.ids.length };
  };

export const restoreRows =
  <F extends object>(kind: RowKind<F>) =>
  (input: { ids: number[] }, ctx: Ctx): { count: number } => {
    const back = input.ids.filter((id) => repo.setRowDeleted(ctx.db, kind.table, id, null));
    for (const id of back) recordChange(ctx, { entity: kind.table, entityId: id, action: 'restore' });
    undo(ctx, kind.trash, { ids: input.ids });
    return { count: back.length };
  };
