/** Tells the rows under a header apart: people, department lines, repeated headers, totals, signatures. */
import { readText, type TextEncodingName, tidy } from './encoding';
import { type ImportField, KEY_FIELDS } from './fields';
import type { HeaderBlock } from './header';
import { cellText, type RawRow, type RawSheet } from './raw';
import { cleanSection } from './sections';
import { isFoot, isTotal, looksLikePersonName, startsWithGroupWord, startsWithUnitWord } from './vocabulary';

export type RowKind = 'person' | 'section' | 'header' | 'total' | 'foot' | 'other';

export interface ClassifiedRow {
  row: RawRow;
  kind: RowKind;
  /** Whole name as it stands, for a person. */
  name: string;
  /** Cleaned name of the department or group, for a section. */
  section: string;
  sectionKind: 'department' | 'group';
}

/** What the classifier needs to know of the columns. */
export interface ColumnUse {
  index: number;
  field: ImportField | null;
  encoding: TextEncodingName;
  isRowNumber: boolean;
}

const NAME_FIELDS = new Set<ImportField>(['fullName', 'surname', 'givenName']);
const PLACE_FIELDS = new Set<ImportField>(['department', 'group']);
const STRONG_FIELDS = new Set<ImportField>([
  'birthDate',
  'birthDateMale',
  'birthDateFemale',
  'birthYear',
  'idNumber',
  'phone',
  'cardNo',
  'unionJoinDate',
  'hireDate',
]);

/** A year, a number or a date. */
const STRONG = /\d{4}|\d{1,2}[/.-]\d{1,2}/;

export class RowClassifier {
  private readonly names: ColumnUse[];
  private readonly facts: ColumnUse[];
  /** Columns people are found by where the list names nobody. */
  private readonly keys: ColumnUse[];
  private readonly numberColumn: number;
  private readonly givenColumn: number;
  private readonly headerTexts = new Map<number, Set<string>>();
  private readonly wideMerges = new Set<number>();
  private typicalFacts = 0;
  private footing = false;

  constructor(
    private readonly sheet: RawSheet,
    private readonly columns: readonly ColumnUse[],
    private readonly header: HeaderBlock | undefined,
  ) {
    this.names = columns.filter((column) => column.field && NAME_FIELDS.has(column.field));
    this.names.sort((a, b) => rank(a) - rank(b));
    this.facts = columns.filter((column) => column.field && !NAME_FIELDS.has(column.field));
    this.keys = this.names.length > 0 ? [] : columns.filter(({ field }) => isKey(field));
    this.numberColumn = columns.find((column) => column.isRowNumber)?.index ?? -1;
    this.givenColumn = columns.find((column) => column.field === 'givenName')?.index ?? -1;
    this.readHeader();
    this.readMerges();
    this.typicalFacts = this.measureFacts();
  }

  /** Every row under the header, in order. */
  *classify(): Generator<ClassifiedRow> {
    this.footing = false;
    const start = this.header ? this.header.to + 1 : 0;
    for (let at = start; at < this.sheet.rows.length; at++) {
      yield this.classifyRow(this.sheet.rows[at] as RawRow);
    }
  }

  private classifyRow(row: RawRow): ClassifiedRow {
    const result: ClassifiedRow = { row, kind: 'other', name: '', section: '', sectionKind: 'department' };
    const name = this.nameOf(row);
    const numbered = this.isNumbered(row);
    if (this.isRepeatedHeader(row) || (!numbered && (this.isNumberingRow(row) || isNameLabel(name))))
      return { ...result, kind: 'header' };
    if (numbered && this.isPlainPerson(row, name)) {
      this.footing = false;
      return { ...result, kind: 'person', name };
    }
    const { facts, strong } = this.countFacts(row);
    const text = name || this.firstText(row);
    if (this.keys.length > 0) return this.classifyNameless(result, text);
    if (!(numbered && strong > 0) && isTotal(text)) return { ...result, kind: 'total' };
    const givenFilled = this.givenColumn >= 0 && cellText(row.cells[this.givenColumn]).trim() !== '';
    const strength = (numbered ? 2 : 0) + facts + (givenFilled ? 1 : 0) + strong;
    const sectionSigns = this.sectionSigns(row, text, strong);
    if (strong === 0 && sectionSigns >= 3 && !(numbered && facts >= 2 && !startsWithUnitWord(text))) {
      if (!this.footing || startsWithUnitWord(text)) return this.section(result, text);
    }
    if (name && isPlausibleName(name) && !(this.footing && strength < 3)) {
      const enough = strength >= Math.min(2, Math.max(1, this.typicalFacts));
      if (enough && !(strong === 0 && !numbered && isFoot(name))) {
        this.footing = false;
        return { ...result, kind: 'person', name };
      }
      if (!isFoot(name) && looksLikePersonName(titled(name))) return { ...result, kind: 'person', name };
      if (!isFoot(name) && !this.footing && facts === 0) return this.section(result, text);
    }
    if (strong === 0 && this.hasFoot(row)) {
      this.footing = true;
      return { ...result, kind: 'foot' };
    }
    if (!name && facts <= 1 && sectionSigns >= 2 && !this.footing) return this.section(result, text);
    return { ...result, kind: this.footing ? 'foot' : 'other' };
  }

  /** A row of a list that names nobody is a person when it holds a number people are found by, or figures at all. */
  private classifyNameless(result: ClassifiedRow, text: string): ClassifiedRow {
    const { row } = result;
    if (this.keys.some(({ index }) => /\d.*\d.*\d/.test(cellText(row.cells[index]))))
      return { ...result, kind: 'person' };
    if (isTotal(text)) return { ...result, kind: 'total' };
    if (this.sectionSigns(row, text, 0) >= 3) return this.section(result, text);
    this.footing ||= this.hasFoot(row);
    if (this.footing) return { ...result, kind: 'foot' };
    const figures = row.cells.some(
      (cell, column) => column !== this.numberColumn && /^(?=.*\d.*\d.*\d).{3,24}$/.test(cellText(cell)),
    );
    return { ...result, kind: figures ? 'person' : 'other' };
  }

  private section(result: ClassifiedRow, text: string): ClassifiedRow {
    const section = cleanSection(text);
    if (section === '') return result;
    this.footing = false;
    return {
      ...result,
      kind: 'section',
      section,
      sectionKind: startsWithGroupWord(section) ? 'group' : 'department',
    };
  }

  private nameOf(row: RawRow): string {
    let name = '';
    for (const column of this.names) {
      const part = readText(row.cells[column.index], column.encoding);
      if (part) name = name ? `${name} ${part}` : part;
    }
    return name;
  }

  private isNumbered(row: RawRow): boolean {
    if (this.numberColumn < 0) return false;
    const cell = row.cells[this.numberColumn];
    if (typeof cell === 'object') return cell?.type === 'number';
    return cell !== undefined && /^\s*\d{1,6}\s*[.)]?\s*$/.test(cell);
  }

  /** Most rows: a numbered one with a name and a date or number beside it needs no closer look. */
  private isPlainPerson(row: RawRow, name: string): boolean {
    if (name === '' || this.keys.length > 0 || !isPlausibleName(name)) return false;
    for (const { index, field } of this.facts)
      if (STRONG_FIELDS.has(field as ImportField) && STRONG.test(cellText(row.cells[index]))) return true;
    return false;
  }

  private countFacts(row: RawRow): { facts: number; strong: number } {
    let facts = 0;
    let strong = 0;
    for (const { index, field } of this.facts) {
      const text = cellText(row.cells[index]);
      if (text === '' || text.trim() === '' || PLACE_FIELDS.has(field as ImportField)) continue;
      facts += 1;
      if (STRONG_FIELDS.has(field as ImportField) && STRONG.test(text)) strong += 1;
    }
    return { facts, strong };
  }

  /** How much a row looks like a department's line: its words, its merge, its numeral, its emptiness. */
  private sectionSigns(row: RawRow, text: string, strong: number): number {
    if (text === '' || strong > 0) return 0;
    let signs = 0;
    const bare = cleanSection(text);
    if (startsWithUnitWord(bare)) signs += 3;
    if (this.wideMerges.has(row.line)) signs += 2;
    const numeral = this.numberColumn >= 0 ? cellText(row.cells[this.numberColumn]).trim() : '';
    if (/^[IVXLC]{1,7}[.)]?$|^[A-HK][.)]?$/.test(numeral)) signs += 2;
    if (bare !== tidy(text) && /\d/.test(text)) signs += 1;
    const filled = row.cells.reduce<number>((sum, cell) => sum + (cellText(cell).trim() ? 1 : 0), 0);
    if (filled > (numeral ? 3 : 2)) signs -= 2;
    if (filled === 1 && this.typicalFacts >= 2 && !looksLikePersonName(titled(bare)) && !isFoot(text))
      signs += 2;
    return signs;
  }

  private firstText(row: RawRow): string {
    let best = '';
    for (let column = 0; column < row.cells.length; column++) {
      const cell = row.cells[column];
      if (typeof cell !== 'string') continue;
      const text = readText(cell, this.columns[column]?.encoding ?? 'unicode');
      if (column === this.numberColumn && /^([IVXLC]{1,7}|[A-Z]|\d+)[.)]?$/.test(text)) continue;
      if (/\p{L}{2}/u.test(text)) return text;
      best ||= text;
    }
    return best;
  }

  private hasFoot(row: RawRow): boolean {
    return row.cells.some(
      (cell, column) =>
        typeof cell === 'string' && isFoot(readText(cell, this.columns[column]?.encoding ?? 'unicode')),
    );
  }

  private readHeader(): void {
    if (!this.header) return;
    for (const row of this.sheet.rows.slice(this.header.from, this.header.to + 1)) {
      row.cells.forEach((cell, column) => {
        const text = cellText(cell);
        if (!text) return;
        const known = this.headerTexts.get(column) ?? new Set();
        known.add(text);
        this.headerTexts.set(column, known);
      });
    }
  }

  private isRepeatedHeader(row: RawRow): boolean {
    let same = 0;
    let filled = 0;
    for (let column = 0; column < row.cells.length; column++) {
      const cell = row.cells[column];
      if (cell === null || cell === undefined) continue;
      filled += 1;
      if (typeof cell === 'string' && this.headerTexts.get(column)?.has(cell)) same += 1;
      if (filled > 4 && same === 0) return false;
    }
    return same > 0 && same >= Math.max(Math.min(2, filled), filled * 0.6);
  }

  /** "(1) (2) (3)" or "A B 1 2" under the header. */
  private isNumberingRow(row: RawRow): boolean {
    const texts = row.cells.map((cell) => cellText(cell).trim()).filter(Boolean);
    return texts.length >= 3 && texts.every((text) => /^\(?(\d{1,2}|[A-ZĐ])\)?$/.test(text));
  }

  private readMerges(): void {
    const first = this.names[0]?.index ?? 0;
    for (const merge of this.sheet.merges) {
      const wide =
        merge.toColumn - merge.fromColumn >= 2 && merge.fromColumn <= first && merge.toColumn >= first + 1;
      if (wide && merge.fromLine === merge.toLine) this.wideMerges.add(merge.fromLine);
    }
  }

  /** How many facts a row with a name usually holds. */
  private measureFacts(): number {
    const start = this.header ? this.header.to + 1 : 0;
    const counts: number[] = [];
    let named = 0;
    for (const row of this.sheet.rows.slice(start, start + 300)) {
      if (!this.nameOf(row)) continue;
      named += 1;
      const { facts } = this.countFacts(row);
      if (facts > 0) counts.push(facts);
    }
    if (counts.length < named / 4) return 0;
    counts.sort((a, b) => a - b);
    return counts[Math.floor(counts.length / 2)] ?? 0;
  }
}

const isKey = (field: ImportField | null) => KEY_FIELDS.some((key) => key === field);
const rank = (column: ColumnUse) => (column.field === 'surname' ? 0 : column.field === 'fullName' ? 1 : 2);

const titled = (text: string) =>
  /\p{Ll}/u.test(text)
    ? text
    : text.replace(
        /(\p{L})([\p{L}\p{M}]*)/gu,
        (_, first: string, rest: string) => first + rest.toLowerCase(),
      );

/** "Họ và tên" where a name should stand: a header in other words. */
const isNameLabel = (name: string) => /^họ[ ,].{0,20}(tên|đệm|lót)/i.test(name);

const isPlausibleName = (text: string) =>
  text.length <= 80 && /\p{L}/u.test(text) && !/[:;=@]/.test(text) && text.split(' ').length <= 9;
