/** List of a committee with short facts of each member (danh sách trích ngang). */
import { formatDate } from '../../../shared/domain/dates';
import type { Paper, PaperUnit, TableRow } from './paper';
import { figure } from './text';

export interface CommitteeListPerson {
  name: string;
  title: string;
  /** "Nam", "Nữ". */
  gender: string | null;
  /** ISO, possibly of less precision. */
  birthDate: string | null;
  /** Profession, post at work and department, in one cell. */
  work: string;
  education: string | null;
  unionJoinDate: string | null;
}

export interface CommitteeListData {
  unit: PaperUnit;
  /** "Ban chấp hành Công đoàn cơ sở …". */
  committee: string;
  /** "2025–2030". */
  term: string;
  /** Day of the list, ISO. */
  asOf: string;
  decision: { no: string | null; date: string | null } | null;
  seats: number | null;
  people: readonly CommitteeListPerson[];
  signer: { authority: readonly string[]; name: string | null };
}

export function committeeList(data: CommitteeListData): Paper {
  const rows: TableRow[] = data.people.map((person, at) => ({
    kind: 'row',
    cells: [
      String(at + 1),
      person.name,
      person.gender ?? '',
      formatDate(person.birthDate),
      person.title,
      person.work,
      person.education ?? '',
      formatDate(person.unionJoinDate),
    ],
  }));
  const settled = data.seats === null ? '' : ` trên ${figure(data.seats)} ủy viên theo quyết nghị`;
  const vacant = data.seats === null ? 0 : data.seats - data.people.length;
  return {
    heading: data.unit,
    number: null,
    place: null,
    date: null,
    title: 'Danh sách trích ngang',
    subject: `${data.committee}, nhiệm kỳ ${data.term}`,
    note: noteLine(data),
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'TT', width: 11, align: 'center' },
          { title: 'Họ và tên', width: 48 },
          { title: 'Giới tính', width: 16, align: 'center' },
          { title: 'Ngày sinh', width: 25, align: 'center' },
          { title: 'Chức vụ công đoàn', width: 42 },
          { title: 'Chức danh, đơn vị công tác', width: '*' },
          { title: 'Trình độ', width: 28 },
          { title: 'Vào công đoàn', width: 26, align: 'center' },
        ],
        rows,
      },
      {
        kind: 'paragraph',
        text: `Danh sách có ${figure(data.people.length)} người${settled}${vacant > 0 ? `, khuyết ${figure(vacant)}` : ''}.`,
        indent: false,
        align: 'left',
      },
      {
        kind: 'signature',
        signer: data.signer,
        placeDate: { place: data.unit.place, date: data.asOf },
      },
    ],
  };
}

/** "(Công nhận theo Quyết định số 12/QĐ-LĐLĐ ngày 05/11/2025; tính đến ngày 22/11/2026)". */
function noteLine(data: CommitteeListData): string {
  const { decision } = data;
  const day = `tính đến ngày ${formatDate(data.asOf)}`;
  if (!decision || (decision.no === null && decision.date === null)) return `(${day})`;
  const no = decision.no === null ? '' : ` số ${decision.no}`;
  const date = decision.date === null ? '' : ` ngày ${formatDate(decision.date)}`;
  return `(Công nhận theo Quyết định${no}${date}; ${day})`;
}
