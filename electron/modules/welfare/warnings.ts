/**
 * What to look at before a list is printed. A warning's key is made of the people it is about, so that it stays the
 * same while they do; one that stands with a reason is told, but no longer open.
 */
import { AppError } from '../../../shared/contract/errors';
import { addYears } from '../../../shared/domain/dateMath';
import { type GiftWarning, PASSED_YEARS } from '../../../shared/domain/welfare';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { householdsOf } from '../members/family/service';
import { groupState } from '../members/privacy/service';
import * as board from './boardRepository';
import { chosenOn, registerOn } from './choose';
import * as lines from './linesRepository';
import { liveCampaign, unsettled } from './record';
import type { CampaignRecord } from './repository';

type Row = OutputOf<'welfare.warnings'>['rows'][number];
type Found = Omit<Row, 'reason' | 'decidedBy' | 'decidedAt'>;
type Line = lines.NumberedLine;

const about = (kind: GiftWarning, key: string, of: readonly Line[], more: Partial<Found> = {}): Found => ({
  key: `${kind}:${key}`,
  kind,
  names: [...new Set(of.map((line) => line.name))],
  numbers: of.map((line) => line.number),
  recipientIds: of.map((line) => line.id),
  memberIds: [...new Set(of.flatMap((line) => line.member_id ?? []))],
  detail: null,
  otherId: null,
  ...more,
});

function twice(all: readonly Line[]): Found[] {
  const people = new Map<string, Line[]>();
  for (const line of all) people.set(line.person, [...(people.get(line.person) ?? []), line]);
  return [
    ...[...people].flatMap(([person, of]) => (of.length > 1 ? [about('twice', person, of)] : [])),
    ...namesakes(all),
  ];
}

/** One from outside written like a member or a child of the same list: the same name and year of birth. */
function namesakes(all: readonly Line[]): Found[] {
  const like = (line: Line) => `${line.name_key}|${line.birth_year}`;
  const known = new Map(
    all.filter((line) => line.member_id !== null || line.child_id !== null).map((line) => [like(line), line]),
  );
  return all.flatMap((line) => {
    const same = known.get(like(line));
    const outside = line.member_id === null && line.child_id === null && line.org_unit_id === null;
    return same && outside && line.birth_year !== null
      ? [about('twice', `${same.person}:${line.person}`, [same, line])]
      : [];
  });
}

function other(ctx: Ctx, campaign: CampaignRecord, all: readonly Line[]): Found[] {
  if (campaign.occasion === null) return [];
  const { id, occasion, year } = campaign;
  return board.elsewhere(ctx.db, { id, occasion, year }).map((row) =>
    about(
      'other',
      `${row.person}:${row.campaignId}`,
      all.filter((line) => line.person === row.person),
      { detail: row.campaign, otherId: row.campaignId },
    ),
  );
}

function households(ctx: Ctx, campaign: CampaignRecord, all: readonly Line[]): Found[] {
  if (campaign.household_once === 0) return [];
  const ids = [...new Set(all.flatMap((line) => line.member_id ?? []))];
  return householdsOf(ctx, ids, campaign.on_date).flatMap((household) => {
    if (household.length < 2) return [];
    const of = all.filter((line) => line.member_id !== null && household.includes(line.member_id));
    return [about('household', [...household].sort((a, b) => a - b).join('-'), of)];
  });
}

/** Active on the day, and in a department. */
function standing(ctx: Ctx, campaign: CampaignRecord, all: readonly Line[]): Found[] {
  const members = all.filter((line) => line.member_id !== null);
  const source = registerOn(ctx, campaign.on_date);
  const ids = members.map((line) => line.member_id!);
  const people = new Map(
    lines.peopleOn(ctx.db, source, campaign.on_date, ids).map((person) => [person.id, person]),
  );
  return members.flatMap((line): Found[] => {
    const person = people.get(line.member_id!);
    const key = `m${line.member_id}`;
    if (person?.status !== 'active')
      return [about('inactive', key, [line], { detail: person?.status ?? null })];
    return person.department_id === null ? [about('noDepartment', key, [line])] : [];
  });
}

/** Who the list is for: those in hardship, and whoever the filters it was made with find on the day. */
function meantFor(ctx: Ctx, campaign: CampaignRecord): number[] {
  const source = registerOn(ctx, campaign.on_date);
  const joined = addYears(campaign.on_date, -PASSED_YEARS);
  const poor = groupState(ctx).hardship ? board.inHardship(ctx.db, source, joined) : [];
  const filters = JSON.parse(campaign.chosen) as Parameters<typeof chosenOn>[1][];
  const chosen = filters.flatMap((filter) => {
    try {
      return chosenOn(ctx, filter, campaign.on_date);
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  });
  return [...new Set([...poor, ...board.joinedBy(ctx.db, chosen, joined)])];
}

/** People the list is for who got nothing at the occasion three years in a row and are not on it either. */
function passed(ctx: Ctx, campaign: CampaignRecord, all: readonly Line[]): Found[] {
  const { occasion, year } = campaign;
  if (occasion === null || !board.hadLists(ctx.db, occasion, year - PASSED_YEARS, year - 1)) return [];
  const had = new Set([
    ...board.givenAt(ctx.db, occasion, year - PASSED_YEARS, year),
    ...all.flatMap((line) => line.member_id ?? []),
  ]);
  const group = meantFor(ctx, campaign);
  const households =
    campaign.household_once === 1 ? householdsOf(ctx, [...group, ...had], campaign.on_date) : [];
  for (const household of households)
    if (household.some((id) => had.has(id))) for (const id of household) had.add(id);
  const missing = group.filter((id) => !had.has(id));
  return lines.peopleOn(ctx.db, registerOn(ctx, campaign.on_date), campaign.on_date, missing).map((person) =>
    about('passed', `m${person.id}`, [], {
      names: [person.full_name],
      memberIds: [person.id],
      detail: person.department,
    }),
  );
}

/** Every warning of a campaign, the reasons with those that stand. */
export function warningsOf(ctx: Ctx, campaign: CampaignRecord): Row[] {
  if (campaign.kind === 'count') return [];
  const all = lines.allLines(ctx.db, campaign.id);
  const reasons = new Map(board.overridesOf(ctx.db, campaign.id).map((row) => [row.warning, row]));
  const found = [
    ...twice(all),
    ...other(ctx, campaign, all),
    ...households(ctx, campaign, all),
    ...standing(ctx, campaign, all),
    ...passed(ctx, campaign, all),
  ];
  return found.map((row) => {
    const said = reasons.get(row.key);
    return {
      ...row,
      reason: said?.reason ?? null,
      decidedBy: said?.decided_by ?? null,
      decidedAt: said?.decided_at ?? null,
    };
  });
}

export const openCount = (rows: readonly Row[]): number => rows.filter((row) => row.reason === null).length;

function warnings(input: ParsedInputOf<'welfare.warnings'>, ctx: Ctx): OutputOf<'welfare.warnings'> {
  const rows = warningsOf(ctx, liveCampaign(ctx, input.id));
  return { open: openCount(rows), rows };
}

function override(
  input: ParsedInputOf<'welfare.overrideWarnings'>,
  ctx: Ctx,
): OutputOf<'welfare.overrideWarnings'> {
  unsettled(ctx, input.id);
  const known = new Map(board.overridesOf(ctx.db, input.id).map((row) => [row.warning, row.reason]));
  const by = ctx.user.name;
  for (const { key, reason } of input.rows) {
    board.setOverride(ctx.db, { id: input.id, warning: key, reason, by, at: ctx.now() });
    recordChange(ctx, {
      entity: 'welfare_campaign',
      entityId: input.id,
      action: 'update',
      before: { warning: key, reason: known.get(key) ?? null },
      after: { warning: key, reason },
    });
  }
  ctx.undo('welfare.overrideWarnings', {
    id: input.id,
    rows: input.rows.map(({ key }) => ({ key, reason: known.get(key) ?? null })),
  });
  return { count: input.rows.length };
}

export const warningHandlers = {
  'welfare.warnings': warnings,
  'welfare.overrideWarnings': override,
};
