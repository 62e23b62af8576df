/** Series of events (chuỗi) and which edition of one an event is. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import { participationRate, participationText } from '../../../../shared/domain/eventFigures';
import { editionText } from '../../../../shared/domain/eventPlans';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { liveEvent } from '../attendance/list';
import { figureOf } from '../record';
import { setDeleted } from './repository';
import * as repo from './seriesRepository';

type Held = ReturnType<typeof repo.editions>[number];

/** The edition after those held: the next number, beginning again every year where the series does. */
export function nextEdition(
  series: repo.SeriesRow,
  held: readonly Pick<Held, 'number' | 'year_from' | 'year_to'>[],
  year: number,
): Omit<repo.Edition, 'seriesId'> {
  const counted = series.yearly ? held.filter((one) => one.year_from === year) : held;
  const last = held[0];
  return {
    number: counted.reduce((most, one) => Math.max(most, one.number), 0) + 1,
    yearFrom: year,
    yearTo: year + (last ? last.year_to - last.year_from : 0),
  };
}

export function series(input: ParsedInputOf<'events.series'>, ctx: Ctx): OutputOf<'events.series'> {
  const all = repo.editions(ctx.db);
  const { language } = input;
  return {
    rows: repo.allSeries(ctx.db).map((row) => {
      const held = all.filter((one) => one.series_id === row.id);
      const thisYear = Number(ctx.today().slice(0, 4));
      const lastYear = held[0]?.year_from ?? 0;
      const next = nextEdition(row, held, row.yearly ? thisYear : Math.max(thisYear, lastYear + 1));
      return {
        ...row,
        next: { ...next, text: editionText({ ...next, numbering: row.numbering }, language) },
        editions: held.map((event) => {
          const figure = figureOf(event);
          const { number, year_from: yearFrom, year_to: yearTo } = event;
          return {
            eventId: event.id,
            name: event.name,
            text: editionText({ number, yearFrom, yearTo, numbering: row.numbering }, language),
            number,
            startsOn: event.starts_on,
            place: event.place,
            participation: figure && participationText(figure, language),
            rate: figure && participationRate(figure, language),
            sessions: event.session_count,
            guests: event.guests,
          };
        }),
      };
    }),
  };
}

export function saveSeries(
  input: ParsedInputOf<'events.saveSeries'>,
  ctx: Ctx,
): OutputOf<'events.saveSeries'> {
  const { id, version, ...fields } = input;
  if (id === null) {
    const newId = repo.insertSeries(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'event_series', entityId: newId, action: 'create', after: fields });
    ctx.undo('events.trashSeries', { ids: [newId] });
    return { id: newId, version: 1 };
  }
  const before = repo.seriesById(ctx.db, id);
  if (!before) throw new AppError('NOT_FOUND');
  const after = { ...fields, id, version: version ?? 0 };
  if (!repo.updateSeries(ctx.db, after, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: 'event_series', entityId: id, action: 'update', before, after });
  ctx.undo('events.saveSeries', { ...before, version: after.version + 1 });
  return { id, version: after.version + 1 };
}

export function setEdition(
  input: ParsedInputOf<'events.setEdition'>,
  ctx: Ctx,
): OutputOf<'events.setEdition'> {
  const event = liveEvent(ctx, input.id);
  const { edition } = input;
  if (edition && !repo.seriesById(ctx.db, edition.seriesId)) throw new AppError('NOT_FOUND');
  if (edition && edition.yearTo < edition.yearFrom)
    throw new AppError('DATE_ORDER', { fields: { 'edition.yearTo': 'DATE_ORDER' } });
  const known = repo.editionOf(ctx.db, event.id);
  const before = known
    ? { seriesId: known.seriesId, number: known.number, yearFrom: known.yearFrom, yearTo: known.yearTo }
    : null;
  repo.setEdition(ctx.db, event.id, edition);
  recordChange(ctx, {
    entity: 'event',
    entityId: event.id,
    action: 'update',
    before: { edition: before },
    after: { edition },
  });
  ctx.undo('events.setEdition', { id: event.id, edition: before });
  return { count: 1 };
}

const TRASHES = {
  event_series: ['events.trashSeries', 'events.restoreSeries'],
  event_template: ['events.trashTemplates', 'events.restoreTemplates'],
} as const;

export function moverOf(entity: keyof typeof TRASHES, direction: 'trash' | 'restore') {
  return (input: { ids: number[] }, ctx: Ctx): { count: number } => {
    let count = 0;
    for (const id of input.ids) {
      const moved = setDeleted(ctx.db, entity, id, direction === 'trash' ? ctx.now() : null);
      if (!moved && direction === 'trash') throw new AppError('NOT_FOUND');
      if (!moved) continue;
      recordChange(ctx, { entity, entityId: id, action: direction });
      count++;
    }
    ctx.undo(TRASHES[entity][direction === 'trash' ? 1 : 0], { ids: input.ids });
    return { count };
  };
}
