/** The papers of a year: what each is made from, its number and day, and what it still waits for. */
import { dateBounds } from '../../../shared/domain/dateMath';
import { INSPECTION_KINDS, type InspectionKind } from '../../../shared/domain/inspection';
import { usualPeriod } from '../../../shared/domain/reports';
import { type PackGap, type PackPaper, packNumber, packState } from '../../../shared/domain/yearEnd';
import type { Ctx, OutputOf } from '../../ipc/context';
import { takenBy } from '../documents/service';
import { type Answer, ask } from './ask';

export type Row = OutputOf<'yearEnd.state'>['rows'][number];
type Gaps = Row['gaps'];
type Told = Partial<Omit<Row, 'no' | 'paper' | 'state' | 'gaps'>> & { gaps: Gaps };
export interface Days {
  from: string;
  to: string;
  asOf: string;
}

const EMPTY = {
  ...{ recordId: null, subject: null, from: null, to: null, asOf: null, code: null, onDate: null },
  ...{ closed: false, closing: false, count: null },
} satisfies Omit<Row, 'no' | 'paper' | 'state' | 'gaps'>;

/** What is there, with how much of it; nought is no gap. */
const gapsOf = (...told: readonly (readonly [PackGap, number | boolean])[]): Gaps =>
  told.flatMap(([gap, count]) => (Number(count) > 0 ? { gap, count: Number(count) } : []));

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** The report a year is told by: a closed one before a draft, the latest before others. */
function reportOf(ctx: Ctx, year: number): Answer<'reports.list'>['rows'][number] | null {
  const { rows } = ask(ctx, 'reports.list', { kind: 'year', year, limit: 100 });
  return rows.find((row) => row.closedAt !== null) ?? rows[0] ?? null;
}

function reportRow(ctx: Ctx, report: ReturnType<typeof reportOf>): Told {
  if (!report) return { gaps: gapsOf(['noReport', 1]) };
  const { id: recordId, subject, from, to, asOf, code, onDate } = report;
  const about = { recordId, subject, from, to, asOf, code, onDate };
  if (report.closedAt !== null) return { ...about, closed: true, gaps: [] };
  const found = ask(ctx, 'reports.check', { id: report.id });
  const left = found.findings.filter((one) => !one.ignored).length;
  return {
    ...about,
    gaps: gapsOf(
      ['reportUnknown', found.unknown],
      ['reportChanged', found.changes.length],
      ['reportFindings', left],
      ['reportOpen', 1],
    ),
  };
}

function annexRow(ctx: Ctx, days: Days): Told {
  const { now, sections } = ask(ctx, 'figures.table', { from: days.from, to: days.to, on: days.asOf });
  const lines = sections.flatMap((section) => section.lines);
  const unknown = lines.filter(({ figure }) => figure.value === null).length;
  return { ...now, count: lines.length, gaps: gapsOf(['figuresUnknown', unknown]) };
}

function reviewRow(ctx: Ctx, year: number): Told {
  const { rows } = ask(ctx, 'review.list', {});
  const found = rows.find((row) => row.year === year && row.part === 'year');
  if (!found) return { gaps: gapsOf(['noReview', 1]) };
  const sheet = ask(ctx, 'review.get', { id: found.id });
  const closed = sheet.closedAt !== null;
  return {
    ...{ recordId: found.id, subject: sheet.set.name, from: sheet.from, to: sheet.to, asOf: sheet.asOf },
    ...{ closed, onDate: sheet.closedAt?.slice(0, 10) ?? null },
    count: sheet.groups.flatMap((group) => group.items).length,
    gaps: gapsOf(
      ['reviewUnscored', !closed && sheet.counts.open],
      ['reviewMissing', !closed && sheet.counts.missing],
      ['reviewOpen', !closed],
    ),
  };
}

function committeeRow(ctx: Ctx, kind: InspectionKind, year: number): Told {
  const { plan, figures } = ask(ctx, 'inspection.plan', { kind, year });
  const women = kind === 'women';
  if (!plan && figures.sessions + figures.meetings === 0)
    return { gaps: gapsOf([women ? 'noWomen' : 'noInspection', 1]) };
  const number = plan && takenBy(ctx, 'report', { entity: 'inspection_plan', id: plan.id });
  return {
    ...{ recordId: plan?.id ?? null, count: figures.sessions },
    ...{ code: number?.code ?? null, onDate: number?.onDate ?? null },
    ...{ from: `${year}-01-01`, to: `${year}-12-31`, asOf: earlier(ctx.today(), `${year}-12-31`) },
    gaps: gapsOf(['sessionsLate', figures.plannedLate], [women ? 'womenOpen' : 'findingsOpen', figures.open]),
  };
}

/** Agreements of the year: in force on one of its days, and not closed before it. */
function agreementRows(ctx: Ctx, year: number): Told[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = ask(ctx, 'agreements.list', { limit: 500 });
  const own = rows
    .filter(({ state, startsOn, endsOn, closedOn }) => {
      const over = dateBounds(endsOn).last;
      const until = closedOn !== null && closedOn > over ? closedOn : over;
      return state !== 'draft' && dateBounds(startsOn).first <= last && (closedOn ?? until) >= first;
    })
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id - b.id));
  if (own.length === 0) return [{ gaps: gapsOf(['noAgreement', 1]) }];
  return own.map((row) => agreementRow(ctx, row, year));
}

function agreementRow(ctx: Ctx, row: Answer<'agreements.list'>['rows'][number], year: number): Told {
  const { scores, contents, scale } = ask(ctx, 'agreements.get', { id: row.id });
  const scored = new Set(
    scores.filter((one) => one.year === year && one.side === 'self').map((one) => one.contentId),
  );
  const closing = row.closedOn?.startsWith(String(year)) ?? false;
  const running = dateBounds(row.endsOn).last >= `${year}-01-01`;
  const unscored = scale && running ? contents.filter((one) => !scored.has(one.id)).length : 0;
  return {
    ...{ recordId: row.id, subject: row.title, from: row.startsOn, to: row.endsOn, closing },
    ...{ closed: closing, code: row.number, onDate: closing ? row.closedOn : row.signedOn },
    count: row.commitments,
    gaps: gapsOf(
      ['agreementUnscored', closing ? 0 : unscored],
      ['agreementUnclosed', row.state === 'ended' && dateBounds(row.endsOn).last <= `${year}-12-31`],
    ),
  };
}

function targetsRow(ctx: Ctx, year: number): Told {
  const { total, counts } = ask(ctx, 'targets.list', { year });
  if (total === 0) return { gaps: gapsOf(['noTargets', 1]) };
  return { count: total, gaps: gapsOf(['targetsUnknown', counts.unknown ?? 0]) };
}

function planRow(ctx: Ctx, year: number): Told {
  const { header, counts } = ask(ctx, 'plans.list', { year: year + 1 });
  if (counts.all === 0) return { gaps: gapsOf(['noPlan', 1]) };
  const { number, signedOn } = header;
  return {
    ...{ count: counts.all, code: number, onDate: signedOn },
    gaps: gapsOf(['planUnnumbered', number === null || signedOn === null]),
  };
}

function registerRow(ctx: Ctx, direction: 'out' | 'in', year: number): Told {
  const count = (check: 'reserved' | 'overdue' | null) =>
    ask(ctx, 'documents.list', { direction, year, check, limit: 1 }).total;
  const total = count(null);
  const out = direction === 'out';
  if (total === 0) return { gaps: gapsOf([out ? 'noOutgoing' : 'noIncoming', 1]) };
  return {
    count: total,
    gaps: out ? gapsOf(['outgoingReserved', count('reserved')]) : gapsOf(['incomingLate', count('overdue')]),
  };
}

const rowsIn = (paper: PackPaper, told: readonly Told[]): Row[] =>
  told.map((one, at) => ({
    ...EMPTY,
    ...one,
    ...{ no: packNumber(paper, at, told.length), paper, state: packState(one.gaps) },
  }));

/** The days of the figures: those of the report, else the usual ones of a report of the year up to today. */
function daysOf(ctx: Ctx, year: number, report: ReturnType<typeof reportOf>): Days {
  if (report) return { from: report.from, to: report.to, asOf: report.asOf };
  const { from, to } = usualPeriod('year', year, ask(ctx, 'reports.style', {}).unionYear);
  return { from, to, asOf: earlier(ctx.today(), to) };
}

/** Every paper of the pack of a year, in its order. */
export function packRows(ctx: Ctx, year: number): Row[] {
  const report = reportOf(ctx, year);
  const days = daysOf(ctx, year, report);
  return [
    ...rowsIn('report', [reportRow(ctx, report)]),
    ...rowsIn('annex', [annexRow(ctx, days)]),
    ...rowsIn('review', [reviewRow(ctx, year)]),
    ...INSPECTION_KINDS.flatMap((kind) => rowsIn(kind, [committeeRow(ctx, kind, year)])),
    ...rowsIn('agreement', agreementRows(ctx, year)),
    ...rowsIn('targets', [targetsRow(ctx, year)]),
    ...rowsIn('plan', [planRow(ctx, year)]),
    ...rowsIn('documentsOut', [registerRow(ctx, 'out', year)]),
    ...rowsIn('documentsIn', [registerRow(ctx, 'in', year)]),
  ];
}
