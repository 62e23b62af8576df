/** The change log looked through, its masked values shown on demand, one field of a change taken back. */
import type { Change } from '../../../../shared/contract/audit';
import { AppError } from '../../../../shared/contract/errors';
import { entitiesOf } from '../../../../shared/domain/changeFields';
import { addDays } from '../../../../shared/domain/dateMath';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import { XLSX_MIME } from '../../../documents/spreadsheets/workbook';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { requireOn } from '../../members/privacy/service';
import { revertField } from '../../reverts';
import { describe, describeField, isMasked, sideOf, wordsOf } from './describe';
import * as repo from './repository';

/** Rows one call of a search looks through, so that none holds up the window. */
const SEARCHED = 400;

const startOf = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();

function changes(input: ParsedInputOf<'audit.changes'>, ctx: Ctx): OutputOf<'audit.changes'> {
  const { limit, after, search, ...conditions } = input;
  const filter = { ...factsFilter(conditions), after };
  const words = wordsToFind(search);
  const wanted = words.length === 0 ? limit : SEARCHED;
  const page = repo.factsPage(ctx.db, filter, wanted + 1);
  const looked = page.slice(0, wanted);
  const rows = describe(
    ctx.db,
    repo.changesByIds(
      ctx.db,
      looked.map((row) => row.id),
    ),
  );
  const more = page.length > wanted ? (looked.at(-1) ?? null) : null;
  if (words.length === 0) return { rows, next: more };
  const found = rows.filter((row) => holds(row, words));
  if (found.length <= limit) return { rows: found, next: more };
  const kept = found.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: last ? { at: last.at, id: last.id } : null };
}

const wordsToFind = (search: string): string[] => fold(search).split(' ').filter(Boolean);

/** The conditions of a screen as those of the store. */
function factsFilter({
  area,
  from,
  to,
  ...own
}: Omit<ParsedInputOf<'audit.export'>, 'search'>): Omit<repo.FactsFilter, 'after'> {
  return {
    ...own,
    entities: area === null ? null : entitiesOf(area),
    since: from === null ? null : startOf(from),
    until: to === null ? null : startOf(addDays(to, 1)),
  };
}

/** Rows that hold every word of the search, tones ignored. */
export function holding(rows: readonly Change[], search: string): Change[] {
  const words = wordsToFind(search);
  return rows.filter((row) => holds(row, words));
}

function holds(row: Change, words: readonly string[]): boolean {
  const text = fold(wordsOf(row));
  return words.every((word) => text.includes(word));
}

function facets(_: unknown, ctx: Ctx): OutputOf<'audit.facets'> {
  return { actors: repo.actors(ctx.db), first: repo.firstMoment(ctx.db) };
}

function changeOf(ctx: Ctx, id: number): repo.StoredChange {
  const [row] = repo.changesByIds(ctx.db, [id]);
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

function reveal(input: ParsedInputOf<'audit.reveal'>, ctx: Ctx): OutputOf<'audit.reveal'> {
  const row = changeOf(ctx, input.id);
  if (!isMasked(row.entity, input.field)) return describeField(ctx.db, row, input.field);
  requireOn(ctx, [row.entity === 'party_file' ? 'isParty' : input.field]);
  if (row.entity === 'party_file' && ctx.user.role !== 'chair') throw new AppError('FORBIDDEN');
  const [described] = describe(ctx.db, [row]);
  recordChange(ctx, {
    entity: row.entity,
    entityId: row.entityId,
    action: 'reveal',
    after: { fullName: described?.subject ?? null, fields: [input.field], change: row.id },
  });
  return describeField(ctx.db, row, input.field);
}

function revert(input: ParsedInputOf<'audit.revertField'>, ctx: Ctx): OutputOf<'audit.revertField'> {
  const row = changeOf(ctx, input.id);
  const before = sideOf(row.beforeJson);
  if (row.action !== 'update' || row.entityId === null || !(input.field in before))
    throw new AppError('NOT_FOUND');
  revertField(ctx, {
    entity: row.entity,
    id: row.entityId,
    field: input.field,
    before: before[input.field],
    after: sideOf(row.afterJson)[input.field],
  });
  return { entity: row.entity, entityId: row.entityId };
}

function verify(_: unknown, ctx: Ctx): Promise<OutputOf<'audit.verify'>> {
  const { signal, progress } = ctx.job ?? {};
  return ctx.jobs.run('verifyLog', { heads: ctx.backups.heads() }, { signal, progress });
}

async function exportLog(input: ParsedInputOf<'audit.export'>, ctx: Ctx): Promise<OutputOf<'audit.export'>> {
  const { search, ...conditions } = input;
  const { signal, progress } = ctx.job ?? {};
  const job = { filter: factsFilter(conditions), search, day: ctx.today() };
  const bytes = await ctx.jobs.run<Uint8Array | null>('exportLog', job, { signal, progress });
  if (bytes === null) throw new AppError('NOTHING_TO_PRINT');
  const name = `Nhật ký thay đổi ${ctx.today().split('-').reverse().join('-')}.xlsx`;
  return ctx.files.put(name, XLSX_MIME, bytes);
}

type Own =
  | 'audit.verify'
  | 'audit.export'
  | 'audit.changes'
  | 'audit.facets'
  | 'audit.reveal'
  | 'audit.revertField';
export const auditHandlers: Pick<HandlersOf<'audit'>, Own> = {
  'audit.verify': verify,
  'audit.export': exportLog,
  'audit.changes': changes,
  'audit.facets': facets,
  'audit.reveal': reveal,
  'audit.revertField': revert,
};
