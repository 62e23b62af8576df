/**
 * The text of a layout as it is kept with a certificate: the emblem of that day stands in it as a picture of its own, so
 * that another emblem later does not change a certificate that was given.
 */
import { createHash } from 'node:crypto';
import type { Ctx } from '../../../ipc/context';
import { EMBLEM } from '../emblem';
import { insertPicture } from '../layoutsRepository';
import { currentImage, type ImageRow } from '../repository';

export interface LayoutText {
  readonly hash: string;
  readonly layout: string;
}

/** Stands for "no emblem yet": no picture has this sum. */
const NONE = '0'.repeat(64);
const sha256 = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('hex');

/** Every part that shows the emblem shows `picture` instead; null when there is none. */
function withPicture(value: unknown, picture: string): { value: unknown; found: boolean } {
  if (Array.isArray(value)) {
    const parts = value.map((one) => withPicture(one, picture));
    return { value: parts.map((part) => part.value), found: parts.some((part) => part.found) };
  }
  if (typeof value !== 'object' || value === null) return { value, found: false };
  const item = value as Record<string, unknown>;
  if (item.type === 'image' && item.field === EMBLEM && item.picture === undefined)
    return { value: { ...item, picture }, found: true };
  const parts = Object.entries(item).map(([key, one]) => [key, withPicture(one, picture)] as const);
  return {
    value: Object.fromEntries(parts.map(([key, part]) => [key, part.value])),
    found: parts.some(([, part]) => part.found),
  };
}

const known = new Map<string, LayoutText>();
const KNOWN_LIMIT = 40;

/** The text with the emblem in force now; the same text when it shows none. */
export function keptText(ctx: Pick<Ctx, 'db'>, text: LayoutText, emblem = emblemNow(ctx)): LayoutText {
  const picture = emblem?.hash ?? NONE;
  const key = `${text.hash} ${picture}`;
  const made = known.get(key) ?? fill(text, picture);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(key, made);
  return made;
}

function fill(text: LayoutText, picture: string): LayoutText {
  const { value, found } = withPicture(JSON.parse(text.layout), picture);
  if (!found) return text;
  const nameless = JSON.stringify({ ...(value as object), name: '' });
  return { hash: sha256(nameless), layout: JSON.stringify(value) };
}

interface Emblem extends ImageRow {
  hash: string;
}
const emblemNow = ({ db }: Pick<Ctx, 'db'>): Emblem | null => {
  const image = currentImage(db, EMBLEM);
  return image ? { ...image, hash: sha256(image.bytes) } : null;
};

/** The same, and the emblem's picture is kept beside it. */
export function keepText(ctx: Pick<Ctx, 'db' | 'now'>, text: LayoutText): LayoutText {
  const emblem = emblemNow(ctx);
  const made = keptText(ctx, text, emblem);
  if (emblem && made !== text) {
    const { hash, mime, width, height, bytes } = emblem;
    insertPicture(ctx.db, { hash, mime, width, height, bytes }, ctx.now());
  }
  return made;
}
