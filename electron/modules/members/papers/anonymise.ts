/**
 * Making people anonymous after the time records are kept (ẩn danh). Promise: each person is done whole or not at all;
 * afterwards no name, number, note or history text of the person is in the store, its change log, its search index or
 * its free pages, while sex, year of birth, department and dates still count. It cannot be taken back; older copies
 * still hold what was.
 */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { addYears, dateBounds } from '../../../../shared/domain/dateMath';
import { recordChange } from '../../../db/audit';
import { keepScrubbed, scrubbedRows } from '../../../db/auditChain';
import { lifeOf } from '../../../db/retention';
import { oweRewrite, rewriteInThread } from '../../../db/vacuum';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { FoundTraces } from '../../../jobs/findTraces';
import { searchEntry, toColumns, toFields } from '../record';
import { indexMember, memberById, unindexMember } from '../repository';
import * as repo from './anonymiseRepository';
import * as kept from './retentionRepository';
import { type Person, type Sought, type Trace, wipeTrace } from './tracesRepository';

export function retention(_: ParsedInputOf<'members.retention'>, ctx: Ctx): OutputOf<'members.retention'> {
  const years = kept.retentionYears(ctx.db);
  return {
    years,
    due: years === null ? 0 : kept.countDue(ctx.db, cutoff(ctx, years)),
    anonymised: kept.countAnonymised(ctx.db),
    copies: lifeOf(ctx.backups.list(), new Date(ctx.now())),
  };
}

export function setRetention(
  input: ParsedInputOf<'members.setRetention'>,
  ctx: Ctx,
): OutputOf<'members.setRetention'> {
  const before = kept.retentionYears(ctx.db);
  kept.setRetentionYears(ctx.db, input.years);
  recordChange(ctx, {
    entity: 'retention',
    entityId: null,
    action: 'update',
    before: { years: before },
    after: { years: input.years },
  });
  ctx.undo('members.setRetention', { years: before });
  return { years: input.years };
}

const cutoff = (ctx: Pick<Ctx, 'today'>, years: number): string => addYears(ctx.today(), -years);

export function retentionDue(
  input: ParsedInputOf<'members.retentionDue'>,
  ctx: Ctx,
): OutputOf<'members.retentionDue'> {
  const years = kept.retentionYears(ctx.db);
  if (years === null) return { total: 0, rows: [] };
  const day = cutoff(ctx, years);
  return {
    total: kept.countDue(ctx.db, day),
    rows: kept
      .dueMembers(ctx.db, day, input.offset, input.limit)
      .map((row) => ({ ...row, dueOn: addYears(dateBounds(row.leftOn).last, years) })),
  };
}

type Refusal = OutputOf<'members.anonymisePreview'>['refused'][number];

/** Why a person may not be made anonymous now; undefined when nothing speaks against it. */
function refusalOf(ctx: Ctx, id: number): Refusal | undefined {
  const row = memberById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  const years = kept.retentionYears(ctx.db);
  if (kept.isAnonymised(ctx.db, id)) return { id, fullName: row.full_name, why: 'done' };
  if (years !== null && kept.isDue(ctx.db, id, cutoff(ctx, years))) return undefined;
  return { id, fullName: row.full_name, why: row.status === 'active' ? 'active' : 'early' };
}

export function anonymisePreview(
  input: ParsedInputOf<'members.anonymisePreview'>,
  ctx: Ctx,
): OutputOf<'members.anonymisePreview'> {
  const refused = input.ids.flatMap((id) => refusalOf(ctx, id) ?? []);
  const out = new Set(refused.map(({ id }) => id));
  const people = input.ids.filter((id) => !out.has(id));
  const counts = new Map<string, number>();
  for (const id of people)
    for (const [entity, count] of repo.countOwnRows(ctx.db, id))
      counts.set(entity, (counts.get(entity) ?? 0) + count);
  return {
    people: people.length,
    rows: [...counts].map(([entity, count]) => ({ entity, count })),
    refused,
  };
}

/** "Đoàn viên ẩn danh 000123": different for everybody, and found again by its number. */
export const anonymousName = (id: number): string => `Đoàn viên ẩn danh ${String(id).padStart(6, '0')}`;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

export async function anonymise(
  input: ParsedInputOf<'members.anonymise'>,
  ctx: Ctx,
): Promise<OutputOf<'members.anonymise'>> {
  const ids = [...new Set(input.ids)];
  if (input.confirm.trim() !== String(ids.length))
    throw new AppError('ANONYMISE_CONFIRM', {
      fields: { confirm: 'ANONYMISE_CONFIRM' },
      details: { count: ids.length },
    });
  const refused = ids.flatMap((id) => refusalOf(ctx, id) ?? [])[0];
  if (refused) throw new AppError('ANONYMISE_REFUSED', { details: { name: refused.fullName } });
  const people = ids.map(
    (id): Person => ({
      memberId: id,
      parts: [id, ...repo.mergedInto(ctx.db, id)],
      becomes: anonymousName(id),
    }),
  );
  const { sought, traces } = await ctx.jobs.run<FoundTraces>('findTraces', people, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const places = new Map<number, Trace[]>();
  for (const trace of traces) places.set(trace.memberId, [...(places.get(trace.memberId) ?? []), trace]);
  let done = 0;
  try {
    for (const one of sought) {
      const id = one.memberId;
      ctx.job?.signal.throwIfAborted();
      ctx.write(() => takeOut(ctx, id, one, places.get(id) ?? []));
      done += 1;
      ctx.job?.progress(done, ids.length, 'writing');
      await breathe();
    }
  } finally {
    if (done > 0) await forGood(ctx);
  }
  return { count: done, places: traces.length };
}

/** What is deleted is gone only once the index is squeezed and the file written anew. */
async function forGood(ctx: Ctx): Promise<void> {
  ctx.job?.progress(0, null, 'rewriting');
  await rewriteInThread(ctx);
}

/** One person with the records merged into it. */
function takeOut(ctx: Ctx, id: number, sought: Sought, traces: readonly Trace[]): void {
  const before = memberById(ctx.db, id);
  if (!before || refusalOf(ctx, id))
    throw new AppError('ANONYMISE_REFUSED', { details: { name: before?.full_name ?? '' } });
  const merged = repo.mergedInto(ctx.db, id);
  oweRewrite(ctx.db);
  repo.openLog(ctx.db, id);
  for (const one of [id, ...merged]) scrubOne(ctx, one);
  for (const trace of traces) wipeTrace(ctx.db, trace, sought);
  const scrubbed = scrubbedRows(ctx.db);
  const by = recordChange(ctx, {
    entity: 'member',
    entityId: id,
    action: 'anonymise',
    after: { fullName: anonymousName(id), log: scrubbed.digest },
  });
  keepScrubbed(ctx.db, by, scrubbed);
  repo.closeLog(ctx.db);
  for (const one of [id, ...merged])
    repo.rememberAnonymised(ctx.db, {
      id: one,
      at: ctx.now(),
      leftOn: before.status_date,
      years: kept.retentionYears(ctx.db),
    });
}

function scrubOne(ctx: Ctx, id: number): void {
  const row = memberById(ctx.db, id);
  if (!row) return;
  const columns = toColumns({ ...toFields(row), fullName: anonymousName(id), sortName: null });
  repo.scrubMember(ctx.db, id, { ...columns, uid: uuid() }, ctx.now());
  if (row.deleted_at !== null) {
    unindexMember(ctx.db, id);
    return;
  }
  const after = memberById(ctx.db, id);
  if (after) indexMember(ctx.db, searchEntry(id, after));
}
