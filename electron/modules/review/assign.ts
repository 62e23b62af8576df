/** Criteria given to people with a day (phân công). */
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { groupsOf } from './sets';
import { openReview } from './sheet';
import * as repo from './tasksRepository';

/** Gives criteria to people with a day; the undo gives them back to whom they were. */
export function assign(input: ParsedInputOf<'review.assign'>, ctx: Ctx): OutputOf<'review.assign'> {
  const review = openReview(ctx, input.reviewId);
  const criteria = groupsOf(ctx.db, review.setId).flatMap((group) => group.criteria);
  const before = new Map(repo.tasksOf(ctx.db, review.id).map((task) => [task.criterionUid, task]));
  const old = input.tasks.map(({ criterion, memberId, name, dueOn }) => {
    const known = criteria.find((each) => each.uid === criterion);
    if (!known) throw new AppError('NOT_FOUND');
    const person = memberId === null ? name : repo.memberName(ctx.db, memberId);
    if (memberId !== null && person === null) throw new AppError('NOT_FOUND');
    const was = before.get(criterion) ?? { criterionUid: criterion, memberId: null, name: null, dueOn: null };
    repo.saveTask(ctx.db, review.id, { criterionUid: criterion, memberId, name, dueOn });
    recordChange(ctx, {
      entity: 'review_item',
      entityId: review.id,
      action: 'update',
      before: { criterion: known.code, person: was.name, dueOn: was.dueOn },
      after: { criterion: known.code, person, dueOn },
    });
    return {
      criterion,
      memberId: was.memberId,
      name: was.memberId === null ? was.name : null,
      dueOn: was.dueOn,
    };
  });
  ctx.undo('review.assign', { reviewId: review.id, tasks: old });
  return { count: input.tasks.length };
}
