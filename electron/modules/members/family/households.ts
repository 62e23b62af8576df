/** Households (hộ): two members married to each other are one; for gifts that a household is given once. */
import type { Ctx } from '../../../ipc/context';
import { couplesOn } from './repository';

export interface Couple {
  marriageId: number;
  marriedOn: string | null;
  members: [number, number];
}

/** Couples among these members on a day. Somebody with two marriages in force is in the newest only. */
export function couplesAmong(ctx: Pick<Ctx, 'db'>, memberIds: readonly number[], day: string): Couple[] {
  const wanted = new Set(memberIds);
  const couples: Couple[] = [];
  for (const row of couplesOn(ctx.db, day)) {
    if (!wanted.delete(row.memberId)) continue;
    if (!wanted.delete(row.spouseId)) {
      wanted.add(row.memberId);
      continue;
    }
    couples.push({ marriageId: row.id, marriedOn: row.marriedOn, members: [row.memberId, row.spouseId] });
  }
  return couples;
}

/** The members put together by household on a day (ISO), in the order they were given; each stands in one. */
export function householdsOf(ctx: Pick<Ctx, 'db'>, memberIds: readonly number[], day: string): number[][] {
  const spouse = new Map<number, number>();
  for (const { members } of couplesAmong(ctx, memberIds, day)) {
    spouse.set(members[0], members[1]);
    spouse.set(members[1], members[0]);
  }
  const seen = new Set<number>();
  const households: number[][] = [];
  for (const id of memberIds) {
    if (seen.has(id)) continue;
    const other = spouse.get(id);
    const household = other === undefined ? [id] : [id, other];
    for (const one of household) seen.add(one);
    households.push(household);
  }
  return households;
}
