/**
 * Taking a merge apart, also days later. Each field of the kept record goes back unless it was changed since; links go
 * back unless they were changed since; what was written since stays with the kept record. What cannot is told before
 * and after.
 */
import { AppError } from '../../../../shared/contract/errors';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { extraColumns, extraValuesOf, writeExtra } from '../extra/service';
import { follow } from '../history/service';
import { searchEntry } from '../record';
import * as members from '../repository';
import { shownPerson } from './duplicates';
import { memberReferences } from './references';
import type { MergeRecord, RawRow } from './repository';
import * as repo from './repository';

type Extra = Record<string, string | number | null>;
type Preview = OutputOf<'members.unmergePreview'>;

/** What a merge remembers of links and choices. */
export interface Moved {
  choices: ParsedInputOf<'members.merge'>['choices'];
  marriageId: number | null;
  /** Linked records of each before the merge. */
  counts: { entity: string; kept: number; gone: number }[];
  links: Record<string, unknown>;
}

interface Remembered {
  keptBefore: { row: RawRow; extra: Extra };
  keptAfter: { row: RawRow; extra: Extra };
  goneBefore: { row: RawRow };
  moved: Moved;
}

const remembered = (row: MergeRecord): Remembered => ({
  keptBefore: JSON.parse(row.kept_before_json),
  keptAfter: JSON.parse(row.kept_after_json),
  goneBefore: JSON.parse(row.gone_before_json),
  moved: JSON.parse(row.moved_json),
});

/** Columns made from others, or that every writing raises. */
const DERIVED = ['version', 'updated_at', 'sort_key', 'name_key', 'name_tones', 'given_name'];
const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A card or ID number that another live member has. Errors: CARD_TAKEN, ID_TAKEN. */
export function refuseTaken(ctx: Ctx, memberId: number): void {
  const row = members.memberById(ctx.db, memberId);
  for (const [column, field, code] of [
    ['card_no', 'cardNo', 'CARD_TAKEN'],
    ['id_number', 'idNumber', 'ID_TAKEN'],
  ] as const) {
    const value = row?.[column] ?? null;
    const owner = value === null ? undefined : members.ownerOf(ctx.db, column, value, memberId);
    if (owner)
      throw new AppError(code, {
        fields: { [field]: code },
        details: {
          value: value ?? '',
          name: owner.full_name,
          year: owner.birth_date?.slice(0, 4) ?? '—',
          memberId: owner.id,
        },
      });
  }
}

function findMerge(ctx: Ctx, mergeId: number): MergeRecord {
  const row = repo.mergeById(ctx.db, mergeId);
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** What stands in the way of taking a merge apart. */
function obstacle(
  ctx: Ctx,
  row: MergeRecord,
  { goneBefore }: Remembered,
): { blocked: NonNullable<Preview['blocked']>; by: string | null } | null {
  const later = repo.laterMerge(ctx.db, row);
  if (later !== null)
    return { blocked: 'mergedFurther', by: repo.anyPeople(ctx.db, [later])[0]?.fullName ?? null };
  if (repo.rawMember(ctx.db, row.kept_id)?.deleted_at != null) return { blocked: 'keptInTrash', by: null };
  for (const [column, blocked] of [
    ['card_no', 'cardTaken'],
    ['id_number', 'idTaken'],
  ] as const) {
    const value = goneBefore.row[column];
    const owner = typeof value === 'string' ? members.ownerOf(ctx.db, column, value, row.kept_id) : undefined;
    if (owner) return { blocked, by: owner.full_name };
  }
  return null;
}

/** Columns and own fields: those that go back, and those changed since that stay. */
function settle(ctx: Ctx, row: MergeRecord, { keptBefore, keptAfter }: Remembered) {
  const now = repo.rawMember(ctx.db, row.kept_id) ?? {};
  const returning: RawRow = {};
  const staying: string[] = [];
  for (const [column, was] of Object.entries(keptBefore.row)) {
    if (column === 'version' || !(column in now)) continue;
    const wrote = keptAfter.row[column] ?? null;
    if (now[column] === wrote) returning[column] = was;
    else if (!DERIVED.includes(column)) staying.push(camel(column));
  }
  // A name changed since keeps the keys it is sorted and found by.
  if (staying.includes('fullName') || staying.includes('sortName'))
    for (const column of DERIVED) delete returning[column];
  const held = extraValuesOf(ctx.db, [row.kept_id]).get(row.kept_id) ?? {};
  const fields = new Set(extraColumns(ctx.db).map((column) => String(column.id)));
  const extra: Extra = {};
  for (const [id, was] of Object.entries(keptBefore.extra)) {
    if (!fields.has(id)) continue;
    if ((held[id] ?? null) === (keptAfter.extra[id] ?? null)) extra[id] = was;
    else staying.push(`extra:${id}`);
  }
  return { returning, extra, staying };
}

export function unmergePreview(
  input: ParsedInputOf<'members.unmergePreview'>,
  ctx: Ctx,
): OutputOf<'members.unmergePreview'> {
  const row = findMerge(ctx, input.mergeId);
  const memory = remembered(row);
  const [kept] = repo.anyPeople(ctx.db, [row.kept_id]);
  if (!kept) throw new AppError('NOT_FOUND');
  const stop = obstacle(ctx, row, memory);
  const { counts } = memory.moved;
  const now = new Map(
    memberReferences().map((one) => [one.entity, one.count?.(ctx, row.kept_id) ?? 0] as const),
  );
  const { full_name: fullName, birth_date: birthDate } = memory.goneBefore.row;
  return {
    mergeId: row.id,
    kept: shownPerson(kept),
    gone: { id: row.gone_id, fullName: String(fullName), birthDate: birthDate as string | null },
    at: row.created_at,
    actor: row.actor,
    blocked: stop?.blocked ?? null,
    blockedBy: stop?.by ?? null,
    staying: settle(ctx, row, memory).staying,
    returning: counts.filter((one) => one.gone > 0).map((one) => ({ entity: one.entity, count: one.gone })),
    addedSince: counts
      .map((one) => ({ entity: one.entity, count: (now.get(one.entity) ?? 0) - one.kept - one.gone }))
      .filter((one) => one.count > 0),
  };
}

export function unmerge(input: ParsedInputOf<'members.unmerge'>, ctx: Ctx): OutputOf<'members.unmerge'> {
  const row = findMerge(ctx, input.mergeId);
  const memory = remembered(row);
  const stop = obstacle(ctx, row, memory);
  if (stop) throw new AppError('UNMERGE_BLOCKED', { details: { reason: stop.blocked, name: stop.by ?? '' } });
  const before = members.memberById(ctx.db, row.kept_id);
  const { returning, extra, staying } = settle(ctx, row, memory);
  repo.writeRaw(ctx.db, row.kept_id, returning);
  writeExtra(ctx, row.kept_id, extra);
  repo.writeRaw(ctx.db, row.gone_id, { deleted_at: memory.goneBefore.row.deleted_at ?? null });
  const lost = returnLinks(ctx, memory.moved);
  repo.endMerge(ctx.db, row.id, ctx.now());
  follow(ctx, [row.kept_id, row.gone_id]);
  for (const id of [row.kept_id, row.gone_id]) {
    repo.raiseVersion(ctx.db, id);
    const member = members.memberById(ctx.db, id);
    if (member) members.indexMember(ctx.db, searchEntry(id, member));
    refuseTaken(ctx, id);
  }
  logUnmerge(ctx, row, memory, staying);
  const versions = [row.kept_id, row.gone_id].map((id) => members.memberById(ctx.db, id)?.version ?? 0);
  if (before)
    ctx.undo('members.merge', {
      keptId: row.kept_id,
      keptVersion: versions[0],
      goneId: row.gone_id,
      goneVersion: versions[1],
      choices: memory.moved.choices,
      marriageId: memory.moved.marriageId,
    });
  return { keptId: row.kept_id, goneId: row.gone_id, staying, lost };
}

/** The last moved goes back first. */
function returnLinks(ctx: Ctx, moved: Moved): { entity: string; count: number }[] {
  return [...memberReferences()].reverse().flatMap(({ entity, back }) => {
    const saved = moved.links[entity];
    const count = saved === undefined ? 0 : (back(ctx, saved as never) ?? 0);
    return count > 0 ? [{ entity, count }] : [];
  });
}

function logUnmerge(ctx: Ctx, row: MergeRecord, memory: Remembered, staying: readonly string[]): void {
  const goneName = String(memory.goneBefore.row.full_name);
  const keptName = String(memory.keptBefore.row.full_name);
  recordChange(ctx, {
    entity: 'member',
    entityId: row.kept_id,
    action: 'unmerge',
    after: { mergedId: row.gone_id, mergedName: goneName, staying },
  });
  recordChange(ctx, {
    entity: 'member',
    entityId: row.gone_id,
    action: 'unmerge',
    after: { mergedInto: row.kept_id, mergedIntoName: keptName },
  });
}
