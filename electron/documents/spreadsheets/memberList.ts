/** The register of members as a workbook; its head is what the import reads back. */
import { type OpenColumn, USUAL_COLUMNS } from '../../../shared/domain/memberColumns';
import type { ExtraKind, MaskedField } from '../../../shared/domain/privateFields';
import { writeCsv } from './csv';
import {
  type SheetColumn,
  type SheetColumnType,
  type SheetData,
  type SheetRow,
  streamWorkbook,
  writeWorkbook,
} from './workbook';

/** A member as exported. Dates ISO, possibly of less precision; unknown is null or absent. */
export interface MemberExportRow {
  fullName: string;
  gender?: 'male' | 'female' | null;
  birthDate?: string | null;
  idNumber?: string | null;
  idDate?: string | null;
  idPlace?: string | null;
  department?: string | null;
  departmentShort?: string | null;
  group?: string | null;
  groupShort?: string | null;
  jobTitle?: string | null;
  position?: string | null;
  unionPosition?: string | null;
  contractType?: string | null;
  hireDate?: string | null;
  unionJoinDate?: string | null;
  cardNo?: string | null;
  isParty?: boolean | null;
  partyDate?: string | null;
  education?: string | null;
  politicalTheory?: string | null;
  phone?: string | null;
  email?: string | null;
  address?: string | null;
  hometown?: string | null;
  ethnicity?: string | null;
  religion?: string | null;
  salaryCoefficient?: number | null;
  unionJoinPlace?: string | null;
  unionJoinDecision?: string | null;
  cardDate?: string | null;
  cardStatus?: string | null;
  duesBase?: number | null;
  bankAccount?: string | null;
  healthNote?: string | null;
  hardship?: string | null;
  hardshipNote?: string | null;
  status?: string | null;
  statusDate?: string | null;
  note?: string | null;
  /** Values of the unit's own fields. */
  [extra: `extra:${number}`]: string | number | null | undefined;
}

export type MemberExportKey = OpenColumn | MaskedField;

/** A field of the unit's own, as a column. */
export interface ExtraColumn {
  key: `extra:${number}`;
  title: string;
  kind: ExtraKind;
}

const text = (title: string, width: number) => ({ title, width, type: 'text' as const });
const date = (title: string) => ({ title, width: 13, type: 'partial-date' as const });

/** Columns in the order of the sheet. */
export const MEMBER_EXPORT_COLUMNS: Readonly<Record<MemberExportKey, Omit<SheetColumn, 'key'>>> = {
  fullName: text('Họ và tên', 28),
  gender: text('Giới tính', 10),
  birthDate: date('Ngày sinh'),
  idNumber: text('Số CCCD', 16),
  idDate: date('Ngày cấp CCCD'),
  idPlace: text('Nơi cấp CCCD', 22),
  department: text('Khoa, phòng', 28),
  group: text('Tổ công đoàn', 24),
  jobTitle: text('Chức danh nghề nghiệp', 22),
  position: text('Chức vụ', 20),
  unionPosition: text('Chức vụ công đoàn', 22),
  contractType: text('Loại hợp đồng', 16),
  hireDate: date('Ngày vào cơ quan'),
  unionJoinDate: date('Ngày vào công đoàn'),
  unionJoinPlace: text('Nơi kết nạp công đoàn', 26),
  unionJoinDecision: text('Số quyết định kết nạp', 20),
  cardNo: text('Số thẻ đoàn viên', 18),
  cardDate: date('Ngày cấp thẻ'),
  cardStatus: text('Tình trạng thẻ', 14),
  isParty: text('Đảng viên', 10),
  partyDate: date('Ngày vào Đảng'),
  education: text('Trình độ chuyên môn', 20),
  politicalTheory: text('Lý luận chính trị', 16),
  phone: text('Điện thoại', 15),
  email: text('Email', 26),
  address: text('Địa chỉ', 32),
  hometown: text('Quê quán', 28),
  ethnicity: text('Dân tộc', 12),
  religion: text('Tôn giáo', 12),
  salaryCoefficient: { title: 'Hệ số lương', width: 11, type: 'number' },
  duesBase: { title: 'Lương đóng đoàn phí', width: 14, type: 'money' },
  bankAccount: text('Số tài khoản', 20),
  healthNote: text('Tình hình sức khỏe', 28),
  hardship: text('Hoàn cảnh khó khăn', 16),
  hardshipNote: text('Hoàn cảnh cụ thể', 28),
  status: text('Tình trạng', 16),
  statusDate: date('Từ ngày'),
  note: text('Ghi chú', 28),
};

/** What is exported unless the user chooses: no identity card, Party or other sensitive column. */
export const DEFAULT_MEMBER_COLUMNS: readonly MemberExportKey[] = USUAL_COLUMNS;

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gender: { male: 'Nam', female: 'Nữ' },
  contractType: {
    official: 'Công chức',
    servant: 'Viên chức',
    contract: 'Hợp đồng lao động',
    other: 'Khác',
  },
  status: {
    active: 'Đang sinh hoạt',
    transferred: 'Chuyển đi',
    retired: 'Nghỉ hưu',
    left: 'Thôi tham gia',
    expelled: 'Khai trừ',
    died: 'Qua đời',
  },
  cardStatus: { new: 'Mới', changed: 'Đổi', lost: 'Mất' },
  hardship: { none: 'Không', hard: 'Khó khăn', very_hard: 'Đặc biệt khó khăn' },
};

export interface MemberListData {
  /** Printed over the table. */
  unitName: string;
  /** Day of the list, ISO. */
  asOf: string;
  columns?: readonly string[];
  /** The unit's own fields among the columns. */
  extra?: readonly ExtraColumn[];
  rows: readonly MemberExportRow[];
}

const EXTRA_TYPES: Record<ExtraKind, SheetColumnType> = {
  text: 'text',
  choice: 'text',
  number: 'number',
  date: 'partial-date',
};

/** The columns of a sheet in the order asked for; keys nobody knows are left out. */
export function memberColumns(keys: readonly string[], extra: readonly ExtraColumn[] = []): SheetColumn[] {
  return keys.flatMap((key): SheetColumn[] => {
    if (Object.hasOwn(MEMBER_EXPORT_COLUMNS, key))
      return [{ key, ...MEMBER_EXPORT_COLUMNS[key as MemberExportKey] }];
    const own = extra.find((column) => column.key === key);
    return own ? [{ key, title: own.title, width: 20, type: EXTRA_TYPES[own.kind] }] : [];
  });
}

function sheetColumns(keys: readonly string[], extra?: readonly ExtraColumn[]): SheetColumn[] {
  return [{ key: 'ordinal', title: 'STT', width: 6, type: 'number' }, ...memberColumns(keys, extra)];
}

/** A member in the words of the list: sex, status, levels; Party membership as a tick or a plain no. */
export function memberWords(row: MemberExportRow): SheetRow {
  const out: Record<string, string | number | boolean | null | undefined> = { ...row };
  for (const key of Object.keys(WORDS)) {
    const value = out[key];
    if (typeof value === 'string') out[key] = WORDS[key]?.[value] ?? value;
  }
  if (out.isParty === false) out.isParty = 'Không';
  return out;
}

const sheetRow = (row: MemberExportRow, index: number): SheetRow => ({
  ...memberWords(row),
  ordinal: index + 1,
});

/** The list as text with a separator; what a spreadsheet would run as a formula is disarmed. */
export function memberListCsv(
  data: Omit<MemberListData, 'unitName' | 'asOf'>,
  separator: string,
): Uint8Array {
  const columns = sheetColumns(data.columns ?? DEFAULT_MEMBER_COLUMNS, data.extra);
  return writeCsv({ columns, rows: data.rows.map(sheetRow) }, separator);
}

export async function memberListWorkbook(data: MemberListData): Promise<Uint8Array> {
  const day = data.asOf.split('-').reverse().join('/');
  const sheet: SheetData = {
    name: 'Danh sách đoàn viên',
    title: [data.unitName, `DANH SÁCH ĐOÀN VIÊN (đến ngày ${day})`],
    columns: sheetColumns(data.columns ?? DEFAULT_MEMBER_COLUMNS, data.extra),
    rows: data.rows.map(sheetRow),
    orientation: 'landscape',
  };
  return writeWorkbook({ sheets: [sheet] });
}

/** The same columns row by row in constant memory, without title lines. */
export function streamMemberList(
  rows: Iterable<MemberExportRow> | AsyncIterable<MemberExportRow>,
  columns: readonly MemberExportKey[] = DEFAULT_MEMBER_COLUMNS,
): ReadableStream<Uint8Array> {
  async function* numbered(): AsyncGenerator<SheetRow> {
    let index = 0;
    for await (const row of rows) yield sheetRow(row, index++);
  }
  return streamWorkbook({ name: 'Danh sách đoàn viên', columns: sheetColumns(columns) }, numbered());
}
