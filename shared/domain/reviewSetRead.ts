/** A criteria set read from a workbook: every field, or what is wrong by sheet, row and column. */
import type { z } from 'zod';
import { type SET_FILE_PROBLEMS, type SetFields, setFieldsObject } from '../contract/reviewSets';
import { fold } from '../text/fold';
import {
  cellText,
  columnLetter,
  type RawCell,
  type RawRow,
  type RawSheet,
  type RawWorkbook,
} from './import/raw';
import {
  CLASS_WORDS,
  CRITERIA_COLUMNS,
  DISCIPLINE_WORDS,
  HEAD_LINES,
  KIND_WORDS,
  keyOfWord,
  LINE_WORDS,
  RANK_COLUMNS,
  readIndicators,
  readNumber,
  readRule,
  SET_SHEETS,
} from './reviewSetFile';

type ProblemCode = (typeof SET_FILE_PROBLEMS)[number];
export interface SetFileProblem {
  code: ProblemCode;
  sheet: string;
  row: number | null;
  column: string | null;
  value: string | null;
}
export interface SetFileReading {
  fields: SetFields | null;
  problems: SetFileProblem[];
}
type Draft = z.input<typeof setFieldsObject>;
type Criterion = Draft['groups'][number]['criteria'][number];

/** A sheet with a head row: cells by the name of their column. */
class Table<K extends string> {
  readonly #columns = new Map<K, number>();
  readonly rows: readonly RawRow[];
  constructor(
    readonly sheet: RawSheet,
    columns: Readonly<Record<K, string>>,
    readonly problems: SetFileProblem[],
    needed: readonly K[],
  ) {
    const keys = Object.keys(columns) as K[];
    const at = (row: RawRow, key: K) =>
      row.cells.findIndex((cell) => fold(cellText(cell).trim()) === fold(columns[key]));
    const head = sheet.rows.findIndex((row) => needed.every((key) => at(row, key) >= 0));
    const first = sheet.rows[head === -1 ? 0 : head];
    for (const key of keys) if (first && at(first, key) >= 0) this.#columns.set(key, at(first, key));
    for (const key of needed)
      if (!this.#columns.has(key))
        problems.push({
          code: 'noColumn',
          sheet: sheet.name,
          row: first?.line ?? 1,
          column: null,
          value: columns[key],
        });
    this.rows = head === -1 ? [] : sheet.rows.slice(head + 1);
  }
  text(row: RawRow, key: K): string {
    const at = this.#columns.get(key);
    return at === undefined ? '' : cellText(row.cells[at]).normalize('NFC').trim();
  }
  orNull(row: RawRow, key: K): string | null {
    return this.text(row, key) || null;
  }
  /** undefined: no number stands there, which is told. */
  number(row: RawRow, key: K, code: ProblemCode = 'badNumber'): number | null | undefined {
    const at = this.#columns.get(key);
    const read = at === undefined ? null : numberOf(row.cells[at]);
    if (read === undefined) this.wrong(row, key, code);
    return read;
  }
  wrong(row: RawRow, key: K, code: ProblemCode): void {
    const at = this.#columns.get(key);
    const column = at === undefined ? null : columnLetter(at);
    this.problems.push({ code, sheet: this.sheet.name, row: row.line, column, value: this.orNull(row, key) });
  }
}

function numberOf(cell: RawCell | undefined): number | null | undefined {
  if (cell && typeof cell === 'object' && cell.type === 'number') return Number(cell.value);
  const text = cellText(cell).trim();
  return text === '' ? null : (readNumber(text) ?? undefined);
}

const isPoints = (value: number | null | undefined): value is number =>
  value != null && value >= 0 && value <= 1000 && Number.isInteger(value * 4);

function isoOf(cell: RawCell | undefined): string | null | undefined {
  if (cell && typeof cell === 'object' && cell.type === 'date') return String(cell.value).slice(0, 10);
  const text = cellText(cell).trim();
  if (text === '') return null;
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (found) return `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

function readHead(sheet: RawSheet, problems: SetFileProblem[]): Omit<Draft, 'groups' | 'ranks'> {
  const lineOf = (key: keyof typeof HEAD_LINES) =>
    sheet.rows.find((row) => fold(cellText(row.cells[0]).trim()) === fold(HEAD_LINES[key]));
  const cell = (key: keyof typeof HEAD_LINES) => lineOf(key)?.cells[1];
  const text = (key: keyof typeof HEAD_LINES) => cellText(cell(key)).normalize('NFC').trim() || null;
  const wrong = (key: keyof typeof HEAD_LINES, code: ProblemCode) =>
    problems.push({ code, sheet: sheet.name, row: lineOf(key)?.line ?? null, column: 'B', value: text(key) });
  const number = (key: keyof typeof HEAD_LINES) => {
    const read = numberOf(cell(key));
    if (read === undefined) wrong(key, 'badNumber');
    return read ?? null;
  };
  const kind = keyOfWord(KIND_WORDS, text('kind') ?? KIND_WORDS.union);
  if (kind === null) wrong('kind', 'badClass');
  const validFrom = isoOf(cell('validFrom'));
  if (validFrom === undefined) wrong('validFrom', 'badDate');
  if (text('name') === null) wrong('name', 'noTitle');
  const [first, second, unproven] = [number('first'), number('second'), number('unproven')];
  if ((first === null) !== (second === null)) wrong(first === null ? 'first' : 'second', 'badNumber');
  return {
    name: text('name') ?? '',
    nameEn: text('nameEn'),
    kind: kind ?? 'union',
    validFrom: validFrom ?? null,
    source: text('source'),
    formula: first === null || second === null ? null : { first, second },
    unprovenShare: unproven === null ? null : Number((unproven / 100).toFixed(10)),
  };
}

type CriteriaTable = Table<keyof typeof CRITERIA_COLUMNS>;

function readCriterion(table: CriteriaTable, row: RawRow, max: number): Criterion {
  const indicators = readIndicators(table.text(row, 'indicators'));
  if (!Array.isArray(indicators)) table.wrong(row, 'indicators', 'badIndicator');
  const rule = readRule(table.text(row, 'rule'));
  if (rule === undefined) table.wrong(row, 'rule', 'badRule');
  return {
    uid: table.orNull(row, 'uid'),
    code: table.text(row, 'code'),
    title: table.text(row, 'title'),
    titleEn: table.orNull(row, 'titleEn'),
    max,
    evidence: table.orNull(row, 'evidence'),
    evidenceEn: table.orNull(row, 'evidenceEn'),
    indicators: Array.isArray(indicators) ? indicators : [],
    rule: rule ?? null,
  };
}

function readGroups(sheet: RawSheet, problems: SetFileProblem[]): Draft['groups'] {
  const table: CriteriaTable = new Table(sheet, CRITERIA_COLUMNS, problems, ['line', 'code', 'title', 'max']);
  const groups: Draft['groups'] = [];
  const codes = new Set<string>();
  for (const row of table.rows) {
    if (table.text(row, 'title') === '' && table.text(row, 'code') === '') continue;
    const line = keyOfWord(LINE_WORDS, table.text(row, 'line'));
    const points = table.number(row, 'max', 'badPoints');
    const code = table.text(row, 'code');
    if (line === null) table.wrong(row, 'line', 'badClass');
    if (code === '') table.wrong(row, 'code', 'noCode');
    else if (codes.has(code)) table.wrong(row, 'code', 'twinCode');
    codes.add(code);
    if (table.text(row, 'title') === '') table.wrong(row, 'title', 'noTitle');
    if (points !== undefined && (!isPoints(points) || (line === 'criterion' && points === 0)))
      table.wrong(row, 'max', 'badPoints');
    const max = isPoints(points) ? points : 0;
    if (line === 'group' || line === 'bonus')
      groups.push({
        ...{ code, title: table.text(row, 'title'), titleEn: table.orNull(row, 'titleEn'), max },
        bonus: line === 'bonus',
        criteria: [],
      });
    else if (line === 'criterion') {
      const criterion = readCriterion(table, row, max);
      const group = groups[groups.length - 1];
      if (group) group.criteria.push(criterion);
      else table.wrong(row, 'line', 'noGroup');
    }
  }
  return groups;
}

type RankTable = Table<keyof typeof RANK_COLUMNS>;
type Conditions = NonNullable<Draft['ranks'][number]['conditions']>;

function readConditions(table: RankTable, row: RawRow): Conditions {
  const [groupShare, age, quota] = [
    table.number(row, 'groupShare'),
    table.number(row, 'age'),
    table.number(row, 'quota'),
  ];
  const typed = table.text(row, 'discipline');
  const from = typed === '' ? null : keyOfWord(DISCIPLINE_WORDS, typed);
  if (typed !== '' && from === null) table.wrong(row, 'discipline', 'badCondition');
  return [
    ...(groupShare == null ? [] : [{ kind: 'groupShare' as const, percent: groupShare }]),
    ...(from === null ? [] : [{ kind: 'discipline' as const, from }]),
    ...(age == null ? [] : [{ kind: 'age' as const, months: age }]),
    ...(quota == null ? [] : [{ kind: 'quota' as const, percent: quota }]),
  ];
}

function readRanks(sheet: RawSheet, problems: SetFileProblem[]): Draft['ranks'] {
  const table: RankTable = new Table(sheet, RANK_COLUMNS, problems, ['name', 'min']);
  return table.rows.flatMap((row) => {
    const name = table.text(row, 'name');
    const min = table.number(row, 'min', 'badPoints');
    if (name === '' && min == null) return [];
    if (name === '') table.wrong(row, 'name', 'noTitle');
    if (min !== undefined && !isPoints(min)) table.wrong(row, 'min', 'badPoints');
    const typed = table.text(row, 'class');
    const rankClass = typed === '' ? null : keyOfWord(CLASS_WORDS, typed);
    if (typed !== '' && rankClass === null) table.wrong(row, 'class', 'badClass');
    const nameEn = table.orNull(row, 'nameEn');
    const conditions = readConditions(table, row);
    return [{ name, nameEn, min: isPoints(min) ? min : 0, class: rankClass, conditions }];
  });
}

/** Reads a set; with any problem there are no fields. */
export function readSetWorkbook(workbook: RawWorkbook): SetFileReading {
  const problems: SetFileProblem[] = [];
  const sheetOf = (name: string) => {
    const found = workbook.sheets.find((sheet) => fold(sheet.name) === fold(name));
    if (!found) problems.push({ code: 'noSheet', sheet: name, row: null, column: null, value: name });
    return found;
  };
  const [head, criteria, ranks] = [
    sheetOf(SET_SHEETS.head),
    sheetOf(SET_SHEETS.criteria),
    sheetOf(SET_SHEETS.ranks),
  ];
  if (!head || !criteria || !ranks) return { fields: null, problems };
  const draft = {
    ...readHead(head, problems),
    groups: readGroups(criteria, problems),
    ranks: readRanks(ranks, problems),
  };
  if (problems.length > 0) return { fields: null, problems };
  const read = setFieldsObject.safeParse(draft);
  if (read.success) return { fields: read.data, problems };
  const [issue] = read.error.issues;
  const place = issue?.path[0] === 'groups' ? criteria : issue?.path[0] === 'ranks' ? ranks : head;
  problems.push({
    code: 'tooLong',
    sheet: place.name,
    row: null,
    column: null,
    value: issue?.path.join('.') ?? null,
  });
  return { fields: null, problems };
}
