/** SQL of series and templates of events. */
import type { SeriesNumbering } from '../../../../shared/domain/eventPlans';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import type { ListedEvent } from '../repository';

export interface SeriesFields {
  name: string;
  numbering: SeriesNumbering;
  yearly: boolean;
  note: string | null;
}
export type SeriesRow = SeriesFields & { id: number; version: number };
type Stored = Omit<SeriesRow, 'yearly'> & { yearly: number };
const SERIES = 'id, version, name, numbering, yearly, note';
const toSeries = (row: Stored): SeriesRow => ({ ...row, yearly: row.yearly === 1 });

export const allSeries = (db: Db): SeriesRow[] =>
  db
    .all<Stored>(`SELECT ${SERIES} FROM event_series WHERE deleted_at IS NULL ORDER BY name, id`)
    .map(toSeries);

export const seriesById = (db: Db, id: number): SeriesRow | undefined => {
  const row = db.get<Stored>(`SELECT ${SERIES} FROM event_series WHERE id = ? AND deleted_at IS NULL`, [id]);
  return row && toSeries(row);
};

const SERIES_FIELDS = [
  'name',
  'numbering',
  'yearly',
  'note',
] as const satisfies readonly (keyof SeriesFields)[];
export const insertSeries = (db: Db, row: SeriesFields & { uid: string }, now: string): number =>
  insertRecord(db, 'event_series', ['uid', ...SERIES_FIELDS], { ...row, yearly: row.yearly ? 1 : 0 }, now);

export const updateSeries = (db: Db, row: SeriesRow, now: string): boolean =>
  updateRecord(db, 'event_series', SERIES_FIELDS, { ...row, yearly: row.yearly ? 1 : 0 }, now);

export interface EditionRow {
  seriesId: number;
  seriesName: string;
  numbering: SeriesNumbering;
  yearly: number;
  number: number;
  yearFrom: number;
  yearTo: number;
}

export const editionOf = (db: Db, eventId: number): EditionRow | undefined =>
  db.get(
    `SELECT d.series_id AS seriesId, s.name AS seriesName, s.numbering, s.yearly, d.number, d.year_from AS yearFrom,
       d.year_to AS yearTo
     FROM event_edition d JOIN event_series s ON s.id = d.series_id WHERE d.event_id = ? AND s.deleted_at IS NULL`,
    [eventId],
  );

export type Edition = Pick<EditionRow, 'seriesId' | 'number' | 'yearFrom' | 'yearTo'>;

export const setEdition = (db: Db, eventId: number, edition: Edition | null): void => {
  db.run('DELETE FROM event_edition WHERE event_id = ?', [eventId]);
  if (edition)
    db.run(
      'INSERT INTO event_edition (event_id, series_id, number, year_from, year_to) VALUES (?, ?, ?, ?, ?)',
      [eventId, edition.seriesId, edition.number, edition.yearFrom, edition.yearTo],
    );
};

/** Editions of every series with their events, the latest first. */
export const editions = (
  db: Db,
): (ListedEvent & {
  series_id: number;
  number: number;
  year_from: number;
  year_to: number;
  session_count: number;
  guests: number;
})[] =>
  db.all(
    `SELECT e.*, (SELECT taken_on FROM event_list WHERE id = e.list_id) AS taken_on, d.series_id, d.number, d.year_from, d.year_to,
       (SELECT count(*) FROM event_session s WHERE s.event_id = e.id AND s.deleted_at IS NULL) AS session_count,
       (SELECT count(*) FROM event_group g JOIN event_attendee a ON a.group_id = g.id AND a.deleted_at IS NULL
        WHERE g.event_id = e.id AND g.deleted_at IS NULL AND g.kind = 'guests') AS guests
     FROM event_edition d JOIN event_live e ON e.id = d.event_id ORDER BY d.year_from DESC, d.number DESC, e.first_day DESC`,
  );

export interface TemplateRow {
  id: number;
  version: number;
  name: string;
  body: string;
  updatedAt: string;
}
const TEMPLATE = 'id, version, name, body_json AS body, updated_at AS updatedAt';

export const templates = (db: Db): TemplateRow[] =>
  db.all(`SELECT ${TEMPLATE} FROM event_template WHERE deleted_at IS NULL ORDER BY name, id`);

export const templateById = (db: Db, id: number): TemplateRow | undefined =>
  db.get(`SELECT ${TEMPLATE} FROM event_template WHERE id = ? AND deleted_at IS NULL`, [id]);

export const insertTemplate = (
  db: Db,
  row: { uid: string; name: string; body: string },
  now: string,
): number =>
  db.run(
    `INSERT INTO event_template (uid, unit_id, name, body_json, created_at, updated_at)
     VALUES (@uid, 1, @name, @body, @now, @now)`,
    { ...row, now },
  ).lastInsertRowid;

export const updateTemplate = (
  db: Db,
  row: { id: number; version: number; name: string; body: string },
  now: string,
): boolean =>
  db.run(
    `UPDATE event_template SET name = @name, body_json = @body, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row, now },
  ).changes === 1;

type Trashed = { id: number; label: string; deletedAt: string }[];
export const trashedSeries = (db: Db): Trashed =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM event_series WHERE deleted_at IS NOT NULL');
export const trashedTemplates = (db: Db): Trashed =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM event_template WHERE deleted_at IS NOT NULL',
  );
