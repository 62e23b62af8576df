/** A member's full record in words: sections of rows, the same for PDF, XLSX and JSON. */
import { PURPOSE_NAMES, type Purpose } from '../../../../shared/domain/consent';
import type { Db } from '../../../db/database';
import { figure } from '../../../documents/papers/text';
import { MEMBER_EXPORT_COLUMNS, memberWords } from '../../../documents/spreadsheets/memberList';
import { toFields } from '../record';
import { memberById } from '../repository';
import { RECORD_QUERIES, takenFiles } from './recordRepository';
import { RECORD_WORDS } from './recordWords';
import { inRanges } from './taken';

/** Text in cells as printed; `widths` in millimetres, '*' shares the rest. */
export interface RecordSection {
  key: string;
  title: string;
  head: string[];
  widths: (number | '*')[];
  rows: string[][];
}

type Row = Record<string, string | number | null>;

const word = (group: keyof typeof RECORD_WORDS, value: string | number | null | undefined) =>
  value === null || value === undefined ? '' : (RECORD_WORDS[group]?.[String(value)] ?? String(value));
const day = (value: string | number | null | undefined) =>
  value ? String(value).slice(0, 10).split('-').reverse().join('/') : '';
const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? '' : typeof value === 'number' ? figure(value) : value;
const decision = (row: Row) =>
  [text(row.decisionNo), row.decisionDate ? `ngày ${day(row.decisionDate)}` : ''].filter(Boolean).join(' ');
const lines = (...parts: string[]) => parts.filter(Boolean).join('; ');

/** "14:20 23/11/2026" in Viet Nam. */
export function momentText(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 16)} ${day(local)}`;
}

function factsOf(db: Db, id: number): RecordSection {
  const record = memberById(db, id)!;
  const words = memberWords({
    ...toFields(record),
    department: record.department,
    group: record.group_name,
    status: record.status,
    statusDate: record.status_date,
  });
  const fields = Object.entries(MEMBER_EXPORT_COLUMNS).map(([key, { title, type }]) => {
    const value = words[key];
    const shown = value === true ? 'Có' : (value as string | number | null | undefined);
    return [title, type === 'partial-date' ? day(shown) : text(shown)];
  });
  const own = RECORD_QUERIES.extra(db, id).map((row) => [
    text(row.label),
    row.kind === 'date' ? day(row.value) : text(row.value),
  ]);
  const all = [...fields, ...own];
  const missing = all.filter(([, value]) => !value).map(([label]) => label);
  return {
    key: 'record',
    title: 'Hồ sơ',
    head: ['Mục', 'Nội dung đang lưu'],
    widths: [55, '*'],
    rows: [
      ...all.filter(([, value]) => value),
      ...(missing.length > 0 ? [['Không lưu', missing.join(', ')]] : []),
    ] as string[][],
  };
}

/** How a section reads its rows. */
interface Telling {
  key: keyof typeof RECORD_QUERIES;
  title: string;
  head: string[];
  widths: (number | '*')[];
  cells(row: Row): string[];
}

/** Facts of what is held from a day on: without one, it was so from the start. */
const HELD = new Set(['department', 'group', 'jobTitle', 'position', 'contractType']);

const TELLINGS: readonly Telling[] = [
  {
    key: 'facts',
    title: 'Quá trình',
    head: ['Từ ngày', 'Việc', 'Nội dung', 'Quyết định'],
    widths: [23, 38, '*', 42],
    cells: (r) => {
      const held = HELD.has(text(r.kind));
      return [
        day(r.day) || (held ? 'Từ trước' : 'Không rõ ngày'),
        word('fact', r.kind),
        lines(text(r.value) || (held ? 'Không có' : ''), text(r.place), text(r.reason)),
        decision(r),
      ];
    },
  },
  {
    key: 'posts',
    title: 'Chức vụ công đoàn',
    head: ['Từ ngày', 'Đến ngày', 'Chức vụ', 'Nơi giữ', 'Quyết định'],
    widths: [23, 23, '*', 46, 34],
    cells: (r) => [
      day(r.day),
      day(r.until),
      lines(text(r.title), text(r.reason)),
      text(r.body),
      text(r.decisionNo),
    ],
  },
  {
    key: 'discipline',
    title: 'Kỷ luật',
    head: ['Ngày', 'Hình thức', 'Lý do', 'Quyết định', 'Hiệu lực đến'],
    widths: [23, 34, '*', 38, 25],
    cells: (r) => [
      day(r.day),
      `${word('form', r.form)} (${word('side', r.side)})`,
      text(r.reason),
      decision(r),
      day(r.until),
    ],
  },
  {
    key: 'absence',
    title: 'Nghỉ dài ngày',
    head: ['Từ ngày', 'Đến ngày', 'Loại', 'Số ngày', 'Ghi chú'],
    widths: [23, 23, 30, 20, '*'],
    cells: (r) => [day(r.day), day(r.until), word('absence', r.kind), text(r.days), text(r.note)],
  },
  {
    key: 'marriages',
    title: 'Vợ, chồng',
    head: ['Họ và tên', 'Ngày sinh', 'Kết hôn', 'Nơi làm việc, liên lạc', 'Ghi chú'],
    widths: [45, 23, 23, '*', 34],
    cells: (r) => [
      text(r.name),
      day(r.born),
      day(r.day),
      lines(text(r.work), text(r.phone)),
      lines(word('ended', r.ended), day(r.until), text(r.note)),
    ],
  },
  {
    key: 'children',
    title: 'Con',
    head: ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Ghi chú'],
    widths: [60, 20, 25, '*'],
    cells: (r) => [text(r.name), word('gender', r.gender), day(r.born), text(r.note)],
  },
  {
    key: 'school',
    title: 'Kết quả học tập của con',
    head: ['Họ và tên', 'Năm học', 'Lớp, trường', 'Kết quả', 'Giải thưởng'],
    widths: [45, 23, '*', 22, 40],
    cells: (r) => [
      text(r.name),
      `${r.year}–${Number(r.year) + 1}`,
      lines(text(r.class), text(r.school)),
      word('result', r.result),
      text(r.prize),
    ],
  },
  {
    key: 'events',
    title: 'Hoạt động',
    head: ['Ngày', 'Hoạt động', 'Địa điểm', 'Tham dự'],
    widths: [23, '*', 40, 30],
    cells: (r) => [
      day(r.day),
      text(r.name),
      text(r.place),
      lines(r.came === null ? 'chưa ghi' : r.came === 1 ? 'Có mặt' : 'Vắng', text(r.reason)),
    ],
  },
  {
    key: 'awards',
    title: 'Khen thưởng',
    head: ['Ngày ký', 'Hình thức, danh hiệu', 'Số quyết định', 'Nội dung', 'Tiền thưởng (đ)'],
    widths: [23, 42, 28, '*', 24],
    cells: (r) => [
      day(r.day) || text(r.year),
      text(r.form),
      text(r.number),
      lines(text(r.reason), text(r.post), text(r.unit)),
      text(r.amount),
    ],
  },
  {
    key: 'visits',
    title: 'Thăm hỏi',
    head: ['Ngày', 'Lý do', 'Nội dung', 'Tiền, hiện vật'],
    widths: [23, 40, '*', 38],
    cells: (r) => [
      day(r.day),
      text(r.reason),
      lines(r.who === 'family' ? text(r.name) : '', text(r.words), text(r.health), text(r.note)),
      lines(r.cash ? `${text(r.cash)} đồng` : '', text(r.kind)),
    ],
  },
  {
    key: 'cases',
    title: 'Trợ giúp, nhà ở',
    head: ['Mở ngày', 'Xong ngày', 'Hồ sơ', 'Nội dung', 'Số tiền (đ)'],
    widths: [23, 23, 46, '*', 28],
    cells: (r) => [
      day(r.day),
      day(r.until),
      `${text(r.title)} (${text(r.kind)})`,
      lines(text(r.object), text(r.circumstances), text(r.note)),
      text(r.amount),
    ],
  },
  {
    key: 'party',
    title: 'Phát triển Đảng',
    head: ['Ngày', 'Bước', 'Quyết định', 'Ghi chú'],
    widths: [23, 52, 42, '*'],
    cells: (r) => [
      day(r.day),
      text(r.stage),
      text(r.decisionNo),
      lines(text(r.note), r.stopped ? `dừng ngày ${day(r.stopped)}: ${text(r.reason)}` : ''),
    ],
  },
  {
    key: 'requests',
    title: 'Yêu cầu về dữ liệu',
    head: ['Ngày', 'Yêu cầu', 'Người yêu cầu', 'Trả lời'],
    widths: [23, 32, 42, '*'],
    cells: (r) => [
      day(r.day),
      word('request', r.kind),
      text(r.askedBy),
      lines(r.answered ? day(r.answered) : 'chưa trả lời', text(r.answer), text(r.note)),
    ],
  },
  {
    key: 'consents',
    title: 'Đồng ý cho dùng dữ liệu',
    head: ['Ngày', 'Dùng để', 'Cách đồng ý', 'Ghi chú'],
    widths: [23, 62, 32, '*'],
    cells: (r) => [
      day(r.day),
      PURPOSE_NAMES[text(r.purpose) as Purpose] ?? text(r.purpose),
      word('consent', r.how),
      lines(r.withdrawn ? `rút lại ngày ${day(r.withdrawn)}` : '', text(r.note)),
    ],
  },
  {
    key: 'opinions',
    title: 'Ý kiến, kiến nghị đã nêu',
    head: ['Ngày', 'Chủ đề', 'Nội dung', 'Trả lời'],
    widths: [23, 32, '*', 45],
    cells: (r) => [
      day(r.day),
      text(r.topic),
      text(r.text),
      lines(r.answered ? day(r.answered) : 'chưa trả lời', text(r.answer)),
    ],
  },
  {
    key: 'gifts',
    title: 'Quà đã nhận theo danh sách',
    head: ['Đợt', 'Quan hệ', 'Ghi chú'],
    widths: ['*', 36, 50],
    cells: (r) => [text(r.name), text(r.relation), text(r.note)],
  },
  {
    key: 'donations',
    title: 'Đã ủng hộ',
    head: ['Ngày', 'Cuộc vận động', 'Số tiền (đồng)'],
    widths: [23, '*', 36],
    cells: (r) => [day(r.day), text(r.name), text(r.amount)],
  },
  {
    key: 'files',
    title: 'Tệp kèm theo hồ sơ',
    head: ['Đưa vào lúc', 'Tên tệp', 'Ghi chú'],
    widths: [36, '*', 50],
    cells: (r) => [momentText(text(r.at)), text(r.name), text(r.note)],
  },
  {
    key: 'changes',
    title: 'Các lần sửa hồ sơ',
    head: ['Lúc', 'Việc', 'Người làm'],
    widths: [36, '*', 50],
    cells: (r) => [momentText(text(r.at)), word('action', r.action), word('role', r.role)],
  },
];

/** Field names of a revealing, or the columns and purpose of a file. */
function seenDetail(detail: string | number | null | undefined): string {
  if (typeof detail !== 'string') return '';
  const {
    fields,
    private: hidden,
    format,
    purpose,
    paper,
  } = JSON.parse(detail) as {
    fields?: string[];
    private?: string[];
    format?: string;
    purpose?: string | null;
    paper?: string;
  };
  const columns: Readonly<Record<string, { title: string }>> = MEMBER_EXPORT_COLUMNS;
  const names = (fields ?? hidden ?? []).map((key) => columns[key]?.title ?? key).join(', ');
  return lines(
    paper ? word('paper', paper) : '',
    names,
    format ? `tệp ${format.toUpperCase()}` : '',
    purpose ? `mục đích: ${purpose}` : '',
  );
}

/** Who looked: private fields shown, files made of the record, lists that held the person. */
function seenOf(db: Db, id: number): RecordSection {
  const lists = takenFiles(db).filter(({ detail }) => {
    const { members } = JSON.parse(detail) as { members?: string };
    return members !== undefined && inRanges(members, id);
  });
  const rows = [...RECORD_QUERIES.seen(db, id), ...lists] as Row[];
  rows.sort((a, b) => (text(a.at) < text(b.at) ? -1 : 1));
  return {
    key: 'seen',
    title: 'Ai đã xem, đã lấy ra',
    head: ['Lúc', 'Người làm', 'Việc', 'Mục, mục đích'],
    widths: [36, 32, 42, '*'],
    rows: rows.map((r) => [
      momentText(text(r.at)),
      word('role', r.role),
      word('action', r.action),
      seenDetail(r.detail),
    ]),
  };
}

/** Every section, the empty ones too: a person may see that nothing else is kept. */
export function recordSections(db: Db, id: number): RecordSection[] {
  const told = TELLINGS.map(({ key, title, head, widths, cells }) => ({
    key,
    title,
    head,
    widths,
    rows: RECORD_QUERIES[key](db, id).map(cells),
  }));
  return [factsOf(db, id), ...told, seenOf(db, id)];
}
