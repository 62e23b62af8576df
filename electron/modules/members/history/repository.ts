/** SQL of dated facts. The stretches in member_state are made by the triggers of the store. */
import type { FactKind } from '../../../../shared/domain/memberHistory';
import type { Db } from '../../../db/database';
import { trashLabel } from './namesRepository';

export interface FactRecord {
  id: number;
  memberId: number;
  kind: FactKind;
  /** ISO of any precision, '' when it is not known. */
  onDate: string;
  /** Id of a department or group as text, else the text. */
  value: string | null;
  place: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
  version: number;
  deletedAt: string | null;
}
export type NewFact = Omit<FactRecord, 'id' | 'version' | 'deletedAt'>;

const FACT = `f.id, f.member_id AS memberId, f.kind, f.on_date AS onDate, f.value, f.place, f.decision_no AS decisionNo,
  f.decision_date AS decisionDate, f.reason, f.version, f.deleted_at AS deletedAt`;
const IN_IDS = 'IN (SELECT value FROM json_each(@ids))';
const MEMBERSHIP = `('rejoined', 'transferredIn', 'transferredOut', 'retired', 'left', 'expelled', 'died')`;

export const newBatch = (db: Db, now: string): number =>
  db.run('INSERT INTO member_fact_batch (created_at) VALUES (?)', [now]).lastInsertRowid;

export const insertFact = (db: Db, fact: NewFact, batchId: number | null, now: string): number =>
  db.run(
    `INSERT INTO member_fact (member_id, kind, on_date, value, place, decision_no, decision_date, reason, batch_id, created_at, updated_at)
     VALUES (@memberId, @kind, @onDate, @value, @place, @decisionNo, @decisionDate, @reason, @batchId, @now, @now)`,
    {
      memberId: fact.memberId,
      kind: fact.kind,
      onDate: fact.onDate,
      value: fact.value,
      place: fact.place,
      decisionNo: fact.decisionNo,
      decisionDate: fact.decisionDate,
      reason: fact.reason,
      batchId,
      now,
    },
  ).lastInsertRowid;

/** Live facts of one kind, the earliest first. */
export const factsOfKind = (db: Db, memberId: number, kind: FactKind): FactRecord[] =>
  db.all(
    `SELECT ${FACT} FROM member_fact f WHERE f.member_id = ? AND f.kind = ? AND f.deleted_at IS NULL ORDER BY f.on_date, f.id`,
    [memberId, kind],
  );

/** Live facts of a member, the newest first. */
export const factsOf = (db: Db, memberId: number): FactRecord[] =>
  db.all(
    `SELECT ${FACT} FROM member_fact f WHERE f.member_id = ? AND f.deleted_at IS NULL ORDER BY f.on_date DESC, f.id DESC`,
    [memberId],
  );

export const factById = (db: Db, id: number): FactRecord | undefined =>
  db.get(`SELECT ${FACT} FROM member_fact f WHERE f.id = ?`, [id]);

/** False when the version is stale or the fact is gone. */
export const updateFact = (db: Db, fact: Omit<FactRecord, 'deletedAt' | 'memberId'>, now: string): boolean =>
  db.run(
    `UPDATE member_fact SET kind = @kind, on_date = @onDate, value = @value, place = @place, decision_no = @decisionNo,
       decision_date = @decisionDate, reason = @reason, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    {
      id: fact.id,
      version: fact.version,
      kind: fact.kind,
      onDate: fact.onDate,
      value: fact.value,
      place: fact.place,
      decisionNo: fact.decisionNo,
      decisionDate: fact.decisionDate,
      reason: fact.reason,
      now,
    },
  ).changes === 1;

/** Into the trash of the user, or back when `at` is null; false if it was there already. */
export const setFactDeleted = (db: Db, id: number, at: string | null): boolean =>
  db.run(
    `UPDATE member_fact SET deleted_at = @at, gone_by = NULL, version = version + 1
     WHERE id = @id AND (deleted_at IS NULL) = (@at IS NOT NULL)`,
    { id, at },
  ).changes === 1;

/** What the user put into the trash; what a batch took out is not there. */
export const trashedFacts = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db
    .all<{ id: number; name: string; onDate: string; deletedAt: string }>(
      `SELECT f.id, m.full_name AS name, f.on_date AS onDate, f.deleted_at AS deletedAt
     FROM member_fact f JOIN member m ON m.id = f.member_id WHERE f.deleted_at IS NOT NULL AND f.gone_by IS NULL`,
    )
    .map(({ name, onDate, ...row }) => ({ ...row, label: trashLabel({ name, onDate }) }));

export const newestFact = (db: Db, memberId: number, kind: FactKind): number | null =>
  db.pluck<number>(
    'SELECT max(id) FROM member_fact WHERE member_id = ? AND kind = ? AND deleted_at IS NULL',
    [memberId, kind],
  ) ?? null;

/** False when the version is stale. */
export const raiseVersion = (db: Db, memberId: number, version: number, now: string): boolean =>
  db.run(
    'UPDATE member SET version = version + 1, updated_at = ? WHERE id = ? AND version = ? AND deleted_at IS NULL',
    [now, memberId, version],
  ).changes === 1;

/** The admission in the record; false when the version is stale. */
export const setJoined = (
  db: Db,
  row: {
    id: number;
    version: number;
    onDate: string | null;
    place: string | null;
    decisionNo: string | null;
  },
  now: string,
): boolean =>
  db.run(
    `UPDATE member SET union_join_date = @onDate, union_join_place = @place, union_join_decision = @decisionNo,
       version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    {
      id: row.id,
      version: row.version,
      onDate: row.onDate,
      place: row.place,
      decisionNo: row.decisionNo,
      now,
    },
  ).changes === 1;

/** Takes facts out on behalf of a batch. */
export const takeOut = (db: Db, ids: readonly number[], batchId: number, now: string): void => {
  db.run(
    `UPDATE member_fact SET deleted_at = @now, gone_by = @batchId, version = version + 1 WHERE id ${IN_IDS} AND deleted_at IS NULL`,
    { ids: JSON.stringify(ids), batchId, now },
  );
};

export const membersOfBatch = (db: Db, batchId: number): number[] =>
  db
    .all<{ id: number }>(
      'SELECT DISTINCT member_id AS id FROM member_fact WHERE batch_id = @batchId OR gone_by = @batchId',
      { batchId },
    )
    .map((row) => row.id);

/** Takes a batch back: what it wrote goes, what it took out returns. */
export const undoBatch = (db: Db, batchId: number, now: string): void => {
  db.run(
    `UPDATE member_fact SET deleted_at = @now, gone_by = @batchId, version = version + 1
     WHERE batch_id = @batchId AND deleted_at IS NULL`,
    { batchId, now },
  );
  db.run(
    `UPDATE member_fact SET deleted_at = NULL, version = version + 1
     WHERE gone_by = @batchId AND batch_id IS NOT @batchId AND deleted_at IS NOT NULL`,
    { batchId },
  );
};

/** Brings an undone batch again. */
export const redoBatch = (db: Db, batchId: number, now: string): void => {
  db.run(
    `UPDATE member_fact SET deleted_at = @now, version = version + 1
     WHERE gone_by = @batchId AND batch_id IS NOT @batchId AND deleted_at IS NULL`,
    { batchId, now },
  );
  db.run(
    `UPDATE member_fact SET deleted_at = NULL, gone_by = NULL, version = version + 1
     WHERE batch_id = @batchId AND gone_by = @batchId`,
    { batchId },
  );
};

export const rebuildStates = (db: Db, memberIds: readonly number[]): void => {
  db.run('INSERT INTO member_rebuild (member_id) SELECT value FROM json_each(?)', [
    JSON.stringify(memberIds),
  ]);
};

/** Writes what holds today into the records; `rise` is added to the version of those that change. */
export const followStates = (
  db: Db,
  memberIds: readonly number[],
  today: string,
  rise: 0 | 1,
  now: string,
): void => {
  db.run(
    `UPDATE member SET status = s.status, status_date = s.since, department_id = s.department_id, group_id = s.group_id,
       job_title = s.job_title, position = s.position, contract_type = s.contract_type,
       version = version + @rise, updated_at = @now
     FROM (
       SELECT t.*, (SELECT nullif(f.on_date, '') FROM member_fact f
         WHERE f.member_id = t.member_id AND f.deleted_at IS NULL AND f.kind IN ${MEMBERSHIP} AND f.on_date <= @today
         ORDER BY f.on_date DESC, f.id DESC LIMIT 1) AS since
       FROM member_state t
       WHERE t.member_id ${IN_IDS} AND t.from_date <= @today AND (t.to_date IS NULL OR t.to_date > @today)
     ) s
     WHERE member.id = s.member_id AND (member.status <> s.status OR member.status_date IS NOT s.since
       OR member.department_id IS NOT s.department_id OR member.group_id IS NOT s.group_id
       OR member.job_title IS NOT s.job_title OR member.position IS NOT s.position
       OR member.contract_type IS NOT s.contract_type)`,
    { ids: JSON.stringify(memberIds), today, rise, now },
  );
};

/** The person's group and department that have a last day. */
export const closedSeats = (db: Db, memberId: number): { kind: 'group' | 'department'; closedOn: string }[] =>
  db.all(
    `SELECT o.kind, o.closed_on AS closedOn FROM member m JOIN org_unit o ON o.id IN (m.group_id, m.department_id)
     WHERE m.id = ? AND o.closed_on IS NOT NULL`,
    [memberId],
  );

export const followedDay = (db: Db): string | null =>
  db.pluck<string>('SELECT day FROM member_followed WHERE id = 1') ?? null;
export const setFollowedDay = (db: Db, day: string): void => {
  db.run('INSERT INTO member_followed (id, day) VALUES (1, @day) ON CONFLICT (id) DO UPDATE SET day = @day', {
    day,
  });
};

/** Members with a fact that came into force after a day and up to another. */
export const dueMembers = (db: Db, after: string, today: string): number[] =>
  db
    .all<{ id: number }>(
      `SELECT DISTINCT member_id AS id FROM member_fact WHERE deleted_at IS NULL AND on_date > ? AND on_date <= ?`,
      [after, today],
    )
    .map((row) => row.id);

/** The day and place of the admission; null when its day is not known. */
export const joinedOn = (db: Db, memberId: number): { onDate: string; place: string | null } | undefined =>
  db.get(
    `SELECT union_join_date AS onDate, union_join_place AS place FROM member WHERE id = ? AND union_join_date IS NOT NULL`,
    [memberId],
  );
