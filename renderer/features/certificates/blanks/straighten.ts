/** Draws a photographed sheet anew as if it had lain straight under a scanner; on this screen only. */
import { type Corners, seenFrom } from '../../../../shared/domain/layout';

/** Pixels on the long side: of what is read, and of what is drawn. */
const READ = 2400;
const DRAWN = 1600;

function load(href: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('picture'));
    image.src = href;
  });
}

function paper(w: number, h: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('canvas');
  return context;
}

async function pixelsOf(href: string): Promise<ImageData> {
  const image = await load(href);
  const smaller = Math.min(1, READ / Math.max(image.naturalWidth, image.naturalHeight));
  const w = Math.max(2, Math.round(image.naturalWidth * smaller));
  const h = Math.max(2, Math.round(image.naturalHeight * smaller));
  const context = paper(w, h);
  context.drawImage(image, 0, 0, w, h);
  return context.getImageData(0, 0, w, h);
}

/** Between the four pixels around a place, by their nearness. */
function blend(from: ImageData, x: number, y: number, to: Uint8ClampedArray, at: number): void {
  const left = Math.min(from.width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(from.height - 2, Math.max(0, Math.floor(y)));
  const [fx, fy] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const first = (top * from.width + left) * 4;
  const below = first + from.width * 4;
  for (let i = 0; i < 3; i++) {
    const upper = (from.data[first + i] as number) * (1 - fx) + (from.data[first + 4 + i] as number) * fx;
    const lower = (from.data[below + i] as number) * (1 - fx) + (from.data[below + 4 + i] as number) * fx;
    to[at + i] = upper * (1 - fy) + lower * fy;
  }
  to[at + 3] = 255;
}

/** What lies between the corners, as a picture in the shape of the sheet. */
export async function straightened(
  href: string,
  corners: Corners,
  sheet: { w: number; h: number },
): Promise<string> {
  const from = await pixelsOf(href);
  const size = DRAWN / Math.max(sheet.w, sheet.h);
  const [w, h] = [Math.round(sheet.w * size), Math.round(sheet.h * size)];
  const context = paper(w, h);
  const drawn = context.createImageData(w, h);
  const place = seenFrom(corners);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const seen = place((x + 0.5) / w, (y + 0.5) / h);
      blend(from, seen.x * from.width - 0.5, seen.y * from.height - 0.5, drawn.data, (y * w + x) * 4);
    }
  }
  context.putImageData(drawn, 0, 0);
  return context.canvas.toDataURL('image/jpeg', 0.88);
}
