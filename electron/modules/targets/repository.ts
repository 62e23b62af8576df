/** SQL of resolutions, their targets, what is asked and what was typed as reached. */
import type {
  ResolutionLevel,
  TargetCounting,
  TargetDirection,
  TargetPace,
} from '../../../shared/domain/targets';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface ResolutionFields {
  name: string;
  level: ResolutionLevel;
  body: string | null;
  number: string | null;
  passedOn: string | null;
  fromYear: number;
  toYear: number;
  note: string | null;
}
export type ResolutionRecord = ResolutionFields & {
  id: number;
  version: number;
  targets: number;
  deletedAt: string | null;
};

const RESOLUTION = `SELECT r.id, r.version, r.name, r.level, r.body, r.number, r.passed_on AS passedOn, r.from_year AS fromYear,
    r.to_year AS toYear, r.note, r.deleted_at AS deletedAt,
    (SELECT count(*) FROM target t WHERE t.resolution_id = r.id AND t.deleted_at IS NULL) AS targets
  FROM resolution r`;
const RANK = `CASE r.level WHEN 'party' THEN 0 WHEN 'confederation' THEN 1 WHEN 'sector' THEN 2 WHEN 'province' THEN 3
  WHEN 'upper' THEN 4 ELSE 5 END`;

export const resolutions = (db: Db): ResolutionRecord[] =>
  db.all(`${RESOLUTION} WHERE r.deleted_at IS NULL ORDER BY r.to_year DESC, ${RANK}, r.id`);
export const resolutionById = (db: Db, id: number): ResolutionRecord | undefined =>
  db.get(`${RESOLUTION} WHERE r.id = ?`, [id]);

const RESOLUTION_FIELDS = [
  'name',
  'level',
  'body',
  'number',
  'passedOn',
  'fromYear',
  'toYear',
  'note',
] as const satisfies readonly (keyof ResolutionFields)[];
export const insertResolution = (db: Db, row: ResolutionFields & { uid: string }, now: string): number =>
  insertRecord(db, 'resolution', ['uid', ...RESOLUTION_FIELDS], row, now);
export const updateResolution = (
  db: Db,
  row: ResolutionFields & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'resolution', RESOLUTION_FIELDS, row, now);

export interface TargetFields {
  resolutionId: number;
  text: string;
  unit: string;
  percent: 0 | 1;
  direction: TargetDirection;
  counting: TargetCounting;
  pace: TargetPace;
  indicator: string | null;
  period: 'calendar' | 'union';
  note: string | null;
}
export type TargetRecord = TargetFields & {
  id: number;
  version: number;
  resolution: string;
  fromYear: number;
  toYear: number;
  deletedAt: string | null;
};

const TARGET = `SELECT t.id, t.version, t.resolution_id AS resolutionId, r.name AS resolution, r.from_year AS fromYear,
    r.to_year AS toYear, t.text, t.unit, t.percent, t.direction, t.counting, t.pace, t.indicator, t.period, t.note,
    t.deleted_at AS deletedAt
  FROM target t JOIN resolution r ON r.id = t.resolution_id`;

/** Of the terms a year lies in, or of all. */
export const targetsIn = (db: Db, year: number | null, resolutionId: number | null): TargetRecord[] =>
  db.all(
    `${TARGET} WHERE t.deleted_at IS NULL AND r.deleted_at IS NULL
       AND (@year IS NULL OR @year BETWEEN r.from_year AND r.to_year)
       AND (@resolutionId IS NULL OR r.id = @resolutionId)
     ORDER BY r.to_year DESC, ${RANK}, r.id, t.ordinal, t.id`,
    { year, resolutionId },
  );
export const targetById = (db: Db, id: number): TargetRecord | undefined =>
  db.get(`${TARGET} WHERE t.id = ? AND r.deleted_at IS NULL`, [id]);

const TARGET_FIELDS = [
  'resolutionId',
  'text',
  'unit',
  'percent',
  'direction',
  'counting',
  'pace',
  'indicator',
  'period',
  'note',
] as const satisfies readonly (keyof TargetFields)[];
export const insertTarget = (db: Db, row: TargetFields & { uid: string }, now: string): number =>
  insertRecord(db, 'target', ['uid', ...TARGET_FIELDS], row, now);
export const updateTarget = (
  db: Db,
  row: TargetFields & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'target', TARGET_FIELDS, row, now);

export interface AskedRecord {
  targetId: number;
  /** 0: the term. */
  year: number;
  value: number;
  months: string | null;
}
export const askedOf = (db: Db, targetIds: readonly number[]): AskedRecord[] =>
  db.all(
    `SELECT target_id AS targetId, year, value, months FROM target_value
     WHERE target_id IN (SELECT value FROM json_each(?)) ORDER BY target_id, year`,
    [JSON.stringify(targetIds)],
  );
export function setAsked(db: Db, targetId: number, rows: readonly Omit<AskedRecord, 'targetId'>[]): void {
  db.run('DELETE FROM target_value WHERE target_id = ?', [targetId]);
  for (const row of rows)
    db.run(
      'INSERT INTO target_value (target_id, year, value, months) VALUES (@targetId, @year, @value, @months)',
      { targetId, ...row },
    );
}

export interface ActualFields {
  targetId: number;
  onDay: string;
  value: number | null;
  part: number | null;
  whole: number | null;
  flag: Vagueness;
  source: string;
  note: string | null;
}
export type ActualRecord = ActualFields & {
  id: number;
  version: number;
  files: number;
  deletedAt: string | null;
};
const ACTUAL = `SELECT a.id, a.version, a.target_id AS targetId, a.on_day AS onDay, a.value, a.part, a.whole, a.flag, a.source,
    a.note, a.deleted_at AS deletedAt,
    (SELECT count(*) FROM attachment f WHERE f.entity = 'target_actual' AND f.entity_id = a.id AND f.deleted_at IS NULL) AS files
  FROM target_actual a`;
/** Of live ones, the latest day first. */
export const actualsOf = (db: Db, targetIds: readonly number[]): ActualRecord[] =>
  db.all(
    `${ACTUAL} WHERE a.deleted_at IS NULL AND a.target_id IN (SELECT value FROM json_each(?))
     ORDER BY a.on_day DESC, a.id DESC`,
    [JSON.stringify(targetIds)],
  );
export const actualById = (db: Db, id: number): ActualRecord | undefined =>
  db.get(`${ACTUAL} WHERE a.id = ?`, [id]);
const ACTUAL_FIELDS = [
  'targetId',
  'onDay',
  'value',
  'part',
  'whole',
  'flag',
  'source',
  'note',
] as const satisfies readonly (keyof ActualFields)[];
export const insertActual = (db: Db, row: ActualFields & { uid: string }, now: string): number =>
  insertRecord(db, 'target_actual', ['uid', ...ACTUAL_FIELDS], row, now);
export const updateActual = (
  db: Db,
  row: ActualFields & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'target_actual', ACTUAL_FIELDS, row, now);

export interface CongressFields {
  body: string;
  number: number;
  fromYear: number;
  toYear: number;
}
export type CongressRecord = CongressFields & { id: number; version: number; deletedAt: string | null };
const CONGRESS =
  'SELECT id, version, body, number, from_year AS fromYear, to_year AS toYear, deleted_at AS deletedAt FROM congress_term';
export const congresses = (db: Db): CongressRecord[] =>
  db.all(`${CONGRESS} WHERE deleted_at IS NULL ORDER BY body, number`);
export const congressById = (db: Db, id: number): CongressRecord | undefined =>
  db.get(`${CONGRESS} WHERE id = ?`, [id]);
/** Which congress belongs to which term, as texts are checked against it. */
export const congressReference = (db: Db): CongressFields[] =>
  db.all(
    'SELECT body, number, from_year AS fromYear, to_year AS toYear FROM congress_term WHERE deleted_at IS NULL ORDER BY body, number',
  );
/** Another live congress of that body and number. */
export const congressTaken = (db: Db, row: { body: string; number: number }, exceptId: number): boolean =>
  db.pluck<number>(
    'SELECT count(*) FROM congress_term WHERE body = @body AND number = @number AND id <> @exceptId AND deleted_at IS NULL',
    { body: row.body, number: row.number, exceptId },
  ) !== 0;
const CONGRESS_FIELDS = ['body', 'number', 'fromYear', 'toYear'] as const;
export const insertCongress = (db: Db, row: CongressFields): number =>
  insertRecord(db, 'congress_term', CONGRESS_FIELDS, row);
export const updateCongress = (db: Db, row: CongressFields & { id: number; version: number }): boolean =>
  updateRecord(db, 'congress_term', CONGRESS_FIELDS, row);

export type TargetTable = 'resolution' | 'target' | 'target_actual' | 'congress_term';
export const setDeleted = (db: Db, table: TargetTable, id: number, at: string | null): boolean =>
  setDeletedAt(db, table, id, at);

type Trashed = { id: number; label: string; deletedAt: string };
export const trashedResolutions = (db: Db): Trashed[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM resolution WHERE deleted_at IS NOT NULL');
export const trashedTargets = (db: Db): Trashed[] =>
  db.all('SELECT id, text AS label, deleted_at AS deletedAt FROM target WHERE deleted_at IS NOT NULL');
export const trashedActuals = (db: Db): Trashed[] =>
  db.all(
    `SELECT a.id, strftime('%d/%m/%Y', a.on_day) || ' · ' || t.text AS label, a.deleted_at AS deletedAt
     FROM target_actual a JOIN target t ON t.id = a.target_id WHERE a.deleted_at IS NOT NULL`,
  );
export const trashedCongresses = (db: Db): Trashed[] =>
  db.all(
    `SELECT id, body || ' · ' || number || ' · ' || from_year || '–' || to_year AS label, deleted_at AS deletedAt
     FROM congress_term WHERE deleted_at IS NOT NULL`,
  );
