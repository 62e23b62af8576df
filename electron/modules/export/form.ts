/** The documented form of a whole export: one data file a table, a list of contents, and words for who opens it. */
import type { Cell, ExportTable } from './repository';

export const EXPORT_FORMAT = 'so-cong-doan/toan-bo';
export const EXPORT_VERSION = 1;

/** contents.json (`muc-luc.json`) of an export. */
export interface ExportContents {
  format: typeof EXPORT_FORMAT;
  version: number;
  madeAt: string;
  appVersion: string;
  schemaVersion: number;
  applicationId: number;
  storeUid: string | null;
  /** False when private columns were left empty; such an export cannot be made into a store again. */
  complete: boolean;
  leftOut: string[];
  tables: {
    name: string;
    title: string;
    file: string;
    rows: number;
    sha256: string;
    columns: { name: string; type: string; key: number }[];
  }[];
  files: { hash: string; size: number; file: string; state: 'whole' | 'missing' | 'altered' }[];
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** A cell as JSON: bytes as base64, numbers JSON cannot hold as text. */
function cellJson(value: Cell): unknown {
  if (typeof value === 'bigint')
    return value <= LARGEST && value >= -LARGEST ? Number(value) : { integer: String(value) };
  if (Buffer.isBuffer(value)) return { base64: value.toString('base64') };
  if (typeof value === 'number' && !Number.isFinite(value)) return { real: String(value) };
  return value;
}

/** A row as one line of a data file. */
export const rowJson = (table: ExportTable, cells: readonly Cell[]): string =>
  JSON.stringify(
    Object.fromEntries(table.columns.map(({ name }, at) => [name, cellJson(cells[at] ?? null)])),
  );

export const README_NAME = 'DOC-TRUOC.txt';
export const CONTENTS_NAME = 'muc-luc.json';
export const TABLES_SQL = 'cau-truc-1-bang.sql';
export const REST_SQL = 'cau-truc-2-con-lai.sql';
export const dataFile = (table: string): string => `du-lieu/${table}.json`;

/** What stands beside the files, for whoever opens them. */
export function readme(contents: ExportContents): string {
  const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
  const lost = contents.files.filter(({ state }) => state !== 'whole').length;
  return [
    'XUẤT TOÀN BỘ SỔ CÔNG ĐOÀN',
    `Xuất lúc ${contents.madeAt} (giờ quốc tế), chương trình ${contents.appVersion}, bản của sổ ${contents.schemaVersion}.`,
    `${contents.tables.length} bảng, ${rows} dòng, ${contents.files.length} tệp đính kèm.`,
    contents.complete
      ? 'ĐẦY ĐỦ: có cả thông tin riêng của đoàn viên, nhật ký, khóa ký giấy khen và mã băm mật khẩu. Tệp này mở được không cần mật khẩu: giữ như giữ hồ sơ giấy, không gửi qua mạng.'
      : `ĐÃ BỎ thông tin riêng: ${contents.leftOut.length} cột để trống (ghi trong muc-luc.json). Không dựng lại được sổ từ bản này.`,
    ...(lost > 0
      ? [`${lost} tệp đính kèm không còn nguyên trên máy (ghi trong muc-luc.json, "state").`]
      : []),
    '',
    'Trong gói này có:',
    '- bang-tinh/: bảng tính Excel theo từng phần, tiêu đề tiếng Việt, để xem và lọc. Cột mã giữ nguyên như trong sổ.',
    '- du-lieu/: mỗi bảng một tệp JSON (UTF-8), mỗi dòng của bảng một dòng của tệp; đây là bản đủ, dùng để đọc lại bằng máy.',
    '- tep/: các tệp đính kèm, tên bắt đầu bằng 12 chữ đầu của mã SHA-256.',
    '- cau-truc-1-bang.sql, cau-truc-2-con-lai.sql: lệnh SQLite tạo lại sổ. Chạy tệp 1, chép các dòng của du-lieu/ vào,',
    '  rồi chạy tệp 2, đặt user_version và application_id như trong muc-luc.json.',
    '- muc-luc.json: danh sách bảng, cột, số dòng, mã SHA-256 của từng tệp dữ liệu.',
    '',
    'Cách đọc tệp JSON: số nguyên, số thực, chữ, null như trong sổ; ngày là chữ "2026-03-08", có thể chỉ có năm "1989"',
    'hoặc tháng "1989-07"; tiền là số nguyên đồng; {"base64": …} là dữ liệu nhị phân; {"integer": …} và {"real": …} là số',
    'mà JSON không giữ được. Cột "deleted_at" có giá trị là bản ghi trong thùng rác. Các bảng tìm kiếm (…_search) không',
    'xuất vì làm lại được từ các bảng này.',
    '',
  ].join('\r\n');
}
