/** Workbooks as programs other than Excel write them, and as broken hands leave them: odd XML, packed by hand. */
import { strToU8, zipSync } from 'fflate';

export interface Parts {
  /** Whole worksheet parts; or rows for a plain one. */
  sheets: { name: string; xml: string; state?: string }[];
  strings?: string;
  styles?: string;
  /** Attributes of workbookPr. */
  workbookPr?: string;
  strict?: boolean;
  /** How relations name the worksheets. */
  target?: (at: number) => string;
  extra?: Record<string, string>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Packs the parts of a workbook. */
export function packBook(parts: Parts): Uint8Array {
  const rel = parts.strict ? STRICT_REL : REL;
  const target = parts.target ?? ((at: number) => `worksheets/sheet${at + 1}.xml`);
  const links = parts.sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${rel}/worksheet" Target="${target(at)}"/>`,
  );
  if (parts.strings)
    links.push(`<Relationship Id="rIdS" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/>`);
  if (parts.styles) links.push(`<Relationship Id="rIdT" Type="${rel}/styles" Target="styles.xml"/>`);
  const sheets = parts.sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${parts.strict ? STRICT : MAIN}" xmlns:r="${rel}"><workbookPr${parts.workbookPr ? ` ${parts.workbookPr}` : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    ...(parts.strings ? { 'xl/sharedStrings.xml': parts.strings } : {}),
    ...(parts.styles ? { 'xl/styles.xml': parts.styles } : {}),
    ...parts.extra,
  };
  parts.sheets.forEach(({ xml }, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = xml;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

/** A worksheet part around its rows. */
export const worksheet = (rows: string, { before = '', after = '', strict = false } = {}): string =>
  `${HEAD}<worksheet xmlns="${strict ? STRICT : MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

const letter = (at: number) => String.fromCharCode(65 + at);
export const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Rows of inline texts and plain numbers with their references. */
export function inlineRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows
    .map((row, line) => {
      const cells = row.map((cell, at) => {
        if (cell === null) return '';
        const ref = `r="${letter(at)}${line + 1}"`;
        return typeof cell === 'number'
          ? `<c ${ref}><v>${cell}</v></c>`
          : `<c ${ref} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
      });
      return `<row r="${line + 1}">${cells.join('')}</row>`;
    })
    .join('');
}

/** Styles with one date format at index 1 and one of twelve zeros at index 2. */
export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="000000000000"/></numFmts><fonts count="1"><font><name val="Times New Roman"/></font></fonts><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0"/></cellXfs></styleSheet>`;

/** Shared strings, each item's inner XML given. */
export const sharedStrings = (items: readonly string[]): string =>
  `${HEAD}<sst xmlns="${MAIN}" count="${items.length * 3}" uniqueCount="${items.length}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
