/** Sign-in sheet of an event (danh sách đại biểu ký nhận / điểm danh), grouped by department. */
import { FIGURES } from './figures';
import type { Paper, PaperUnit, TableRow } from './paper';
import { figure, longDate } from './text';

export interface SignInPerson {
  name: string;
  /** Post or profession (chức vụ, chức danh). */
  post: string | null;
}

export interface SignInSheetData {
  unit: PaperUnit;
  /** Printed in capitals: "Danh sách đại biểu dự Hội nghị tổng kết". */
  title: string;
  /** Printed bold under the title. */
  subject: string | null;
  /** "14 giờ 00" */
  time: string | null;
  date: string | null;
  place: string | null;
  /** Departments in the order of the sheet; one group with a null name prints no group rows. */
  groups: readonly { name: string | null; people: readonly SignInPerson[] }[];
  /** Named again on the further pages of a sheet without groups. */
  continued?: string;
  /** Word after a count: "đại biểu", "đoàn viên", "người". */
  countWord?: string;
  /** Empty numbered lines at the end; 20 unless told. */
  blankLines?: number;
  /** Head of the third column; "Chức vụ, chức danh" unless told. */
  postTitle?: string;
  /** Who signs at the foot; "Thư ký" and "Chủ trì" unless told. */
  signers?: { left: string; right: string };
}

const WEEKDAYS = ['Chủ Nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const DEFAULT_BLANK_LINES = 20;
const SIGN_COLUMNS = 5;

function weekday(date: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? null;
}

/** "Thời gian: 14 giờ 00, thứ Sáu, ngày 18 tháng 12 năm 2026 – Địa điểm: Hội trường tầng 3". */
export function timeAndPlace(data: Pick<SignInSheetData, 'time' | 'date' | 'place'>): string | null {
  const when = data.date ? [weekday(data.date), longDate(data.date)] : [];
  const time = [data.time, ...when].filter((part) => part).join(', ');
  const parts = [time && `Thời gian: ${time}`, data.place && `Địa điểm: ${data.place}`];
  return parts.filter((part) => part).join(' – ') || null;
}

function groupRow(text: string, aside?: string): TableRow {
  return { kind: 'group', cells: [{ text, span: SIGN_COLUMNS, align: 'left', aside }] };
}

function sheetRows(data: SignInSheetData, word: string): TableRow[] {
  const rows: TableRow[] = [];
  const under = (name: string | null) => {
    const said = name ?? data.continued;
    return said ? { under: said } : {};
  };
  let ordinal = 0;
  for (const group of data.groups) {
    if (group.people.length === 0) continue;
    if (group.name) rows.push(groupRow(group.name, `${figure(group.people.length)} ${word}`));
    for (const person of group.people) {
      ordinal += 1;
      rows.push({
        kind: 'row',
        cells: [String(ordinal), person.name, person.post ?? '', '', ''],
        ...under(group.name),
      });
    }
  }
  const blank = data.blankLines ?? DEFAULT_BLANK_LINES;
  const grouped = data.groups.some((group) => group.name && group.people.length > 0);
  if (blank > 0 && grouped) rows.push(groupRow('Bổ sung'));
  for (let i = 1; i <= blank; i++)
    rows.push({
      kind: 'row',
      cells: [String(ordinal + i), '', '', '', ''],
      ...under(grouped ? 'Bổ sung' : null),
    });
  return rows;
}

export function signInSheet(data: SignInSheetData): Paper {
  const word = data.countWord ?? 'đại biểu';
  const invited = data.groups.reduce((sum, group) => sum + group.people.length, 0);
  const signers = data.signers ?? { left: 'Thư ký', right: 'Chủ trì' };
  const dots = '……….';
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: data.title,
    subject: data.subject,
    note: timeAndPlace(data),
    orientation: 'portrait',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 12, align: 'center' },
          { title: 'Họ và tên', width: 55 },
          { title: data.postTitle ?? 'Chức vụ, chức danh', width: '*' },
          { title: 'Ký nhận', width: 32 },
          { title: 'Ghi chú', width: 20 },
        ],
        rows: sheetRows(data, word),
        rowHeight: FIGURES.table.signedRowHeight,
      },
      {
        kind: 'paragraph',
        text: `Triệu tập: ${invited > 0 ? figure(invited) : dots} ${word}. Có mặt: ${dots} Vắng có lý do: ${dots} Vắng không lý do: ${dots}`,
        indent: false,
        align: 'left',
        size: 12.5,
      },
      {
        kind: 'signature',
        leftSigner: { authority: [signers.left], name: null },
        signer: { authority: [signers.right], name: null },
      },
    ],
  };
}
