/** Children of members: as they are shown on a day, and the list of them. */
import { ageOn } from '../../../../shared/domain/dates';
import { fold } from '../../../../shared/text/fold';
import type { Db } from '../../../db/database';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { stretchesOn } from '../history/service';
import { type ChildConditions, listChildren } from './listRepository';
import { childOfRecord, schoolResultOf } from './record';
import type { ChildRecord, Relative } from './repository';
import * as repo from './repository';

export type Child = OutputOf<'members.children'>['rows'][number];
type Filter = Omit<ParsedInputOf<'members.exportChildren'>, 'sort' | 'descending'>;

/** A person as others of the family see him or her. */
export const relativeOf = (r: Relative): Child['parents'][number] => ({
  id: r.id,
  fullName: r.fullName,
  givenName: r.givenName,
  birthDate: r.birthDate,
  department: r.department,
});

/** Children with parents, school results and ages on a day, in the order given. */
export function shownChildren(db: Db, rows: readonly ChildRecord[], day: string): Child[] {
  const ids = rows.map((row) => row.id);
  const parents = repo.parentsOf(db, ids);
  const results = repo.schoolResultsOf(db, ids);
  return rows.map((row) => {
    const mine = parents.filter((parent) => parent.childId === row.id);
    return {
      id: row.id,
      version: row.version,
      ...childOfRecord(
        row,
        mine.map((parent) => parent.id),
      ),
      givenName: row.given_name,
      parents: mine.map(relativeOf),
      age: row.birth_date === null ? null : ageOn(row.birth_date, day),
      results: results
        .filter((result) => result.child_id === row.id)
        .map((result) => ({ id: result.id, version: result.version, ...schoolResultOf(result) })),
    };
  });
}

/** The day `years` before, as text for comparing; 29/02 needs no care there. */
const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/** Members as they stand on a day, for SQL: id, status and department_id. */
export const registerOn = (day: string, today: string): string =>
  day === today ? 'member_live' : stretchesOn(day);

/** Works out the conditions as they stand on a day. */
export function childConditions(filter: Filter, today: string): ChildConditions {
  const day = filter.day ?? today;
  return {
    words: fold(filter.search).split(' ').filter(Boolean).slice(0, 10),
    day,
    source: registerOn(day, today),
    bornAfter: filter.under === null ? null : yearsBefore(day, filter.under),
    bornUntil: filter.ageFrom === null ? null : yearsBefore(day, filter.ageFrom),
    departmentIds: filter.departmentIds,
    formerParents: filter.formerParents,
    schoolYear: filter.schoolYear,
    results: filter.results,
    withPrize: filter.withPrize,
  };
}

export function children(input: ParsedInputOf<'members.children'>, ctx: Ctx): OutputOf<'members.children'> {
  const { sort, descending, offset, limit, ...filter } = input;
  const conditions = childConditions(filter, ctx.today());
  const { rows, ...sums } = listChildren(ctx.db, conditions, { sort, descending, offset, limit });
  return { ...sums, rows: shownChildren(ctx.db, rows, conditions.day) };
}

/** Writes the list as a workbook in a thread. */
export async function exportChildren(
  input: ParsedInputOf<'members.exportChildren'>,
  ctx: Ctx,
): Promise<OutputOf<'members.exportChildren'>> {
  const { sort, descending, ...filter } = input;
  const conditions = childConditions(filter, ctx.today());
  const bytes = await ctx.jobs.run<Uint8Array>(
    'exportChildren',
    { conditions, sort, descending, under: filter.under },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const name = `Danh sách con đoàn viên ${conditions.day.split('-').reverse().join('-')}.xlsx`;
  return ctx.files.put(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
}
