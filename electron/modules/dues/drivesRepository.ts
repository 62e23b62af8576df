/** SQL of fund drives and of what was given. */
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface DriveRecord {
  id: number;
  name: string;
  launched_by: string | null;
  launched_on: string;
  cut_off: string;
  deadline: string | null;
  target_kind: 'none' | 'person' | 'total';
  target_amount: number | null;
  target_text: string | null;
  fund_id: number | null;
  earmark_id: number | null;
  purpose: string | null;
  note: string | null;
  search_key: string;
  version: number;
  deleted_at: string | null;
}
const COLUMNS = [
  'name',
  'launched_by',
  'launched_on',
  'cut_off',
  'deadline',
  'target_kind',
  'target_amount',
  'target_text',
  'fund_id',
  'earmark_id',
  'purpose',
  'note',
  'search_key',
] as const satisfies readonly (keyof DriveRecord)[];
export type EditableDrive = Pick<DriveRecord, (typeof COLUMNS)[number]>;

const like = (words: readonly string[]): string =>
  words.map((_, at) => ` AND search_key LIKE '%' || @w${at} || '%'`).join('');
const wordParams = (words: readonly string[]) =>
  Object.fromEntries(words.map((word, at) => [`w${at}`, word]));

export const driveList = (
  db: Db,
  words: readonly string[],
  page: { offset: number; limit: number },
): DriveRecord[] =>
  db.all(
    `SELECT * FROM drive_live WHERE 1${like(words)} ORDER BY launched_on DESC, id DESC LIMIT @limit OFFSET @offset`,
    {
      ...wordParams(words),
      limit: page.limit,
      offset: page.offset,
    },
  );
export const countDrives = (db: Db, words: readonly string[]): number =>
  db.pluck(`SELECT count(*) FROM drive_live WHERE 1${like(words)}`, wordParams(words)) ?? 0;

/** A drive, also one in the trash. */
export const driveById = (db: Db, id: number): DriveRecord | undefined =>
  db.get('SELECT * FROM drive WHERE id = ?', [id]);

export const insertDrive = (db: Db, row: EditableDrive & { uid: string }, now: string): number =>
  insertRecord(db, 'drive', ['uid', ...COLUMNS], row, now);
export const updateDrive = (
  db: Db,
  row: EditableDrive & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'drive', COLUMNS, row, now);
export const setDriveDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'drive', id, at);

export interface Asked {
  memberId: number;
  fullName: string;
  givenName: string;
  departmentId: number | null;
  department: string | null;
}
/** Members on a day with their department of that day, in the order of names. */
export const membersOn = (db: Db, day: string): Asked[] =>
  db.all(
    `SELECT m.id AS memberId, m.full_name AS fullName, m.given_name AS givenName, s.department_id AS departmentId, d.name AS department
     FROM member_state s JOIN member_live m ON m.id = s.member_id LEFT JOIN org_unit d ON d.id = s.department_id
     WHERE s.status = 'active' AND s.from_date <= @day AND (s.to_date IS NULL OR s.to_date > @day)
     ORDER BY m.sort_key, m.id`,
    { day },
  );

export interface GiftRecord {
  id: number;
  driveId: number;
  memberId: number | null;
  departmentId: number | null;
  department: string | null;
  name: string;
  people: number | null;
  onDate: string;
  amount: number;
  note: string | null;
  voucherId: number | null;
  kind: 'receipt' | 'payment' | null;
  number: number | null;
  version: number;
  deletedAt: string | null;
}
const GIFT = `SELECT g.id, g.drive_id AS driveId, g.member_id AS memberId, g.department_id AS departmentId,
    coalesce(d.name, h.name) AS department, coalesce(m.full_name, g.name) AS name, g.people, g.on_date AS onDate, g.amount, g.note,
    g.voucher_id AS voucherId, v.kind, v.number, g.version, g.deleted_at AS deletedAt
  FROM drive_gift g LEFT JOIN member m ON m.id = g.member_id LEFT JOIN org_unit d ON d.id = g.department_id
  LEFT JOIN org_unit h ON h.id = m.department_id LEFT JOIN fund_voucher v ON v.id = g.voucher_id`;

/** Live gifts of a drive, the latest first. */
export const giftsOf = (db: Db, driveId: number): GiftRecord[] =>
  db.all(`${GIFT} WHERE g.drive_id = ? AND g.deleted_at IS NULL ORDER BY g.on_date DESC, g.id DESC`, [
    driveId,
  ]);
export const giftById = (db: Db, id: number): GiftRecord | undefined =>
  db.get(`${GIFT} WHERE g.id = ?`, [id]);
export const giftsOfVoucher = (db: Db, voucherId: number): GiftRecord[] =>
  db.all(`${GIFT} WHERE g.voucher_id = ? ORDER BY g.id`, [voucherId]);

export interface EditableGift {
  driveId: number;
  memberId: number | null;
  departmentId: number | null;
  name: string;
  people: number | null;
  onDate: string;
  amount: number;
  note: string | null;
}
export const insertGift = (db: Db, row: EditableGift, now: string): number =>
  insertRecord(
    db,
    'drive_gift',
    ['driveId', 'memberId', 'departmentId', 'name', 'people', 'onDate', 'amount', 'note'],
    row,
    now,
  );
export const updateGift = (db: Db, row: EditableGift & { id: number; version: number }): boolean =>
  db.run(
    `UPDATE drive_gift SET member_id = @memberId, department_id = @departmentId, name = @name, people = @people,
       on_date = @onDate, amount = @amount, note = @note, version = version + 1
     WHERE id = @id AND version = @version AND drive_id = @driveId AND deleted_at IS NULL`,
    { ...row },
  ).changes === 1;
export const setGiftVoucher = (db: Db, id: number, voucherId: number | null): void => {
  db.run('UPDATE drive_gift SET voucher_id = ?, version = version + 1 WHERE id = ?', [voucherId, id]);
};
export const setDriveGiftDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'drive_gift', id, at);

export const driveVouchers = (
  db: Db,
  driveId: number,
): { id: number; kind: 'receipt' | 'payment'; number: number | null; onDate: string; amount: number }[] =>
  db.all(
    `SELECT DISTINCT v.id, v.kind, v.number, v.on_date AS onDate, CASE v.kind WHEN 'receipt' THEN v.amount ELSE -v.amount END AS amount
     FROM drive_gift_live g JOIN fund_voucher v ON v.id = g.voucher_id WHERE g.drive_id = ? ORDER BY v.on_date, v.id`,
    [driveId],
  );

export const nameOfMember = (db: Db, id: number): string | null =>
  db.pluck<string>('SELECT full_name FROM member_live WHERE id = ?', [id]) ?? null;
export const nameOfDepartment = (db: Db, id: number): string | null =>
  db.pluck<string>(`SELECT name FROM org_unit WHERE id = ? AND kind = 'department' AND deleted_at IS NULL`, [
    id,
  ]) ?? null;

export const trashedDrives = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM drive WHERE deleted_at IS NOT NULL');
export const trashedDriveGifts = (
  db: Db,
): { id: number; label: string; deletedAt: string; placeClosed: number }[] =>
  db.all(
    `SELECT g.id, g.name || ' – ' || d.name AS label, g.deleted_at AS deletedAt, d.deleted_at IS NOT NULL AS placeClosed
     FROM drive_gift g JOIN drive d ON d.id = g.drive_id WHERE g.deleted_at IS NOT NULL`,
  );

/** What a member gave to drives, the latest first. */
export const givenBy = (
  db: Db,
  memberId: number,
): { driveId: number; drive: string; onDate: string; amount: number }[] =>
  db.all(
    `SELECT g.drive_id AS driveId, d.name AS drive, g.on_date AS onDate, g.amount FROM drive_gift_live g
     JOIN drive d ON d.id = g.drive_id WHERE g.member_id = ? AND g.amount > 0 ORDER BY g.on_date DESC`,
    [memberId],
  );

/** What drives were given in a period as records behind a figure. */
export const driveMoneyRecords = (db: Db, span: { from: string; to: string }): IndicatorRecord[] =>
  db.all(
    `SELECT 'drive' AS entity, d.id, d.name AS label, max(g.on_date) AS date, NULL AS detail, sum(g.amount) AS amount
     FROM drive_gift_live g JOIN drive d ON d.id = g.drive_id WHERE g.on_date BETWEEN @from AND @to
     GROUP BY d.id ORDER BY date DESC, d.id DESC`,
    { ...span },
  );
