/** A person's places on lists of events when two records of one person are merged: came once is came. */
import type { Ctx } from '../../../ipc/context';
import type { ListPlace } from './memberRepository';
import * as repo from './memberRepository';
import { refresh } from './repository';

interface MovedPlace {
  /** Places of both as they were, and the one place they became. */
  from: ListPlace;
  to: ListPlace | null;
  became: ListPlace;
}

function joined(from: ListPlace, to: ListPlace): ListPlace {
  const came = from.came === null ? to.came : to.came === null ? from.came : Math.max(from.came, to.came);
  return {
    ...to,
    eligible: Math.max(from.eligible, to.eligible),
    came,
    reason: came === 1 ? null : (to.reason ?? from.reason),
  };
}

function recount(ctx: Ctx, places: readonly MovedPlace[]): void {
  const events = new Set(places.map(({ became }) => repo.eventOfList(ctx.db, became.list_id)));
  for (const event of events) if (event !== undefined) refresh(ctx.db, event);
}

export const eventPlaces = {
  entity: 'event',
  columns: ['event_eligible.member_id'],
  count: (ctx: Ctx, memberId: number): number => repo.placesOf(ctx.db, memberId).length,
  move(ctx: Ctx, fromId: number, toId: number): MovedPlace[] {
    const moved = repo.placesOf(ctx.db, fromId).map((from): MovedPlace => {
      const to = repo.placeOn(ctx.db, from.list_id, toId) ?? null;
      const became = to ? joined(from, to) : { ...from, member_id: toId };
      repo.dropPlace(ctx.db, from.list_id, fromId);
      repo.putPlace(ctx.db, became);
      return { from, to, became };
    });
    recount(ctx, moved);
    return moved;
  },
  back(ctx: Ctx, saved: MovedPlace[]): number {
    let lost = 0;
    for (const { from, to, became } of saved) {
      const now = repo.placeOn(ctx.db, from.list_id, became.member_id);
      if (!now || repo.placeOn(ctx.db, from.list_id, from.member_id)) {
        lost++;
        continue;
      }
      const kept = now.came === became.came && now.reason === became.reason;
      if (to === null) repo.dropPlace(ctx.db, from.list_id, became.member_id);
      else if (kept) repo.putPlace(ctx.db, to);
      else lost++;
      repo.putPlace(ctx.db, kept || to ? from : { ...now, member_id: from.member_id });
    }
    recount(ctx, saved);
    return lost;
  },
};
