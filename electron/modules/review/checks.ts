/** The columns of those who check a self-review: the group (or cross check) and the union above, with who and when. */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';
import { openReview, sheetItem } from './sheet';

export function setCheck(input: ParsedInputOf<'review.setCheck'>, ctx: Ctx): OutputOf<'review.setCheck'> {
  const { reviewId, criterion, column, score } = input;
  const review = openReview(ctx, reviewId);
  const item = sheetItem(ctx, review, criterion);
  if (item.version !== input.version) throw new AppError('VERSION_CONFLICT');
  if (item.halves !== null) throw new AppError('SCORE_FROM_HALVES');
  const details = { code: item.code, max: item.max, value: score ?? 0 };
  if (score !== null && score > item.max)
    throw new AppError('SCORE_OVER_MAX', { fields: { score: 'SCORE_OVER_MAX' }, details });
  const by = score === null ? null : (review[`${column}By`] ?? ctx.user.name);
  const on = score === null ? null : (review[`${column}On`] ?? ctx.today());
  repo.saveCheck(ctx.db, reviewId, column, { criterionUid: criterion, score, by, on });
  const before = item.checks[column]?.score ?? null;
  recordChange(ctx, {
    entity: 'review_item',
    entityId: reviewId,
    action: 'update',
    before: { criterion: item.code, column, score: before },
    after: { criterion: item.code, column, score },
  });
  const version = item.version + 1;
  ctx.undo('review.setCheck', { reviewId, criterion, version, column, score: before });
  return { version };
}

const checkersOf = ({
  groupBy,
  groupOn,
  upperBy,
  upperOn,
  evidenceDue,
}: repo.CheckersRow): repo.CheckersRow => ({
  ...{ groupBy, groupOn, upperBy, upperOn },
  evidenceDue,
});

export function setCheckers(
  input: ParsedInputOf<'review.setCheckers'>,
  ctx: Ctx,
): OutputOf<'review.setCheckers'> {
  const { id, version, ...fields } = input;
  const before = checkersOf(openReview(ctx, id));
  if (!repo.setCheckers(ctx.db, { id, version, ...fields }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'review', entityId: id, action: 'update', before, after: fields });
  ctx.undo('review.setCheckers', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}
