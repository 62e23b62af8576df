/** Follow-ups on paper (danh sách việc cần theo dõi): what, whose, until when, what became of it. */
import type { Paper, PaperUnit, Signer, TableRow } from './paper';
import { figure } from './text';

export interface FollowUpLine {
  text: string;
  /** "Nguyễn Thu Hà, Chủ tịch, 01/02/2024" */
  asked: string | null;
  owner: string;
  dueOn: string | null;
  state: string;
  result: string | null;
}

export interface FollowUpListData {
  unit: PaperUnit;
  title: string;
  /** The one direction of a list of units, or the event. */
  subject: string | null;
  note: string | null;
  /** The same direction for everybody: the column of what is to be done is left out. */
  oneDirection: boolean;
  groups: readonly { name: string | null; rows: readonly FollowUpLine[] }[];
  /** Word after the count of a group: "nơi", "việc". */
  countWord: string;
  signer: Signer;
  date: string;
}

export function followUpList(data: FollowUpListData): Paper {
  const columns = [
    { title: 'TT', width: 11, align: 'center' as const },
    ...(data.oneDirection ? [] : [{ title: 'Việc phải làm', width: '*' as const }]),
    { title: 'Nơi làm', width: data.oneDirection ? ('*' as const) : 44 },
    { title: 'Hạn', width: 25, align: 'center' as const },
    { title: 'Tình trạng', width: 26, align: 'center' as const },
    { title: 'Kết quả', width: data.oneDirection ? 70 : 50 },
  ];
  const rows: TableRow[] = [];
  let ordinal = 0;
  for (const group of data.groups) {
    if (group.rows.length === 0) continue;
    if (group.name)
      rows.push({
        kind: 'group',
        cells: [
          {
            text: group.name,
            span: columns.length,
            align: 'left',
            aside: `${figure(group.rows.length)} ${data.countWord}`,
          },
        ],
      });
    for (const row of group.rows) {
      ordinal += 1;
      const what = row.asked ? [{ text: row.text }, { text: `\n${row.asked}`, italic: true }] : row.text;
      rows.push({
        kind: 'row',
        cells: [
          String(ordinal),
          ...(data.oneDirection ? [] : [{ text: what, align: 'left' as const }]),
          row.owner,
          row.dueOn ?? '',
          row.state,
          row.result ?? '',
        ],
      });
    }
  }
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: data.title,
    subject: data.subject,
    note: data.note,
    orientation: data.oneDirection ? 'portrait' : 'landscape',
    blocks: [
      { kind: 'table', columns, rows },
      { kind: 'signature', signer: data.signer, placeDate: { place: data.unit.place, date: data.date } },
    ],
  };
}
