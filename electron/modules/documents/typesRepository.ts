/** SQL of types of paper and of the rules their numbers follow. */
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface TypeRecord {
  id: number;
  version: number;
  code: string;
  name: string;
  nameEn: string | null;
  symbol: string | null;
  used: number;
  deletedAt: string | null;
}
const TYPE = `SELECT t.id, t.version, t.code, t.name, t.name_en AS nameEn, t.symbol, t.deleted_at AS deletedAt,
    (SELECT count(*) FROM document d WHERE d.type_id = t.id) AS used
  FROM document_type t`;

export const types = (db: Db): TypeRecord[] =>
  db.all(`${TYPE} WHERE t.deleted_at IS NULL ORDER BY t.ordinal, t.id`);
export const typeById = (db: Db, id: number): TypeRecord | undefined =>
  db.get(`${TYPE} WHERE t.id = ?`, [id]);
export const typeByCode = (db: Db, code: string): TypeRecord | undefined =>
  db.get(`${TYPE} WHERE t.code = ? AND t.deleted_at IS NULL`, [code]);
/** Another live type of a name. */
export const typeNamed = (db: Db, name: string, exceptId: number): boolean =>
  db.pluck<number>('SELECT count(*) FROM document_type WHERE name = ? AND id <> ? AND deleted_at IS NULL', [
    name,
    exceptId,
  ]) !== 0;

interface TypeFields {
  name: string;
  nameEn: string | null;
  symbol: string | null;
}
const FIELDS = ['name', 'nameEn', 'symbol'] as const;
export const insertType = (db: Db, row: TypeFields & { code: string }): number =>
  insertRecord(db, 'document_type', ['code', ...FIELDS], row);
export const updateType = (db: Db, row: TypeFields & { id: number; version: number }): boolean =>
  updateRecord(db, 'document_type', FIELDS, row);
export const setTypeDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'document_type', id, at);
export const trashedTypes = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM document_type WHERE deleted_at IS NOT NULL');

export interface RuleRecord {
  fromYear: number;
  perType: 0 | 1;
  pattern: string;
  insertions: 0 | 1;
}
const RULE = 'SELECT from_year AS fromYear, per_type AS perType, pattern, insertions FROM document_rule';
export const rules = (db: Db): RuleRecord[] => db.all(`${RULE} ORDER BY from_year DESC`);
/** The rule in force in a year; before the first one, the first. */
export const ruleOf = (db: Db, year: number): RuleRecord =>
  db.get(`${RULE} ORDER BY from_year <= @year DESC, iif(from_year <= @year, -from_year, from_year) LIMIT 1`, {
    year,
  })!;
export const setRule = (db: Db, rule: RuleRecord): void => {
  db.run(
    `INSERT INTO document_rule (from_year, per_type, pattern, insertions) VALUES (@fromYear, @perType, @pattern, @insertions)
     ON CONFLICT (from_year) DO UPDATE SET per_type = @perType, pattern = @pattern, insertions = @insertions`,
    { ...rule },
  );
};
export const dropRule = (db: Db, fromYear: number): boolean =>
  db.run('DELETE FROM document_rule WHERE from_year = ?', [fromYear]).changes === 1;
/** Outgoing papers with a number in the years from one up to another. */
export const numberedBetween = (db: Db, from: number, before: number): number =>
  db.pluck(
    `SELECT count(*) FROM document WHERE direction = 'out' AND number IS NOT NULL AND year >= ? AND year < ?`,
    [from, before],
  ) ?? 0;
