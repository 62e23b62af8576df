/** The self-test of the machine, and the file about it that is safe to send. */
import { freemem, totalmem } from 'node:os';
import type { TestLine } from '../../../shared/contract/machine';
import {
  clockState,
  copiesState,
  memoryState,
  type SelfTestKey,
  spaceState,
  type TestState,
} from '../../../shared/domain/selfTest';
import { storeLayout } from '../../db/layout';
import { freeBytes } from '../../db/open';
import type { Ctx, HandlersOf, OutputOf } from '../../ipc/context';
import type { CheckMachineInput, MachineChecked } from '../../jobs/checkMachine';
import { APP_VERSION } from '../../version';
import { licences } from './licences';
import { logBytes, MAX_SENT_LOG, sentLog } from './log';
import { reportParts, zipped } from './report';
import * as repo from './repository';

type Values = TestLine['values'];
const line = (key: SelfTestKey, state: TestState, values: Values = {}): TestLine => ({ key, state, values });
const sound = (fine: boolean): TestState => (fine ? 'ok' : 'bad');

/** What the thread found out. */
function readLines({ store, schema, log, files, fonts, pdf }: MachineChecked): TestLine[] {
  return [
    line('store', sound(store.problems === 0), {
      problems: store.problems,
      cause: store.cause,
      storeBytes: store.bytes,
    }),
    line('schema', sound(!schema.drift), { version: schema.version }),
    line('log', sound(log.problems === 0), log),
    line('files', sound(files.missing === 0), files),
    line('fonts', sound(fonts.bad === 0), fonts),
    line('pdf', sound(pdf.bytes > 0), { pdfBytes: pdf.bytes }),
  ];
}

/** What can be told at once. */
function quickLines(ctx: Ctx, checked: MachineChecked): TestLine[] {
  const copies = ctx.backups.status();
  const away = ctx.backups.place.status();
  const free = Math.min(freeBytes(ctx.paths.data), Number.MAX_SAFE_INTEGER);
  const written = repo.lastWritten(ctx.db);
  const zone = -new Date(ctx.now()).getTimezoneOffset();
  const [total, spare] = [totalmem(), freemem()];
  const log = logBytes(ctx.paths.data);
  return [
    line('copies', copiesState(copies.ageSeconds, copies.lastError !== null), {
      count: copies.count,
      ...(copies.last ? { at: copies.last.at } : {}),
    }),
    line('away', awayState(away), away.last ? { at: away.last.at } : {}),
    line('space', spaceState(free, checked.store.bytes * 2), { freeBytes: free }),
    line('folder', copies.cloudFolder ? 'warn' : 'ok'),
    line('clock', clockState(ctx.now(), written, zone), {
      at: ctx.now(),
      zone: zone / 60,
      ...(written ? { writtenAt: written } : {}),
    }),
    line('memory', memoryState(total, spare), { totalBytes: total, freeBytes: spare }),
    line('programLog', log.failures > 0 ? 'warn' : 'ok', log),
  ];
}

function awayState(away: ReturnType<Ctx['backups']['place']['status']>): TestState {
  if (away.last === null || away.error !== null) return 'warn';
  return (away.ageDays ?? 0) > away.remindDays ? 'warn' : 'ok';
}

const ORDER: readonly SelfTestKey[] = [
  'store',
  'log',
  'files',
  'copies',
  'away',
  'space',
  'folder',
  'clock',
  'memory',
  'schema',
  'fonts',
  'pdf',
  'programLog',
];

async function selfTest(_input: unknown, ctx: Ctx): Promise<OutputOf<'machine.selfTest'>> {
  const job: CheckMachineInput = { dataDir: ctx.paths.data, heads: ctx.backups.heads() };
  const checked = await ctx.jobs.run<MachineChecked>('checkMachine', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const found = [...readLines(checked), ...quickLines(ctx, checked)];
  return {
    at: ctx.now(),
    version: APP_VERSION,
    schemaVersion: checked.schema.version,
    lines: found.sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key)),
  };
}

async function report(input: unknown, ctx: Ctx): Promise<OutputOf<'machine.report'>> {
  const tested = await selfTest(input, ctx);
  const log = sentLog(storeLayout(ctx.paths.data).log, MAX_SENT_LOG);
  const parts = reportParts({ ctx, tested, log, sqlite: repo.sqliteVersion(ctx.db) });
  const day = ctx.today().split('-').reverse().join('-');
  return {
    file: ctx.files.put(`Kiểm tra máy ${day}.zip`, 'application/zip', zipped(parts, ctx.now())),
    parts,
  };
}

type Own = 'machine.selfTest' | 'machine.report' | 'machine.licences';
export const diagnosticsHandlers: Pick<HandlersOf<'machine'>, Own> = {
  'machine.selfTest': selfTest,
  'machine.report': report,
  'machine.licences': (_input, ctx) => ({ rows: licences(ctx.paths.resources) }),
};
