/** Reads produced PDF and Word files back. */
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MM = 25.4 / 72;

/** A piece of text as placed: mm from the top left, baseline `y`. */
export interface PlacedText {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  font: string;
}

export interface ReadPage {
  width: number;
  height: number;
  items: PlacedText[];
  text: string;
}

export interface ReadPdf {
  pages: ReadPage[];
  title: string;
  language: string | null;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const pages: ReadPage[] = [];
  for (let n = 1; n <= file.numPages; n++) {
    const page = await file.getPage(n);
    const view = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
      const left = x * MM;
      return [
        {
          text: item.str,
          x: left,
          right: left + item.width * MM,
          y: (view.height - y) * MM,
          size,
          font: item.fontName,
        },
      ];
    });
    const text = items
      .map((item) => item.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    pages.push({ width: view.width * MM, height: view.height * MM, items, text });
  }
  const meta = await file.getMetadata();
  const info = meta.info as { Title?: string; Language?: string };
  await task.destroy();
  return { pages, title: info.Title ?? '', language: info.Language ?? null };
}

export interface ReadDocx {
  parts: Record<string, string>;
  /** Text of the body, one line per paragraph. */
  lines: string[];
  document: string;
}

const decode = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts: Record<string, string> = {};
  for (const [name, data] of Object.entries(unzipSync(bytes)))
    if (/\.(xml|rels)$/.test(name)) parts[name] = strFromU8(data);
  const document = parts['word/document.xml'] ?? '';
  const lines = document.split('</w:p>').map((part) =>
    Array.from(part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g))
      .map((match) => (match[2] === 'br' ? '\n' : match[2] === 'tab' ? '\t' : decode(match[1] ?? '')))
      .join(''),
  );
  return { parts, lines, document };
}

/** First fault of an XML text: tags that do not nest, stray "<" or "&", characters XML forbids. */
export function xmlFault(xml: string): string | null {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) return 'forbidden character';
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(xml)) return 'stray &';
  const open: string[] = [];
  const rest = xml.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, '');
  const tags = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g;
  for (const [, closing, name = '', , empty] of rest.matchAll(tags)) {
    if (closing) {
      if (open.pop() !== name) return `unexpected </${name}>`;
    } else if (!empty) open.push(name);
  }
  if (rest.replace(tags, '').includes('<')) return 'stray <';
  return open.length > 0 ? `unclosed <${open.pop()}>` : null;
}
