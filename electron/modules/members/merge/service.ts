/** Duplicates: finding pairs, settling them, and making one record of two. Taking apart is in unmerge.ts. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { judgePair } from '../../../../shared/domain/duplicates';
import { recordChange } from '../../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { checkExtra, extraColumns, writeExtra } from '../extra/service';
import { follow } from '../history/service';
import { searchEntry, toColumns } from '../record';
import * as members from '../repository';
import { type FoundPairs, shownPerson } from './duplicates';
import { rivalMarriages } from './familyLinks';
import { relatedDirectly } from './familyRepository';
import {
  type AllValues,
  extraPart,
  isMasked,
  memberPart,
  mergeValues,
  type PlannedField,
  planFields,
  shownFields,
  valuesOf,
} from './fields';
import { memberReferences } from './references';
import * as repo from './repository';
import { type Moved, refuseTaken, unmerge, unmergePreview } from './unmerge';

type MergeInput = ParsedInputOf<'members.merge'>;

function liveMember(ctx: Ctx, id: number): members.ListedMember {
  const row = members.memberById(ctx.db, id);
  if (!row || row.deleted_at !== null) throw new AppError('NOT_FOUND');
  return row;
}

function bothMembers(ctx: Ctx, input: { keptId: number; goneId: number }) {
  if (input.keptId === input.goneId) throw new AppError('MERGE_SELF');
  const pair = { kept: liveMember(ctx, input.keptId), gone: liveMember(ctx, input.goneId) };
  if (relatedDirectly(ctx.db, input.keptId, input.goneId)) throw new AppError('MERGE_MARRIED');
  return pair;
}

async function findDuplicates(
  input: ParsedInputOf<'members.findDuplicates'>,
  ctx: Ctx,
): Promise<OutputOf<'members.findDuplicates'>> {
  return ctx.jobs.run<FoundPairs>('findDuplicates', input, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
}

function comparePair(input: ParsedInputOf<'members.comparePair'>, ctx: Ctx): OutputOf<'members.comparePair'> {
  const { kept, gone } = bothMembers(ctx, input);
  const people = new Map(repo.pairPeople(ctx.db, [kept.id, gone.id]).map((person) => [person.id, person]));
  const [first, second] = [people.get(kept.id), people.get(gone.id)];
  if (!first || !second) throw new AppError('NOT_FOUND');
  const judged = judgePair(first, second) ?? { score: 0, reasons: [] };
  const fields = shownFields(ctx, planFields(ctx, valuesOf(ctx, kept), valuesOf(ctx, gone)));
  const rivals = rivalMarriages(ctx, kept.id, gone.id);
  const [low, high] = kept.id < gone.id ? [kept.id, gone.id] : [gone.id, kept.id];
  return {
    kept: { ...shownPerson(first), version: kept.version },
    gone: { ...shownPerson(second), version: gone.version },
    ...judged,
    distinct: repo.isDistinct(ctx.db, low, high),
    fields: describe(ctx, fields),
    linked: memberReferences()
      .map((reference) => ({
        entity: reference.entity,
        kept: reference.count?.(ctx, kept.id) ?? 0,
        gone: reference.count?.(ctx, gone.id) ?? 0,
      }))
      .filter((row) => row.kept + row.gone > 0),
    marriages: rivals
      ? [
          { id: rivals.kept.id, owner: 'kept', spouse: rivals.kept.spouse },
          { id: rivals.gone.id, owner: 'gone', spouse: rivals.gone.spouse },
        ]
      : [],
  };
}

/** As a screen shows them: names of departments, labels of own fields, private values left out. */
function describe(ctx: Ctx, fields: readonly PlannedField[]): OutputOf<'members.comparePair'>['fields'] {
  const orgFields = fields.filter(({ field }) => field === 'departmentId' || field === 'groupId');
  const ids = orgFields.flatMap(({ kept, gone }) => [kept, gone]).filter((id) => typeof id === 'number');
  const names = repo.orgNames(ctx.db, ids);
  const labels = new Map<string, string>(extraColumns(ctx.db).map(({ key, label }) => [key, label]));
  return fields.map(({ field, kept, gone, same, proposed, joinable }) => {
    const hidden = isMasked(field);
    const textOf = (value: AllValues[string]) =>
      hidden || value === null
        ? null
        : ((typeof value === 'number' && /Id$/.test(field) ? names.get(value) : undefined) ?? String(value));
    return {
      field,
      kept: hidden ? null : kept,
      gone: hidden ? null : gone,
      keptText: textOf(kept),
      goneText: textOf(gone),
      keptHas: kept !== null,
      goneHas: gone !== null,
      label: labels.get(field) ?? null,
      private: hidden,
      same,
      proposed,
      joinable,
    };
  });
}

function merge(input: MergeInput, ctx: Ctx): OutputOf<'members.merge'> {
  const { kept, gone } = bothMembers(ctx, input);
  if (kept.version !== input.keptVersion || gone.version !== input.goneVersion)
    throw new AppError('VERSION_CONFLICT');
  if (input.marriageId === null && rivalMarriages(ctx, kept.id, gone.id))
    throw new AppError('MERGE_HOUSEHOLD', { fields: { marriageId: 'MERGE_HOUSEHOLD' } });
  const before = { kept: valuesOf(ctx, kept), gone: valuesOf(ctx, gone) };
  const merged = mergeValues(planFields(ctx, before.kept, before.gone), input.choices);
  if (merged.tooLong) throw new AppError('INVALID_INPUT', { fields: { [merged.tooLong]: 'INVALID_INPUT' } });
  const rows = { kept: repo.rawMember(ctx.db, kept.id), gone: repo.rawMember(ctx.db, gone.id) };
  const counts = countLinks(ctx, kept.id, gone.id);
  members.setDeleted(ctx.db, gone.id, ctx.now());
  members.unindexMember(ctx.db, gone.id);
  const extra = writeMerged(ctx, kept, merged.values);
  refuseTaken(ctx, kept.id);
  const choice = { taken: merged.taken, marriageId: input.marriageId };
  const moved: Moved = {
    choices: input.choices,
    marriageId: input.marriageId,
    counts,
    links: Object.fromEntries(
      memberReferences().map((one) => [one.entity, one.move(ctx, gone.id, kept.id, choice)]),
    ),
  };
  follow(ctx, [kept.id]);
  const mergeId = repo.insertMerge(ctx.db, {
    uid: uuid(),
    kept_id: kept.id,
    gone_id: gone.id,
    kept_before_json: JSON.stringify({ row: rows.kept, extra: extra.before }),
    gone_before_json: JSON.stringify({ row: rows.gone }),
    kept_after_json: JSON.stringify({ row: repo.rawMember(ctx.db, kept.id), extra: extra.after }),
    moved_json: JSON.stringify(moved),
    actor: ctx.user.name,
    created_at: ctx.now(),
  });
  logMerge(ctx, kept, gone, before, merged.values);
  ctx.undo('members.unmerge', { mergeId });
  return {
    mergeId,
    id: kept.id,
    version: kept.version + 1,
    moved: counts
      .filter(({ gone: count }) => count > 0)
      .map(({ entity, gone: count }) => ({ entity, count })),
  };
}

const countLinks = (ctx: Ctx, keptId: number, goneId: number): Moved['counts'] =>
  memberReferences().map((reference) => ({
    entity: reference.entity,
    kept: reference.count?.(ctx, keptId) ?? 0,
    gone: reference.count?.(ctx, goneId) ?? 0,
  }));

/** Writes the merged values into the kept record. An own field whose choice is no longer offered stays as it was. */
function writeMerged(ctx: Ctx, kept: members.ListedMember, values: AllValues) {
  const columns = toColumns(memberPart(values));
  if (!members.updateMember(ctx.db, { ...columns, id: kept.id, version: kept.version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.writeRaw(ctx.db, kept.id, {
    status: String(values.status),
    status_date: values.statusDate as string | null,
  });
  members.indexMember(ctx.db, searchEntry(kept.id, columns));
  const extra = Object.entries(extraPart(values)).filter(([id, value]) => fits(ctx, id, value));
  return writeExtra(ctx, kept.id, Object.fromEntries(extra));
}

function fits(ctx: Ctx, id: string, value: string | number | null): boolean {
  try {
    checkExtra(ctx.db, { [id]: value });
    return true;
  } catch {
    return false;
  }
}

function logMerge(
  ctx: Ctx,
  kept: members.ListedMember,
  gone: members.ListedMember,
  before: { kept: AllValues; gone: AllValues },
  after: AllValues,
): void {
  recordChange(ctx, {
    entity: 'member',
    entityId: kept.id,
    action: 'merge',
    before: before.kept,
    after: { ...after, mergedId: gone.id, mergedName: gone.full_name },
  });
  recordChange(ctx, {
    entity: 'member',
    entityId: gone.id,
    action: 'merge',
    before: before.gone,
    after: { mergedInto: kept.id, mergedIntoName: kept.full_name },
  });
}

function merges(input: ParsedInputOf<'members.merges'>, ctx: Ctx): OutputOf<'members.merges'> {
  const { memberId, offset, limit } = input;
  return {
    total: repo.countMerges(ctx.db, memberId),
    rows: repo.listMerges(ctx.db, memberId, { offset, limit }),
  };
}

function setDistinct(input: ParsedInputOf<'members.setDistinct'>, ctx: Ctx): OutputOf<'members.setDistinct'> {
  const changed: { firstId: number; secondId: number }[] = [];
  for (const { firstId, secondId } of input.pairs) {
    if (firstId === secondId) throw new AppError('MERGE_SELF');
    if (repo.anyPeople(ctx.db, [firstId, secondId]).length < 2) throw new AppError('NOT_FOUND');
    const [low, high] = firstId < secondId ? [firstId, secondId] : [secondId, firstId];
    const done = input.distinct
      ? repo.addDistinct(ctx.db, low, high, ctx.now())
      : repo.dropDistinct(ctx.db, low, high);
    if (!done) continue;
    changed.push({ firstId: low, secondId: high });
    recordChange(ctx, {
      entity: 'member_distinct',
      entityId: low,
      action: 'update',
      before: { otherId: high, distinct: !input.distinct },
      after: { otherId: high, distinct: input.distinct },
    });
  }
  if (changed.length > 0) ctx.undo('members.setDistinct', { pairs: changed, distinct: !input.distinct });
  return { count: changed.length };
}

function distinctPairs(
  input: ParsedInputOf<'members.distinctPairs'>,
  ctx: Ctx,
): OutputOf<'members.distinctPairs'> {
  const rows = repo.distinctPairs(ctx.db, input);
  const people = new Map(
    repo
      .pairPeople(ctx.db, [...new Set(rows.flatMap(({ lowId, highId }) => [lowId, highId]))])
      .map((person) => [person.id, shownPerson(person)]),
  );
  return {
    total: repo.countDistinct(ctx.db),
    rows: rows.flatMap(({ lowId, highId, at }) => {
      const [first, second] = [people.get(lowId), people.get(highId)];
      return first && second ? [{ first, second, at }] : [];
    }),
  };
}

type MergeOperation =
  | 'members.findDuplicates'
  | 'members.comparePair'
  | 'members.merge'
  | 'members.unmergePreview'
  | 'members.unmerge'
  | 'members.merges'
  | 'members.setDistinct'
  | 'members.distinctPairs';

export const mergeHandlers: Pick<HandlersOf<'members'>, MergeOperation> = {
  'members.findDuplicates': findDuplicates,
  'members.comparePair': comparePair,
  'members.merge': merge,
  'members.unmergePreview': unmergePreview,
  'members.unmerge': unmerge,
  'members.merges': merges,
  'members.setDistinct': setDistinct,
  'members.distinctPairs': distinctPairs,
};
