/** The plan of a year of inspection or women's work, and the sessions it plans. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import {
  type InspectionKind,
  type InspectionTopic,
  itemState,
  TOPICS_OF,
} from '../../../shared/domain/inspection';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { takenBy } from '../documents/service';
import { yearFigures } from './figures';
import * as repo from './plansRepository';
import { mover } from './trash';

type Plan = OutputOf<'inspection.plan'>;
export type Item = Plan['items'][number];

/** Errors: NOT_FOUND. */
function livePlan(ctx: Pick<Ctx, 'db'>, id: number): repo.PlanRecord {
  const row = repo.planById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

const planFields = ({ approvedOn, legalBasis, purpose, shortcomings, directions }: repo.PlanRecord) => ({
  approvedOn,
  legalBasis,
  purpose,
  shortcomings,
  directions,
});
export const itemFields = (row: repo.ItemRecord): repo.ItemFields => ({
  topic: row.topic,
  title: row.title,
  orgUnitId: row.orgUnitId,
  subjectName: row.subjectName,
  fundId: row.fundId,
  memberId: row.memberId,
  personName: row.personName,
  month: row.month,
  legalBasis: row.legalBasis,
  note: row.note,
});

/** What a year plans, each with the sessions that were held under it. */
export function itemsOf(ctx: Pick<Ctx, 'db' | 'today'>, kind: InspectionKind, year: number): Item[] {
  const held = repo.heldUnder(ctx.db, kind, year);
  return repo.itemsOf(ctx.db, kind, year).map((row) => {
    const sessions = held.filter((one) => one.itemId === row.id).map(({ id, heldOn }) => ({ id, heldOn }));
    return {
      ...row,
      state: itemState({ year, month: row.month, sessions: sessions.length }, ctx.today()),
      held: sessions,
    };
  });
}

/** The symbol of a year's plan in the register of documents. */
export const planCode = (ctx: Pick<Ctx, 'db'>, plan: { id: number }): string | null =>
  takenBy(ctx, 'plan', { entity: 'inspection_plan', id: plan.id })?.code ?? null;

function plan(input: ParsedInputOf<'inspection.plan'>, ctx: Ctx): Plan {
  const { kind, year } = input;
  const row = repo.planOf(ctx.db, kind, year);
  const items = itemsOf(ctx, kind, year);
  return {
    plan: row
      ? { id: row.id, version: row.version, ...planFields(row), code: planCode(ctx, row), files: row.files }
      : null,
    items,
    figures: yearFigures(ctx, kind, year, items),
    before: repo.planBefore(ctx.db, kind, year),
  };
}

/** Errors: INSPECTION_PLAN when the year has another plan. */
function refuseSecond(ctx: Ctx, kind: InspectionKind, year: number): void {
  if (repo.planOf(ctx.db, kind, year)) throw new AppError('INSPECTION_PLAN', { details: { year } });
}

function insertPlan(ctx: Ctx, kind: InspectionKind, year: number, fields: repo.PlanFields): number {
  refuseSecond(ctx, kind, year);
  const id = repo.insertPlan(ctx.db, { ...fields, kind, year, uid: uuid() }, ctx.now());
  recordChange(ctx, {
    entity: 'inspection_plan',
    entityId: id,
    action: 'create',
    after: { kind, year, ...fields },
  });
  return id;
}

function savePlan(input: ParsedInputOf<'inspection.savePlan'>, ctx: Ctx): OutputOf<'inspection.savePlan'> {
  const { id, version, kind, year, ...fields } = input;
  if (id === null) {
    const made = insertPlan(ctx, kind, year, fields);
    ctx.undo('inspection.trashPlans', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = livePlan(ctx, id);
  if (row.kind !== kind || row.year !== year) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!repo.updatePlan(ctx.db, { ...fields, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = planFields(row);
  recordChange(ctx, { entity: 'inspection_plan', entityId: id, action: 'update', before, after: fields });
  ctx.undo('inspection.savePlan', { id, version: held + 1, kind, year, ...before });
  return { id, version: held + 1 };
}

function copyPlan(input: ParsedInputOf<'inspection.copyPlan'>, ctx: Ctx): OutputOf<'inspection.copyPlan'> {
  const { kind, from, to } = input;
  const old = repo.planOf(ctx.db, kind, from);
  if (!old) throw new AppError('NOT_FOUND');
  const { legalBasis, purpose } = old;
  const blank = { approvedOn: null, shortcomings: null, directions: null };
  const made = insertPlan(ctx, kind, to, { ...blank, legalBasis, purpose: moved(purpose, from, to) });
  const rows = repo.itemsOf(ctx.db, kind, from);
  const still = repo.stillMembers(
    ctx.db,
    rows.flatMap((row) => row.memberId ?? []),
  );
  for (const row of rows) {
    const fields = itemFields(row);
    const memberId = fields.memberId !== null && still.has(fields.memberId) ? fields.memberId : null;
    addItem(ctx, made, { ...fields, memberId, title: moved(fields.title, from, to) ?? fields.title });
  }
  ctx.undo('inspection.trashPlans', { ids: [made] });
  return { id: made, version: 1, count: rows.length };
}

/** A text of one year as it reads the other: the year named in it goes along, the one before it too. */
function moved(text: string | null, from: number, to: number): string | null {
  const by = to - from;
  return (
    text?.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) =>
      Number(year) === from || Number(year) === from - 1 ? String(Number(year) + by) : year,
    ) ?? null
  );
}

function addItem(ctx: Ctx, planId: number, fields: repo.ItemFields): number {
  const id = repo.insertItem(ctx.db, { ...fields, planId, uid: uuid() }, ctx.now());
  recordChange(ctx, {
    entity: 'inspection_item',
    entityId: id,
    action: 'create',
    after: { planId, ...fields },
  });
  return id;
}

/** Errors: INSPECTION_TOPIC for a topic of the other line of work. */
export function refuseTopic(kind: InspectionKind, topic: InspectionTopic): void {
  if (!TOPICS_OF[kind].includes(topic))
    throw new AppError('INSPECTION_TOPIC', { fields: { topic: 'INSPECTION_TOPIC' } });
}

/** A part of the organisation stands for its name, a member for the name typed. */
const tidied = <F extends { orgUnitId: number | null; subjectName: string | null }>(fields: F): F => ({
  ...fields,
  subjectName: fields.orgUnitId === null ? fields.subjectName : null,
});

export { tidied as tidySubject };

function saveItem(input: ParsedInputOf<'inspection.saveItem'>, ctx: Ctx): OutputOf<'inspection.saveItem'> {
  const { id, version, planId, ...typed } = input;
  const owner = livePlan(ctx, planId);
  refuseTopic(owner.kind, typed.topic);
  const fields = tidied({ ...typed, personName: typed.memberId === null ? typed.personName : null });
  if (id === null) {
    const made = addItem(ctx, planId, fields);
    ctx.undo('inspection.trashItems', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = repo.itemById(ctx.db, id);
  if (!row || row.planId !== planId) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!repo.updateItem(ctx.db, { ...fields, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = itemFields(row);
  recordChange(ctx, { entity: 'inspection_item', entityId: id, action: 'update', before, after: fields });
  ctx.undo('inspection.saveItem', { id, version: held + 1, planId, ...before });
  return { id, version: held + 1 };
}

const plans = mover('inspection_plan', 'Plans', repo.setPlanDeleted, (ctx, id) => {
  const row = repo.planById(ctx.db, id);
  if (row?.deletedAt) refuseSecond(ctx, row.kind, row.year);
});
const items = mover('inspection_item', 'Items', repo.setItemDeleted);

export const planHandlers = {
  'inspection.plan': plan,
  'inspection.savePlan': savePlan,
  'inspection.copyPlan': copyPlan,
  'inspection.trashPlans': plans.trash,
  'inspection.restorePlans': plans.restore,
  'inspection.saveItem': saveItem,
  'inspection.trashItems': items.trash,
  'inspection.restoreItems': items.restore,
  'inspection.place': (input: ParsedInputOf<'inspection.place'>, ctx: Ctx): OutputOf<'inspection.place'> => {
    const row =
      input.itemId === null ? repo.planById(ctx.db, input.planId ?? 0) : repo.itemById(ctx.db, input.itemId);
    if (!row) throw new AppError('NOT_FOUND');
    return { kind: row.kind, year: row.year };
  },
  'inspection.years': (input: ParsedInputOf<'inspection.years'>, ctx: Ctx) => ({
    years: repo.yearsOf(ctx.db, input.kind),
  }),
};
