/** Lays out one member list row by row. */
import { type Cell, type ColumnKey, HEADERS, type ListLayout } from './listLayout';
import type { ListPerson, Random } from './people';
import { type Merge, writeSheet } from './writeSheet';

/** Whether the cell of a row holds the marker that empties the value. */
export const isCleared = (layout: ListLayout, key: ColumnKey, index: number): boolean =>
  layout.clears && (key === 'address' || key === 'email') && index % 5 === 2;

export class SheetMaker {
  readonly rows: Cell[][] = [];
  readonly merges: Merge[] = [];
  private headerRows: Cell[][] = [];
  private sections = 0;
  private mergedFrom = -1;
  private mergedName = '';

  constructor(
    private readonly random: Random,
    private readonly layout: ListLayout,
  ) {}

  titles(): void {
    const { random, layout } = this;
    const lines = [
      'LIÊN ĐOÀN LAO ĐỘNG TỈNH',
      'CĐCS BỆNH VIỆN ĐA KHOA',
      '',
      'DANH SÁCH ĐOÀN VIÊN CÔNG ĐOÀN',
      '(Tính đến ngày 01/06/2026)',
    ];
    for (let at = 0; at < layout.titleLines; at++) {
      const text = lines[at] ?? '';
      this.rows.push(text ? [...new Array(random.int(0, 1)).fill(null), text] : []);
      if (text && layout.format === 'xlsx' && random.chance(0.5)) {
        this.rows[this.rows.length - 1] = [text];
        this.merge(this.rows.length - 1, this.rows.length - 1, 0, layout.columns.length - 1);
      }
    }
  }

  header(): void {
    const { layout, random } = this;
    const grouped: Partial<Record<ColumnKey, string>> = {
      male: 'Giới tính',
      female: 'Giới tính',
      birthMale: 'Ngày sinh',
      birthFemale: 'Ngày sinh',
      day: 'Ngày sinh',
      month: 'Ngày sinh',
      year: 'Ngày sinh',
    };
    const leaves: Partial<Record<ColumnKey, string>> = {
      male: 'Nam',
      female: 'Nữ',
      birthMale: 'Nam',
      birthFemale: 'Nữ',
      day: 'Ngày',
      month: 'Tháng',
      year: 'Năm',
    };
    const top: Cell[] = [];
    const bottom: Cell[] = [];
    const first = this.rows.length;
    let two = false;
    layout.columns.forEach((key, column) => {
      const group = grouped[key];
      if (!group) {
        top[column] = random.pick(HEADERS[key] ?? ['']);
        bottom[column] = null;
        return;
      }
      two = true;
      const begins = grouped[layout.columns[column - 1] ?? 'stt'] !== group;
      top[column] = begins ? group : null;
      bottom[column] = leaves[key] ?? '';
      if (!begins) return;
      let last = column;
      while (grouped[layout.columns[last + 1] ?? 'stt'] === group) last += 1;
      this.merge(first, first, column, last);
    });
    this.headerRows = two ? [top, bottom] : [top];
    for (let column = 0; two && column < top.length; column++) {
      if (top[column] !== null && bottom[column] === null) this.merge(first, first + 1, column, column);
    }
    this.rows.push(...this.headerRows);
    if (layout.numbering) this.rows.push(layout.columns.map((_, column) => `(${column + 1})`));
  }

  repeatHeader(): void {
    this.endMerge();
    this.rows.push(...this.headerRows);
  }

  departmentLine(name: string, people: readonly ListPerson[]): void {
    const { layout, random } = this;
    this.sections += 1;
    const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][this.sections - 1] ?? 'XI';
    const count = people.filter((person) => person.department === name).length;
    const text = random.pick([
      name,
      `${name} (${count} đ/c)`,
      `${name}: ${count} người`,
      `${name} (${count})`,
    ]);
    const named = layout.columns.findIndex((key) => key === 'fullName' || key === 'surname');
    const row: Cell[] = new Array(layout.columns.length).fill(null);
    if (layout.romanLines && layout.columns[0] === 'stt') row[0] = roman;
    row[named] = layout.romanLines && row[0] === null ? `${roman}. ${text}` : text;
    this.rows.push(row);
    if (random.chance(0.6))
      this.merge(this.rows.length - 1, this.rows.length - 1, named, layout.columns.length - 1);
  }

  person(person: ListPerson, index: number): void {
    if (this.layout.place === 'merged' && person.department !== this.mergedName) {
      this.endMerge();
      this.mergedFrom = this.rows.length;
      this.mergedName = person.department;
    }
    this.rows.push(this.layout.columns.map((key) => this.cell(person, index, key)));
  }

  /** Ends a department cell merged over its people's rows. */
  endMerge(): void {
    const column = this.layout.columns.indexOf('department');
    if (this.mergedFrom >= 0 && this.rows.length - 1 > this.mergedFrom)
      this.merge(this.mergedFrom, this.rows.length - 1, column, column);
    this.mergedFrom = -1;
    this.mergedName = '';
  }

  foot(count: number): void {
    const { layout, random } = this;
    const named = layout.columns.findIndex((key) => key === 'fullName' || key === 'surname');
    const at = (column: number, text: string): Cell[] => [...new Array(column).fill(null), text];
    if (random.chance(0.7))
      this.rows.push(
        at(
          named,
          random.pick([
            `Tổng cộng: ${count} đoàn viên`,
            `Tổng số: ${count} người`,
            `Danh sách có ${count} đoàn viên`,
          ]),
        ),
      );
    this.rows.push([]);
    const last = Math.max(named + 1, layout.columns.length - 2);
    if (random.chance(0.5)) this.rows.push(at(last, 'Bình Minh, ngày 05 tháng 6 năm 2026'));
    const signing = at(named, 'NGƯỜI LẬP BIỂU');
    signing[last] = 'TM. BAN CHẤP HÀNH';
    this.rows.push(signing, at(last, 'CHỦ TỊCH'), [], []);
    const names = at(named, 'Lê Thị Hoà');
    names[last] = 'Trần Văn Bách';
    this.rows.push(names);
  }

  private merge(startRow: number, endRow: number, startCol: number, endCol: number): void {
    if (endRow > startRow || endCol > startCol) this.merges.push({ startRow, endRow, startCol, endCol });
  }

  private cell(person: ListPerson, index: number, key: ColumnKey): Cell {
    const { layout } = this;
    const cased = (text: string) => (layout.capitals && index % 4 === 1 ? text.toUpperCase() : text);
    const [year = '', month = '', day = ''] = person.birthDate.split('-');
    if (isCleared(layout, key, index)) return '(xóa)';
    switch (key) {
      case 'stt':
        return layout.format === 'xlsx' ? index + 1 : String(index + 1);
      case 'fullName':
        return cased(index % 9 === 4 ? `  ${person.fullName} ` : person.fullName);
      case 'surname':
        return cased(person.surname);
      case 'givenName':
        return cased(person.givenName);
      case 'gender':
        return person.gender === 'male' ? 'Nam' : 'Nữ';
      case 'male':
        return person.gender === 'male' ? 'x' : null;
      case 'female':
        return person.gender === 'female' ? 'x' : null;
      case 'birthDate':
        return this.date(person.birthDate, index);
      case 'birthMale':
        return person.gender === 'male' ? this.date(person.birthDate, index) : null;
      case 'birthFemale':
        return person.gender === 'female' ? this.date(person.birthDate, index) : null;
      case 'day':
        return day ? String(Number(day)) : null;
      case 'month':
        return month ? String(Number(month)) : null;
      case 'year':
        return year;
      case 'department':
        return layout.place === 'merged' && this.mergedFrom !== this.rows.length ? null : person.department;
      case 'idNumber':
        return this.digits(person.idNumber, 3, index);
      case 'phone':
        return this.digits(person.phone, 4, index);
      case 'unionJoinDate':
        return this.date(person.unionJoinDate, index);
      case 'isParty':
        return person.isParty ? this.random.pick(['x', 'X', 'có']) : null;
      default:
        return person[key] || null;
    }
  }

  private date(iso: string, index: number): Cell {
    const { layout } = this;
    const asCell =
      layout.format === 'xlsx' &&
      (layout.dates === 'serial' || (layout.dates === 'mixed' && index % 2 === 0));
    if (iso.length === 4) return asCell ? Number(iso) : iso;
    const [year, month, day] = iso.split('-') as [string, string, string];
    if (asCell) return new Date(`${iso}T00:00:00Z`);
    const separator =
      layout.dates === 'dashes' ? '-' : layout.dates === 'mixed' && index % 3 === 0 ? '.' : '/';
    if (layout.dates === 'month-first') return [month, day, year].join('/');
    return index % 5 === 0
      ? [Number(day), Number(month), year].join(separator)
      : [day, month, year].join(separator);
  }

  private digits(value: string, group: number, index: number): Cell {
    const { layout } = this;
    if (layout.numbers === 'number' && index % 3 === 0)
      return layout.format === 'xlsx' || layout.format === 'ods' ? Number(value) : String(Number(value));
    if (layout.numbers === 'spaced' && index % 3 === 0)
      return value.replace(new RegExp(`(\\d{${group}})(?=\\d)`, 'g'), '$1 ');
    return value;
  }

  /** The finished file. */
  write(): Promise<{ bytes: Uint8Array; fileName: string }> {
    return writeSheet(this.layout, this.rows, this.merges);
  }
}
