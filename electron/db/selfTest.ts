/** The store looked at whole: every page, every key, every object of the schema. Reads only. */
import type Database from 'better-sqlite3';
import { SCHEMA_VERSION, schemaDrift } from './migrate';

export interface StoreChecked {
  store: { problems: number; cause: string; pages: number; bytes: number };
  schema: { version: number; drift: boolean };
}

const pragma = (raw: Database.Database, name: string): number => raw.pragma(name, { simple: true }) as number;

/** `cause` is a code: 'none', 'pages' when pages or indices do not fit, 'keys' when rows point nowhere. */
export function checkStoreDeeply(raw: Database.Database): StoreChecked {
  const found = (raw.pragma('integrity_check(20)') as { integrity_check: string }[]).filter(
    (row) => row.integrity_check !== 'ok',
  ).length;
  const keys = (raw.pragma('foreign_key_check') as unknown[]).length;
  const version = pragma(raw, 'user_version');
  const pages = pragma(raw, 'page_count');
  return {
    store: {
      problems: found + keys,
      cause: found > 0 ? 'pages' : keys > 0 ? 'keys' : 'none',
      pages,
      bytes: pages * pragma(raw, 'page_size'),
    },
    schema: { version, drift: version !== SCHEMA_VERSION || schemaDrift(raw) !== undefined },
  };
}
