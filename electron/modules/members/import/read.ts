/** Runs the reading worker and writes what it sends into the staging table, a slice at a time. */
import type { ExtraTarget, RememberedColumn } from '../../../../shared/domain/import';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { IncomingFile } from '../../../ipc/files';
import { extraColumns } from '../extra/service';
import { sensitiveState } from '../privacy/service';
import { liveMappings } from './mappingRepository';
import type { StagedRecord } from './staged';
import { stageRows } from './stageRepository';

/** The mapping of one layout, as it is remembered. */
export interface LayoutChoice {
  shape: string;
  columns: RememberedColumn[];
  sheet: string;
}

/** What the worker answers when every row was judged and staged. */
export type ImportAnswer = Omit<OutputOf<'members.importOpen'>, 'importId' | 'fileName'> &
  Pick<OutputOf<'members.importPreview'>, 'newDepartments' | 'newGroups' | 'remarks'> & {
    /** Sheets by the part of their rows, where rows come from several. */
    parts: { part: number; sheet: string }[];
    agreed: LayoutChoice[];
  };

export type ImportChoice = Omit<ParsedInputOf<'members.importPreview'>, 'importId'>;

/** Input of the job entry `importMembers`. */
export interface ReadJob {
  path: string;
  fileName: string;
  sheet: number | null;
  /** Null guesses and recalls. */
  choice: ImportChoice | null;
  mappings: { id: number; name: string; shape: string; usedAt: string; columns: RememberedColumn[] }[];
  extras: ExtraTarget[];
  /** Fields switched off. */
  off: string[];
  today: string;
}

/** Reads, interprets and judges the file in a worker; rows arrive judged and are staged in slices. */
export function readInWorker(
  ctx: Ctx,
  importId: number,
  file: IncomingFile,
  choice: Pick<ReadJob, 'sheet' | 'choice'> & { recall: boolean },
): Promise<ImportAnswer> {
  const job: ReadJob = {
    path: file.path,
    fileName: file.name,
    sheet: choice.sheet,
    choice: choice.choice,
    mappings: choice.recall ? liveMappings(ctx.db) : [],
    extras: extraColumns(ctx.db).map(({ key, label, kind, choices }) => ({
      field: key,
      label,
      kind,
      choices,
    })),
    off: offFields(ctx),
    today: ctx.today(),
  };
  return ctx.jobs.run<ImportAnswer>('importMembers', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
    onMessage: (message) => ctx.write(() => stageRows(ctx.db, importId, message as StagedRecord[])),
  });
}

/** Sensitive fields that are switched off: no list may write them. */
export const offFields = (ctx: Pick<Ctx, 'db'>): string[] =>
  Object.entries(sensitiveState(ctx)).flatMap(([field, on]) => (on ? [] : [field]));
