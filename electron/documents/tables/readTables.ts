/**
 * Reads the tables of a file that somebody picked: XLSX, XLS, ODS, delimited text, or a web page named .xls. What the
 * file is, its bytes say, not its name. Nothing in it is evaluated, run or fetched; a file that is empty, broken,
 * encrypted, too large or no table at all ends in an AppError with its own code, and memory stays bounded. The readers
 * of rarer kinds are loaded when such a file comes.
 */
import { AppError } from '../../../shared/contract/errors';
import type { RawNote, RawSheet, RawWorkbook, TableKind } from '../../../shared/domain/import/raw';
import { readCsv } from './csv';
import { decodeText } from './decode';
import { declaredCharset, looksLikeMarkup, readHtml } from './html';
import { DEFAULT_LIMITS, SizeGuard } from './limits';
import { readXlsx } from './xlsx';
import { ZipPackage } from './zip';

export interface ReadTablesOptions {
  signal?: AbortSignal;
  onProgress?(rows: number): void;
  maxRows?: number;
  maxCells?: number;
}

/**
 * Reads all sheets of a file.
 * Errors: FILE_EMPTY, FILE_BROKEN, FILE_ENCRYPTED, FILE_TOO_LARGE, FILE_NOT_TABLE, CANCELLED.
 */
export async function readTables(
  bytes: Uint8Array,
  fileName: string,
  options: ReadTablesOptions = {},
): Promise<RawWorkbook> {
  const limits = {
    ...DEFAULT_LIMITS,
    maxRows: options.maxRows ?? DEFAULT_LIMITS.maxRows,
    maxCells: options.maxCells ?? DEFAULT_LIMITS.maxCells,
  };
  if (bytes.length === 0) throw new AppError('FILE_EMPTY', { details: { name: fileName } });
  if (bytes.length > limits.maxFileBytes)
    throw new AppError('FILE_TOO_LARGE', { details: { name: fileName } });
  const guard = new SizeGuard(limits, options.signal);
  guard.check();
  try {
    const read = await readByKind(bytes, fileName, guard);
    const sheets = read.sheets.filter((sheet) => sheet.rows.length > 0);
    if (sheets.length === 0) throw new AppError('FILE_EMPTY');
    options.onProgress?.(guard.rowCount);
    return { kind: read.kind, fileName, sheets, notes: read.notes };
  } catch (error) {
    if (!(error instanceof AppError)) throw new AppError('FILE_BROKEN', { details: { name: fileName } });
    throw new AppError(error.code, { fields: error.fields, details: { ...error.details, name: fileName } });
  }
}

interface ReadResult {
  kind: TableKind;
  sheets: RawSheet[];
  notes: RawNote[];
}

async function readByKind(bytes: Uint8Array, fileName: string, guard: SizeGuard): Promise<ReadResult> {
  if (startsWith(bytes, COMPOUND_FILE)) {
    const { readXls } = await import('./xls');
    return { kind: 'xls', sheets: readXls(bytes, guard), notes: [] };
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readPackage(bytes, guard);
  if (isOtherFormat(bytes)) throw new AppError('FILE_NOT_TABLE');
  return readText(bytes, fileName, guard);
}

async function readPackage(bytes: Uint8Array, guard: SizeGuard): Promise<ReadResult> {
  const zip = new ZipPackage(bytes, guard.limits);
  if (zip.has('content.xml') && zip.has('META-INF/manifest.xml')) {
    const mime = (await zip.text('mimetype')) ?? '';
    if (mime && !mime.includes('spreadsheet')) throw new AppError('FILE_NOT_TABLE');
    const { readOds } = await import('./ods');
    return { kind: 'ods', sheets: await readOds(zip, bytes, guard), notes: [] };
  }
  if (!zip.has('[Content_Types].xml')) throw new AppError('FILE_NOT_TABLE');
  if (zip.has('word/document.xml') || zip.has('ppt/presentation.xml') || zip.has('xl/workbook.bin')) {
    throw new AppError('FILE_NOT_TABLE');
  }
  return { kind: 'xlsx', ...(await readXlsx(zip, bytes, guard)) };
}

function readText(bytes: Uint8Array, fileName: string, guard: SizeGuard): ReadResult {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const decoded = decodeText(bytes, declaredCharset(head));
  if (decoded.text.trim() === '') throw new AppError('FILE_EMPTY');
  const notes: RawNote[] = decoded.guessed
    ? [{ code: 'encoding-guessed', count: 1, detail: decoded.encoding }]
    : [];
  if (looksLikeMarkup(decoded.text)) return { kind: 'html', sheets: readHtml(decoded.text, guard), notes };
  if (/^\s*[{[]/.test(decoded.text) || /^\s*<\?xml/.test(decoded.text)) throw new AppError('FILE_NOT_TABLE');
  const oneColumnAllowed = /\.(csv|tsv|txt)$/i.test(fileName);
  return { kind: 'csv', sheets: [readCsv(decoded.text, oneColumnAllowed, guard)], notes };
}

const OTHER_FORMATS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
];

/** PDF, pictures, archives, programs, RTF, SQLite: told apart by their first bytes. */
const isOtherFormat = (bytes: Uint8Array) => OTHER_FORMATS.some((signature) => startsWith(bytes, signature));

/** An OLE compound file: an .xls, or the envelope of an encrypted package. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);
