/** Announced days off of the years: kept with the settings, each year with its own version. */
import { AppError } from '../../../../shared/contract/errors';
import { daysBetween } from '../../../../shared/domain/dateMath';
import { type Announced, announcedOf, isWeekend } from '../../../../shared/domain/holidays';
import { tet } from '../../../../shared/domain/lunar';
import { recordChange } from '../../../db/audit';
import type { Db } from '../../../db/database';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import * as repo from '../repository';

const KEY = 'announcedHolidays';
type Years = OutputOf<'settings.holidays'>['years'];
type AnnouncedFields = NonNullable<Years[number]['announced']>;

const years = (db: Db): Years =>
  repo.settingHistory(db, KEY).map(({ validFrom, value }) => ({
    year: Number(validFrom.slice(0, 4)),
    ...(JSON.parse(value) as Omit<Years[number], 'year'>),
  }));

/** What was announced, for counting working days and deadlines. */
export const announcedHolidays = (db: Db): Announced => announcedOf(years(db));

const TET_NEAR = 7;

function refuse(year: number, { tetFrom, beside, swaps }: AnnouncedFields): void {
  const wrong = (
    code: 'HOLIDAY_OTHER_YEAR' | 'HOLIDAY_NOT_BESIDE' | 'SWAP_ON_WEEKEND' | 'SWAP_NOT_WEEKEND',
    field: string,
  ) => {
    throw new AppError(code, { fields: { [field]: code } });
  };
  if (tetFrom !== null && Math.abs(daysBetween(tetFrom, tet(year))) > TET_NEAR)
    wrong('HOLIDAY_OTHER_YEAR', 'tetFrom');
  if (beside !== null && ![`${year}-09-01`, `${year}-09-03`].includes(beside))
    wrong('HOLIDAY_NOT_BESIDE', 'beside');
  for (const [at, { off, work }] of swaps.entries()) {
    if (!off.startsWith(`${year}-`)) wrong('HOLIDAY_OTHER_YEAR', `off${at}`);
    if (isWeekend(off)) wrong('SWAP_ON_WEEKEND', `off${at}`);
    if (work !== null && !isWeekend(work)) wrong('SWAP_NOT_WEEKEND', `work${at}`);
  }
}

function setHolidays(
  input: ParsedInputOf<'settings.setHolidays'>,
  ctx: Ctx,
): OutputOf<'settings.setHolidays'> {
  const { year, version, announced } = input;
  const before = years(ctx.db).find((one) => one.year === year) ?? { version: 0, announced: null };
  if (before.version !== version) throw new AppError('VERSION_CONFLICT');
  if (announced) refuse(year, announced);
  const next = version + 1;
  repo.setSetting(ctx.db, KEY, JSON.stringify({ version: next, announced }), `${year}-01-01`);
  recordChange(ctx, {
    entity: 'holidays',
    entityId: null,
    action: 'update',
    before: { year, ...facts(before.announced) },
    after: { year, ...facts(announced) },
  });
  ctx.undo('settings.setHolidays', { year, version: next, announced: before.announced });
  return { year, version: next };
}

/** As the change log shows it: one text per field. */
const facts = (of: AnnouncedFields | null) => ({
  tetFrom: of?.tetFrom ?? null,
  beside: of?.beside ?? null,
  swaps: of?.swaps.map(({ off, work }) => (work === null ? off : `${off} ⇄ ${work}`)).join('; ') || null,
  note: of?.note ?? null,
});

export const holidayHandlers = {
  'settings.holidays': (_input: unknown, ctx: Ctx): OutputOf<'settings.holidays'> => ({
    years: years(ctx.db),
  }),
  'settings.setHolidays': setHolidays,
};
