/** OpenDocument sheets, read by hucre after the sizes of the package were checked. */
import { readOds as readWithHucre } from 'hucre/ods';
import { AppError } from '../../../shared/contract/errors';
import type { RawSheet } from '../../../shared/domain/import/raw';
import { fromHucre } from './hucreSheet';
import type { SizeGuard } from './limits';
import type { ZipPackage } from './zip';

/** The reader needs about fifty times the size of the content; beyond this it would not fit in an office PC. */
const MAX_CONTENT_BYTES = 120 * 1024 * 1024;

/** Reads every sheet. Errors: FILE_ENCRYPTED, FILE_BROKEN, FILE_TOO_LARGE, CANCELLED. */
export async function readOds(zip: ZipPackage, bytes: Uint8Array, guard: SizeGuard): Promise<RawSheet[]> {
  const manifest = (await zip.text('META-INF/manifest.xml')) ?? '';
  if (manifest.includes('encryption-data')) throw new AppError('FILE_ENCRYPTED');
  if (zip.size('content.xml') > MAX_CONTENT_BYTES) throw new AppError('FILE_TOO_LARGE');
  const content = (await zip.text('content.xml')) ?? '';
  if (content.includes('<!DOCTYPE')) throw new AppError('FILE_BROKEN');
  try {
    const workbook = await readWithHucre(bytes);
    return workbook.sheets.map((sheet) => fromHucre(sheet, guard));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const message = error instanceof Error ? error.message : '';
    throw new AppError(/limit/.test(message) ? 'FILE_TOO_LARGE' : 'FILE_BROKEN');
  }
}
