/** XLSX packages: our own pass over the rows, hucre for worksheets written in unusual XML. */
import { AppError } from '../../../shared/contract/errors';
import type { RawNote, RawSheet } from '../../../shared/domain/import/raw';
import type { SizeGuard } from './limits';
import { readWorkbookParts } from './xlsxParts';
import { readSheetRows } from './xlsxRows';
import type { ZipPackage } from './zip';

/** Reads every sheet. Errors: FILE_BROKEN, FILE_ENCRYPTED, FILE_TOO_LARGE, CANCELLED. */
export async function readXlsx(
  zip: ZipPackage,
  bytes: Uint8Array,
  guard: SizeGuard,
): Promise<{ sheets: RawSheet[]; notes: RawNote[] }> {
  const parts = await readWorkbookParts(zip);
  const sheets: RawSheet[] = [];
  const notes: RawNote[] = [];
  for (const part of parts.sheets) {
    const read = await readSheetRows(zip.stream(part.path), parts, guard);
    if (!read) {
      sheets.push({ ...(await readUnusual(bytes, part.name, guard)), hidden: part.hidden });
      continue;
    }
    sheets.push({
      name: part.name,
      hidden: part.hidden,
      rows: read.rows,
      merges: read.merges,
      legacyFonts: read.legacyFonts,
    });
    addNote(notes, 'formula-without-value', read.formulasWithoutValue, part.name);
    addNote(notes, 'error-value', read.errorValues, part.name);
    addNote(notes, 'columns-left-out', read.columnsLeftOut, part.name);
    if (!part.hidden) addNote(notes, 'hidden-rows', read.hiddenRows, part.name);
  }
  return { sheets, notes };
}

function addNote(notes: RawNote[], code: RawNote['code'], count: number, detail: string): void {
  if (count > 0) notes.push({ code, count, detail });
}

async function readUnusual(bytes: Uint8Array, name: string, guard: SizeGuard): Promise<RawSheet> {
  try {
    const { readXlsx: readWithHucre } = await import('hucre/xlsx');
    const { fromHucre } = await import('./hucreSheet');
    const workbook = await readWithHucre(bytes, { sheets: [name] });
    const sheet = workbook.sheets[0];
    if (!sheet) throw new AppError('FILE_BROKEN');
    return fromHucre(sheet, guard);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('FILE_BROKEN');
  }
}
