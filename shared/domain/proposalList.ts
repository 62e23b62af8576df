/**
 * A proposal list as departments hand it in: found by its head wherever its columns stand, row by row as written.
 * Rows under "I. TẬP THỂ" and the like take their kind from there; totals and signatures are left out.
 */
import { fold } from '../text/fold';
import type { RecipientKind } from './awards';
import { cellText, type RawRow, type RawSheet } from './import/raw';

/** What a row key begins with: a member, a department or group; and the unit of a whole sheet. */
export const ROW_KEYS = { member: 'CN-', unit: 'TT-', sheet: 'DV-' } as const;

export const LIST_COLUMNS = {
  key: ['ma dong'],
  ordinal: ['stt', 'tt', 'so tt'],
  kind: ['doi tuong', 'loai'],
  name: ['ho va ten', 'ho ten', 'ten tap the', 'tap the, ca nhan', 'ten'],
  birth: ['nam sinh', 'ngay sinh', 'ngay thang nam sinh', 'sinh nam'],
  unionPost: ['chuc vu cong doan', 'chuc vu cd'],
  post: ['chuc vu', 'chuc danh'],
  unit: ['don vi', 'khoa', 'to cong doan', 'to cd', 'phong'],
  achievement: ['tom tat thanh tich', 'thanh tich'],
  initiative: ['sang kien'],
  awardedBefore: ['da duoc khen', 'khen thuong da', 'da khen'],
  form: ['hinh thuc', 'danh hieu', 'de nghi'],
  note: ['ghi chu'],
} as const;
type ColumnKey = keyof typeof LIST_COLUMNS;
const COLUMN_KEYS = Object.keys(LIST_COLUMNS) as ColumnKey[];

export interface ListLine {
  sheet: string;
  line: number;
  /** Key the program gave the row. */
  key: string | null;
  /** Key of the department the sheet is from. */
  sheetKey: string | null;
  kind: RecipientKind;
  name: string;
  birthYear: string | null;
  unit: string | null;
  post: string | null;
  unionPost: string | null;
  form: string | null;
  achievement: string | null;
  initiative: string | null;
  awardedBefore: string | null;
  note: string | null;
}
export interface ReadList {
  lines: ListLine[];
  /** Keys of the departments the sheets are from. */
  sheetKeys: string[];
  /** Rows of the program's own form that propose nobody. */
  empty: number;
}

/** Which column of a head row is what; undefined when the row is no head. */
function headOf(row: RawRow): Partial<Record<ColumnKey, number>> | undefined {
  const found: Partial<Record<ColumnKey, number>> = {};
  row.cells.forEach((cell, at) => {
    const text = fold(cellText(cell).replace(/\s+/g, ' ')).trim();
    if (text === '') return;
    const key = COLUMN_KEYS.find(
      (one) =>
        found[one] === undefined &&
        LIST_COLUMNS[one].some((words) => text === words || text.startsWith(words)),
    );
    if (key) found[key] = at;
  });
  return found.name !== undefined && Object.keys(found).length >= 2 ? found : undefined;
}

const SECTIONS: readonly (readonly [RegExp, RecipientKind])[] = [
  [/^([ivxab\d]+[.)]?\s*)?(cac )?tap the\b/, 'collective'],
  [/^([ivxab\d]+[.)]?\s*)?(cac )?(ho )?gia dinh\b/, 'household'],
  [/^([ivxab\d]+[.)]?\s*)?(cac )?ca nhan\b/, 'individual'],
];
const sectionOf = (text: string): RecipientKind | undefined =>
  SECTIONS.find(([pattern]) => pattern.test(text))?.[1];
/** Totals and signatures; Tòng and Cống are family names too. */
const OTHER_LINES =
  /^(tong (cong|so|tap the|ca nhan|gia dinh)|(tong|cong)(?=[\s:]*(\d|$))|nguoi lap|tm\.?|thay mat|xac nhan|noi nhan|ky ten|chu tich|to truong cong doan$|truong (khoa|phong)$|danh sach (nay|tren)|an dinh)\b/;

/** A person's name does not begin so; Tô, Bàn and Đới are family names, which only their tones tell from tổ, ban and đội. */
const COLLECTIVE_NAME =
  /^(tập thể|khoa|phòng|tổ|công đoàn|cđ|ban|trạm|trung tâm|đội|bộ phận)\s|^(tap the|khoa|phong|cong doan|tram|trung tam|bo phan|(to|ban|doi) (cong doan|so|chap hanh|nu cong|\d+))\s/;
const HOUSEHOLD_NAME = /^(ho )?gia dinh\s/;

function kindOf(
  key: string | null,
  text: string,
  section: RecipientKind | null,
  name: string,
): RecipientKind {
  if (key?.startsWith(ROW_KEYS.unit)) return 'collective';
  const said = sectionOf(fold(text));
  if (said) return said;
  if (key?.startsWith(ROW_KEYS.member)) return 'individual';
  if (section !== null) return section;
  if (HOUSEHOLD_NAME.test(fold(name))) return 'household';
  return COLLECTIVE_NAME.test(`${name.toLowerCase().normalize()} `) ? 'collective' : 'individual';
}

/** Reads one sheet; nothing when it has no head of a list. */
function readSheet(sheet: RawSheet): ReadList | undefined {
  const at = sheet.rows.findIndex((row) => headOf(row) !== undefined);
  const head = at < 0 ? undefined : headOf(sheet.rows[at]!);
  if (!head) return undefined;
  const text = (row: RawRow, key: ColumnKey): string | null => {
    const column = head[key];
    return column === undefined ? null : cellText(row.cells[column]).trim() || null;
  };
  const sheetKey =
    new RegExp(`${ROW_KEYS.sheet}[\\w-]+`).exec(text(sheet.rows[at]!, 'key') ?? '')?.[0] ?? null;
  const read: ReadList = { lines: [], sheetKeys: sheetKey === null ? [] : [sheetKey], empty: 0 };
  let section: RecipientKind | null = null;
  for (const row of sheet.rows.slice(at + 1)) {
    const key = text(row, 'key');
    const filled = row.cells.map((cell) => cellText(cell).trim()).filter((one) => one !== '');
    const begins = sectionOf(fold(filled.slice(0, 2).join(' ')));
    if (key === null && begins && filled.length <= 2) {
      section = begins;
      continue;
    }
    const name = text(row, 'name');
    if (name === null || (key === null && (OTHER_LINES.test(fold(name)) || filled.length < 2))) continue;
    const form = text(row, 'form');
    if (key !== null && form === null) {
      read.empty += 1;
      continue;
    }
    read.lines.push({
      sheet: sheet.name,
      line: row.line,
      key,
      sheetKey,
      kind: kindOf(key, text(row, 'kind') ?? '', section, name),
      name: name.replace(/^(ông|bà|đ\/c|đồng chí)\s+/iu, ''),
      birthYear: /(19|20)\d\d/.exec(text(row, 'birth') ?? '')?.[0] ?? null,
      unit: text(row, 'unit'),
      post: text(row, 'post'),
      unionPost: text(row, 'unionPost'),
      form,
      achievement: text(row, 'achievement'),
      initiative: text(row, 'initiative'),
      awardedBefore: text(row, 'awardedBefore'),
      note: text(row, 'note'),
    });
  }
  return read;
}

/** Reads every sheet that holds a list; undefined when none does. */
export function readProposalList(sheets: readonly RawSheet[]): ReadList | undefined {
  const read = sheets.filter((sheet) => !sheet.hidden).flatMap((sheet) => readSheet(sheet) ?? []);
  if (read.length === 0) return undefined;
  return {
    lines: read.flatMap((one) => one.lines),
    sheetKeys: [...new Set(read.flatMap((one) => one.sheetKeys))],
    empty: read.reduce((sum, one) => sum + one.empty, 0),
  };
}

/** The form a list means: its very name, its code, or the only one its words fit. */
export function formMeant<F extends { name: string; code: string }>(
  text: string | null,
  forms: readonly F[],
): F | undefined {
  const asked = fold(text ?? '')
    .replace(/[“”"'().,–-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (asked === '') return undefined;
  const nameOf = (form: F) =>
    fold(form.name)
      .replace(/[“”"'().,–-]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const same = forms.filter((form) => nameOf(form) === asked || fold(form.code) === asked);
  if (same.length === 1) return same[0];
  const near = forms.filter((form) => nameOf(form).includes(asked) || asked.includes(nameOf(form)));
  return near.length === 1 ? near[0] : undefined;
}
