/** Makes a picked picture fit for a card: cut to 2 × 3 around the middle, small enough to keep. */
import { MAX_PHOTO_BYTES } from '../../../../shared/contract/memberPrivacy';

/** 2 × 3 cm at 600 dots per inch. */
const WIDTH = 472;
const HEIGHT = 708;

/** Base64 of a JPEG of at most MAX_PHOTO_BYTES. Rejects when the bytes are no picture. */
export async function cardPicture(base64: string, mime: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }));
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, bitmap.width / WIDTH, bitmap.height / HEIGHT) || 1;
  canvas.width = Math.max(1, Math.round(WIDTH * scale));
  canvas.height = Math.max(1, Math.round(HEIGHT * scale));
  const { x, y, width, height } = middlePart(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, x, y, width, height, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  for (const quality of [0.9, 0.8, 0.65, 0.5, 0.3]) {
    const data = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
    if ((data.length * 3) / 4 <= MAX_PHOTO_BYTES) return data;
  }
  throw new Error('too large');
}

/** The largest 2 × 3 part, a little above the middle, where faces are. */
export function middlePart(width: number, height: number) {
  const wide = width / height > WIDTH / HEIGHT;
  const part = wide
    ? { width: (height * WIDTH) / HEIGHT, height }
    : { width, height: (width * HEIGHT) / WIDTH };
  return { ...part, x: (width - part.width) / 2, y: (height - part.height) / 3 };
}
