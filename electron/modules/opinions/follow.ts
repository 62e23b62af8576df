/** A follow-up made of an opinion: it stands in the list of follow-ups of events, with its owner and day. */
import { AppError } from '../../../shared/contract/errors';
import { opinionCode } from '../../../shared/domain/opinions';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { followUpHandlers } from '../events/followUps/service';
import { liveOpinion } from './record';
import * as repo from './repository';

function link(ctx: Ctx, row: repo.OpinionRecord, version: number, followUpId: number | null) {
  if (!repo.setOpinion(ctx.db, ['followUpId'], { id: row.id, version, followUpId }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'opinion',
    entityId: row.id,
    action: 'update',
    before: { followUpId: row.followUpId },
    after: { followUpId },
  });
  return { id: row.id, version: version + 1 };
}

/** The text names the opinion by its number, never who gave it. */
function follow(input: ParsedInputOf<'opinions.follow'>, ctx: Ctx): OutputOf<'opinions.follow'> {
  const { id, version, owner, dueOn } = input;
  const row = liveOpinion(ctx, id);
  if (row.followUpId !== null) throw new AppError('DUPLICATE', { details: { name: opinionCode(row) } });
  const made = followUpHandlers['events.createFollowUps'](
    {
      eventId: null,
      text: input.text ?? `Giải quyết ý kiến số ${opinionCode(row)}: ${row.text}`.slice(0, 2000),
      saidBy: null,
      saidTitle: null,
      saidOn: row.receivedOn,
      dueOn,
      owners: [owner],
    },
    ctx,
  );
  const followUpId = made.ids[0]!;
  const saved = link(ctx, row, version, followUpId);
  ctx.undo('opinions.setFollowUp', { ...saved, followUpId: null });
  return { ...saved, followUpId };
}

function setFollowUp(
  input: ParsedInputOf<'opinions.setFollowUp'>,
  ctx: Ctx,
): OutputOf<'opinions.setFollowUp'> {
  const { id, version, followUpId } = input;
  const row = liveOpinion(ctx, id);
  const was = row.followUpId;
  const saved = link(ctx, row, version, followUpId);
  if (followUpId !== null) followUpHandlers['events.restoreFollowUps']({ ids: [followUpId] }, ctx);
  else if (was !== null) followUpHandlers['events.trashFollowUps']({ ids: [was] }, ctx);
  ctx.undo('opinions.setFollowUp', { ...saved, followUpId: was });
  return saved;
}

export const followHandlers = { 'opinions.follow': follow, 'opinions.setFollowUp': setFollowUp };
