/**
 * Old binary workbooks (.xls). Read by the SheetJS republish, which keeps number formats and reads BIFF5; it is only
 * ever given files that carry the OLE signature, because it takes anything else for text.
 */
import { read, type WorkSheet } from '@e965/xlsx';
import { AppError } from '../../../shared/contract/errors';
import type { RawCell, RawRow, RawSheet } from '../../../shared/domain/import/raw';
import { type CellFormat, GENERAL, numberCell, readFormat } from './formats';
import { MAX_COLUMNS, type SizeGuard } from './limits';

/** Largest .xls read: the reader holds the whole file several times over. */
const MAX_XLS_BYTES = 64 * 1024 * 1024;

/** Reads every sheet. Errors: FILE_ENCRYPTED, FILE_BROKEN, FILE_NOT_TABLE, FILE_TOO_LARGE, CANCELLED. */
export function readXls(bytes: Uint8Array, guard: SizeGuard): RawSheet[] {
  if (hasStream(bytes, 'EncryptedPackage')) throw new AppError('FILE_ENCRYPTED');
  if (!hasStream(bytes, 'Workbook') && !hasStream(bytes, 'Book')) {
    throw new AppError(hasStream(bytes, 'Root Entry') ? 'FILE_NOT_TABLE' : 'FILE_BROKEN');
  }
  if (bytes.length > MAX_XLS_BYTES) throw new AppError('FILE_TOO_LARGE');
  try {
    const workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellFormula: false,
    });
    const hidden = workbook.Workbook?.Sheets ?? [];
    const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
    return workbook.SheetNames.map((name, index) => {
      const sheet = workbook.Sheets[name] as WorkSheet;
      return { ...fromSheet(name, sheet, guard, from1904), hidden: (hidden[index]?.Hidden ?? 0) !== 0 };
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    const message = error instanceof Error ? error.message : '';
    throw new AppError(/password|encrypt/i.test(message) ? 'FILE_ENCRYPTED' : 'FILE_BROKEN');
  }
}

/** Names in a compound file's directory are UTF-16; looking for one is enough to tell what the file is. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted);
}

interface DenseCell {
  t: string;
  v?: number | string | boolean;
  w?: string;
  z?: string;
}

function fromSheet(name: string, sheet: WorkSheet, guard: SizeGuard, from1904: boolean): RawSheet {
  const formats = new Map<string, CellFormat>();
  const data = ((sheet as { '!data'?: (DenseCell | undefined)[][] })['!data'] ?? []) as (
    | DenseCell
    | undefined
  )[][];
  const rows: RawRow[] = [];
  data.forEach((source, index) => {
    const cells: RawCell[] = [];
    let filled = 0;
    for (let column = 0; column < Math.min(source.length, MAX_COLUMNS); column++) {
      const cell = source[column];
      const value = cell ? fromCell(cell, formats, from1904) : null;
      cells.push(value);
      if (value !== null) filled += 1;
    }
    if (filled === 0) return;
    guard.row(filled);
    rows.push({ line: index + 1, cells });
  });
  const merges = (sheet['!merges'] ?? []).map((merge) => ({
    fromLine: merge.s.r + 1,
    toLine: merge.e.r + 1,
    fromColumn: merge.s.c,
    toColumn: merge.e.c,
  }));
  return { name, hidden: false, rows, merges, legacyFonts: {} };
}

function fromCell(cell: DenseCell, formats: Map<string, CellFormat>, from1904: boolean): RawCell {
  if (cell.v === undefined || cell.v === '') return null;
  if (cell.t === 'e') return { type: 'error', value: cell.w ?? '#N/A', text: cell.w ?? '#N/A' };
  if (typeof cell.v === 'boolean') {
    return { type: 'boolean', value: cell.v, text: cell.v ? 'TRUE' : 'FALSE' };
  }
  if (typeof cell.v === 'string') return cell.v;
  const code = cell.z ?? '';
  let format = formats.get(code);
  if (!format) {
    format = code ? readFormat(code) : GENERAL;
    formats.set(code, format);
  }
  return numberCell(cell.v, format, from1904);
}
