/** SQL of what was delivered under agreements, and of the records of the office that may stand there. */
import type { DeliveredEntity } from '../../../shared/domain/agreements';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface DeliveryRecord {
  id: number;
  version: number;
  agreementId: number;
  contentId: number | null;
  entity: DeliveredEntity | null;
  recordId: number | null;
  label: string;
  onDate: string;
  amount: number | null;
  flag: Vagueness;
  source: string | null;
  note: string | null;
  deletedAt: string | null;
}
const DELIVERY = `SELECT d.id, d.version, d.agreement_id AS agreementId, d.content_id AS contentId, d.entity,
    d.record_id AS recordId, d.label, d.on_date AS onDate, d.amount, d.flag, d.source, d.note, d.deleted_at AS deletedAt
  FROM agreement_delivery d`;
export const deliveriesOf = (db: Db, agreementIds: readonly number[]): DeliveryRecord[] =>
  db.all(
    `${DELIVERY} WHERE d.agreement_id IN (SELECT value FROM json_each(?)) AND d.deleted_at IS NULL ORDER BY d.on_date, d.id`,
    [JSON.stringify(agreementIds)],
  );
/** A line, also one in the trash. */
export const deliveryById = (db: Db, id: number): DeliveryRecord | undefined =>
  db.get(`${DELIVERY} WHERE d.id = ?`, [id]);
/** Another live line of the same record under an agreement. */
export const hasRecord = (
  db: Db,
  row: { agreementId: number; entity: string | null; recordId: number | null; id: number },
): boolean =>
  row.entity !== null &&
  db.pluck<number>(
    `SELECT count(*) FROM agreement_delivery WHERE agreement_id = @agreementId AND entity = @entity
       AND record_id = @recordId AND id <> @id AND deleted_at IS NULL`,
    { agreementId: row.agreementId, entity: row.entity, recordId: row.recordId, id: row.id },
  ) !== 0;
export const agreementsOfRecord = (db: Db, entity: string, id: number): { id: number; title: string }[] =>
  db.all(
    `SELECT DISTINCT a.id, a.title FROM agreement_delivery d JOIN agreement_live a ON a.id = d.agreement_id
     WHERE d.entity = ? AND d.record_id = ? AND d.deleted_at IS NULL ORDER BY a.first_day`,
    [entity, id],
  );
const FIELDS = [
  'agreementId',
  'contentId',
  'entity',
  'recordId',
  'label',
  'onDate',
  'amount',
  'flag',
  'source',
  'note',
] as const;
export type EditableDelivery = Pick<DeliveryRecord, (typeof FIELDS)[number]>;
export const insertDelivery = (db: Db, row: EditableDelivery, now: string): number =>
  insertRecord(db, 'agreement_delivery', FIELDS, row, now);
export const updateDelivery = (
  db: Db,
  row: EditableDelivery & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'agreement_delivery', FIELDS, row, now);
export const setDeliveryDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'agreement_delivery', id, at);
export const trashedDeliveries = (
  db: Db,
): { id: number; label: string; deletedAt: string; placeClosed: number }[] =>
  db.all(
    `SELECT d.id, d.label || ' – ' || a.title AS label, d.deleted_at AS deletedAt, a.deleted_at IS NOT NULL AS placeClosed
     FROM agreement_delivery d JOIN agreement a ON a.id = d.agreement_id WHERE d.deleted_at IS NOT NULL`,
  );

/** A record of the office as it stands: its name, day and money. */
export interface OfficeRecord {
  id: number;
  label: string;
  onDate: string | null;
  amount: number | null;
  flag: Vagueness;
  /** 1: still being prepared. */
  pending: 0 | 1;
}
/** Each selects id, label, onDate, amount, flag, words; words are what it is found by. */
const SOURCES: Readonly<Record<DeliveredEntity, string>> = {
  event: `SELECT id, name AS label, starts_on AS onDate, NULL AS amount, 'exact' AS flag, search_key AS words FROM event_live`,
  welfare_campaign: `SELECT c.id, c.name AS label, c.on_date AS onDate,
      CASE c.kind WHEN 'count' THEN c.count_amount
        ELSE (SELECT sum(l.cash + l.kind_value) FROM welfare_line l WHERE l.campaign_id = c.id) END AS amount,
      CASE WHEN c.kind = 'count' AND c.count_flag IS NOT NULL THEN c.count_flag ELSE 'exact' END AS flag,
      c.search_key AS words, iif(c.kind = 'list', c.state IN ('draft', 'listed'), c.state = 'draft') AS pending
    FROM welfare_campaign_live c`,
  care_case: `SELECT c.id, k.name || coalesce(': ' || c.object, '') AS label, coalesce(c.closed_on, c.opened_on) AS onDate,
      (SELECT sum(x.amount) FROM care_money x WHERE x.case_id = c.id) AS amount, 'exact' AS flag, c.search_key AS words
    FROM care_case_live c JOIN care_kind k ON k.id = c.kind_id`,
  donor_gift: `SELECT g.id, iif(d.anonymous = 1, 'Nhà tài trợ không nêu tên', d.name)
        || coalesce(': ' || coalesce(g.used_for, g.goods, g.programme), '') AS label,
      g.on_date AS onDate, g.amount, 'exact' AS flag, d.search_key AS words
    FROM donor_gift_live g JOIN donor d ON d.id = g.donor_id`,
  drive: `SELECT d.id, d.name AS label, d.launched_on AS onDate,
      (SELECT sum(g.amount) FROM drive_gift_live g WHERE g.drive_id = d.id) AS amount, 'exact' AS flag, d.search_key AS words
    FROM drive_live d`,
  fund_voucher: `SELECT id, reason AS label, on_date AS onDate, amount, 'exact' AS flag, search_key AS words
    FROM fund_voucher_live WHERE status = 'numbered'`,
  award_decision: `SELECT d.id, f.name || coalesce(' · ' || d.number, '') AS label, coalesce(d.decided_on, d.award_year) AS onDate,
      NULL AS amount, 'exact' AS flag, '' AS words
    FROM award_decision_live d JOIN award_form f ON f.id = d.form_id`,
  movement: `SELECT id, name AS label, coalesce(launched_on, starts_on) AS onDate, NULL AS amount, 'exact' AS flag,
      search_key AS words
    FROM movement_live`,
  document: `SELECT id, coalesce(coalesce(their_number, code) || ' · ', '') || coalesce(subject, '') AS label, on_date AS onDate,
      NULL AS amount, 'exact' AS flag, search_key AS words
    FROM document_live WHERE status = 'given'`,
  follow_up: `SELECT id, text AS label, coalesce(said_on, due_on) AS onDate, NULL AS amount, 'exact' AS flag,
      search_key AS words
    FROM follow_up_live`,
  opinion: `SELECT o.id, printf('%02d/%d', o.number, o.year) || ' · ' || t.name AS label, o.received_on AS onDate,
      NULL AS amount, 'exact' AS flag, o.search_key AS words
    FROM opinion_live o JOIN opinion_topic t ON t.id = o.topic_id`,
  dialogue: `SELECT id, title AS label, on_date AS onDate, NULL AS amount, 'exact' AS flag, search_key AS words
    FROM dialogue_live`,
};
/** Of the kinds that are prepared before they are given. */
const pendingOf = (entity: DeliveredEntity): string => (entity === 'welfare_campaign' ? 'pending' : '0');
const columnsOf = (entity: DeliveredEntity): string =>
  `id, label, CAST(onDate AS TEXT) AS onDate, amount, flag, ${pendingOf(entity)} AS pending`;
/** Live records of a kind by their ids. */
export const recordsByIds = (db: Db, entity: DeliveredEntity, ids: readonly number[]): OfficeRecord[] =>
  db.all(
    `SELECT ${columnsOf(entity)} FROM (${SOURCES[entity]})
     WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
/** The latest records of a kind whose words hold every one of `words`. */
export const findRecords = (
  db: Db,
  entity: DeliveredEntity,
  words: readonly string[],
  limit: number,
): OfficeRecord[] =>
  db.all(
    `SELECT ${columnsOf(entity)} FROM (${SOURCES[entity]})
     WHERE NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(words, w.value) = 0)
     ORDER BY onDate DESC, id DESC LIMIT @limit`,
    { words: JSON.stringify(words), limit },
  );

/** Vouchers and the records whose money they paid. */
export const paidFor = (
  db: Db,
  voucherIds: readonly number[],
): { voucherId: number; entity: string; id: number }[] =>
  db.all(
    `WITH v AS (SELECT value AS id FROM json_each(?))
     SELECT f.id AS voucherId, f.source_entity AS entity, f.source_id AS id FROM fund_voucher f JOIN v ON v.id = f.id
       WHERE f.source_entity IS NOT NULL
     UNION SELECT g.voucher_id, 'donor_gift', g.id FROM donor_gift_live g JOIN v ON v.id = g.voucher_id
     UNION SELECT g.voucher_id, 'drive', g.drive_id FROM drive_gift_live g JOIN v ON v.id = g.voucher_id
     UNION SELECT x.voucher_id, 'care_case', x.case_id FROM care_money x JOIN v ON v.id = x.voucher_id`,
    [JSON.stringify(voucherIds)],
  );

/** Problems under agreements, told as opinions or directions: when each was raised and solved. */
export const problemsOf = (
  db: Db,
  problems: { followUps: readonly number[]; opinions: readonly number[] },
): { raisedOn: string | null; solvedOn: string | null }[] =>
  db.all(
    `SELECT said_on AS raisedOn, done_on AS solvedOn FROM follow_up_live WHERE id IN (SELECT value FROM json_each(@followUps))
     UNION ALL
     SELECT received_on, answered_on FROM opinion_live WHERE id IN (SELECT value FROM json_each(@opinions))`,
    { followUps: JSON.stringify(problems.followUps), opinions: JSON.stringify(problems.opinions) },
  );
