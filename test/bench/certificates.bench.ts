/**
 * 500 certificates in one PDF: ours from records (fit rules included) against bare pdfkit given the finished display
 * list, and against LibreOffice converting 500 pages of the same texts from DOCX.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AlignmentType, Document, ImageRun, Packer, PageOrientation, Paragraph, TextRun } from 'docx';
import PDFDocument from 'pdfkit';
import { toBuffer } from 'qrcode';
import { drawCertificates, measureFor } from '../../electron/documents/certificates/draw';
import { fontFile } from '../../electron/documents/fonts';
import type { DisplayItem, DisplayPage, DisplayText } from '../../shared/domain/layout/display';
import type { LayoutRecord } from '../../shared/domain/layout/fields';
import { isFontKey } from '../../shared/domain/layout/fontFiles';
import { type Layout, parseLayout } from '../../shared/domain/layout/schema';
import { displayList } from '../../shared/domain/layout/sheet';
import { certificateRecords } from './certificateRecords';
import { inChild } from './child';
import { type BenchRow, limitRow, median, round } from './row';

const COUNT = 500;
const ROUNDS = 3;
/** Ours may take this much of bare pdfkit's time, and a fifteenth of LibreOffice's. */
const PDFKIT_LIMIT = 1.3;
const OFFICE_LIMIT = 0.0666;
const MANY = 5000;
const K = 72 / 25.4;

function drawBare(doc: PDFKit.PDFDocument, page: DisplayPage, item: DisplayItem): void {
  switch (item.kind) {
    case 'path': {
      doc
        .path(item.d)
        .lineWidth(item.sw ?? 0)
        .lineJoin(item.join ?? 'round')
        .lineCap(item.cap ?? 'butt');
      if (item.fill && item.stroke) doc.fillAndStroke(item.fill, item.stroke);
      else if (item.fill) doc.fill(item.fill);
      else if (item.stroke) doc.stroke(item.stroke);
      return;
    }
    case 'use':
      for (const matrix of item.at) {
        doc.save().transform(...(matrix as [number, number, number, number, number, number]));
        for (const child of page.symbols[item.ref] ?? []) drawBare(doc, page, child);
        doc.restore();
      }
      return;
    case 'group':
      doc.save();
      if (item.clip) doc.path(item.clip).clip();
      if (item.matrix) doc.transform(...(item.matrix as [number, number, number, number, number, number]));
      for (const child of item.items) drawBare(doc, page, child);
      doc.restore();
      return;
    case 'code':
      doc.save().translate(item.x, item.y).scale(item.module);
      for (let i = 0; i < item.rects.length; i += 4) {
        doc.rect(...(item.rects.slice(i, i + 4) as [number, number, number, number]));
      }
      doc.fill(item.colour).restore();
      return;
    case 'text':
      drawBareText(doc, item);
      return;
    default:
  }
}

function drawBareText(doc: PDFKit.PDFDocument, item: DisplayText): void {
  for (const line of item.lines) {
    doc
      .font(line.runs[0]?.font ?? '')
      .fontSize(item.size / K)
      .fillColor(item.colour);
    doc.text(line.text, line.x, line.baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: ((item.tracking / 1000) * item.size) / K,
    });
  }
}

/** Bare pdfkit: the same items, every one drawn on every page by its public interface. */
function bare(pages: readonly DisplayPage[], fontsDir: string): Promise<number> {
  const started = performance.now();
  const doc = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
  const end = new Promise<void>((resolve) => {
    doc.resume();
    doc.on('end', resolve);
  });
  for (const key of new Set(pages.flatMap((page) => [...page.fonts]))) {
    if (isFontKey(key)) doc.registerFont(key, fontFile(key, fontsDir));
  }
  for (const page of pages) {
    doc.addPage({ size: [page.w * K, page.h * K], margin: 0 });
    doc.scale(K);
    for (const item of page.items) drawBare(doc, page, item);
  }
  doc.end();
  return end.then(() => performance.now() - started);
}

async function ours(layout: Layout, records: readonly LayoutRecord[], fontsDir: string): Promise<number> {
  const started = performance.now();
  await drawCertificates({ layout: structuredClone(layout), records, mode: 'full', fontsDir });
  return performance.now() - started;
}

async function againstPdfkit(name: string, layout: Layout, fontsDir: string): Promise<BenchRow> {
  const records = certificateRecords(layout, COUNT);
  const measure = measureFor(fontsDir);
  const pages = records.map((record) => displayList(layout, record, measure, 'full'));
  const [mine, peer]: [number[], number[]] = [[], []];
  await ours(layout, records.slice(0, 20), fontsDir);
  await bare(pages.slice(0, 20), fontsDir);
  for (let i = 0; i < ROUNDS; i++) {
    mine.push(await ours(layout, records, fontsDir));
    peer.push(await bare(pages, fontsDir));
  }
  const ratio = median(mine) / median(peer);
  return {
    name,
    ours: round(median(mine)),
    peer: round(median(peer)),
    unit: 'ms',
    ratio: round(ratio, 3),
    target: PDFKIT_LIMIT,
    held: ratio <= PDFKIT_LIMIT,
  };
}

/** The art of a sheet as a picture behind the text, as an office makes it. */
async function artPicture(layout: Layout, fontsDir: string, directory: string): Promise<Buffer> {
  const art = { ...layout, items: layout.items.filter((item) => item.type !== 'text' && item.type !== 'qr') };
  const { pdf } = await drawCertificates({ layout: art, records: [{}], mode: 'full', fontsDir });
  const file = join(directory, 'art');
  writeFileSync(`${file}.pdf`, pdf);
  execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', `${file}.pdf`, file]);
  return readFileSync(`${file}.png`);
}

/** The same sheets as a Word file: picture, QR code, and every line in a paragraph of its own. */
async function docxOf(layout: Layout, records: readonly LayoutRecord[], fontsDir: string, art: Buffer) {
  const measure = measureFor(fontsDir);
  const [width, height] = [(layout.page.w / 25.4) * 96, (layout.page.h / 25.4) * 96];
  const behind = { horizontalPosition: { offset: 0 }, verticalPosition: { offset: 0 }, behindDocument: true };
  const children: Paragraph[] = [];
  for (const [i, record] of records.entries()) {
    const code = await toBuffer(record.qr as string, { margin: 0, scale: 4 });
    const pictures = [
      new ImageRun({ type: 'png', data: art, transformation: { width, height }, floating: behind }),
      new ImageRun({
        type: 'png',
        data: code,
        transformation: { width: 76, height: 76 },
        floating: {
          ...behind,
          horizontalPosition: { offset: 1_944_000 },
          verticalPosition: { offset: 5_277_600 },
        },
      }),
    ];
    const texts = displayList(layout, record, measure, 'full').items.filter((item) => item.kind === 'text');
    const lines = texts.flatMap((text) =>
      text.lines.map((line) => ({ text: line.text, size: Math.round(text.size * 1.4) })),
    );
    for (const [at, line] of lines.entries()) {
      const run = new TextRun({ ...line, font: 'Tinos' });
      const first = at === 0;
      children.push(
        new Paragraph({
          alignment: AlignmentType.CENTER,
          pageBreakBefore: first && i > 0,
          children: first ? [...pictures, run] : [run],
        }),
      );
    }
  }
  const size = { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 };
  const page = { size, margin: { top: 567, bottom: 567, left: 567, right: 567 } };
  return Packer.toBuffer(new Document({ sections: [{ properties: { page }, children }] }));
}

async function againstOffice(layout: Layout, fontsDir: string): Promise<BenchRow> {
  const name = 'certificates: 500 in one PDF, against LibreOffice from DOCX';
  const base = { name, unit: 'ms', target: OFFICE_LIMIT };
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
  } catch {
    return { ...base, ours: null, peer: null, ratio: null, held: null, reason: 'soffice is not installed' };
  }
  const records = certificateRecords(layout, COUNT);
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await ours(layout, records.slice(0, 20), fontsDir);
    const mine = median([
      await ours(layout, records, fontsDir),
      await ours(layout, records, fontsDir),
      await ours(layout, records, fontsDir),
    ]);
    const art = await artPicture(layout, fontsDir, directory);
    const file = join(directory, 'sheets.docx');
    writeFileSync(file, await docxOf(layout, records, fontsDir, art));
    const started = performance.now();
    const profile = `-env:UserInstallation=file://${join(directory, 'profile')}`;
    await promisify(execFile)(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', directory, file],
      { timeout: 300_000 },
    );
    const peer = performance.now() - started;
    readFileSync(join(directory, 'sheets.pdf'));
    const ratio = mine / peer;
    return {
      ...base,
      ours: round(mine),
      peer: round(peer),
      ratio: round(ratio, 3),
      held: ratio <= base.target,
    };
  } catch (error) {
    return {
      ...base,
      ours: null,
      peer: null,
      ratio: null,
      held: null,
      reason: `soffice failed: ${(error as Error).message.slice(0, 80)}`,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One PDF of 5.000, drawn by a process of its own: its time and the most memory it held. */
async function manyAtOnce(fontsDir: string, file: string): Promise<BenchRow[]> {
  const { ms, peakMb, pdfMb } = await inChild('drawMany', fontsDir, file, MANY);
  const name = `certificates: ${MANY} in one PDF`;
  const [time, memory] = [limitRow(`${name}, time`, 'ms', ms, null), `${name}, most memory`];
  if (peakMb === null)
    return [
      time,
      {
        name: memory,
        ours: null,
        peer: null,
        unit: 'MB',
        ratio: null,
        target: null,
        held: null,
        reason: 'the system does not tell',
      },
    ];
  return [time, limitRow(memory, 'MB', peakMb, null), limitRow(`${name}, size`, 'MB', pdfMb, null)];
}

/** The rows of this file. */
export async function run(): Promise<BenchRow[]> {
  const root = process.cwd();
  const fontsDir = join(root, 'out', 'resources', 'fonts');
  const file = join(root, 'resources', 'layouts', 'giay-khen-a4-ngang-co-dien.json');
  const layout = parseLayout(JSON.parse(readFileSync(file, 'utf8')));
  const plain = { ...layout, items: layout.items.filter((item) => item.type === 'text' && !item.outline) };
  return [
    await againstPdfkit(
      'certificates: 500 in one PDF, against bare pdfkit drawing the same items',
      layout,
      fontsDir,
    ),
    await againstPdfkit('certificates: the same with text only, no art', plain, fontsDir),
    await againstOffice(layout, fontsDir),
    ...(await manyAtOnce(fontsDir, file)),
  ];
}
