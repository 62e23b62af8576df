/** Adjustments by printer, tray and blank: a shift in millimetres and a scale. */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';

function save(
  input: ParsedInputOf<'certificates.savePrinter'>,
  ctx: Ctx,
): OutputOf<'certificates.savePrinter'> {
  const { id, version, ...fields } = input;
  if (id === null) {
    const newId = repo.insertPrinter(ctx.db, fields, ctx.now());
    recordChange(ctx, { entity: 'certificate_printer', entityId: newId, action: 'create', after: fields });
    ctx.undo('certificates.trashPrinters', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const before = repo.printerById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  const held = version ?? before.version;
  if (!repo.updatePrinter(ctx.db, { ...fields, id, version: held })) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'certificate_printer', entityId: id, action: 'update', before, after: fields });
  ctx.undo('certificates.savePrinter', { ...before, version: held + 1 });
  return { id, version: held + 1 };
}

function trash(
  input: ParsedInputOf<'certificates.trashPrinters'>,
  ctx: Ctx,
): OutputOf<'certificates.trashPrinters'> {
  for (const id of input.ids) {
    const before = repo.printerById(ctx.db, id);
    if (!before || !repo.setPrinterDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'certificate_printer', entityId: id, action: 'trash', before });
  }
  ctx.undo('certificates.restorePrinters', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'certificates.restorePrinters'>,
  ctx: Ctx,
): OutputOf<'certificates.restorePrinters'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setPrinterDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'certificate_printer', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('certificates.trashPrinters', { ids: input.ids });
  return { count };
}

export const printerHandlers = {
  'certificates.printers': (
    _: ParsedInputOf<'certificates.printers'>,
    ctx: Ctx,
  ): OutputOf<'certificates.printers'> => ({ rows: repo.printers(ctx.db) }),
  'certificates.savePrinter': save,
  'certificates.trashPrinters': trash,
  'certificates.restorePrinters': restore,
};
