/** The annex over a period beside the same of a year before, with what makes the two differ. */
import { AppError } from '../../../shared/contract/errors';
import { ANNEX, ANNEX_IDS, type AnnexMark, annexCode } from '../../../shared/domain/annex';
import type { Figure } from '../../../shared/domain/figures';
import { INDICATORS, type IndicatorId, indicatorOf } from '../../../shared/domain/indicators';
import { usedIn, withTyped } from '../../../shared/domain/manualFigures';
import { customPeriod, yearBefore } from '../../../shared/domain/periods';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { compute, type Span, spanOf } from '../indicators';
import { annexPaper } from './papers';
import * as repo from './repository';
import { toFigure, toRow, typedHandlers } from './typed';

type Table = OutputOf<'figures.table'>;
type Line = Table['sections'][number]['lines'][number];
type Note = Line['notes'][number];

/** Where lines are made: both spans, what was typed and what changed, each read once. */
interface Desk {
  ctx: Pick<Ctx, 'db'>;
  now: Span;
  before: Span;
  typed: ReadonlyMap<IndicatorId, repo.TypedRecord[]>;
  changes: readonly repo.ChangeRecord[];
}

/** Errors: DATE_ORDER. A day outside the period counts as none. */
export function spans(
  { from, to, on }: { from: string; to: string; on: string | null },
  today: string,
): { now: Span; before: Span } {
  if (to < from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  const until = on !== null && on >= from && on <= to && on < today ? on : today;
  const now = spanOf({ from, to }, until);
  const period = yearBefore(customPeriod(from, to));
  // A period that still runs is compared with the same days of the year before.
  const then = now.asOf < to ? yearBefore(customPeriod(now.asOf, now.asOf)).from : period.to;
  return { now, before: spanOf(period, then) };
}

const NO_NOTE = { on: null, what: null, now: null, before: null, nowOn: null, beforeOn: null };

function notesOf(desk: Desk, figure: Figure, before: Figure): Note[] {
  const changed = desk.changes
    .filter(({ indicator, validFrom }) => {
      const inForce = validFrom > desk.before.from && validFrom <= desk.now.asOf;
      return inForce && (indicator === null || indicator === figure.id);
    })
    .map((row): Note => ({ ...NO_NOTE, kind: 'definition', on: row.validFrom, what: row.what }));
  const wholes = figure.whole !== null && before.whole !== null && figure.whole !== before.whole;
  const sources = figure.value !== null && before.value !== null && !figure.typed !== !before.typed;
  return [
    ...changed,
    ...(wholes
      ? [
          {
            ...NO_NOTE,
            kind: 'whole' as const,
            now: figure.whole,
            before: before.whole,
            nowOn: figure.wholeOn,
            beforeOn: before.wholeOn,
          },
        ]
      : []),
    ...(sources
      ? [{ ...NO_NOTE, kind: 'source' as const, now: figure.typed ? 1 : 0, before: before.typed ? 1 : 0 }]
      : []),
    ...(figure.value !== null && before.value === null && before.wording === undefined
      ? [{ ...NO_NOTE, kind: 'unknownBefore' as const }]
      : []),
  ];
}

function lineOf(desk: Desk, id: IndicatorId, code: string, mark: AnnexMark | null): Line {
  const { ctx, now } = desk;
  const records = desk.typed.get(id) ?? [];
  const typed = records.map(toFigure);
  const measured = (span: Span) => withTyped(compute(ctx.db, id, span), typed, span);
  const [figure, before] = [measured(now), measured(desk.before)];
  const exact = figure.flag === undefined && before.flag === undefined;
  const { kind, unit } = indicatorOf(id);
  const used = new Set(usedIn(typed, now, kind, unit === 'percent').map((one) => one.id));
  return {
    code,
    mark,
    figure,
    before,
    difference: exact && figure.value !== null && before.value !== null ? figure.value - before.value : null,
    notes: notesOf(desk, figure, before),
    typed: records
      .filter((row) => used.has(row.id) || (row.fromDate >= now.from && row.toDate <= now.to))
      .map((row) => ({ ...toRow(row), used: figure.typed !== undefined && used.has(row.id) })),
  };
}

/** Figures beside the annex: those that tell of something, kinds of events only where there are any. */
function others(desk: Desk): Line[] {
  const shown = new Set<string>(ANNEX_IDS);
  return INDICATORS.filter(({ id }) => !shown.has(id))
    .map(({ id }, at) => lineOf(desk, id, `8.${at + 1}`, null))
    .filter(
      ({ figure, before }) => !/^events\.(kind|turnsOf)\./.test(figure.id) || figure.value || before.value,
    )
    .map((line, at) => ({ ...line, code: `8.${at + 1}` }));
}

/** The lines of the annex, and with `more` those beside it. */
export function tableOf(input: ParsedInputOf<'figures.table'>, ctx: Pick<Ctx, 'db' | 'today'>): Table {
  const { now, before } = spans(input, ctx.today());
  const typed = new Map<IndicatorId, repo.TypedRecord[]>();
  for (const row of repo.typedFigures(ctx.db, null))
    typed.set(row.indicator, [...(typed.get(row.indicator) ?? []), row]);
  const desk: Desk = { ctx, now, before, typed, changes: repo.changes(ctx.db) };
  const sections = ANNEX.map(({ code, title: [title, titleEn], lines }) => ({
    code,
    title,
    titleEn,
    lines: lines.flatMap((own) => own.ids.map((id, at) => lineOf(desk, id, annexCode(own, at), own.mark))),
  }));
  const rest = { code: '8', title: 'Số liệu khác', titleEn: 'Other figures' };
  const told = ({ from, to, asOf }: Span) => ({ from, to, asOf });
  return {
    now: told(now),
    before: told(before),
    sections: input.more ? [...sections, { ...rest, lines: others(desk) }] : sections,
  };
}

export const figuresHandlers: HandlersOf<'figures'> = {
  'figures.table': tableOf,
  'figures.paper': (input, ctx) => annexPaper(tableOf({ ...input, more: false }, ctx), input.format, ctx),
  ...typedHandlers,
};
