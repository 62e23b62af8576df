/** Who came to an event or did not (danh sách tham gia), by department, as a paper and as a workbook. */
import type { SheetData } from '../spreadsheets/workbook';
import type { Column, Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface ParticipantLine {
  name: string;
  born: string | null;
  post: string | null;
  reason: string | null;
}

export interface ParticipantListData {
  unit: PaperUnit;
  title: string;
  subject: string;
  note: string | null;
  /** With the column of reasons. */
  reasons: boolean;
  countWord: string;
  groups: readonly { name: string; people: readonly ParticipantLine[] }[];
  signer: Signer;
  date: string;
}

export function participantList(data: ParticipantListData): Paper {
  const columns: Column[] = [
    { title: 'TT', width: 14, align: 'center' },
    { title: 'Họ và tên', width: data.reasons ? 54 : 62 },
    { title: 'Năm sinh', width: 20, align: 'center' },
    { title: 'Chức danh', width: '*' },
    ...(data.reasons ? [{ title: 'Lý do', width: 38 }] : []),
  ];
  const rows: TableRow[] = [];
  let ordinal = 0;
  for (const group of data.groups) {
    const aside = `${figure(group.people.length)} ${data.countWord}`;
    rows.push({ kind: 'group', cells: [{ text: group.name, span: columns.length, align: 'left', aside }] });
    for (const { name, born, post, reason } of group.people) {
      ordinal += 1;
      rows.push({
        kind: 'row',
        under: group.name,
        cells: [figure(ordinal), name, born ?? '', post ?? '', ...(data.reasons ? [reason ?? ''] : [])],
      });
    }
  }
  const sum = `Tổng cộng: ${figure(ordinal)} ${data.countWord}`;
  rows.push({ kind: 'total', cells: [{ text: sum, span: columns.length, align: 'center' }] });
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: data.title,
    subject: data.subject,
    note: data.note,
    orientation: 'portrait',
    running: { head: `${data.title} – ${data.subject}` },
    blocks: [
      { kind: 'table', columns, rows },
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}

export function participantSheet(data: ParticipantListData): SheetData {
  const people = data.groups.flatMap((group) =>
    group.people.map((person) => ({ ...person, department: group.name })),
  );
  return {
    name: 'Danh sách',
    title: [
      data.unit.body.replace(/\n/g, ' '),
      data.title.toLocaleUpperCase('vi'),
      data.subject,
      ...(data.note ? [data.note] : []),
    ],
    columns: [
      { key: 'ordinal', title: 'TT', width: 7, type: 'number' },
      { key: 'name', title: 'Họ và tên', width: 30, type: 'text' },
      { key: 'born', title: 'Năm sinh', width: 10, type: 'text' },
      { key: 'post', title: 'Chức danh', width: 26, type: 'text' },
      { key: 'department', title: 'Khoa, phòng', width: 32, type: 'text' },
      ...(data.reasons ? [{ key: 'reason', title: 'Lý do', width: 24, type: 'text' as const }] : []),
    ],
    rows: people.map((person, at) => ({ ordinal: at + 1, ...person })),
  };
}
