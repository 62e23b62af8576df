/** Fills a Word template: fields, lists and copies of the whole paper, each beginning a page. */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { isCapital, plainTag, type WordData } from '../../../shared/domain/wordTemplates';
import { printable } from '../papers/text';
import { openWord, type Parts, textOf } from './container';

/** Printed for what is not known, to be filled by hand. */
export const BLANK = '…………';
const COPIES = '__ban';
const NEXT = '__tiep';
const DOCUMENT = 'word/document.xml';

/** A template ready to be looked at or filled. Throws the library's own error when its tags do not fit together. */
export function templateOf(parts: Parts): Docxtemplater {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content);
  return new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    parser: (tag: string) => ({ get: (scope: unknown) => valueIn(scope, tag) }),
    nullGetter: (part: { module?: string }) => (part.module ? '' : BLANK),
  });
}

function valueIn(scope: unknown, tag: string): unknown {
  if (tag === '.') return typeof scope === 'string' ? printable(scope) : scope;
  if (typeof scope !== 'object' || scope === null) return undefined;
  const key = plainTag(tag);
  const value = Object.hasOwn(scope, key) ? (scope as WordData)[key] : undefined;
  if (typeof value !== 'string') return value;
  const text = printable(value);
  return isCapital(tag) ? text.toLocaleUpperCase('vi') : text;
}

/** Fills a template, once or for each of several. */
export function fillTemplate(bytes: Uint8Array, data: WordData | readonly WordData[]): Uint8Array {
  const parts = openWord(bytes);
  const copies = Array.isArray(data) ? (data as readonly WordData[]) : null;
  if (copies) parts.set(DOCUMENT, new TextEncoder().encode(repeated(textOf(parts, DOCUMENT))));
  const template = templateOf(parts);
  template.render(
    copies
      ? { [COPIES]: copies.map((copy, i) => ({ ...copy, [NEXT]: i < copies.length - 1 ? [{}] : [] })) }
      : (data as WordData),
  );
  return template.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}

const tagLine = (tag: string) => `<w:p><w:r><w:t>${tag}</w:t></w:r></w:p>`;
const PAGE_BREAK =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>';

/** Puts the whole body inside a loop. */
function repeated(xml: string): string {
  const open = /<w:body[^>]*>/.exec(xml);
  if (!open) return xml;
  const from = open.index + open[0].length;
  const last = xml.lastIndexOf('<w:sectPr');
  const to = last > from ? last : xml.lastIndexOf('</w:body>');
  const tail = `${tagLine(`{#${NEXT}}`)}${PAGE_BREAK}${tagLine(`{/${NEXT}}`)}${tagLine(`{/${COPIES}}`)}`;
  return `${xml.slice(0, from)}${tagLine(`{#${COPIES}}`)}${xml.slice(from, to)}${tail}${xml.slice(to)}`;
}
