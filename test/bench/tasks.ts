/** What is measured in a process of its own, so that no round is warmed by the one before. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { streamXlsxRows } from 'hucre/xlsx';
import { type Core, openCore } from '../../electron/core';
import { drawCertificates } from '../../electron/documents/certificates/draw';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract';
import { parseLayout } from '../../shared/domain/layout/schema';
import { certificateRecords } from './certificateRecords';

export interface ImportRun {
  /** From the file's token to searchable rows, in milliseconds. */
  ms: number;
  phases: { open: number; preview: number; commit: number };
  /** Longest pause of the event loop meanwhile, in milliseconds. */
  pause: number;
  rows: number;
  /** Processor time of all threads meanwhile, in milliseconds: what a busy machine does not stretch. */
  cpu: number;
}

export interface Places {
  dataDir: string;
  resourcesDir: string;
  workerFile: string;
}

/** Draws certificates in one PDF: the time, the most memory held meanwhile, the size of the file. */
export async function drawMany(
  fontsDir: string,
  file: string,
  count: number,
): Promise<{ ms: number; peakMb: number | null; pdfMb: number }> {
  const layout = parseLayout(JSON.parse(readFileSync(file, 'utf8')));
  const records = certificateRecords(layout, count);
  const started = performance.now();
  const { pdf } = await drawCertificates({ layout, records, mode: 'full', fontsDir });
  const ms = performance.now() - started;
  const status = (() => {
    try {
      return readFileSync('/proc/self/status', 'utf8');
    } catch {
      return '';
    }
  })();
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return { ms, peakMb: peak === undefined ? null : Number(peak) / 1024, pdfMb: pdf.length / 1024 / 1024 };
}

/** Runs an operation as the window would; throws its error code. */
export async function call<N extends OperationName>(
  core: Core,
  operation: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const job = { signal: new AbortController().signal, progress: () => undefined };
  const reply = await core.router.dispatch(operation, input, { user: core.user }, job);
  if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply.error)}`);
  return reply.data as OutputOf<N>;
}

export const open = (places: Places): Promise<Core> => openCore({ ...places, backupMinutes: 0 });

/** Imports `file` with the guessed mapping; every row must be new unless `known` people are in the register. */
export async function importFile(core: Core, file: string, known = 0): Promise<ImportRun> {
  const { token } = core.files.registerPicked(file);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const before = process.cpuUsage();
  const started = performance.now();
  const { importId, columns } = await call(core, 'members.importOpen', { token });
  const opened = performance.now();
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  const { undecided } = await call(core, 'members.importPreview', { importId, mapping });
  const previewed = performance.now();
  if (undecided > 0) throw new Error(`${undecided} rows wait for a decision`);
  const { sums } = await call(core, 'members.importCommit', { importId });
  const committed = performance.now();
  const cpu = cpuSince(before);
  delay.disable();
  const found = await call(core, 'members.list', { search: 'nguyen thi' });
  if (sums.created + known !== sums.rows || sums.updated + sums.same !== known || found.total === 0)
    throw new Error('the import is not complete');
  return {
    ms: committed - started,
    phases: { open: opened - started, preview: previewed - opened, commit: committed - previewed },
    pause: delay.max / 1e6,
    rows: sums.rows,
    cpu,
  };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** hucre's stream over the same file, and nothing else. */
async function readWithHucre(file: string): Promise<{ ms: number; cells: number; cpu: number }> {
  const before = process.cpuUsage();
  const started = performance.now();
  let cells = 0;
  for await (const row of streamXlsxRows(readFileSync(file))) cells += row.values.length;
  return { ms: performance.now() - started, cells, cpu: cpuSince(before) };
}

async function importOnce(places: Places, file: string, known = 0): Promise<ImportRun> {
  const core = await open(places);
  try {
    return await importFile(core, file, known);
  } finally {
    await core.close();
  }
}

/** The year-end pack of a store that is there: the time from the first question to the file. */
async function packOnce(places: Places, year: number): Promise<{ ms: number; cpu: number; files: number }> {
  const core = await open(places);
  try {
    const before = process.cpuUsage();
    const started = performance.now();
    const { files } = await call(core, 'yearEnd.pack', { year });
    return { ms: performance.now() - started, cpu: cpuSince(before), files };
  } finally {
    await core.close();
  }
}

const tasks = { import: importOnce, hucre: readWithHucre, drawMany, pack: packOnce };
export type Tasks = typeof tasks;

/** Runs the task named on the command line and sends its answer to the parent process. */
export async function runTask(name: keyof Tasks, input: unknown[]): Promise<void> {
  const task = tasks[name] as (...given: unknown[]) => Promise<unknown>;
  const answer = await task(...input);
  process.send?.(answer, () => process.disconnect());
}
