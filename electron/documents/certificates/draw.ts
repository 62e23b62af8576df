/**
 * Certificates as PDF: one page for each record, placed by the layout to the hundredth of a millimetre, with whole
 * Vietnamese fonts embedded. The same input gives the same bytes.
 */

import type { DrawMode, Problem } from '../../../shared/domain/layout/display';
import type { LayoutRecord } from '../../../shared/domain/layout/fields';
import { POINT } from '../../../shared/domain/layout/measure';
import type { Layout } from '../../../shared/domain/layout/schema';
import { displayList } from '../../../shared/domain/layout/sheet';
import type { Breaking } from '../../../shared/domain/layout/words';
import { ContentWriter } from './content';
import { measureFor, withBreaking } from './measure';
import { openDocument, type PdfDoc } from './pdfInternals';

export { displayList } from '../../../shared/domain/layout/sheet';
export { measureFor, withBreaking } from './measure';
export { splitPdf } from './split';

export interface DrawInput {
  readonly layout: Layout;
  /** One page each, in this order. */
  readonly records: readonly LayoutRecord[];
  /** `blank` prints only the variable items, onto a pre-printed blank (phôi). */
  readonly mode: DrawMode;
  /** Shift in millimetres and scale, per printer, tray and blank: p' = (dx, dy) + scale · p. */
  readonly calibration?: { readonly dx: number; readonly dy: number; readonly scale: number };
  /** PNG or JPEG by field, e.g. `unit.emblem`. */
  readonly images?: Readonly<Record<string, Uint8Array>>;
  /** Items the user switched off. */
  readonly skip?: readonly string[];
  readonly fontsDir: string;
  /** How lines may break; the shipped rules when absent. */
  readonly breaking?: Breaking | undefined;
  readonly title?: string;
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** A sheet to look at before printing: text beyond its floor, a letter no font has, a QR code too fine. */
export interface Overflow extends Problem {
  readonly index: number;
}

export interface DrawOutput {
  readonly pdf: Uint8Array;
  readonly overflows: readonly Overflow[];
}

/** Pages between two looks at the signal. */
const SLICE = 20;

function collect(doc: PdfDoc): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Draws every record on a page of its own; rejects with the signal's reason when cancelled. */
export async function drawCertificates(input: DrawInput): Promise<DrawOutput> {
  const { layout, records, calibration } = input;
  if (records.length === 0) throw new RangeError('no record to draw');
  const measure = withBreaking(measureFor(input.fontsDir), input.breaking);
  const pictures = input.images ?? {};
  const options = { images: new Set(Object.keys(pictures)), skip: new Set(input.skip ?? []), calibration };
  const doc = openDocument(input.title ?? layout.name);
  const bytes = collect(doc);
  const writer = new ContentWriter(doc, measure, pictures);
  const overflows: Overflow[] = [];
  const unit = (calibration?.scale ?? 1) / POINT;
  const matrix = [unit, 0, 0, unit, (calibration?.dx ?? 0) / POINT, (calibration?.dy ?? 0) / POINT];
  const toMillimetres = `${matrix.map((value) => Math.round(value * 1e8) / 1e8).join(' ')} cm`;
  const size: [number, number] = [layout.page.w / POINT, layout.page.h / POINT];
  for (const [index, record] of records.entries()) {
    if (index % SLICE === 0) {
      input.onProgress?.(index, records.length);
      await breathe();
      input.signal?.throwIfAborted();
    }
    const page = displayList(layout, record, measure, input.mode, options);
    for (const problem of page.problems) overflows.push({ index, ...problem });
    doc.addPage({ size, margin: 0 });
    doc.addContent(toMillimetres);
    writer.drawPage(page);
  }
  doc.end();
  const pdf = await bytes;
  input.onProgress?.(records.length, records.length);
  return { pdf, overflows };
}
