/** SQL of opinions and petitions. Who gave one is read only by `giverOf`. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { OpinionShow, OpinionSource, OpinionWay } from '../../../shared/domain/opinions';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface OpinionRecord {
  id: number;
  version: number;
  year: number;
  number: number;
  receivedOn: string;
  how: OpinionWay;
  kindId: number;
  kind: string;
  kindEn: string | null;
  petition: number;
  topicId: number;
  topic: string;
  topicEn: string | null;
  text: string;
  orgUnitId: number | null;
  orgUnit: string | null;
  source: OpinionSource;
  sourceUnitId: number | null;
  sourceUnit: string | null;
  sentTo: string | null;
  sentOn: string | null;
  dueOn: string | null;
  dueByRule: number;
  answer: string | null;
  answeredOn: string | null;
  dialogueId: number | null;
  dialogue: string | null;
  followUpId: number | null;
  followUpOwner: string | null;
  followUpState: string | null;
  followUpDueOn: string | null;
  linkEntity: string | null;
  linkId: number | null;
  linkLabel: string | null;
  note: string | null;
  files: number;
  deletedAt: string | null;
}

const JOINED = `opinion o JOIN opinion_kind k ON k.id = o.kind_id JOIN opinion_topic t ON t.id = o.topic_id
  LEFT JOIN org_unit u ON u.id = o.org_unit_id LEFT JOIN org_unit s ON s.id = o.source_unit_id
  LEFT JOIN dialogue d ON d.id = o.dialogue_id LEFT JOIN follow_up f ON f.id = o.follow_up_id AND f.deleted_at IS NULL
  LEFT JOIN member fm ON fm.id = f.owner_member_id LEFT JOIN org_unit fu ON fu.id = f.owner_unit_id`;
const OPINION = `SELECT o.id, o.version, o.year, o.number, o.received_on AS receivedOn, o.how, o.kind_id AS kindId, k.name AS kind,
    k.name_en AS kindEn, k.petition, o.topic_id AS topicId, t.name AS topic, t.name_en AS topicEn, o.text,
    o.org_unit_id AS orgUnitId, u.name AS orgUnit, o.source, o.source_unit_id AS sourceUnitId, s.name AS sourceUnit,
    o.sent_to AS sentTo, o.sent_on AS sentOn, o.due_on AS dueOn, o.due_by_rule AS dueByRule, o.answer,
    o.answered_on AS answeredOn, o.dialogue_id AS dialogueId, d.title AS dialogue, f.id AS followUpId,
    coalesce(fm.full_name, fu.name, f.owner_name) AS followUpOwner, f.state AS followUpState, f.due_on AS followUpDueOn,
    o.link_entity AS linkEntity, o.link_id AS linkId, o.link_label AS linkLabel, o.note,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'opinion' AND a.entity_id = o.id AND a.deleted_at IS NULL) AS files,
    o.deleted_at AS deletedAt
  FROM ${JOINED}`;

export interface OpinionConditions {
  words: readonly string[];
  show: OpinionShow | null;
  kindId: number | null;
  topicId: number | null;
  orgUnitId: number | null;
  source: OpinionSource | null;
  from: string | null;
  to: string | null;
  dialogueId: number | null;
  linkEntity: string | null;
  linkId: number | null;
  today: string;
  soon: string;
}

const OPEN = 'o.answered_on IS NULL';
const OVERDUE = `${OPEN} AND o.due_on < @today`;
const IN_TIME = `${OPEN} AND (o.due_on IS NULL OR o.due_on >= @today)`;
const SHOWS: Readonly<Record<OpinionShow, string>> = {
  new: `${IN_TIME} AND o.sent_on IS NULL`,
  sent: `${IN_TIME} AND o.sent_on IS NOT NULL`,
  overdue: OVERDUE,
  answered: 'o.answered_on IS NOT NULL',
  open: OPEN,
  soon: `${OPEN} AND o.due_on BETWEEN @today AND @soon`,
  late: 'o.answered_on > o.due_on',
};
const WHERE = `o.deleted_at IS NULL AND (@kindId IS NULL OR o.kind_id = @kindId) AND (@topicId IS NULL OR o.topic_id = @topicId)
  AND (@orgUnitId IS NULL OR o.org_unit_id = @orgUnitId OR o.source_unit_id = @orgUnitId)
  AND (@source IS NULL OR o.source = @source)
  AND (@from IS NULL OR o.received_on >= @from) AND (@to IS NULL OR o.received_on <= @to)
  AND (@dialogueId IS NULL OR o.dialogue_id = @dialogueId)
  AND (@linkId IS NULL OR o.link_entity = @linkEntity AND o.link_id = @linkId)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(o.search_key, w.value) = 0)`;
const shown = (show: OpinionShow | null): string => (show === null ? '1' : SHOWS[show]);
const params = ({ words, show: _, ...c }: OpinionConditions) => ({ ...c, words: JSON.stringify(words) });

/** The latest received first; on paper in the order of the register. */
export const listOpinions = (
  db: Db,
  c: OpinionConditions,
  page: { offset: number; limit: number; inOrder?: boolean },
): OpinionRecord[] =>
  db.all(
    `${OPINION} WHERE ${WHERE} AND ${shown(c.show)}
     ORDER BY ${page.inOrder ? 'o.year, o.number' : 'o.received_on DESC, o.year DESC, o.number DESC'}
     LIMIT @limit OFFSET @offset`,
    { ...params(c), limit: page.limit, offset: page.offset },
  );

export interface StateCounts {
  total: number;
  new: number;
  sent: number;
  overdue: number;
  answered: number;
}
export const countOpinions = (db: Db, c: OpinionConditions): StateCounts =>
  db.get(
    `SELECT coalesce(sum(${shown(c.show)}), 0) AS total, coalesce(sum(${SHOWS.new}), 0) AS "new",
       coalesce(sum(${SHOWS.sent}), 0) AS sent, coalesce(sum(${SHOWS.overdue}), 0) AS overdue,
       coalesce(sum(${SHOWS.answered}), 0) AS answered
     FROM opinion o WHERE ${WHERE}`,
    params(c),
  )!;

/** An opinion, also one in the trash. */
export const opinionById = (db: Db, id: number): OpinionRecord | undefined =>
  db.get(`${OPINION} WHERE o.id = ?`, [id]);

export interface Giver {
  memberId: number | null;
  personName: string | null;
}
/** Who gave it, as kept. */
export const giverOf = (db: Db, id: number): Giver & { name: string | null } =>
  db.get(
    `SELECT o.member_id AS memberId, o.person_name AS personName, coalesce(m.full_name, o.person_name) AS name
     FROM opinion o LEFT JOIN member m ON m.id = o.member_id WHERE o.id = ?`,
    [id],
  )!;
export const giverNames = (db: Db, ids: readonly number[]): Map<number, string> =>
  new Map(
    db
      .all<{ id: number; name: string | null }>(
        `SELECT o.id, coalesce(m.full_name, o.person_name) AS name FROM opinion o LEFT JOIN member m ON m.id = o.member_id
         WHERE o.id IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(ids)],
      )
      .flatMap((row) => (row.name === null ? [] : [[row.id, row.name] as const])),
  );
export const memberExists = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM member_live WHERE id = ?', [id]) === 1;
export const unitExists = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM org_unit_live WHERE id = ?', [id]) === 1;
export const dialogueExists = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM dialogue_live WHERE id = ?', [id]) === 1;
export const nextNumber = (db: Db, year: number): number =>
  db.pluck<number>('SELECT coalesce(max(number), 0) + 1 FROM opinion WHERE year = ?', [year])!;

const WRITTEN = [
  'year',
  'number',
  'receivedOn',
  'how',
  'kindId',
  'topicId',
  'text',
  'orgUnitId',
  'source',
  'memberId',
  'personName',
  'sourceUnitId',
  'sentTo',
  'sentOn',
  'dueOn',
  'dueByRule',
  'dialogueId',
  'linkEntity',
  'linkId',
  'linkLabel',
  'note',
  'searchKey',
] as const;
export type OpinionColumns = Record<(typeof WRITTEN)[number], string | number | null>;

export const insertOpinion = (db: Db, row: OpinionColumns & { uid: string }, now: string): number =>
  insertRecord(db, 'opinion', ['uid', ...WRITTEN], row, now);
export const updateOpinion = (
  db: Db,
  row: OpinionColumns & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'opinion', WRITTEN, row, now);
/** Writes some fields over a version. */
export const setOpinion = <K extends 'sentTo' | 'sentOn' | 'answer' | 'answeredOn' | 'followUpId'>(
  db: Db,
  fields: readonly K[],
  row: Record<K, string | number | null> & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'opinion', fields, row, now);
export const setOpinionDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'opinion', id, at);

interface Span {
  from: string;
  to: string;
  today: string;
}
const RECEIVED = 'o.received_on BETWEEN @from AND @to';
const TALLY = `count(*) AS received, coalesce(sum(o.answered_on IS NOT NULL), 0) AS answered,
  coalesce(sum(${OVERDUE}), 0) AS overdue, coalesce(sum(${OPEN}), 0) AS "open"`;
export interface Tally {
  received: number;
  answered: number;
  overdue: number;
  open: number;
}

export const tallyOf = (
  db: Db,
  span: Span,
): Tally & {
  petitions: number;
  petitionsAnswered: number;
  anonymous: number;
  answeredLate: number;
  averageDays: number | null;
} =>
  db.get(
    `SELECT ${TALLY}, coalesce(sum(k.petition), 0) AS petitions,
       coalesce(sum(k.petition = 1 AND o.answered_on IS NOT NULL), 0) AS petitionsAnswered,
       coalesce(sum(o.source = 'anonymous'), 0) AS anonymous, coalesce(sum(o.answered_on > o.due_on), 0) AS answeredLate,
       avg(julianday(o.answered_on) - julianday(o.received_on)) AS averageDays
     FROM opinion_live o JOIN opinion_kind k ON k.id = o.kind_id WHERE ${RECEIVED}`,
    { ...span },
  )!;
export const tallyBy = (
  db: Db,
  what: 'topic' | 'kind',
  span: Span,
): (Tally & { id: number; name: string; nameEn: string | null })[] =>
  db.all(
    `SELECT c.id, c.name, c.name_en AS nameEn, ${TALLY}
     FROM opinion_live o JOIN opinion_${what} c ON c.id = o.${what}_id WHERE ${RECEIVED}
     GROUP BY c.id ORDER BY received DESC, c.ordinal, c.id`,
    { ...span },
  );
export const tallyByMonth = (db: Db, span: Span): { month: string; received: number; answered: number }[] =>
  db.all(
    `SELECT month, sum(came) AS received, sum(1 - came) AS answered FROM (
       SELECT substr(received_on, 1, 7) AS month, 1 AS came FROM opinion_live WHERE received_on BETWEEN @from AND @to
       UNION ALL SELECT substr(answered_on, 1, 7), 0 FROM opinion_live WHERE answered_on BETWEEN @from AND @to)
     GROUP BY month ORDER BY month`,
    { from: span.from, to: span.to },
  );

/** How many wait past their day, and how many are due soon. */
export const dueCounts = (db: Db, today: string, soon: string): { overdue: number; soon: number } =>
  db.get(
    `SELECT count(*) FILTER (WHERE o.due_on < @today) AS overdue,
       count(*) FILTER (WHERE o.due_on BETWEEN @today AND @soon) AS soon
     FROM opinion_live o WHERE ${OPEN} AND o.due_on IS NOT NULL`,
    { today, soon },
  )!;

/** What an indicator counts. */
export type Counted = 'received' | 'answered' | 'open' | 'overdue' | 'petitions' | 'petitionsAnswered';
const COUNTED: Readonly<Record<Counted, string>> = {
  received: 'o.received_on BETWEEN @from AND @to',
  answered: 'o.answered_on BETWEEN @from AND @to',
  open: 'o.received_on <= @to AND (o.answered_on IS NULL OR o.answered_on > @to)',
  overdue: 'o.due_on < @to AND o.received_on <= @to AND (o.answered_on IS NULL OR o.answered_on > @to)',
  petitions: 'k.petition = 1 AND o.received_on BETWEEN @from AND @to',
  petitionsAnswered: 'k.petition = 1 AND o.answered_on BETWEEN @from AND @to',
};
/** The opinions behind a figure, under their number and topic only. */
export const opinionRecords = (
  db: Db,
  what: Counted,
  span: { from: string; to: string },
): IndicatorRecord[] =>
  db.all(
    `SELECT 'opinion' AS entity, o.id, printf('%02d/%d', o.number, o.year) || ' · ' || t.name AS label,
       o.received_on AS date, k.name AS detail, 1 AS amount
     FROM opinion_live o JOIN opinion_kind k ON k.id = o.kind_id JOIN opinion_topic t ON t.id = o.topic_id
     WHERE ${COUNTED[what]} ORDER BY o.received_on, o.id`,
    { ...span },
  );

/** Opinions not answered whose last day lies in a span; without who gave them. */
export const duesIn = (
  db: Db,
  span: { from: string; to: string },
): { id: number; number: number; year: number; topic: string; dueOn: string }[] =>
  db.all(
    `SELECT o.id, o.number, o.year, t.name AS topic, o.due_on AS dueOn
     FROM opinion_live o JOIN opinion_topic t ON t.id = o.topic_id
     WHERE ${OPEN} AND o.due_on BETWEEN @from AND @to ORDER BY o.due_on, o.id`,
    { from: span.from, to: span.to },
  );

export const membersWithOpinions = (db: Db): number[] =>
  db.column('SELECT DISTINCT member_id FROM opinion WHERE member_id IS NOT NULL');
export const trashedOpinions = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT o.id, printf('%02d/%d', o.number, o.year) || ' · ' || t.name AS label, o.deleted_at AS deletedAt
     FROM opinion o JOIN opinion_topic t ON t.id = o.topic_id WHERE o.deleted_at IS NOT NULL`,
  );
