/** Reads what kind of picture some bytes are, and how large; trusts neither names nor declared types. */
import { inflateSync } from 'node:zlib';

export interface PictureFacts {
  mime: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
}

/** Pixels on a side, and in all: a small file that claims more was made to fill the memory of whoever shows it. */
const LARGEST_SIDE = 20_000;
const MOST_PIXELS = 120_000_000;

const isShowable = ({ width, height }: PictureFacts): boolean =>
  width > 0 && height > 0 && Math.max(width, height) <= LARGEST_SIDE && width * height <= MOST_PIXELS;

/** Null when the bytes are not a whole JPEG or PNG head, or claim a picture no camera takes. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = png(view) ?? jpeg(view);
  return facts && isShowable(facts) ? facts : null;
}

/**
 * Whether a picture can be drawn into a PDF: the pixels of a PNG must unpack, else the drawer fails long after the
 * picture was handed to it and takes the whole paper along. A JPEG is embedded as it is.
 */
export function isDrawable(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!png(view)) return true;
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  try {
    inflateSync(Buffer.concat(parts), { maxOutputLength: MOST_PIXELS * 8 });
    return true;
  } catch {
    return false;
  }
}

function png(view: DataView): PictureFacts | null {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return null;
  if (view.getUint32(12) !== 0x49484452) return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments to the frame header. */
function jpeg(view: DataView): PictureFacts | null {
  if (view.byteLength < 11 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { mime: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xd9 || marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
