/** Gift campaigns: made, changed, copied from another year, led from draft to settled. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { addDays, daysBetween } from '../../../shared/domain/dateMath';
import { canChi } from '../../../shared/domain/lunar';
import { daysInMonth } from '../../../shared/domain/partialDate';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { vouchersFor, wordsOf } from '../funds/service';
import { membersHandlers } from '../members/service';
import { registerOn, snapshotOf } from './choose';
import { offPlan } from './lines';
import * as lines from './linesRepository';
import {
  type CampaignFields,
  liveCampaign,
  occasionFacts,
  partColumns,
  toColumns,
  toFields,
  toRow,
  totalsOf,
  unsettled,
} from './record';
import * as repo from './repository';
import { openCount, warningsOf } from './warnings';

const ENTITY = 'welfare_campaign';

function list(input: ParsedInputOf<'welfare.campaigns'>, ctx: Ctx): OutputOf<'welfare.campaigns'> {
  const conditions: repo.CampaignConditions = {
    year: input.year,
    from: input.from,
    to: input.to,
    words: fold(input.search).split(' ').filter(Boolean),
    state: input.state,
    occasion: input.occasion,
    source: input.source,
    check: input.check,
  };
  return {
    total: repo.countCampaigns(ctx.db, conditions),
    years: repo.years(ctx.db),
    rows: repo.listCampaigns(ctx.db, conditions, input).map((row) => toRow(ctx, row)),
  };
}

function get(input: ParsedInputOf<'welfare.campaign'>, ctx: Ctx): OutputOf<'welfare.campaign'> {
  const row = repo.campaignById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  const totals = totalsOf(repo.sumsOf(ctx.db, row.id));
  const given = new Set(lines.allLines(ctx.db, row.id).flatMap((line) => line.member_id ?? []));
  return {
    id: row.id,
    version: row.version,
    deletedAt: row.deleted_at,
    state: row.state,
    fields: toFields(ctx, row),
    ...occasionFacts(ctx, row.occasion, row.year),
    totals,
    inWords: wordsOf(ctx, totals.total),
    worths: lines.worthsOf(ctx.db, row.id),
    exception: row.exception,
    vouchers: vouchersFor(ctx, ENTITY, row.id).map(({ id, kind, code, onDate, amount, reason, status }) => ({
      id,
      kind,
      code,
      onDate,
      amount,
      reason,
      status,
    })),
    openWarnings: row.deleted_at === null ? openCount(warningsOf(ctx, row)) : 0,
    offPlan: offPlan(ctx, row.id).length,
    members: { active: lines.activeOn(ctx.db, registerOn(ctx, row.on_date)), given: given.size },
  };
}

function refuseFields(f: CampaignFields): void {
  if (f.endsOn !== null && f.endsOn < f.onDate)
    throw new AppError('DATE_ORDER', { fields: { endsOn: 'DATE_ORDER' } });
  const counted = f.count !== null && (f.count.value !== null || f.count.wording !== null);
  if (f.kind === 'count' && !counted)
    throw new AppError('WELFARE_COUNT_SOURCE', { fields: { 'count.source': 'WELFARE_COUNT_SOURCE' } });
}

/** A list holds no count, a count holds no values. */
const tidied = (f: CampaignFields): CampaignFields => (f.kind === 'list' ? { ...f, count: null } : f);

function insert(ctx: Ctx, fields: CampaignFields, chosen = '[]'): number {
  const id = repo.insertCampaign(ctx.db, { ...toColumns(fields), uid: uuid(), chosen }, ctx.now());
  repo.setParts(ctx.db, id, partColumns(fields));
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'create', after: fields });
  ctx.undo('welfare.trash', { ids: [id] });
  return id;
}

function create(
  input: ParsedInputOf<'welfare.createCampaign'>,
  ctx: Ctx,
): OutputOf<'welfare.createCampaign'> {
  refuseFields(input);
  return { id: insert(ctx, tidied(input)), version: 1 };
}

/** Names and departments of the members' lines as they were on the day. */
function takeSnapshots(ctx: Ctx, campaignId: number, day: string): void {
  const all = lines.allLines(ctx.db, campaignId).filter((line) => line.member_id !== null);
  const people = new Map(
    lines
      .peopleOn(
        ctx.db,
        registerOn(ctx, day),
        day,
        all.map((line) => line.member_id!),
      )
      .map((person) => [person.id, person]),
  );
  for (const line of all) {
    const person = people.get(line.member_id!);
    if (person) lines.setSnapshot(ctx.db, { id: line.id, ...snapshotOf(person) });
  }
}

function update(
  input: ParsedInputOf<'welfare.updateCampaign'>,
  ctx: Ctx,
): OutputOf<'welfare.updateCampaign'> {
  const { id, version, ...given } = input;
  const fields = tidied(given);
  refuseFields(fields);
  const row = unsettled(ctx, id);
  const before = toFields(ctx, row);
  if (fields.kind !== row.kind && repo.sumsOf(ctx.db, id).gifts > 0)
    throw new AppError('IN_USE', { fields: { kind: 'IN_USE' } });
  const moved = fields.onDate !== row.on_date;
  if (moved && row.state !== 'draft')
    throw new AppError('WELFARE_LISTED', { fields: { onDate: 'WELFARE_LISTED' } });
  if (!repo.updateCampaign(ctx.db, { ...toColumns(fields), id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.setParts(ctx.db, id, partColumns(fields));
  if (moved) takeSnapshots(ctx, id, fields.onDate);
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'update', before, after: fields });
  ctx.undo('welfare.updateCampaign', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

/** Settled means that lines, sources and papers agree. Errors: WELFARE_UNSETTLED. */
function refuseUnsettled(ctx: Ctx, row: repo.CampaignRecord): void {
  const sums = repo.sumsOf(ctx.db, row.id);
  const { unsigned, total, sources } = totalsOf(sums);
  const papers = sums.vouchers + (row.exception === null ? 0 : 1);
  if (unsigned > 0 || total !== sources || papers === 0)
    throw new AppError('WELFARE_UNSETTLED', {
      details: { unsigned, difference: Math.abs(total - sources), papers },
    });
}

function setState(input: ParsedInputOf<'welfare.setState'>, ctx: Ctx): OutputOf<'welfare.setState'> {
  const row = liveCampaign(ctx, input.id);
  if (row.kind === 'list' && input.state !== 'draft' && repo.sumsOf(ctx.db, row.id).gifts === 0)
    throw new AppError('WELFARE_EMPTY');
  if (row.kind === 'list' && input.state === 'settled') refuseUnsettled(ctx, row);
  return setColumn(ctx, row, 'state', input.version, input.state);
}

function setColumn(
  ctx: Ctx,
  row: repo.CampaignRecord,
  column: 'state' | 'exception',
  version: number,
  value: string | null,
): { id: number; version: number } {
  if (!repo.setColumn(ctx.db, column, { id: row.id, version, value }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: ENTITY,
    entityId: row.id,
    action: 'update',
    before: { [column]: row[column] },
    after: { [column]: value },
  });
  const operation = column === 'state' ? 'welfare.setState' : 'welfare.setException';
  ctx.undo(operation, { id: row.id, version: version + 1, [column]: row[column] });
  return { id: row.id, version: version + 1 };
}

function setException(
  input: ParsedInputOf<'welfare.setException'>,
  ctx: Ctx,
): OutputOf<'welfare.setException'> {
  return setColumn(ctx, unsettled(ctx, input.id), 'exception', input.version, input.exception);
}

/** The same distance from the occasion in another year; without an occasion the same day and month. */
function dayIn(ctx: Ctx, row: repo.CampaignRecord, year: number): (day: string) => string {
  const from = occasionFacts(ctx, row.occasion, row.year).occasionDay;
  const to = occasionFacts(ctx, row.occasion, year).occasionDay;
  if (from !== null && to !== null) return (day) => addDays(to, daysBetween(from, day));
  return (day) => {
    const [old, month, date] = day.split('-').map(Number) as [number, number, number];
    const in_ = old + year - row.year;
    const kept = Math.min(date, daysInMonth(in_, month));
    return `${in_}-${String(month).padStart(2, '0')}-${String(kept).padStart(2, '0')}`;
  };
}

/** "Quà Tết Bính Ngọ 2026" is "Quà Tết Đinh Mùi 2027". */
const nameIn = (name: string, from: number, to: number): string =>
  name.replaceAll(String(from), String(to)).replaceAll(canChi(from), canChi(to));

function copy(input: ParsedInputOf<'welfare.copyCampaign'>, ctx: Ctx): OutputOf<'welfare.copyCampaign'> {
  const row = liveCampaign(ctx, input.id);
  const on = dayIn(ctx, row, input.year);
  const before = toFields(ctx, row);
  const onDate = on(row.on_date);
  const fields: CampaignFields = {
    ...before,
    name: input.name ?? nameIn(row.name, row.year, input.year),
    year: input.year,
    onDate,
    endsOn: row.ends_on === null ? null : on(row.ends_on),
    decision: null,
  };
  const id = insert(ctx, fields, row.chosen);
  copyLines(ctx, row.id, id, onDate);
  return { id, version: 1 };
}

/** The people who are still there on the day: active members, children of an age, departments, outsiders. */
function copyLines(ctx: Ctx, fromId: number, toId: number, day: string): void {
  const all = lines.allLines(ctx.db, fromId);
  const members = all.flatMap((line) => line.member_id ?? []);
  const people = new Map(
    lines
      .peopleOn(ctx.db, registerOn(ctx, day), day, members)
      .filter((person) => person.status === 'active')
      .map((person) => [person.id, person]),
  );
  const children = all.some((line) => line.child_id !== null) ? childrenOn(ctx, day) : new Set<number>();
  let ordinal = 0;
  for (const line of all) {
    const person = line.member_id === null ? undefined : people.get(line.member_id);
    if (line.member_id !== null && !person) continue;
    if (line.child_id !== null && !children.has(line.child_id)) continue;
    lines.insertLine(ctx.db, toId, {
      ...line,
      ...(person ? snapshotOf(person) : {}),
      note: null,
      ordinal: ++ordinal,
    });
  }
}

function childrenOn(ctx: Ctx, day: string): Set<number> {
  const filter = {
    search: '',
    day,
    ageFrom: null,
    under: 16,
    departmentIds: [],
    formerParents: false,
    schoolYear: null,
    results: [],
    withPrize: false,
  };
  const found = membersHandlers['members.children'](
    { ...filter, sort: 'name', descending: false, offset: 0, limit: 100_000 },
    ctx,
  );
  return new Set(found.rows.map(({ id }) => id));
}

function trash(input: ParsedInputOf<'welfare.trash'>, ctx: Ctx): OutputOf<'welfare.trash'> {
  for (const id of input.ids) {
    const before = repo.campaignById(ctx.db, id);
    if (!before || !repo.setDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'trash', before: toFields(ctx, before) });
  }
  ctx.undo('welfare.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'welfare.restore'>, ctx: Ctx): OutputOf<'welfare.restore'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('welfare.trash', { ids: input.ids });
  return { count };
}

export const campaignHandlers = {
  'welfare.campaigns': list,
  'welfare.campaign': get,
  'welfare.createCampaign': create,
  'welfare.updateCampaign': update,
  'welfare.setState': setState,
  'welfare.setException': setException,
  'welfare.copyCampaign': copy,
  'welfare.trash': trash,
  'welfare.restore': restore,
};
