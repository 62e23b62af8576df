/**
 * Plain records an office keeps: added, changed over the version read, moved to the trash and back, each step with its
 * row in the change log and the operation that takes it back.
 */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../shared/contract/errors';
import { fold } from '../../shared/text/fold';
import { recordChange } from '../db/audit';
import type { Db } from '../db/database';
import { insertRecord, updateRecord } from '../db/records';
import { setDeletedAt, type TrashTable } from '../db/trash';
import type { Ctx, OperationName } from '../ipc/context';

export interface KeptRow {
  id: number;
  version: number;
  deletedAt: string | null;
}
export interface Own {
  id: number | null;
  version: number | null;
}

/** A kind of record: where it lies, how it is written, and the operations that save it and move it. */
export interface Kept<F extends object, R extends KeptRow> {
  readonly table: TrashTable;
  /** Rows travel between files. */
  readonly uid?: true;
  readonly operations: { save: OperationName; trash: OperationName; restore: OperationName };
  find(db: Db, id: number): R | undefined;
  /** As the operation takes them. */
  fields(row: R): F;
  /** Values of the columns, by field name. */
  written(fields: F): Record<string, unknown>;
  /** What the change log keeps, where that is not all fields. */
  logged?(fields: F): object;
  /** Refuses what cannot be saved; `before`: the row that is changed. */
  check?(ctx: Ctx, fields: F, before: R | null): void;
  /** Refuses to move a row to the trash, or to take it back. */
  checkTrash?(ctx: Ctx, row: R): void;
  checkRestore?(ctx: Ctx, row: R): void;
}

/** The named fields of a row. */
export const only = <R extends object, K extends keyof R>(row: R, keys: readonly K[]): Pick<R, K> =>
  Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<R, K>;

/** Errors: DUPLICATE for a name another row of the list has. */
export function refuseTwin(
  rows: readonly { id: number; name: string }[],
  name: string,
  before: { id: number } | null,
): void {
  if (rows.some((row) => row.id !== before?.id && fold(row.name) === fold(name)))
    throw new AppError('DUPLICATE', { fields: { name: 'DUPLICATE' }, details: { name } });
}
/** Errors: IN_USE for a row something has. */
export function refuseUsed(row: { used: number }): void {
  if (row.used > 0) throw new AppError('IN_USE');
}

/** A record that is not in the trash. Errors: NOT_FOUND. */
export function liveKept<F extends object, R extends KeptRow>(
  ctx: Pick<Ctx, 'db'>,
  kept: Kept<F, R>,
  id: number,
  field?: string,
): R {
  const row = kept.find(ctx.db, id);
  if (!row || row.deletedAt !== null)
    throw new AppError('NOT_FOUND', field ? { fields: { [field]: 'NOT_FOUND' } } : {});
  return row;
}

/** Errors: NOT_FOUND, VERSION_CONFLICT and those of the kind. */
export function saveKept<F extends object, R extends KeptRow>(
  ctx: Ctx,
  kept: Kept<F, R>,
  { id, version }: Own,
  fields: F,
): { id: number; version: number } {
  const { table, operations, logged = (all: F): object => all } = kept;
  const row = id === null ? null : liveKept(ctx, kept, id);
  kept.check?.(ctx, fields, row);
  const written = { ...kept.written(fields), ...(kept.uid && row === null ? { uid: uuid() } : {}) };
  const columns = Object.keys(written);
  if (row === null) {
    const made = insertRecord<string>(ctx.db, table, columns, written, ctx.now());
    recordChange(ctx, { entity: table, entityId: made, action: 'create', after: logged(fields) });
    ctx.undo(operations.trash, { ids: [made] });
    return { id: made, version: 1 };
  }
  const held = version ?? 0;
  const saved = { ...written, id: row.id, version: held };
  if (!updateRecord<string>(ctx.db, table, columns, saved, ctx.now())) throw new AppError('VERSION_CONFLICT');
  const before = kept.fields(row);
  recordChange(ctx, {
    entity: table,
    entityId: row.id,
    action: 'update',
    before: logged(before),
    after: logged(fields),
  });
  ctx.undo(operations.save, { id: row.id, version: held + 1, ...before });
  return { id: row.id, version: held + 1 };
}

/** To the trash, and back. */
export function keptMovers<F extends object, R extends KeptRow>(kept: Kept<F, R>) {
  const { table, operations, logged = (all: F): object => all } = kept;
  return {
    trash({ ids }: { ids: number[] }, ctx: Ctx): { count: number } {
      for (const id of ids) {
        const row = liveKept(ctx, kept, id);
        kept.checkTrash?.(ctx, row);
        setDeletedAt(ctx.db, table, id, ctx.now());
        recordChange(ctx, { entity: table, entityId: id, action: 'trash', before: logged(kept.fields(row)) });
      }
      ctx.undo(operations.restore, { ids });
      return { count: ids.length };
    },
    restore({ ids }: { ids: number[] }, ctx: Ctx): { count: number } {
      let count = 0;
      for (const id of ids) {
        const row = kept.find(ctx.db, id);
        if (!row || row.deletedAt === null) continue;
        kept.checkRestore?.(ctx, row);
        setDeletedAt(ctx.db, table, id, null);
        recordChange(ctx, { entity: table, entityId: id, action: 'restore' });
        count++;
      }
      ctx.undo(operations.trash, { ids });
      return { count };
    },
  };
}
