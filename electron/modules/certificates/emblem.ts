/** The unit's emblem (biểu trưng) and the other choices of its certificates. A picture is judged by its first bytes. */
import { MAX_EMBLEM_BYTES } from '../../../shared/contract/certificates';
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { pictureSize } from './picture';
import { ensureKey } from './proof/keys';
import * as repo from './repository';

/** Field of layouts that the emblem fills. */
export const EMBLEM = 'unit.emblem';

function settings(_: ParsedInputOf<'certificates.settings'>, ctx: Ctx): OutputOf<'certificates.settings'> {
  const row = repo.settings(ctx.db);
  const image = repo.currentImage(ctx.db, EMBLEM);
  const emblem = image
    ? {
        id: image.id,
        name: image.name,
        mime: image.mime,
        width: image.width,
        height: image.height,
        data: Buffer.from(image.bytes).toString('base64'),
      }
    : null;
  return {
    version: row.version,
    national: row.national === 1,
    code: row.code === 1,
    reissue: row.reissue,
    emblem,
  };
}

function saveSettings(
  input: ParsedInputOf<'certificates.saveSettings'>,
  ctx: Ctx,
): OutputOf<'certificates.saveSettings'> {
  const before = repo.settings(ctx.db);
  const after = {
    version: input.version,
    national: input.national ? 1 : 0,
    code: input.code ? 1 : 0,
    reissue: input.reissue ?? before.reissue,
  } as const;
  if (!repo.saveSettings(ctx.db, after)) throw new AppError('VERSION_CONFLICT');
  if (input.code) ensureKey(ctx);
  recordChange(ctx, { entity: 'certificate_setting', entityId: 1, action: 'update', before, after });
  ctx.undo('certificates.saveSettings', {
    version: input.version + 1,
    national: before.national === 1,
    code: before.code === 1,
    reissue: before.reissue,
  });
  return { version: input.version + 1 };
}

/** Puts a picture in force; the undo goes back to the one before. */
function put(ctx: Ctx, id: number | null): { id: number | null } {
  const before = repo.currentImage(ctx.db, EMBLEM)?.id ?? null;
  repo.setCurrentImage(ctx.db, EMBLEM, id);
  recordChange(ctx, {
    entity: 'certificate_image',
    entityId: id ?? before,
    action: 'update',
    before: { id: before },
    after: { id },
  });
  ctx.undo('certificates.useEmblem', { id: before });
  return { id };
}

function setEmblem(
  input: ParsedInputOf<'certificates.setEmblem'>,
  ctx: Ctx,
): OutputOf<'certificates.setEmblem'> {
  if (input.token === null) return put(ctx, null);
  const file = ctx.files.open(input.token);
  if (file.size > MAX_EMBLEM_BYTES) throw new AppError('FILE_TOO_LARGE');
  const bytes = file.bytes();
  const picture = pictureSize(bytes);
  if (!picture) throw new AppError('FILE_BROKEN');
  return put(
    ctx,
    repo.insertImage(ctx.db, EMBLEM, { name: file.name.slice(0, 200), bytes, ...picture }, ctx.now()),
  );
}

function goBack(
  input: ParsedInputOf<'certificates.useEmblem'>,
  ctx: Ctx,
): OutputOf<'certificates.useEmblem'> {
  if (input.id !== null && !repo.imageExists(ctx.db, input.id)) throw new AppError('NOT_FOUND');
  return put(ctx, input.id);
}

export const emblemHandlers = {
  'certificates.settings': settings,
  'certificates.saveSettings': saveSettings,
  'certificates.setEmblem': setEmblem,
  'certificates.useEmblem': goBack,
};
