/**
 * Where each indicator of the catalogue is computed: its value and the records behind it. A missing one does not
 * compile. Dashboard, self-review and papers read figures only from here.
 */
import { EVENT_CATEGORIES, EVENT_KIND_CODES, EVENT_KINDS } from '../../shared/domain/eventKinds';
import { type Figure, type Measured, measuredRate, toFigure } from '../../shared/domain/figures';
import {
  type IndicatorId,
  type IndicatorRecord,
  indicatorOf,
  type Period,
} from '../../shared/domain/indicators';
import { usedIn, withTyped } from '../../shared/domain/manualFigures';
import type { SensitiveFieldGroup } from '../../shared/domain/privateFields';
import type { Db } from '../db/database';
import { agreementSources } from './agreements/indicators';
import { awardSources, womenAwarded } from './awards/indicators';
import { movementSources } from './awards/movementIndicators';
import { careSources } from './care/indicators';
import { democracySources } from './democracy/indicators';
import { duesSources } from './dues/indicators';
import { eventSources } from './events/annexIndicators';
import * as events from './events/figuresRepository';
import { turnsOf } from './events/turns';
import { typedFigures } from './figures/repository';
import { toFigure as toTyped } from './figures/typed';
import { fundSources } from './funds/indicators';
import { inspectionSources } from './inspection/indicators';
import { typedOnly } from './listed';
import { memberSources, minorities } from './members/annexIndicators';
import * as members from './members/figuresRepository';
import { groupState } from './members/privacy/service';
import { opinionSources } from './opinions/indicators';
import { organisationSources } from './organisation/annexIndicators';
import * as units from './organisation/figuresRepository';
import { profiles } from './organisation/repository';
import { partySources } from './party/indicators';
import { giftSources } from './welfare/indicators';

/** A period seen from a day: `asOf` is its last day, or today while it runs. */
export interface Span extends Period {
  readonly until: string;
  readonly asOf: string;
}
export type Page = members.Page;
export type RecordPage = members.RecordPage;

/** One indicator's two queries. */
export interface Source {
  value(db: Db, span: Span): Measured;
  records(db: Db, span: Span, page: Page): RecordPage;
}

/** The period as it can be counted on `today`. */
export function spanOf(period: { from: string; to: string }, today: string): Span {
  const asOf = period.to < today ? period.to : today < period.from ? period.from : today;
  return { from: period.from, to: period.to, until: asOf, asOf };
}

/** A page of a list that is short enough to be read whole. */
export function pageOf(rows: readonly IndicatorRecord[], page: Page): RecordPage {
  return {
    total: rows.length,
    amount: rows.reduce((sum, row) => sum + row.amount, 0),
    rows: rows.slice(page.offset, page.offset + page.limit),
  };
}

const activeMembers = (slice: members.MemberSlice = {}): Source => ({
  value: (db, span) => ({ value: members.countActive(db, span.asOf, slice) }),
  records: (db, span, page) => members.activeRecords(db, span.asOf, page, slice),
});
const joined: Source = {
  value: (db, span) => ({ value: members.countJoined(db, span) }),
  records: (db, span, page) => members.joinedRecords(db, span, page),
};
/**
 * A figure counted from a sensitive field: not known, and without a list, while the field is switched off. The list
 * names the people, not what is masked of them.
 */
const inUse = (group: SensitiveFieldGroup, source: Source): Source => ({
  value: (db, span) =>
    groupState({ db })[group] ? source.value(db, span) : { value: null, gap: 'fieldOff' },
  records(db, span, page) {
    if (!groupState({ db })[group]) return { total: 0, amount: 0, rows: [] };
    const { rows, ...sums } = source.records(db, span, page);
    return { ...sums, rows: rows.map((row) => ({ ...row, date: null })) };
  },
});
const openUnits = (kind: 'department' | 'group' | 'section' | 'union', active = false): Source => ({
  value: (db, span) => ({ value: units.countUnits(db, kind, span.asOf, active) }),
  records: (db, span, page) => pageOf(units.unitRecords(db, kind, span.asOf, active), page),
});
const ofKinds = (kinds: events.Kinds): Source => ({
  value: (db, span) => ({ value: events.countEvents(db, kinds, span) }),
  records: (db, span, page) => pageOf(events.eventRecords(db, kinds, span), page),
});
const completeness: Source = {
  value: (db, { asOf }) =>
    measuredRate(members.countActive(db, asOf, { complete: true }), members.countActive(db, asOf), asOf),
  records: (db, span, page) => members.activeRecords(db, span.asOf, page, { complete: true }),
};
const gatherRate: Source = {
  value(db, { asOf }) {
    const profile = profiles(db).find((row) => row.staffCount !== null && (row.validFrom ?? '') <= asOf);
    return measuredRate(
      members.countActive(db, asOf),
      profile?.staffCount ?? null,
      profile?.validFrom ?? null,
    );
  },
  records: (db, span, page) => members.activeRecords(db, span.asOf, page),
};

/** Women awarded, among the women of the day. */
const womenRate: Source = {
  value(db, span) {
    const { value } = womenAwarded.value(db, span);
    if (value === null) return { value };
    return measuredRate(value, members.countActive(db, span.asOf, { gender: 'female' }), span.asOf);
  },
  records: womenAwarded.records,
};

/** One source for each code, under a prefixed id. */
function each<P extends string, C extends string>(
  prefix: P,
  codes: readonly C[],
  make: (code: C) => Source,
): Record<`${P}.${C}`, Source> {
  return Object.fromEntries(codes.map((code) => [`${prefix}.${code}`, make(code)])) as Record<
    `${P}.${C}`,
    Source
  >;
}
const kindsOf = (category: string) =>
  EVENT_KINDS.filter((kind) => kind.category === category).map((kind) => kind.code);

const sources: Record<IndicatorId, Source> = {
  'members.active': activeMembers(),
  'members.female': activeMembers({ gender: 'female' }),
  'members.male': activeMembers({ gender: 'male' }),
  'members.joined': joined,
  'members.left': {
    value: (db, span) => ({ value: members.countLeft(db, span) }),
    records: (db, span, page) => members.leftRecords(db, span, page),
  },
  'members.party': inUse('party', activeMembers({ party: true })),
  'members.partyJoined': inUse('party', partySources['party.admitted']),
  ...each('members.without', ['cardNo', 'birthDate', 'gender', 'department', 'unionJoinDate'], (field) =>
    activeMembers({ missing: field }),
  ),
  'members.incomplete': activeMembers({ complete: false }),
  'members.completeness': completeness,
  'members.gatherRate': gatherRate,
  'organisation.departments': openUnits('department'),
  'organisation.groups': openUnits('group'),
  'organisation.sections': openUnits('section'),
  'organisation.unions': openUnits('union'),
  'organisation.unionsActive': openUnits('union', true),
  'events.all': ofKinds(null),
  'events.turns': turnsOf(null),
  'events.unrecorded': {
    value: (db, span) => ({ value: events.participationTurns(db, span).unrecorded }),
    records: (db, span, page) => pageOf(events.unrecordedRecords(db, span), page),
  },
  ...each('events.group', EVENT_CATEGORIES, (category) => ofKinds(kindsOf(category))),
  ...each('events.kind', EVENT_KIND_CODES, (code) => ofKinds([code])),
  ...each('events.turnsOf', EVENT_KIND_CODES, (code) => turnsOf([code])),
  ...memberSources,
  'members.ethnic': inUse('ethnicity', minorities),
  ...organisationSources,
  'organisation.staffFemale': typedOnly,
  ...eventSources,
  'events.bloodUnits': typedOnly,
  'events.excursionMoney': typedOnly,
  'events.resolutionStudy': typedOnly,
  'events.conduct': typedOnly,
  ...awardSources,
  'awards.womenRate': womenRate,
  ...movementSources,
  ...inspectionSources,
  ...partySources,
  ...careSources,
  ...giftSources,
  ...fundSources,
  ...duesSources,
  ...opinionSources,
  ...agreementSources,
  ...democracySources,
};

/** What the records alone give. */
export const compute = (db: Db, id: IndicatorId, span: Span): Figure =>
  toFigure(id, sources[id].value(db, span), span.asOf);

/** The value of an indicator in a period, counted up to `span.asOf`; a typed one where it is used, and then it says so. */
export function measure(db: Db, id: IndicatorId, span: Span): Figure {
  return withTyped(compute(db, id, span), typedFor(db, id), span);
}

const typedFor = (db: Db, id: IndicatorId) => typedFigures(db, id).map(toTyped);

/** The typed figures in use, as the records behind it. */
function typedRecords(db: Db, id: IndicatorId, span: Span): IndicatorRecord[] {
  if (!measure(db, id, span).typed) return [];
  const { kind, unit } = indicatorOf(id);
  return usedIn(typedFor(db, id), span, kind, unit === 'percent').map((one) => ({
    entity: 'manual_figure',
    id: one.id,
    label: one.source,
    date: one.to,
    detail: one.wording,
    amount: one.value ?? 0,
  }));
}

/** How many records are behind an indicator. */
export function countRecords(db: Db, id: IndicatorId, span: Span): number {
  const { unit } = indicatorOf(id);
  if (unit === 'percent' || unit === 'turn')
    return sources[id].records(db, span, { offset: 0, limit: 1 }).total;
  return compute(db, id, span).value ?? 0;
}

/** A page of the records behind an indicator. */
export function recordsBehind(db: Db, id: IndicatorId, span: Span, page: Page): RecordPage {
  const typed = typedRecords(db, id, span);
  if (typed.length === 0) return sources[id].records(db, span, page);
  return pageOf(typed, page);
}
