/** SQL of certificate printing: choices, the emblem, printer adjustments, the print log. */
import type { RecipientKind } from '../../../shared/domain/awards';
import type { Db } from '../../db/database';
import { insertRecord, updateRecord } from '../../db/records';
import { setDeletedAt } from '../../db/trash';

export interface Settings {
  national: 0 | 1;
  code: 0 | 1;
  /** What a certificate given again is numbered with. */
  reissue: 'new' | 'same';
  version: number;
}
export const settings = (db: Db): Settings =>
  db.get<Settings>('SELECT national, code, reissue, version FROM certificate_setting WHERE id = 1') ?? {
    national: 1,
    code: 0,
    reissue: 'new',
    version: 1,
  };

/** Returns false when the version is stale. */
export const saveSettings = (db: Db, row: Settings): boolean =>
  db.run(
    `UPDATE certificate_setting SET national = @national, code = @code, reissue = @reissue, version = version + 1
     WHERE id = 1 AND version = @version`,
    { ...row },
  ).changes === 1;

/** Choices of a decision, or of the unit for every decision (0). */
export const layoutChoices = (db: Db, decisionId: number): { kind: RecipientKind; layoutId: string }[] =>
  db.all('SELECT kind, layout_id AS layoutId FROM certificate_layout WHERE decision_id = ?', [decisionId]);

export const setLayoutChoice = (
  db: Db,
  decisionId: number,
  kind: RecipientKind,
  layoutId: string | null,
): void => {
  if (layoutId === null)
    db.run('DELETE FROM certificate_layout WHERE decision_id = ? AND kind = ?', [decisionId, kind]);
  else
    db.run('INSERT OR REPLACE INTO certificate_layout (decision_id, kind, layout_id) VALUES (?, ?, ?)', [
      decisionId,
      kind,
      layoutId,
    ]);
};

const paperKey = (paper: string, eventId: number | null): string =>
  eventId === null ? `layout.${paper}` : `layout.${paper}.${eventId}`;

/** The layout chosen for a paper that is not a certificate of merit. */
export const paperLayout = (db: Db, paper: string, eventId: number | null): string | null =>
  db.pluck<string>('SELECT value FROM setting WHERE key = ?', [paperKey(paper, eventId)]) ?? null;

export const setPaperLayout = (
  db: Db,
  paper: string,
  eventId: number | null,
  layoutId: string | null,
): void => {
  const key = paperKey(paper, eventId);
  if (layoutId === null) db.run('DELETE FROM setting WHERE key = ?', [key]);
  else db.run('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)', [key, layoutId]);
};

export interface ImageRow {
  id: number;
  name: string;
  mime: string;
  width: number;
  height: number;
  bytes: Uint8Array;
}
export const currentImage = (db: Db, field: string): ImageRow | undefined =>
  db.get(
    'SELECT id, name, mime, width, height, bytes FROM certificate_image WHERE field = ? AND current = 1',
    [field],
  );

export const imageExists = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM certificate_image WHERE id = ?', [id]) === 1;

export const insertImage = (db: Db, field: string, row: Omit<ImageRow, 'id'>, now: string): number =>
  db.run(
    `INSERT INTO certificate_image (field, name, mime, width, height, bytes, current, created_at)
     VALUES (@field, @name, @mime, @width, @height, @bytes, 0, @now)`,
    { ...row, bytes: Buffer.from(row.bytes), field, now },
  ).lastInsertRowid;

/** Makes one picture of a field the one in force, or none. */
export const setCurrentImage = (db: Db, field: string, id: number | null): void => {
  db.run('UPDATE certificate_image SET current = 0 WHERE field = ? AND current = 1', [field]);
  if (id !== null) db.run('UPDATE certificate_image SET current = 1 WHERE id = ? AND field = ?', [id, field]);
};

export interface PrinterRow {
  id: number;
  version: number;
  name: string;
  dx: number;
  dy: number;
  scale: number;
  printer: string | null;
  tray: string | null;
  blankId: number | null;
}
const PRINTER = 'id, version, name, dx, dy, scale, printer, tray, blank_id AS blankId';
export const printers = (db: Db): PrinterRow[] =>
  db.all(`SELECT ${PRINTER} FROM certificate_printer WHERE deleted_at IS NULL ORDER BY name, id`);
export const printerById = (db: Db, id: number): PrinterRow | undefined =>
  db.get(`SELECT ${PRINTER} FROM certificate_printer WHERE id = ? AND deleted_at IS NULL`, [id]);
const WRITTEN = [
  'name',
  'dx',
  'dy',
  'scale',
  'printer',
  'tray',
  'blankId',
] as const satisfies readonly (keyof PrinterRow)[];
export const insertPrinter = (db: Db, row: Omit<PrinterRow, 'id' | 'version'>, now: string): number =>
  insertRecord(db, 'certificate_printer', WRITTEN, row, now);
export const updatePrinter = (db: Db, row: PrinterRow): boolean =>
  updateRecord(db, 'certificate_printer', WRITTEN, row);
export const setPrinterDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'certificate_printer', id, at);
export const trashedPrinters = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, name AS label, deleted_at AS deletedAt FROM certificate_printer WHERE deleted_at IS NOT NULL',
  );

export interface NewRun {
  decisionId: number;
  at: string;
  actor: string;
  mode: 'full' | 'blank';
  output: 'one' | 'each';
  printerId: number | null;
  blankId: number | null;
  overflows: number;
  /** Why it was printed again. */
  cause: string | null;
}
export const insertRun = (db: Db, row: NewRun): number =>
  db.run(
    `INSERT INTO certificate_run (decision_id, at, actor, mode, output, printer_id, blank_id, overflows, cause)
     VALUES (@decisionId, @at, @actor, @mode, @output, @printerId, @blankId, @overflows, @cause)`,
    { ...row },
  ).lastInsertRowid;
export const insertPrint = (
  db: Db,
  row: {
    runId: number;
    recipientId: number;
    register: string | null;
    name: string;
    layoutId: string | null;
    layoutName: string | null;
    layoutVersion: number | null;
    layoutHash: string | null;
    certificateId: number | null;
  },
): void => {
  db.run(
    `INSERT INTO certificate_print (run_id, recipient_id, register, name, layout_id, layout_name, layout_version,
       layout_hash, certificate_id)
     VALUES (@runId, @recipientId, @register, @name, @layoutId, @layoutName, @layoutVersion, @layoutHash, @certificateId)`,
    row,
  );
};

export interface RunRow extends Omit<NewRun, 'blankId' | 'printerId'> {
  id: number;
  printer: string | null;
  blank: string | null;
  number: string | null;
  pages: number;
}
/** The print log, the latest first. */
export const runs = (db: Db, decisionId: number | null, limit: number): RunRow[] =>
  db.all(
    `SELECT u.id, u.decision_id AS decisionId, d.number, u.at, u.actor, u.mode, u.output, u.overflows, u.cause,
       (SELECT x.name FROM certificate_printer x WHERE x.id = u.printer_id) AS printer,
       (SELECT x.name FROM certificate_blank x WHERE x.id = u.blank_id) AS blank, (SELECT count(*) FROM certificate_print p WHERE p.run_id = u.id) AS pages
     FROM certificate_run u JOIN award_decision_live d ON d.id = u.decision_id
     WHERE (@decisionId IS NULL OR u.decision_id = @decisionId) ORDER BY u.id DESC LIMIT @limit`,
    { decisionId, limit },
  );
export const printedNames = (
  db: Db,
  runId: number,
  limit: number,
): { register: string | null; name: string }[] =>
  db.all(
    'SELECT register, name FROM certificate_print WHERE run_id = ? ORDER BY register, recipient_id LIMIT ?',
    [runId, limit],
  );

/** Layouts of a run with the versions that were printed. */
export const printedLayouts = (db: Db, runId: number): { name: string; number: number }[] =>
  db.all(
    `SELECT DISTINCT layout_name AS name, layout_version AS number FROM certificate_print
     WHERE run_id = ? AND layout_id IS NOT NULL ORDER BY name`,
    [runId],
  );

export interface PrintableRow {
  decisionId: number;
  number: string | null;
  decidedOn: string | null;
  status: 'draft' | 'issued';
  form: string;
  formEn: string | null;
  occasion: string | null;
  awardYear: number;
  recipients: number;
  printed: number;
  lastPrintedAt: string | null;
}
/** The unit's own decisions that name somebody, the latest first. */
export const printable = (db: Db, year: number | null): PrintableRow[] =>
  db.all(
    `SELECT d.id AS decisionId, d.number, d.decided_on AS decidedOn, d.status,
       coalesce(json_extract(d.snapshot, '$.form'), f.name) AS form,
       CASE WHEN d.snapshot IS NULL THEN f.name_en ELSE json_extract(d.snapshot, '$.formEn') END AS formEn,
       d.occasion, d.award_year AS awardYear, sum(r.withdrawn_on IS NULL) AS recipients,
       sum(EXISTS (SELECT 1 FROM certificate c JOIN certificate_print p ON p.certificate_id = c.id
         WHERE c.recipient_uid = r.uid AND c.voided_on IS NULL)) AS printed,
       (SELECT max(at) FROM certificate_run u WHERE u.decision_id = d.id) AS lastPrintedAt
     FROM award_decision_live d JOIN award_form f ON f.id = d.form_id JOIN award_recipient r ON r.decision_id = d.id
     WHERE d.level = 'unit' AND (@year IS NULL OR substr(d.first_day, 1, 4) = @year)
     GROUP BY d.id ORDER BY d.first_day DESC, d.id DESC`,
    { year: year === null ? null : String(year) },
  );
