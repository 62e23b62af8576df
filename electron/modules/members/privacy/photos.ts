/** The picture of a member (ảnh 2×3): one in use, replaced ones in the trash. */
import { AppError } from '../../../../shared/contract/errors';
import { MAX_PHOTO_BYTES } from '../../../../shared/contract/memberPrivacy';
import { recordChange } from '../../../db/audit';
import { pictureFacts } from '../../../documents/pictures';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { memberById } from '../repository';
import { withdrawnOf } from './consentRepository';
import * as repo from './repository';

/** Largest file looked at before it is made small, in bytes. */
const MAX_PICKED = 12 * 1024 * 1024;
const base64Of = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function photo(input: ParsedInputOf<'members.photo'>, ctx: Ctx): OutputOf<'members.photo'> {
  const found = repo.photoOf(ctx.db, input.id);
  if (!found || withdrawnOf(ctx.db, input.id).includes('photo')) return { photo: null };
  const { bytes, ...facts } = found;
  return { photo: { ...facts, data: base64Of(bytes) } };
}

function pickedPhoto(input: ParsedInputOf<'members.pickedPhoto'>, ctx: Ctx): OutputOf<'members.pickedPhoto'> {
  const file = ctx.files.open(input.token);
  if (file.size > MAX_PICKED) throw new AppError('FILE_TOO_LARGE');
  const bytes = file.bytes();
  const facts = pictureFacts(bytes);
  if (!facts) throw new AppError('FILE_NOT_PICTURE');
  return { mime: facts.mime, data: base64Of(bytes) };
}

function setPhoto(input: ParsedInputOf<'members.setPhoto'>, ctx: Ctx): OutputOf<'members.setPhoto'> {
  const member = memberById(ctx.db, input.id);
  if (!member || member.deleted_at !== null) throw new AppError('NOT_FOUND');
  const bytes = new Uint8Array(Buffer.from(input.data, 'base64'));
  if (bytes.byteLength > MAX_PHOTO_BYTES) throw new AppError('FILE_TOO_LARGE');
  const facts = pictureFacts(bytes);
  if (!facts) throw new AppError('FILE_NOT_PICTURE');
  const before = repo.photoOf(ctx.db, input.id);
  if (before) repo.setPhotoDeleted(ctx.db, before.id, ctx.now());
  const id = repo.insertPhoto(ctx.db, input.id, { ...facts, bytes }, ctx.now());
  recordChange(ctx, {
    entity: 'member_photo',
    entityId: id,
    action: 'create',
    after: { fullName: member.full_name, width: facts.width, height: facts.height, size: bytes.byteLength },
  });
  if (before) ctx.undo('members.restorePhotos', { ids: [before.id] });
  else ctx.undo('members.trashPhotos', { ids: [id] });
  return { id };
}

function trashPhotos(input: ParsedInputOf<'members.trashPhotos'>, ctx: Ctx): OutputOf<'members.trashPhotos'> {
  for (const id of input.ids) {
    const found = repo.photoById(ctx.db, id);
    if (!found || !repo.setPhotoDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    record(ctx, id, found.memberId, 'trash');
  }
  ctx.undo('members.restorePhotos', { ids: input.ids });
  return { count: input.ids.length };
}

function restorePhotos(
  input: ParsedInputOf<'members.restorePhotos'>,
  ctx: Ctx,
): OutputOf<'members.restorePhotos'> {
  let undo: { operation: 'members.restorePhotos' | 'members.trashPhotos'; id: number } | null = null;
  let count = 0;
  for (const id of input.ids) {
    const found = repo.photoById(ctx.db, id);
    if (!found) throw new AppError('NOT_FOUND');
    if (found.deletedAt === null) continue;
    const inUse = repo.photoOf(ctx.db, found.memberId);
    if (inUse) {
      repo.setPhotoDeleted(ctx.db, inUse.id, ctx.now());
      record(ctx, inUse.id, found.memberId, 'trash');
    }
    repo.setPhotoDeleted(ctx.db, id, null);
    record(ctx, id, found.memberId, 'restore');
    undo = inUse
      ? { operation: 'members.restorePhotos', id: inUse.id }
      : { operation: 'members.trashPhotos', id };
    count++;
  }
  if (undo && count === 1) ctx.undo(undo.operation, { ids: [undo.id] });
  return { count };
}

function record(ctx: Ctx, id: number, memberId: number, action: 'trash' | 'restore'): void {
  const fullName = memberById(ctx.db, memberId)?.full_name ?? null;
  recordChange(ctx, { entity: 'member_photo', entityId: id, action, after: { fullName } });
}

type PhotoOperation = Extract<keyof HandlersOf<'members'>, `members.${string}hoto${string}`>;
export const photoHandlers: Pick<HandlersOf<'members'>, PhotoOperation> = {
  'members.photo': photo,
  'members.pickedPhoto': pickedPhoto,
  'members.setPhoto': setPhoto,
  'members.trashPhotos': trashPhotos,
  'members.restorePhotos': restorePhotos,
};
