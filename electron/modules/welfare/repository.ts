/** SQL of gift campaigns: the campaign, its values and sources, and the list of campaigns. */
import type { CampaignState, GiftCategory, GiftSource } from '../../../shared/domain/welfare';
import type { Vagueness } from '../../../shared/text/numbers';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface CampaignRecord {
  id: number;
  name: string;
  search_key: string;
  occasion: string | null;
  year: number;
  on_date: string;
  ends_on: string | null;
  place: string | null;
  budget: number | null;
  state: CampaignState;
  kind: 'list' | 'count';
  count_value: number | null;
  count_flag: Vagueness | null;
  count_wording: string | null;
  count_amount: number | null;
  count_source: string | null;
  household_once: number;
  programme: string | null;
  decision: string | null;
  preparer: string | null;
  treasurer: string | null;
  orientation: 'portrait' | 'landscape';
  grouped: number;
  chosen: string;
  exception: string | null;
  note: string | null;
  version: number;
  deleted_at: string | null;
}

const EDITABLE = [
  'name',
  'search_key',
  'occasion',
  'year',
  'on_date',
  'ends_on',
  'place',
  'budget',
  'kind',
  'count_value',
  'count_flag',
  'count_wording',
  'count_amount',
  'count_source',
  'household_once',
  'programme',
  'decision',
  'preparer',
  'treasurer',
  'orientation',
  'grouped',
  'note',
] as const satisfies readonly (keyof CampaignRecord)[];
export type EditableCampaign = Pick<CampaignRecord, (typeof EDITABLE)[number]>;

export interface ValueRecord {
  category: GiftCategory;
  cash: number;
  kind_text: string | null;
  kind_value: number;
}
export interface SourceRecord {
  kind: GiftSource;
  name: string | null;
  amount: number;
  earmarkId: number | null;
}

/** A campaign, also one in the trash. */
export const campaignById = (db: Db, id: number): CampaignRecord | undefined =>
  db.get('SELECT * FROM welfare_campaign WHERE id = ?', [id]);

export const insertCampaign = (
  db: Db,
  row: EditableCampaign & { uid: string; chosen: string },
  now: string,
): number => insertRecord(db, 'welfare_campaign', ['uid', 'chosen', ...EDITABLE], row, now);

/** Returns false when the version is stale. */
export const updateCampaign = (
  db: Db,
  row: EditableCampaign & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'welfare_campaign', EDITABLE, row, now);

/** Writes one of the columns that have an operation of their own; false when the version is stale. */
export const setColumn = (
  db: Db,
  column: 'state' | 'exception',
  row: { id: number; version: number; value: string | null },
  now: string,
): boolean =>
  db.run(
    `UPDATE welfare_campaign SET ${column} = @value, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...row, now },
  ).changes === 1;

export const setChosen = (db: Db, id: number, chosen: string): void => {
  db.run('UPDATE welfare_campaign SET chosen = ? WHERE id = ?', [chosen, id]);
};

export const setDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'welfare_campaign', id, at);

export const valuesOf = (db: Db, id: number): ValueRecord[] =>
  db.all(
    'SELECT category, cash, kind_text, kind_value FROM welfare_value WHERE campaign_id = ? ORDER BY ordinal',
    [id],
  );
export const sourcesOf = (db: Db, id: number): SourceRecord[] =>
  db.all(
    'SELECT kind, name, amount, earmark_id AS earmarkId FROM welfare_source WHERE campaign_id = ? ORDER BY ordinal',
    [id],
  );

/** Puts these values and sources in the place of those there. */
export function setParts(
  db: Db,
  id: number,
  parts: { values: readonly ValueRecord[]; sources: readonly SourceRecord[] },
): void {
  db.run('DELETE FROM welfare_value WHERE campaign_id = ?', [id]);
  db.run('DELETE FROM welfare_source WHERE campaign_id = ?', [id]);
  parts.values.forEach((value, ordinal) => {
    db.run(
      `INSERT INTO welfare_value (campaign_id, category, cash, kind_text, kind_value, ordinal)
       VALUES (@id, @category, @cash, @kind_text, @kind_value, @ordinal)`,
      { ...value, id, ordinal },
    );
  });
  parts.sources.forEach((source, ordinal) => {
    db.run(
      `INSERT INTO welfare_source (campaign_id, ordinal, kind, name, amount, earmark_id)
       VALUES (@id, @ordinal, @kind, @name, @amount, @earmarkId)`,
      { ...source, id, ordinal },
    );
  });
}

export interface Sums {
  gifts: number;
  cash: number;
  kind_value: number;
  received: number;
  sources: number;
  vouchers: number;
}
export type ListedCampaign = CampaignRecord & Sums;

const SUMS = `
  (SELECT count(*) FROM welfare_line l WHERE l.campaign_id = c.id) AS gifts,
  (SELECT coalesce(sum(l.cash), 0) FROM welfare_line l WHERE l.campaign_id = c.id) AS cash,
  (SELECT coalesce(sum(l.kind_value), 0) FROM welfare_line l WHERE l.campaign_id = c.id) AS kind_value,
  (SELECT count(*) FROM welfare_line l WHERE l.campaign_id = c.id AND l.received_on IS NOT NULL) AS received,
  (SELECT coalesce(sum(s.amount), 0) FROM welfare_source s WHERE s.campaign_id = c.id) AS sources,
  (SELECT count(*) FROM fund_voucher_live v WHERE v.source_entity = 'welfare_campaign' AND v.source_id = c.id
     AND v.kind = 'payment' AND v.status <> 'cancelled') AS vouchers`;
/** Live campaigns with their sums. */
const SUMMED = `(SELECT c.*, ${SUMS} FROM welfare_campaign_live c)`;

/** Sums of one campaign, in the trash or not. */
export const sumsOf = (db: Db, id: number): Sums =>
  db.get<Sums>(
    `SELECT count(*) AS gifts, coalesce(sum(l.cash), 0) AS cash, coalesce(sum(l.kind_value), 0) AS kind_value,
       coalesce(sum(l.received_on IS NOT NULL), 0) AS received,
       (SELECT coalesce(sum(amount), 0) FROM welfare_source WHERE campaign_id = @id) AS sources,
       (SELECT count(*) FROM fund_voucher_live v WHERE v.source_entity = 'welfare_campaign' AND v.source_id = @id
          AND v.kind = 'payment' AND v.status <> 'cancelled') AS vouchers
     FROM welfare_recipient l WHERE l.campaign_id = @id AND l.deleted_at IS NULL`,
    { id },
  )!;

/** Given out, with lines nobody signed for. */
const UNSIGNED = "c.state IN ('given', 'settled') AND c.gifts > c.received";
/** Given out, with neither voucher nor explanation. */
const NO_VOUCHER =
  "c.kind = 'list' AND c.state IN ('given', 'settled') AND c.vouchers = 0 AND c.exception IS NULL";
const CHECKS = {
  given: "c.kind = 'list' AND c.state IN ('given', 'settled')",
  unsigned: UNSIGNED,
  noVoucher: NO_VOUCHER,
  sourceGap: "c.kind = 'list' AND c.gifts > 0 AND c.sources <> c.cash + c.kind_value",
  overBudget: 'c.budget IS NOT NULL AND c.cash + c.kind_value > c.budget',
  count: "c.kind = 'count'",
} as const;
export type Check = keyof typeof CHECKS;

export interface CampaignConditions {
  year: number | null;
  from: string | null;
  to: string | null;
  words: readonly string[];
  state: CampaignState | null;
  occasion: string | null;
  source: GiftSource | null;
  check: Check | null;
}

function meeting(c: CampaignConditions): { sql: string; params: Record<string, string | number> } {
  const all: string[] = [];
  const params: Record<string, string | number> = {};
  const equal = (column: 'year' | 'state' | 'occasion') => {
    const value = c[column];
    if (value === null) return;
    all.push(`c.${column} = @${column}`);
    params[column] = value;
  };
  equal('year');
  if (c.from !== null) {
    all.push('c.on_date >= @from');
    params.from = c.from;
  }
  if (c.to !== null) {
    all.push('c.on_date <= @to');
    params.to = c.to;
  }
  equal('state');
  equal('occasion');
  c.words.forEach((word, at) => {
    all.push(`instr(c.search_key, @word${at}) > 0`);
    params[`word${at}`] = word;
  });
  if (c.source !== null) {
    all.push('EXISTS (SELECT 1 FROM welfare_source s WHERE s.campaign_id = c.id AND s.kind = @source)');
    params.source = c.source;
  }
  if (c.check !== null) all.push(CHECKS[c.check]);
  return { sql: all.length > 0 ? `WHERE ${all.join(' AND ')}` : '', params };
}

export const countCampaigns = (db: Db, c: CampaignConditions): number => {
  const { sql, params } = meeting(c);
  return db.pluck<number>(`SELECT count(*) FROM ${SUMMED} c ${sql}`, params) ?? 0;
};

/** The latest first. */
export const listCampaigns = (
  db: Db,
  c: CampaignConditions,
  page: { offset: number; limit: number },
): ListedCampaign[] => {
  const { sql, params } = meeting(c);
  return db.all(
    `SELECT * FROM ${SUMMED} c ${sql} ORDER BY c.on_date DESC, c.id DESC LIMIT @limit OFFSET @offset`,
    { ...params, ...page },
  );
};

/** Lists given out without a payment, explained or not; of one year or all. */
export const unpaid = (
  db: Db,
  year: number | null,
): { id: number; name: string; exception: string | null }[] =>
  db.all(
    `SELECT c.id, c.name, c.exception FROM ${SUMMED} c
     WHERE c.kind = 'list' AND c.state IN ('given', 'settled') AND c.vouchers = 0
       AND (@year IS NULL OR substr(c.on_date, 1, 4) = @year)
     ORDER BY c.exception IS NOT NULL, c.on_date DESC, c.id`,
    { year: year === null ? null : String(year) },
  );

export const years = (db: Db): number[] =>
  db.column('SELECT DISTINCT year FROM welfare_campaign_live ORDER BY year DESC');

export const ownOccasion = (
  db: Db,
  id: number,
): { name: string; calendar: 'solar' | 'lunar'; month: number; day: number } | undefined =>
  db.get('SELECT name, calendar, month, day FROM occasion WHERE id = ?', [id]);

export const trashedCampaigns = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM welfare_campaign WHERE deleted_at IS NOT NULL',
  );

export const trashedRecipients = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT r.id, r.name || ' – ' || c.name AS label, r.deleted_at AS deletedAt FROM welfare_recipient r
     JOIN welfare_campaign c ON c.id = r.campaign_id WHERE r.deleted_at IS NOT NULL AND c.deleted_at IS NULL`,
  );
