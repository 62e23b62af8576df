/** Job: everything in the store as one ZIP of open formats: workbooks, data files that can be read back, attached files. */
import { createHash } from 'node:crypto';
import { readStored } from '../db/fileVault';
import {
  type SheetColumn,
  type SheetData,
  type SheetRow,
  streamWorkbook,
  writeWorkbook,
} from '../documents/spreadsheets/workbook';
import { openZipFile, type ZipFile } from '../documents/zipFile';
import { safeFileName } from '../ipc/files';
import {
  CONTENTS_NAME,
  dataFile,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportContents,
  README_NAME,
  REST_SQL,
  readme,
  rowJson,
  TABLES_SQL,
} from '../modules/export/form';
import { isPrivateColumn, isSecretColumn } from '../modules/export/private';
import {
  atOneMoment,
  type Cell,
  type ExportTable,
  exportTables,
  keptFiles,
  namesIn,
  rowsOf,
  schemaSql,
  storeFacts,
} from '../modules/export/repository';
import { columnWord, GROUPS, isRead, isReadColumn, tableWords } from '../modules/export/words';
import type { JobTools } from './worker';

export interface ExportAllInput {
  /** Where the package is written; chosen by the file store. */
  path: string;
  dataDir: string;
  /** With the private columns. */
  complete: boolean;
  /** UTC instant. */
  at: string;
  appVersion: string;
}
export interface ExportedAll {
  tables: number;
  rows: number;
  files: number;
  /** Files that are lost or changed. */
  lost: number;
}

/** Rows of a table that get a sheet beside others; longer tables are streamed into a workbook of their own. */
const SHEET_ROWS = 5000;
const text = new TextEncoder();

export async function exportAllJob(input: ExportAllInput, tools: JobTools): Promise<ExportedAll> {
  const db = tools.db();
  return atOneMoment(db, async () => {
    const zip = openZipFile(input.path, new Date(input.at));
    try {
      return await new Export(input, tools, zip).run();
    } finally {
      zip.abandon();
    }
  });
}

class Export {
  private readonly tables: ExportTable[];
  private readonly names = new Map<string, Map<number, string> | undefined>();
  private readonly total: number;
  private done = 0;

  constructor(
    private readonly input: ExportAllInput,
    private readonly tools: JobTools,
    private readonly zip: ZipFile,
  ) {
    this.tables = exportTables(tools.db());
    const rows = this.tables.reduce((sum, table) => sum + table.rows, 0);
    this.total = rows * 2 + keptFiles(tools.db()).length;
  }

  async run(): Promise<ExportedAll> {
    const { input, tools } = this;
    const { schema, application, uid } = storeFacts(tools.db());
    const contents: ExportContents = {
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      madeAt: input.at,
      appVersion: input.appVersion,
      schemaVersion: schema,
      applicationId: application,
      storeUid: uid,
      complete: input.complete,
      leftOut: input.complete ? [] : this.leftOut(),
      tables: this.tables.map((table) => this.writeData(table)),
      files: this.writeFiles(),
    };
    await this.writeWorkbooks();
    const sql = schemaSql(tools.db());
    this.zip.add(TABLES_SQL, text.encode(`${sql.tables.join(';\n')};\n`));
    this.zip.add(REST_SQL, text.encode(`${sql.rest.join(';\n')};\n`));
    this.zip.add(CONTENTS_NAME, text.encode(`${JSON.stringify(contents, null, 1)}\n`));
    this.zip.add(README_NAME, text.encode(`\ufeff${readme(contents)}`));
    this.zip.close();
    return {
      tables: contents.tables.length,
      rows: contents.tables.reduce((sum, table) => sum + table.rows, 0),
      files: contents.files.length,
      lost: contents.files.filter(({ state }) => state !== 'whole').length,
    };
  }

  private leftOut(): string[] {
    return this.tables.flatMap(({ name, columns }) =>
      columns
        .filter((column) => isPrivateColumn(name, column.name))
        .map((column) => `${name}.${column.name}`),
    );
  }

  private step(by: number, label: string): void {
    this.done += by;
    this.tools.progress(Math.min(this.done, this.total), this.total, label);
  }

  /** Rows with the private columns emptied where they are not asked for. */
  private *rows(table: ExportTable): Generator<Cell[]> {
    const emptied = ({ name }: { name: string }) =>
      isSecretColumn(table.name, name) || (!this.input.complete && isPrivateColumn(table.name, name));
    const hidden = table.columns.flatMap((column, at) => (emptied(column) ? [at] : []));
    for (const cells of rowsOf(this.tools.db(), table)) {
      for (const at of hidden) cells[at] = null;
      yield cells;
    }
  }

  private writeData(table: ExportTable): ExportContents['tables'][number] {
    const file = dataFile(table.name);
    const hash = createHash('sha256');
    const entry = this.zip.entry(file);
    let kept: string[] = ['['];
    let rows = 0;
    const flush = () => {
      const bytes = text.encode(kept.join(''));
      hash.update(bytes);
      entry.push(bytes);
      kept = [];
    };
    for (const cells of this.rows(table)) {
      kept.push(`${rows === 0 ? '\n' : ',\n'}${rowJson(table, cells)}`);
      rows += 1;
      if (kept.length < 500) continue;
      flush();
      this.step(500, 'reading');
    }
    this.step(rows % 500, 'reading');
    kept.push('\n]\n');
    flush();
    entry.end();
    const { title } = tableWords(table.name);
    const columns = table.columns.map(({ name, type, key }) => ({ name, type, key }));
    return { name: table.name, title, file, rows, sha256: hash.digest('hex'), columns };
  }

  private writeFiles(): ExportContents['files'] {
    return keptFiles(this.tools.db()).map(({ hash, size, name }) => {
      const bytes = readStored(this.input.dataDir, hash);
      const file = `tep/${hash.slice(0, 12)} ${safeFileName(name ?? 'tep')}`;
      if (bytes instanceof Uint8Array) this.zip.add(file, bytes);
      this.step(1, 'files');
      return { hash, size, file, state: bytes instanceof Uint8Array ? ('whole' as const) : bytes };
    });
  }

  private async writeWorkbooks(): Promise<void> {
    const read = this.tables.filter((table) => table.rows > 0 && isRead(table.name));
    for (const [at, group] of GROUPS.entries()) {
      const mine = read.filter((table) => tableWords(table.name).group === group);
      const place = `bang-tinh/${String(at + 1).padStart(2, '0')} ${group}`;
      const sheets = mine.filter((table) => table.rows <= SHEET_ROWS).map((table) => this.sheet(table));
      if (sheets.length > 0) this.zip.add(`${place}.xlsx`, await writeWorkbook({ sheets }));
      for (const table of mine)
        if (table.rows > SHEET_ROWS)
          await this.writeLong(`${place} - ${tableWords(table.name).title}.xlsx`, table);
    }
  }

  private sheet(table: ExportTable): SheetData {
    const { columns, read } = this.shown(table);
    const rows: SheetRow[] = [];
    for (const cells of this.rows(table)) rows.push(read(cells));
    this.step(rows.length, 'writing');
    const { title } = tableWords(table.name);
    return { name: title, columns, rows };
  }

  private async writeLong(name: string, table: ExportTable): Promise<void> {
    const { columns, read } = this.shown(table);
    const rows = this.rows(table);
    const step = () => this.step(1000, 'writing');
    function* sheetRows(): Generator<SheetRow> {
      let count = 0;
      for (const cells of rows) {
        yield read(cells);
        count += 1;
        if (count % 1000 === 0) step();
      }
    }
    const stream = streamWorkbook({ name: tableWords(table.name).title, columns }, sheetRows());
    const entry = this.zip.entry(name);
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) entry.push(part.value);
    entry.end();
  }

  /** The columns a reader sees; beside a number that names another record stands that record's name. */
  private shown(table: ExportTable): { columns: SheetColumn[]; read(cells: readonly Cell[]): SheetRow } {
    const parts = table.columns.flatMap((column, at) => {
      if (!isReadColumn(table.name, column.name)) return [];
      const title = columnWord(column.name);
      const value = { key: column.name, title, at, names: undefined as Map<number, string> | undefined };
      const names = column.refers === null ? undefined : this.namesOf(column.refers);
      if (!names) return [value];
      return [value, { ...value, key: `${column.name}:name`, title: nameTitle(title), names }];
    });
    const columns = parts.map(({ key, title, at, names }): SheetColumn => {
      const type = table.columns[at]?.type;
      const whole = names === undefined && (type === 'INTEGER' || type === 'REAL');
      return {
        key,
        title,
        type: whole ? 'number' : 'text',
        width: names ? 28 : Math.min(40, title.length + 8),
      };
    });
    const read = (cells: readonly Cell[]): SheetRow =>
      Object.fromEntries(
        parts.map(({ key, at, names }) => {
          const cell = cells[at] ?? null;
          const plain = typeof cell === 'bigint' ? Number(cell) : Buffer.isBuffer(cell) ? null : cell;
          return [key, names ? (names.get(Number(plain)) ?? null) : plain];
        }),
      );
    return { columns, read };
  }

  private namesOf(table: string): Map<number, string> | undefined {
    if (!this.names.has(table)) {
      const target = this.tables.find(({ name }) => name === table);
      this.names.set(table, target && namesIn(this.tools.db(), target));
    }
    return this.names.get(table);
  }
}

/** "Số khoa, phòng" → "Khoa, phòng (tên)". */
function nameTitle(title: string): string {
  const plain = title.replace(/^Số /, '');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)} (tên)`;
}
