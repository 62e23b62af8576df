/** The table of targets by resolution as a landscape paper and a workbook. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { indicatorOf } from '../../../shared/domain/indicators';
import type { TargetState } from '../../../shared/domain/targets';
import { formatCount, formatDecimal } from '../../../shared/text/numbers';
import type { MoneyColumn, MoneyListData } from '../../documents/papers/duesLists';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DuesPaper } from '../../jobs/duesPapers';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { readTargets } from './readings';

type Row = OutputOf<'targets.list'>['rows'][number];

const COLUMNS: readonly MoneyColumn[] = [
  { title: 'TT', width: 11, kind: 'centre' },
  { title: 'Nội dung chỉ tiêu', width: '*', kind: 'text' },
  { title: 'Chỉ tiêu giao', width: 34, kind: 'centre' },
  { title: 'Thực hiện', width: 30, kind: 'centre' },
  { title: 'Tỷ lệ', width: 26, kind: 'centre' },
  { title: 'Đánh giá', width: 28, kind: 'centre' },
  { title: 'Nguồn số liệu', width: 52, kind: 'text' },
];
const STATES: Readonly<Record<TargetState, string>> = {
  met: 'Đạt',
  onTrack: 'Đúng tiến độ',
  behind: 'Chậm',
  missed: 'Không đạt',
  unknown: 'Chưa có số liệu',
  notYet: 'Chưa đến kỳ',
};

const amount = (value: number): string =>
  Number.isInteger(value) ? formatCount(value) : formatDecimal(value, 1);

/** Where the actual is from, and up to which day. */
function sourceOf(row: Row): string {
  const { actual } = row;
  if (actual.onDay === null) return row.indicator === null ? '' : `Sổ: ${indicatorOf(row.indicator).label}`;
  const from = row.indicator === null ? actual.source : `Sổ: ${indicatorOf(row.indicator).label}`;
  return `${from}, đến ${formatDate(actual.onDay)}`;
}
function judged(row: Row): string {
  if (row.state === null) return '';
  const due =
    row.state === 'behind' && row.expected !== null
      ? ` (đến nay cần ${amount(row.expected)}${row.percent ? '%' : ''})`
      : '';
  return `${STATES[row.state]}${due}`;
}
const cellsOf = (row: Row): string[] => [
  row.text,
  row.asked ?? 'Không giao',
  row.shown ?? 'Chưa có số liệu',
  row.rate ?? '',
  judged(row),
  sourceOf(row),
];

/** What the paper holds. Errors: NOTHING_TO_PRINT. */
export function targetsData(input: ParsedInputOf<'targets.paper'>, ctx: Ctx): MoneyListData {
  const rows = readTargets(ctx, input.year, input.resolutionId);
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const day = ctx.today();
  const profile = profileOn(ctx, day);
  const groups = new Map<number, Row[]>();
  for (const row of rows) groups.set(row.resolutionId, [...(groups.get(row.resolutionId) ?? []), row]);
  return {
    unit: paperUnit(profile),
    title: 'Kết quả thực hiện các chỉ tiêu',
    subject: input.year === null ? 'Cả nhiệm kỳ' : `Năm ${input.year}`,
    note: `Số liệu đến ngày ${formatDate(day)}`,
    orientation: 'landscape',
    size: 11,
    columns: COLUMNS,
    groups: [...groups.values()].map((some) => ({ name: some[0]!.resolution, rows: some.map(cellsOf) })),
    total: null,
    inWords: null,
    signers: {
      left: { authority: ['Người lập biểu'], name: null },
      right: chairSigner(ctx, day),
    },
    date: day,
    sheetName: 'Chỉ tiêu',
  };
}

export async function targetsPaper(
  input: ParsedInputOf<'targets.paper'>,
  ctx: Ctx,
): Promise<OutputOf<'targets.paper'>> {
  const paper: DuesPaper = { data: targetsData(input, ctx), format: input.format };
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', paper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const mime = input.format === 'xlsx' ? XLSX_MIME : 'application/pdf';
  const name = `Chỉ tiêu ${input.year === null ? 'cả nhiệm kỳ' : `năm ${input.year}`}`;
  return ctx.files.put(`${name}.${input.format}`, mime, bytes);
}
