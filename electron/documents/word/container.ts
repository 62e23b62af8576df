/**
 * Opens a Word file that came from outside, without trusting it: what it says of its sizes, what it carries and where
 * it points are checked before any of it is used.
 */
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/contract/errors';
import { xmlProblem } from './xml';

const MAX_ENTRIES = 2000;
/** Bytes of all parts together. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const OLD_OFFICE = 0xd0cf11e0;

/** Parts of a package by name. */
export type Parts = Map<string, Uint8Array>;

const DOCUMENT = 'word/document.xml';

/** Parts whose text is filled. */
export const isFilled = (name: string): boolean => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name);

export const textOf = (parts: Parts, name: string): string =>
  new TextDecoder().decode(parts.get(name) ?? new Uint8Array());

/** Reads a Word file. Errors: DOCX_OLD, DOCX_NOT_WORD, DOCX_TOO_LARGE, DOCX_BROKEN, DOCX_UNSAFE, DOCX_EXTERNAL. */
export function openWord(bytes: Uint8Array): Parts {
  const parts = unpack(bytes);
  if (!parts.has('[Content_Types].xml') || !parts.has(DOCUMENT)) throw new AppError('DOCX_NOT_WORD');
  for (const name of parts.keys())
    if (/vbaProject|activeX|oleObject|\/embeddings\//i.test(name)) throw new AppError('DOCX_UNSAFE');
  if (/macroEnabled/i.test(textOf(parts, '[Content_Types].xml'))) throw new AppError('DOCX_UNSAFE');
  for (const name of parts.keys()) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const text = textOf(parts, name);
    if (xmlProblem(text)) throw new AppError('DOCX_BROKEN');
    if (name.endsWith('.rels')) refuseOutside(text);
  }
  return parts;
}

/** Addresses of links are harmless; anything else from outside would be fetched when the paper is opened. */
function refuseOutside(relations: string): void {
  for (const [relation] of relations.matchAll(/<Relationship\b[^>]*>/g))
    if (/TargetMode\s*=\s*["']External/i.test(relation) && !/\/hyperlink["']/.test(relation))
      throw new AppError('DOCX_EXTERNAL');
}

function unpack(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength >= 4 && view.getUint32(0) === OLD_OFFICE) throw new AppError('DOCX_OLD');
  if (bytes.byteLength < 22 || view.getUint32(0, true) !== 0x04034b50) throw new AppError('DOCX_NOT_WORD');
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new AppError('DOCX_TOO_LARGE');
  const parts: Parts = new Map();
  let at = view.getUint32(end + 16, true);
  let left = MAX_UNPACKED;
  try {
    for (let i = 0; i < count; i++) {
      const entry = entryAt(view, bytes, at);
      at = entry.next;
      if (entry.name.endsWith('/')) continue;
      if (parts.has(entry.name)) throw new AppError('DOCX_BROKEN');
      const content = contentOf(view, bytes, entry, left);
      left -= content.byteLength;
      parts.set(entry.name, content);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('DOCX_BROKEN');
  }
  return parts;
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new AppError('DOCX_BROKEN');
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  packed: number;
  offset: number;
  next: number;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): Entry {
  if (view.getUint32(at, true) !== 0x02014b50) throw new AppError('DOCX_BROKEN');
  const nameLength = view.getUint16(at + 28, true);
  const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
    next: at + 46 + nameLength + rest,
  };
}

/** Unpacks at most what is left of the room, whatever the entry says of its size. */
function contentOf(view: DataView, bytes: Uint8Array, entry: Entry, left: number): Uint8Array {
  if (entry.flags & 1) throw new AppError('DOCX_OLD');
  const { offset } = entry;
  if (view.getUint32(offset, true) !== 0x04034b50) throw new AppError('DOCX_BROKEN');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.byteLength !== entry.packed) throw new AppError('DOCX_BROKEN');
  if (entry.method === 0) {
    if (packed.byteLength > left) throw new AppError('DOCX_TOO_LARGE');
    return packed;
  }
  if (entry.method !== 8) throw new AppError('DOCX_BROKEN');
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }));
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw new AppError(code === 'ERR_BUFFER_TOO_LARGE' ? 'DOCX_TOO_LARGE' : 'DOCX_BROKEN');
  }
}
