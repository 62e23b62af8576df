/** What the rules say of a list: the facts are read for all at once, then judged one by one; the records stay beside them. */
import type { z } from 'zod';
import type { checkOutput } from '../../../shared/contract/awardRules';
import { AppError } from '../../../shared/contract/errors';
import {
  applies,
  type Candidate,
  type Consideration,
  decisionRecord,
  type Finding,
  judge,
  judgeQuota,
  type KnownAward,
  lastDayOf,
  QUOTA_KINDS,
  type RecordBehind,
  type Rule,
  type Store,
} from '../../../shared/domain/awardRules';
import { RECIPIENT_KINDS, type RecipientKind } from '../../../shared/domain/awards';
import type { Ctx } from '../../ipc/context';
import { asOfSource, daysWithin, shownSides } from '../members/history/service';
import { announcedHolidays } from '../settings/holidays/service';
import { formById } from './formsRepository';
import * as awards from './repository';
import * as facts from './rulesFactsRepository';
import * as repo from './rulesRepository';

type Output = z.output<typeof checkOutput>;
type Line = Output['general'][number];
type Described = Rule & Pick<Line, 'name' | 'nameEn' | 'mark' | 'source'>;

/** Somebody on a list, and the award considered. */
export interface Subject {
  readonly uid: string;
  readonly id: number;
  readonly kind: RecipientKind;
  readonly name: string;
  readonly unitName: string | null;
  readonly memberId: number | null;
  readonly orgUnitId: number | null;
  readonly of: Consideration;
}

const known = (row: facts.AwardFactRow): KnownAward => ({
  ...row,
  issued: row.status === 'issued',
  sumsUp: row.movementId !== null,
});

/** Values under keys, in the order they came. */
function grouped<T>(rows: readonly T[], keysOf: (row: T) => readonly (string | null)[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows)
    for (const key of keysOf(row)) if (key !== null) groups.set(key, [...(groups.get(key) ?? []), row]);
  return groups;
}
const person = (id: number | null) => (id === null ? null : `m${id}`);
const unit = (id: number | null) => (id === null ? null : `u${id}`);
const keyOf = (who: Pick<Subject, 'kind' | 'memberId' | 'orgUnitId'>) =>
  (who.kind === 'collective' ? unit(who.orgUnitId) : person(who.memberId)) ?? '';

/** Days away in the year of an award, each absence with its share. */
function absencesBehind(ctx: Ctx, members: readonly number[], from: string, to: string) {
  const announced = announcedHolidays(ctx.db);
  const rows = facts.absencesIn(ctx.db, members, { from, to });
  return grouped(
    rows.map((row) => ({
      ...{ kind: 'absence' as const, id: row.id, memberId: row.memberId, label: row.kind },
      ...{ on: row.fromDate, until: row.toDate, days: daysWithin(row, from, to, announced) },
    })),
    (row) => [person(row.memberId)],
  );
}

const disciplinesBehind = (ctx: Ctx, members: readonly number[]) =>
  grouped(
    facts.disciplinesOfAll(ctx.db, members, shownSides(ctx)).map((row) => ({
      ...{ kind: 'discipline' as const, id: row.id, memberId: row.memberId, label: row.form },
      ...{ on: row.onDate, until: row.effectUntil, days: null },
    })),
    (row) => [person(row.memberId)],
  );

/** Registrations of a year, of the movements and of the rounds. */
function registrationsBehind(ctx: Ctx, year: number): Map<string, RecordBehind[]> {
  const behind = ({ kind, id, memberId, label, registeredOn }: facts.RegistrationRow): RecordBehind => ({
    ...{ kind, id, memberId, label, on: registeredOn, until: null, days: null },
  });
  const rows = grouped(facts.registrationsIn(ctx.db, year), (row) => [
    row.memberId === null ? unit(row.orgUnitId) : person(row.memberId),
  ]);
  return new Map([...rows].map(([key, list]) => [key, list.map(behind)]));
}

function holdsBehind(ctx: Ctx): Map<string, RecordBehind[]> {
  const behind = (row: repo.HoldRecord): RecordBehind => ({
    ...{ kind: 'hold', id: row.id, memberId: row.member_id, label: row.reason },
    ...{ on: row.from_on, until: row.until_on, days: null },
  });
  const rows = grouped(repo.holds(ctx.db), (row) => [person(row.member_id), unit(row.org_unit_id)]);
  return new Map([...rows].map(([key, list]) => [key, list.map(behind)]));
}

/** The people of every collective that a rule asks about. */
function peopleOf(ctx: Ctx, subjects: readonly Subject[], wanted: boolean): Map<number, number[]> {
  const units = new Map<number, number[]>();
  if (!wanted) return units;
  for (const { kind, orgUnitId, of } of subjects)
    if (kind === 'collective' && orgUnitId !== null && !units.has(orgUnitId))
      units.set(orgUnitId, facts.membersOfUnit(ctx.db, asOfSource(lastDayOf(of)), orgUnitId));
  return units;
}

const ids = (values: readonly (number | null)[]) => [...new Set(values.filter((value) => value !== null))];

/** The facts of everybody on a list of one award year. */
function candidates(
  ctx: Ctx,
  subjects: readonly Subject[],
  rules: readonly Rule[],
  period: { from: string; to: string },
): Map<string, Candidate> {
  const people = peopleOf(
    ctx,
    subjects,
    rules.some((rule) => rule.kind === 'collectiveShare'),
  );
  const members = ids(subjects.map((one) => one.memberId));
  const units = ids(subjects.map((one) => one.orgUnitId));
  const everybody = ids([...members, ...[...people.values()].flat()]);
  const given = grouped(
    facts.awardsOfAll(ctx.db, everybody, units).map((row) => ({ row, award: known(row) })),
    ({ row }) => [
      person(row.memberId),
      person(row.spouseId),
      row.memberId === null ? unit(row.orgUnitId) : null,
    ],
  );
  const awardsOf = (key: string) => (given.get(key) ?? []).map(({ award }) => award);
  const hired = new Map(facts.hireDates(ctx.db, members).map((row) => [row.id, row.hireDate]));
  const away = absencesBehind(ctx, members, period.from, period.to);
  const disciplines = disciplinesBehind(ctx, members);
  const registered = registrationsBehind(ctx, Number(period.from.slice(0, 4)));
  const department = new Map(
    facts.departmentsOf(ctx.db, units).map((row) => [unit(row.id), unit(row.departmentId)]),
  );
  const held = holdsBehind(ctx);
  return new Map(
    subjects.map((who) => {
      const key = keyOf(who);
      return [
        who.uid,
        {
          ...{ kind: who.kind, memberId: who.memberId, orgUnitId: who.orgUnitId },
          awards: awardsOf(key),
          hireDate: who.memberId === null ? null : (hired.get(who.memberId) ?? null),
          absences: away.get(key) ?? [],
          disciplines: disciplines.get(key) ?? [],
          registrations: registered.get(key) ?? registered.get(department.get(key) ?? '') ?? [],
          holds: held.get(key) ?? [],
          people: (people.get(who.orgUnitId ?? 0) ?? []).map((memberId) => ({
            memberId,
            awards: awardsOf(`m${memberId}`),
          })),
        },
      ] as const;
    }),
  );
}

function storeOf(ctx: Ctx, year: number, period: { from: string; to: string }): Store {
  const rows = facts.registrationsIn(ctx.db, year);
  return {
    nameless: facts.namelessDecisions(ctx.db).map(known),
    anyAbsence: facts.anyAbsenceIn(ctx.db, period),
    anyRegistration: {
      person: rows.some((row) => row.memberId !== null),
      unit: rows.some((row) => row.memberId === null),
    },
  };
}

const lineOf = (rule: Described, finding: Finding, override: Line['override']): Line => ({
  ...{
    ruleId: rule.id,
    kind: rule.kind,
    name: rule.name,
    nameEn: rule.nameEn,
    mark: rule.mark,
    source: rule.source,
  },
  threshold: rule.threshold,
  ...finding,
  records: [...finding.records],
  override,
});

/** Quotas of a form and year: everybody named by live decisions and still proposed, against the base of the day. */
function quotaLine(ctx: Ctx, rule: Described, of: Consideration, proposed: readonly Subject[] = []): Line {
  const kinds = rule.recipients.length > 0 ? rule.recipients : RECIPIENT_KINDS;
  const sum = (rows: readonly { named: number | null }[]) =>
    rows.some((row) => row.named === null) ? null : rows.reduce((all, row) => all + (row.named ?? 0), 0);
  const rows = facts.namedInYear(ctx.db, [of.formCode], of.awardYear, kinds, {
    level: of.level,
    issuedOnly: false,
  });
  const waiting = proposed.filter(
    (who) => who.of.formCode === of.formCode && kinds.includes(who.kind),
  ).length;
  const named = sum([...rows, { named: waiting }]);
  const records = rows.map(({ decisionId, label, lastDay }) =>
    decisionRecord({ decisionId, label, lastDay }),
  );
  return lineOf(rule, judgeQuota(rule, named, baseOf(ctx, rule, of, sum), records), null);
}

type Sum = (rows: readonly { named: number | null }[]) => number | null;
function baseOf(ctx: Ctx, rule: Described, of: Consideration, sum: Sum): number | null {
  if (rule.kind === 'quotaCount') return null;
  if (rule.base === 'members') return facts.activeOn(ctx.db, asOfSource(lastDayOf(of)));
  if (rule.needs.length === 0) return null;
  return sum(
    facts.namedInYear(ctx.db, rule.needs, of.awardYear, ['individual'], { level: null, issuedOnly: true }),
  );
}

const stateOf = (lines: readonly Line[]): Output['rows'][number]['state'] => {
  if (lines.some((line) => line.verdict === 'missing' && line.override === null)) return 'look';
  if (lines.some((line) => line.verdict === 'unknown' && line.override === null)) return 'unknown';
  return lines.some((line) => line.override !== null) ? 'overridden' : 'met';
};

/** What the rules say of everybody on a list; all are considered for one year. */
export function checkSubjects(
  ctx: Ctx,
  subjects: readonly Subject[],
  rules: readonly Described[],
): Output['rows'] {
  const year = subjects[0]?.of.awardYear;
  if (year === undefined) return [];
  const asked = rules.filter((rule) => subjects.some((who) => applies(rule, who.of, who.kind)));
  const until = subjects
    .map((who) => lastDayOf(who.of))
    .sort()
    .at(-1)!;
  const period = { from: `${year}-01-01`, to: until };
  const who = candidates(ctx, subjects, asked, period);
  const store = storeOf(ctx, year, period);
  const past = grouped(
    repo.overridesOf(
      ctx.db,
      subjects.map((one) => one.uid),
    ),
    (row) => [row.of_uid],
  );
  return subjects.map(({ of, ...one }) => {
    const lines = asked.flatMap((rule) => {
      const finding = applies(rule, of, one.kind) ? judge(rule, of, who.get(one.uid)!, store) : null;
      if (finding === null) return [];
      const row = past.get(one.uid)?.find((each) => each.rule_id === rule.id);
      const override = row
        ? { id: row.id, reason: row.reason, decidedBy: row.decided_by, decidedOn: row.decided_on }
        : null;
      return lineOf(rule, finding, override);
    });
    return { ...one, state: stateOf(lines), lines };
  });
}

/** Findings of a list put together, with the quotas of every form on it. */
function findings(
  ctx: Ctx,
  day: string,
  subjects: readonly Subject[],
  rules: readonly Described[],
  waiting: readonly Subject[],
): Output {
  const forms = new Map(subjects.map((who) => [who.of.formCode, who.of]));
  const general = [...forms.values()].flatMap((of) =>
    rules
      .filter((rule) => QUOTA_KINDS.includes(rule.kind))
      .filter((rule) =>
        subjects.some((who) => who.of.formCode === of.formCode && applies(rule, of, who.kind)),
      )
      .map((rule) => quotaLine(ctx, rule, of, waiting)),
  );
  const rows = checkSubjects(ctx, subjects, rules);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const asked = [...general, ...rows.flatMap((row) => row.lines)].map((line) => line.ruleId);
  return {
    ...{ day, rules: new Set(asked).size, general, rows },
    ...{ look: count('look'), unknown: count('unknown'), overridden: count('overridden') },
  };
}

/** The list of a decision; an issued one is judged as of its own day. */
export function check(ctx: Ctx, decisionId: number, rules: readonly Described[]): Output {
  const d = awards.decisionById(ctx.db, decisionId);
  const form = d && formById(ctx.db, d.form_id);
  if (!d || !form || d.deleted_at !== null) throw new AppError('NOT_FOUND');
  const of: Consideration = {
    ...{ decisionId, formCode: form.code, formKind: form.kind, theme: form.theme, level: d.level },
    ...{ awardYear: d.award_year, day: d.decided_on?.length === 10 ? d.decided_on : ctx.today() },
    sumsUp: d.movement_id !== null,
  };
  const subjects = awards.recipientsOf(ctx.db, decisionId).map((row) => ({
    ...{ uid: row.uid, id: row.id, kind: row.kind, name: row.name, unitName: row.unit_name },
    ...{ memberId: row.member_id, orgUnitId: row.org_unit_id },
    of: row.movement_id === null ? of : { ...of, sumsUp: true },
  }));
  return findings(ctx, of.day, subjects, rules, []);
}

/** The proposals of a round, each for its own form, as of today. */
export function checkRound(ctx: Ctx, roundId: number, rules: readonly Described[]): Output {
  const day = ctx.today();
  const rows = facts.proposalsOf(ctx.db, roundId);
  const subjects = rows.map(({ formCode, formKind, theme, level, awardYear, decisionId, ...who }) => ({
    ...who,
    of: { decisionId, formCode, formKind, theme, level, awardYear, day, sumsUp: false },
  }));
  const waiting = subjects.filter((who) => who.of.decisionId === null);
  return findings(ctx, day, subjects, rules, waiting);
}

/** What was decided past rules, a sentence each, for the minutes of the council. */
export const passedOver = (ctx: Ctx, uids: readonly string[]): string[] =>
  repo
    .passedOver(ctx.db, uids)
    .map(
      ({ name, rule, reason, decidedBy }) =>
        `Vẫn khen ${name}, dù chưa đạt “${rule}”: ${reason} (${decidedBy}).`,
    );
