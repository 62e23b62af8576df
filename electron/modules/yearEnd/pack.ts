/**
 * All papers of a year in one ZIP. Each is made by its own area's operation. Their data are read one after another with
 * nothing else being written meanwhile, so that the papers agree; drawing them is done in a few threads together.
 */
import { setImmediate as breath } from 'node:timers/promises';
import type { InputOf } from '../../../shared/contract';
import { AppError, type ErrorCode } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dateFormat';
import { PACK_FORMATS, type PackFormat } from '../../../shared/domain/yearEnd';
import type { PackIndex } from '../../documents/packIndex';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type FileStore, safeFileName } from '../../ipc/files';
import { type GatheredPool, gatheredPool } from '../../jobs/gathered';
import type { PackFolderInput } from '../../jobs/packFolder';
import { profileOn } from '../organisation/service';
import { type Asked, ask } from './ask';
import { packRows, type Row } from './state';
import { failureWords, gapWords, nameOf, rowFacts } from './words';

/** Papers that are drawn, and those that are written: each thread reads only the libraries of its own. */
const THREADS: Readonly<Record<PackFormat, number>> = { pdf: 0, docx: 1, xlsx: 1 };
/** What ends the whole pack instead of one file of it. */
const ENDING: ReadonlySet<ErrorCode> = new Set(['CANCELLED', 'SHUTTING_DOWN', 'DISK_FULL']);

interface Made {
  row: Row;
  format: PackFormat;
  bytes: Uint8Array | null;
  code: ErrorCode | null;
}

type Making = { [N in Asked]: readonly [N, InputOf<N>] }[Asked];

/** The operation that makes a paper. */
function makingOf(
  { paper, recordId, from, to, asOf, closing }: Row,
  format: PackFormat,
  year: number,
): Making {
  const word = format === 'docx' ? 'docx' : 'pdf';
  const sheet = format === 'xlsx' ? 'xlsx' : 'pdf';
  const id = recordId ?? 0;
  if (paper === 'report') return ['reports.paper', { id, format }];
  if (paper === 'annex') return ['figures.paper', { from: from!, to: to!, on: asOf, format }];
  if (paper === 'review')
    return [
      ({ pdf: 'review.exportPdf', docx: 'review.exportDocx', xlsx: 'review.exportXlsx' } as const)[format],
      { id },
    ];
  if (paper === 'inspection' || paper === 'women') {
    const asked = { kind: paper, paper: 'report', year } as const;
    return [word === 'docx' ? 'inspection.paperDocx' : 'inspection.paperPdf', asked];
  }
  if (paper === 'agreement')
    return ['agreements.sheet', { id, kind: closing ? 'closing' : 'year', year, format: word }];
  if (paper === 'targets') return ['targets.paper', { year, format: sheet }];
  if (paper === 'plan') return ['plans.paper', { year: year + 1, format: word }];
  return ['documents.register', { direction: paper === 'documentsOut' ? 'out' : 'in', year, format: sheet }];
}

/** Keeps what an area puts out instead of handing it to the window. */
function catching(files: FileStore, take: (bytes: Uint8Array) => void): FileStore {
  return {
    ...files,
    put(name, mime, bytes) {
      take(bytes);
      return { token: '', name, mime, size: bytes.byteLength };
    },
  };
}

/** Begins one file; it is done when the gathered work is. */
async function make(ctx: Ctx, gathered: GatheredPool, row: Row, format: PackFormat, year: number) {
  const made: Made = { row, format, bytes: null, code: null };
  const own: Ctx = {
    ...ctx,
    jobs: { ...ctx.jobs, ...gathered.thread(THREADS[format]) },
    files: catching(ctx.files, (bytes) => {
      made.bytes = bytes;
    }),
    job: ctx.job && { signal: ctx.job.signal, progress: () => undefined },
  };
  try {
    const [name, input] = makingOf(row, format, year);
    await ask(own, name, input as never);
  } catch (error) {
    if (!(error instanceof AppError) || ENDING.has(error.code)) throw error;
    made.code = error.code;
  }
  return made;
}

/** Reads what every paper says, while nothing is written; answers the files to be. */
function begin(
  ctx: Ctx,
  gathered: GatheredPool,
  year: number,
): Promise<{ rows: Row[]; files: Promise<Made>[] }> {
  const stopped = () => {
    if (ctx.job?.signal.aborted) throw new AppError('CANCELLED');
  };
  const reading = ctx.alone(async () => {
    stopped();
    const rows = packRows(ctx, year);
    const files: Promise<Made>[] = [];
    for (const row of rows.filter(({ state }) => state === 'ready' || state === 'open'))
      for (const format of PACK_FORMATS[row.paper]) {
        await breath();
        stopped();
        const file = make(ctx, gathered, row, format, year);
        file.catch(() => undefined);
        files.push(file);
      }
    return { rows, files };
  });
  const cancelled = new Promise<never>((_, reject) => {
    ctx.job?.signal.addEventListener('abort', () => reject(new AppError('CANCELLED')), { once: true });
  });
  cancelled.catch(() => undefined);
  return Promise.race([reading, cancelled]);
}

const LONGEST_NAME = 80;

/** Whole words only: "06.1-Rà soát quy chế phối hợp năm 2026 – Quy chế ….pdf". */
function fileName(row: Row, format: PackFormat, year: number): string {
  const name = nameOf(row, year);
  const short = name.length <= LONGEST_NAME ? name : name.slice(0, LONGEST_NAME).replace(/[\s–,-]+\S*$/u, '');
  return `${row.no}-${safeFileName(`${short}.${format}`)}`;
}

const LABELS: Readonly<Record<PackFormat, string>> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' };

function indexOf(
  ctx: Ctx,
  year: number,
  rows: readonly Row[],
  made: readonly Made[],
): PackFolderInput['index'] {
  const unit = profileOn(ctx, ctx.today());
  const line = (row: Row): PackIndex['rows'][number] => {
    const own = made.filter((one) => one.row === row);
    const files = own.filter(({ bytes }) => bytes !== null);
    return {
      ...{ no: row.no, name: nameOf(row, year), facts: rowFacts(row, year) },
      files: files.map(({ format }) => ({ name: fileName(row, format, year), label: LABELS[format] })),
      gaps: [
        ...row.gaps.map(gapWords),
        ...own.flatMap(({ code, format }) => (code === null ? [] : failureWords(LABELS[format], code))),
      ],
      missing: files.length === 0,
    };
  };
  return {
    title: `Hồ sơ cuối năm ${year}`,
    unit: unit?.name ?? '',
    facts: [
      `Lập ngày ${formatDate(ctx.today())} từ sổ công đoàn.`,
      'Mã kiểm của từng tệp cũng có trong 00-SHA256.txt (kiểm bằng lệnh sha256sum -c).',
    ],
    rows: rows.map(line),
  };
}

/** Errors: NOTHING_TO_PRINT when no paper can be made; CANCELLED. */
export async function pack(
  { year }: ParsedInputOf<'yearEnd.pack'>,
  ctx: Ctx,
): Promise<OutputOf<'yearEnd.pack'>> {
  const gathered = gatheredPool(ctx.jobs);
  const { rows, files } = await begin(ctx, gathered, year);
  if (rows.every(({ paper, state }) => paper === 'annex' || state === 'missing' || state === 'none'))
    throw new AppError('NOTHING_TO_PRINT');
  const total = gathered.count() + 1;
  let done = 0;
  const step = () => ctx.job?.progress(++done, total);
  await gathered.begin({ signal: ctx.job?.signal, onDone: step });
  const made = await Promise.all(files);
  const kept = made.flatMap(({ row, format, bytes }) =>
    bytes === null ? [] : { row, name: fileName(row, format, year), bytes },
  );
  const folder = `Hồ sơ cuối năm ${year}`;
  const input: PackFolderInput = {
    folder,
    files: kept.map(({ name, bytes }) => ({ name, bytes })),
    index: indexOf(ctx, year, rows, made),
  };
  const zip = await ctx.jobs.run<Uint8Array>('packFolder', input, { signal: ctx.job?.signal });
  step();
  return {
    ...ctx.files.put(`${folder}.zip`, 'application/zip', zip),
    papers: new Set(kept.map(({ row }) => row)).size,
    files: kept.length,
    failed: made.flatMap(({ row, code }) => (code === null ? [] : { no: row.no, paper: row.paper, code })),
  };
}
