/** SQL of the catalogue of award forms. */
import type { AWARD_THEMES, AwardLevel, AwardSide, FORM_KINDS } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface FormRecord {
  id: number;
  code: string;
  name: string;
  name_en: string | null;
  kind: (typeof FORM_KINDS)[number];
  side: AwardSide;
  level: AwardLevel;
  theme: (typeof AWARD_THEMES)[number] | null;
  for_individual: 0 | 1;
  for_collective: 0 | 1;
  for_household: 0 | 1;
  grantor: string | null;
  reason_template: string | null;
  valid_from: string | null;
  valid_to: string | null;
  to_check: 0 | 1;
  source: string | null;
  version: number;
  deleted_at: string | null;
  decisions: number;
}
const COLUMNS = [
  'code',
  'name',
  'name_en',
  'kind',
  'side',
  'level',
  'theme',
  'for_individual',
  'for_collective',
  'for_household',
  'grantor',
  'reason_template',
  'valid_from',
  'valid_to',
  'to_check',
  'source',
] as const satisfies readonly (keyof FormRecord)[];
export type EditableForm = Pick<FormRecord, (typeof COLUMNS)[number]>;

const SELECT = `SELECT f.*, (SELECT count(*) FROM award_decision_live d WHERE d.form_id = f.id) AS decisions FROM award_form f`;

/** Live forms in catalogue order; with a day, only those in force. */
export const forms = (db: Db, on: string | null): FormRecord[] =>
  db.all(
    `${SELECT} WHERE f.deleted_at IS NULL
       AND (@on IS NULL OR (coalesce(f.valid_from, '') <= @on AND (f.valid_to IS NULL OR f.valid_to || '~' >= @on)))
     ORDER BY f.ordinal, f.name, f.id`,
    { on },
  );

/** A form, also one in the trash. */
export const formById = (db: Db, id: number): FormRecord | undefined =>
  db.get(`${SELECT} WHERE f.id = ?`, [id]);

/** A new form; without a place it stands at the end of the catalogue. */
export const insertForm = (db: Db, row: EditableForm, ordinal = 1000): number =>
  insertRecord(db, 'award_form', [...COLUMNS, 'ordinal'], { ...row, ordinal });

/** The place of a form in the catalogue. */
export const ordinalOf = (db: Db, id: number): number =>
  db.pluck<number>('SELECT ordinal FROM award_form WHERE id = ?', [id]) ?? 1000;

export const updateForm = (db: Db, row: EditableForm & { id: number; version: number }): boolean =>
  updateRecord(db, 'award_form', COLUMNS, row);

export const setFormDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'award_form', id, at);

export const trashedForms = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM award_form WHERE deleted_at IS NOT NULL');
