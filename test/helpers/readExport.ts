/** Reads an export of everything as anybody could: by its list of contents and the form it documents. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import type { ExportContents } from '../../electron/modules/export/form';
import { STORE } from './store';

export interface ReadExport {
  contents: ExportContents;
  entries: Record<string, Uint8Array>;
  text(name: string): string;
}

export function readExport(bytes: Uint8Array): ReadExport {
  const entries = unzipSync(bytes);
  const text = (name: string) => Buffer.from(entries[name] ?? []).toString('utf8');
  return { entries, text, contents: JSON.parse(text('muc-luc.json')) as ExportContents };
}

type Held = string | number | null | { base64?: string; integer?: string; real?: string };

function value(cell: Held, type: string): string | number | bigint | Buffer | null {
  if (typeof cell === 'number') return type === 'INTEGER' || type === 'INT' ? BigInt(cell) : cell;
  if (typeof cell !== 'object' || cell === null) return cell;
  if (cell.base64 !== undefined) return Buffer.from(cell.base64, 'base64');
  return cell.integer !== undefined ? BigInt(cell.integer) : Number(cell.real);
}

/** Makes a data folder of an export; throws when a data file is not what the list of contents says. */
export function rebuildStore({ contents, entries, text }: ReadExport, dir: string): void {
  const db = new Database(join(dir, STORE));
  db.pragma('foreign_keys = OFF');
  db.exec(text('cau-truc-1-bang.sql'));
  for (const table of contents.tables) {
    const held = text(table.file);
    if (createHash('sha256').update(held).digest('hex') !== table.sha256)
      throw new Error(`${table.file} differs`);
    const names = table.columns.map(({ name }) => `"${name}"`);
    db.exec(`DELETE FROM "${table.name}"`);
    const insert = db.prepare(
      `INSERT INTO "${table.name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    const rows = JSON.parse(held) as Record<string, Held>[];
    db.transaction(() => {
      for (const row of rows)
        insert.run(...table.columns.map(({ name, type }) => value(row[name] ?? null, type)));
    })();
  }
  db.exec(text('cau-truc-2-con-lai.sql'));
  db.exec("INSERT INTO extra_search (extra_search) VALUES ('rebuild')");
  db.pragma(`user_version = ${contents.schemaVersion}`);
  db.pragma(`application_id = ${contents.applicationId}`);
  db.close();
  for (const { hash, file } of contents.files) {
    const path = join(dir, 'files', hash.slice(0, 2), hash);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, entries[file] ?? new Uint8Array());
  }
}
