/** What is due and what is missing, the most urgent first. */
import { DUE_KINDS, type DueKind } from '../../../shared/domain/dashboard';
import { daysBetween } from '../../../shared/domain/dateMath';
import type { IndicatorId } from '../../../shared/domain/indicators';
import type { Ctx, OutputOf } from '../../ipc/context';
import { agreementsDue } from '../agreements/service';
import { roundsDue } from '../awards/proposals/service';
import { copiesAway } from '../backup/service';
import { setupDone, unprintedCertificates } from '../breakdowns';
import { careDue } from '../care/service';
import { democracyDue } from '../democracy/service';
import { documentsDue } from '../documents/service';
import { duesDue } from '../dues/service';
import { overdueCount } from '../events/followUps/service';
import { voucherDrafts } from '../funds/service';
import { measure, type Span } from '../indicators';
import { inspectionDue } from '../inspection/service';
import { requestsDue } from '../members/service';
import { opinionsDue } from '../opinions/service';
import { profileOn } from '../organisation/service';
import { partyDue } from '../party/service';
import { plansDue } from '../plans/service';
import { reviewOfYear } from '../review/service';
import { targetsBehind } from '../targets/service';
import { campaignsUnpaid, unsignedGifts } from '../welfare/service';

type Row = OutputOf<'dashboard.due'>['rows'][number];
const URGENCY = { late: 0, soon: 1, look: 2 } as const;
/** A copy older than this many days is late. */
const OLD_COPY_DAYS = 7;
/** A review is announced this many days before its period ends. */
const REVIEW_NOTICE_DAYS = 60;
/** Evidence that is missing is pressing this many days before its day. */
const EVIDENCE_NOTICE_DAYS = 14;

const row = (kind: DueKind, urgency: Row['urgency'], more: Partial<Row> = {}): Row => ({
  kind,
  urgency,
  count: null,
  indicator: null,
  due: null,
  reviewId: null,
  ...more,
});

/** Rows for figures that should be 0. */
function gaps(ctx: Ctx, span: Span): Row[] {
  const watched: readonly (readonly [DueKind, IndicatorId])[] = [
    ['eventsUnrecorded', 'events.unrecorded'],
    ['membersWithoutBirthDate', 'members.without.birthDate'],
    ['membersWithoutCard', 'members.without.cardNo'],
  ];
  return watched.flatMap(([kind, indicator]) => {
    const { value } = measure(ctx.db, indicator, span);
    return value ? [row(kind, 'look', { count: value, indicator })] : [];
  });
}

function reviewRows(ctx: Ctx, year: number, periodEnd: string): Row[] {
  const today = ctx.today();
  const sheet = reviewOfYear(ctx, year);
  const until = sheet?.to ?? periodEnd;
  const left = daysBetween(today, until);
  if (!sheet)
    return left <= REVIEW_NOTICE_DAYS
      ? [row('reviewNotStarted', left < 0 ? 'late' : 'soon', { due: until })]
      : [];
  if (sheet.closedAt !== null) return [];
  const about = { reviewId: sheet.id };
  const rows: Row[] = [];
  if (left <= REVIEW_NOTICE_DAYS)
    rows.push(row('reviewDue', left < 0 ? 'late' : 'soon', { ...about, due: until }));
  if (sheet.counts.open > 0) rows.push(row('criteriaOpen', 'look', { ...about, count: sheet.counts.open }));
  const missing = sheet.groups
    .flatMap((group) => group.items)
    .flatMap((item) => (item.state === 'missing' && item.due !== null ? [item.due] : []))
    .sort();
  if (missing.length > 0) {
    const due = missing[0]!;
    const days = daysBetween(today, due);
    const urgency = days < 0 ? 'late' : days <= EVIDENCE_NOTICE_DAYS ? 'soon' : 'look';
    rows.push(row('criteriaWithoutEvidence', urgency, { ...about, count: missing.length, due }));
  }
  if (sheet.set.confirmedOn === null) rows.push(row('setNotConfirmed', 'look', about));
  return rows;
}

function keeping(ctx: Ctx): Row[] {
  const rows: Row[] = [];
  if (!setupDone(ctx.db)) rows.push(row('setupOpen', 'soon'));
  else if (profileOn(ctx, ctx.today()) === null) rows.push(row('unitUnnamed', 'soon'));
  const { ageSeconds, changedSince } = ctx.backups.status();
  const days = ageSeconds === null ? null : Math.floor(ageSeconds / 86_400);
  if (changedSince && days !== null && days >= OLD_COPY_DAYS)
    rows.push(row('backupOld', 'late', { count: days }));
  rows.push(...copyRows(ctx));
  const overdue = overdueCount(ctx.db, ctx.today());
  if (overdue) rows.push(row('followUpsOverdue', 'late', { count: overdue }));
  const [round] = roundsDue(ctx);
  if (round)
    rows.push(
      row('proposalsMissing', round.deadline < ctx.today() ? 'late' : 'soon', {
        count: round.missing,
        due: round.deadline,
      }),
    );
  const waiting = unprintedCertificates(ctx.db);
  if (waiting) rows.push(row('certificatesNotPrinted', 'soon', { count: waiting }));
  const { gifts } = unsignedGifts(ctx);
  if (gifts > 0) rows.push(row('giftsUnsigned', 'soon', { count: gifts }));
  const unpaid = campaignsUnpaid(ctx, null).filter((campaign) => campaign.explained === null).length;
  if (unpaid > 0) rows.push(row('giftsUnpaid', 'look', { count: unpaid }));
  const drafts = voucherDrafts(ctx);
  if (drafts > 0) rows.push(row('voucherDrafts', 'look', { count: drafts }));
  const { overdue: unanswered, soon: toAnswer } = documentsDue(ctx);
  if (unanswered > 0) rows.push(row('documentsOverdue', 'late', { count: unanswered }));
  if (toAnswer > 0) rows.push(row('documentsDue', 'soon', { count: toAnswer }));
  rows.push(...requestRows(ctx), ...moneyRows(ctx), ...inspectionRows(ctx));
  rows.push(...planRows(ctx));
  return [...rows, ...careRows(ctx), ...opinionRows(ctx), ...agreementRows(ctx), ...partyRows(ctx)];
}

function copyRows(ctx: Ctx): Row[] {
  const away = copiesAway(ctx);
  if (away === 'none') return [row('copyAwayNone', 'look')];
  return away === null ? [] : [row('copyAwayOld', 'late', { count: away })];
}

function requestRows(ctx: Ctx): Row[] {
  const { overdue, soon } = requestsDue(ctx);
  return [
    ...(overdue > 0 ? [row('requestsOverdue', 'late', { count: overdue })] : []),
    ...(soon > 0 ? [row('requestsDue', 'soon', { count: soon })] : []),
  ];
}

function planRows(ctx: Ctx): Row[] {
  const { overdue, soon } = plansDue(ctx);
  const behind = targetsBehind(ctx);
  return [
    ...(overdue > 0 ? [row('plansOverdue', 'late', { count: overdue })] : []),
    ...(soon > 0 ? [row('plansSoon', 'soon', { count: soon })] : []),
    ...(behind > 0 ? [row('targetsBehind', 'soon', { count: behind })] : []),
  ];
}

function opinionRows(ctx: Ctx): Row[] {
  const { overdue, soon } = opinionsDue(ctx);
  const { labourEnding, firstEnd, conferencesMissing } = democracyDue(ctx);
  return [
    ...(overdue > 0 ? [row('opinionsOverdue', 'late', { count: overdue })] : []),
    ...(soon > 0 ? [row('opinionsDue', 'soon', { count: soon })] : []),
    ...(labourEnding > 0 ? [row('labourEnding', 'soon', { count: labourEnding, due: firstEnd })] : []),
    ...(conferencesMissing > 0 ? [row('conferencesMissing', 'look', { count: conferencesMissing })] : []),
  ];
}

function careRows(ctx: Ctx): Row[] {
  const { overdueSteps, unpaid, casesUnpaid, noHandover } = careDue(ctx);
  return [
    ...(overdueSteps > 0 ? [row('careStepsOverdue', 'late', { count: overdueSteps })] : []),
    ...(unpaid > 0 ? [row('visitsUnpaid', 'look', { count: unpaid })] : []),
    ...(casesUnpaid > 0 ? [row('casesUnpaid', 'look', { count: casesUnpaid })] : []),
    ...(noHandover > 0 ? [row('casesWithoutPapers', 'look', { count: noHandover })] : []),
  ];
}

function partyRows(ctx: Ctx): Row[] {
  const { overdue, unwritten } = partyDue(ctx);
  return [
    ...(overdue > 0 ? [row('partyOverdue', 'late', { count: overdue })] : []),
    ...(unwritten > 0 ? [row('partyUnwritten', 'look', { count: unwritten })] : []),
  ];
}

function inspectionRows(ctx: Ctx): Row[] {
  const inspection = inspectionDue(ctx, 'inspection');
  const women = inspectionDue(ctx, 'women');
  const counted = [
    ['findingsOverdue', 'late', inspection.overdue + women.overdue],
    ['inspectionsLate', 'soon', inspection.late],
    ['womenLate', 'soon', women.late],
  ] as const;
  return counted.flatMap(([kind, urgency, count]) => (count > 0 ? [row(kind, urgency, { count })] : []));
}

function agreementRows(ctx: Ctx): Row[] {
  const { ending, nextEnd, toClose, overdue } = agreementsDue(ctx);
  return [
    ...(overdue > 0 ? [row('agreementCommitmentsOverdue', 'late', { count: overdue })] : []),
    ...(toClose > 0 ? [row('agreementsToClose', 'late', { count: toClose })] : []),
    ...(ending > 0 ? [row('agreementsEnding', 'soon', { count: ending, due: nextEnd })] : []),
  ];
}

function moneyRows(ctx: Ctx): Row[] {
  const { duesBehind, drivesLate, donorsNotThanked, earmarksOver } = duesDue(ctx);
  const counted = [
    ['duesBehind', 'late', duesBehind],
    ['drivesLate', 'late', drivesLate],
    ['donorsNotThanked', 'soon', donorsNotThanked],
    ['earmarksOver', 'look', earmarksOver],
  ] as const;
  return counted.flatMap(([kind, urgency, count]) => (count > 0 ? [row(kind, urgency, { count })] : []));
}

export function dueRows(ctx: Ctx, span: Span, year: number): Row[] {
  const rows = [...keeping(ctx), ...reviewRows(ctx, year, span.to), ...gaps(ctx, span)];
  return rows.sort(
    (a, b) =>
      URGENCY[a.urgency] - URGENCY[b.urgency] || DUE_KINDS.indexOf(a.kind) - DUE_KINDS.indexOf(b.kind),
  );
}
