/** SQL of Party development. Files are read whole: a union has some hundreds in all its years. */
import type { PartyStage } from '../../../shared/domain/party';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface StageRecord {
  id: number;
  version: number;
  code: PartyStage;
  name: string;
  nameEn: string | null;
  months: number | null;
}
export interface StepRecord {
  fileId: number;
  stage: PartyStage;
  onDate: string;
  decisionNo: string | null;
  eventId: number | null;
  note: string | null;
  event: string | null;
}
export interface FileRecord {
  id: number;
  version: number;
  number: number;
  memberId: number;
  stoppedOn: string | null;
  stopReason: string | null;
  deletedAt: string | null;
  fullName: string;
  givenName: string;
  birthDate: string | null;
  department: string | null;
  /** In the member's own record. */
  isParty: number | null;
  partyDate: string | null;
}

export const stages = (db: Db): StageRecord[] =>
  db.all('SELECT id, version, code, name, name_en AS nameEn, months FROM party_stage ORDER BY ordinal');
export const updateStage = (
  db: Db,
  row: { id: number; version: number; name: string; nameEn: string | null; months: number | null },
): boolean =>
  db.run(
    `UPDATE party_stage SET name = @name, name_en = @nameEn, months = @months, version = version + 1
     WHERE id = @id AND version = @version`,
    row,
  ).changes === 1;

const FILES = `SELECT f.id, f.version, f.number, f.member_id AS memberId, f.stopped_on AS stoppedOn,
    f.stop_reason AS stopReason, f.deleted_at AS deletedAt, m.full_name AS fullName, m.given_name AS givenName,
    m.birth_date AS birthDate, d.name AS department, m.is_party AS isParty, m.party_date AS partyDate
  FROM party_file f JOIN member m ON m.id = f.member_id LEFT JOIN org_unit d ON d.id = m.department_id`;

/** Live files of people who are not in the trash, the latest first. */
export const liveFiles = (db: Db): FileRecord[] =>
  db.all(`${FILES} WHERE f.deleted_at IS NULL AND m.deleted_at IS NULL ORDER BY f.number DESC`);
export const fileById = (db: Db, id: number): FileRecord | undefined =>
  db.get(`${FILES} WHERE f.id = ?`, [id]);

/** Members whose own record may give a day of the period; by name. */
export const datedMembers = (
  db: Db,
  days: { from: string; to: string },
): { memberId: number; onDate: string; fullName: string; department: string | null }[] =>
  db.all(
    `SELECT m.id AS memberId, m.party_date AS onDate, m.full_name AS fullName, d.name AS department
     FROM member_live m LEFT JOIN org_unit d ON d.id = m.department_id
     WHERE m.party_date BETWEEN substr(@from, 1, 4) AND @to || '~' ORDER BY m.sort_key, m.id`,
    { from: days.from, to: days.to },
  );

const STEPS = `SELECT s.file_id AS fileId, s.stage, s.on_date AS onDate, s.decision_no AS decisionNo,
    s.event_id AS eventId, s.note, e.name AS event
  FROM party_step s LEFT JOIN event e ON e.id = s.event_id`;
export const allSteps = (db: Db): StepRecord[] => db.all(STEPS);
export const stepsOf = (db: Db, fileId: number): StepRecord[] =>
  db.all(`${STEPS} WHERE s.file_id = ?`, [fileId]);

export const nextNumber = (db: Db): number =>
  db.pluck<number>('SELECT coalesce(max(number), 0) + 1 FROM party_file') ?? 1;
export const insertFile = (
  db: Db,
  row: { uid: string; number: number; memberId: number },
  now: string,
): number => insertRecord(db, 'party_file', ['uid', 'number', 'memberId'], row, now);
export const updateStop = (
  db: Db,
  row: { id: number; version: number; stoppedOn: string | null; stopReason: string | null },
  now: string,
): boolean => updateRecord(db, 'party_file', ['stoppedOn', 'stopReason'], row, now);
/** A step was written: the version of its file rises. */
export const touchFile = (db: Db, row: { id: number; version: number }, now: string): boolean =>
  db.run(
    `UPDATE party_file SET version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row, now },
  ).changes === 1;
export const setFileDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'party_file', id, at);

export type NewStep = Omit<StepRecord, 'event'>;
export const putStep = (db: Db, row: NewStep): void => {
  db.run(
    `INSERT INTO party_step (file_id, stage, on_date, decision_no, event_id, note)
     VALUES (@fileId, @stage, @onDate, @decisionNo, @eventId, @note)
     ON CONFLICT (file_id, stage) DO UPDATE SET on_date = @onDate, decision_no = @decisionNo, event_id = @eventId, note = @note`,
    { ...row },
  );
};
export const dropStep = (db: Db, fileId: number, stage: PartyStage): void => {
  db.run('DELETE FROM party_step WHERE file_id = ? AND stage = ?', [fileId, stage]);
};

/** The file of a person that is neither finished, stopped nor in the trash. */
export const openFileOf = (db: Db, memberId: number): number | undefined =>
  db.pluck(
    `SELECT id FROM party_file f WHERE member_id = ? AND deleted_at IS NULL AND stopped_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM party_step s WHERE s.file_id = f.id AND s.stage = 'official')`,
    [memberId],
  );
export const membersWithFiles = (db: Db): number[] => db.column('SELECT DISTINCT member_id FROM party_file');
/** The label names nobody. */
export const trashedFiles = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, 'Hồ sơ số ' || printf('%02d', number) AS label, deleted_at AS deletedAt
     FROM party_file WHERE deleted_at IS NOT NULL`,
  );
