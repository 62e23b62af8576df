/** Rules of the self-review (tự kiểm tra): open, score, prove, close and print the review of a period. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { reviewPeriod, reviewYearOf } from '../../../shared/domain/reviewPeriod';
import { pointsText } from '../../../shared/domain/scoring';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { settingsOn } from '../settings/service';
import { assign } from './assign';
import { setCheck, setCheckers } from './checks';
import { compare, gaps } from './compare';
import { addFile, addRecord, openEvidence, removeEvidence, restoreEvidence } from './evidence';
import { exportEvidence } from './evidenceFolder';
import { exportAs, exportGaps } from './papers';
import { ratingHandlers } from './ratings';
import * as repo from './repository';
import { compareSets } from './setCompare';
import { exportSet, readSet } from './setFiles';
import {
  confirmSet,
  copySet,
  createSet,
  getSet,
  listSets,
  liveSet,
  restoreSets,
  saveSet,
  trashSets,
} from './sets';
import { sets } from './setsRepository';
import { liveReview, openReview, reviewSheet, sheetItem } from './sheet';
import { type AppliedClass, applyClasses, revertClasses } from './yearClasses';

function list(_: ParsedInputOf<'review.list'>, ctx: Ctx): OutputOf<'review.list'> {
  const start = settingsOn(ctx, ctx.today()).unionYearStart;
  return {
    rows: repo.reviews(ctx.db).map(({ id, version, year, part, from, to, closedAt, setName }) => ({
      id,
      version,
      year,
      part,
      from,
      to,
      closedAt,
      setName,
    })),
    currentYear: reviewYearOf(ctx.today(), start),
  };
}

/** A live set that rates the union. */
function unionSet(ctx: Ctx, id: number): number {
  if (liveSet(ctx.db, id).kind !== 'union')
    throw new AppError('INVALID_INPUT', { fields: { setId: 'INVALID_INPUT' } });
  return id;
}

function create(input: ParsedInputOf<'review.create'>, ctx: Ctx): OutputOf<'review.create'> {
  const { year, part } = input;
  if (repo.reviewOf(ctx.db, year, part)) throw new AppError('DUPLICATE', { details: { name: String(year) } });
  const setId = input.setId === null ? sets(ctx.db)[0]?.id : unionSet(ctx, input.setId);
  if (setId === undefined) throw new AppError('NOT_FOUND');
  const { from, to } = reviewPeriod(year, part, settingsOn(ctx, `${year}-06-30`).unionYearStart);
  const row = { uid: uuid(), setId, year, part, from, to };
  const id = repo.insertReview(ctx.db, row, ctx.now());
  recordChange(ctx, { entity: 'review', entityId: id, action: 'create', after: row });
  ctx.undo('review.trash', { ids: [id] });
  return { id, version: 1 };
}

function useSet(input: ParsedInputOf<'review.useSet'>, ctx: Ctx): OutputOf<'review.useSet'> {
  const { id, version } = input;
  const before = openReview(ctx, id);
  const setId = unionSet(ctx, input.setId);
  if (!repo.setReviewSet(ctx.db, id, version, setId, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'review',
    entityId: id,
    action: 'update',
    before: { setId: before.setId },
    after: { setId },
  });
  ctx.undo('review.useSet', { id, version: version + 1, setId: before.setId });
  return { id, version: version + 1 };
}

function get(input: ParsedInputOf<'review.get'>, ctx: Ctx): OutputOf<'review.get'> {
  return reviewSheet(ctx, liveReview(ctx, input.id));
}

function setItem(input: ParsedInputOf<'review.setItem'>, ctx: Ctx): OutputOf<'review.setItem'> {
  const { reviewId, criterion } = input;
  const review = openReview(ctx, reviewId);
  const item = sheetItem(ctx, review, criterion);
  if (item.version !== input.version) throw new AppError('VERSION_CONFLICT');
  if (item.halves !== null && input.score !== undefined) throw new AppError('SCORE_FROM_HALVES');
  const stored = item.halves === null ? item.score : null;
  const score = input.score === undefined ? stored : input.score;
  const note = input.note === undefined ? item.note : input.note;
  const details = { code: item.code, max: item.max, value: score ?? 0, cap: pointsText(item.cap) };
  if (score !== null && score > item.max)
    throw new AppError('SCORE_OVER_MAX', { fields: { score: 'SCORE_OVER_MAX' }, details });
  if (input.score != null && input.score > item.cap)
    throw new AppError('SCORE_NEEDS_EVIDENCE', { fields: { score: 'SCORE_NEEDS_EVIDENCE' }, details });
  repo.saveItem(ctx.db, reviewId, { criterionUid: criterion, score, note });
  const before = { score: stored, note: item.note };
  recordChange(ctx, {
    entity: 'review_item',
    entityId: reviewId,
    action: 'update',
    before: { criterion: item.code, ...before },
    after: { criterion: item.code, score, note },
  });
  const version = item.version + 1;
  ctx.undo('review.setItem', {
    reviewId,
    criterion,
    version,
    ...(item.halves === null ? before : { note: item.note }),
  });
  return { version };
}

/** The rank of a whole year becomes the union's class of it: that of the union above where it checked. */
function classOfYear(ctx: Ctx, sheet: OutputOf<'review.get'>): AppliedClass[] {
  const rank = sheet.upperRank ?? sheet.rank;
  if (sheet.part !== 'year' || !rank?.class || sheet.counts.open > 0) return [];
  const note = `Theo bảng tự kiểm tra năm ${sheet.year}`;
  return applyClasses(ctx, sheet.year, note, [{ unitId: null, class: rank.class }]);
}

function close(input: ParsedInputOf<'review.close'>, ctx: Ctx): OutputOf<'review.close'> {
  const { id, version } = input;
  const sheet = reviewSheet(ctx, openReview(ctx, id));
  const row = {
    id,
    version,
    at: ctx.now(),
    by: ctx.user.name,
    snapshot: JSON.stringify(sheet),
    applied: JSON.stringify(classOfYear(ctx, sheet)),
    now: ctx.now(),
  };
  if (!repo.setClosed(ctx.db, row)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'review',
    entityId: id,
    action: 'close',
    after: { totals: sheet.totals, rank: sheet.rank?.name ?? null },
  });
  ctx.undo('review.reopen', { id, version: version + 1 });
  return { id, version: version + 1 };
}

function reopen(input: ParsedInputOf<'review.reopen'>, ctx: Ctx): OutputOf<'review.reopen'> {
  const { id, version } = input;
  const before = liveReview(ctx, id);
  if (before.closedAt === null) throw new AppError('NOT_FOUND');
  const row = { id, version, at: null, by: null, snapshot: null, applied: null, now: ctx.now() };
  if (!repo.setClosed(ctx.db, row)) throw new AppError('VERSION_CONFLICT');
  if (before.applied !== null) revertClasses(ctx, before.year, JSON.parse(before.applied) as AppliedClass[]);
  recordChange(ctx, {
    entity: 'review',
    entityId: id,
    action: 'reopen',
    before: { closedAt: before.closedAt, snapshot: before.snapshot },
  });
  return { id, version: version + 1 };
}

function trash(input: ParsedInputOf<'review.trash'>, ctx: Ctx): OutputOf<'review.trash'> {
  for (const id of input.ids) {
    const { snapshot: _snapshot, ...before } = liveReview(ctx, id);
    repo.setReviewDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, { entity: 'review', entityId: id, action: 'trash', before });
  }
  ctx.undo('review.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: ParsedInputOf<'review.restore'>, ctx: Ctx): OutputOf<'review.restore'> {
  let count = 0;
  for (const id of input.ids) {
    const row = repo.reviewById(ctx.db, id);
    if (!row || row.deletedAt === null) continue;
    if (repo.reviewOf(ctx.db, row.year, row.part))
      throw new AppError('DUPLICATE', { details: { name: String(row.year) } });
    repo.setReviewDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'review', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('review.trash', { ids: input.ids });
  return { count };
}

/** The review of a year, measured now or frozen; null where there is none. For the dashboard. */
export function reviewOfYear(ctx: Pick<Ctx, 'db' | 'today'>, year: number): OutputOf<'review.get'> | null {
  const row = repo.reviewOf(ctx.db, year, 'year');
  return row ? reviewSheet(ctx, row) : null;
}

export const reviewHandlers: HandlersOf<'review'> = {
  'review.sets': listSets,
  'review.set': getSet,
  'review.saveSet': saveSet,
  'review.createSet': createSet,
  'review.copySet': copySet,
  'review.compareSets': compareSets,
  'review.exportSet': exportSet,
  'review.readSet': readSet,
  'review.confirmSet': confirmSet,
  'review.trashSets': trashSets,
  'review.restoreSets': restoreSets,
  'review.list': list,
  'review.create': create,
  'review.useSet': useSet,
  'review.get': get,
  'review.setItem': setItem,
  'review.setCheck': setCheck,
  'review.setCheckers': setCheckers,
  'review.assign': assign,
  'review.compare': compare,
  'review.gaps': gaps,
  'review.exportGaps': exportGaps,
  'review.exportEvidence': exportEvidence,
  'review.addFile': addFile,
  'review.addRecord': addRecord,
  'review.removeEvidence': removeEvidence,
  'review.restoreEvidence': restoreEvidence,
  'review.openEvidence': openEvidence,
  'review.close': close,
  'review.reopen': reopen,
  'review.trash': trash,
  'review.restore': restore,
  ...ratingHandlers,
  'review.exportDocx': exportAs('docx'),
  'review.exportPdf': exportAs('pdf'),
  'review.exportXlsx': exportAs('xlsx'),
};
