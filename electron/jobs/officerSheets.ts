/** Job: officers on one page each, as one PDF. */
import { join } from 'node:path';
import { addDays } from '../../shared/domain/dateMath';
import { formatDate } from '../../shared/domain/dates';
import type { Db } from '../db/database';
import { type OfficerSection, type OfficerSheetData, officerSheet } from '../documents/papers/officerSheet';
import { renderPdfs } from '../documents/papers/renderPdf';
import { joinedBetween, movementsOf, trainingOf } from '../modules/members/papers/officerRepository';
import { recordSections } from '../modules/members/papers/recordSections';
import { memberById } from '../modules/members/repository';
import type { JobTools } from './worker';

export type OfficerSheetsInput = Pick<OfficerSheetData, 'unit' | 'signer' | 'day'> & { ids: number[] };

const TOLD = [
  { key: 'posts', title: 'Chức vụ công đoàn', none: 'Sổ chưa ghi chức vụ nào.' },
  { key: 'awards', title: 'Khen thưởng', none: 'Sổ chưa ghi lần khen thưởng nào.' },
  { key: 'discipline', title: 'Kỷ luật', none: 'Không có hình thức kỷ luật nào trong sổ.' },
] as const;
/** Columns of the full record an officer's page leaves out. */
const LEFT_OUT = new Set(['Tiền thưởng (đ)', 'Lý do']);

function toldOf(db: Db, id: number): Map<string, OfficerSection> {
  const all = recordSections(db, id);
  return new Map(
    TOLD.flatMap(({ key, title, none }) => {
      const section = all.find((one) => one.key === key);
      if (!section) return [];
      const kept = section.head.flatMap((head, at) => (LEFT_OUT.has(head) ? [] : [at]));
      const pick = <T>(cells: readonly T[]) => kept.map((at) => cells[at]!);
      const rows = [...section.rows].reverse().map(pick);
      return [[key, { title, none, head: pick(section.head), widths: widthsOf(pick(section.widths)), rows }]];
    }),
  );
}
/** One column takes what is left; the widest does where that one was left out. */
function widthsOf(widths: (number | '*')[]): (number | '*')[] {
  if (widths.includes('*')) return widths;
  const most = Math.max(...widths.map(Number));
  return widths.map((width) => (width === most ? '*' : width));
}

const trainingSection = (db: Db, id: number, day: string): OfficerSection => ({
  title: 'Tập huấn, bồi dưỡng',
  none: 'Sổ chưa ghi lần tập huấn nào.',
  head: ['Ngày', 'Lớp tập huấn', 'Nơi tổ chức', 'Giấy chứng nhận'],
  widths: [23, '*', 42, 32],
  rows: trainingOf(db, id, day).map((row) => [
    formatDate(row.day),
    row.name,
    row.place ?? '',
    row.certificate ?? '',
  ]),
});

function joinedText(db: Db, id: number, day: string): string {
  const { asked, came } = joinedBetween(db, id, { from: addDays(day, -365), to: day });
  const movements = movementsOf(db, id);
  const events =
    asked === 0
      ? '12 tháng gần nhất chưa ghi tham gia hoạt động nào.'
      : `12 tháng gần nhất: có mặt ở ${came}/${asked} hoạt động có điểm danh.`;
  const named = movements.slice(0, 2).join('; ');
  const more = movements.length > 2 ? ` và ${movements.length - 2} phong trào khác` : '';
  return movements.length === 0 ? events : `${events} Đăng ký phong trào: ${named}${more}.`;
}

function sheetOf(db: Db, id: number, base: Omit<OfficerSheetsInput, 'ids'>): OfficerSheetData[] {
  const member = memberById(db, id);
  if (!member) return [];
  const told = toldOf(db, id);
  const { full_name: name, birth_date: born, union_join_date: joined } = member;
  const line = (...pairs: [label: string, value: string | null | undefined][]) =>
    pairs.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('; ');
  const facts = [
    line(
      ['Ngày sinh', born && formatDate(born)],
      ['Giới tính', GENDERS[member.gender ?? '']],
      ['Trình độ', member.education],
      ['Ngày vào công đoàn', joined && formatDate(joined)],
    ),
    line(
      ['Chức danh, chức vụ', member.position ?? member.job_title],
      ['Đơn vị', [member.department, member.group_name].filter(Boolean).join(', ')],
    ),
  ].filter(Boolean);
  const sections = [
    told.get('posts'),
    trainingSection(db, id, base.day),
    told.get('awards'),
    told.get('discipline'),
  ];
  return [
    {
      ...base,
      name,
      facts,
      sections: sections.filter((one) => one !== undefined),
      joined: joinedText(db, id, base.day),
    },
  ];
}
const GENDERS: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' };

export function officerSheetsJob(input: OfficerSheetsInput, tools: JobTools): Promise<Uint8Array> {
  const { ids, ...base } = input;
  const [first, ...others] = ids.flatMap((id) => sheetOf(tools.db(), id, base)).map(officerSheet);
  if (!first) throw new Error('no officer to print');
  return renderPdfs([first, ...others], { fontsDir: join(tools.resources, 'fonts') });
}
