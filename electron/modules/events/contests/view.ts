/** A contest as screens and papers show it: entries, prizes, and how much each department took part. */
import type { Ctx, OutputOf } from '../../../ipc/context';
import { departmentNames, departmentsOf } from '../attendance/repository';
import { editionOf } from '../plans/seriesRepository';
import type { ListedEvent } from '../repository';
import * as repo from './repository';

export type ContestView = OutputOf<'contests.get'>;
type Entry = ContestView['entries'][number];

const distinct = (entries: readonly Entry[]): number[] => [
  ...new Set(entries.flatMap(({ people }) => people.flatMap(({ memberId }) => memberId ?? []))),
];

/** Each member counts in the department of the contest's day; entries and prizes in that of the entry. */
function participation(ctx: Ctx, entries: readonly Entry[], day: string): ContestView['departments'] {
  const rows = new Map<number, ContestView['departments'][number]>();
  const heads = new Map(repo.headCounts(ctx.db, day).map((one) => [one.departmentId, one.members]));
  const row = (departmentId: number) => {
    const known = rows.get(departmentId);
    if (known) return known;
    const members = heads.get(departmentId) ?? 0;
    const made = {
      departmentId: departmentId || null,
      name: null,
      entries: 0,
      people: 0,
      members,
      prizes: 0,
    };
    rows.set(departmentId, made);
    return made;
  };
  for (const departmentId of heads.keys()) if (departmentId !== 0) row(departmentId);
  for (const { departmentId } of departmentsOf(ctx.db, distinct(entries), day)) row(departmentId).people++;
  for (const entry of entries) {
    const one = row(entry.departmentId ?? 0);
    one.entries++;
    one.prizes += entry.prizes.length;
  }
  const names = new Map(departmentNames(ctx.db, [...rows.keys()], day).map((one) => [one.departmentId, one]));
  const keyOf = (id: number | null) => names.get(id ?? 0)?.nameKey ?? '\uffff';
  return [...rows.values()]
    .map((one) => ({ ...one, name: names.get(one.departmentId ?? 0)?.name ?? null }))
    .sort((a, b) => (keyOf(a.departmentId) < keyOf(b.departmentId) ? -1 : 1));
}

function edition(ctx: Ctx, eventId: number): ContestView['edition'] {
  const row = editionOf(ctx.db, eventId);
  if (!row) return null;
  const { yearly: _, ...said } = row;
  return said;
}

export function contestView(ctx: Ctx, event: ListedEvent): ContestView {
  const entries = repo
    .entriesOf(ctx.db, event.id)
    .map(
      ({ eventId: _, deletedAt: __, ...entry }): Entry => ({ ...entry, ...repo.partsOf(ctx.db, entry.id) }),
    );
  const won = entries.flatMap((entry) => entry.prizes);
  const day = event.last_day;
  const departments = participation(ctx, entries, day);
  return {
    version: repo.versionOf(ctx.db, event.id),
    fields: { rounds: repo.roundsOf(ctx.db, event.id), subjects: repo.subjectsOf(ctx.db, event.id) },
    edition: edition(ctx, event.id),
    organiserLevel: event.organiser_level,
    day,
    entries,
    totals: {
      entries: entries.length,
      people: distinct(entries).length,
      outsiders: entries.flatMap(({ people }) => people.filter(({ memberId }) => memberId === null)).length,
      members: departments.reduce((sum, one) => sum + one.members, 0),
      prizes: won.length,
      money: won.reduce((sum, prize) => sum + (prize.money ?? 0), 0),
    },
    departments,
  };
}
