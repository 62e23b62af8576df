/** Settings, facts about the store, and the change log. */
import type { Db } from '../../db/database';

export function metaValue(db: Db, key: string): string | undefined {
  return db.pluck<string>('SELECT value FROM meta WHERE key = ?', [key]);
}

export function setMeta(db: Db, key: string, value: string): void {
  db.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
}

/** Every value of a setting with the day it takes effect, oldest first; '' is from ever. */
export function settingHistory(db: Db, key: string): { validFrom: string; value: string }[] {
  return db.all('SELECT valid_from AS validFrom, value FROM setting WHERE key = ? ORDER BY valid_from', [
    key,
  ]);
}

export function setSetting(db: Db, key: string, value: string, validFrom = ''): void {
  db.run(
    `INSERT INTO setting (key, valid_from, value) VALUES (?, ?, ?)
     ON CONFLICT (key, valid_from) DO UPDATE SET value = excluded.value`,
    [key, validFrom, value],
  );
}

export interface AuditRow {
  id: number;
  at: string;
  actor: string;
  role: string;
  entity: string;
  entityId: number | null;
  action: string;
  beforeJson: string | null;
  afterJson: string | null;
}

export function auditRows(
  db: Db,
  filter: { limit: number; before?: number; entity?: string; entityId?: number },
): AuditRow[] {
  const where = ['1'];
  if (filter.before !== undefined) where.push('id < @before');
  if (filter.entity !== undefined) where.push('entity = @entity');
  if (filter.entityId !== undefined) where.push('entity_id = @entityId');
  return db.all(
    `SELECT id, at, actor, role, entity, entity_id AS entityId, action,
            before_json AS beforeJson, after_json AS afterJson
     FROM audit WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT @limit`,
    filter,
  );
}

export function storeFacts(db: Db): { schemaVersion: number; sqliteVersion: string; bytes: number } {
  const pages = db.raw.pragma('page_count', { simple: true }) as number;
  const pageSize = db.raw.pragma('page_size', { simple: true }) as number;
  return {
    schemaVersion: db.raw.pragma('user_version', { simple: true }) as number,
    sqliteVersion: db.pluck<string>('SELECT sqlite_version()') ?? '',
    bytes: pages * pageSize,
  };
}
