/** SQL of blanks and their scans. */
import type { Db } from '../../db/database';
import { setDeletedAt } from '../../db/trash';

export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
  turn: number;
  corners: { x: number; y: number }[] | null;
}

export interface BlankFields {
  name: string;
  w: number;
  h: number;
  scan: string | null;
  place: Place;
  off: string[];
  layouts: string[];
}

export interface Blank extends BlankFields {
  id: number;
  version: number;
  lastPrinterId: number | null;
}

type Row = Omit<Blank, 'place' | 'off' | 'layouts'> & { place: string; off: string; layouts: string };

const BLANK = `SELECT b.id, b.version, b.name, b.w, b.h, b.scan, b.place, b.off, b.layouts,
  (SELECT p.id FROM certificate_run u JOIN certificate_printer p ON p.id = u.printer_id AND p.deleted_at IS NULL
   WHERE u.blank_id = b.id ORDER BY u.id DESC LIMIT 1) AS lastPrinterId
  FROM certificate_blank b WHERE b.deleted_at IS NULL`;

/** Places kept before photos could be straightened name no corners. */
function readPlace(text: string): Place {
  const place = JSON.parse(text) as Omit<Place, 'corners'> & Partial<Place>;
  return { ...place, corners: place.corners ?? null };
}

const read = (row: Row): Blank => ({
  ...row,
  place: readPlace(row.place),
  off: JSON.parse(row.off) as string[],
  layouts: JSON.parse(row.layouts) as string[],
});
const written = (fields: BlankFields) => ({
  name: fields.name,
  w: fields.w,
  h: fields.h,
  scan: fields.scan,
  place: JSON.stringify(fields.place),
  off: JSON.stringify(fields.off),
  layouts: JSON.stringify(fields.layouts),
});

export const blanks = (db: Db): Blank[] => db.all<Row>(`${BLANK} ORDER BY b.name, b.id`).map(read);

export function blankById(db: Db, id: number): Blank | undefined {
  const row = db.get<Row>(`${BLANK} AND b.id = ?`, [id]);
  return row && read(row);
}

export const insertBlank = (db: Db, fields: BlankFields, now: string): number =>
  db.run(
    `INSERT INTO certificate_blank (name, w, h, scan, place, off, layouts, created_at)
     VALUES (@name, @w, @h, @scan, @place, @off, @layouts, @now)`,
    { ...written(fields), now },
  ).lastInsertRowid;

/** Returns false when the version is stale. */
export const updateBlank = (db: Db, id: number, version: number, fields: BlankFields): boolean =>
  db.run(
    `UPDATE certificate_blank SET name = @name, w = @w, h = @h, scan = @scan, place = @place, off = @off,
       layouts = @layouts, version = version + 1
     WHERE id = @id AND version = @version AND deleted_at IS NULL`,
    { ...written(fields), id, version },
  ).changes === 1;

export const setBlankDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'certificate_blank', id, at);

export const trashedBlanks = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM certificate_blank WHERE deleted_at IS NOT NULL',
  );

export interface Scan {
  mime: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}
export const scanByHash = (db: Db, hash: string): Scan | undefined =>
  db.get('SELECT mime, width, height, bytes FROM certificate_scan WHERE hash = ?', [hash]);
export const hasScan = (db: Db, hash: string): boolean =>
  db.pluck('SELECT 1 FROM certificate_scan WHERE hash = ?', [hash]) === 1;
export const insertScan = (db: Db, hash: string, scan: Scan, now: string): void => {
  db.run(
    `INSERT INTO certificate_scan (hash, mime, width, height, bytes, created_at)
     VALUES (@hash, @mime, @width, @height, @bytes, @now) ON CONFLICT (hash) DO NOTHING`,
    { ...scan, bytes: Buffer.from(scan.bytes), hash, now },
  );
};
