/** A criteria set as a workbook that is edited in Excel and read back. */
import type { SetFields } from '../../../shared/contract/reviewSets';
import {
  CLASS_WORDS,
  CRITERIA_COLUMNS,
  DISCIPLINE_WORDS,
  HEAD_LINES,
  indicatorWords,
  KIND_WORDS,
  LINE_WORDS,
  RANK_COLUMNS,
  ruleWords,
  SET_SHEETS,
} from '../../../shared/domain/reviewSetFile';
import { type SheetColumn, type SheetData, type SheetRow, writeWorkbook } from './workbook';

const percent = (share: number): number => Number((share * 100).toFixed(8));

function headSheet(fields: SetFields): SheetData {
  const { name, nameEn, kind, validFrom, source, formula, unprovenShare } = fields;
  const values: Record<keyof typeof HEAD_LINES, string | null> = {
    ...{ name, nameEn, kind: KIND_WORDS[kind], source },
    validFrom: validFrom === null ? null : validFrom.split('-').reverse().join('/'),
    first: formula === null ? null : String(formula.first).replace('.', ','),
    second: formula === null ? null : String(formula.second).replace('.', ','),
    unproven: unprovenShare === null ? null : String(percent(unprovenShare)).replace('.', ','),
  };
  return {
    name: SET_SHEETS.head,
    columns: [
      { key: 'label', title: 'Mục', width: 36, type: 'text' },
      { key: 'value', title: 'Giá trị', width: 70, type: 'text' },
    ],
    rows: (Object.keys(HEAD_LINES) as (keyof typeof HEAD_LINES)[]).map((key) => ({
      label: HEAD_LINES[key],
      value: values[key],
    })),
    strongRows: new Set(),
  };
}

const WIDTHS: Partial<Record<keyof typeof CRITERIA_COLUMNS, number>> = {
  line: 13,
  code: 8,
  title: 56,
  max: 9,
  rule: 60,
  indicators: 40,
};

function criteriaSheet(fields: SetFields): SheetData {
  const rows: SheetRow[] = [];
  const strongRows = new Set<number>();
  for (const { criteria, bonus, ...group } of fields.groups) {
    strongRows.add(rows.length);
    rows.push({ ...group, line: bonus ? LINE_WORDS.bonus : LINE_WORDS.group });
    for (const { indicators, rule, ...criterion } of criteria)
      rows.push({
        ...criterion,
        line: LINE_WORDS.criterion,
        indicators: indicatorWords(indicators),
        rule: ruleWords(rule),
      });
  }
  const columns = (Object.keys(CRITERIA_COLUMNS) as (keyof typeof CRITERIA_COLUMNS)[]).map(
    (key): SheetColumn => ({
      key,
      title: CRITERIA_COLUMNS[key],
      width: WIDTHS[key] ?? 30,
      type: key === 'max' ? 'number' : 'text',
      ...(key === 'uid' ? { hidden: true } : {}),
    }),
  );
  return { name: SET_SHEETS.criteria, columns, rows, strongRows, orientation: 'landscape' };
}

function ranksSheet(fields: SetFields): SheetData {
  const rows = fields.ranks.map(({ name, nameEn, min, class: yearly, conditions }): SheetRow => {
    const row: Record<string, string | number | null> = {
      ...{ name, nameEn, min },
      class: yearly === null ? null : CLASS_WORDS[yearly],
    };
    for (const condition of conditions) {
      if (condition.kind === 'discipline') row.discipline = DISCIPLINE_WORDS[condition.from];
      else if (condition.kind === 'age') row.age = condition.months;
      else row[condition.kind] = condition.percent;
    }
    return row;
  });
  const columns = (Object.keys(RANK_COLUMNS) as (keyof typeof RANK_COLUMNS)[]).map(
    (key): SheetColumn => ({
      key,
      title: RANK_COLUMNS[key],
      width: key === 'name' || key === 'nameEn' ? 34 : 16,
      type: ['min', 'groupShare', 'age', 'quota'].includes(key) ? 'number' : 'text',
    }),
  );
  return { name: SET_SHEETS.ranks, columns, rows, strongRows: new Set(), orientation: 'landscape' };
}

export const reviewSetWorkbook = (fields: SetFields): Promise<Uint8Array> =>
  writeWorkbook({ sheets: [headSheet(fields), criteriaSheet(fields), ranksSheet(fields)] });
