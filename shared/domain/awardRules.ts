/** Conditions of commending (điều kiện xét): rules as data, judged against what the records say. They never forbid anything. */
import type { AwardLevel, FORM_KINDS, RecipientKind } from './awards';
import { addMonths, dateBounds } from './dateMath';

export const RULE_KINDS = [
  'titleYears',
  'earlierAward',
  'absence',
  'service',
  'discipline',
  'registered',
  'investigation',
  'sameLevel',
  'collectiveShare',
  'quotaPercent',
  'quotaCount',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Read in a published text; one office's own rule as an example; to be compared with the rule in force. */
export const RULE_MARKS = ['published', 'local', 'toCheck'] as const;
export const YEAR_ENDS = ['same', 'before', 'either'] as const;
export const QUOTA_BASES = ['members', 'titled'] as const;

/** Kinds whose threshold means something. */
export const COUNTED_KINDS: readonly RuleKind[] = [
  'titleYears',
  'earlierAward',
  'absence',
  'service',
  'collectiveShare',
  'quotaPercent',
  'quotaCount',
];
/** Kinds that ask for other awards. */
export const NEEDING_KINDS: readonly RuleKind[] = ['titleYears', 'earlierAward', 'collectiveShare'];
/** Kinds about the whole list, not one line of it. */
export const QUOTA_KINDS: readonly RuleKind[] = ['quotaPercent', 'quotaCount'];
const OF_PEOPLE: readonly RuleKind[] = ['absence', 'service', 'discipline'];

export interface Rule {
  readonly id: number;
  readonly kind: RuleKind;
  readonly enabled: boolean;
  readonly threshold: number | null;
  readonly yearEnd: (typeof YEAR_ENDS)[number];
  readonly base: (typeof QUOTA_BASES)[number];
  readonly needs: readonly string[];
  readonly forms: readonly string[];
  readonly levels: readonly AwardLevel[];
  readonly recipients: readonly RecipientKind[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The award somebody is considered for. */
export interface Consideration {
  readonly decisionId: number | null;
  readonly formCode: string;
  readonly formKind: (typeof FORM_KINDS)[number];
  readonly theme: string | null;
  readonly level: AwardLevel;
  readonly awardYear: number;
  /** Day of the decision, or today while it has none. */
  readonly day: string;
  /** It sums up a movement. */
  readonly sumsUp: boolean;
}

export interface KnownAward {
  readonly decisionId: number;
  readonly formCode: string;
  readonly formKind: (typeof FORM_KINDS)[number];
  readonly theme: string | null;
  readonly level: AwardLevel;
  readonly awardYear: number;
  readonly lastDay: string;
  readonly label: string;
  readonly issued: boolean;
  readonly sumsUp: boolean;
}

/** A record behind a finding; `days` only of an absence. */
export interface RecordBehind {
  readonly kind: 'decision' | 'absence' | 'discipline' | 'member' | 'movement' | 'hold' | 'registration';
  readonly id: number;
  readonly memberId: number | null;
  /** Data as written, or the code of a kind of absence or form of discipline. */
  readonly label: string | null;
  readonly on: string | null;
  readonly until: string | null;
  readonly days: number | null;
}

/** What the records say of one who is considered. */
export interface Candidate {
  readonly kind: RecipientKind;
  readonly memberId: number | null;
  readonly orgUnitId: number | null;
  readonly awards: readonly KnownAward[];
  readonly hireDate: string | null;
  readonly absences: readonly RecordBehind[];
  readonly disciplines: readonly RecordBehind[];
  readonly registrations: readonly RecordBehind[];
  readonly holds: readonly RecordBehind[];
  /** Members of a collective on the day, and their awards. */
  readonly people: readonly { readonly memberId: number; readonly awards: readonly KnownAward[] }[];
}

/** What is known of the store as a whole for the year considered. */
export interface Store {
  /** Decisions recorded as numbers, without names. */
  readonly nameless: readonly KnownAward[];
  readonly anyAbsence: boolean;
  readonly anyRegistration: Readonly<Record<'person' | 'unit', boolean>>;
}

export const VERDICTS = ['met', 'missing', 'unknown'] as const;
/** Why something is not known. */
export const UNKNOWNS = ['notMember', 'noDate', 'noRecords', 'nameless', 'noTitle', 'noFigure'] as const;
export interface Finding {
  readonly verdict: (typeof VERDICTS)[number];
  readonly why: (typeof UNKNOWNS)[number] | null;
  readonly figure: number | null;
  /** What the figure is part of. */
  readonly of: number | null;
  readonly records: readonly RecordBehind[];
}

const found = (
  verdict: Finding['verdict'],
  figure: number | null,
  records: readonly RecordBehind[] = [],
  of: number | null = null,
): Finding => ({ verdict, why: null, figure, of, records });
const unknown = (why: NonNullable<Finding['why']>, records: readonly RecordBehind[] = []): Finding => ({
  verdict: 'unknown',
  why,
  figure: null,
  of: null,
  records,
});

export const decisionRecord = (
  award: Pick<KnownAward, 'decisionId' | 'label' | 'lastDay'>,
): RecordBehind => ({
  kind: 'decision',
  id: award.decisionId,
  memberId: null,
  label: award.label,
  on: award.lastDay,
  until: null,
  days: null,
});

/** True on the days a rule holds; a partial day counts for all it may mean. */
export const inForce = (rule: Pick<Rule, 'validFrom' | 'validTo'>, day: string): boolean =>
  (rule.validFrom === null || dateBounds(rule.validFrom).first <= day) &&
  (rule.validTo === null || day <= dateBounds(rule.validTo).last);

const listed = <T>(list: readonly T[], one: T) => list.length === 0 || list.includes(one);

/** Whether a rule is to be asked of somebody considered for an award. */
export function applies(rule: Rule, of: Consideration, kind: RecipientKind): boolean {
  if (!rule.enabled || !inForce(rule, of.day) || !listed(rule.forms, of.formCode)) return false;
  if (!listed(rule.levels, of.level) || !listed(rule.recipients, kind)) return false;
  if (kind === 'collective') return !OF_PEOPLE.includes(rule.kind);
  return rule.kind !== 'collectiveShare';
}

/** Whole months from one full date to another; below 0 when it lies ahead. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from);
  const whole =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return addMonths(from, whole) > to ? whole - 1 : whole;
}

/** The last day that counts: of the decision, and not after the year of the award. */
export const lastDayOf = (of: Pick<Consideration, 'day' | 'awardYear'>): string => {
  const end = `${of.awardYear}-12-31`;
  return of.day < end ? of.day : end;
};

type Judge = (rule: Rule, of: Consideration, who: Candidate, store: Store) => Finding;
const subject = (who: Candidate) => (who.kind === 'collective' ? who.orgUnitId : who.memberId);

const titleYears: Judge = (rule, of, who, store) => {
  if (rule.needs.length === 0) return unknown('noTitle');
  if (subject(who) === null) return unknown('notMember');
  const wanted = rule.threshold ?? 1;
  const have = who.awards.filter((award) => award.issued && rule.needs.includes(award.formCode));
  const run = (end: number): KnownAward[] => {
    const years: KnownAward[] = [];
    for (let year = end; ; year--) {
      const one = have.find((award) => award.awardYear === year);
      if (!one) return years;
      years.push(one);
    }
  };
  const ends = { same: [of.awardYear], before: [of.awardYear - 1], either: [of.awardYear, of.awardYear - 1] }[
    rule.yearEnd
  ];
  const best = ends.map(run).sort((a, b) => b.length - a.length)[0] ?? [];
  const records = best.map(decisionRecord);
  if (best.length >= wanted) return found('met', best.length, records);
  const years = ends.flatMap((end) => Array.from({ length: wanted }, (_, i) => end - i));
  const blank = store.nameless.filter(
    (award) => rule.needs.includes(award.formCode) && years.includes(award.awardYear),
  );
  if (blank.length > 0) return unknown('nameless', blank.map(decisionRecord));
  return found('missing', best.length, records);
};

const earlierAward: Judge = (rule, of, who, store) => {
  if (rule.needs.length === 0) return unknown('noTitle');
  if (subject(who) === null) return unknown('notMember');
  const before = (award: KnownAward) =>
    award.issued &&
    rule.needs.includes(award.formCode) &&
    award.lastDay < of.day &&
    award.decisionId !== of.decisionId;
  const have = who.awards.filter(before);
  const records = have.map(decisionRecord);
  if (have.length >= (rule.threshold ?? 1)) return found('met', have.length, records);
  const blank = store.nameless.filter(before);
  if (blank.length > 0) return unknown('nameless', blank.map(decisionRecord));
  return found('missing', have.length, records);
};

const absence: Judge = (rule, _of, who, store) => {
  if (who.memberId === null) return unknown('notMember');
  const days = who.absences.reduce((sum, one) => sum + (one.days ?? 0), 0);
  if (who.absences.length === 0 && !store.anyAbsence) return unknown('noRecords');
  return found(days >= (rule.threshold ?? 1) ? 'missing' : 'met', days, who.absences);
};

const service: Judge = (rule, of, who) => {
  if (who.memberId === null) return unknown('notMember');
  const record: RecordBehind = {
    ...{ kind: 'member', id: who.memberId, memberId: who.memberId },
    ...{ label: null, on: who.hireDate, until: null, days: null },
  };
  if (who.hireDate === null) return unknown('noDate', [record]);
  const { first, last } = dateBounds(who.hireDate);
  const until = lastDayOf(of);
  const [least, most] = [monthsBetween(last, until), monthsBetween(first, until)];
  const wanted = rule.threshold ?? 0;
  if (least >= wanted) return found('met', least, [record]);
  return most < wanted ? found('missing', Math.max(0, most), [record]) : unknown('noDate', [record]);
};

const discipline: Judge = (_rule, of, who) => {
  if (who.memberId === null) return unknown('notMember');
  const [from, to] = [`${of.awardYear}-01-01`, lastDayOf(of)];
  const counted = who.disciplines.filter(({ on, until }) => {
    const { first, last } = dateBounds(on ?? from);
    return first <= to && (until === null ? last : until) >= from;
  });
  return found(counted.length > 0 ? 'missing' : 'met', counted.length, counted);
};

const registered: Judge = (_rule, _of, who, store) => {
  if (subject(who) === null) return unknown('notMember');
  if (who.registrations.length > 0) return found('met', who.registrations.length, who.registrations);
  return store.anyRegistration[who.kind === 'collective' ? 'unit' : 'person']
    ? found('missing', 0)
    : unknown('noRecords');
};

const investigation: Judge = (_rule, of, who) => {
  if (subject(who) === null) return unknown('notMember');
  const held = who.holds.filter(({ on, until }) => (on ?? '') <= of.day && (until ?? '9999') >= of.day);
  return found(held.length > 0 ? 'missing' : 'met', held.length, held);
};

const allRound = (award: { formKind: string; theme: string | null }) =>
  award.formKind === 'form' && award.theme === null;
const thematic = (award: { formKind: string; theme: string | null }) => award.formKind === 'theme';

const sameLevel: Judge = (_rule, of, who) => {
  if (subject(who) === null) return unknown('notMember');
  if (of.sumsUp || !(allRound(of) || thematic(of))) return found('met', 0);
  const against = who.awards.filter(
    (award) =>
      award.decisionId !== of.decisionId &&
      award.level === of.level &&
      award.awardYear === of.awardYear &&
      !award.sumsUp &&
      (allRound(of) ? thematic(award) : allRound(award)),
  );
  return found(against.length > 0 ? 'missing' : 'met', against.length, against.map(decisionRecord));
};

const collectiveShare: Judge = (rule, of, who, store) => {
  if (rule.needs.length === 0) return unknown('noTitle');
  if (who.orgUnitId === null) return unknown('notMember');
  if (who.people.length === 0) return unknown('noRecords');
  const titles = who.people.flatMap(({ awards }) => {
    const one = awards.find(
      (award) => award.issued && rule.needs.includes(award.formCode) && award.awardYear === of.awardYear,
    );
    return one ? [one] : [];
  });
  const records = [...new Map(titles.map((award) => [award.decisionId, decisionRecord(award)])).values()];
  if (titles.length * 100 >= (rule.threshold ?? 0) * who.people.length)
    return found('met', titles.length, records, who.people.length);
  const blank = store.nameless.filter(
    (award) => rule.needs.includes(award.formCode) && award.awardYear === of.awardYear,
  );
  if (blank.length > 0) return unknown('nameless', blank.map(decisionRecord));
  return found('missing', titles.length, records, who.people.length);
};

const JUDGES: Partial<Record<RuleKind, Judge>> = {
  titleYears,
  earlierAward,
  absence,
  service,
  discipline,
  registered,
  investigation,
  sameLevel,
  collectiveShare,
};

/** What one rule says of one who is considered; null for a rule about the whole list. */
export const judge = (rule: Rule, of: Consideration, who: Candidate, store: Store): Finding | null =>
  JUDGES[rule.kind]?.(rule, of, who, store) ?? null;

/** How many may be named: a share of the base, rounded down, or a plain number. */
export const quotaOf = (rule: Pick<Rule, 'kind' | 'threshold'>, base: number): number =>
  rule.kind === 'quotaCount' ? (rule.threshold ?? 0) : Math.floor((base * (rule.threshold ?? 0)) / 100);

/** What a quota says of a list; null figures are not known. */
export function judgeQuota(
  rule: Pick<Rule, 'kind' | 'threshold'>,
  named: number | null,
  base: number | null,
  records: readonly RecordBehind[],
): Finding {
  if (named === null || (rule.kind === 'quotaPercent' && base === null)) return unknown('noFigure', records);
  const most = quotaOf(rule, base ?? 0);
  return found(named <= most ? 'met' : 'missing', named, records, most);
}
