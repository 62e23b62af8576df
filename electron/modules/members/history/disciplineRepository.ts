/** SQL of disciplines. */
import type { DisciplineForm, DisciplineSide } from '../../../../shared/domain/memberHistory';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { trashLabel } from './namesRepository';

export interface DisciplineRecord {
  id: number;
  memberId: number;
  side: DisciplineSide;
  form: DisciplineForm;
  onDate: string;
  effectUntil: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
  version: number;
  deletedAt: string | null;
}

const COLUMNS = `d.id, d.member_id AS memberId, d.side, d.form, d.on_date AS onDate, d.effect_until AS effectUntil,
  d.decision_no AS decisionNo, d.decision_date AS decisionDate, d.reason, d.version, d.deleted_at AS deletedAt`;

export const disciplineById = (db: Db, id: number): DisciplineRecord | undefined =>
  db.get(`SELECT ${COLUMNS} FROM member_discipline d WHERE d.id = ?`, [id]);

/** Live disciplines of a member, the newest first, of the Party too. */
export const disciplinesOf = (db: Db, memberId: number): DisciplineRecord[] =>
  db.all(
    `SELECT ${COLUMNS} FROM member_discipline d WHERE d.member_id = ? AND d.deleted_at IS NULL ORDER BY d.on_date DESC, d.id DESC`,
    [memberId],
  );

/** Disciplines decided in a period (both days included; a month or year counts as its first day), of living records. */
export const disciplineIn = (db: Db, period: { from: string; to: string }): DisciplineRecord[] =>
  db.all(
    `SELECT ${COLUMNS} FROM member_discipline d JOIN member_live m ON m.id = d.member_id
     WHERE d.deleted_at IS NULL AND substr(d.on_date || '-01-01', 1, 10) BETWEEN @from AND @to ORDER BY d.on_date, d.id`,
    { from: period.from, to: period.to },
  );

export const trashedDisciplines = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db
    .all<{ id: number; name: string; onDate: string; deletedAt: string }>(
      `SELECT d.id, m.full_name AS name, d.on_date AS onDate, d.deleted_at AS deletedAt
     FROM member_discipline d JOIN member m ON m.id = d.member_id WHERE d.deleted_at IS NOT NULL`,
    )
    .map(({ name, onDate, ...row }) => ({ ...row, label: trashLabel({ name, onDate }) }));

type DisciplineFields = Omit<DisciplineRecord, 'id' | 'memberId' | 'version' | 'deletedAt'>;

const WRITTEN = [
  'side',
  'form',
  'onDate',
  'effectUntil',
  'decisionNo',
  'decisionDate',
  'reason',
] as const satisfies readonly (keyof DisciplineFields)[];
export const insertDiscipline = (db: Db, row: DisciplineFields & { memberId: number }, now: string): number =>
  insertRecord(db, 'member_discipline', ['memberId', ...WRITTEN], row, now);

/** False when the version is no longer that one. */
export const updateDiscipline = (
  db: Db,
  row: DisciplineFields & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'member_discipline', WRITTEN, row, now);
