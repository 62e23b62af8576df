/** Cuts one PDF into files of one page each. */
import { PDFDocument } from 'pdf-lib';

export interface SplitOptions {
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

const FIXED_DATE = new Date('2026-01-01T00:00:00Z');

/** One PDF for each page, in order. Fonts and art are carried along; nothing is drawn anew. */
export async function splitPdf(pdf: Uint8Array, options: SplitOptions = {}): Promise<Uint8Array[]> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  const title = source.getTitle();
  const files: Uint8Array[] = [];
  const total = source.getPageCount();
  for (let index = 0; index < total; index++) {
    options.signal?.throwIfAborted();
    const single = await PDFDocument.create({ updateMetadata: false });
    const [page] = await single.copyPages(source, [index]);
    if (page) single.addPage(page);
    if (title) single.setTitle(title);
    single.setCreator('Sổ Công đoàn');
    single.setProducer('Sổ Công đoàn');
    single.setCreationDate(FIXED_DATE);
    single.setModificationDate(FIXED_DATE);
    files.push(await single.save({ useObjectStreams: false }));
    options.onProgress?.(index + 1, total);
  }
  return files;
}
