/** Staff conferences (hội nghị viên chức, người lao động): every part that has to hold one is asked for by name. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import { recordChange } from '../../db/audit';
import type { Db } from '../../db/database';
import { insertRecord } from '../../db/records';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type Kept, keptMovers, type Own, only, saveKept } from '../kept';
import { unitsOpenOn } from '../organisation/service';
import * as repo from './conferencesRepository';

type Fields = Omit<ParsedInputOf<'democracy.saveConference'>, keyof Own>;
type Board = OutputOf<'democracy.conferences'>;
type Row = NonNullable<Board['whole']>;

const PLAIN = [
  'orgUnitId',
  'year',
  'heldOn',
  'invited',
  'present',
  'chair',
  'result',
  'reason',
  'eventId',
  'note',
] as const satisfies readonly (keyof Fields)[];

const refuse = (code: 'CONFERENCE_HELD' | 'CONFERENCE_PRESENT' | 'CONFERENCE_YEAR', field: string): never => {
  throw new AppError(code, { fields: { [field]: code } });
};

/** A conference of a year is held in it, or in the first months of the next one. */
const LAST_MONTH = '06-30';
function refuseDay(year: number, heldOn: string): void {
  if (heldOn < `${year}-01-01` || heldOn > `${year + 1}-${LAST_MONTH}`) refuse('CONFERENCE_YEAR', 'heldOn');
}

function refuseTwice(ctx: Ctx, fields: Pick<Fields, 'year' | 'orgUnitId'>, id: number | null): void {
  const twin = repo.conferenceOf(ctx.db, fields.year, fields.orgUnitId);
  if (twin && twin.id !== id)
    throw new AppError('DUPLICATE', {
      fields: { orgUnitId: 'DUPLICATE' },
      details: { name: [twin.orgUnit, twin.year].filter(Boolean).join(' ') },
    });
}

const conferenceKept: Kept<Fields, repo.ConferenceRecord> = {
  table: 'staff_conference',
  uid: true,
  operations: {
    save: 'democracy.saveConference',
    trash: 'democracy.trashConferences',
    restore: 'democracy.restoreConferences',
  },
  find: repo.conferenceById,
  fields: (row) => ({ ...only(row, PLAIN), held: row.held === 1 }),
  written: (fields) => ({ ...fields, held: fields.held ? 1 : 0 }),
  check(ctx, fields, before) {
    const { held, heldOn, invited, present, orgUnitId, year } = fields;
    if (held !== (heldOn !== null)) refuse('CONFERENCE_HELD', 'heldOn');
    if (!held && (invited !== null || present !== null)) refuse('CONFERENCE_HELD', 'held');
    if (invited !== null && present !== null && present > invited) refuse('CONFERENCE_PRESENT', 'present');
    if (heldOn !== null) refuseDay(year, heldOn);
    if (orgUnitId !== null && !repo.unitIsLive(ctx.db, orgUnitId))
      throw new AppError('NOT_FOUND', { fields: { orgUnitId: 'NOT_FOUND' } });
    refuseTwice(ctx, fields, before?.id ?? null);
  },
  checkRestore: (ctx, row) => refuseTwice(ctx, row, row.id),
};

/** The day of a year on which its parts are counted: its last, or today while it runs. */
export function countedOn(year: number, today: string): string {
  const last = `${year}-12-31`;
  const first = `${year}-01-01`;
  return today < first ? first : today < last ? today : last;
}

const toRow = (row: repo.ConferenceRecord): Row => ({
  ...only(row, PLAIN),
  id: row.id,
  version: row.version,
  held: row.held === 1,
  files: row.files,
});

/** The parts that have to hold it, each with what is recorded; a part without a conference held is missing. */
export function conferenceBoard(db: Db, year: number, asOf: string): Board {
  const scope = repo.scopeOf(db, year);
  const units = unitsOpenOn(db, scope, asOf);
  const recorded = repo.conferencesOf(db, year);
  const of = new Map(recorded.map((row) => [row.orgUnitId, row]));
  const open = new Set(units.map(({ id }) => id));
  const whole = of.get(null);
  const rows: Board['rows'] = units.map(({ id, label }) => {
    const found = of.get(id);
    return { orgUnitId: id, name: label, conference: found ? toRow(found) : null, open: true };
  });
  const others = recorded.filter((row) => row.orgUnitId !== null && !open.has(row.orgUnitId));
  const held = rows.filter(({ conference }) => conference?.held === true);
  const missing = rows.filter(({ conference }) => conference?.held !== true);
  return {
    scope,
    asOf,
    units: units.length,
    held: held.length,
    missing: missing.map(({ name }) => name),
    whole: whole ? toRow(whole) : null,
    rows: [
      ...rows,
      ...others.map((row) => ({
        orgUnitId: row.orgUnitId!,
        name: row.orgUnit ?? '',
        conference: toRow(row),
        open: false,
      })),
    ],
    present: held.reduce((sum, { conference }) => sum + (conference?.present ?? 0), 0),
  };
}

/** The parts that held theirs by a day, for the list behind the rate. */
export function heldUnits(db: Db, year: number, asOf: string): IndicatorRecord[] {
  return conferenceBoard(db, year, asOf).rows.flatMap(({ conference, name, open }): IndicatorRecord[] =>
    open && conference?.held
      ? [
          {
            entity: 'staff_conference',
            id: conference.id,
            label: name,
            date: conference.heldOn,
            detail: conference.chair,
            amount: 1,
          },
        ]
      : [],
  );
}

function board({ year }: ParsedInputOf<'democracy.conferences'>, ctx: Ctx): Board {
  return conferenceBoard(ctx.db, year, countedOn(year, ctx.today()));
}

function years(
  _: ParsedInputOf<'democracy.conferenceYears'>,
  ctx: Ctx,
): OutputOf<'democracy.conferenceYears'> {
  return {
    rows: repo.conferenceYears(ctx.db).map((year) => {
      const { held, units } = board({ year }, ctx);
      return { year, held, units };
    }),
  };
}

/** One row for each part; those recorded already, held or not, stay as they are. */
function record(
  input: ParsedInputOf<'democracy.recordConferences'>,
  ctx: Ctx,
): OutputOf<'democracy.recordConferences'> {
  const { year, heldOn } = input;
  refuseDay(year, heldOn);
  const made: number[] = [];
  for (const orgUnitId of new Set(input.orgUnitIds)) {
    if (!repo.unitIsLive(ctx.db, orgUnitId)) throw new AppError('NOT_FOUND');
    if (repo.conferenceOf(ctx.db, year, orgUnitId)) continue;
    const row = { uid: uuid(), orgUnitId, year, held: 1, heldOn };
    const id = insertRecord(
      ctx.db,
      'staff_conference',
      ['uid', 'orgUnitId', 'year', 'held', 'heldOn'],
      row,
      ctx.now(),
    );
    recordChange(ctx, {
      entity: 'staff_conference',
      entityId: id,
      action: 'create',
      after: { orgUnitId, year, held: true, heldOn },
    });
    made.push(id);
  }
  if (made.length > 0) ctx.undo('democracy.trashConferences', { ids: made });
  return { count: made.length };
}

function setScope(input: ParsedInputOf<'democracy.setScope'>, ctx: Ctx): OutputOf<'democracy.setScope'> {
  const { fromYear, scope } = input;
  const before = repo.scopeAt(ctx.db, fromYear) ?? null;
  if (scope === null && (before === null || fromYear === 1990)) throw new AppError('NOT_FOUND');
  if (scope === null) repo.dropScope(ctx.db, fromYear);
  else repo.setScope(ctx.db, fromYear, scope);
  recordChange(ctx, {
    entity: 'conference_scope',
    entityId: fromYear,
    action: 'update',
    before: { scope: before },
    after: { scope },
  });
  ctx.undo('democracy.setScope', { fromYear, scope: before });
  return { count: 1 };
}

const movers = keptMovers(conferenceKept);
export const conferenceHandlers = {
  'democracy.conferences': board,
  'democracy.conferenceYears': years,
  'democracy.saveConference': (
    { id, version, ...fields }: ParsedInputOf<'democracy.saveConference'>,
    ctx: Ctx,
  ) => saveKept(ctx, conferenceKept, { id, version }, fields),
  'democracy.recordConferences': record,
  'democracy.trashConferences': movers.trash,
  'democracy.restoreConferences': movers.restore,
  'democracy.setScope': setScope,
};
