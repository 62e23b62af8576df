/** Who gave to a drive and who is missing: members on the cut-off day, by name or in the sum of their department. */
import type { Ctx } from '../../ipc/context';
import * as repo from './drivesRepository';
import { byName } from './ledgerViews';

export interface DriveDepartment {
  id: number | null;
  name: string | null;
  members: number;
  given: number;
  missing: number;
  amount: number;
}
export interface DriveState {
  figures: {
    members: number;
    given: number;
    missing: number;
    amount: number;
    outsiders: number;
    booked: number;
    unbooked: number;
  };
  departments: DriveDepartment[];
  /** Missing by name. */
  missing: repo.Asked[];
  /** Missing in departments that gave one sum for fewer people than they have. */
  unnamed: { id: number | null; name: string | null; people: number }[];
  /** Members on the cut-off day. */
  asked: ReadonlySet<number>;
}

interface Tally {
  byMember: Map<number, number>;
  byDepartment: Map<number, { people: number; amount: number }>;
  outsiders: number;
}

function tallyOf(gifts: readonly repo.GiftRecord[], asked: ReadonlySet<number>): Tally {
  const tally: Tally = { byMember: new Map(), byDepartment: new Map(), outsiders: 0 };
  const others = new Map<string, number>();
  for (const gift of gifts) {
    if (gift.departmentId !== null) {
      const old = tally.byDepartment.get(gift.departmentId) ?? { people: 0, amount: 0 };
      const people = gift.amount < 0 ? 0 : (gift.people ?? 0);
      tally.byDepartment.set(gift.departmentId, {
        people: old.people + people,
        amount: old.amount + gift.amount,
      });
    } else if (gift.memberId !== null && asked.has(gift.memberId))
      tally.byMember.set(gift.memberId, (tally.byMember.get(gift.memberId) ?? 0) + gift.amount);
    else others.set(gift.name, (others.get(gift.name) ?? 0) + gift.amount);
  }
  tally.outsiders = [...others.values()].filter((amount) => amount > 0).length;
  return tally;
}

/** Everything that is said of a drive. 100% is only said when `missing` is 0. */
export function driveState(ctx: Pick<Ctx, 'db'>, drive: repo.DriveRecord): DriveState {
  const members = repo.membersOn(ctx.db, drive.cut_off);
  const asked = new Set(members.map((one) => one.memberId));
  const gifts = repo.giftsOf(ctx.db, drive.id);
  const tally = tallyOf(gifts, asked);
  const parts = new Map<number | null, DriveDepartment & { silent: repo.Asked[] }>();
  for (const one of members) {
    const part = parts.get(one.departmentId) ?? {
      ...{ id: one.departmentId, name: one.department, members: 0, given: 0, missing: 0, amount: 0 },
      silent: [],
    };
    parts.set(one.departmentId, part);
    part.members++;
    const amount = tally.byMember.get(one.memberId) ?? 0;
    part.amount += amount;
    if (amount > 0) part.given++;
    else part.silent.push(one);
  }
  const [missing, unnamed]: [repo.Asked[], DriveState['unnamed']] = [[], []];
  for (const part of parts.values()) {
    const sum = part.id === null ? undefined : tally.byDepartment.get(part.id);
    part.amount += sum?.amount ?? 0;
    const covered = sum && sum.amount > 0 ? Math.min(sum.people, part.silent.length) : 0;
    part.given += covered;
    part.missing = part.silent.length - covered;
    if (covered === 0) missing.push(...part.silent);
    else if (part.missing > 0) unnamed.push({ id: part.id, name: part.name, people: part.missing });
  }
  const sum = (of: readonly repo.GiftRecord[]) => of.reduce((all, gift) => all + gift.amount, 0);
  const departments = [...parts.values()].map(({ silent: _, ...part }) => part).sort(byName);
  const all = (key: 'members' | 'given' | 'missing') =>
    departments.reduce((total, part) => total + part[key], 0);
  const booked = sum(gifts.filter((gift) => gift.voucherId !== null));
  const place = new Map(members.map((one, at) => [one.memberId, at]));
  return {
    figures: {
      members: all('members'),
      given: all('given'),
      missing: all('missing'),
      amount: sum(gifts),
      outsiders: tally.outsiders,
      booked,
      unbooked: sum(gifts) - booked,
    },
    departments,
    missing: missing.sort(
      (a, b) =>
        byName({ name: a.department }, { name: b.department }) ||
        place.get(a.memberId)! - place.get(b.memberId)!,
    ),
    unnamed: unnamed.sort(byName),
    asked,
  };
}
