/** The three lines of work of a year (cases.md row 21): inspection, women's work, finance; each with its plan, what was done, the evidence. */

import { formatDate } from '../../../shared/domain/dates';
import type { InspectionKind } from '../../../shared/domain/inspection';
import type { MoneyColumn, MoneyListData } from '../../documents/papers/duesLists';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DuesPaper } from '../../jobs/duesPapers';
import { takenBy } from '../documents/service';
import { fundsHandlers } from '../funds/service';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { yearFigures } from './figures';
import { itemsOf, planCode } from './plans';
import { planOf } from './plansRepository';
import { sessionsBetween } from './sessionsRepository';
import { dong } from './words';

type Line = OutputOf<'inspection.lines'>['rows'][number];

/** Minutes and conclusions of a year's sessions that have their number in the register. */
function papersOf(ctx: Ctx, kind: InspectionKind, year: number): number {
  return sessionsBetween(ctx.db, kind, { from: `${year}-01-01`, to: `${year}-12-31` }).reduce(
    (sum, { id }) =>
      sum +
      (['minutes', 'conclusion'] as const).filter((type) =>
        takenBy(ctx, type, { entity: 'inspection_session', id }),
      ).length,
    0,
  );
}

const whole = (line: Omit<Line, 'complete'>): Line => ({
  ...line,
  complete:
    line.plan.made && line.done.held + line.done.other > 0 && line.evidence.files + line.evidence.papers > 0,
});

function lineOf(ctx: Ctx, kind: InspectionKind, year: number): Line {
  const plan = planOf(ctx.db, kind, year);
  const items = itemsOf(ctx, kind, year);
  const figures = yearFigures(ctx, kind, year, items);
  return whole({
    line: kind,
    plan: {
      made: plan !== undefined && items.length > 0,
      code: plan ? planCode(ctx, plan) : null,
      on: plan?.approvedOn ?? null,
      count: items.length,
    },
    done: {
      planned: figures.planned,
      held: figures.plannedDone,
      other: figures.sessions + figures.meetings - linked(items),
    },
    evidence: {
      files: figures.files,
      papers: papersOf(ctx, kind, year),
      of: figures.sessions + figures.meetings,
    },
    open: figures.open,
    overdue: figures.overdue,
    money: null,
  });
}
/** Sessions held under what was planned. */
const linked = (items: ReturnType<typeof itemsOf>): number =>
  items.reduce((sum, item) => sum + item.held.length, 0);

/** Of finance the estimate is the plan, what was spent under it was done, and papers of vouchers are the evidence. */
function financeLine(ctx: Ctx, year: number): Line {
  const { rows: funds } = fundsHandlers['funds.list']({ year }, ctx);
  const statements = funds.map(({ id }) => fundsHandlers['funds.statement']({ fundId: id, year }, ctx));
  const lines = statements.flatMap((one) => one.lines.filter((row) => !row.internal));
  const budgeted = lines.filter((row) => row.budget !== null);
  const vouchers = funds.reduce((sum, fund) => sum + fund.vouchers, 0);
  const checks = fundsHandlers['funds.checks']({ fundId: null, year }, ctx).rows;
  const bare = checks
    .filter(({ check }) => check === 'noPapers' || check === 'noSource')
    .reduce((sum, { count }) => sum + count, 0);
  const closedTo = funds.flatMap(({ id }) =>
    fundsHandlers['funds.closings']({ fundId: id }, ctx)
      .rows.filter((row) => row.reopenedAt === null && row.toDate.startsWith(String(year)))
      .map((row) => row.toDate),
  );
  return whole({
    line: 'finance',
    plan: { made: budgeted.length > 0, code: null, on: null, count: budgeted.length },
    done: {
      planned: budgeted.length,
      held: budgeted.filter((row) => row.vouchers > 0).length,
      other: lines.filter((row) => row.budget === null && row.vouchers > 0).length,
    },
    evidence: { files: 0, papers: Math.max(0, vouchers - bare), of: vouchers },
    open: bare,
    overdue: 0,
    money: {
      funds: funds.length,
      estimated: statements.reduce((sum, one) => sum + (one.spendingBudget ?? 0), 0),
      spent: statements.reduce((sum, one) => sum + one.spending, 0),
      vouchers,
      closedTo: closedTo.sort().at(-1) ?? null,
    },
  });
}

export function lines(input: ParsedInputOf<'inspection.lines'>, ctx: Ctx): OutputOf<'inspection.lines'> {
  const { year } = input;
  return { rows: [lineOf(ctx, 'inspection', year), lineOf(ctx, 'women', year), financeLine(ctx, year)] };
}

const NAMES = {
  inspection: 'Kiểm tra, giám sát',
  women: 'Công tác nữ công',
  finance: 'Tài chính công đoàn',
} as const;
const COLUMNS: readonly MoneyColumn[] = [
  { title: 'TT', width: 9, kind: 'centre' },
  { title: 'Mặt công tác', width: 38, kind: 'text' },
  { title: 'Kế hoạch', width: 56, kind: 'text' },
  { title: 'Kết quả thực hiện', width: '*', kind: 'text' },
  { title: 'Minh chứng', width: 56, kind: 'text' },
  { title: 'Còn phải làm', width: 48, kind: 'text' },
];

const planWords = (row: Line): string => {
  if (!row.plan.made) return 'Chưa có';
  if (row.money) return `Dự toán ${row.plan.count} mục, chi ${dong(row.money.estimated)}`;
  const what = [row.plan.code ?? 'Kế hoạch năm', row.plan.on && formatDate(row.plan.on)]
    .filter(Boolean)
    .join(', ');
  return `${what}; ${row.plan.count} việc`;
};
const doneWords = (row: Line): string =>
  row.money
    ? `Thực hiện ${row.done.held}/${row.done.planned} mục dự toán; đã chi ${dong(row.money.spent)} với ${row.money.vouchers} phiếu thu, chi`
    : `Đã làm ${row.done.held}/${row.done.planned} việc theo kế hoạch${row.done.other > 0 ? `; ${row.done.other} cuộc khác` : ''}`;
const evidenceWords = (row: Line): string =>
  row.money
    ? [
        `${row.evidence.papers}/${row.evidence.of} phiếu đủ chứng từ`,
        row.money.closedTo && `khóa sổ đến ${formatDate(row.money.closedTo)}`,
      ]
        .filter(Boolean)
        .join('; ')
    : `${row.evidence.papers} biên bản, kết luận có số; ${row.evidence.files} tệp minh chứng`;
const openWords = (row: Line): string => {
  if (row.open === 0) return 'Không';
  if (row.money) return `${row.open} khoản chi chưa đủ chứng từ`;
  return `${row.open} kiến nghị chưa khắc phục${row.overdue > 0 ? `, ${row.overdue} quá hạn` : ''}`;
};

function paperData(ctx: Ctx, year: number): MoneyListData {
  const day = ctx.today();
  const profile = profileOn(ctx, day);
  return {
    unit: paperUnit(profile),
    title: 'Tổng hợp ba mặt công tác',
    subject: `Kiểm tra, giám sát; nữ công; tài chính công đoàn năm ${year}`,
    note: null,
    orientation: 'landscape',
    size: 12,
    columns: COLUMNS,
    groups: [
      {
        name: null,
        rows: lines({ year }, ctx).rows.map((row) => [
          NAMES[row.line],
          planWords(row),
          doneWords(row),
          evidenceWords(row),
          openWords(row),
        ]),
      },
    ],
    total: null,
    inWords: null,
    signers: {
      left: { authority: ['Người lập'], name: null },
      right: chairSigner(ctx, day),
    },
    date: day,
    sheetName: 'Ba mặt công tác',
  };
}

export async function linesPaper(
  input: ParsedInputOf<'inspection.linesPaper'>,
  ctx: Ctx,
): Promise<OutputOf<'inspection.linesPaper'>> {
  const paper: DuesPaper = { data: paperData(ctx, input.year), format: 'pdf' };
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', paper, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(`Ba mặt công tác năm ${input.year}.pdf`, 'application/pdf', bytes);
}
