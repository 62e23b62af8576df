/** Job: papers of awards as PDF or Word; the register, the table and the catalogue as workbook or CSV. */
import { join } from 'node:path';
import { type AwardDecisionData, awardDecisionPaper } from '../documents/papers/awardDecision';
import { type AwardTablePaperData, awardTablePaper } from '../documents/papers/awardTable';
import { type MovementSumUpData, movementSumUp } from '../documents/papers/movementSumUp';
import type { Paper } from '../documents/papers/paper';
import { renderDocx } from '../documents/papers/renderDocx';
import { renderPdf } from '../documents/papers/renderPdf';
import { writeCsv } from '../documents/spreadsheets/csv';
import { type SheetColumn, type SheetRow, writeWorkbook } from '../documents/spreadsheets/workbook';
import type { JobTools } from './worker';

export interface RegisterSheet {
  unit: string;
  title: string;
  rows: readonly SheetRow[];
}

export type AwardPapersInput =
  | { paper: 'decision'; format: 'docx' | 'pdf'; data: AwardDecisionData }
  | { paper: 'table'; format: 'docx' | 'pdf'; data: AwardTablePaperData }
  | { paper: 'movement'; format: 'docx' | 'pdf'; data: MovementSumUpData }
  | { paper: 'sheet'; of: keyof typeof SHEETS; format: 'xlsx'; sheet: RegisterSheet }
  | { paper: 'sheet'; of: keyof typeof SHEETS; format: 'csv'; separator: string; sheet: RegisterSheet };

const COLUMNS: readonly SheetColumn[] = [
  { key: 'register', title: 'Số sổ', width: 11, type: 'text' },
  { key: 'number', title: 'Số quyết định', width: 16, type: 'text' },
  { key: 'decidedOn', title: 'Ngày ký', width: 12, type: 'partial-date' },
  { key: 'signer', title: 'Người ký', width: 22, type: 'text' },
  { key: 'level', title: 'Cấp khen', width: 28, type: 'text' },
  { key: 'form', title: 'Hình thức, danh hiệu', width: 28, type: 'text' },
  { key: 'kind', title: 'Đối tượng', width: 12, type: 'text' },
  { key: 'name', title: 'Họ và tên / Tên tập thể', width: 32, type: 'text' },
  { key: 'post', title: 'Chức vụ, đơn vị', width: 34, type: 'text' },
  { key: 'reason', title: 'Nội dung', width: 48, type: 'text' },
  { key: 'money', title: 'Tiền thưởng (đ)', width: 16, type: 'money' },
  { key: 'amount', title: 'Số lượng', width: 10, type: 'number' },
  { key: 'prints', title: 'Lần in', width: 8, type: 'number' },
  { key: 'state', title: 'Tình trạng giấy', width: 24, type: 'text' },
];

const FORM_COLUMNS: readonly SheetColumn[] = [
  { key: 'code', title: 'Mã', width: 11, type: 'text' },
  { key: 'name', title: 'Hình thức, danh hiệu', width: 44, type: 'text' },
  { key: 'side', title: 'Hệ', width: 13, type: 'text' },
  { key: 'level', title: 'Cấp khen', width: 30, type: 'text' },
  { key: 'for', title: 'Dành cho', width: 30, type: 'text' },
  { key: 'grantor', title: 'Cấp có thẩm quyền', width: 36, type: 'text' },
  { key: 'validFrom', title: 'Áp dụng từ', width: 12, type: 'partial-date' },
  { key: 'validTo', title: 'Đến', width: 12, type: 'partial-date' },
  { key: 'source', title: 'Căn cứ', width: 50, type: 'text' },
  { key: 'check', title: 'Cần đối chiếu', width: 14, type: 'text' },
];

const TABLE_COLUMNS: readonly SheetColumn[] = [
  { key: 'side', title: 'Hệ', width: 13, type: 'text' },
  { key: 'level', title: 'Cấp khen', width: 34, type: 'text' },
  { key: 'form', title: 'Hình thức, danh hiệu', width: 48, type: 'text' },
  { key: 'collective', title: 'Tập thể', width: 11, type: 'number' },
  { key: 'individual', title: 'Cá nhân', width: 11, type: 'number' },
  { key: 'household', title: 'Hộ gia đình', width: 12, type: 'number' },
  { key: 'certificates', title: 'Tổng số giấy', width: 13, type: 'number' },
  { key: 'unknown', title: 'Quyết định chưa đủ số liệu', width: 26, type: 'number' },
];

const SHEETS = {
  register: { name: 'Sổ khen thưởng', columns: COLUMNS },
  forms: { name: 'Danh mục', columns: FORM_COLUMNS },
  table: { name: 'Theo cấp và hình thức', columns: TABLE_COLUMNS },
} as const;

function sheetFile(input: Extract<AwardPapersInput, { paper: 'sheet' }>): Promise<Uint8Array> | Uint8Array {
  const { unit, title, rows } = input.sheet;
  const { name, columns } = SHEETS[input.of];
  if (input.format === 'csv') return writeCsv({ columns, rows }, input.separator);
  return writeWorkbook({
    sheets: [{ name, title: [unit, title], columns, rows, orientation: 'landscape' }],
  });
}

function paperOf(input: Exclude<AwardPapersInput, { paper: 'sheet' }>): Paper {
  if (input.paper === 'decision') return awardDecisionPaper(input.data);
  return input.paper === 'table' ? awardTablePaper(input.data) : movementSumUp(input.data);
}

export async function awardPapersJob(input: AwardPapersInput, tools: JobTools): Promise<Uint8Array> {
  if (input.paper === 'sheet') return sheetFile(input);
  const paper = paperOf(input);
  return input.format === 'pdf'
    ? renderPdf(paper, { fontsDir: join(tools.resources, 'fonts') })
    : renderDocx(paper);
}
