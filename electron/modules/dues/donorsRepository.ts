/** SQL of donors and their gifts. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface DonorRecord {
  id: number;
  kind: 'organisation' | 'person';
  name: string;
  anonymous: 0 | 1;
  addressForm: string | null;
  contact: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  note: string | null;
  version: number;
  deletedAt: string | null;
  gifts: number;
  money: number;
  lastOn: string | null;
  notThanked: number;
}
const DONOR = `SELECT d.id, d.kind, d.name, d.anonymous, d.address_form AS addressForm, d.contact, d.phone, d.email, d.address, d.note,
    d.version, d.deleted_at AS deletedAt, count(g.id) AS gifts, coalesce(sum(g.amount) FILTER (WHERE g.kind = 'money'), 0) AS money,
    max(g.on_date) AS lastOn, count(g.id) FILTER (WHERE g.thanked_on IS NULL AND d.anonymous = 0) AS notThanked
  FROM donor d LEFT JOIN donor_gift g ON g.donor_id = d.id AND g.deleted_at IS NULL`;
export interface DonorConditions {
  words: readonly string[];
  notThanked: boolean;
}
const like = (column: string, words: readonly string[]): string =>
  words.map((_, at) => ` AND ${column} LIKE '%' || @w${at} || '%'`).join('');
const wordParams = (words: readonly string[]) =>
  Object.fromEntries(words.map((word, at) => [`w${at}`, word]));
const found = (c: DonorConditions): string =>
  `${DONOR} WHERE d.deleted_at IS NULL${like('d.search_key', c.words)} GROUP BY d.id${c.notThanked ? ' HAVING notThanked > 0' : ''}`;

export const donorList = (
  db: Db,
  c: DonorConditions,
  page: { offset: number; limit: number },
): DonorRecord[] =>
  db.all(`${found(c)} ORDER BY lastOn DESC, d.id DESC LIMIT @limit OFFSET @offset`, {
    ...wordParams(c.words),
    limit: page.limit,
    offset: page.offset,
  });
export const countDonors = (db: Db, c: DonorConditions): number =>
  db.pluck(`SELECT count(*) FROM (${found(c)})`, wordParams(c.words)) ?? 0;
/** A donor, also one in the trash. */
export const donorById = (db: Db, id: number): DonorRecord | undefined =>
  db.get(`${DONOR} WHERE d.id = ? GROUP BY d.id`, [id]);

export type EditableDonor = Pick<
  DonorRecord,
  'kind' | 'name' | 'anonymous' | 'addressForm' | 'contact' | 'phone' | 'email' | 'address' | 'note'
> & { searchKey: string };
const DONOR_FIELDS = [
  'kind',
  'name',
  'anonymous',
  'addressForm',
  'contact',
  'phone',
  'email',
  'address',
  'note',
  'searchKey',
] as const satisfies readonly (keyof EditableDonor)[];
export const insertDonor = (db: Db, row: EditableDonor & { uid: string }, now: string): number =>
  insertRecord(db, 'donor', ['uid', ...DONOR_FIELDS], row, now);
export const updateDonor = (
  db: Db,
  row: EditableDonor & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'donor', DONOR_FIELDS, row, now);
export const setDonorDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'donor', id, at);

export interface GiftRecord {
  id: number;
  donorId: number;
  onDate: string;
  kind: 'money' | 'goods';
  amount: number | null;
  goods: string | null;
  occasion: string | null;
  programme: string | null;
  usedFor: string | null;
  earmarkId: number | null;
  note: string | null;
  version: number;
  deletedAt: string | null;
  donor: string;
  donorKind: 'organisation' | 'person';
  anonymous: 0 | 1;
  addressForm: string | null;
  address: string | null;
  earmark: string | null;
  voucherId: number | null;
  voucherKind: 'receipt' | 'payment' | null;
  voucherStatus: string | null;
  number: number | null;
  thankedOn: string | null;
}
const GIFT = `SELECT g.id, g.donor_id AS donorId, g.on_date AS onDate, g.kind, g.amount, g.goods, g.occasion, g.programme,
    g.used_for AS usedFor, g.earmark_id AS earmarkId, g.note, g.version, g.deleted_at AS deletedAt, d.name AS donor,
    d.kind AS donorKind, d.anonymous, d.address_form AS addressForm, d.address, e.name AS earmark, g.voucher_id AS voucherId,
    v.kind AS voucherKind, v.status AS voucherStatus, v.number, g.thanked_on AS thankedOn
  FROM donor_gift g JOIN donor d ON d.id = g.donor_id LEFT JOIN earmark e ON e.id = g.earmark_id
  LEFT JOIN fund_voucher v ON v.id = g.voucher_id`;
export interface GiftConditions {
  words: readonly string[];
  year: number | null;
  donorId: number | null;
  earmarkId: number | null;
  notThanked: boolean;
}
const giftWhere = (c: GiftConditions): string =>
  `g.deleted_at IS NULL AND d.deleted_at IS NULL${like('d.search_key', c.words)}
   AND (@year IS NULL OR substr(g.on_date, 1, 4) = printf('%d', @year)) AND (@donorId IS NULL OR g.donor_id = @donorId)
   AND (@earmarkId IS NULL OR g.earmark_id = @earmarkId)${c.notThanked ? ' AND g.thanked_on IS NULL AND d.anonymous = 0' : ''}`;
const giftParams = (c: GiftConditions) => ({
  ...wordParams(c.words),
  year: c.year,
  donorId: c.donorId,
  earmarkId: c.earmarkId,
});
export const giftList = (db: Db, c: GiftConditions, page: { offset: number; limit: number }): GiftRecord[] =>
  db.all(`${GIFT} WHERE ${giftWhere(c)} ORDER BY g.on_date DESC, g.id DESC LIMIT @limit OFFSET @offset`, {
    ...giftParams(c),
    limit: page.limit,
    offset: page.offset,
  });
export const giftTotals = (db: Db, c: GiftConditions): { total: number; money: number } =>
  db.get(
    `SELECT count(*) AS total, coalesce(sum(g.amount) FILTER (WHERE g.kind = 'money'), 0) AS money
     FROM donor_gift g JOIN donor d ON d.id = g.donor_id WHERE ${giftWhere(c)}`,
    giftParams(c),
  )!;
/** A gift, also one in the trash. */
export const giftById = (db: Db, id: number): GiftRecord | undefined =>
  db.get(`${GIFT} WHERE g.id = ?`, [id]);

export type EditableGift = Pick<
  GiftRecord,
  | 'donorId'
  | 'onDate'
  | 'kind'
  | 'amount'
  | 'goods'
  | 'occasion'
  | 'programme'
  | 'usedFor'
  | 'earmarkId'
  | 'note'
>;
const GIFT_FIELDS = [
  'donorId',
  'onDate',
  'kind',
  'amount',
  'goods',
  'occasion',
  'programme',
  'usedFor',
  'earmarkId',
  'note',
] as const satisfies readonly (keyof EditableGift)[];
export const insertGift = (db: Db, row: EditableGift, now: string): number =>
  insertRecord(db, 'donor_gift', GIFT_FIELDS, row, now);
export const updateGift = (
  db: Db,
  row: EditableGift & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'donor_gift', GIFT_FIELDS, row, now);
export const setGiftVoucher = (db: Db, id: number, voucherId: number | null): void => {
  db.run('UPDATE donor_gift SET voucher_id = ?, version = version + 1 WHERE id = ?', [voucherId, id]);
};
export const setThanked = (db: Db, id: number, on: string | null): void => {
  db.run('UPDATE donor_gift SET thanked_on = ?, version = version + 1 WHERE id = ?', [on, id]);
};
export const setGiftDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'donor_gift', id, at);

export const trashedDonors = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM donor WHERE deleted_at IS NOT NULL');
export const trashedDonorGifts = (
  db: Db,
): { id: number; label: string; deletedAt: string; placeClosed: number }[] =>
  db.all(
    `SELECT g.id, d.name || ', ngày ' || strftime('%d/%m/%Y', g.on_date) AS label, g.deleted_at AS deletedAt,
       d.deleted_at IS NOT NULL AS placeClosed
     FROM donor_gift g JOIN donor d ON d.id = g.donor_id WHERE g.deleted_at IS NOT NULL`,
  );

/** Gifts of donors in a period as records behind a figure; each adds one, or its money. */
export const donorRecords = (
  db: Db,
  span: { from: string; to: string },
  adds: 'gifts' | 'money',
): IndicatorRecord[] =>
  db.all(
    `SELECT 'donor' AS entity, g.donor_id AS id, d.name AS label, g.on_date AS date,
       coalesce(g.goods, g.occasion, g.programme) AS detail, ${adds === 'gifts' ? '1' : 'g.amount'} AS amount
     FROM donor_gift_live g JOIN donor d ON d.id = g.donor_id
     WHERE g.on_date BETWEEN @from AND @to ${adds === 'money' ? "AND g.kind = 'money'" : ''}
     ORDER BY g.on_date DESC, g.id DESC`,
    { ...span },
  );
