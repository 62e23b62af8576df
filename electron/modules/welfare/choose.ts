/** Who is put on a list: members by filters, their children, departments, people from outside. */
import { CHOICE_WARNINGS } from '../../../shared/contract/welfareFields';
import type { GiftCategory } from '../../../shared/domain/welfare';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { householdsOf } from '../members/family/service';
import { asOfSource } from '../members/history/service';
import { requireOn } from '../members/privacy/service';
import { membersHandlers } from '../members/service';
import { givenElsewhere } from './boardRepository';
import * as lines from './linesRepository';
import { blankLine, liveCampaign, openList, worthOf } from './record';
import * as repo from './repository';

type Rule = GiftCategory | 'byHardship';
type Filter = ParsedInputOf<'welfare.addMembers'>['filter'];
type Placeless = Omit<lines.NewLine, 'ordinal'>;
type Added = OutputOf<'welfare.addMembers'>;

/** The register as it stands on a day, for SQL. */
export const registerOn = (ctx: Ctx, day: string): string =>
  day === ctx.today() ? 'member_live' : asOfSource(day);

/** Ids of the members a filter finds on a day. Errors: FIELD_OFF. */
export const chosenOn = (ctx: Ctx, filter: Filter, day: string): number[] =>
  membersHandlers['members.ids']({ ...filter, asOf: day }, ctx).ids;

const categoryOf = (rule: Rule, hardship: lines.PersonOn['hardship']): GiftCategory =>
  rule !== 'byHardship' ? rule : hardship === 'hard' || hardship === 'very_hard' ? hardship : 'standard';

/** What a member's line shows: as the register stands on the day. */
export const snapshotOf = (person: lines.PersonOn) => ({
  name: person.full_name,
  name_key: person.name_key,
  sort_key: person.sort_key,
  birth_year: person.birth_date?.slice(0, 4) ?? null,
  department_id: person.department_id,
  department_name: person.department,
});

interface Choice {
  lines: Placeless[];
  found: number;
  already: readonly lines.PersonOn[];
  household: readonly lines.PersonOn[];
  kept: readonly lines.PersonOn[];
}

function chooseMembers(
  ctx: Ctx,
  campaign: repo.CampaignRecord,
  input: { filter: Filter; category: Rule; householdOnce?: boolean | null },
): Choice {
  if (input.category === 'byHardship') requireOn(ctx, ['hardship']);
  const day = campaign.on_date;
  const ids = chosenOn(ctx, input.filter, day);
  const onList = lines.allLines(ctx.db, campaign.id).flatMap((line) => line.member_id ?? []);
  const listed = new Set(onList);
  const people = lines.peopleOn(ctx.db, registerOn(ctx, day), day, ids);
  const fresh = people.filter((person) => !listed.has(person.id));
  const once = input.householdOnce ?? campaign.household_once === 1;
  const kept = once ? firstOfHouseholds(ctx, onList, fresh, day) : new Set(fresh.map(({ id }) => id));
  const values = repo.valuesOf(ctx.db, campaign.id);
  const added = fresh.filter((person) => kept.has(person.id));
  return {
    found: people.length,
    already: people.filter((person) => listed.has(person.id)),
    household: fresh.filter((person) => !kept.has(person.id)),
    kept: added,
    lines: added.map((person) => ({
      ...blankLine(person.full_name),
      ...snapshotOf(person),
      member_id: person.id,
      ...worthOf(values, categoryOf(input.category, person.hardship)),
    })),
  };
}

/** Of each household nobody of which is on the list, the first. */
function firstOfHouseholds(
  ctx: Ctx,
  onList: readonly number[],
  fresh: readonly lines.PersonOn[],
  day: string,
): Set<number> {
  const listed = new Set(onList);
  const households = householdsOf(ctx, [...onList, ...fresh.map(({ id }) => id)], day);
  return new Set(
    households.flatMap((household) => (household.some((id) => listed.has(id)) ? [] : household.slice(0, 1))),
  );
}

function place(ctx: Ctx, campaignId: number, rows: readonly Placeless[]): number[] {
  const first = lines.nextOrdinal(ctx.db, campaignId);
  const made = rows.map((row, at) => lines.insertLine(ctx.db, campaignId, { ...row, ordinal: first + at }));
  if (made.length > 0) {
    recordChange(ctx, {
      entity: 'welfare_campaign',
      entityId: campaignId,
      action: 'update',
      after: { added: rows.map((row) => row.name) },
    });
    ctx.undo('welfare.removeRecipients', { ids: made });
  }
  return made;
}

/** Names shown of each kind of warning. */
const NAMES = 8;

function preview(input: ParsedInputOf<'welfare.preview'>, ctx: Ctx): OutputOf<'welfare.preview'> {
  const campaign = liveCampaign(ctx, input.id);
  const choice = chooseMembers(ctx, campaign, input);
  const { kept } = choice;
  const given = new Set(
    givenElsewhere(
      ctx.db,
      campaign,
      kept.map(({ id }) => id),
    ),
  );
  const kinds = {
    already: choice.already,
    household: choice.household,
    other: kept.filter(({ id }) => given.has(id)),
    inactive: kept.filter(({ status }) => status !== 'active'),
  };
  return {
    found: choice.found,
    already: choice.already.length,
    household: choice.household.length,
    toAdd: choice.lines.length,
    total: choice.lines.reduce((sum, line) => sum + line.cash + line.kind_value, 0),
    warnings: CHOICE_WARNINGS.flatMap((kind) => {
      const names = kinds[kind].map((person) => person.full_name);
      return names.length === 0 ? [] : [{ kind, count: names.length, names: names.slice(0, NAMES) }];
    }),
  };
}

function addMembers(input: ParsedInputOf<'welfare.addMembers'>, ctx: Ctx): Added {
  const campaign = openList(ctx, input.id);
  const choice = chooseMembers(ctx, campaign, input);
  const ids = place(ctx, campaign.id, choice.lines);
  if (input.filter.ids === null && ids.length > 0) {
    const chosen = JSON.parse(campaign.chosen) as unknown[];
    repo.setChosen(ctx.db, campaign.id, JSON.stringify([...chosen, input.filter]));
  }
  return { added: ids.length, already: choice.already.length, household: choice.household.length, ids };
}

function addChildren(input: ParsedInputOf<'welfare.addChildren'>, ctx: Ctx): Added {
  const campaign = openList(ctx, input.id);
  const day = input.filter.day ?? campaign.on_date;
  const found = membersHandlers['members.children'](
    { ...input.filter, day, sort: 'department', descending: false, offset: 0, limit: 100_000 },
    ctx,
  ).rows;
  const listed = new Set(lines.allLines(ctx.db, campaign.id).flatMap((line) => line.child_id ?? []));
  const fresh = found.filter((child) => !listed.has(child.id));
  const worth = worthOf(repo.valuesOf(ctx.db, campaign.id), input.category);
  const parents = fresh.flatMap((child) => child.parents[0]?.id ?? []);
  const people = new Map(
    lines
      .peopleOn(ctx.db, registerOn(ctx, campaign.on_date), campaign.on_date, [...new Set(parents)])
      .map((person) => [person.id, person]),
  );
  const rows = fresh.map((child): Placeless => {
    const parent = people.get(child.parents[0]?.id ?? 0);
    return {
      ...blankLine(child.fullName),
      child_id: child.id,
      birth_year: child.birthDate?.slice(0, 4) ?? null,
      department_id: parent?.department_id ?? null,
      department_name: parent?.department ?? null,
      relation: `Con của ${child.parents.map(({ fullName }) => fullName).join(' – ')}`.slice(0, 150),
      ...worth,
    };
  });
  const ids = place(ctx, campaign.id, rows);
  return { added: ids.length, already: found.length - fresh.length, household: 0, ids };
}

function addUnits(input: ParsedInputOf<'welfare.addUnits'>, ctx: Ctx): Added {
  const campaign = openList(ctx, input.id);
  const listed = new Set(lines.allLines(ctx.db, campaign.id).flatMap((line) => line.org_unit_id ?? []));
  const found = lines.unitsNamed(ctx.db, input.orgUnitIds);
  const fresh = found.filter((unit) => !listed.has(unit.id));
  const worth = worthOf(repo.valuesOf(ctx.db, campaign.id), input.category);
  const rows = fresh.map(
    (unit): Placeless => ({
      ...blankLine(unit.name),
      org_unit_id: unit.id,
      department_name: unit.name,
      ...worth,
    }),
  );
  const ids = place(ctx, campaign.id, rows);
  return { added: ids.length, already: found.length - fresh.length, household: 0, ids };
}

function addOutsiders(input: ParsedInputOf<'welfare.addOutsiders'>, ctx: Ctx): Added {
  const campaign = openList(ctx, input.id);
  const values = repo.valuesOf(ctx.db, campaign.id);
  const rows = input.people.map(
    (person): Placeless => ({
      ...blankLine(person.name),
      birth_year: person.birthYear,
      address: person.address,
      relation: person.relation,
      note: person.note,
      ...worthOf(values, person.category),
    }),
  );
  const ids = place(ctx, campaign.id, rows);
  return { added: ids.length, already: 0, household: 0, ids };
}

export const chooseHandlers = {
  'welfare.preview': preview,
  'welfare.addMembers': addMembers,
  'welfare.addChildren': addChildren,
  'welfare.addUnits': addUnits,
  'welfare.addOutsiders': addOutsiders,
};
