/** Job: reads a member list once, interprets it, judges every row, and sends the rows in batches to be staged. */
import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/contract/errors';
import {
  eachRow,
  type ImportRow,
  type Interpretation,
  interpret,
  linkWithinFile,
} from '../../shared/domain/import';
import { fold } from '../../shared/text/fold';
import { readTables } from '../documents/tables';
import { createJudge } from '../modules/members/import/judge';
import type { ImportAnswer, ReadJob } from '../modules/members/import/read';
import type { StagedRecord } from '../modules/members/import/staged';
import { orgUnits } from '../modules/organisation/repository';
import type { JobTools } from './worker';

/** Rows a message; the main process stages one message in one slice. */
const BATCH = 200;

export async function importMembers(job: ReadJob, tools: JobTools): Promise<ImportAnswer> {
  tools.progress(0, null, 'reading');
  const bytes = new Uint8Array(readFileSync(job.path));
  const workbook = await readTables(bytes, job.fileName, {
    onProgress: (rows) => tools.progress(rows, null, 'reading'),
  });
  const reading = interpret(workbook, { sheet: job.sheet });
  const mapping = job.mapping ?? reading.columns;
  const rows = [...eachRow(reading, mapping)];
  if (rows.length === 0) throw new AppError('FILE_NO_PEOPLE', { details: { name: job.fileName } });
  await judgeAndSend(rows, tools);
  return { ...describe(reading, rows, mapping), ...newPlaces(rows, tools) };
}

async function judgeAndSend(rows: ImportRow[], tools: JobTools): Promise<void> {
  const judge = createJudge(tools.db(), rows);
  const linked = linkWithinFile(rows).rows;
  let batch: StagedRecord[] = [];
  let sending: Promise<void> = Promise.resolve();
  for (const [i, row] of linked.entries()) {
    batch.push(judge(row));
    if (batch.length < BATCH && i < linked.length - 1) continue;
    await sending;
    sending = tools.send(batch);
    batch = [];
    tools.progress(i + 1, linked.length, 'judging');
  }
  await sending;
}

function describe(
  reading: Interpretation,
  rows: ImportRow[],
  mapping: readonly { index: number; field: ImportAnswer['columns'][number]['field'] }[],
): Omit<ImportAnswer, 'newDepartments' | 'newGroups'> {
  const chosen = new Map(mapping.map((choice) => [choice.index, choice.field]));
  return {
    sheets: reading.sheets.map(({ name, rows: count }) => ({ name, rows: count })),
    sheet: reading.sheetIndex,
    headerLine: reading.header?.fromLine ?? 0,
    people: rows.length,
    columns: reading.columns.map((column) => ({
      index: column.index,
      header: column.label || column.letter,
      samples: column.samples,
      field: chosen.get(column.index) ?? null,
      confidence: column.confidence,
      reason: column.reason,
      encoding: column.encoding,
      isRowNumber: column.isRowNumber,
    })),
    notes: reading.notes.map(({ kind, details }) => ({ kind, details })),
  };
}

/** Departments and groups the list names and the organisation does not have yet. */
function newPlaces(rows: ImportRow[], tools: JobTools): { newDepartments: string[]; newGroups: string[] } {
  const missing = (kind: 'department' | 'group') => {
    const known = new Set(orgUnits(tools.db(), kind, true).map((unit) => fold(unit.name)));
    const names = new Set(rows.map((row) => row.values[kind]).filter((name) => name != null));
    const named = new Map([...names].map((name) => [fold(name), name]));
    return [...named].filter(([key]) => !known.has(key)).map(([, name]) => name);
  };
  return { newDepartments: missing('department'), newGroups: missing('group') };
}
