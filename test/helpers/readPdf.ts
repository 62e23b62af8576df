/** Reads a PDF back as a user's viewer would: pages in millimetres, and the text with its origins. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const POINT = 25.4 / 72;

export interface PdfText {
  readonly text: string;
  /** Origin from the top left corner, millimetres. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfPage {
  readonly w: number;
  readonly h: number;
  readonly texts: readonly PdfText[];
}

/** Every page with its text items in drawing order. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view as [number, number, number, number];
    const content = await page.getTextContent({ disableNormalization: true });
    const texts = content.items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [, , c, d, e, f] = item.transform as number[] as [number, number, number, number, number, number];
      return [{ text: item.str, x: e * POINT, y: (height - f) * POINT, size: Math.hypot(c, d) }];
    });
    pages.push({ w: width * POINT, h: height * POINT, texts });
  }
  await task.destroy();
  return pages;
}
