/** SQL of absences. */
import type { AbsenceKind } from '../../../../shared/domain/memberHistory';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { trashLabel } from './namesRepository';

export interface AbsenceRecord {
  id: number;
  memberId: number;
  kind: AbsenceKind;
  fromDate: string;
  toDate: string | null;
  days: number | null;
  note: string | null;
  version: number;
  deletedAt: string | null;
}

const COLUMNS = `a.id, a.member_id AS memberId, a.kind, a.from_date AS fromDate, a.to_date AS toDate, a.days, a.note,
  a.version, a.deleted_at AS deletedAt`;

export const absenceById = (db: Db, id: number): AbsenceRecord | undefined =>
  db.get(`SELECT ${COLUMNS} FROM member_absence a WHERE a.id = ?`, [id]);
/** Live absences of a member, the newest first. */
export const absencesOf = (db: Db, memberId: number): AbsenceRecord[] =>
  db.all(
    `SELECT ${COLUMNS} FROM member_absence a WHERE a.member_id = ? AND a.deleted_at IS NULL ORDER BY a.from_date DESC, a.id DESC`,
    [memberId],
  );

/** What is in the trash, with whose it is. */
export const trashedAbsences = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db
    .all<{ id: number; name: string; onDate: string; deletedAt: string }>(
      `SELECT a.id, m.full_name AS name, a.from_date AS onDate, a.deleted_at AS deletedAt
     FROM member_absence a JOIN member m ON m.id = a.member_id WHERE a.deleted_at IS NOT NULL`,
    )
    .map(({ name, onDate, ...row }) => ({ ...row, label: trashLabel({ name, onDate }) }));

type AbsenceFields = Omit<AbsenceRecord, 'id' | 'memberId' | 'version' | 'deletedAt'>;

const WRITTEN = [
  'kind',
  'fromDate',
  'toDate',
  'days',
  'note',
] as const satisfies readonly (keyof AbsenceFields)[];
export const insertAbsence = (db: Db, row: AbsenceFields & { memberId: number }, now: string): number =>
  insertRecord(db, 'member_absence', ['memberId', ...WRITTEN], row, now);

/** False when the version is no longer that one. */
export const updateAbsence = (
  db: Db,
  row: AbsenceFields & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'member_absence', WRITTEN, row, now);
