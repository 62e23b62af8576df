/** SQL over many campaigns: who was given what over the years, by department, by source, by occasion. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { GiftSource } from '../../../shared/domain/welfare';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';

/** Lines of other campaigns of an occasion and year that stand for people of this list. */
export const elsewhere = (
  db: Db,
  campaign: { id: number; occasion: string; year: number },
): { person: string; name: string; campaignId: number; campaign: string }[] =>
  db.all(
    `SELECT DISTINCT mine.person, mine.name, c.id AS campaignId, c.name AS campaign
     FROM welfare_recipient mine JOIN welfare_line l ON l.person = mine.person AND l.campaign_id <> mine.campaign_id
     JOIN welfare_campaign c ON c.id = l.campaign_id
     WHERE mine.campaign_id = @id AND mine.deleted_at IS NULL AND c.occasion = @occasion AND c.year = @year
     ORDER BY mine.ordinal, c.id`,
    campaign,
  );

/** Of these members, those on another list of the campaign's occasion and year. */
export const givenElsewhere = (
  db: Db,
  campaign: { id: number; occasion: string | null; year: number },
  ids: readonly number[],
): number[] =>
  db.column(
    `SELECT DISTINCT l.member_id FROM json_each(@ids) page CROSS JOIN welfare_line l ON l.member_id = page.value
     JOIN welfare_campaign c ON c.id = l.campaign_id
     WHERE c.id <> @id AND c.occasion = @occasion AND c.year = @year`,
    { id: campaign.id, occasion: campaign.occasion, year: campaign.year, ids: JSON.stringify(ids) },
  );

/** Members given something at an occasion in years from..to, on a list that is not a draft. */
export const givenAt = (db: Db, occasion: string, from: number, to: number): number[] =>
  db.column(
    `SELECT DISTINCT l.member_id FROM welfare_line l JOIN welfare_campaign c ON c.id = l.campaign_id
     WHERE l.member_id IS NOT NULL AND c.occasion = ? AND c.year BETWEEN ? AND ? AND c.state <> 'draft'`,
    [occasion, from, to],
  );

/** Whether an occasion had a list in every year from..to. */
export const hadLists = (db: Db, occasion: string, from: number, to: number): boolean =>
  db.pluck<number>(
    `SELECT count(DISTINCT year) FROM welfare_campaign_live
     WHERE occasion = ? AND year BETWEEN ? AND ? AND kind = 'list' AND state <> 'draft'`,
    [occasion, from, to],
  ) ===
  to - from + 1;

/** Active members in hardship who had joined by a day. */
export const inHardship = (db: Db, source: string, joinedBy: string): number[] =>
  db.column(
    `SELECT m.id FROM ${source} m WHERE m.status = 'active' AND m.hardship IN ('hard', 'very_hard')
       AND (m.union_join_date IS NULL OR m.union_join_date <= ?)`,
    [joinedBy],
  );

/** Of these members, those who had joined by a day. */
export const joinedBy = (db: Db, ids: readonly number[], day: string): number[] =>
  db.column(
    `SELECT m.id FROM json_each(?) page CROSS JOIN member_live m ON m.id = page.value
     WHERE m.status = 'active' AND (m.union_join_date IS NULL OR m.union_join_date <= ?)`,
    [JSON.stringify(ids), day],
  );

export interface OverrideRecord {
  warning: string;
  reason: string;
  decided_by: string;
  decided_at: string;
}

export const overridesOf = (db: Db, id: number): OverrideRecord[] =>
  db.all('SELECT warning, reason, decided_by, decided_at FROM welfare_override WHERE campaign_id = ?', [id]);

/** Lets a warning stand, or opens it again when there is no reason. */
export function setOverride(
  db: Db,
  row: { id: number; warning: string; reason: string | null; by: string; at: string },
): void {
  if (row.reason === null) {
    db.run('DELETE FROM welfare_override WHERE campaign_id = ? AND warning = ?', [row.id, row.warning]);
    return;
  }
  db.run(
    `INSERT INTO welfare_override (campaign_id, warning, reason, decided_by, decided_at)
     VALUES (@id, @warning, @reason, @by, @at)
     ON CONFLICT DO UPDATE SET reason = @reason, decided_by = @by, decided_at = @at`,
    { id: row.id, warning: row.warning, reason: row.reason, by: row.by, at: row.at },
  );
}

const GIVEN = "c.kind = 'list' AND c.state IN ('given', 'settled') AND c.on_date BETWEEN @from AND @to";
interface Span extends Record<string, string> {
  from: string;
  to: string;
}

export const givenIn = (
  db: Db,
  span: Span,
): { campaigns: number; gifts: number; total: number; unsigned: number } =>
  db.get(
    `SELECT count(DISTINCT c.id) AS campaigns, count(l.id) AS gifts,
       coalesce(sum(l.cash + l.kind_value), 0) AS total,
       coalesce(sum(l.id IS NOT NULL AND l.received_on IS NULL), 0) AS unsigned
     FROM welfare_campaign_live c LEFT JOIN welfare_line l ON l.campaign_id = c.id WHERE ${GIVEN}`,
    span,
  )!;

export const unsignedCampaigns = (db: Db, span: Span): number =>
  db.pluck<number>(
    `SELECT count(*) FROM welfare_campaign_live c WHERE ${GIVEN} AND EXISTS (
       SELECT 1 FROM welfare_line l WHERE l.campaign_id = c.id AND l.received_on IS NULL)`,
    span,
  ) ?? 0;

export const withoutVoucher = (db: Db, span: Span): number =>
  db.pluck<number>(
    `SELECT count(*) FROM welfare_campaign_live c WHERE ${GIVEN} AND c.exception IS NULL AND NOT EXISTS (
       SELECT 1 FROM fund_voucher_live v WHERE v.source_entity = 'welfare_campaign' AND v.source_id = c.id
         AND v.kind = 'payment' AND v.status <> 'cancelled')`,
    span,
  ) ?? 0;

export const sourcesIn = (db: Db, span: Span): { kind: GiftSource; amount: number; campaigns: number }[] =>
  db.all(
    `SELECT s.kind, sum(s.amount) AS amount, count(DISTINCT c.id) AS campaigns
     FROM welfare_campaign_live c JOIN welfare_source s ON s.campaign_id = c.id WHERE ${GIVEN} GROUP BY s.kind`,
    span,
  );

export const occasionsIn = (
  db: Db,
  span: Span,
): { occasion: string | null; campaigns: number; gifts: number; total: number }[] =>
  db.all(
    `SELECT c.occasion, count(DISTINCT c.id) AS campaigns, count(l.id) AS gifts,
       coalesce(sum(l.cash + l.kind_value), 0) AS total
     FROM welfare_campaign_live c LEFT JOIN welfare_line l ON l.campaign_id = c.id WHERE ${GIVEN}
     GROUP BY c.occasion ORDER BY total DESC`,
    span,
  );

export interface CountRecord {
  id: number;
  name: string;
  value: number | null;
  flag: Vagueness;
  wording: string | null;
  amount: number | null;
  source: string;
}

export const countsIn = (db: Db, span: Span): CountRecord[] =>
  db.all(
    `SELECT c.id, c.name, c.count_value AS value, coalesce(c.count_flag, 'exact') AS flag, c.count_wording AS wording,
       c.count_amount AS amount, c.count_source AS source
     FROM welfare_campaign_live c WHERE c.kind = 'count' AND c.on_date BETWEEN @from AND @to ORDER BY c.on_date, c.id`,
    span,
  );

export const preparingIn = (db: Db, span: Span): { campaigns: number; gifts: number; total: number } =>
  db.get(
    `SELECT count(DISTINCT c.id) AS campaigns, count(l.id) AS gifts, coalesce(sum(l.cash + l.kind_value), 0) AS total
     FROM welfare_campaign_live c LEFT JOIN welfare_line l ON l.campaign_id = c.id
     WHERE c.kind = 'list' AND c.state IN ('draft', 'listed') AND c.on_date BETWEEN @from AND @to`,
    span,
  )!;

export interface ShareRecord {
  departmentId: number | null;
  name: string | null;
  gifts: number;
  total: number;
  people: number;
  given: number;
}

/** Gifts of a year, or of one campaign, by department; with the active members of each in `source`. */
export const shares = (
  db: Db,
  source: string,
  which: { year: number; campaign: number | null },
): ShareRecord[] =>
  db.all(
    `WITH given AS (
       SELECT l.department_id AS dep, count(*) AS gifts, sum(l.cash + l.kind_value) AS total,
         count(DISTINCT l.member_id) AS given
       FROM welfare_line l JOIN welfare_campaign c ON c.id = l.campaign_id
       WHERE (l.member_id IS NOT NULL OR l.child_id IS NOT NULL)
         AND (c.id = @campaign OR (@campaign IS NULL AND c.year = @year AND c.state <> 'draft')) GROUP BY 1),
     people AS (SELECT m.department_id AS dep, count(*) AS people FROM ${source} m WHERE m.status = 'active' GROUP BY 1),
     deps AS (SELECT dep FROM given UNION SELECT dep FROM people)
     SELECT d.dep AS departmentId, u.name, coalesce(g.gifts, 0) AS gifts, coalesce(g.total, 0) AS total,
       coalesce(p.people, 0) AS people, coalesce(g.given, 0) AS given
     FROM deps d LEFT JOIN given g ON g.dep IS d.dep LEFT JOIN people p ON p.dep IS d.dep
     LEFT JOIN org_unit u ON u.id = d.dep ORDER BY people DESC, u.name_key`,
    which,
  );

const GIVEN_TO = `FROM welfare_line l JOIN welfare_campaign c ON c.id = l.campaign_id
  WHERE (l.member_id IS NOT NULL OR l.child_id IS NOT NULL) AND c.year = @year AND c.state <> 'draft'
    AND l.department_id IS @departmentId`;
type Department = { year: number; departmentId: number | null };

export const countGiven = (db: Db, { year, departmentId }: Department): number =>
  db.pluck<number>(`SELECT count(*) ${GIVEN_TO}`, { year, departmentId }) ?? 0;

/** The gifts of a year the shares count for a department. */
export const listGiven = (
  db: Db,
  { year, departmentId }: Department,
  { offset, limit }: { offset: number; limit: number },
): {
  id: number;
  memberId: number | null;
  name: string;
  campaignId: number;
  campaign: string;
  onDate: string;
  worth: number;
}[] =>
  db.all(
    `SELECT l.id, l.member_id AS memberId, l.name, c.id AS campaignId, c.name AS campaign, c.on_date AS onDate,
       l.cash + l.kind_value AS worth
     ${GIVEN_TO} ORDER BY l.sort_key, l.name, c.on_date, l.id LIMIT @limit OFFSET @offset`,
    { year, departmentId, offset, limit },
  );

interface NeverConditions extends Record<string, string | number> {
  from: string;
  to: string;
  departments: string;
}
const NEVER = `FROM member_live m WHERE m.status = 'active' AND (m.union_join_date IS NULL OR m.union_join_date < @from)
  AND (@departments = '[]' OR m.department_id IN (SELECT value FROM json_each(@departments)))
  AND NOT EXISTS (SELECT 1 FROM welfare_line l JOIN welfare_campaign c ON c.id = l.campaign_id
    WHERE l.member_id = m.id AND c.state <> 'draft' AND c.on_date BETWEEN @from AND @to)`;

export const countNever = (db: Db, c: NeverConditions): number =>
  db.pluck<number>(`SELECT count(*) ${NEVER}`, c) ?? 0;

export const listNever = (
  db: Db,
  c: NeverConditions,
  page: { offset: number; limit: number },
): {
  memberId: number;
  fullName: string;
  givenName: string;
  department: string | null;
  joined: string | null;
  lastGift: string | null;
}[] =>
  db.all(
    `SELECT m.id AS memberId, m.full_name AS fullName, m.given_name AS givenName, m.union_join_date AS joined,
       (SELECT u.name FROM org_unit u WHERE u.id = m.department_id) AS department,
       (SELECT max(c.on_date) FROM welfare_line l JOIN welfare_campaign c ON c.id = l.campaign_id
          WHERE l.member_id = m.id AND c.on_date < @from) AS lastGift
     ${NEVER} ORDER BY m.sort_key, m.id LIMIT @limit OFFSET @offset`,
    { ...c, ...page },
  );

export const firstCampaign = (db: Db): string | null =>
  db.pluck<string | null>(
    "SELECT min(on_date) FROM welfare_campaign_live WHERE kind = 'list' AND state <> 'draft'",
  ) ?? null;

/** Campaigns given out in a period as records behind a figure; each adds its gifts or what they are worth. */
export const campaignRecords = (
  db: Db,
  span: Span,
  adds: 'gifts' | 'worth',
  occasions: readonly string[] | null = null,
): IndicatorRecord[] =>
  db.all(
    `SELECT 'welfare_campaign' AS entity, c.id, c.name AS label, c.on_date AS date, NULL AS detail,
       ${adds === 'gifts' ? 'count(l.id)' : 'coalesce(sum(l.cash + l.kind_value), 0)'} AS amount
     FROM welfare_campaign_live c LEFT JOIN welfare_line l ON l.campaign_id = c.id
     WHERE ${GIVEN} AND (@occasions IS NULL OR c.occasion IN (SELECT value FROM json_each(@occasions)))
     GROUP BY c.id ORDER BY c.on_date DESC, c.id DESC`,
    { ...span, occasions: occasions && JSON.stringify(occasions) },
  );

/** Campaigns of the span known only as a count that nobody gave a number for. */
export const uncounted = (db: Db, span: Span, occasions: readonly string[] | null): number =>
  db.pluck<number>(
    `SELECT count(*) FROM welfare_campaign_live c
     WHERE c.kind = 'count' AND c.state <> 'draft' AND c.on_date BETWEEN @from AND @to
       AND (@occasions IS NULL OR c.occasion IN (SELECT value FROM json_each(@occasions)))`,
    { ...span, occasions: occasions && JSON.stringify(occasions) },
  ) ?? 0;
