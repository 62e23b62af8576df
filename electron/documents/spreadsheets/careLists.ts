/** Visits and cases of help as workbooks. */
import { type SheetColumn, type SheetRow, writeWorkbook } from './workbook';

export interface VisitListData {
  unitName: string;
  /** "từ 01/01/2026 đến 31/12/2026"; empty for all. */
  period: string;
  health: boolean;
  rows: readonly SheetRow[];
}

const VISIT_COLUMNS: readonly SheetColumn[] = [
  { key: 'ordinal', title: 'STT', width: 6, type: 'number' },
  { key: 'code', title: 'Số phiếu', width: 10, type: 'text' },
  { key: 'onDate', title: 'Ngày thăm', width: 13, type: 'date' },
  { key: 'name', title: 'Người được thăm', width: 28, type: 'text' },
  { key: 'relation', title: 'Quan hệ', width: 24, type: 'text' },
  { key: 'department', title: 'Khoa, phòng', width: 26, type: 'text' },
  { key: 'reason', title: 'Lý do', width: 18, type: 'text' },
  { key: 'words', title: 'Diễn giải', width: 24, type: 'text' },
  { key: 'health', title: 'Tình trạng sức khỏe', width: 28, type: 'text' },
  { key: 'place', title: 'Nơi thăm', width: 20, type: 'text' },
  { key: 'visitors', title: 'Người đi thăm', width: 32, type: 'text' },
  { key: 'cash', title: 'Số tiền (đồng)', width: 15, type: 'money' },
  { key: 'kind', title: 'Hiện vật', width: 20, type: 'text' },
  { key: 'kindValue', title: 'Trị giá hiện vật', width: 15, type: 'money' },
  { key: 'source', title: 'Nguồn', width: 22, type: 'text' },
  { key: 'voucher', title: 'Phiếu chi', width: 12, type: 'text' },
  { key: 'note', title: 'Ghi chú', width: 24, type: 'text' },
];

const sumOf = (rows: readonly SheetRow[], key: string): number =>
  rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0);

export function visitListWorkbook(data: VisitListData): Promise<Uint8Array> {
  const total = {
    name: `Tổng cộng: ${data.rows.length} lượt`,
    cash: sumOf(data.rows, 'cash'),
    kindValue: sumOf(data.rows, 'kindValue'),
  };
  return writeWorkbook({
    sheets: [
      {
        name: 'Thăm hỏi',
        title: [data.unitName, `DANH SÁCH THĂM HỎI${data.period === '' ? '' : ` ${data.period}`}`],
        columns: VISIT_COLUMNS.filter((column) => data.health || column.key !== 'health'),
        rows: [...data.rows, total],
        strongRows: new Set([data.rows.length]),
        orientation: 'landscape',
      },
    ],
  });
}

const CASE_COLUMNS: readonly SheetColumn[] = [
  { key: 'ordinal', title: 'STT', width: 6, type: 'number' },
  { key: 'title', title: 'Hồ sơ', width: 36, type: 'text' },
  { key: 'name', title: 'Người được giúp', width: 28, type: 'text' },
  { key: 'department', title: 'Khoa, phòng', width: 24, type: 'text' },
  { key: 'kind', title: 'Hình thức', width: 26, type: 'text' },
  { key: 'openedOn', title: 'Ngày mở', width: 13, type: 'date' },
  { key: 'state', title: 'Tình trạng', width: 14, type: 'text' },
  { key: 'closedOn', title: 'Ngày kết thúc', width: 13, type: 'date' },
  { key: 'step', title: 'Đang ở bước', width: 22, type: 'text' },
  { key: 'papers', title: 'Giấy tờ', width: 9, type: 'number' },
  { key: 'total', title: 'Số tiền (đồng)', width: 16, type: 'money' },
];

export function caseListWorkbook(data: {
  unitName: string;
  period: string;
  rows: readonly SheetRow[];
}): Promise<Uint8Array> {
  const total = { title: `Tổng cộng: ${data.rows.length} hồ sơ`, total: sumOf(data.rows, 'total') };
  return writeWorkbook({
    sheets: [
      {
        name: 'Trợ giúp, nhà ở',
        title: [data.unitName, `HỒ SƠ TRỢ GIÚP, NHÀ Ở${data.period === '' ? '' : ` ${data.period}`}`],
        columns: CASE_COLUMNS,
        rows: [...data.rows, total],
        strongRows: new Set([data.rows.length]),
        orientation: 'landscape',
      },
    ],
  });
}
