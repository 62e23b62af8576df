/** SQL of the change log as it is looked through: pages of its facts, its rows, and the names of what they are about. */
import type { Reference } from '../../../../shared/domain/changeFields';
import type { Db } from '../../../db/database';

export interface Facts {
  id: number;
  at: string;
}
export interface StoredChange extends Facts {
  actor: string;
  role: string;
  entity: string;
  entityId: number | null;
  action: string;
  beforeJson: string | null;
  afterJson: string | null;
}

export interface FactsFilter {
  memberId: number | null;
  entity: string | null;
  entityId: number | null;
  /** Kinds of record; null for all. */
  entities: readonly string[] | null;
  actor: string | null;
  action: string | null;
  /** UTC instants: from, before. */
  since: string | null;
  until: string | null;
  after: Facts | null;
}

const PERSON = `coalesce(json_extract(after_json, '$.memberId'), json_extract(before_json, '$.memberId'))`;

/** Ids and moments of a page, newest first, read from an index without the rows. */
export function factsPage(db: Db, filter: FactsFilter, limit: number): Facts[] {
  const where = ['1'];
  if (filter.entity !== null) where.push('entity = @entity');
  if (filter.entityId !== null) where.push('entity_id = @entityId');
  if (filter.entities !== null) where.push('entity IN (SELECT value FROM json_each(@entities))');
  if (filter.actor !== null) where.push('actor = @actor');
  if (filter.action !== null) where.push('action = @action');
  if (filter.since !== null) where.push('at >= @since');
  if (filter.until !== null) where.push('at < @until');
  if (filter.after !== null)
    where.push('(at < @afterAt OR (at = @afterAt AND id < @afterId))', 'at <= @afterAt');
  const conditions = where.join(' AND ');
  const params = {
    ...filter,
    entities: filter.entities && JSON.stringify(filter.entities),
    afterAt: filter.after?.at ?? null,
    afterId: filter.after?.id ?? null,
    after: null,
    limit,
  };
  if (filter.memberId !== null)
    return db.all(
      `SELECT id, at FROM (
         SELECT id, at FROM audit WHERE entity = 'member' AND entity_id = @memberId AND ${conditions}
         UNION ALL
         SELECT id, at FROM audit WHERE entity <> 'member' AND ${PERSON} = @memberId AND ${conditions})
       ORDER BY at DESC, id DESC LIMIT @limit`,
      params,
    );
  const index = filter.entity !== null && filter.entityId !== null ? 'audit_record' : 'audit_facts';
  return db.all(
    `SELECT id, at FROM audit INDEXED BY ${index} WHERE ${conditions} ORDER BY at DESC, id DESC LIMIT @limit`,
    params,
  );
}

/** The rows of a page, in its order. */
export function changesByIds(db: Db, ids: readonly number[]): StoredChange[] {
  return db.all(
    `SELECT a.id, a.at, a.actor, a.role, a.entity, a.entity_id AS entityId, a.action, a.before_json AS beforeJson,
       a.after_json AS afterJson
     FROM json_each(?) page CROSS JOIN audit a ON a.id = page.value ORDER BY page.key`,
    [JSON.stringify(ids)],
  );
}

/** Everybody who has changed anything, by one step in the index for each. */
export const actors = (db: Db): string[] =>
  db
    .all<{ actor: string }>(
      `WITH RECURSIVE who (actor) AS (
         SELECT min(actor) FROM audit
         UNION ALL
         SELECT (SELECT min(a.actor) FROM audit a WHERE a.actor > who.actor) FROM who WHERE who.actor IS NOT NULL)
       SELECT actor FROM who WHERE actor IS NOT NULL`,
    )
    .map((row) => row.actor);

export const firstMoment = (db: Db): string | null =>
  db.pluck<string>('SELECT min(at) FROM audit INDEXED BY audit_facts') ?? null;

const TERM_LABEL = `coalesce(name, substr(starts_on, 1, 4) || coalesce('–' || substr(ends_on, 1, 4), ''))`;

/** A record that is known by its member. */
const ofMember = (table: string) =>
  `SELECT x.id, m.full_name AS name FROM ${table} x JOIN member m ON m.id = x.member_id`;

/** How a record of each kind is called; trashed ones too. */
const NAMES: Readonly<Record<string, string>> = {
  member: 'SELECT id, full_name AS name FROM member',
  app_user: 'SELECT id, name FROM app_user',
  user_password: 'SELECT id, name FROM app_user',
  org_unit: 'SELECT id, name FROM org_unit',
  event: 'SELECT id, name FROM event',
  event_session: 'SELECT id, name FROM event_session',
  event_group: 'SELECT id, name FROM event_group',
  event_attendee: `SELECT a.id, coalesce(m.full_name, a.name) AS name FROM event_attendee a LEFT JOIN member m ON m.id = a.member_id`,
  event_series: 'SELECT id, name FROM event_series',
  event_template: 'SELECT id, name FROM event_template',
  follow_up: 'SELECT id, substr(text, 1, 80) AS name FROM follow_up',
  inspection_plan: 'SELECT id, CAST(year AS TEXT) AS name FROM inspection_plan',
  inspection_item: 'SELECT id, title AS name FROM inspection_item',
  inspection_session: `SELECT id, title || ' – ' || strftime('%d/%m/%Y', held_on) AS name FROM inspection_session`,
  inspection_finding: 'SELECT id, substr(text, 1, 80) AS name FROM inspection_finding',
  training_certificate: 'SELECT id, name FROM training_certificate',
  contest_entry: 'SELECT id, name FROM contest_entry',
  welfare_campaign: 'SELECT id, name FROM welfare_campaign',
  welfare_recipient: `SELECT r.id, r.name || ' – ' || c.name AS name
    FROM welfare_recipient r JOIN welfare_campaign c ON c.id = r.campaign_id`,
  care_visit: `SELECT v.id, v.name || ' – ' || r.name AS name FROM care_visit v JOIN care_reason r ON r.id = v.reason_id`,
  care_case: 'SELECT id, title AS name FROM care_case',
  care_reason: 'SELECT id, name FROM care_reason',
  care_norm: 'SELECT n.id, r.name FROM care_norm n JOIN care_reason r ON r.id = n.reason_id',
  care_kind: 'SELECT id, name FROM care_kind',
  occasion: 'SELECT id, name FROM occasion',
  award_decision: `SELECT id, coalesce(number, occasion) AS name FROM award_decision`,
  award_form: 'SELECT id, name FROM award_form',
  award_recipient: 'SELECT id, name FROM award_recipient',
  award_rule: 'SELECT id, name FROM award_rule',
  award_override: `SELECT o.id, o.subject_name || ' – ' || r.name AS name FROM award_override o
    JOIN award_rule r ON r.id = o.rule_id`,
  award_hold: `SELECT h.id, coalesce(m.full_name, o.name) AS name FROM award_hold h
    LEFT JOIN member m ON m.id = h.member_id LEFT JOIN org_unit o ON o.id = h.org_unit_id`,
  base_wage: `SELECT id, 'từ ' || strftime('%d/%m/%Y', valid_from) AS name FROM base_wage`,
  award_coefficient: `SELECT id, form_code || ', từ ' || strftime('%d/%m/%Y', valid_from) AS name FROM award_coefficient`,
  certificate: `SELECT c.id, printf('%03d/%d', c.register_no, c.register_year) || coalesce(' – ' || r.name, '') AS name
    FROM certificate c LEFT JOIN award_recipient r ON r.uid = c.recipient_uid`,
  award_round: 'SELECT id, name FROM award_round',
  proposal: 'SELECT id, name FROM proposal',
  council_meeting: `SELECT m.id, r.name || ' · ' || m.held_on AS name FROM council_meeting m
    JOIN award_round r ON r.id = m.round_id`,
  movement: 'SELECT id, name FROM movement',
  movement_entry: `SELECT e.id, coalesce(p.full_name, e.name) || ' – ' || m.name AS name FROM movement_entry e
    JOIN movement m ON m.id = e.movement_id LEFT JOIN member p ON p.id = e.member_id`,
  unit_profile: 'SELECT id, name FROM unit_profile',
  term: `SELECT id, ${TERM_LABEL} AS name FROM term`,
  committee: 'SELECT id, name FROM committee',
  union_post: `SELECT p.id, coalesce(m.full_name, p.person_name) || ' · ' || p.title AS name
    FROM union_post p LEFT JOIN member m ON m.id = p.member_id`,
  report: 'SELECT id, subject AS name FROM report',
  report_part: `SELECT p.id, r.subject || ' – ' || substr(coalesce(p.name, p.template), 1, 60) AS name FROM report_part p
    JOIN report r ON r.id = p.report_id`,
  review: `SELECT id, CAST(year AS TEXT) AS name FROM review`,
  rating: `SELECT r.id, coalesce(o.name || ' · ', '') || r.year AS name FROM rating r LEFT JOIN org_unit o ON o.id = r.org_unit_id`,
  review_item: `SELECT id, CAST(year AS TEXT) AS name FROM review`,
  criteria_set: 'SELECT id, name FROM criteria_set',
  review_evidence: 'SELECT id, label AS name FROM review_evidence',
  attachment: 'SELECT id, name FROM attachment',
  word_template: 'SELECT id, name FROM word_template',
  certificate_printer: 'SELECT id, name FROM certificate_printer',
  certificate_design: 'SELECT id, name FROM certificate_design',
  certificate_blank: 'SELECT id, name FROM certificate_blank',
  proof_key: `SELECT id, owner || ' · ' || code AS name FROM proof_key`,
  fund: 'SELECT id, name FROM fund',
  fund_category: 'SELECT id, name FROM fund_category',
  dues_rate: `SELECT id, 'từ ' || substr(valid_from, 6, 2) || '/' || substr(valid_from, 1, 4) AS name FROM dues_rate`,
  dues_base: 'SELECT id, full_name AS name FROM member',
  dues_override: 'SELECT id, full_name AS name FROM member',
  dues_collection: `SELECT id, strftime('%d/%m/%Y', on_date) || coalesce(', ' || payer, '') AS name FROM dues_collection`,
  drive: 'SELECT id, name FROM drive',
  drive_gift: `SELECT g.id, coalesce(m.full_name, g.name) || ' – ' || d.name AS name FROM drive_gift g
    JOIN drive d ON d.id = g.drive_id LEFT JOIN member m ON m.id = g.member_id`,
  resolution: 'SELECT id, name FROM resolution',
  target: 'SELECT id, text AS name FROM target',
  target_actual: `SELECT a.id, strftime('%d/%m/%Y', a.on_day) || ' – ' || t.text AS name FROM target_actual a
    JOIN target t ON t.id = a.target_id`,
  congress_term: `SELECT id, body || ' ' || from_year || '–' || to_year AS name FROM congress_term`,
  work_plan: 'SELECT year AS id, CAST(year AS TEXT) AS name FROM work_plan',
  plan_item: `SELECT id, 'tháng ' || month || '/' || year || ' – ' || text AS name FROM plan_item`,
  year_step: 'SELECT id, name FROM year_step',
  document: `SELECT id, coalesce(code || ' · ', '') || coalesce(subject, '') AS name FROM document`,
  manual_figure: `SELECT id, coalesce(CAST(CAST(value AS INTEGER) AS TEXT), wording) || ' · ' || source AS name FROM manual_figure`,
  indicator_change: 'SELECT id, what AS name FROM indicator_change',
  agreement: 'SELECT id, title AS name FROM agreement',
  agreement_content: 'SELECT id, name FROM agreement_content',
  agreement_commitment: 'SELECT id, name FROM agreement_commitment',
  agreement_progress:
    'SELECT p.id, k.name FROM agreement_progress p JOIN agreement_commitment k ON k.id = p.commitment_id',
  agreement_delivery: 'SELECT id, label AS name FROM agreement_delivery',
  agreement_scale: 'SELECT id, name FROM agreement_scale',
  document_type: 'SELECT id, name FROM document_type',
  document_rule: 'SELECT from_year AS id, CAST(from_year AS TEXT) AS name FROM document_rule',
  party_file: `SELECT id, 'Hồ sơ số ' || printf('%02d', number) AS name FROM party_file`,
  party_stage: 'SELECT id, name FROM party_stage',
  opinion: `SELECT id, printf('%02d/%d', number, year) AS name FROM opinion`,
  opinion_topic: 'SELECT id, name FROM opinion_topic',
  opinion_kind: 'SELECT id, name FROM opinion_kind',
  dialogue: 'SELECT id, title AS name FROM dialogue',
  labour_agreement: 'SELECT id, title AS name FROM labour_agreement',
  labour_class: 'SELECT id, name FROM labour_class',
  staff_conference: `SELECT c.id, c.year || coalesce(' · ' || o.name, '') AS name
    FROM staff_conference c LEFT JOIN org_unit o ON o.id = c.org_unit_id`,
  conference_scope: 'SELECT from_year AS id, CAST(from_year AS TEXT) AS name FROM conference_scope',
  participation: 'SELECT id, title AS name FROM participation',
  regulation: 'SELECT id, name FROM regulation',
  donor: 'SELECT id, name FROM donor',
  donor_gift: `SELECT g.id, d.name || ', ' || strftime('%d/%m/%Y', g.on_date) AS name FROM donor_gift g
    JOIN donor d ON d.id = g.donor_id`,
  earmark: 'SELECT id, name FROM earmark',
  earmark_use: 'SELECT id, what AS name FROM earmark_use',
  fund_voucher: `SELECT id, coalesce(iif(kind = 'receipt', 'PT ', 'PC ') || printf('%03d', number) || ' · ', '') || reason
    AS name FROM fund_voucher`,
  fund_closing: `SELECT c.id, f.name || ' · ' || c.period AS name FROM fund_closing c JOIN fund f ON f.id = c.fund_id`,
  fund_budget: 'SELECT id, name FROM fund',
  certificate_layout: `SELECT id, coalesce(number, occasion) AS name FROM award_decision`,
  import: 'SELECT id, file_name AS name FROM import',
  extra_field: 'SELECT id, label AS name FROM extra_field',
  child: 'SELECT id, full_name AS name FROM child',
  school_result: 'SELECT s.id, c.full_name AS name FROM school_result s JOIN child c ON c.id = s.child_id',
  member_view: 'SELECT id, name FROM member_view',
  import_mapping: 'SELECT id, name FROM import_mapping',
  member_fact: ofMember('member_fact'),
  member_discipline: ofMember('member_discipline'),
  member_absence: ofMember('member_absence'),
  member_photo: ofMember('member_photo'),
  member_request: ofMember('member_request'),
  member_consent: ofMember('member_consent'),
  marriage: ofMember('marriage'),
  org_unit_class: `SELECT c.id, c.year || coalesce(' · ' || o.name, '') AS name
    FROM org_unit_class c LEFT JOIN org_unit o ON o.id = c.org_unit_id`,
};

/** Names of records of a kind by id; empty for a kind that has none. */
export function namesOf(db: Db, entity: string | Reference, ids: readonly number[]): Map<number, string> {
  const select = NAMES[entity];
  if (!select || ids.length === 0) return new Map();
  const rows = db.all<{ id: number; name: string | null }>(
    `SELECT id, name FROM (${select}) WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.flatMap((row) => (row.name === null ? [] : [[row.id, row.name] as const])));
}
