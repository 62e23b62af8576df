/** The parts of an XLSX package besides its rows: list of sheets, shared strings, styles. */
import { AppError } from '../../../shared/contract/errors';
import { type CellFormat, GENERAL, readFormat } from './formats';
import { attribute, decodeOoxml, decodeXml, tags } from './xml';
import type { ZipPackage } from './zip';

export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  from1904: boolean;
  strings: string[];
  styles: StyleTable;
}

export interface StyleTable {
  formats: CellFormat[];
  /** Old Vietnamese font of each style, where it has one. */
  legacyFonts: (string | undefined)[];
  anyLegacyFont: boolean;
}

/** Finds the workbook part and reads everything but the rows. Errors: FILE_BROKEN, FILE_NOT_TABLE. */
export async function readWorkbookParts(zip: ZipPackage): Promise<WorkbookParts> {
  const rootRelations = await relations(zip, '_rels/.rels', '');
  const workbookPath =
    [...rootRelations.values()].find((entry) => entry.type.endsWith('/officeDocument'))?.path ??
    'xl/workbook.xml';
  const workbook = await zip.text(workbookPath);
  if (workbook === undefined) throw new AppError('FILE_BROKEN');
  refuseDoctype(workbook);
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const file = workbookPath.slice(folder.length);
  const links = await relations(zip, `${folder}_rels/${file}.rels`, folder);
  const byType = (type: string) => [...links.values()].find((entry) => entry.type.endsWith(type))?.path;
  const sheets: SheetPart[] = [];
  for (const tag of tags(workbook, 'sheet')) {
    const id = /\s[A-Za-z0-9]{1,20}:id=["']([^"']+)["']/.exec(tag)?.[1] ?? '';
    const link = links.get(id);
    if (!link?.type.endsWith('/worksheet') || !zip.has(link.path)) continue;
    sheets.push({
      name: attribute(tag, 'name') ?? '',
      hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
      path: link.path,
    });
  }
  if (sheets.length === 0) throw new AppError('FILE_BROKEN');
  const stringsPath = byType('/sharedStrings');
  const stylesPath = byType('/styles');
  const properties = [...tags(workbook, 'workbookPr')][0] ?? '';
  return {
    sheets,
    from1904: /^(1|true)$/.test(attribute(properties, 'date1904') ?? ''),
    strings: stringsPath ? parseSharedStrings((await zip.text(stringsPath)) ?? '') : [],
    styles: parseStyles(stylesPath ? ((await zip.text(stylesPath)) ?? '') : ''),
  };
}

function refuseDoctype(xml: string): void {
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) throw new AppError('FILE_BROKEN');
}

async function relations(
  zip: ZipPackage,
  path: string,
  folder: string,
): Promise<Map<string, { type: string; path: string }>> {
  const found = new Map<string, { type: string; path: string }>();
  const xml = (await zip.text(path)) ?? '';
  for (const tag of tags(xml, 'Relationship')) {
    const target = attribute(tag, 'Target') ?? '';
    found.set(attribute(tag, 'Id') ?? '', {
      type: attribute(tag, 'Type') ?? '',
      path: resolvePath(folder, target),
    });
  }
  return found;
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter(Boolean);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The texts of `sharedStrings.xml` in order; reading aids (`rPh`) are not part of a text. */
export function parseSharedStrings(xml: string): string[] {
  refuseDoctype(xml);
  const strings: string[] = [];
  const prefix = /<([A-Za-z0-9]{1,20}:)?sst[\s>]/.exec(xml)?.[1] ?? '';
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`];
  let at = xml.indexOf(open);
  while (at >= 0) {
    const tagEnd = xml.indexOf('>', at);
    if (tagEnd < 0) break;
    if (xml[tagEnd - 1] === '/') {
      strings.push('');
      at = xml.indexOf(open, tagEnd);
      continue;
    }
    const end = xml.indexOf(close, tagEnd);
    if (end < 0) throw new AppError('FILE_BROKEN');
    strings.push(textRuns(xml.slice(tagEnd + 1, end), prefix));
    at = xml.indexOf(open, end + close.length);
  }
  return strings;
}

/** Joins the `t` elements of a string item, leaving out phonetic runs. */
export function textRuns(item: string, prefix = ''): string {
  const open = `<${prefix}t`;
  const phonetic = item.indexOf(`<${prefix}rPh`);
  const stop = phonetic >= 0 ? phonetic : item.length;
  let text = '';
  let at = item.indexOf(open);
  while (at >= 0 && at < stop) {
    const tagEnd = item.indexOf('>', at);
    if (tagEnd < 0) break;
    const after = item.charCodeAt(at + open.length);
    if (item.charCodeAt(tagEnd - 1) !== 47 && (after === 62 || after <= 32)) {
      const close = item.indexOf('<', tagEnd);
      if (close < 0) break;
      text += item.slice(tagEnd + 1, close);
    }
    at = item.indexOf(open, tagEnd);
  }
  return decodeOoxml(decodeXml(text));
}

/** Fonts of the time before Unicode: TCVN3 (.VnTime …) and VNI (VNI-Times …). */
export const LEGACY_FONT = /^(\.Vn|VNI-)/i;

/** Number format and old font of every cell style. */
export function parseStyles(xml: string): StyleTable {
  refuseDoctype(xml);
  const codes = new Map<number, string>();
  for (const tag of tags(xml, 'numFmt')) {
    codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  }
  const fonts = section(xml, 'fonts')
    .split(/<\/(?:[A-Za-z0-9]{1,20}:)?font>/)
    .map((font) => attribute([...tags(font, 'name')][0] ?? '', 'val') ?? '');
  const formats: CellFormat[] = [];
  const legacyFonts: (string | undefined)[] = [];
  for (const tag of tags(section(xml, 'cellXfs'), 'xf')) {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    formats.push(id === 0 ? GENERAL : readFormat(codes.get(id) ?? builtinCode(id), id));
    const font = fonts[Number(attribute(tag, 'fontId') ?? -1)] ?? '';
    legacyFonts.push(LEGACY_FONT.test(font) ? font : undefined);
  }
  return { formats, legacyFonts, anyLegacyFont: legacyFonts.some(Boolean) };
}

function builtinCode(id: number): string | undefined {
  return id === 49 ? '@' : id === 1 ? '0' : undefined;
}

function section(xml: string, name: string): string {
  const open = new RegExp(`<(?:[A-Za-z0-9]{1,20}:)?${name}[\\s>]`).exec(xml);
  if (!open) return '';
  const rest = xml.slice(open.index);
  const close = new RegExp(`</(?:[A-Za-z0-9]{1,20}:)?${name}>`).exec(rest);
  return close ? rest.slice(0, close.index) : rest;
}
