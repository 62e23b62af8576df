/**
 * Job: lays out certificates, and draws them as one PDF in the given order or as a ZIP with one PDF each. Sheets
 * with a problem are reported; without `acceptProblems` nothing is drawn when there is one.
 */
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import type { DrawMode, Layout, LayoutRecord, Problem } from '../../shared/domain/layout';
import { type BreakingRules, readyRules } from '../../shared/domain/layout/words';
import {
  displayList,
  drawCertificates,
  measureFor,
  splitPdf,
  withBreaking,
} from '../documents/certificates/draw';
import type { JobTools } from './worker';

export interface PrintCertificatesInput {
  /** `nothing` only looks for problems. */
  draw: 'nothing' | 'one' | 'each';
  layouts: readonly Layout[];
  sheets: readonly { layoutId: string; record: LayoutRecord; name: string }[];
  mode: DrawMode;
  skip: readonly string[];
  title: string;
  calibration?: { dx: number; dy: number; scale: number };
  images?: Record<string, Uint8Array>;
  acceptProblems?: boolean;
  /** An office's own rules of breaking lines. */
  rules?: BreakingRules;
}

export interface PrintCertificatesOutput {
  /** null when nothing was drawn. */
  bytes: Uint8Array | null;
  problems: (Problem & { index: number })[];
}

const FIXED_DATE = new Date('2026-01-01T00:00:00Z');

export async function printCertificates(
  input: PrintCertificatesInput,
  tools: JobTools,
): Promise<PrintCertificatesOutput> {
  const fontsDir = join(tools.resources, 'fonts');
  const problems = findProblems(input, fontsDir);
  if (input.draw === 'nothing' || (problems.length > 0 && !input.acceptProblems))
    return { bytes: null, problems };
  const pdf = await drawAll(input, fontsDir, tools);
  if (input.draw === 'one') return { bytes: pdf, problems };
  const total = input.sheets.length;
  const files = await splitPdf(pdf, { onProgress: (done) => tools.progress(done, total, 'splitting') });
  const entries = files.map(
    (bytes, i) => [`${safeName(input.sheets[i]?.name ?? String(i + 1))}.pdf`, bytes] as const,
  );
  return { bytes: zipSync(Object.fromEntries(entries), { level: 0, mtime: FIXED_DATE }), problems };
}

const safeName = (name: string) => name.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').slice(0, 100);

function findProblems(input: PrintCertificatesInput, fontsDir: string): PrintCertificatesOutput['problems'] {
  const measure = withBreaking(measureFor(fontsDir), input.rules && readyRules(input.rules));
  const byId = new Map(input.layouts.map((layout) => [layout.id, layout]));
  const options = { images: new Set(Object.keys(input.images ?? {})), skip: new Set(input.skip) };
  return input.sheets.flatMap((sheet, index) => {
    const layout = byId.get(sheet.layoutId) as Layout;
    const page = displayList(layout, sheet.record, measure, input.mode, options);
    return page.problems.map((problem) => ({ ...problem, index }));
  });
}

/** One PDF in the order of the sheets: those of one layout are drawn together, then brought into order. */
async function drawAll(
  input: PrintCertificatesInput,
  fontsDir: string,
  tools: JobTools,
): Promise<Uint8Array> {
  const total = input.sheets.length;
  let before = 0;
  const groups = input.layouts.map((layout) => ({
    layout,
    at: input.sheets.flatMap((sheet, i) => (sheet.layoutId === layout.id ? [i] : [])),
  }));
  const parts: { at: number[]; pdf: Uint8Array }[] = [];
  for (const { layout, at } of groups) {
    const { pdf } = await drawCertificates({
      layout,
      records: at.map((i) => (input.sheets[i] as PrintCertificatesInput['sheets'][number]).record),
      mode: input.mode,
      skip: input.skip,
      fontsDir,
      breaking: input.rules && readyRules(input.rules),
      title: input.title,
      ...(input.calibration ? { calibration: input.calibration } : {}),
      ...(input.images ? { images: input.images } : {}),
      onProgress: (done) => tools.progress(before + done, total, 'drawing'),
    });
    before += at.length;
    parts.push({ at, pdf });
  }
  return parts.length === 1 ? (parts[0] as { pdf: Uint8Array }).pdf : inOrder(parts, input.title);
}

async function inOrder(
  parts: readonly { at: number[]; pdf: Uint8Array }[],
  title: string,
): Promise<Uint8Array> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  const pages: { index: number; page: Awaited<ReturnType<PDFDocument['copyPages']>>[number] }[] = [];
  for (const { at, pdf } of parts) {
    const source = await PDFDocument.load(pdf, { updateMetadata: false });
    const copied = await whole.copyPages(source, source.getPageIndices());
    copied.forEach((page, i) => {
      pages.push({ index: at[i] as number, page });
    });
  }
  for (const { page } of pages.sort((a, b) => a.index - b.index)) whole.addPage(page);
  whole.setTitle(title);
  whole.setCreator('Sổ Công đoàn');
  whole.setProducer('Sổ Công đoàn');
  whole.setCreationDate(FIXED_DATE);
  whole.setModificationDate(FIXED_DATE);
  return whole.save({ useObjectStreams: false });
}
