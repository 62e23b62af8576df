/** Families of members: marriages, children, school results, households. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { relateDates } from '../../../../shared/domain/dates';
import { recordChange } from '../../../db/audit';
import { setDeletedAt } from '../../../db/trash';
import type { Ctx, HandlersOf, OperationName, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { remembered } from '../views/remembered';
import { children, exportChildren, registerOn, relativeOf, shownChildren } from './children';
import { couplesAmong, householdsOf } from './households';
import { ranksByName } from './listRepository';
import {
  childColumns,
  childOfRecord,
  type MarriageFields,
  marriageColumns,
  marriageOf,
  schoolResultColumns,
  schoolResultOf,
  seenBy,
} from './record';
import * as repo from './repository';

export { householdsOf } from './households';

function family(input: ParsedInputOf<'members.family'>, ctx: Ctx): OutputOf<'members.family'> {
  const day = input.day ?? ctx.today();
  if (repo.relatives(ctx.db, [input.id]).length === 0) throw new AppError('NOT_FOUND');
  const marriages = repo.marriagesOf(ctx.db, input.id).map((row) => {
    const fields = seenBy(marriageOf(row), input.id);
    const [spouse] = fields.spouseId === null ? [] : repo.relatives(ctx.db, [fields.spouseId]);
    return {
      id: row.id,
      version: row.version,
      ...fields,
      spouse: spouse ? relativeOf(spouse) : null,
      current: isCurrent(fields, day),
    };
  });
  const own = repo.childrenOf(ctx.db, input.id);
  const known = new Set(own.map((child) => child.id));
  const spouses = marriages.flatMap(({ spouseId }) => (spouseId === null ? [] : [spouseId]));
  const theirs = spouses
    .flatMap((id) => repo.childrenOf(ctx.db, id))
    .filter((child) => !known.has(child.id) && repo.parentIds(ctx.db, child.id).length === 1);
  return {
    marriages,
    children: shownChildren(ctx.db, own, day),
    spouseChildren: shownChildren(ctx.db, theirs, day),
    childOf: repo.childOf(ctx.db, input.id).map(({ id }) => ({
      childId: id,
      parents: repo.parentsOf(ctx.db, [id]).map(relativeOf),
    })),
    household: householdsOf(ctx, [input.id, ...repo.liveAmong(ctx.db, spouses)], day)[0] ?? [input.id],
  };
}

function isCurrent(m: MarriageFields, day: string): boolean {
  if (m.marriedOn !== null && m.marriedOn > day) return false;
  return m.endKind === null || (m.endedOn !== null && m.endedOn > day);
}

/** People named in a family must be live members. */
function requireMembers(ctx: Ctx, ids: readonly number[]): void {
  if (repo.liveAmong(ctx.db, ids).length !== new Set(ids).size) throw new AppError('NOT_FOUND');
}

/** Somebody may be in one marriage at a time: a former one has to be ended first. */
function refuseSecond(ctx: Ctx, fields: MarriageFields, exceptId: number | null): void {
  if (fields.endKind !== null) return;
  for (const memberId of [fields.memberId, fields.spouseId]) {
    if (memberId === null) continue;
    const other = repo
      .marriagesOf(ctx.db, memberId)
      .find((row) => row.id !== exceptId && row.end_kind === null);
    if (!other) continue;
    const seen = seenBy(marriageOf(other), memberId);
    const people = repo.relatives(ctx.db, [memberId, ...(seen.spouseId === null ? [] : [seen.spouseId])]);
    const nameOf = (id: number | null) => people.find((person) => person.id === id)?.fullName ?? '';
    throw new AppError('SPOUSE_TAKEN', {
      fields: { [memberId === fields.spouseId ? 'spouseId' : 'marriedOn']: 'SPOUSE_TAKEN' },
      details: { name: nameOf(memberId), spouse: seen.spouseName ?? nameOf(seen.spouseId) },
    });
  }
}

function saveMarriage(
  input: ParsedInputOf<'members.saveMarriage'>,
  ctx: Ctx,
): OutputOf<'members.saveMarriage'> {
  const { id, version, ...fields } = input;
  if (fields.spouseId === fields.memberId)
    throw new AppError('SPOUSE_SELF', { fields: { spouseId: 'SPOUSE_SELF' } });
  if (fields.spouseId === null && fields.spouseName === null)
    throw new AppError('SPOUSE_MISSING', { fields: { spouseName: 'SPOUSE_MISSING' } });
  if (fields.marriedOn && fields.endedOn && relateDates(fields.endedOn, fields.marriedOn) === 'before')
    throw new AppError('DATE_ORDER', { fields: { endedOn: 'DATE_ORDER' } });
  requireMembers(ctx, [fields.memberId, ...(fields.spouseId === null ? [] : [fields.spouseId])]);
  refuseSecond(ctx, fields, id);
  const columns = marriageColumns(fields);
  if (id === null) {
    const made = repo.insertRow(ctx.db, 'marriage', { ...columns, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'marriage', entityId: made, action: 'create', after: fields });
    ctx.undo('members.trashMarriages', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = repo.marriageById(ctx.db, id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  const saved = written(ctx, 'marriage', { ...columns, id, version: version ?? before.version });
  const former = marriageOf(before);
  recordChange(ctx, { entity: 'marriage', entityId: id, action: 'update', before: former, after: fields });
  ctx.undo('members.saveMarriage', { ...saved, ...former });
  return saved;
}

function written(
  ctx: Ctx,
  table: repo.FamilyTable,
  row: Parameters<typeof repo.updateRow>[2],
): { id: number; version: number } {
  if (!repo.updateRow(ctx.db, table, row, ctx.now())) throw new AppError('VERSION_CONFLICT');
  return { id: row.id, version: row.version + 1 };
}

function saveChild(input: ParsedInputOf<'members.saveChild'>, ctx: Ctx): OutputOf<'members.saveChild'> {
  const { id, version, ...given } = input;
  const fields = { ...given, parentIds: [...new Set(given.parentIds)] };
  if (fields.memberId !== null && fields.parentIds.includes(fields.memberId))
    throw new AppError('CHILD_SELF', { fields: { memberId: 'CHILD_SELF' } });
  requireMembers(ctx, fields.memberId === null ? fields.parentIds : [...fields.parentIds, fields.memberId]);
  const columns = childColumns(fields);
  const same = repo
    .sameChild(ctx.db, columns.name_key, fields.parentIds, id)
    .find((other) => maySame(other.birth_date, fields.birthDate));
  if (same)
    throw new AppError('CHILD_RECORDED', {
      fields: { fullName: 'CHILD_RECORDED' },
      details: { name: same.full_name, year: same.birth_date?.slice(0, 4) ?? '—', parent: same.parent },
    });
  if (id === null) {
    const made = repo.insertRow(ctx.db, 'child', { ...columns, uid: uuid() }, ctx.now());
    repo.setParents(ctx.db, made, fields.parentIds);
    recordChange(ctx, { entity: 'child', entityId: made, action: 'create', after: fields });
    ctx.undo('members.trashChildren', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = repo.childById(ctx.db, id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  const former = childOfRecord(before, repo.parentIds(ctx.db, id));
  const saved = written(ctx, 'child', { ...columns, id, version: version ?? before.version });
  repo.setParents(ctx.db, id, fields.parentIds);
  recordChange(ctx, { entity: 'child', entityId: id, action: 'update', before: former, after: fields });
  ctx.undo('members.saveChild', { ...saved, ...former });
  return saved;
}

/** Whether two dates of birth can be the same: equal, one the beginning of the other, or not known. */
export function maySame(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a);
}

function saveSchoolResult(
  input: ParsedInputOf<'members.saveSchoolResult'>,
  ctx: Ctx,
): OutputOf<'members.saveSchoolResult'> {
  const { id, version, ...fields } = input;
  const child = repo.childById(ctx.db, fields.childId);
  if (!child || child.deleted_at !== null) throw new AppError('NOT_FOUND');
  const columns = schoolResultColumns(fields);
  if (id === null) {
    const made = repo.insertRow(ctx.db, 'school_result', { ...columns, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'school_result', entityId: made, action: 'create', after: fields });
    ctx.undo('members.trashSchoolResults', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = repo.schoolResultById(ctx.db, id);
  if (!before || before.deleted_at !== null) throw new AppError('NOT_FOUND');
  const former = schoolResultOf(before);
  const saved = written(ctx, 'school_result', { ...columns, id, version: version ?? before.version });
  recordChange(ctx, {
    entity: 'school_result',
    entityId: id,
    action: 'update',
    before: former,
    after: fields,
  });
  ctx.undo('members.saveSchoolResult', { ...saved, ...former });
  return saved;
}

/** The pair of commands that move one kind of record to the trash and back. */
function bin(table: repo.FamilyTable, trash: OperationName, restore: OperationName, check?: Check) {
  const move = (ids: readonly number[], ctx: Ctx, away: boolean): { count: number } => {
    let count = 0;
    for (const id of ids) {
      if (!away) check?.(ctx, id);
      if (!setDeletedAt(ctx.db, table, id, away ? ctx.now() : null)) {
        if (away) throw new AppError('NOT_FOUND');
        continue;
      }
      recordChange(ctx, { entity: table, entityId: id, action: away ? 'trash' : 'restore' });
      count++;
    }
    ctx.undo(away ? restore : trash, { ids });
    return { count };
  };
  return {
    trash: (input: { ids: number[] }, ctx: Ctx) => move(input.ids, ctx, true),
    restore: (input: { ids: number[] }, ctx: Ctx) => move(input.ids, ctx, false),
  };
}
type Check = (ctx: Ctx, id: number) => void;

const marriageBin = bin('marriage', 'members.trashMarriages', 'members.restoreMarriages', (ctx, id) => {
  const row = repo.marriageById(ctx.db, id);
  if (row && row.deleted_at !== null) refuseSecond(ctx, marriageOf(row), id);
});
const childBin = bin('child', 'members.trashChildren', 'members.restoreChildren');
const resultBin = bin('school_result', 'members.trashSchoolResults', 'members.restoreSchoolResults');

/** Couples of a day by the name of the first of each; kept until the next write for the pages that follow. */
function couplesInOrder(ctx: Ctx, day: string, departmentIds: readonly number[]) {
  const source = registerOn(day, ctx.today());
  return remembered(ctx.db, `couples ${day} ${source} ${departmentIds}`, () => {
    const memberIds = repo.activeIds(ctx.db, source, departmentIds, day);
    const couples = couplesAmong(ctx, memberIds, day);
    const ranks = ranksByName(ctx.db);
    const place = (id: number) => ranks[id] ?? 0;
    const sorted = couples
      .map((couple) => ({ ...couple, members: [...couple.members].sort((a, b) => place(a) - place(b)) }))
      .sort((a, b) => place(a.members[0] ?? 0) - place(b.members[0] ?? 0));
    return { members: memberIds.length, couples: sorted };
  });
}

function households(input: ParsedInputOf<'members.households'>, ctx: Ctx): OutputOf<'members.households'> {
  const { members, couples } = couplesInOrder(ctx, input.day ?? ctx.today(), input.departmentIds);
  const sorted = couples.slice(input.offset, input.offset + input.limit);
  const people = new Map(
    repo
      .relatives(
        ctx.db,
        sorted.flatMap(({ members }) => members),
      )
      .map((row) => [row.id, relativeOf(row)]),
  );
  return {
    members,
    households: members - couples.length,
    total: couples.length,
    rows: sorted.map(({ marriageId, marriedOn, members: couple }) => ({
      marriageId,
      marriedOn,
      couple: couple.flatMap((id) => people.get(id) ?? []),
    })),
  };
}

/** Marriages and births of children among what happened with a member. */
export function familyTimeline(ctx: Ctx, memberId: number): OutputOf<'members.timeline'>['rows'] {
  const married = repo.marriagesOf(ctx.db, memberId).flatMap((row) => {
    const fields = seenBy(marriageOf(row), memberId);
    const [spouse] = fields.spouseId === null ? [] : repo.relatives(ctx.db, [fields.spouseId]);
    const title = spouse?.fullName ?? fields.spouseName ?? '';
    return fields.marriedOn === null
      ? []
      : [
          {
            kind: 'married' as const,
            date: fields.marriedOn,
            title,
            detail: null,
            recordId: fields.spouseId,
          },
        ];
  });
  const born = repo.childrenOf(ctx.db, memberId).flatMap((row) =>
    row.birth_date === null
      ? []
      : [
          {
            kind: 'child' as const,
            date: row.birth_date,
            title: row.full_name,
            detail: null,
            recordId: null,
          },
        ],
  );
  return [...married, ...born];
}

type FamilyOperation =
  | 'members.family'
  | 'members.saveMarriage'
  | 'members.trashMarriages'
  | 'members.restoreMarriages'
  | 'members.saveChild'
  | 'members.trashChildren'
  | 'members.restoreChildren'
  | 'members.saveSchoolResult'
  | 'members.trashSchoolResults'
  | 'members.restoreSchoolResults'
  | 'members.children'
  | 'members.exportChildren'
  | 'members.households';

export const familyHandlers: Pick<HandlersOf<'members'>, FamilyOperation> = {
  'members.family': family,
  'members.saveMarriage': saveMarriage,
  'members.trashMarriages': marriageBin.trash,
  'members.restoreMarriages': marriageBin.restore,
  'members.saveChild': saveChild,
  'members.trashChildren': childBin.trash,
  'members.restoreChildren': childBin.restore,
  'members.saveSchoolResult': saveSchoolResult,
  'members.trashSchoolResults': resultBin.trash,
  'members.restoreSchoolResults': resultBin.restore,
  'members.children': children,
  'members.exportChildren': exportChildren,
  'members.households': households,
};
