/** Builds SQL with dynamic conditions. Kysely only compiles here; better-sqlite3 runs the result synchronously. */
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Db } from './database';

/** A query builder that never connects. `T` describes the tables. */
export function queryBuilder<T>(): Kysely<T> {
  return new Kysely<T>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** Runs a built query of one column. */
export function queryColumn<T>(db: Db, query: Compilable<unknown>): T[] {
  const { sql, parameters } = query.compile();
  return db.column<T>(sql, parameters as unknown[]);
}

/** Runs a built query on the store. */
export function runQuery<T>(db: Db, query: Compilable<T>): T[] {
  const { sql, parameters } = query.compile();
  return db.all<T>(sql, parameters as unknown[]);
}
