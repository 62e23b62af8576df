/** Names departments and groups had on a day. */
import { formatDate } from '../../../../shared/domain/dateFormat';
import type { Db } from '../../../db/database';

/** SQL: the name a department or group, whose id is the column `id`, had on @day. */
export const nameOnDay = (id: string): string =>
  `coalesce((SELECT n.name FROM org_unit_name n WHERE n.org_unit_id = ${id} AND n.valid_until > @day
    ORDER BY n.valid_until LIMIT 1), (SELECT u.name FROM org_unit u WHERE u.id = ${id}))`;

/** The name on a day; '' is so long ago that it is the first. Null when there is no such unit. */
export const unitNameOn = (db: Db, id: number, day: string): string | null =>
  db.pluck<string>(`SELECT ${nameOnDay('@id')}`, { id, day }) ?? null;

/** What the trash calls a dated record: whose it is, and its day. */
export const trashLabel = ({ name, onDate }: { name: string; onDate: string }): string =>
  [name, formatDate(onDate)].filter(Boolean).join(' · ');

export const unitKind = (db: Db, id: number): string | null =>
  db.pluck<string>('SELECT kind FROM org_unit WHERE id = ? AND deleted_at IS NULL', [id]) ?? null;
