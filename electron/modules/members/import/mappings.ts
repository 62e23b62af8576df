/** Mappings agreed to once and known again by the shape of the file: listed, renamed, put into the trash and back. */
import { AppError } from '../../../../shared/contract/errors';
import { readRemembered } from '../../../../shared/domain/import';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import * as repo from './mappingRepository';
import type { LayoutChoice } from './read';

/** Remembers the mappings a written list agreed to. Must be called inside the transaction that writes it. */
export function rememberAgreed(ctx: Ctx, fileName: string, agreed: readonly LayoutChoice[]): void {
  for (const { shape, columns, sheet } of agreed)
    repo.rememberMapping(
      ctx.db,
      agreed.length > 1 && sheet ? `${fileName} – ${sheet}` : fileName,
      shape,
      columns,
      ctx.now(),
    );
}

function importMappings(
  _: ParsedInputOf<'members.importMappings'>,
  ctx: Ctx,
): OutputOf<'members.importMappings'> {
  return {
    rows: repo.mappings(ctx.db).map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      headers: readRemembered(row.columns_json).flatMap(({ label }) => (label ? [label] : [])),
      columns: readRemembered(row.columns_json).filter(({ field }) => field !== null).length,
      usedAt: row.used_at,
      usedCount: row.used_count,
    })),
  };
}

function rename(
  input: ParsedInputOf<'members.renameImportMapping'>,
  ctx: Ctx,
): OutputOf<'members.renameImportMapping'> {
  const before = repo.mappingById(ctx.db, input.id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  if (!repo.renameMapping(ctx.db, input.id, input.version, input.name))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'import_mapping',
    entityId: input.id,
    action: 'update',
    before: { name: before.name },
    after: { name: input.name },
  });
  ctx.undo('members.renameImportMapping', { id: input.id, version: input.version + 1, name: before.name });
  return { id: input.id, version: input.version + 1 };
}

function trash(
  input: ParsedInputOf<'members.trashImportMappings'>,
  ctx: Ctx,
): OutputOf<'members.trashImportMappings'> {
  for (const id of input.ids) {
    const found = repo.mappingById(ctx.db, id);
    if (!found || !repo.setMappingDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, {
      entity: 'import_mapping',
      entityId: id,
      action: 'trash',
      after: { name: found.name },
    });
  }
  ctx.undo('members.restoreImportMappings', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'members.restoreImportMappings'>,
  ctx: Ctx,
): OutputOf<'members.restoreImportMappings'> {
  let count = 0;
  for (const id of input.ids) {
    const found = repo.mappingById(ctx.db, id);
    if (!found) throw new AppError('NOT_FOUND');
    if (found.deleted_at === null) continue;
    if (repo.mappingOfShape(ctx.db, found.shape)) throw new AppError('DUPLICATE');
    repo.setMappingDeleted(ctx.db, id, null);
    recordChange(ctx, {
      entity: 'import_mapping',
      entityId: id,
      action: 'restore',
      after: { name: found.name },
    });
    count++;
  }
  ctx.undo('members.trashImportMappings', { ids: input.ids });
  return { count };
}

type Own = Extract<
  keyof HandlersOf<'members'>,
  `members.${string}ImportMapping${string}` | 'members.importMappings'
>;
export const mappingHandlers: Pick<HandlersOf<'members'>, Own> = {
  'members.importMappings': importMappings,
  'members.renameImportMapping': rename,
  'members.trashImportMappings': trash,
  'members.restoreImportMappings': restore,
};
