/** Job: reads a member list once, interprets it, judges every row, and sends the rows in batches to be staged. */
import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/contract/errors';
import {
  eachRow,
  type ImportRow,
  linkWithinFile,
  PART_LINES,
  readWorkbook,
  shapeOf,
  shapeStart,
  type TableReading,
  type WorkbookReading,
} from '../../shared/domain/import';
import { fold } from '../../shared/text/fold';
import { readTables } from '../documents/tables';
import { createJudge } from '../modules/members/import/judge';
import type { ImportAnswer, LayoutChoice, ReadJob } from '../modules/members/import/read';
import { unitNames } from '../modules/members/import/repository';
import type { StagedRecord } from '../modules/members/import/staged';
import { type Layout, layoutsOf, showLayout } from './importLayouts';
import type { JobTools } from './worker';

/** Rows a message; the main process stages one message in one slice. */
const BATCH = 100;

export async function importMembers(job: ReadJob, tools: JobTools): Promise<ImportAnswer> {
  tools.progress(0, null, 'reading');
  const bytes = new Uint8Array(readFileSync(job.path));
  const workbook = await readTables(bytes, job.fileName, {
    onProgress: (rows) => tools.progress(rows, null, 'reading'),
  });
  const reading = readWorkbook(workbook, { sheet: job.sheet });
  const layouts = layoutsOf(reading, job);
  const wanted = job.choice?.tables ? new Set(job.choice.tables) : null;
  const isRead = (table: TableReading) => (wanted ? wanted.has(table.table) : table.chosen);
  const rows = readRows(reading, layouts, isRead, job);
  if (rows.length === 0) throw new AppError('FILE_NO_PEOPLE', { details: { name: job.fileName } });
  const remarks = new Remarks();
  await judgeAndSend(rows, job.choice?.addPeople ?? true, remarks, tools);
  return {
    ...describe(reading, layouts, isRead, rows.length),
    ...newPlaces(rows, tools),
    extraFields: job.extras.map(({ field, label }) => ({ field, label })),
    offFields: [...job.off],
    remarks: remarks.list(),
    agreed: layouts.filter((layout) => layout.tables.some(isRead)).flatMap(agreedOf),
  };
}

function readRows(
  reading: WorkbookReading,
  layouts: readonly Layout[],
  isRead: (table: TableReading) => boolean,
  job: ReadJob,
): ImportRow[] {
  const rows: ImportRow[] = [];
  const inOrder = reading.tables.filter(isRead).sort((a, b) => a.part - b.part || a.table - b.table);
  for (const table of inOrder) {
    const layout = layouts.find((one) => one.tables.includes(table)) as Layout;
    const options = { extras: job.extras, today: job.today, lineBase: table.part * PART_LINES };
    const mapping = layout.columns.map(({ index, field, encoding, dateOrder }) => ({
      index,
      field,
      // Another list of the layout may be typed in another font; what was chosen holds for all.
      encoding:
        encoding === layout.model.columns[index]?.encoding ? table.columns[index]?.encoding : encoding,
      dateOrder,
    }));
    for (const row of eachRow({ ...table, sheets: reading.sheets }, mapping, options)) rows.push(row);
  }
  return rows;
}

async function judgeAndSend(
  rows: ImportRow[],
  addPeople: boolean,
  remarks: Remarks,
  tools: JobTools,
): Promise<void> {
  const judge = createJudge(tools.db(), rows, addPeople);
  const linked = linkWithinFile(rows).rows;
  let sending: Promise<void> = Promise.resolve();
  for (let from = 0; from < linked.length; from += BATCH) {
    const batch = linked.slice(from, from + BATCH);
    judge.prepare(batch);
    const staged: StagedRecord[] = batch.map((row) => judge(row));
    for (const { row } of batch) remarks.add(row);
    await sending;
    sending = tools.send(staged);
    tools.progress(from + batch.length, linked.length, 'judging');
  }
  await sending;
}

/** Counts how values were understood, by field and kind. */
class Remarks {
  private readonly counts = new Map<string, ImportAnswer['remarks'][number]>();
  add(row: ImportRow): void {
    for (const { field, kind } of row.notes) {
      const known = this.counts.get(`${field} ${kind}`);
      if (known) known.count += 1;
      else this.counts.set(`${field} ${kind}`, { field, kind, count: 1 });
    }
  }
  list = () => [...this.counts.values()];
}

function describe(
  reading: WorkbookReading,
  layouts: readonly Layout[],
  isRead: (table: TableReading) => boolean,
  people: number,
) {
  const shown = layouts.map(showLayout);
  const { main } = reading;
  const several = new Set(reading.tables.filter(isRead).map(({ part }) => part)).size > 1;
  return {
    sheets: reading.sheets.map(({ name, rows: count }) => ({ name, rows: count })),
    headerLine: main.header?.fromLine ?? 0,
    people,
    columns: shown[0]?.columns ?? [],
    layouts: shown,
    tables: reading.tables.map((table) => ({
      table: table.table,
      sheet: table.sheet.name,
      hidden: table.sheet.hidden,
      headerLine: table.header?.fromLine ?? 0,
      people: table.counts.people,
      title: table.title?.name ?? null,
      layout: layouts.findIndex((layout) => layout.tables.includes(table)),
      chosen: isRead(table),
      why: table.why,
    })),
    notes: [...main.notes, ...reading.notes].map(({ kind, details }) => ({ kind, details })),
    parts: several ? reading.tables.map(({ part, sheet }) => ({ part, sheet: sheet.name })) : [],
  };
}

/** The mapping of a layout that has headers, to be remembered once the list is written. */
function agreedOf(layout: Layout): LayoutChoice[] {
  const shape = shapeOf(layout.columns);
  if (shape === '') return [];
  const start = shapeStart(layout.columns);
  const columns = layout.columns.slice(start, start + shape.split('|').length).map((column) => ({
    label: column.label,
    field: column.field,
    ...(column.encoding === layout.model.columns[column.index]?.encoding
      ? {}
      : { encoding: column.encoding }),
    ...(column.dateOrder ? { dateOrder: column.dateOrder } : {}),
  }));
  return [{ shape, columns, sheet: layout.model.sheet.name }];
}

/** Departments and groups the list names and the organisation does not have yet. */
function newPlaces(rows: ImportRow[], tools: JobTools): { newDepartments: string[]; newGroups: string[] } {
  const missing = (kind: 'department' | 'group') => {
    const known = new Set(unitNames(tools.db(), kind).map(fold));
    const names = new Set(rows.map((row) => row.values[kind]).filter((name) => name != null));
    const named = new Map([...names].map((name) => [fold(name), name]));
    return [...named].filter(([key]) => !known.has(key)).map(([, name]) => name);
  };
  return { newDepartments: missing('department'), newGroups: missing('group') };
}
