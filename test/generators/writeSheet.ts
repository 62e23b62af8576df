/** Files of a made list: XLSX, ODS, a web page named .xls, delimited text. */
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, ListLayout } from './listLayout';
import { toTcvn3, toVni, toWindows1258 } from './oldEncodings';

export interface Merge {
  startRow: number;
  endRow: number;
  startCol: number;
  endCol: number;
}

/** Writes the rows in the layout's file format and letters. */
export async function writeSheet(
  layout: ListLayout,
  source: Cell[][],
  merges: Merge[],
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const shape = {
    unicode: (text: string) => text,
    decomposed: (text: string) => text.normalize('NFD'),
    tcvn3: toTcvn3,
    vni: toVni,
  }[layout.letters];
  const rows = source.map((row) =>
    Array.from(row, (cell) => (typeof cell === 'string' ? shape(cell) : (cell ?? null))),
  );
  if (layout.format === 'xlsx')
    return {
      bytes: await writeXlsx({ sheets: [{ name: 'DS', rows, merges }] }),
      fileName: 'ds.xlsx',
    };
  if (layout.format === 'ods')
    return { bytes: await writeOds({ sheets: [{ name: 'DS', rows }] }), fileName: 'ds.ods' };
  if (layout.format === 'html')
    return { bytes: new TextEncoder().encode(asHtml(layout, rows, merges)), fileName: 'ds.xls' };
  return { bytes: asCsv(layout, rows), fileName: 'ds.csv' };
}

function asHtml(layout: ListLayout, rows: Cell[][], merges: Merge[]): string {
  const body = rows.map((row, line) => {
    const cells: string[] = [];
    for (let column = 0; column < layout.columns.length; column++) {
      if (
        merges.some(
          (m) =>
            line >= m.startRow &&
            line <= m.endRow &&
            column >= m.startCol &&
            column <= m.endCol &&
            !(line === m.startRow && column === m.startCol),
        )
      )
        continue;
      const merge = merges.find((m) => m.startRow === line && m.startCol === column);
      const span = merge
        ? ` colspan="${merge.endCol - merge.startCol + 1}" rowspan=${merge.endRow - merge.startRow + 1}`
        : '';
      cells.push(
        `<td${span}>${String(row[column] ?? '')
          .replace(/&/g, '&amp;')
          .replace(/</g, '&lt;')}</td>`,
      );
    }
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body><table>${body.join('\n')}</table></body></html>`;
}

function asCsv(layout: ListLayout, rows: Cell[][]): Uint8Array {
  const { delimiter, textFile } = layout;
  const quote = (text: string) =>
    /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replace(/"/g, '""')}"` : text;
  const width = layout.columns.length;
  const text = rows
    .map((row) =>
      Array.from({ length: width }, (_, column) => quote(String(row[column] ?? ''))).join(delimiter),
    )
    .join('\r\n');
  if (textFile === 'windows-1258') return toWindows1258(text);
  if (textFile === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return new TextEncoder().encode(textFile === 'utf-8-bom' ? `\ufeff${text}` : text);
}
