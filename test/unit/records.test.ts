/** Writing whole records: stamps, versions, the trash. */
import BetterSqlite from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { type Db, wrapDatabase } from '../../electron/db/database';
import { insertRecord, updateRecord } from '../../electron/db/records';

let db: Db;
beforeEach(() => {
  db = wrapDatabase(new BetterSqlite(':memory:'));
  db.exec(`
    CREATE TABLE donor (id INTEGER PRIMARY KEY, uid TEXT, unit_id INTEGER NOT NULL, name TEXT NOT NULL, address_form TEXT,
      version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT) STRICT;
    CREATE TABLE dues_rate (id INTEGER PRIMARY KEY, valid_from TEXT, version INTEGER NOT NULL DEFAULT 1, deleted_at TEXT) STRICT`);
});
const FIELDS = ['name', 'addressForm'] as const;
const made = () =>
  insertRecord(
    db,
    'donor',
    ['uid', ...FIELDS],
    { uid: 'u', name: 'Ngân hàng A', addressForm: 'Quý' },
    '2026-01-01',
  );

test('a new row gets the stamps its table keeps', () => {
  expect(db.get('SELECT * FROM donor WHERE id = ?', [made()])).toEqual({
    id: 1,
    uid: 'u',
    unit_id: 1,
    name: 'Ngân hàng A',
    address_form: 'Quý',
    version: 1,
    created_at: '2026-01-01',
    updated_at: '2026-01-01',
    deleted_at: null,
  });
  expect(insertRecord(db, 'dues_rate', ['validFrom'], { validFrom: '2026-06' })).toBe(1);
});

test('a table that keeps stamps refuses a row without the moment', () => {
  expect(() => insertRecord(db, 'donor', FIELDS, { name: 'B', addressForm: null })).toThrow(/created_at/);
});

test('fields are written over the version that was read, once, and never in the trash', () => {
  const row = { id: made(), version: 1, name: 'Ngân hàng B', addressForm: null };
  expect(updateRecord(db, 'donor', FIELDS, row, '2026-02-02')).toBe(true);
  expect(updateRecord(db, 'donor', FIELDS, row, '2026-02-02')).toBe(false);
  expect(db.get('SELECT name, address_form, version, created_at, updated_at FROM donor')).toEqual({
    name: 'Ngân hàng B',
    address_form: null,
    version: 2,
    created_at: '2026-01-01',
    updated_at: '2026-02-02',
  });
  db.run(`UPDATE donor SET deleted_at = '2026-02-03'`);
  expect(updateRecord(db, 'donor', FIELDS, { ...row, version: 2 }, '2026-02-04')).toBe(false);
});
