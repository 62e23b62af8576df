/** The calendar (lịch năm): months and years with lunar days, what comes next, and the occasions of the year. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { addDays, daysBetween } from '../../../shared/domain/dateMath';
import { nextDateOf, OCCASIONS, type YearlyDay } from '../../../shared/domain/occasions';
import { daysInMonth } from '../../../shared/domain/partialDate';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { exportIcs, printMonth, printYear } from './files';
import * as repo from './repository';
import { itemsIn } from './sources';
import { monthView, ofMonth, yearView } from './views';

export { addCalendarSource, type CalendarSource, calendarEntry } from './sources';

/** Deadlines older than this are no news. */
const OPEN_SINCE = 400;
/** An event stands for an occasion when it begins this many days before or after it. */
const PLANNED = { before: 60, after: 7 };

function coming(input: ParsedInputOf<'calendar.coming'>, ctx: Ctx): OutputOf<'calendar.coming'> {
  const today = ctx.today();
  const to = addDays(today, input.days);
  const items = itemsIn(ctx, { from: addDays(today, -OPEN_SINCE), to, today });
  return { today, to, items: items.filter((item) => (item.to >= today && ofMonth(item)) || item.late) };
}

type Planned = OutputOf<'calendar.occasions'>['rows'][number]['planned'];

/** Events of the occasion's kind and gift campaigns made for it, the latest last. */
function plannedFor(
  { db }: Ctx,
  one: { id: number | null; code: string | null; eventKind: string | null },
  span: repo.Span,
): Planned {
  const events = one.eventKind ? repo.eventsOfKind(db, one.eventKind, span) : [];
  const campaigns = repo.campaignsFor(db, one.code ?? `own:${one.id}`, span);
  return [
    ...campaigns.map((row) => ({ entity: 'welfare_campaign' as const, ...row })),
    ...events.map((row) => ({ entity: 'event' as const, ...row })),
  ].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
}

function occasions(input: ParsedInputOf<'calendar.occasions'>, ctx: Ctx): OutputOf<'calendar.occasions'> {
  const from = input.year === null ? ctx.today() : `${input.year}-01-01`;
  const hidden = repo.hiddenOccasions(ctx.db);
  const reminderDays = repo.reminderDays(ctx.db);
  const builtIn = OCCASIONS.map((one) => ({
    ...one,
    id: null,
    version: 0,
    note: null,
    hidden: hidden.includes(one.code),
  }));
  const own = repo.ownOccasions(ctx.db).map((one) => ({ ...one, code: null, nameEn: null, hidden: false }));
  const rows = [...builtIn, ...own].map((one) => {
    const next = nextDateOf(one, from);
    const span = { from: addDays(next, -PLANNED.before), to: addDays(next, PLANNED.after) };
    const planned = plannedFor(ctx, one, span);
    const left = daysBetween(ctx.today(), next);
    const due = !one.hidden && planned.length === 0 && left >= 0 && left <= reminderDays && reminderDays > 0;
    return { ...one, next, planned, due };
  });
  return { hidden, reminderDays, rows: rows.sort((a, b) => a.next.localeCompare(b.next)) };
}

/** 29 February is a day; 31 April and lunar day 31 are not. */
function checkDay({ calendar, month, day }: YearlyDay): void {
  const leapYear = 2000;
  const most = calendar === 'lunar' ? 30 : daysInMonth(leapYear, month);
  if (day > most) throw new AppError('DATE_INVALID', { fields: { day: 'DATE_INVALID' } });
}

function saveOccasion(
  input: ParsedInputOf<'calendar.saveOccasion'>,
  ctx: Ctx,
): OutputOf<'calendar.saveOccasion'> {
  const { id, version, ...fields } = input;
  checkDay(fields);
  if (id === null) {
    const made = repo.insertOccasion(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'occasion', entityId: made, action: 'create', after: fields });
    ctx.undo('calendar.trashOccasions', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = repo.ownOccasion(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  if (!repo.updateOccasion(ctx.db, { ...fields, id, version })) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'occasion', entityId: id, action: 'update', before, after: fields });
  ctx.undo('calendar.saveOccasion', { ...before, version: version + 1 });
  return { id, version: version + 1 };
}

function trashOccasions(
  input: ParsedInputOf<'calendar.trashOccasions'>,
  ctx: Ctx,
): OutputOf<'calendar.trashOccasions'> {
  for (const id of input.ids) {
    const before = repo.ownOccasion(ctx.db, id);
    if (!before || !repo.setOccasionDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'occasion', entityId: id, action: 'trash', before });
  }
  ctx.undo('calendar.restoreOccasions', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreOccasions(
  input: ParsedInputOf<'calendar.restoreOccasions'>,
  ctx: Ctx,
): OutputOf<'calendar.restoreOccasions'> {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setOccasionDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'occasion', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('calendar.trashOccasions', { ids: input.ids });
  return { count };
}

function hideOccasions(
  input: ParsedInputOf<'calendar.hideOccasions'>,
  ctx: Ctx,
): OutputOf<'calendar.hideOccasions'> {
  const before = repo.hiddenOccasions(ctx.db);
  repo.hideOccasions(ctx.db, input.codes);
  const after = repo.hiddenOccasions(ctx.db);
  recordChange(ctx, {
    entity: 'occasion_hidden',
    entityId: null,
    action: 'update',
    before: { codes: before },
    after: { codes: after },
  });
  ctx.undo('calendar.hideOccasions', { codes: before });
  return { count: after.length };
}

function setReminder(
  { days }: ParsedInputOf<'calendar.setReminder'>,
  ctx: Ctx,
): OutputOf<'calendar.setReminder'> {
  const before = repo.reminderDays(ctx.db);
  repo.setReminderDays(ctx.db, days);
  recordChange(ctx, {
    entity: 'occasion_reminder',
    entityId: null,
    action: 'update',
    before: { days: before },
    after: { days },
  });
  ctx.undo('calendar.setReminder', { days: before });
  return { days };
}

export const calendarHandlers: HandlersOf<'calendar'> = {
  'calendar.month': monthView,
  'calendar.year': yearView,
  'calendar.coming': coming,
  'calendar.occasions': occasions,
  'calendar.saveOccasion': saveOccasion,
  'calendar.setReminder': setReminder,
  'calendar.trashOccasions': trashOccasions,
  'calendar.restoreOccasions': restoreOccasions,
  'calendar.hideOccasions': hideOccasions,
  'calendar.printMonth': printMonth,
  'calendar.printYear': printYear,
  'calendar.exportIcs': exportIcs,
};
