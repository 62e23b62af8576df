/** Pre-printed blanks (phôi): what they are, what stands on them already, their scans, which never reach a PDF. */
import { createHash } from 'node:crypto';
import { MAX_SCAN_BYTES } from '../../../shared/contract/blanks';
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './blanksRepository';
import { pictureSize } from './picture';

export { trashedBlanks } from './blanksRepository';

const ENTITY = 'certificate_blank';

/** Errors: NOT_FOUND. */
export function liveBlank(ctx: Pick<Ctx, 'db'>, id: number): repo.Blank {
  const blank = repo.blankById(ctx.db, id);
  if (!blank) throw new AppError('NOT_FOUND');
  return blank;
}

/** Items not printed: those switched off by hand and those that stand on the blank. */
export function skippedOn(ctx: Pick<Ctx, 'db'>, blankId: number | null, skip: readonly string[]): string[] {
  return blankId === null ? [...skip] : [...new Set([...skip, ...liveBlank(ctx, blankId).off])];
}

function scan(input: ParsedInputOf<'certificates.scan'>, ctx: Ctx): OutputOf<'certificates.scan'> {
  const found = repo.scanByHash(ctx.db, input.hash);
  if (!found) throw new AppError('NOT_FOUND');
  const { mime, width, height, bytes } = found;
  return { mime, width, height, data: Buffer.from(bytes).toString('base64') };
}

function addScan(input: ParsedInputOf<'certificates.addScan'>, ctx: Ctx): OutputOf<'certificates.addScan'> {
  const file = ctx.files.open(input.token);
  if (file.size > MAX_SCAN_BYTES) throw new AppError('FILE_TOO_LARGE');
  const bytes = file.bytes();
  const size = pictureSize(bytes);
  if (!size) throw new AppError('FILE_NOT_PICTURE');
  const hash = createHash('sha256').update(bytes).digest('hex');
  repo.insertScan(ctx.db, hash, { ...size, bytes }, ctx.now());
  return { hash, width: size.width, height: size.height };
}

/** What the change log tells of a blank. */
const told = ({ name, w, h, off, layouts }: repo.BlankFields) => ({
  name,
  w,
  h,
  off: off.join(', '),
  layouts: layouts.join(', '),
});

function save(input: ParsedInputOf<'certificates.saveBlank'>, ctx: Ctx): OutputOf<'certificates.saveBlank'> {
  const { id, version, ...fields } = input;
  if (fields.scan !== null && !repo.hasScan(ctx.db, fields.scan)) throw new AppError('NOT_FOUND');
  if (id === null) {
    const newId = repo.insertBlank(ctx.db, fields, ctx.now());
    recordChange(ctx, { entity: ENTITY, entityId: newId, action: 'create', after: told(fields) });
    ctx.undo('certificates.trashBlanks', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const { lastPrinterId: _, version: current, id: __, ...before } = liveBlank(ctx, id);
  const held = version ?? current;
  if (!repo.updateBlank(ctx.db, id, held, fields)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: ENTITY,
    entityId: id,
    action: 'update',
    before: told(before),
    after: told(fields),
  });
  ctx.undo('certificates.saveBlank', { ...before, id, version: held + 1 });
  return { id, version: held + 1 };
}

function trash(
  input: ParsedInputOf<'certificates.trashBlanks'>,
  ctx: Ctx,
): OutputOf<'certificates.trashBlanks'> {
  for (const id of input.ids) {
    const before = liveBlank(ctx, id);
    repo.setBlankDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'trash', before: told(before) });
  }
  ctx.undo('certificates.restoreBlanks', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'certificates.restoreBlanks'>,
  ctx: Ctx,
): OutputOf<'certificates.restoreBlanks'> {
  const back = input.ids.filter((id) => repo.setBlankDeleted(ctx.db, id, null));
  for (const id of back) recordChange(ctx, { entity: ENTITY, entityId: id, action: 'restore' });
  ctx.undo('certificates.trashBlanks', { ids: input.ids });
  return { count: back.length };
}

export const blankHandlers = {
  'certificates.blanks': (
    _: ParsedInputOf<'certificates.blanks'>,
    ctx: Ctx,
  ): OutputOf<'certificates.blanks'> => ({ rows: repo.blanks(ctx.db) }),
  'certificates.scan': scan,
  'certificates.addScan': addScan,
  'certificates.saveBlank': save,
  'certificates.trashBlanks': trash,
  'certificates.restoreBlanks': restore,
};
