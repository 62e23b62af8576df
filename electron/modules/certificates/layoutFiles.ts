/**
 * Layouts as files, and the pictures they show. A file is judged whole before anything of it is kept: its size, its
 * check sum, every picture by its own bytes, every part of the layout.
 */
import { createHash } from 'node:crypto';
import { MAX_EMBLEM_BYTES } from '../../../shared/contract/certificates';
import { AppError } from '../../../shared/contract/errors';
import { MAX_LAYOUT_FILE } from '../../../shared/contract/layouts';
import { RECIPIENT_KINDS, type RecipientKind } from '../../../shared/domain/awards';
import { checkLayout, type Layout, LayoutError, layoutPictures } from '../../../shared/domain/layout';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { EMBLEM } from './emblem';
import { findLayout, ownEntry } from './layouts';
import * as repo from './layoutsRepository';
import { addDesign, hashOf, judged } from './layoutsService';
import { pictureSize } from './picture';
import { currentImage } from './repository';

const FILE_SCHEMA = 'so-cong-doan/layout-file@1';

const bytesHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Pictures of some layouts and the emblem, as the drawer takes them. */
export function imagesFor(ctx: Pick<Ctx, 'db'>, layouts: readonly Layout[]): Record<string, Uint8Array> {
  const images: Record<string, Uint8Array> = {};
  const emblem = currentImage(ctx.db, EMBLEM);
  if (emblem) images[EMBLEM] = new Uint8Array(emblem.bytes);
  for (const hash of layouts.flatMap(layoutPictures)) {
    const found = repo.picture(ctx.db, hash);
    if (found) images[hash] = new Uint8Array(found.bytes);
  }
  return images;
}

function keepPicture(ctx: Ctx, bytes: Uint8Array): { hash: string; width: number; height: number } | null {
  const size = bytes.length > MAX_EMBLEM_BYTES ? null : pictureSize(bytes);
  if (!size) return null;
  const hash = bytesHash(bytes);
  repo.insertPicture(ctx.db, { hash, ...size, bytes }, ctx.now());
  return { hash, width: size.width, height: size.height };
}

function addPicture(
  input: ParsedInputOf<'certificates.addPicture'>,
  ctx: Ctx,
): OutputOf<'certificates.addPicture'> {
  const file = ctx.files.open(input.token);
  if (file.size > MAX_EMBLEM_BYTES) throw new AppError('FILE_TOO_LARGE');
  const kept = keepPicture(ctx, file.bytes());
  if (!kept) throw new AppError('FILE_NOT_PICTURE');
  return kept;
}

function pictures(
  input: ParsedInputOf<'certificates.pictures'>,
  ctx: Ctx,
): OutputOf<'certificates.pictures'> {
  const rows = input.hashes.flatMap((hash) => {
    const found = repo.picture(ctx.db, hash);
    return found ? [{ hash, mime: found.mime, data: Buffer.from(found.bytes).toString('base64') }] : [];
  });
  return { rows };
}

async function exportLayout(
  input: ParsedInputOf<'certificates.exportLayout'>,
  ctx: Ctx,
): Promise<OutputOf<'certificates.exportLayout'>> {
  const found = findLayout(ctx, input.layoutId);
  const row = found.own && repo.designById(ctx.db, found.own.id);
  const { layout, kinds } = row ? ownEntry(ctx, row, input.number ?? row.current) : found;
  const shown = layoutPictures(layout).flatMap((hash) => {
    const one = repo.picture(ctx.db, hash);
    return one ? [[hash, Buffer.from(one.bytes).toString('base64')] as const] : [];
  });
  const content = { kinds: [...kinds], layout, pictures: Object.fromEntries(shown) };
  const text = JSON.stringify({ schema: FILE_SCHEMA, sha256: hashOf(JSON.stringify(content)), ...content });
  const name = `${layout.name.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').slice(0, 100)} (bản ${layout.version}).json`;
  return ctx.files.put(name, 'application/json', Buffer.from(text, 'utf8'));
}

interface Parts {
  kinds: RecipientKind[];
  layout: unknown;
  pictures: Map<string, Uint8Array>;
}

const KINDS = new Set<unknown>(RECIPIENT_KINDS);

/** Takes a file apart; a bare layout without the wrapping is taken too. */
function partsOf(text: string): Parts {
  let data: Record<string, unknown>;
  try {
    data = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new LayoutError('LAYOUT_BROKEN');
  }
  if (typeof data !== 'object' || data === null) throw new LayoutError('LAYOUT_BROKEN');
  if (data.schema !== FILE_SCHEMA) return { kinds: [], layout: data, pictures: new Map() };
  const { kinds, layout, pictures: shown = {}, sha256 } = data;
  if (typeof shown !== 'object' || shown === null) throw new LayoutError('LAYOUT_BROKEN');
  if (sha256 !== hashOf(JSON.stringify({ kinds, layout, pictures: shown })))
    throw new AppError('LAYOUT_HASH');
  const known = (Array.isArray(kinds) ? kinds : []).filter((kind): kind is RecipientKind => KINDS.has(kind));
  const entries = Object.entries(shown).map(([hash, value]) => {
    const bytes = Buffer.from(typeof value === 'string' ? value : '', 'base64');
    if (bytesHash(bytes) !== hash || bytes.length > MAX_EMBLEM_BYTES || !pictureSize(bytes))
      throw new LayoutError('LAYOUT_PICTURE', hash.slice(0, 12));
    return [hash, bytes] as const;
  });
  return { kinds: [...new Set(known)], layout, pictures: new Map(entries) };
}

function importLayout(
  input: ParsedInputOf<'certificates.importLayout'>,
  ctx: Ctx,
): OutputOf<'certificates.importLayout'> {
  const file = ctx.files.open(input.token);
  if (file.size > MAX_LAYOUT_FILE) throw new AppError('FILE_TOO_LARGE');
  let parts: Parts | undefined;
  const layout = judged(ctx, (has) => {
    parts = partsOf(
      Buffer.from(file.bytes())
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
    const inFile = parts.pictures;
    return checkLayout(parts.layout, (hash) => inFile.has(hash) || has(hash));
  });
  for (const bytes of parts?.pictures.values() ?? []) keepPicture(ctx, bytes);
  const { backdrop: _, calibration: __, ...rest } = layout;
  const name = layout.name.normalize('NFC').trim() || file.name;
  const note = file.name.slice(0, 200);
  return { ...addDesign(ctx, { name, kinds: parts?.kinds ?? [], layout: rest, note }), name };
}

export const layoutFileHandlers = {
  'certificates.addPicture': addPicture,
  'certificates.pictures': pictures,
  'certificates.exportLayout': exportLayout,
  'certificates.importLayout': importLayout,
};
