/** The work plan of a year: items by month, what became of them, copied on, printed; and the guided year. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { dayInYear, textInYear } from '../../../shared/domain/plans';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OperationName, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type CalendarSource, calendarEntry } from '../calendar/service';
import { type Fields, liveItem, logged, soonOf, toColumns, toFields, toRow } from './items';
import { planPaper } from './papers';
import * as repo from './repository';
import { saveStep, stepBefore, unionYear } from './unionYear';

export { membersInPlans } from './repository';
export { renewSteps } from './yearRepository';

function list(input: ParsedInputOf<'plans.list'>, ctx: Ctx): OutputOf<'plans.list'> {
  const { year, check } = input;
  const [today, soon] = [ctx.today(), soonOf(ctx)];
  const words = fold(input.search).split(' ').filter(Boolean);
  return {
    ...{ header: repo.headerOf(ctx.db, year), today },
    counts: repo.counts(ctx.db, { year, today, soon }),
    copyable: repo.notCopied(ctx.db, year - 1).length,
    rows: repo.items(ctx.db, { year, words, check, today, soon }).map((row) => toRow(row, today)),
  };
}

function get(input: ParsedInputOf<'plans.get'>, ctx: Ctx): OutputOf<'plans.get'> {
  const row = repo.itemById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return { item: toRow(row, ctx.today()), deletedAt: row.deletedAt };
}

function insert(ctx: Ctx, fields: Fields, copiedFromId: number | null = null): number {
  const columns = toColumns(ctx, fields, copiedFromId);
  const id = repo.insertItem(ctx.db, { ...columns, uid: uuid() }, ctx.now());
  const after = { ...logged(fields), doneOn: columns.doneOn };
  recordChange(ctx, { entity: 'plan_item', entityId: id, action: 'create', after });
  return id;
}

function write(ctx: Ctx, row: repo.ItemRecord, fields: Fields, version: number): OutputOf<'plans.save'> {
  const columns = toColumns(ctx, fields, row.copiedFromId);
  if (!repo.updateItem(ctx.db, { ...columns, id: row.id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toFields(row);
  recordChange(ctx, {
    ...{ entity: 'plan_item', entityId: row.id, action: 'update' },
    before: logged(before),
    after: { ...logged(fields), doneOn: columns.doneOn },
  });
  ctx.undo('plans.save', { ...before, id: row.id, version: version + 1 });
  return { id: row.id, version: version + 1 };
}

function save(input: ParsedInputOf<'plans.save'>, ctx: Ctx): OutputOf<'plans.save'> {
  const { id, version, ...fields } = input;
  if (id !== null) {
    const row = liveItem(ctx, id);
    return write(ctx, row, fields, version ?? row.version);
  }
  const made = insert(ctx, fields);
  ctx.undo('plans.trash', { ids: [made] });
  return { id: made, version: 1 };
}

function report(input: ParsedInputOf<'plans.report'>, ctx: Ctx): OutputOf<'plans.report'> {
  const { id, version, ...told } = input;
  const row = liveItem(ctx, id);
  return write(ctx, row, { ...toFields(row), ...told }, version);
}

const OPEN = { status: 'todo', result: null, doneOn: null, link: null } as const;

function addItems(input: ParsedInputOf<'plans.addItems'>, ctx: Ctx): OutputOf<'plans.addItems'> {
  const fresh = input.items.filter(
    (item) => !repo.hasItem(ctx.db, item.year, { copiedFromId: null, text: item.text }),
  );
  const ids = fresh.map((item) => insert(ctx, { ...item, ...OPEN }));
  if (ids.length > 0) ctx.undo('plans.trash', { ids });
  return { ids, count: ids.length };
}

/** Owners who are gone stay behind; a committee is that of the new year's term. */
function copyOf(ctx: Ctx, row: repo.ItemRecord, year: number): Fields {
  const { memberId, committeeId, ...fields } = toFields(row);
  const onDate = fields.onDate && dayInYear(fields.onDate, year);
  return {
    ...fields,
    ...{ ...OPEN, year, onDate, note: null, origin: null },
    text: textInYear(fields.text, row.year, year),
    memberId: memberId !== null && repo.memberName(ctx.db, memberId) === undefined ? null : memberId,
    committeeId: committeeId === null ? null : (repo.committeeInYear(ctx.db, committeeId, year) ?? null),
  };
}

function copy(input: ParsedInputOf<'plans.copy'>, ctx: Ctx): OutputOf<'plans.copy'> {
  const rows = input.ids.map((id) => liveItem(ctx, id));
  const fresh = rows.filter((row) => !repo.hasItem(ctx.db, input.year, { copiedFromId: row.id, text: '' }));
  const ids = fresh.map((row) => insert(ctx, copyOf(ctx, row, input.year), row.id));
  if (ids.length > 0) ctx.undo('plans.trash', { ids });
  return { count: ids.length };
}

function saveHeader(input: ParsedInputOf<'plans.saveHeader'>, ctx: Ctx): OutputOf<'plans.saveHeader'> {
  const before = repo.headerOf(ctx.db, input.year);
  if (before.version !== input.version) throw new AppError('VERSION_CONFLICT');
  const version = input.version + 1;
  repo.setHeader(ctx.db, { ...input, version });
  const said = ({ number, signedOn, focus }: repo.HeaderRecord) => ({ number, signedOn, focus });
  recordChange(ctx, {
    ...{ entity: 'work_plan', entityId: input.year, action: 'update' },
    before: said(before),
    after: said({ ...input, version }),
  });
  ctx.undo('plans.saveHeader', { ...before, version });
  return { year: input.year, version };
}

function mover(
  table: 'plan_item' | 'year_step',
  direction: 'trash' | 'restore',
  undo: OperationName,
  before: (ctx: Ctx, id: number) => unknown,
) {
  return ({ ids }: { ids: number[] }, ctx: Ctx): { count: number } => {
    let count = 0;
    for (const id of ids) {
      const gone = direction === 'trash' ? { before: before(ctx, id) } : {};
      if (!repo.setDeleted(ctx.db, table, id, direction === 'trash' ? ctx.now() : null)) continue;
      recordChange(ctx, { entity: table, entityId: id, action: direction, ...gone });
      count++;
    }
    ctx.undo(undo, { ids });
    return { count };
  };
}
const itemBefore = (ctx: Ctx, id: number) => logged(toFields(liveItem(ctx, id)));

/** Open items past their day or month, and those that come within the days before it. */
export function plansDue(ctx: Ctx): { overdue: number; soon: number } {
  const { overdue, soon } = repo.counts(ctx.db, { year: null, today: ctx.today(), soon: soonOf(ctx) });
  return { overdue, soon };
}

/** Days of the plan on the calendar. */
export const planDeadlines: CalendarSource = ({ db }, span) =>
  repo
    .dueIn(db, span)
    .map((row) =>
      calendarEntry(
        'plan',
        row.text.slice(0, 120),
        { from: row.onDate },
        { entity: 'plan_item', id: row.id, late: row.onDate < span.today },
      ),
    );

/** What a member leads by the plan, in that member's story. */
export function planTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  return repo.itemsOfMember(ctx.db, memberId).map((row) => ({
    ...{ kind: 'plan', date: row.due, title: row.text, detail: null, recordId: row.id },
  }));
}

export const plansHandlers: HandlersOf<'plans'> = {
  'plans.list': list,
  'plans.get': get,
  'plans.years': (_, ctx) => ({ rows: repo.years(ctx.db) }),
  'plans.save': save,
  'plans.report': report,
  'plans.addItems': addItems,
  'plans.copy': copy,
  'plans.trash': mover('plan_item', 'trash', 'plans.restore', itemBefore),
  'plans.restore': mover('plan_item', 'restore', 'plans.trash', itemBefore),
  'plans.saveHeader': saveHeader,
  'plans.paper': planPaper,
  'plans.unionYear': unionYear,
  'plans.saveStep': saveStep,
  'plans.trashSteps': mover('year_step', 'trash', 'plans.restoreSteps', stepBefore),
  'plans.restoreSteps': mover('year_step', 'restore', 'plans.trashSteps', stepBefore),
};
