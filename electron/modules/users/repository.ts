/** SQL of users, of the lock and of the recovery code. */
import type { Role } from '../../../shared/contract/kernel';
import type { Db } from '../../db/database';

export interface UserRecord {
  id: number;
  name: string;
  role: Role;
  memberId: number | null;
  memberName: string | null;
  secret: string;
  failures: number;
  waitUntil: string | null;
  lastLoginAt: string | null;
  disabledAt: string | null;
  version: number;
  createdAt: string;
}

const SELECT = `SELECT u.id, u.name, u.role, u.member_id AS memberId, m.full_name AS memberName, u.secret, u.failures,
    u.wait_until AS waitUntil, u.last_login_at AS lastLoginAt, u.disabled_at AS disabledAt, u.version,
    u.created_at AS createdAt
  FROM app_user u LEFT JOIN member m ON m.id = u.member_id`;

export const allUsers = (db: Db): UserRecord[] => db.all(`${SELECT} ORDER BY u.id`);
export const userById = (db: Db, id: number): UserRecord | undefined =>
  db.get(`${SELECT} WHERE u.id = ?`, [id]);

/** A user in use whose name sounds the same. */
export const sameName = (db: Db, key: string, except: number): boolean =>
  db.pluck('SELECT 1 FROM app_user WHERE name_key = ? AND disabled_at IS NULL AND id <> ?', [key, except]) ===
  1;

export const insertUser = (
  db: Db,
  row: {
    uid: string;
    name: string;
    key: string;
    role: Role;
    memberId: number | null;
    secret: string;
    now: string;
  },
): number =>
  db.run(
    `INSERT INTO app_user (uid, name, name_key, role, member_id, secret, created_at, updated_at)
     VALUES (@uid, @name, @key, @role, @memberId, @secret, @now, @now)`,
    row,
  ).lastInsertRowid;

export const updateUser = (
  db: Db,
  row: {
    id: number;
    version: number;
    name: string;
    key: string;
    role: Role;
    memberId: number | null;
    now: string;
  },
): boolean =>
  db.run(
    `UPDATE app_user SET name = @name, name_key = @key, role = @role, member_id = @memberId,
       version = version + 1, updated_at = @now WHERE id = @id AND version = @version`,
    row,
  ).changes === 1;

export const setDisabled = (
  db: Db,
  row: { id: number; version: number; at: string | null; now: string },
): boolean =>
  db.run(
    `UPDATE app_user SET disabled_at = @at, failures = 0, wait_until = NULL, version = version + 1, updated_at = @now
     WHERE id = @id AND version = @version`,
    row,
  ).changes === 1;

/** A new password also ends the waiting. */
export const setSecret = (db: Db, row: { id: number; secret: string; now: string }): void => {
  db.run(
    `UPDATE app_user SET secret = @secret, failures = 0, wait_until = NULL, version = version + 1, updated_at = @now
     WHERE id = @id`,
    row,
  );
};

export const setFailures = (
  db: Db,
  row: { id: number; failures: number; waitUntil: string | null },
): void => {
  db.run('UPDATE app_user SET failures = @failures, wait_until = @waitUntil WHERE id = @id', row);
};

export const setEntered = (db: Db, id: number, now: string): void => {
  db.run('UPDATE app_user SET failures = 0, wait_until = NULL, last_login_at = @now WHERE id = @id', {
    id,
    now,
  });
};

export interface AccessRecord {
  lockMinutes: number;
  recoverySecret: string | null;
  recoveryAt: string | null;
  failures: number;
  waitUntil: string | null;
  version: number;
}

export const accessRule = (db: Db): AccessRecord =>
  db.get<AccessRecord>(
    `SELECT lock_minutes AS lockMinutes, recovery_secret AS recoverySecret, recovery_at AS recoveryAt, failures,
       wait_until AS waitUntil, version FROM app_access WHERE id = 1`,
  ) ?? {
    lockMinutes: 10,
    recoverySecret: null,
    recoveryAt: null,
    failures: 0,
    waitUntil: null,
    version: 1,
  };

export const setLockMinutes = (db: Db, version: number, minutes: number): boolean =>
  db.run('UPDATE app_access SET lock_minutes = ?, version = version + 1 WHERE id = 1 AND version = ?', [
    minutes,
    version,
  ]).changes === 1;

/** Null takes the code away. */
export const setRecovery = (db: Db, secret: string | null, at: string | null): void => {
  db.run(
    'UPDATE app_access SET recovery_secret = ?, recovery_at = ?, failures = 0, wait_until = NULL WHERE id = 1',
    [secret, at],
  );
};

export const setRecoveryFailures = (db: Db, failures: number, waitUntil: string | null): void => {
  db.run('UPDATE app_access SET failures = ?, wait_until = ? WHERE id = 1', [failures, waitUntil]);
};
