/** Runs the reading worker and writes what it sends into the staging table, a slice at a time. */
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { IncomingFile } from '../../../ipc/files';
import type { StagedRecord } from './staged';
import { stageRows } from './stageRepository';

/** What the worker answers when every row was judged and staged. */
export type ImportAnswer = Omit<OutputOf<'members.importOpen'>, 'importId' | 'fileName'> & {
  newDepartments: string[];
  newGroups: string[];
};

/** Input of the job entry `importMembers`. */
export interface ReadJob {
  path: string;
  fileName: string;
  sheet: number | null;
  mapping: ParsedInputOf<'members.importPreview'>['mapping'] | null;
}

/** Reads, interprets and judges the file in a worker; rows arrive judged and are staged in slices. */
export function readInWorker(
  ctx: Ctx,
  importId: number,
  file: IncomingFile,
  choice: Pick<ReadJob, 'sheet' | 'mapping'>,
): Promise<ImportAnswer> {
  const job: ReadJob = { path: file.path, fileName: file.name, ...choice };
  return ctx.jobs.run<ImportAnswer>('importMembers', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
    onMessage: (message) => ctx.write(() => stageRows(ctx.db, importId, message as StagedRecord[])),
  });
}
