/** What a PNG or JPEG says of itself; anything else, or a picture cut short, is none. */

export interface Picture {
  mime: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Pixels on a side; a larger picture would only slow printing. */
const LARGEST_SIDE = 6000;
/** JPEG segments that carry the size, without the tables among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export function pictureSize(bytes: Uint8Array): Picture | null {
  const found = pngSize(bytes) ?? jpegSize(bytes);
  if (!found || found.width < 1 || found.height < 1) return null;
  return found.width > LARGEST_SIDE || found.height > LARGEST_SIDE ? null : found;
}

function pngSize(bytes: Uint8Array): Picture | null {
  if (bytes.length < 45 || !PNG.every((byte, i) => bytes[i] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = String.fromCharCode(...bytes.subarray(bytes.length - 8, bytes.length - 4)) === 'IEND';
  return ends ? { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) } : null;
}

function jpegSize(bytes: Uint8Array): Picture | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (isFrame(marker))
      return { mime: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker >= 0xd0 && marker <= 0xd9 ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}
