/** The lines of a list: people chosen, put in order, changed, taken off, and what each received. */
import { AppError } from '../../../shared/contract/errors';
import type { GiftCategory } from '../../../shared/domain/welfare';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { householdsOf } from '../members/family/service';
import { asOfSource } from '../members/history/service';
import { requireOn } from '../members/privacy/service';
import { membersHandlers } from '../members/service';
import * as lines from './linesRepository';
import { blankLine, liveCampaign, openList, toLine, unsettled, worthOf } from './record';
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
  already: number;
  household: number;
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
  return {
    found: people.length,
    already: people.length - fresh.length,
    household: fresh.length - kept.size,
    lines: fresh
      .filter((person) => kept.has(person.id))
      .map((person) => ({
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

function preview(input: ParsedInputOf<'welfare.preview'>, ctx: Ctx): OutputOf<'welfare.preview'> {
  const choice = chooseMembers(ctx, liveCampaign(ctx, input.id), input);
  return {
    found: choice.found,
    already: choice.already,
    household: choice.household,
    toAdd: choice.lines.length,
    total: choice.lines.reduce((sum, line) => sum + line.cash + line.kind_value, 0),
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
  return { added: ids.length, already: choice.already, household: choice.household, ids };
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

function recipients(input: ParsedInputOf<'welfare.recipients'>, ctx: Ctx): OutputOf<'welfare.recipients'> {
  if (!repo.campaignById(ctx.db, input.id)) throw new AppError('NOT_FOUND');
  const conditions: lines.LineConditions = {
    words: fold(input.search).split(' ').filter(Boolean),
    category: input.category,
    received: input.received,
    departmentIds: input.departmentIds,
    ids: input.ids,
  };
  return {
    total: lines.countLines(ctx.db, input.id, conditions),
    rows: lines.listLines(ctx.db, input.id, conditions, input).map(toLine),
  };
}

function liveLine(ctx: Ctx, id: number): lines.LineRecord {
  const row = lines.lineById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

const lineFields = (r: lines.LineRecord) => ({
  name: r.name,
  birthYear: r.birth_year,
  address: r.address,
  relation: r.relation,
  category: r.category,
  cash: r.cash,
  kindText: r.kind_text,
  kindValue: r.kind_value,
  note: r.note,
});

function update(
  input: ParsedInputOf<'welfare.updateRecipient'>,
  ctx: Ctx,
): OutputOf<'welfare.updateRecipient'> {
  const { id, version, ...fields } = input;
  const row = liveLine(ctx, id);
  openList(ctx, row.campaign_id);
  const outsider = row.member_id === null && row.child_id === null && row.org_unit_id === null;
  const who = outsider
    ? { ...blankLine(fields.name), birth_year: fields.birthYear }
    : { name: row.name, name_key: row.name_key, sort_key: row.sort_key, birth_year: row.birth_year };
  const saved = lines.updateLine(ctx.db, {
    id,
    version,
    name: who.name,
    name_key: who.name_key,
    sort_key: who.sort_key,
    birth_year: who.birth_year,
    address: fields.address,
    relation: fields.relation,
    category: fields.category,
    cash: fields.cash,
    kind_text: fields.kindText,
    kind_value: fields.kindValue,
    note: fields.note,
  });
  if (!saved) throw new AppError('VERSION_CONFLICT');
  const before = lineFields(row);
  recordChange(ctx, { entity: 'welfare_recipient', entityId: id, action: 'update', before, after: fields });
  ctx.undo('welfare.updateRecipient', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

type Worth = ParsedInputOf<'welfare.setWorth'>['rows'][number];

function writeWorths(ctx: Ctx, rows: readonly Worth[]): OutputOf<'welfare.setWorth'> {
  const before = lines.linesById(
    ctx.db,
    rows.map((row) => row.id),
  );
  if (before.length !== rows.length) throw new AppError('NOT_FOUND');
  for (const id of new Set(before.map((row) => row.campaign_id))) openList(ctx, id);
  for (const [at, row] of rows.entries()) {
    const old = before[at]!;
    lines.setWorth(ctx.db, {
      id: row.id,
      category: row.category,
      cash: row.cash,
      kind_text: row.kindText,
      kind_value: row.kindValue,
    });
    const { category, cash, kindText, kindValue } = lineFields(old);
    recordChange(ctx, {
      entity: 'welfare_recipient',
      entityId: row.id,
      action: 'update',
      before: { category, cash, kindText, kindValue },
      after: { category: row.category, cash: row.cash, kindText: row.kindText, kindValue: row.kindValue },
    });
  }
  ctx.undo('welfare.setWorth', {
    rows: before.map((row) => {
      const { category, cash, kindText, kindValue } = lineFields(row);
      return { id: row.id, category, cash, kindText, kindValue };
    }),
  });
  return { count: rows.length };
}

/** Lines worth something else than planned for their category, and what they should be. */
export function offPlan(ctx: Ctx, campaignId: number): Worth[] {
  const values = repo.valuesOf(ctx.db, campaignId);
  if (values.length === 0) return [];
  return lines.allLines(ctx.db, campaignId).flatMap((line) => {
    const { category, cash, kind_text, kind_value } = worthOf(values, line.category);
    const same = cash === line.cash && kind_text === line.kind_text && kind_value === line.kind_value;
    return same ? [] : [{ id: line.id, category, cash, kindText: kind_text, kindValue: kind_value }];
  });
}

function applyValues(input: ParsedInputOf<'welfare.applyValues'>, ctx: Ctx): OutputOf<'welfare.applyValues'> {
  openList(ctx, input.id);
  const rows = offPlan(ctx, input.id);
  return rows.length === 0 ? { count: 0 } : writeWorths(ctx, rows);
}

function moveLines(ctx: Ctx, ids: readonly number[], at: string | null): number {
  const rows = lines.linesById(ctx.db, ids);
  if (rows.length !== ids.length) throw new AppError('NOT_FOUND');
  for (const id of new Set(rows.map((row) => row.campaign_id))) openList(ctx, id);
  let count = 0;
  for (const row of rows) {
    if (!lines.setLineDeleted(ctx.db, row.id, at)) continue;
    count++;
    recordChange(ctx, {
      entity: 'welfare_recipient',
      entityId: row.id,
      action: at === null ? 'restore' : 'trash',
      ...(at === null ? {} : { before: lineFields(row) }),
    });
  }
  return count;
}

function remove(
  input: ParsedInputOf<'welfare.removeRecipients'>,
  ctx: Ctx,
): OutputOf<'welfare.removeRecipients'> {
  const count = moveLines(ctx, input.ids, ctx.now());
  ctx.undo('welfare.restoreRecipients', { ids: input.ids });
  return { count };
}

function putBack(
  input: ParsedInputOf<'welfare.restoreRecipients'>,
  ctx: Ctx,
): OutputOf<'welfare.restoreRecipients'> {
  const count = moveLines(ctx, input.ids, null);
  ctx.undo('welfare.removeRecipients', { ids: input.ids });
  return { count };
}

function arrange(input: ParsedInputOf<'welfare.arrange'>, ctx: Ctx): OutputOf<'welfare.arrange'> {
  openList(ctx, input.id);
  const before = lines.allLines(ctx.db, input.id).map((line) => line.id);
  const known = new Set(before);
  const asked =
    input.by === null ? input.ids.filter((id) => known.delete(id)) : lines.idsBy(ctx.db, input.id, input.by);
  const after = input.by === null ? [...asked, ...before.filter((id) => known.has(id))] : asked;
  for (const [at, id] of after.entries()) lines.setOrdinal(ctx.db, id, at + 1);
  recordChange(ctx, {
    entity: 'welfare_campaign',
    entityId: input.id,
    action: 'update',
    after: { order: input.by ?? 'own' },
  });
  ctx.undo('welfare.arrange', { id: input.id, by: null, ids: before });
  return { count: after.length };
}

type Receipt = ParsedInputOf<'welfare.setReceipts'>['rows'][number];

function writeReceipts(ctx: Ctx, rows: readonly Receipt[]): { count: number } {
  const before = rows.map((row) => liveLine(ctx, row.id));
  for (const id of new Set(before.map((row) => row.campaign_id))) unsettled(ctx, id);
  for (const [at, row] of rows.entries()) {
    const old = before[at]!;
    lines.setReceipt(ctx.db, row.id, row.receivedOn, row.receivedBy);
    recordChange(ctx, {
      entity: 'welfare_recipient',
      entityId: row.id,
      action: 'update',
      before: { receivedOn: old.received_on, receivedBy: old.received_by },
      after: { receivedOn: row.receivedOn, receivedBy: row.receivedOn === null ? null : row.receivedBy },
    });
  }
  if (rows.length > 0)
    ctx.undo('welfare.setReceipts', {
      rows: before.map((row) => ({ id: row.id, receivedOn: row.received_on, receivedBy: row.received_by })),
    });
  return { count: rows.length };
}

function receive(input: ParsedInputOf<'welfare.receive'>, ctx: Ctx): OutputOf<'welfare.receive'> {
  unsettled(ctx, input.id);
  const all = lines.allLines(ctx.db, input.id);
  const wanted = input.recipientIds === null ? null : new Set(input.recipientIds);
  const meant = all.filter((line) =>
    wanted ? wanted.has(line.id) : (line.received_on === null) === (input.receivedOn !== null),
  );
  if (wanted && meant.length !== wanted.size) throw new AppError('NOT_FOUND');
  return writeReceipts(
    ctx,
    meant.map((line) => ({ id: line.id, receivedOn: input.receivedOn, receivedBy: input.receivedBy })),
  );
}

export const lineHandlers = {
  'welfare.recipients': recipients,
  'welfare.preview': preview,
  'welfare.addMembers': addMembers,
  'welfare.addChildren': addChildren,
  'welfare.addUnits': addUnits,
  'welfare.addOutsiders': addOutsiders,
  'welfare.updateRecipient': update,
  'welfare.setWorth': (input: ParsedInputOf<'welfare.setWorth'>, ctx: Ctx) => writeWorths(ctx, input.rows),
  'welfare.applyValues': applyValues,
  'welfare.removeRecipients': remove,
  'welfare.restoreRecipients': putBack,
  'welfare.arrange': arrange,
  'welfare.receive': receive,
  'welfare.setReceipts': (input: ParsedInputOf<'welfare.setReceipts'>, ctx: Ctx) =>
    writeReceipts(ctx, input.rows),
};
