/**
 * Rules of criteria sets (bộ tiêu chí). A set that a closed review uses never changes: saving it makes a new edition
 * and open reviews go over to that. Criteria keep their uid in every edition, so scores and evidence follow them.
 */
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors';
import type { SetFields } from '../../../shared/contract/reviewSets';
import { type IndicatorId, isIndicatorId } from '../../../shared/domain/indicators';
import { type ScoringRule, scoringRule } from '../../../shared/domain/scoring';
import {
  type ConditionedLevel,
  type HalvesFormula,
  halvesFormula,
  rankCondition,
} from '../../../shared/domain/scoringRanks';
import { recordChange } from '../../db/audit';
import type { Db } from '../../db/database';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { moveOpenRatings } from './ratingRepository';
import * as reviews from './repository';
import * as repo from './setsRepository';

/** A criterion with its rule read from the store. */
export interface Criterion {
  uid: string;
  code: string;
  title: string;
  titleEn: string | null;
  max: number;
  evidence: string | null;
  evidenceEn: string | null;
  indicators: IndicatorId[];
  rule: ScoringRule | null;
}

function toCriterion(row: repo.CriterionRow): Criterion {
  const { groupId: _group, indicators, rule, ...rest } = row;
  const parsed = rule === null ? null : scoringRule.safeParse(JSON.parse(rule));
  return {
    ...rest,
    indicators: (JSON.parse(indicators) as string[]).filter(isIndicatorId),
    rule: parsed?.success ? parsed.data : null,
  };
}

/** Groups of a set with their criteria. */
export function groupsOf(db: Db, setId: number) {
  const criteria = repo.criteriaOf(db, setId);
  return repo.groupsOf(db, setId).map(({ id, bonus, ...group }) => ({
    ...group,
    bonus: bonus === 1,
    criteria: criteria.filter((row) => row.groupId === id).map(toCriterion),
  }));
}

/** A live set. Errors: NOT_FOUND. */
export function liveSet(db: Db, id: number): repo.SetRow {
  const row = repo.setById(db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

const conditionsList = z.array(rankCondition);
type Level = ConditionedLevel & { class: repo.RankRow['class']; conditions: z.output<typeof conditionsList> };

/** Conditions as they are stored; what cannot be read asks for nothing. */
function conditionsOf(row: repo.RankRow) {
  const read = conditionsList.safeParse(JSON.parse(row.conditions));
  return read.success ? read.data : [];
}

function formulaOf(row: repo.SetRow): HalvesFormula | null {
  const read = row.formulaJson === null ? null : halvesFormula.safeParse(JSON.parse(row.formulaJson));
  return read?.success ? read.data : null;
}

/** How a set adds up: the formula of the year, what counts without evidence, and its ranks. */
export function rulesOf(
  db: Db,
  set: repo.SetRow,
): { formula: HalvesFormula | null; unprovenShare: number | null; ranks: Level[] } {
  const ranks = repo.ranksOf(db, set.id).map((row) => ({
    ...row,
    nameEn: row.nameEn ?? row.name,
    conditions: conditionsOf(row),
  }));
  return { formula: formulaOf(set), unprovenShare: set.unprovenShare, ranks };
}

/** A set as the form writes it. */
export function fieldsOf(db: Db, row: repo.SetRow): SetFields {
  const { name, nameEn, kind, validFrom, source, unprovenShare } = row;
  const ranks = repo.ranksOf(db, row.id).map((rank) => ({ ...rank, conditions: conditionsOf(rank) }));
  const formula = formulaOf(row);
  return {
    name,
    nameEn,
    kind,
    validFrom,
    source,
    formula,
    unprovenShare,
    groups: groupsOf(db, row.id),
    ranks,
  };
}

const toHead = ({
  name,
  nameEn,
  kind,
  validFrom,
  source,
  unprovenShare,
  formula,
}: SetFields): repo.SetHead => ({
  ...{ name, nameEn, kind, validFrom, source, unprovenShare },
  formulaJson: formula === null ? null : JSON.stringify(formula),
});

export function listSets(input: ParsedInputOf<'review.sets'>, ctx: Ctx): OutputOf<'review.sets'> {
  return {
    rows: repo.sets(ctx.db, input.kind).map((row) => ({
      ...{ id: row.id, version: row.version, kind: row.kind, name: row.name, nameEn: row.nameEn },
      ...{ edition: row.edition, confirmedOn: row.confirmedOn, criteria: row.criteria, max: row.max },
      openReviews: row.openReviews,
      closedReviews: row.closedReviews,
    })),
  };
}

export function getSet(input: ParsedInputOf<'review.set'>, ctx: Ctx): OutputOf<'review.set'> {
  const row = liveSet(ctx.db, input.id);
  return {
    id: row.id,
    version: row.version,
    edition: row.edition,
    confirmedOn: row.confirmedOn,
    locked: repo.setUse(ctx.db, row.id).closed > 0,
    fields: fieldsOf(ctx.db, row),
  };
}

function writeParts(db: Db, setId: number, fields: SetFields): void {
  const free = repo.clearParts(db, setId);
  const idFor = (table: keyof repo.FreeIds) => free[table].shift() ?? null;
  const taken = new Set<string>();
  fields.groups.forEach((group, g) => {
    const { criteria, bonus, ...head } = group;
    const groupId = repo.insertGroup(db, setId, g + 1, {
      ...head,
      id: idFor('criterion_group'),
      bonus: bonus ? 1 : 0,
    });
    criteria.forEach((criterion, c) => {
      const { indicators, rule, uid, ...rest } = criterion;
      const own = uid ?? uuid();
      if (taken.has(own)) throw new AppError('DUPLICATE', { details: { name: criterion.code } });
      taken.add(own);
      repo.insertCriterion(db, setId, c + 1, {
        ...rest,
        id: idFor('criterion'),
        uid: own,
        groupId,
        indicators: JSON.stringify(indicators),
        rule: rule === null ? null : JSON.stringify(rule),
      });
    });
  });
  for (const rank of fields.ranks)
    repo.insertRank(db, setId, {
      ...rank,
      id: idFor('rank_level'),
      conditions: JSON.stringify(rank.conditions),
    });
}

export function saveSet(input: ParsedInputOf<'review.saveSet'>, ctx: Ctx): OutputOf<'review.saveSet'> {
  const { id, version, ...fields } = input;
  const before = liveSet(ctx.db, id);
  if (before.version !== version) throw new AppError('VERSION_CONFLICT');
  refuseTwins(fields);
  if (fields.kind !== before.kind) throw new AppError('INVALID_INPUT', { fields: { kind: 'INVALID_INPUT' } });
  if (repo.setUse(ctx.db, id).closed > 0) return newEdition(ctx, before, fields);
  const was = fieldsOf(ctx.db, before);
  repo.updateSet(ctx.db, { id, version, ...toHead(fields) }, ctx.now());
  writeParts(ctx.db, id, fields);
  recordChange(ctx, { entity: 'criteria_set', entityId: id, action: 'update', before: was, after: fields });
  ctx.undo('review.saveSet', { id, version: version + 1, ...was });
  return { id, version: version + 1, copied: false };
}

/** Two criteria of one code could not be told apart on paper. */
function refuseTwins(fields: SetFields): void {
  const codes = fields.groups.flatMap((group) => [group.code, ...group.criteria.map((each) => each.code)]);
  const twin = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twin !== undefined) throw new AppError('DUPLICATE', { details: { name: twin } });
}

function insertWhole(
  ctx: Ctx,
  fields: SetFields,
  chain: { edition: number; basedOn: number | null; keepUids: boolean },
): number {
  const { edition, basedOn } = chain;
  const id = repo.insertSet(ctx.db, { ...toHead(fields), uid: uuid(), edition, basedOn }, ctx.now());
  const fresh = (group: SetFields['groups'][number]) => ({
    ...group,
    criteria: group.criteria.map((criterion) => ({ ...criterion, uid: null })),
  });
  writeParts(ctx.db, id, chain.keepUids ? fields : { ...fields, groups: fields.groups.map(fresh) });
  recordChange(ctx, { entity: 'criteria_set', entityId: id, action: 'create', after: fields });
  return id;
}

function newEdition(ctx: Ctx, before: repo.SetRow, fields: SetFields): OutputOf<'review.saveSet'> {
  const id = insertWhole(ctx, fields, { edition: before.edition + 1, basedOn: before.id, keepUids: true });
  reviews.moveOpenReviews(ctx.db, before.id, id, ctx.now());
  moveOpenRatings(ctx.db, before.id, id, ctx.now());
  ctx.undo('review.trashSets', { ids: [id] });
  return { id, version: 1, copied: true };
}

export function createSet(fields: ParsedInputOf<'review.createSet'>, ctx: Ctx): OutputOf<'review.createSet'> {
  refuseTwins(fields);
  const id = insertWhole(ctx, fields, { edition: 1, basedOn: null, keepUids: true });
  ctx.undo('review.trashSets', { ids: [id] });
  return { id, version: 1 };
}

export function copySet(input: ParsedInputOf<'review.copySet'>, ctx: Ctx): OutputOf<'review.copySet'> {
  const source = fieldsOf(ctx.db, liveSet(ctx.db, input.id));
  const id = insertWhole(
    ctx,
    { ...source, name: input.name, nameEn: null },
    { edition: 1, basedOn: null, keepUids: true },
  );
  ctx.undo('review.trashSets', { ids: [id] });
  return { id, version: 1 };
}

export function confirmSet(
  input: ParsedInputOf<'review.confirmSet'>,
  ctx: Ctx,
): OutputOf<'review.confirmSet'> {
  const { id, version, confirmedOn } = input;
  const before = liveSet(ctx.db, id);
  if (!repo.setConfirmed(ctx.db, id, version, confirmedOn, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'criteria_set',
    entityId: id,
    action: 'update',
    before: { confirmedOn: before.confirmedOn },
    after: { confirmedOn },
  });
  ctx.undo('review.confirmSet', { id, version: version + 1, confirmedOn: before.confirmedOn });
  return { id, version: version + 1 };
}

export function trashSets(input: ParsedInputOf<'review.trashSets'>, ctx: Ctx): OutputOf<'review.trashSets'> {
  for (const id of input.ids) {
    const row = liveSet(ctx.db, id);
    const { open, closed } = repo.setUse(ctx.db, id);
    const earlier = row.basedOn === null ? undefined : repo.setById(ctx.db, row.basedOn);
    const last = repo.sets(ctx.db, row.kind).length === 1;
    if (closed > 0 || last || (open > 0 && (!earlier || earlier.deletedAt !== null)))
      throw new AppError('IN_USE', { details: { name: row.name, count: open + closed } });
    if (open > 0 && earlier) {
      reviews.moveOpenReviews(ctx.db, id, earlier.id, ctx.now());
      moveOpenRatings(ctx.db, id, earlier.id, ctx.now());
    }
    repo.setSetDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'criteria_set', entityId: id, action: 'trash', before: row });
  }
  ctx.undo('review.restoreSets', { ids: input.ids });
  return { count: input.ids.length };
}

export function restoreSets(
  input: ParsedInputOf<'review.restoreSets'>,
  ctx: Ctx,
): OutputOf<'review.restoreSets'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setSetDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'criteria_set', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('review.trashSets', { ids: input.ids });
  return { count };
}
