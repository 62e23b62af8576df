/** The register of a year (sổ văn bản đi, sổ văn bản đến) as a landscape paper and a workbook. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import type { MoneyColumn, MoneyListData } from '../../documents/papers/duesLists';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DuesPaper } from '../../jobs/duesPapers';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { type DocumentRecord, registerRows } from './repository';
import { typeById } from './typesRepository';

const OUT: readonly MoneyColumn[] = [
  { title: 'TT', width: 9, kind: 'centre' },
  { title: 'Số, ký hiệu', width: 30, kind: 'text' },
  { title: 'Ngày văn bản', width: 21, kind: 'centre' },
  { title: 'Tên loại và trích yếu nội dung', width: '*', kind: 'text' },
  { title: 'Người ký', width: 34, kind: 'text' },
  { title: 'Nơi nhận', width: 48, kind: 'text' },
  { title: 'Ghi chú', width: 38, kind: 'text' },
];
const IN: readonly MoneyColumn[] = [
  { title: 'TT', width: 9, kind: 'centre' },
  { title: 'Số đến', width: 13, kind: 'centre' },
  { title: 'Ngày đến', width: 20, kind: 'centre' },
  { title: 'Tác giả', width: 40, kind: 'text' },
  { title: 'Số, ký hiệu', width: 28, kind: 'text' },
  { title: 'Ngày văn bản', width: 20, kind: 'centre' },
  { title: 'Tên loại và trích yếu nội dung', width: '*', kind: 'text' },
  { title: 'Người giải quyết', width: 30, kind: 'text' },
  { title: 'Hạn, kết quả', width: 33, kind: 'text' },
];

/** Why a number stands without a paper. */
function emptied(row: DocumentRecord): string | null {
  if (row.status === 'void') return `Hủy số: ${row.voidReason}`;
  if (row.deletedAt !== null) return 'Không dùng số này';
  return row.status === 'reserved' ? 'Giữ số' : null;
}

const said = (row: DocumentRecord): string => [row.type, row.subject].filter(Boolean).join(': ');
const dayOf = (iso: string | null): string => (iso === null ? '' : formatDate(iso));
const joined = (...parts: (string | null | undefined | false)[]): string =>
  parts
    .filter(Boolean)
    .join('; ')
    .replace(/^./, (first) => first.toLocaleUpperCase('vi'));

const outCells = (row: DocumentRecord): string[] => [
  row.code ?? '',
  dayOf(row.onDate),
  row.deletedAt === null ? said(row) : '',
  row.signer ?? '',
  row.party ?? '',
  joined(emptied(row), row.urgency, row.secrecy),
];
function result(row: DocumentRecord): string {
  const reply = row.answeredBy ? `trả lời bằng ${row.answeredBy}` : 'đã giải quyết';
  return joined(
    emptied(row),
    row.deadline && `hạn ${dayOf(row.deadline)}`,
    row.answeredOn && `${reply} ngày ${dayOf(row.answeredOn)}`,
    row.urgency,
    row.secrecy,
  );
}
const inCells = (row: DocumentRecord): string[] => [
  row.code ?? '',
  dayOf(row.onDate),
  row.party ?? '',
  row.theirNumber ?? '',
  dayOf(row.theirDate),
  row.deletedAt === null ? said(row) : '',
  row.person ?? '',
  result(row),
];

/** What the paper holds. */
export function registerData(input: ParsedInputOf<'documents.register'>, ctx: Ctx): MoneyListData {
  const rows = registerRows(ctx.db, input);
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const out = input.direction === 'out';
  const day = ctx.today();
  const profile = profileOn(ctx, day);
  const type = input.typeId === null ? null : (typeById(ctx.db, input.typeId)?.name ?? null);
  return {
    unit: paperUnit(profile),
    title: out ? 'Sổ đăng ký văn bản đi' : 'Sổ đăng ký văn bản đến',
    subject: [`Năm ${input.year}`, type].filter(Boolean).join(' – '),
    note: null,
    orientation: 'landscape',
    size: 10.5,
    columns: out ? OUT : IN,
    groups: [{ name: null, rows: rows.map(out ? outCells : inCells) }],
    total: null,
    inWords: null,
    signers: {
      left: { authority: ['Người giữ sổ'], name: null },
      right: chairSigner(ctx, day),
    },
    date: day,
    sheetName: out ? 'Văn bản đi' : 'Văn bản đến',
  };
}

export async function registerPaper(
  input: ParsedInputOf<'documents.register'>,
  ctx: Ctx,
): Promise<OutputOf<'documents.register'>> {
  const paper: DuesPaper = { data: registerData(input, ctx), format: input.format };
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', paper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const mime = input.format === 'xlsx' ? XLSX_MIME : 'application/pdf';
  const name = `Sổ văn bản ${input.direction === 'out' ? 'đi' : 'đến'} năm ${input.year}`;
  return ctx.files.put(`${name}.${input.format}`, mime, bytes);
}
