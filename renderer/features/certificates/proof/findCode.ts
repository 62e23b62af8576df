/** Finds the code in a scan or photo, in the window itself. */
import jsQR from 'jsqr';

/** Longest side looked through, in pixels; A4 scanned at 300 dpi is 3508. */
const SIDES = [3600, 1800, 900] as const;

/** What the code says; null when none can be read. */
export async function findCode(picture: { mime: string; data: string }): Promise<string | null> {
  const image = new Image();
  image.src = `data:${picture.mime};base64,${picture.data}`;
  await image.decode();
  const longest = Math.max(image.naturalWidth, image.naturalHeight);
  const sides = [...new Set(SIDES.map((side) => Math.min(side, longest)))];
  for (const side of sides) {
    const scale = side / longest;
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
    if (found && found.data !== '') return found.data;
  }
  return null;
}
