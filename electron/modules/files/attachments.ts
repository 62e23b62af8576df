/** Files attached to records: kept, told of, opened, taken off and put back. */
import { readFileSync, rmSync } from 'node:fs';
import { AppError } from '../../../shared/contract/errors';
import {
  type AttachmentKind,
  endingOf,
  fileTypeOf,
  isShownPicture,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENT_MB,
} from '../../../shared/domain/attachments';
import { recordChange } from '../../db/audit';
import { isPresent, placeIn, readStored, storeBytes, writeOnce } from '../../db/fileVault';
import { storeLayout } from '../../db/layout';
import { pictureFacts } from '../../documents/pictures';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';

export type AttachmentFacts = Partial<Omit<repo.Facts, 'name' | 'kind'>> & {
  name?: string | null;
  kind?: AttachmentKind | null;
};

/**
 * Keeps an incoming file's bytes and makes them known. For areas that point at bytes themselves.
 * Errors: FILE_TOKEN_UNKNOWN, FILE_TOO_LARGE, FILE_BLANK, FILE_LIMIT, FILE_KIND.
 */
export function keepIncoming(
  ctx: Ctx,
  token: string,
): { hash: string; size: number; mime: string; name: string } {
  const file = ctx.files.open(token);
  const type = fileTypeOf(file.name);
  if (!type) throw new AppError('FILE_KIND', { details: { name: file.name } });
  if (file.size === 0) throw new AppError('FILE_BLANK', { details: { name: file.name } });
  if (file.size > MAX_ATTACHMENT_BYTES)
    throw new AppError('FILE_LIMIT', {
      details: { name: file.name, size: Math.ceil(file.size / 1048576), limit: MAX_ATTACHMENT_MB },
    });
  return { ...keepBytes(ctx, file.bytes(), type.mime), mime: type.mime, name: file.name };
}

/** Keeps produced bytes and makes them known. */
export function keepBytes(ctx: Ctx, bytes: Uint8Array, mime: string): { hash: string; size: number } {
  const hash = storeBytes(ctx.paths.data, bytes);
  repo.insertStored(ctx.db, hash, bytes.byteLength, mime, ctx.now());
  return { hash, size: bytes.byteLength };
}

/** The bytes of a hash. Errors: FILE_MISSING, FILE_ALTERED. */
export function keptBytes(ctx: Ctx, hash: string, name: string): Uint8Array {
  const bytes = readStored(ctx.paths.data, hash);
  if (bytes === 'missing') throw new AppError('FILE_MISSING', { details: { name } });
  if (bytes === 'altered') throw new AppError('FILE_ALTERED', { details: { name } });
  return bytes;
}

/** Attaches an incoming file to a record. Errors: NOT_FOUND, DUPLICATE and those of the file. */
export function attach(
  ctx: Ctx,
  entity: string,
  entityId: number,
  token: string,
  facts: AttachmentFacts = {},
): { id: number; version: number } {
  if (!repo.recordExists(ctx.db, entity, entityId)) throw new AppError('NOT_FOUND');
  const file = keepIncoming(ctx, token);
  const twin = repo.attachmentsOf(ctx.db, entity, entityId).find((row) => row.hash === file.hash);
  if (twin) throw new AppError('DUPLICATE', { details: { name: twin.name } });
  const row = {
    entity,
    entityId,
    hash: file.hash,
    name: facts.name ? withEnding(facts.name, file.name) : file.name,
    kind: facts.kind ?? fileTypeOf(file.name)?.kind ?? 'other',
    takenOn: facts.takenOn ?? null,
    author: facts.author ?? null,
    source: facts.source ?? null,
    note: facts.note ?? null,
  };
  const id = repo.insertAttachment(ctx.db, row, ctx.now());
  recordChange(ctx, { entity: 'attachment', entityId: id, action: 'create', after: row });
  ctx.undo('files.trash', { ids: [id] });
  return { id, version: 1 };
}

function list(input: ParsedInputOf<'files.list'>, ctx: Ctx): OutputOf<'files.list'> {
  const rows = repo.attachmentsOf(ctx.db, input.entity, input.entityId);
  return {
    rows: rows.map(({ deletedAt: _, ...row }) => ({
      ...row,
      present: isPresent(ctx.paths.data, row.hash, row.size),
    })),
    bytes: rows.reduce((sum, row) => sum + row.size, 0),
  };
}

/** The ending tells which program opens a file: a new name keeps it. */
function withEnding(name: string, from: string): string {
  return endingOf(name) === endingOf(from) ? name : `${name}.${endingOf(from)}`;
}

function update(input: ParsedInputOf<'files.update'>, ctx: Ctx): OutputOf<'files.update'> {
  const { id, version, ...told } = input;
  const row = repo.attachmentById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  const facts = { ...told, name: withEnding(told.name, row.name) };
  const { name, kind, takenOn, author, source, note } = row;
  const before = { name, kind, takenOn, author, source, note };
  if (!repo.updateAttachment(ctx.db, id, version, facts, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'attachment', entityId: id, action: 'update', before, after: facts });
  ctx.undo('files.update', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'files.trash'>, ctx: Ctx): OutputOf<'files.trash'> {
  for (const id of input.ids) {
    const before = repo.attachmentById(ctx.db, id);
    if (!before || !repo.setAttachmentDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'attachment', entityId: id, action: 'trash', before });
  }
  ctx.undo('files.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'files.restore'>, ctx: Ctx): OutputOf<'files.restore'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setAttachmentDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'attachment', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('files.trash', { ids: input.ids });
  return { count };
}

async function open(input: ParsedInputOf<'files.open'>, ctx: Ctx): Promise<OutputOf<'files.open'>> {
  const row = repo.attachmentById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return ctx.files.put(row.name, row.mime, keptBytes(ctx, row.hash, row.name));
}

function liveAttachment(ctx: Ctx, id: number): repo.AttachmentRow {
  const row = repo.attachmentById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** Larger pictures are not handed to the window to be drawn small. */
const MAX_DRAWN_BYTES = 25 * 1024 * 1024;
const base64Of = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const smallPlace = (ctx: Ctx, hash: string) => placeIn(storeLayout(ctx.paths.data).smallPictures, hash);

function picture(input: ParsedInputOf<'files.picture'>, ctx: Ctx): OutputOf<'files.picture'> {
  const row = liveAttachment(ctx, input.id);
  const none = { data: null, mime: row.mime, small: false };
  if (!isShownPicture(row.mime)) return none;
  try {
    const small = new Uint8Array(readFileSync(smallPlace(ctx, row.hash)));
    return { data: base64Of(small), mime: 'image/jpeg', small: true };
  } catch {
    const bytes = row.size <= MAX_DRAWN_BYTES ? readStored(ctx.paths.data, row.hash) : null;
    return bytes instanceof Uint8Array ? { ...none, data: base64Of(bytes) } : none;
  }
}

function keepSmall(input: ParsedInputOf<'files.keepSmall'>, ctx: Ctx): OutputOf<'files.keepSmall'> {
  const row = liveAttachment(ctx, input.id);
  const bytes = new Uint8Array(Buffer.from(input.data, 'base64'));
  if (pictureFacts(bytes)?.mime !== 'image/jpeg') throw new AppError('FILE_NOT_PICTURE');
  const place = smallPlace(ctx, row.hash);
  rmSync(place, { force: true });
  writeOnce(place, bytes);
  return { kept: true };
}

type FileOperation = Exclude<
  Extract<keyof HandlersOf<'files'>, `files.${string}`>,
  'files.check' | 'files.purge'
>;
export const attachmentHandlers: Pick<HandlersOf<'files'>, FileOperation> = {
  'files.list': list,
  'files.attach': ({ entity, entityId, token, ...facts }, ctx) => attach(ctx, entity, entityId, token, facts),
  'files.update': update,
  'files.trash': trash,
  'files.restore': restore,
  'files.open': open,
  'files.picture': picture,
  'files.keepSmall': keepSmall,
};
