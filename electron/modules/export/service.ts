/** Taking everything out in open formats. */
import { rmSync } from 'node:fs';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { ExportAllInput, ExportedAll } from '../../jobs/exportAll';
import { APP_VERSION } from '../../version';
import { exportTables, keptFiles, lastExport } from './repository';

function exportFacts(_input: unknown, ctx: Ctx): OutputOf<'machine.exportFacts'> {
  const tables = exportTables(ctx.db);
  const files = keptFiles(ctx.db);
  return {
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
    last: lastExport(ctx.db),
  };
}

/** Rows of every table, by its name. */
export const rowsByTable = (ctx: Pick<Ctx, 'db'>): Record<string, number> =>
  Object.fromEntries(exportTables(ctx.db).map(({ name, rows }) => [name, rows]));

async function exportAll(
  input: ParsedInputOf<'machine.exportAll'>,
  ctx: Ctx,
): Promise<OutputOf<'machine.exportAll'>> {
  const day = ctx.today().split('-').reverse().join('-');
  const outgoing = ctx.files.produce(`Sổ Công đoàn xuất toàn bộ ${day}.zip`, 'application/zip');
  const job: ExportAllInput = {
    path: outgoing.path,
    dataDir: ctx.paths.data,
    complete: input.complete,
    at: ctx.now(),
    appVersion: APP_VERSION,
  };
  try {
    const made = await ctx.jobs.run<ExportedAll>('exportAll', job, {
      signal: ctx.job?.signal,
      progress: ctx.job?.progress,
    });
    ctx.write(() =>
      recordChange(ctx, {
        entity: 'store',
        entityId: null,
        action: 'export',
        after: { complete: input.complete, ...made },
      }),
    );
    return { file: outgoing.done(), ...made };
  } catch (error) {
    rmSync(outgoing.path, { force: true });
    throw error;
  }
}

export const exportHandlers: Pick<HandlersOf<'machine'>, 'machine.exportFacts' | 'machine.exportAll'> = {
  'machine.exportFacts': exportFacts,
  'machine.exportAll': exportAll,
};
