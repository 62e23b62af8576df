/** The work plan of a year as a paper. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import type { PlanStatus } from '../../../shared/domain/plans';
import type { PlanLine, WorkPlanData } from '../../documents/papers/workPlan';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { PlanPaper } from '../../jobs/planPapers';
import { takenBy } from '../documents/service';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { itemsOf, toRow } from './items';
import { type HeaderRecord, headerOf, type ItemRecord } from './repository';

const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const STATUSES: Readonly<Record<PlanStatus, string>> = {
  todo: 'Chưa làm',
  doing: 'Đang làm',
  done: 'Đã xong',
  dropped: 'Không làm nữa',
};

function resultOf(item: ItemRecord): string {
  const day = item.doneOn === null ? '' : ` ${formatDate(item.doneOn)}`;
  return [`${STATUSES[item.status]}${day}`, item.result ?? item.linkLabel].filter(Boolean).join(': ');
}
const lineOf = (item: ItemRecord, today: string, results: boolean): PlanLine => ({
  when: item.onDate === null ? 'Trong tháng' : formatDate(item.onDate).slice(0, 5),
  text: item.text,
  owner: toRow(item, today).owner ?? '',
  result: results ? resultOf(item) : (item.note ?? ''),
});

/** As typed over the plan, or as taken from the register of documents. */
function numberOf(ctx: Ctx, header: HeaderRecord, results: boolean): string | null {
  const taken = (type: string) => takenBy(ctx, type, { entity: 'work_plan', id: header.year })?.code;
  if (results) return taken('report') ?? null;
  return header.number ?? taken('programme') ?? taken('plan') ?? null;
}

/** What the paper holds; work that was dropped stands only among results. Errors: NOTHING_TO_PRINT. */
export function planData(input: ParsedInputOf<'plans.paper'>, ctx: Ctx): WorkPlanData {
  const { year, results } = input;
  const items = itemsOf(ctx, year).filter((item) => results || item.status !== 'dropped');
  if (items.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const today = ctx.today();
  const header = headerOf(ctx.db, year);
  const day = results ? today : (header.signedOn ?? today);
  const profile = profileOn(ctx, day);
  const months = [...new Set(items.map((item) => item.month))];
  return {
    unit: paperUnit(profile),
    year,
    number: numberOf(ctx, header, results),
    date: day,
    focus: results ? [] : (header.focus ?? '').split('\n').filter((line) => line.trim() !== ''),
    months: months.map((month) => ({
      month,
      lines: items.filter((item) => item.month === month).map((item) => lineOf(item, today, results)),
    })),
    results,
    recipients: [
      profile?.upperName,
      profile?.employer,
      'Ủy viên Ban Chấp hành',
      'Các tổ công đoàn',
      'Lưu: VT',
    ].filter((line): line is string => Boolean(line)),
    signer: chairSigner(ctx, day),
  };
}

export async function planPaper(
  input: ParsedInputOf<'plans.paper'>,
  ctx: Ctx,
): Promise<OutputOf<'plans.paper'>> {
  const paper: PlanPaper = { data: planData(input, ctx), format: input.format };
  const bytes = await ctx.jobs.run<Uint8Array>('planPapers', paper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const mime = input.format === 'docx' ? DOCX_MIME : 'application/pdf';
  const name = `${input.results ? 'Kết quả chương trình' : 'Chương trình'} công tác năm ${input.year}`;
  return ctx.files.put(`${name}.${input.format}`, mime, bytes);
}
