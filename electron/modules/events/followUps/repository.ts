/** SQL of follow-ups. */
import type { FOLLOW_UP_SHOWS, FollowUpState } from '../../../../shared/domain/followUps';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface FollowUpFields {
  batch: string;
  eventId: number | null;
  text: string;
  saidBy: string | null;
  saidTitle: string | null;
  saidOn: string | null;
  ownerMemberId: number | null;
  ownerUnitId: number | null;
  ownerName: string | null;
  dueOn: string | null;
  state: FollowUpState;
  result: string | null;
  doneOn: string | null;
}
export type FollowUpRecord = FollowUpFields & { id: number; version: number };

const RECORD = `f.id, f.version, f.batch, f.event_id AS eventId, f.text, f.said_by AS saidBy, f.said_title AS saidTitle,
  f.said_on AS saidOn, f.owner_member_id AS ownerMemberId, f.owner_unit_id AS ownerUnitId, f.owner_name AS ownerName,
  f.due_on AS dueOn, f.state, f.result, f.done_on AS doneOn`;
const OWNER = `coalesce(m.full_name, o.name, f.owner_name)`;
const FROM = `follow_up_live f LEFT JOIN member m ON m.id = f.owner_member_id LEFT JOIN org_unit o ON o.id = f.owner_unit_id
  LEFT JOIN event e ON e.id = f.event_id`;
const WAITING = `f.state IN ('open', 'doing')`;
const OVERDUE = `${WAITING} AND f.due_on < @today`;

export const followUpById = (db: Db, id: number): FollowUpRecord | undefined =>
  db.get(`SELECT ${RECORD} FROM follow_up_live f WHERE f.id = ?`, [id]);

export interface FollowUpConditions {
  words: readonly string[];
  show: (typeof FOLLOW_UP_SHOWS)[number];
  eventId: number | null;
  memberId: number | null;
  unitId: number | null;
  owner: string | null;
  batch: string | null;
  id: number | null;
  today: string;
}

const params = ({ words, ...c }: FollowUpConditions) => ({ ...c, words: JSON.stringify(words) });
const WHERE = `(@id IS NULL OR f.id = @id) AND (@eventId IS NULL OR f.event_id = @eventId) AND (@memberId IS NULL OR f.owner_member_id = @memberId)
  AND (@unitId IS NULL OR f.owner_unit_id = @unitId) AND (@owner IS NULL OR ${OWNER} = @owner)
  AND (@batch IS NULL OR f.batch = @batch)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(f.search_key, w.value) = 0)`;
const SHOWN = `CASE @show WHEN 'waiting' THEN ${WAITING} WHEN 'overdue' THEN ${OVERDUE} WHEN 'done' THEN f.state = 'done' ELSE 1 END`;

export interface FollowUpTotals {
  total: number;
  waiting: number;
  overdue: number;
  done: number;
}

export const totals = (db: Db, c: FollowUpConditions): FollowUpTotals =>
  db.get<FollowUpTotals>(
    `SELECT coalesce(sum(${SHOWN}), 0) AS total, coalesce(sum(${WAITING}), 0) AS waiting,
       coalesce(sum(${OVERDUE}), 0) AS overdue, coalesce(sum(f.state = 'done'), 0) AS done
     FROM ${FROM} WHERE ${WHERE}`,
    params(c),
  ) ?? { total: 0, waiting: 0, overdue: 0, done: 0 };

export type ListedFollowUp = FollowUpRecord & {
  owner: string;
  eventName: string | null;
  inBatch: number;
  reportedInBatch: number;
  overdue: number;
  evidence: number;
};

/** Overdue first, then what waits by deadline, then the finished with the latest first. */
export const listFollowUps = (
  db: Db,
  c: FollowUpConditions,
  page: { offset: number; limit: number },
): ListedFollowUp[] =>
  db.all(
    `SELECT ${RECORD}, ${OWNER} AS owner, iif(e.deleted_at IS NULL, e.name, NULL) AS eventName,
       (SELECT count(*) FROM follow_up_live b WHERE b.batch = f.batch) AS inBatch,
       (SELECT count(*) FROM follow_up_live b WHERE b.batch = f.batch AND b.state = 'done') AS reportedInBatch,
       coalesce(${OVERDUE}, 0) AS overdue,
       (SELECT count(*) FROM attachment a WHERE a.entity = 'follow_up' AND a.entity_id = f.id AND a.deleted_at IS NULL) AS evidence
     FROM ${FROM} WHERE ${WHERE} AND ${SHOWN}
     ORDER BY ${WAITING} DESC, iif(${WAITING}, coalesce(f.due_on, '9999'), NULL), f.done_on DESC, coalesce(o.name_key, m.sort_key, f.owner_name), f.id
     LIMIT @limit OFFSET @offset`,
    { ...params(c), ...page },
  );

/** Follow-ups that wait although their deadline has passed. */
export const overdueCount = (db: Db, today: string): number =>
  db.pluck<number>(`SELECT count(*) FROM follow_up_live f WHERE ${OVERDUE}`, { today }) ?? 0;

export const owners = (db: Db): { name: string; waiting: number; all: number }[] =>
  db.all(
    `SELECT ${OWNER} AS name, sum(${WAITING}) AS waiting, count(*) AS "all" FROM ${FROM} GROUP BY 1
     ORDER BY waiting DESC, name`,
  );

const WRITTEN = [
  'batch',
  'eventId',
  'text',
  'saidBy',
  'saidTitle',
  'saidOn',
  'ownerMemberId',
  'ownerUnitId',
  'ownerName',
  'dueOn',
  'state',
  'result',
  'doneOn',
  'searchKey',
] as const satisfies readonly (keyof FollowUpFields | 'searchKey')[];

export const insertFollowUp = (
  db: Db,
  row: FollowUpFields & { uid: string; searchKey: string },
  now: string,
): number => insertRecord(db, 'follow_up', ['uid', ...WRITTEN], row, now);

export const updateFollowUp = (db: Db, row: FollowUpRecord & { searchKey: string }, now: string): boolean =>
  updateRecord(db, 'follow_up', WRITTEN, row, now);

/** What an owner is called: a member's or a part's name; undefined for one that is not there. */
export const ownerName = (
  db: Db,
  owner: { memberId: number | null; unitId: number | null; name: string | null },
): string | undefined =>
  owner.memberId !== null
    ? db.pluck('SELECT full_name FROM member_live WHERE id = ?', [owner.memberId])
    : owner.unitId !== null
      ? db.pluck('SELECT name FROM org_unit_live WHERE id = ?', [owner.unitId])
      : (owner.name ?? undefined);

export const setDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'follow_up', id, at);

export const trashedFollowUps = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT f.id, substr(f.text, 1, 80) || ' · ' || ${OWNER} AS label, f.deleted_at AS deletedAt FROM follow_up f
     LEFT JOIN member m ON m.id = f.owner_member_id LEFT JOIN org_unit o ON o.id = f.owner_unit_id WHERE f.deleted_at IS NOT NULL`,
  );

/** Follow-ups a member is to do, for the story of that member. */
export const followUpsOf = (
  db: Db,
  memberId: number,
): {
  eventId: number | null;
  text: string;
  saidOn: string | null;
  dueOn: string | null;
  saidBy: string | null;
  createdAt: string;
}[] =>
  db.all(
    `SELECT event_id AS eventId, text, said_on AS saidOn, due_on AS dueOn, said_by AS saidBy, created_at AS createdAt
     FROM follow_up_live WHERE owner_member_id = ? ORDER BY id DESC`,
    [memberId],
  );

/** Waiting follow-ups due in a span of days. */
export const dueIn = (
  db: Db,
  span: { from: string; to: string },
): { id: number; text: string; dueOn: string; owner: string }[] =>
  db.all(
    `SELECT f.id, f.text, f.due_on AS dueOn, ${OWNER} AS owner FROM ${FROM}
     WHERE ${WAITING} AND f.due_on BETWEEN @from AND @to`,
    { ...span },
  );
