/** SQL of findings (tồn tại, kiến nghị) until they are mended, and of the figures of a line of work. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { FindingShow, InspectionKind, InspectionTopic } from '../../../shared/domain/inspection';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface FindingFields {
  sessionId: number;
  text: string;
  recommendation: string | null;
  ownerMemberId: number | null;
  ownerUnitId: number | null;
  ownerName: string | null;
  dueOn: string | null;
  mendedOn: string | null;
  result: string | null;
}
const FINDING_FIELDS = [
  'sessionId',
  'text',
  'recommendation',
  'ownerMemberId',
  'ownerUnitId',
  'ownerName',
  'dueOn',
  'mendedOn',
  'result',
] as const satisfies readonly (keyof FindingFields)[];
export type FindingRecord = FindingFields & {
  id: number;
  version: number;
  kind: InspectionKind;
  session: string;
  heldOn: string;
  owner: string | null;
  files: number;
};

const OWNERS = `LEFT JOIN member m ON m.id = f.owner_member_id LEFT JOIN org_unit o ON o.id = f.owner_unit_id`;
const FINDING = `SELECT f.id, f.version, f.kind, f.session, f.held_on AS heldOn, f.session_id AS sessionId, f.text, f.recommendation,
    f.owner_member_id AS ownerMemberId, f.owner_unit_id AS ownerUnitId, f.owner_name AS ownerName, f.due_on AS dueOn,
    f.mended_on AS mendedOn, f.result, coalesce(m.full_name, o.name, f.owner_name) AS owner,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'inspection_finding' AND a.entity_id = f.id AND a.deleted_at IS NULL) AS files
  FROM inspection_finding_live f ${OWNERS}`;

export const findingById = (db: Db, id: number): FindingRecord | undefined =>
  db.get(`${FINDING} WHERE f.id = ?`, [id]);

export interface FindingConditions {
  kind: InspectionKind | null;
  show: FindingShow;
  words: readonly string[];
  year: number | null;
  sessionId: number | null;
  today: string;
}
const WHERE = `(@kind IS NULL OR f.kind = @kind) AND (@year IS NULL OR substr(f.held_on, 1, 4) = printf('%d', @year))
  AND (@sessionId IS NULL OR f.session_id = @sessionId)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(f.search_key, w.value) = 0)`;
const OPEN = 'f.mended_on IS NULL';
const OVERDUE = `coalesce(${OPEN} AND f.due_on < @today, 0)`;
const SHOWN = `CASE @show WHEN 'open' THEN ${OPEN} WHEN 'overdue' THEN ${OVERDUE} WHEN 'mended' THEN NOT ${OPEN} ELSE 1 END`;
const params = ({ words, ...c }: FindingConditions) => ({ ...c, words: JSON.stringify(words) });

export const findingTotals = (
  db: Db,
  c: FindingConditions,
): { total: number; open: number; overdue: number } =>
  db.get(
    `SELECT coalesce(sum(${SHOWN}), 0) AS total, coalesce(sum(${OPEN}), 0) AS open, coalesce(sum(${OVERDUE}), 0) AS overdue
     FROM inspection_finding_live f WHERE ${WHERE}`,
    params(c),
  )!;
/** What waits longest past its day first; what was mended last. */
export const listFindings = (
  db: Db,
  c: FindingConditions,
  page: { offset: number; limit: number },
): FindingRecord[] =>
  db.all(
    `${FINDING} WHERE ${WHERE} AND ${SHOWN}
     ORDER BY f.mended_on IS NOT NULL, iif(${OPEN}, coalesce(f.due_on, '9999'), NULL), f.mended_on DESC, f.id
     LIMIT @limit OFFSET @offset`,
    { ...params(c), ...page },
  );
export const findingsOf = (db: Db, sessionId: number): FindingRecord[] =>
  db.all(`${FINDING} WHERE f.session_id = ? ORDER BY f.id`, [sessionId]);
/** What the sessions of a year found, in the order of the sessions. */
export const findingsOfYear = (db: Db, kind: InspectionKind, year: number): FindingRecord[] =>
  db.all(`${FINDING} WHERE f.kind = ? AND substr(f.held_on, 1, 4) = ? ORDER BY f.held_on, f.id`, [
    kind,
    String(year),
  ]);

type Written = FindingFields & { searchKey: string };
export const insertFinding = (db: Db, row: Written & { uid: string }, now: string): number =>
  insertRecord(db, 'inspection_finding', ['uid', 'searchKey', ...FINDING_FIELDS], row, now);
export const updateFinding = (db: Db, row: Written & { id: number; version: number }, now: string): boolean =>
  updateRecord(db, 'inspection_finding', ['searchKey', ...FINDING_FIELDS], row, now);
export const setFindingDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'inspection_finding', id, at);
export const trashedFindings = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT id, substr(text, 1, 80) AS label, deleted_at AS deletedAt FROM inspection_finding WHERE deleted_at IS NOT NULL`,
  );

/** Findings that wait past the day asked for. */
export const overdueFindings = (db: Db, kind: InspectionKind, today: string): number =>
  db.pluck(
    'SELECT count(*) FROM inspection_finding_live WHERE kind = ? AND mended_on IS NULL AND due_on < ?',
    [kind, today],
  ) ?? 0;
/** Waiting findings due in a span of days. */
export const findingsDueIn = (
  db: Db,
  span: { from: string; to: string },
): { id: number; sessionId: number; text: string; dueOn: string }[] =>
  db.all(
    `SELECT id, session_id AS sessionId, text, due_on AS dueOn FROM inspection_finding_live
     WHERE mended_on IS NULL AND due_on BETWEEN @from AND @to`,
    { ...span },
  );
/** Files of the year of a line of work: of its plan, its sessions and its findings. */
export const filesOfYear = (db: Db, kind: InspectionKind, year: number): number =>
  db.pluck(
    `SELECT count(*) FROM attachment a WHERE a.deleted_at IS NULL AND (
       a.entity = 'inspection_plan' AND a.entity_id IN (SELECT id FROM inspection_plan_live WHERE kind = @kind AND year = @year)
       OR a.entity = 'inspection_session' AND a.entity_id IN
         (SELECT id FROM inspection_session_live WHERE kind = @kind AND substr(held_on, 1, 4) = printf('%d', @year))
       OR a.entity = 'inspection_finding' AND a.entity_id IN
         (SELECT id FROM inspection_finding_live WHERE kind = @kind AND substr(held_on, 1, 4) = printf('%d', @year)))`,
    { kind, year },
  ) ?? 0;

type Days = { from: string; to: string };
/** Sessions of a period as records behind a figure; without topics, all but meetings. */
export const sessionRecords = (
  db: Db,
  days: Days,
  kind: InspectionKind,
  topics: readonly InspectionTopic[] | null,
): IndicatorRecord[] =>
  db.all(
    `SELECT 'inspection_session' AS entity, s.id, s.title AS label, s.held_on AS date, coalesce(o.name, s.subject_name, s.place) AS detail,
       1 AS amount
     FROM inspection_session_live s LEFT JOIN org_unit o ON o.id = s.org_unit_id
     WHERE s.kind = @kind AND s.held_on BETWEEN @from AND @to
       AND iif(@topics IS NULL, s.topic <> 'meeting', s.topic IN (SELECT value FROM json_each(@topics)))
     ORDER BY s.held_on, s.id`,
    { ...days, kind, topics: topics === null ? null : JSON.stringify(topics) },
  );
export const eventsOfSessions = (db: Db): number[] =>
  db.column('SELECT event_id FROM inspection_session_live WHERE event_id IS NOT NULL');
/** Planned sessions whose month surely lies in a period, listed with their plan's page. */
export const plannedRecords = (db: Db, days: Days, kind: InspectionKind): IndicatorRecord[] =>
  db.all(
    `SELECT 'inspection_item' AS entity, i.id, i.title AS label, i.year || coalesce('-' || printf('%02d', i.month), '') AS date,
       coalesce(o.name, i.subject_name) AS detail, 1 AS amount
     FROM inspection_item_live i LEFT JOIN org_unit o ON o.id = i.org_unit_id
     WHERE i.kind = @kind AND i.topic <> 'meeting'
       AND i.year || '-' || printf('%02d', coalesce(i.month, 1)) || '-01' >= @from
       AND date(i.year || '-' || printf('%02d', coalesce(i.month, 12)) || '-01', '+1 month', '-1 day') <= @to
     ORDER BY i.year, i.month IS NULL, i.month, i.id`,
    { ...days, kind },
  );
/** Findings of the sessions of a period: all; mended by its last day; or waiting on it. */
export const findingRecords = (
  db: Db,
  days: Days,
  kind: InspectionKind,
  which: 'all' | 'mended' | 'open',
): IndicatorRecord[] =>
  db.all(
    `SELECT 'inspection_session' AS entity, f.session_id AS id, f.text AS label, f.held_on AS date,
       coalesce(m.full_name, o.name, f.owner_name) AS detail, 1 AS amount
     FROM inspection_finding_live f ${OWNERS}
     WHERE f.kind = @kind AND f.held_on BETWEEN @from AND @to
       AND CASE @which WHEN 'mended' THEN f.mended_on <= @to WHEN 'open' THEN f.mended_on IS NULL OR f.mended_on > @to ELSE 1 END
     ORDER BY f.held_on, f.id`,
    { ...days, kind, which },
  );
