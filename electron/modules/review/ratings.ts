/** Rules of yearly ratings (chấm điểm, xếp loại tổ công đoàn và đoàn viên): opened, scored cell by cell, closed. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { todayInVietnam } from '../../../shared/domain/dateMath';
import { reviewPeriod } from '../../../shared/domain/reviewPeriod';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { settingsOn } from '../settings/service';
import { exportRating } from './papers';
import * as repo from './ratingRepository';
import { ratingSheet } from './ratingSheet';
import { groupsOf, liveSet } from './sets';
import { sets } from './setsRepository';
import { type AppliedClass, applyClasses, revertClasses } from './yearClasses';

/** A live rating. Errors: NOT_FOUND. */
export function liveRating(ctx: Pick<Ctx, 'db'>, id: number): repo.RatingRow {
  const row = repo.ratingById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

function openedRating(ctx: Ctx, id: number): repo.RatingRow {
  const row = liveRating(ctx, id);
  if (row.closedAt !== null)
    throw new AppError('CLOSED', { details: { date: todayInVietnam(new Date(row.closedAt)) } });
  return row;
}

function list(input: ParsedInputOf<'review.ratings'>, ctx: Ctx): OutputOf<'review.ratings'> {
  const rows = repo.ratings(ctx.db, input.year).map((row) => {
    const { lines, counts } = ratingSheet(ctx, row);
    return {
      ...{ id: row.id, version: row.version, kind: row.kind, year: row.year },
      ...{ orgUnitId: row.orgUnitId, orgUnitName: row.orgUnitName, closedAt: row.closedAt },
      lines: lines.length,
      rated: lines.filter((line) => line.rank !== null).length,
      counts,
    };
  });
  if (input.year === null) return { rows, groups: [] };
  const { to } = reviewPeriod(input.year, 'year', settingsOn(ctx, `${input.year}-06-30`).unionYearStart);
  const groups = repo.groupsOn(ctx.db, to).map(({ id, name, members }) => ({
    ...{ id, name, members },
    ratingId: rows.find((row) => row.kind === 'member' && row.orgUnitId === id)?.id ?? null,
  }));
  return { rows, groups };
}

function open(input: ParsedInputOf<'review.openRating'>, ctx: Ctx): OutputOf<'review.openRating'> {
  const { kind, year, orgUnitId } = input;
  if ((kind === 'member') !== (orgUnitId !== null)) throw new AppError('INVALID_INPUT');
  if (orgUnitId !== null && !repo.subjectOf(ctx.db, 'group', orgUnitId)) throw new AppError('NOT_FOUND');
  if (repo.ratingOf(ctx.db, { kind, year, orgUnitId }))
    throw new AppError('DUPLICATE', { details: { name: String(year) } });
  const set = input.setId === null ? sets(ctx.db, kind)[0] : liveSet(ctx.db, input.setId);
  if (!set) throw new AppError('NOT_FOUND');
  if (set.kind !== kind) throw new AppError('INVALID_INPUT', { fields: { setId: 'INVALID_INPUT' } });
  const { from, to } = reviewPeriod(year, 'year', settingsOn(ctx, `${year}-06-30`).unionYearStart);
  const row = { uid: uuid(), kind, year, orgUnitId, setId: set.id, from, to };
  const id = repo.insertRating(ctx.db, row, ctx.now());
  recordChange(ctx, { entity: 'rating', entityId: id, action: 'create', after: row });
  ctx.undo('review.trashRatings', { ids: [id] });
  return { id, version: 1 };
}

/** The line of somebody rated, made with the first score or remark. */
function lineOf(
  ctx: Ctx,
  rating: repo.RatingRow,
  lines: Map<number, repo.LineRow>,
  subjectId: number,
): number {
  const known = lines.get(subjectId);
  if (known) return known.id;
  if (!repo.subjectOf(ctx.db, rating.kind, subjectId)) throw new AppError('NOT_FOUND');
  const id = repo.insertLine(ctx.db, rating, subjectId);
  lines.set(subjectId, { id, subjectId, note: null });
  return id;
}

const linesBySubject = (ctx: Ctx, id: number) =>
  new Map(repo.linesOf(ctx.db, id).map((line) => [line.subjectId, line]));

function setScores(
  input: ParsedInputOf<'review.setRatingScores'>,
  ctx: Ctx,
): OutputOf<'review.setRatingScores'> {
  const { id, who, cells } = input;
  const rating = openedRating(ctx, id);
  const criteria = new Map(
    groupsOf(ctx.db, rating.setId).flatMap((group) =>
      group.criteria.map((each) => [each.uid, each] as const),
    ),
  );
  const lines = linesBySubject(ctx, id);
  const known = new Map(
    repo.scoresOf(ctx.db, id).map((row) => [`${row.subjectId} ${row.criterionUid} ${row.who}`, row.score]),
  );
  const before = cells.map(({ subjectId, criterion, score }) => {
    const found = criteria.get(criterion);
    if (!found) throw new AppError('NOT_FOUND');
    const details = { code: found.code, max: found.max, value: score ?? 0 };
    if (score !== null && score > found.max)
      throw new AppError('SCORE_OVER_MAX', { fields: { score: 'SCORE_OVER_MAX' }, details });
    const lineId = lineOf(ctx, rating, lines, subjectId);
    repo.saveScore(ctx.db, { lineId, criterion, who, score, by: ctx.user.name, on: ctx.today() });
    return { subjectId, criterion, score: known.get(`${subjectId} ${criterion} ${who}`) ?? null };
  });
  recordChange(ctx, {
    entity: 'rating',
    entityId: id,
    action: 'update',
    before: { who, cells: before },
    after: { who, cells },
  });
  ctx.undo('review.setRatingScores', { id, who, cells: before });
  return { count: cells.length };
}

function setNote(input: ParsedInputOf<'review.setRatingNote'>, ctx: Ctx): OutputOf<'review.setRatingNote'> {
  const { id, subjectId, note } = input;
  const rating = openedRating(ctx, id);
  const lines = linesBySubject(ctx, id);
  const before = lines.get(subjectId)?.note ?? null;
  repo.setLineNote(ctx.db, lineOf(ctx, rating, lines, subjectId), note);
  recordChange(ctx, {
    entity: 'rating',
    entityId: id,
    action: 'update',
    before: { note: before },
    after: { note },
  });
  ctx.undo('review.setRatingNote', { id, subjectId, note: before });
  return { count: 1 };
}

function close(input: ParsedInputOf<'review.closeRating'>, ctx: Ctx): OutputOf<'review.closeRating'> {
  const { id, version } = input;
  const rating = openedRating(ctx, id);
  const sheet = ratingSheet(ctx, rating);
  const ranked = sheet.lines.flatMap((line) =>
    line.rank?.class ? [{ unitId: line.subjectId, class: line.rank.class }] : [],
  );
  const applied =
    rating.kind === 'group'
      ? applyClasses(ctx, rating.year, `Theo bảng xếp loại tổ công đoàn năm ${rating.year}`, ranked)
      : [];
  const row = { id, version, at: ctx.now(), by: ctx.user.name, now: ctx.now() };
  const kept = { snapshot: JSON.stringify(sheet), applied: JSON.stringify(applied) };
  if (!repo.setRatingClosed(ctx.db, { ...row, ...kept })) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'rating', entityId: id, action: 'close', after: { counts: sheet.counts } });
  ctx.undo('review.reopenRating', { id, version: version + 1 });
  return { id, version: version + 1 };
}

function reopen(input: ParsedInputOf<'review.reopenRating'>, ctx: Ctx): OutputOf<'review.reopenRating'> {
  const { id, version } = input;
  const rating = liveRating(ctx, id);
  if (rating.closedAt === null) throw new AppError('NOT_FOUND');
  const row = { id, version, at: null, by: null, snapshot: null, applied: null, now: ctx.now() };
  if (!repo.setRatingClosed(ctx.db, row)) throw new AppError('VERSION_CONFLICT');
  if (rating.applied !== null) revertClasses(ctx, rating.year, JSON.parse(rating.applied) as AppliedClass[]);
  const before = { closedAt: rating.closedAt, snapshot: rating.snapshot };
  recordChange(ctx, { entity: 'rating', entityId: id, action: 'reopen', before });
  ctx.undo('review.closeRating', { id, version: version + 1 });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'review.trashRatings'>, ctx: Ctx): OutputOf<'review.trashRatings'> {
  for (const id of input.ids) {
    const { snapshot: _snapshot, ...before } = openedRating(ctx, id);
    repo.setRatingDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'rating', entityId: id, action: 'trash', before });
  }
  ctx.undo('review.restoreRatings', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'review.restoreRatings'>, ctx: Ctx): OutputOf<'review.restoreRatings'> {
  let count = 0;
  for (const id of input.ids) {
    const row = repo.ratingById(ctx.db, id);
    if (!row || row.deletedAt === null) continue;
    if (repo.ratingOf(ctx.db, row)) throw new AppError('DUPLICATE', { details: { name: String(row.year) } });
    repo.setRatingDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'rating', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('review.trashRatings', { ids: input.ids });
  return { count };
}

export const ratingHandlers = {
  'review.ratings': list,
  'review.openRating': open,
  'review.rating': (input, ctx) => ratingSheet(ctx, liveRating(ctx, input.id)),
  'review.setRatingScores': setScores,
  'review.setRatingNote': setNote,
  'review.closeRating': close,
  'review.reopenRating': reopen,
  'review.trashRatings': trash,
  'review.restoreRatings': restore,
  'review.exportRating': exportRating,
} satisfies Partial<HandlersOf<'review'>>;
