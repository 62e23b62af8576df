/** SQL of members' papers: pictures for cards, and requests of members for what is kept of them. */

import type { ExtraKind } from '../../../../shared/domain/privateFields';
import type { RequestKind } from '../../../../shared/domain/requestDeadlines';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';
import type { ExtraColumn } from '../../../documents/spreadsheets/memberList';

/** Pictures in use, by member. */
export function photosOf(db: Db, ids: readonly number[]): Map<number, Uint8Array> {
  const rows = db.all<{ memberId: number; bytes: Uint8Array }>(
    `SELECT member_id AS memberId, bytes FROM member_photo
     WHERE deleted_at IS NULL AND member_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.memberId, row.bytes]));
}

/** The unit's own fields in their order, as columns. */
export const extraColumns = (db: Db): ExtraColumn[] =>
  db
    .all<{ id: number; label: string; kind: ExtraKind }>(
      'SELECT id, label, kind FROM extra_field WHERE deleted_at IS NULL ORDER BY position, id',
    )
    .map(({ id, label, kind }) => ({ key: `extra:${id}` as const, title: label, kind }));

/** Values of those fields by member. */
export function extraOf(db: Db, ids: readonly number[]): Map<number, Record<string, string | number>> {
  const values = new Map<number, Record<string, string | number>>();
  for (const row of db.all<{ memberId: number; fieldId: number; value: string; number: number | null }>(
    `SELECT member_id AS memberId, field_id AS fieldId, value, number FROM extra_value
     WHERE member_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  )) {
    const own = values.get(row.memberId) ?? {};
    own[`extra:${row.fieldId}`] = row.number ?? row.value;
    values.set(row.memberId, own);
  }
  return values;
}

export interface RequestFields {
  kind: RequestKind;
  askedBy: string;
  askedOn: string;
  thirdParty: boolean;
  extraDays: number;
  repliedOn: string | null;
  answeredOn: string | null;
  answerNo: string | null;
  answer: string | null;
  note: string | null;
}
export interface RequestRow extends RequestFields {
  id: number;
  version: number;
  memberId: number;
  memberName: string;
  dueOn: string;
}

const ROW = `SELECT r.id, r.version, r.member_id AS memberId, m.full_name AS memberName, r.kind, r.asked_by AS askedBy,
    r.asked_on AS askedOn, r.due_on AS dueOn, r.third_party AS thirdParty, r.extra_days AS extraDays,
    r.replied_on AS repliedOn, r.answered_on AS answeredOn, r.answer_no AS answerNo, r.answer, r.note
  FROM member_request r JOIN member m ON m.id = r.member_id`;

type Stored<T> = Omit<T, 'thirdParty'> & { thirdParty: number };
const toRow = <T extends RequestRow>(row: Stored<T>): T =>
  ({ ...row, thirdParty: row.thirdParty === 1 }) as unknown as T;

export function requestById(db: Db, id: number): (RequestRow & { deletedAt: string | null }) | undefined {
  const row = db.get<Stored<RequestRow & { deletedAt: string | null }>>(
    `${ROW.replace('r.note', 'r.note, r.deleted_at AS deletedAt')} WHERE r.id = ?`,
    [id],
  );
  return row && toRow(row);
}

const WHERE = `WHERE r.deleted_at IS NULL AND (@memberId IS NULL OR r.member_id = @memberId)
  AND (@open = 0 OR r.answered_on IS NULL)`;
interface RequestFilter {
  memberId: number | null;
  open: number;
}
export const requests = (db: Db, filter: RequestFilter & { offset: number; limit: number }): RequestRow[] =>
  db
    .all<Stored<RequestRow>>(
      `${ROW} ${WHERE} ORDER BY r.answered_on IS NOT NULL, r.asked_on DESC, r.id DESC LIMIT @limit OFFSET @offset`,
      { ...filter },
    )
    .map(toRow);
/** Requests without an answer whose day has passed, and those whose day is near. */
export const requestsDue = (db: Db, today: string, soon: string): { overdue: number; soon: number } =>
  db.get<{ overdue: number; soon: number }>(
    `SELECT count(CASE WHEN due_on < @today THEN 1 END) AS overdue, count(CASE WHEN due_on >= @today THEN 1 END) AS soon
     FROM member_request WHERE answered_on IS NULL AND deleted_at IS NULL AND due_on <= @soon`,
    { today, soon },
  ) ?? { overdue: 0, soon: 0 };
export const countRequests = (db: Db, filter: RequestFilter): number =>
  db.pluck<number>(`SELECT count(*) FROM member_request r ${WHERE}`, { ...filter }) ?? 0;

const WRITTEN = [
  'kind',
  'askedBy',
  'askedOn',
  'dueOn',
  'thirdParty',
  'extraDays',
  'repliedOn',
  'answeredOn',
  'answerNo',
  'answer',
  'note',
] as const satisfies readonly (keyof RequestRow)[];
const stored = <T extends RequestFields>(row: T) => ({ ...row, thirdParty: row.thirdParty ? 1 : 0 });
export const insertRequest = (
  db: Db,
  row: RequestFields & { uid: string; memberId: number; dueOn: string; now: string },
): number => insertRecord(db, 'member_request', ['uid', 'memberId', ...WRITTEN], stored(row), row.now);

/** False when the version is stale or the request is in the trash. */
export const updateRequest = (
  db: Db,
  row: RequestFields & { id: number; version: number; dueOn: string; now: string },
): boolean => updateRecord(db, 'member_request', WRITTEN, stored(row), row.now);

export const setRequestDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'member_request', id, at);

/** Requests in the trash, named after who they are about. */
export const trashedRequests = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT r.id, m.full_name || ' · ' || r.asked_on AS label, r.deleted_at AS deletedAt
     FROM member_request r JOIN member m ON m.id = r.member_id WHERE r.deleted_at IS NOT NULL`,
  );
