/** SQL of the steps of the union's year, and of what years have of them. */
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';

export interface StepFields {
  month: number;
  name: string;
  nameEn: string | null;
  hint: string | null;
  hintEn: string | null;
  official: 0 | 1;
  opens: 'event' | 'campaign' | 'page';
  what: string;
}
export type StepRecord = StepFields & { id: number; version: number; deletedAt: string | null };
const STEP = `SELECT id, version, month, name, name_en AS nameEn, hint, hint_en AS hintEn, official, opens, what,
  deleted_at AS deletedAt FROM year_step`;
export const steps = (db: Db): StepRecord[] =>
  db.all(`${STEP} WHERE deleted_at IS NULL ORDER BY month, ordinal, id`);
export const stepById = (db: Db, id: number): StepRecord | undefined => db.get(`${STEP} WHERE id = ?`, [id]);
const FIELDS = ['month', 'name', 'nameEn', 'hint', 'hintEn', 'official', 'opens', 'what'] as const;
export const insertStep = (db: Db, row: StepFields): number => insertRecord(db, 'year_step', FIELDS, row);
export const updateStep = (db: Db, row: StepFields & { id: number; version: number }): boolean =>
  updateRecord(db, 'year_step', FIELDS, row);

export interface SeenRecord {
  entity: 'event' | 'welfare_campaign' | 'award_round' | 'review' | 'plan';
  id: number;
  label: string;
  date: string | null;
  year: number;
  /** Of an event its kind, of gifts their occasion. */
  what: string;
}
/** Everything of two years that a step may point at. */
export const seenIn = (db: Db, from: number, to: number): SeenRecord[] =>
  db.all(
    `SELECT 'event' AS entity, id, name AS label, starts_on AS date, CAST(substr(starts_on, 1, 4) AS INTEGER) AS year, kind AS what
       FROM event_live WHERE CAST(substr(starts_on, 1, 4) AS INTEGER) BETWEEN @from AND @to
     UNION ALL
     SELECT 'welfare_campaign', id, name, on_date, year, coalesce(occasion, '') FROM welfare_campaign_live
       WHERE year BETWEEN @from AND @to
     UNION ALL
     SELECT 'award_round', id, name, deadline, year, 'proposals' FROM award_round
       WHERE deleted_at IS NULL AND kind = 'proposal' AND year BETWEEN @from AND @to
     UNION ALL
     SELECT 'review', id, CAST(year AS TEXT), to_day, year, 'review' FROM review
       WHERE deleted_at IS NULL AND part = 'year' AND year BETWEEN @from AND @to
     UNION ALL
     SELECT 'plan', year, CAST(count(*) AS TEXT), NULL, year, 'plans' FROM plan_item_live
       WHERE year BETWEEN @from AND @to + 1 GROUP BY year
     ORDER BY 5, 4, 2`,
    { from, to },
  );

const RENEWED = 'year_step_pages';
/** Steps that came with the program open the screens made since; once in a store, and only where the office left them. */
export function renewSteps(db: Db): void {
  if (db.pluck('SELECT 1 FROM meta WHERE key = ?', [RENEWED]) !== undefined) return;
  db.immediate(() => {
    db.run(
      `UPDATE year_step SET what = 'ratings'
       WHERE name = 'Xếp loại công đoàn bộ phận, tổ công đoàn' AND opens = 'page' AND what = 'organisation'`,
    );
    db.run("INSERT INTO meta (key, value) VALUES (?, '1')", [RENEWED]);
  });
}
