/** The dashboard (tổng quan): figures of a period, what is due, progress of the review, and the lists behind them. */
import { AppError } from '../../../shared/contract/errors';
import type { Figure } from '../../../shared/domain/figures';
import type { IndicatorId } from '../../../shared/domain/indicators';
import { reviewYearOf } from '../../../shared/domain/reviewPeriod';
import type { PrivateGroup } from '../../../shared/domain/roles';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as breakdowns from '../breakdowns';
import { measure, recordsBehind, type Span, spanOf } from '../indicators';
import { openTo } from '../members/privacy/service';
import { reviewOfYear } from '../review/service';
import { settingsOn } from '../settings/service';
import { dueRows } from './due';

/** What the dashboard shows as numbers. */
const SHOWN: readonly IndicatorId[] = [
  'members.active',
  'members.female',
  'members.male',
  'members.joined',
  'members.left',
  'members.party',
  'members.partyJoined',
  'members.gatherRate',
  'members.completeness',
  'members.without.cardNo',
  'members.without.birthDate',
  'organisation.departments',
  'organisation.groups',
  'events.all',
  'events.turns',
  'events.unrecorded',
  'awards.all',
  'awards.collective',
  'awards.individual',
  'awards.household',
];

function spanFrom(input: { from: string; to: string }, ctx: Ctx): Span {
  if (input.to < input.from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  return spanOf(input, ctx.today());
}

function figures(input: ParsedInputOf<'dashboard.figures'>, ctx: Ctx): OutputOf<'dashboard.figures'> {
  const span = spanFrom(input, ctx);
  // What is broken down by people and places is tallied first: the single figures are then read off it.
  const ages = breakdowns.byAge(ctx.db, span.asOf);
  const departments = breakdowns.byDepartment(ctx.db, span.asOf);
  const shown: Record<string, Figure> = {};
  for (const id of SHOWN) shown[id] = measure(ctx.db, id, span);
  return {
    from: span.from,
    to: span.to,
    asOf: span.asOf,
    today: ctx.today(),
    figures: shown,
    gender: breakdowns.byGender(ctx.db, span.asOf),
    departments,
    professions: breakdowns.byProfession(ctx.db, span.asOf),
    ages,
    months: breakdowns.byMonth(ctx.db, span),
    awards: breakdowns.byAwardLevel(ctx.db, span),
  };
}

function due(input: ParsedInputOf<'dashboard.due'>, ctx: Ctx): OutputOf<'dashboard.due'> {
  const span = spanFrom(input, ctx);
  const start = settingsOn(ctx, ctx.today()).unionYearStart;
  return { rows: dueRows(ctx, span, reviewYearOf(span.asOf, start)) };
}

function review(input: ParsedInputOf<'dashboard.review'>, ctx: Ctx): OutputOf<'dashboard.review'> {
  const sheet = reviewOfYear(ctx, input.year);
  if (!sheet) return { review: null };
  return {
    review: {
      id: sheet.id,
      year: sheet.year,
      to: sheet.to,
      closedAt: sheet.closedAt,
      score: sheet.totals.score,
      max: sheet.totals.max,
      rank: sheet.rank?.name ?? null,
      rankEn: sheet.rank?.nameEn ?? null,
      confirmed: sheet.set.confirmedOn !== null,
      counts: { ok: sheet.counts.ok, missing: sheet.counts.missing, open: sheet.counts.open },
      groups: sheet.groups.map((group) => {
        const count = (state: string) => group.items.filter((item) => item.state === state).length;
        return {
          code: group.code,
          title: group.title,
          titleEn: group.titleEn,
          max: group.totals.max,
          score: group.totals.score,
          ok: count('ok'),
          missing: count('missing'),
          open: count('open'),
        };
      }),
    },
  };
}

function indicator(input: ParsedInputOf<'dashboard.indicator'>, ctx: Ctx): OutputOf<'dashboard.indicator'> {
  return measure(ctx.db, input.id, spanFrom(input, ctx));
}

/** Lists that name people for something private about them; the figure itself is everybody's. */
const NAMED_FOR: Partial<Record<IndicatorId, PrivateGroup>> = {
  'members.party': 'party',
  'members.partyJoined': 'party',
  'members.ethnic': 'ethnicity',
};

function records(input: ParsedInputOf<'dashboard.records'>, ctx: Ctx): OutputOf<'dashboard.records'> {
  const { id, slice, offset, limit } = input;
  const span = spanFrom(input, ctx);
  const group = NAMED_FOR[id];
  if (group && !openTo(ctx, group)) throw new AppError('FORBIDDEN');
  const page = { offset, limit };
  const found = slice
    ? breakdowns.sliceRecords(ctx.db, id, span, slice, page)
    : recordsBehind(ctx.db, id, span, page);
  return { figure: measure(ctx.db, id, span), ...found };
}

export const dashboardHandlers: HandlersOf<'dashboard'> = {
  'dashboard.figures': figures,
  'dashboard.due': due,
  'dashboard.review': review,
  'dashboard.indicator': indicator,
  'dashboard.records': records,
};
