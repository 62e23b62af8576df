/**
 * What is known of each figure a report may print, counted up to the report's day. What nobody recorded is unknown: a 0
 * stands only where an area has records of the period and none of the kind asked for could be missing.
 */
import { contract } from '../../../shared/contract';
import type { CongressTerm } from '../../../shared/domain/congressTerms';
import { unitName } from '../../../shared/domain/counts';
import { formatDate } from '../../../shared/domain/dateFormat';
import { type IndicatorId, indicatorOf, isIndicatorId } from '../../../shared/domain/indicators';
import { type Fact, factText, readTag } from '../../../shared/domain/sentences';
import type { Ctx } from '../../ipc/context';
import { eventsHandlers } from '../events/service';
import { measure, spanOf } from '../indicators';
import { targetsHandlers } from '../targets/service';
import { welfareHandlers } from '../welfare/service';

export type Reading = Ctx;

/** The days a report counts. */
export interface Days {
  from: string;
  asOf: string;
}

/** Figures that are a 0 where their area has records; of others a 0 only says that nobody recorded any. */
const KNOWN_ZERO =
  /^(?:members|organisation|funds|dues)\.|^awards\.(?:all|collective|individual|household|upper)$/;

/** Figures of an area whose absence means that nothing is recorded of it in the period. */
const BASES: Readonly<Record<string, readonly IndicatorId[]>> = {
  members: ['members.active'],
  organisation: ['organisation.departments', 'organisation.groups', 'organisation.sections'],
  awards: ['awards.all'],
  funds: ['funds.income', 'funds.spending'],
  dues: ['dues.collected'],
};
const EMPTY: Fact = {
  value: null,
  kind: 'count',
  part: null,
  whole: null,
  noun: '',
  flag: 'exact',
  wording: null,
  name: null,
  by: null,
  day: null,
};

export type FactOf = (ref: string) => Fact | null;

/** Reads facts for one answer; each is counted once. */
export function factsOf(ctx: Reading, days: Days): FactOf {
  const known = new Map<string, Fact | null>();
  const span = spanOf({ from: days.from, to: days.asOf }, ctx.today());
  const amountOf = (id: IndicatorId): number | null => measure(ctx.db, id, span).value;
  const recorded = new Map<string, boolean>();
  const isRecorded = (area: string): boolean => {
    const own = recorded.get(area) ?? (BASES[area] ?? []).some((id) => (amountOf(id) ?? 0) > 0);
    recorded.set(area, own);
    return own;
  };
  const ofIndicator = (id: IndicatorId): Fact => {
    const { unit, noun, label, area } = indicatorOf(id);
    const figure = measure(ctx.db, id, span);
    const unsaid = figure.value === 0 && unit !== 'percent' && !(KNOWN_ZERO.test(id) && isRecorded(area));
    return {
      ...EMPTY,
      kind: unit === 'money' ? 'money' : unit === 'percent' ? 'percent' : 'count',
      value: unsaid ? null : figure.value,
      part: figure.part,
      whole: figure.whole,
      noun,
      name: label,
    };
  };
  return (ref) => {
    if (!known.has(ref)) known.set(ref, isIndicatorId(ref) ? ofIndicator(ref) : ofRecord(ctx, days, ref));
    return known.get(ref) ?? null;
  };
}

function ofRecord(ctx: Reading, days: Days, ref: string): Fact | null {
  const [, kind, number, what] = /^(event|campaign|target):(\d{1,15})(?:\.([a-z]+))?$/.exec(ref) ?? [];
  if (!kind) return null;
  try {
    if (kind === 'target') return ofTarget(ctx, days, Number(number), what ?? 'reached');
    return kind === 'event' ? ofEvent(ctx, Number(number)) : ofCampaign(ctx, Number(number), what ?? 'gifts');
  } catch {
    return null;
  }
}

/** Targets of the year a report ends in, as they stood on its day. */
export const targetsOf = (ctx: Reading, days: Days, search = '') =>
  targetsHandlers['targets.list'](
    contract['targets.list'].input.parse({ year: Number(days.asOf.slice(0, 4)), search }),
    { ...ctx, today: () => days.asOf },
  ).rows;

function ofTarget(ctx: Reading, days: Days, id: number, what: string): Fact | null {
  const row = targetsOf(ctx, days).find((one) => one.id === id);
  if (!row) return null;
  const { percent, value: asked, actual, text, unit } = row;
  const about: Fact = { ...EMPTY, noun: unit, name: text };
  if (what === 'asked') return { ...about, value: asked };
  if (what === 'share')
    return { ...about, kind: 'percent', value: actual.value, part: actual.value, whole: asked };
  if (!percent) return { ...about, value: actual.value, flag: actual.flag };
  const { part, whole } = actual;
  return { ...about, kind: 'percent', value: part === null ? null : actual.value, part, whole };
}

function ofEvent(ctx: Reading, id: number): Fact | null {
  const { fields, participation, count, deletedAt } = eventsHandlers['events.get']({ id }, ctx);
  if (deletedAt !== null) return null;
  const known = participation?.whole != null && participation.asOf !== null;
  return {
    ...EMPTY,
    value: participation?.value ?? null,
    part: known ? participation.value : null,
    whole: known ? participation.whole : null,
    noun: unitName(participation?.unit ?? 'person'),
    flag: participation?.flag ?? 'exact',
    wording: participation ? null : (count?.wording ?? null),
    name: fields.name,
    by: fields.organiserName,
    day: formatDate(fields.startsOn),
  };
}

function ofCampaign(ctx: Reading, id: number, what: string): Fact | null {
  const { fields, totals, deletedAt } = welfareHandlers['welfare.campaign']({ id }, ctx);
  if (deletedAt !== null) return null;
  const money = what === 'money' || what === 'mean';
  const counted = fields.kind === 'count' ? fields.count : null;
  const value = what === 'money' ? totals.total : what === 'mean' ? totals.mean : totals.gifts;
  return {
    ...EMPTY,
    kind: money ? 'money' : 'count',
    value: counted || totals.gifts === 0 ? null : value,
    noun: unitName('gift'),
    wording: counted?.wording ?? null,
    name: fields.name,
    day: formatDate(fields.onDate),
  };
}

/** Where the records of a figure are. */
export function sourceOf(
  ref: string,
): { kind: 'indicator' | 'event' | 'campaign' | 'target'; key: string } | null {
  if (isIndicatorId(ref)) return { kind: 'indicator', key: ref };
  const [, kind, key] = /^(event|campaign|target):(\d+)/.exec(ref) ?? [];
  return kind && key ? { kind: kind as 'event', key } : null;
}

/** A figure as it was printed. */
export interface KeptFigure {
  text: string | null;
  value: number | null;
}
export type KeptFigures = Record<string, KeptFigure>;

/** What a tag prints now; in a table money has all its digits. */
export function figureNow(facts: FactOf, tag: string, inTable = false): KeptFigure {
  const { ref, form } = readTag(tag);
  const fact = facts(ref);
  const shown = inTable && fact?.kind === 'money' ? 'full' : form;
  return { text: factText(fact, shown), value: fact?.value ?? null };
}

/** Events and campaigns of the days, for sentences about each. */
export function recordsOf(ctx: Reading, days: Days, search: string) {
  const events = eventsHandlers['events.list'](
    contract['events.list'].input.parse({ from: days.from, to: days.asOf, search, limit: 60 }),
    ctx,
  );
  const campaigns = welfareHandlers['welfare.campaigns'](
    contract['welfare.campaigns'].input.parse({ from: days.from, to: days.asOf, search, limit: 40 }),
    ctx,
  );
  return { events: events.rows, campaigns: campaigns.rows };
}

/** Congresses and their terms, as the proof-reading knows them. */
export const keptTerms = (ctx: Ctx): readonly CongressTerm[] =>
  targetsHandlers['targets.congresses']({}, ctx).rows;
