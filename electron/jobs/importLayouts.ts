/** The columns of each layout of a workbook: guessed, recalled from an earlier import, or chosen. */
import {
  ALIKE,
  cellText,
  type ExtraTarget,
  type ImportColumn,
  type ImportField,
  likeness,
  type RememberedColumn,
  recall,
  shapeOf,
  shapeStart,
  type TableReading,
  type WorkbookReading,
} from '../../shared/domain/import';
import { readText, TEXT_ENCODINGS } from '../../shared/domain/import/encoding';
import { headerKey } from '../../shared/domain/import/vocabulary';
import { parseDate } from '../../shared/domain/partialDate';
import type { ImportAnswer, ReadJob } from '../modules/members/import/read';

/** One column with what it is set to. */
export interface SetColumn extends ImportColumn {
  dateOrder: 'dmy' | 'mdy' | undefined;
  off: ImportField | null;
}

export interface Layout {
  /** Any list of the layout; its columns stand for all. */
  model: TableReading;
  tables: TableReading[];
  columns: SetColumn[];
  remembered: ImportAnswer['layouts'][number]['remembered'];
}

/** Layouts of a workbook, the main list's first. */
export function layoutsOf(reading: WorkbookReading, job: ReadJob): Layout[] {
  const groups = new Map<string, TableReading[]>();
  for (const table of [reading.main, ...reading.tables.filter((one) => one !== reading.main)]) {
    const shape = shapeOf(table.columns);
    const key =
      shape === '' ? `#${table.table}` : `${shapeStart(table.columns)}@${table.columns.length}@${shape}`;
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  return [...groups.values()].map((tables, layout) => {
    const model = tables[0] as TableReading;
    return { model, tables, ...setColumns(model, layout, job) };
  });
}

function setColumns(
  model: TableReading,
  layout: number,
  job: ReadJob,
): Pick<Layout, 'columns' | 'remembered'> {
  const off = new Set<string>(job.off);
  const known = new Set<string>(job.extras.map(({ field }) => field));
  const allowed = (field: ImportField | null) =>
    field !== null && !off.has(field) && (!field.startsWith('extra:') || known.has(field)) ? field : null;
  const guessed = byLabel(model.columns, job.extras);
  const found = bestMapping(model, job);
  const chosen = job.choice ? chosenFor(job.choice.mapping, layout) : null;
  const recalled = !chosen && found ? found.columns : null;
  const recalledFields = new Set([...(recalled?.values() ?? [])].map(({ field }) => field));
  const columns = guessed.map((column): SetColumn => {
    const choice: RememberedColumn | undefined = chosen
      ? (chosen.get(column.index) ?? { field: null })
      : recalled?.get(column.index);
    const beaten = recalled && !choice && recalledFields.has(column.field) ? null : column.field;
    const field = choice ? choice.field : beaten;
    const looksOff = choice === undefined && field !== null && off.has(field) ? field : null;
    return {
      ...column,
      field: allowed(field),
      encoding: choice?.encoding ?? column.encoding,
      confidence: recalled && choice ? 1 : column.confidence,
      dateOrder: choice?.dateOrder,
      off: looksOff ?? (column.field !== null && off.has(column.field) ? column.field : null),
    };
  });
  return { columns, remembered: found ? { ...found.about, columns: recalled?.size ?? 0 } : null };
}

/** A column that carries the name of one of the unit's own fields is that field. */
function byLabel(columns: readonly ImportColumn[], extras: readonly ExtraTarget[]): ImportColumn[] {
  const targets = new Map(extras.map((target) => [headerKey(target.label), target.field]));
  const taken = new Set<string>();
  return columns.map((column) => {
    const field = targets.get(headerKey(column.label));
    if (!field || taken.has(field)) return column;
    taken.add(field);
    return { ...column, field, confidence: 1, reason: 'header', isRowNumber: false };
  });
}

function chosenFor(
  mapping: NonNullable<ReadJob['choice']>['mapping'],
  layout: number,
): Map<number, RememberedColumn> {
  return new Map(
    mapping
      .filter((entry) => entry.layout === layout)
      .map(({ index, field, encoding, dateOrder }) => [
        index,
        {
          field: field as ImportField | null,
          ...(encoding ? { encoding } : {}),
          ...(dateOrder ? { dateOrder } : {}),
        },
      ]),
  );
}

function bestMapping(model: TableReading, job: ReadJob) {
  const shape = shapeOf(model.columns);
  let best: { likeness: number; mapping: ReadJob['mappings'][number] } | undefined;
  for (const mapping of job.mappings) {
    const alike = likeness(shape, mapping.shape);
    if (alike >= ALIKE && alike > (best?.likeness ?? 0)) best = { likeness: alike, mapping };
  }
  if (!best) return null;
  const { id, name, usedAt } = best.mapping;
  return {
    about: { id, name, usedAt, exact: best.likeness === 1 },
    columns: recall(model.columns, best.mapping),
  };
}

/** A layout as the screen shows it. */
export function showLayout(layout: Layout, at: number): ImportAnswer['layouts'][number] {
  return {
    layout: at,
    remembered: layout.remembered,
    columns: layout.columns.map((column) => ({
      index: column.index,
      letter: column.letter,
      header: column.label || column.letter,
      samples: column.samples,
      field: column.field,
      confidence: column.confidence,
      reason: column.reason,
      encoding: column.encoding,
      readings: readingsOf(layout.model, column),
      dates: datesOf(layout.model, column),
      isRowNumber: column.isRowNumber && column.field === null,
      off: column.off,
    })),
  };
}

const SEARCHED = 400;

function* cellsOf(model: TableReading, index: number) {
  const start = model.header ? model.header.to + 1 : 0;
  for (let at = start; at < Math.min(model.sheet.rows.length, start + SEARCHED); at++)
    yield model.sheet.rows[at]?.cells[index] ?? null;
}

/** The value with the most letters beyond ASCII, as each encoding reads it; only readings that differ. */
function readingsOf(model: TableReading, column: SetColumn) {
  let telling = '';
  let most = 0;
  for (const cell of cellsOf(model, column.index)) {
    if (typeof cell !== 'string' || cell.length > 80) continue;
    const beyond = cell.match(/[\u0080-\uffff]/g)?.length ?? 0;
    if (beyond > most) [telling, most] = [cell, beyond];
  }
  if (most === 0) return [];
  const readings = TEXT_ENCODINGS.map((encoding) => ({ encoding, text: readText(telling, encoding) }));
  const own = readings.find(({ encoding }) => encoding === column.encoding)?.text;
  const same = readings.every(({ text }) => text === own);
  return same ? [] : readings;
}

const WRITTEN = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})\s*$/;

function datesOf(model: TableReading, column: SetColumn) {
  const evidence = model.dateEvidence[column.index];
  if (!evidence) return null;
  let sample = '';
  for (const cell of cellsOf(model, column.index)) {
    const text = cellText(cell).trim();
    const match = WRITTEN.exec(text);
    if (!match) continue;
    if (!sample) sample = text;
    if (match[1] !== match[2] && Number(match[1]) <= 12 && Number(match[2]) <= 12) {
      sample = text;
      break;
    }
  }
  if (!sample) return null;
  const read = (order: 'dmy' | 'mdy') => {
    const result = parseDate(sample, { order });
    return result.ok ? result.iso : null;
  };
  return {
    order: column.dateOrder ?? model.dateOrders[column.index] ?? ('dmy' as const),
    evidence,
    sample,
    dmy: read('dmy'),
    mdy: read('mdy'),
  };
}
