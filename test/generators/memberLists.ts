/** Makes member lists in many layouts, and says what each of their rows must be read as. */
import type { MemberFields } from '../../shared/domain/import';
import type { ColumnKey, ListLayout } from './listLayout';
import type { ListPerson, Random } from './people';
import { isCleared, SheetMaker } from './sheetMaker';

export type { ListLayout } from './listLayout';

export interface MadeList {
  bytes: Uint8Array;
  fileName: string;
  layout: ListLayout;
  /** What each row must be read as, in order; only the fields the layout holds. */
  expected: Partial<MemberFields>[];
}

const EXTRA: ColumnKey[] = [
  'idNumber',
  'cardNo',
  'phone',
  'jobTitle',
  'unionJoinDate',
  'isParty',
  'ethnicity',
  'address',
  'email',
  'note',
  'group',
];

/** A layout at random; `format` or any other part may be fixed. */
export function makeLayout(random: Random, fixed: Partial<ListLayout> = {}): ListLayout {
  const format = fixed.format ?? random.pick(['xlsx', 'xlsx', 'xlsx', 'csv', 'html', 'ods'] as const);
  const grid = format === 'xlsx' || format === 'html';
  const birth = grid ? random.pick(['one', 'one', 'under-sex', 'parts'] as const) : 'one';
  const layout: Omit<ListLayout, 'columns'> = {
    format,
    letters:
      format === 'xlsx'
        ? random.pick(['unicode', 'unicode', 'decomposed', 'tcvn3', 'vni'] as const)
        : 'unicode',
    textFile: random.pick(['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1258'] as const),
    delimiter: random.pick([';', ',', '\t'] as const),
    name: random.chance(0.4) ? 'split' : 'whole',
    birth,
    sex: birth === 'under-sex' ? 'none' : grid && random.chance(0.3) ? 'ticks' : 'words',
    place: random.pick(grid ? (['column', 'lines', 'merged'] as const) : (['column', 'lines'] as const)),
    dates: random.pick(['text', 'serial', 'mixed', 'dashes', 'month-first'] as const),
    clears: random.chance(0.3),
    numbers: random.pick(['text', 'number', 'spaced'] as const),
    capitals: random.chance(0.2),
    titleLines: random.int(0, 5),
    foot: random.chance(0.7),
    repeatHeader: random.chance(0.2),
    numbering: random.chance(0.2),
    blankRows: random.chance(0.3),
    romanLines: random.chance(0.6),
    ...fixed,
  };
  if (layout.letters === 'tcvn3' || layout.letters === 'vni') layout.capitals = false;
  return { ...layout, columns: fixed.columns ?? makeColumns(random, layout) };
}

function makeColumns(random: Random, layout: Omit<ListLayout, 'columns'>): ColumnKey[] {
  const name: ColumnKey[] = layout.name === 'split' ? ['surname', 'givenName'] : ['fullName'];
  const birth: ColumnKey[] = {
    one: ['birthDate'],
    'under-sex': ['birthMale', 'birthFemale'],
    parts: ['day', 'month', 'year'],
  }[layout.birth] as ColumnKey[];
  const sex: ColumnKey[] = { words: ['gender'], ticks: ['male', 'female'], none: [] }[
    layout.sex
  ] as ColumnKey[];
  const place: ColumnKey[] = layout.place === 'lines' ? [] : ['department'];
  const extra = random
    .shuffle(EXTRA)
    .slice(0, random.int(2, EXTRA.length))
    .map((key): ColumnKey[] => [key]);
  const blocks = random.shuffle([birth, sex, ...extra]);
  const merged = layout.place === 'merged' ? [place, name] : [name, place];
  return [...(random.chance(0.8) ? (['stt'] as ColumnKey[]) : []), ...merged.flat(), ...blocks.flat()];
}

/** Writes the list and says what must be read from it. */
export async function makeList(
  random: Random,
  people: readonly ListPerson[],
  wanted: ListLayout,
): Promise<MadeList> {
  const told = wanted.dates !== 'month-first' || tellsOrder(people, wanted);
  const layout = told ? wanted : { ...wanted, dates: 'text' as const };
  const ordered =
    layout.place === 'column'
      ? [...people]
      : [...people].sort((a, b) => a.department.localeCompare(b.department, 'vi'));
  const sheet = new SheetMaker(random, layout);
  sheet.titles();
  sheet.header();
  let department = '';
  for (const [index, person] of ordered.entries()) {
    if (layout.place === 'lines' && person.department !== department)
      sheet.departmentLine(person.department, ordered);
    department = person.department;
    if (layout.repeatHeader && index > 0 && index % 15 === 0) sheet.repeatHeader();
    if (layout.blankRows && index % 7 === 3) sheet.rows.push([]);
    sheet.person(person, index);
  }
  sheet.endMerge();
  if (layout.foot) sheet.foot(ordered.length);
  const { bytes, fileName } = await sheet.write();
  return {
    bytes,
    fileName,
    layout,
    expected: ordered.map((person, index) => expectedOf(person, layout, index)),
  };
}

/** Whether each column of dates holds a day after the 12th: without one nobody can tell the order. */
function tellsOrder(people: readonly ListPerson[], { columns }: ListLayout): boolean {
  const late = (iso: string) => iso.length === 10 && Number(iso.slice(8)) > 12;
  return columns.every((key) => {
    if (key === 'birthDate') return people.some((person) => late(person.birthDate));
    if (key === 'birthMale' || key === 'birthFemale') {
      const sex = key === 'birthMale' ? 'male' : 'female';
      return people.some((person) => person.gender === sex && late(person.birthDate));
    }
    return key !== 'unionJoinDate' || people.some((person) => late(person.unionJoinDate));
  });
}

function expectedOf(person: ListPerson, layout: ListLayout, index: number): Partial<MemberFields> {
  const has = (key: ColumnKey) => layout.columns.includes(key);
  const expected: Partial<MemberFields> = {
    fullName: person.fullName,
    gender: person.gender,
    birthDate: person.birthDate,
    department: person.department,
  };
  for (const key of [
    'idNumber',
    'cardNo',
    'phone',
    'jobTitle',
    'unionJoinDate',
    'ethnicity',
    'address',
    'email',
    'group',
  ] as const) {
    if (has(key) && !isCleared(layout, key, index)) expected[key] = person[key];
  }
  if (has('isParty') && person.isParty) expected.isParty = true;
  if (has('note') && person.note) expected.note = person.note;
  return expected;
}
