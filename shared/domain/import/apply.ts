/** Turns the rows of an interpreted list into people's values, by the mapping the user agreed to. */

import { repairNameCapitals } from '../../text/legacy/tcvn3';
import { titleCaseName } from '../../text/nfc';
import { type ClassifiedRow, type ColumnUse, RowClassifier } from './classify';
import { readText, type TextEncodingName } from './encoding';
import { type ExtraTarget, type ImportField, type ImportRow, isExtraField, type MemberField } from './fields';
import type { Interpretation } from './interpret';
import { readAccount, readCardStatus, readExtra, readHardship, readMoney } from './moreValues';
import { cellText, type RawCell, type RawRow } from './raw';
import {
  type DateField,
  type DateReading,
  isMark,
  RowBuilder,
  readCard,
  readCoefficient,
  readDate,
  readIdNumber,
  readParty,
  readPhone,
  saysClear,
  saysNothing,
  sexOf,
} from './values';

/** What one column is set to; null ignores it. */
export interface ColumnChoice {
  index: number;
  field: ImportField | null;
  encoding?: TextEncodingName;
  dateOrder?: 'dmy' | 'mdy';
}

export interface ApplyOptions {
  /** What the lines between people name; by default each line's own words decide. */
  sections?: 'department' | 'group' | 'ignore';
  /** Order of day and month in dates written with figures. */
  dateOrder?: 'dmy' | 'mdy';
  /** Today's date; a birth year after it is a problem. */
  today?: string;
  /** The unit's own fields that columns may be set to. */
  extras?: readonly ExtraTarget[];
  /** Added to the line numbers, so that rows of several sheets keep numbers of their own. */
  lineBase?: number;
}

/** The rows of people, in the order of the file. */
export function applyMapping(
  interpretation: Interpretation,
  mapping: readonly ColumnChoice[] = interpretation.columns,
  options: ApplyOptions = {},
): ImportRow[] {
  return [...eachRow(interpretation, mapping, options)];
}

/** The same one by one, for work that reports progress on the way. */
export function* eachRow(
  interpretation: Interpretation,
  mapping: readonly ColumnChoice[] = interpretation.columns,
  options: ApplyOptions = {},
): Generator<ImportRow> {
  const uses = columnUses(interpretation, mapping);
  const reader = new PersonReader(interpretation, uses, options, mapping);
  const classifier = new RowClassifier(interpretation.sheet, uses, interpretation.header);
  for (const classified of classifier.classify()) {
    if (classified.kind === 'section') reader.enterSection(classified);
    else if (classified.kind === 'person') yield reader.read(classified);
  }
}

/** The columns with the fields chosen for them. */
export function columnUses(interpretation: Interpretation, mapping: readonly ColumnChoice[]): ColumnUse[] {
  const chosen = new Map(mapping.map((choice) => [choice.index, choice]));
  return interpretation.columns.map((column) => ({
    index: column.index,
    field: chosen.get(column.index)?.field ?? null,
    encoding: chosen.get(column.index)?.encoding ?? column.encoding,
    isRowNumber: column.isRowNumber && (chosen.get(column.index)?.field ?? null) === null,
  }));
}

const TEXT_FIELDS = new Set<ImportField>([
  'department',
  'group',
  'jobTitle',
  'position',
  'unionPosition',
  'contractType',
  'education',
  'politicalTheory',
  'idPlace',
  'address',
  'hometown',
  'ethnicity',
  'religion',
  'note',
  'unionJoinPlace',
  'unionJoinDecision',
  'healthNote',
  'hardshipNote',
]);

class PersonReader {
  private section: { department: string | null; group: string | null } = { department: null, group: null };
  private fromTitle = false;
  private readonly year: number;
  private readonly byField = new Map<ImportField, ColumnUse>();
  private readonly others: ColumnUse[];
  private readonly fills: Map<number, RawCell>[];
  private readonly texts: Map<string, string>[] = [];
  private readonly onlyFemaleTicks: boolean;
  private readonly orders: Map<number, 'dmy' | 'mdy' | undefined>;
  private readonly extras: Map<ImportField, ExtraTarget>;

  constructor(
    private readonly interpretation: Interpretation,
    uses: readonly ColumnUse[],
    private readonly options: ApplyOptions,
    mapping: readonly ColumnChoice[],
  ) {
    this.orders = new Map(mapping.map((choice) => [choice.index, choice.dateOrder]));
    this.extras = new Map(options.extras?.map((target) => [target.field, target]));
    this.year = Number((options.today ?? new Date().toISOString()).slice(0, 4));
    for (const use of uses) if (use.field && !this.byField.has(use.field)) this.byField.set(use.field, use);
    this.others = [...this.byField.values()].filter((use) => !NAME_OR_SEX.has(use.field as ImportField));
    this.fills = mergedFills(interpretation, [this.byField.get('department'), this.byField.get('group')]);
    this.onlyFemaleTicks = this.byField.has('genderFemale') && !this.byField.has('genderMale');
    if (interpretation.title) {
      this.section[interpretation.title.kind] = interpretation.title.name;
      this.fromTitle = true;
    }
  }

  enterSection(row: ClassifiedRow): void {
    this.fromTitle = false;
    const kind = this.options.sections ?? row.sectionKind;
    if (kind === 'group') this.section = { ...this.section, group: row.section };
    else if (kind === 'department') this.section = { department: row.section, group: null };
  }

  read({ row, name }: ClassifiedRow): ImportRow {
    const out = new RowBuilder(row.line + (this.options.lineBase ?? 0));
    if (name !== '') this.readName(out, row, name);
    this.readBirth(out, row);
    this.readSex(out, row);
    for (const use of this.others) this.readField(out, row, use);
    this.readClears(out, row);
    if (out.row.values.partyDate && out.row.values.isParty === undefined) out.set('isParty', true);
    for (const place of ['department', 'group'] as const) this.readSection(out, place);
    return out.row;
  }

  private text(row: RawRow, use: ColumnUse): string {
    return readText(row.cells[use.index], use.encoding);
  }

  private readName(out: RowBuilder, row: RawRow, name: string): void {
    const use = this.byField.get('fullName') ?? this.byField.get('givenName') ?? this.byField.get('surname');
    let whole = name.replace(/^(đ\/c|đồng chí|đ\.c\.?|đc\.)\s+/iu, '');
    const remark = /^(.*\S)\s*\(([^()]+)\)$/.exec(whole);
    if (remark?.[1]) {
      whole = remark[1];
      out.set('note', remark[2] as string);
      out.note('fullName', 'remark-moved', name, whole);
    }
    const legacy = use && use.encoding !== 'unicode' ? use.encoding : undefined;
    const oldFont = legacy === 'tcvn3' || legacy === 'vni';
    const cased = oldFont ? repairNameCapitals(whole) : repairCase(whole);
    out.set('fullName', cased);
    if (legacy && use) {
      const before = cellText(row.cells[use.index]).trim();
      if (before !== cased) out.note('fullName', legacy, before, cased);
    } else if (cased !== whole) out.note('fullName', 'capitals', whole, cased);
  }

  private readBirth(out: RowBuilder, row: RawRow): void {
    for (const [field, sex] of [
      ['birthDateMale', 'male'],
      ['birthDateFemale', 'female'],
    ] as const) {
      const use = this.byField.get(field);
      const text = use ? this.text(row, use) : '';
      if (!use || text === '' || saysNothing(text) || saysClear(text)) continue;
      if (out.row.values.gender) {
        out.problem('gender', 'gender-both', text);
        out.set('gender', null);
        continue;
      }
      if (!isMark(text)) readDate(out, 'birthDate', row.cells[use.index] ?? null, text, this.reading(use));
      out.set('gender', sex);
    }
    const year = this.byField.get('birthYear');
    if (!year) return;
    const part = (field: ImportField) => {
      const use = this.byField.get(field);
      return use ? this.text(row, use) : '';
    };
    const parts = [part('birthDay'), part('birthMonth'), this.text(row, year)].filter((text) => text !== '');
    const text = parts.join('/');
    if (text && !parts.some(saysClear))
      readDate(
        out,
        'birthDate',
        parts.length === 1 ? (row.cells[year.index] ?? null) : text,
        text,
        this.reading(year),
      );
  }

  private readSex(out: RowBuilder, row: RawRow): void {
    const use = this.byField.get('gender');
    if (use) {
      const text = this.text(row, use);
      const sex = sexOf(text);
      if (saysClear(text)) return;
      if (sex) out.set('gender', sex);
      else if (text !== '' && !saysNothing(text)) out.problem('gender', 'gender-unknown', text);
      return;
    }
    const ticked = (field: ImportField, sex: 'male' | 'female') => {
      const column = this.byField.get(field);
      const text = column ? this.text(row, column) : '';
      return text !== '' && (isMark(text) || sexOf(text) === sex || /^\d{1,4}$/.test(text));
    };
    const male = ticked('genderMale', 'male');
    const female = ticked('genderFemale', 'female');
    if (male && female) out.problem('gender', 'gender-both', 'x');
    else if (male || female) out.set('gender', male ? 'male' : 'female');
    else if (this.onlyFemaleTicks) {
      out.set('gender', 'male');
      out.note('gender', 'from-column-of-sex', null, 'male');
    }
  }

  private isClear(row: RawRow, use: ColumnUse): boolean {
    const cell = row.cells[use.index];
    return typeof cell === 'string' && /^\s*[([{<*]/.test(cell) && saysClear(this.text(row, use));
  }

  /** Birth dates and sex are read from several columns; a marker in any of them empties the value. */
  private readClears(out: RowBuilder, row: RawRow): void {
    for (const [field, columns] of JOINED_FIELDS) {
      if (out.row.values[field]) continue;
      for (const column of columns) {
        const use = this.byField.get(column);
        if (use && this.isClear(row, use)) out.clear(field, cellText(row.cells[use.index]));
      }
    }
  }

  private readField(out: RowBuilder, row: RawRow, use: ColumnUse): void {
    const field = use.field as ImportField;
    const cell = row.cells[use.index] ?? this.fills[use.index]?.get(row.line) ?? null;
    if (cell === null) return;
    if (this.isClear(row, use)) {
      out.clear(field as MemberField, cellText(cell));
      return;
    }
    if (TEXT_FIELDS.has(field)) {
      this.readPlain(out, row, use, cell, field as MemberField);
      return;
    }
    const text = readText(cell, use.encoding);
    if (isExtraField(field)) {
      const target = this.extras.get(field);
      if (target) readExtra(out, target, cell, text, this.reading(use));
      return;
    }
    switch (field) {
      case 'birthDate':
      case 'idDate':
      case 'hireDate':
      case 'unionJoinDate':
      case 'cardDate':
        readDate(out, field as DateField, cell, text, this.reading(use));
        break;
      case 'partyDate':
      case 'isParty':
        readParty(out, cell, text, this.reading(use));
        break;
      case 'idNumber':
        readIdNumber(out, cell, text);
        break;
      case 'phone':
        readPhone(out, cell, text);
        break;
      case 'cardNo':
        readCard(out, cell, text);
        break;
      case 'salaryCoefficient':
        readCoefficient(out, cell, text);
        break;
      case 'duesBase':
        readMoney(out, cell, text);
        break;
      case 'bankAccount':
        readAccount(out, cell, text);
        break;
      case 'cardStatus':
        readCardStatus(out, text);
        break;
      case 'hardship':
        readHardship(out, text);
        break;
      case 'email':
        if (text.includes('@')) out.set('email', text.replace(/\s/g, ''));
    }
  }

  private readPlain(out: RowBuilder, row: RawRow, use: ColumnUse, cell: RawCell, field: MemberField): void {
    const raw = cellText(cell);
    const known = this.texts[use.index] ?? new Map<string, string>();
    this.texts[use.index] = known;
    let text = known.get(raw);
    if (text === undefined) {
      text = readText(cell, use.encoding);
      if (/^[-–—./_\s?]*$/.test(text)) text = '';
      if (known.size < 5000) known.set(raw, text);
    }
    if (text === '') return;
    if (field === 'note' && out.row.values.note) out.set('note', `${text}; ${out.row.values.note}`);
    else out.set(field as 'note', text);
    if (row.cells[use.index] === null || row.cells[use.index] === undefined)
      out.note(field, 'from-merged-cell', null, text);
  }

  private readSection(out: RowBuilder, place: 'department' | 'group'): void {
    const section = this.section[place];
    if (section === null || out.row.values[place]) return;
    out.set(place, section);
    out.note(place, this.fromTitle ? 'from-title' : 'from-section', null, section);
  }

  private reading(use: ColumnUse): DateReading {
    return {
      order:
        this.options.dateOrder ??
        this.orders.get(use.index) ??
        this.interpretation.dateOrders[use.index] ??
        'dmy',
      year: this.year,
    };
  }
}

const JOINED_FIELDS = [
  ['birthDate', ['birthDateMale', 'birthDateFemale', 'birthDay', 'birthMonth', 'birthYear']],
  ['gender', ['gender', 'genderMale', 'genderFemale']],
] as const;

/** Names all in capitals, or with none, get their capitals right; any other stays as typed. */
const repairCase = (name: string) =>
  /\p{Ll}/u.test(name) && /\p{Lu}/u.test(name) ? name : titleCaseName(name);

const NAME_OR_SEX = new Set<ImportField>([
  'fullName',
  'surname',
  'givenName',
  'gender',
  'genderMale',
  'genderFemale',
  'birthDateMale',
  'birthDateFemale',
  'birthDay',
  'birthMonth',
  'birthYear',
]);

/** A department written once in a cell merged over the rows of its people. */
function mergedFills(
  { sheet, header }: Interpretation,
  uses: readonly (ColumnUse | undefined)[],
): Map<number, RawCell>[] {
  const fills: Map<number, RawCell>[] = [];
  const wanted = new Set(uses.map((use) => use?.index).filter((index) => index !== undefined));
  const merges = sheet.merges.filter(
    (merge) =>
      wanted.has(merge.fromColumn) && merge.toLine > merge.fromLine && merge.fromLine > (header?.toLine ?? 0),
  );
  if (merges.length === 0) return fills;
  const byLine = new Map(sheet.rows.map((row) => [row.line, row]));
  for (const merge of merges) {
    const cell = byLine.get(merge.fromLine)?.cells[merge.fromColumn] ?? null;
    if (cell === null) continue;
    const column = fills[merge.fromColumn] ?? new Map<number, RawCell>();
    fills[merge.fromColumn] = column;
    const last = Math.min(merge.toLine, merge.fromLine + 20_000);
    for (let line = merge.fromLine + 1; line <= last; line++) column.set(line, cell);
  }
  return fills;
}
