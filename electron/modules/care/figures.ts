/** Figures of visits and cases, what one member was given, and the records behind indicators. */
import { AppError } from '../../../shared/contract/errors';
import { formatMoney } from '../../../shared/text/numbers';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { requireOn } from '../members/privacy/service';
import { giftsOfMember } from '../welfare/service';
import { liveCase } from './cases';
import { listCases } from './casesRepository';
import * as repo from './figuresRepository';
import { toCaseRow } from './record';
import { listVisits } from './repository';
import { liveVisit, shownVisits } from './visits';

function figures(input: ParsedInputOf<'care.figures'>, ctx: Ctx): OutputOf<'care.figures'> {
  if (input.to < input.from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  const span = { from: input.from, to: input.to };
  const caseSources = repo.caseSources(ctx.db, span);
  return {
    ...repo.visitTotals(ctx.db, span),
    reasons: repo.visitsByReason(ctx.db, span),
    sources: repo.visitsBySource(ctx.db, span),
    noVoucher: repo.unpaid(ctx.db, span),
    cases: {
      open: repo.casesOpenOn(ctx.db, input.to),
      finished: repo.casesFinishedIn(ctx.db, span),
      money: caseSources.reduce((sum, { source, amount }) => sum + (source === 'family' ? 0 : amount), 0),
      overdue: repo.casesOverdue(ctx.db, ctx.today()),
      noHandover: repo.casesWithoutHandover(ctx.db),
    },
    caseSources,
  };
}

const MOST = 1000;
const ANY_VISIT = {
  words: [],
  from: null,
  to: null,
  reasonId: null,
  who: null,
  source: null,
  departmentId: null,
  check: null,
  ids: null,
};
const ANY_CASE = { words: [], kindId: null, state: null, from: null, to: null, source: null, check: null };
const visitsOf = (ctx: Ctx, memberId: number) =>
  listVisits(ctx.db, { ...ANY_VISIT, memberId }, { sort: 'date', descending: true, offset: 0, limit: MOST });
const casesOf = (ctx: Ctx, memberId: number) =>
  listCases(ctx.db, { ...ANY_CASE, memberId, today: ctx.today() }, { offset: 0, limit: MOST });

function ofMember({ memberId }: ParsedInputOf<'care.ofMember'>, ctx: Ctx): OutputOf<'care.ofMember'> {
  const gifts = giftsOfMember(ctx, memberId);
  const visits = shownVisits(ctx, visitsOf(ctx, memberId));
  const cases = casesOf(ctx, memberId).map(toCaseRow);
  const worth = (rows: readonly { cash: number; kindValue: number }[]) =>
    rows.reduce((sum, row) => sum + row.cash + row.kindValue, 0);
  const total = worth(gifts) + worth(visits) + cases.reduce((sum, row) => sum + row.total, 0);
  return { gifts, visits, cases, total };
}

function reveal(input: ParsedInputOf<'care.reveal'>, ctx: Ctx): OutputOf<'care.reveal'> {
  const { entity, id } = input;
  const visit = entity === 'care_visit';
  requireOn(ctx, [visit ? 'healthNote' : 'hardshipNote']);
  const [text, name] = visit
    ? ((row) => [row.health_detail, row.name] as const)(liveVisit(ctx, id))
    : ((row) => [row.circumstances, row.title] as const)(liveCase(ctx, id));
  const fields = [visit ? 'healthDetail' : 'circumstances'];
  recordChange(ctx, { entity, entityId: id, action: 'reveal', after: { name, fields } });
  return { text };
}

/** Visits and cases in a member's story. */
export function careTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  const visits = visitsOf(ctx, memberId).map((row) => {
    const money = row.cash > 0 ? `: ${formatMoney(row.cash)}` : '';
    const whose = row.who === 'family' ? ` ${row.name}` : '';
    return {
      kind: 'visit' as const,
      date: row.on_date,
      title: `Thăm hỏi${whose}, ${row.reason.charAt(0).toLocaleLowerCase('vi')}${row.reason.slice(1)}${money}`,
      titleEn: `Visit${whose}, ${row.reason_en ?? row.reason}${money}`,
      detail: row.place,
      recordId: row.id,
    };
  });
  const cases = casesOf(ctx, memberId).map((row) => ({
    kind: 'careCase' as const,
    date: row.opened_on,
    title: row.title,
    detail: row.kind,
    recordId: row.id,
  }));
  return [...visits, ...cases];
}

/** What is due: visits without a voucher, steps overdue, houses handed over without papers. */
export const careDue = (ctx: Ctx) => ({
  unpaid: repo.unpaid(ctx.db, { from: '1990-01-01', to: ctx.today() }).visits,
  overdueSteps: repo.overdueSteps(ctx.db, ctx.today()),
  casesUnpaid: repo.casesUnpaid(ctx.db),
  noHandover: repo.casesWithoutHandover(ctx.db),
});

export const figureHandlers = {
  'care.figures': figures,
  'care.ofMember': ofMember,
  'care.reveal': reveal,
};
