/**
 * Bringing an office's own list into the register: open (reads the file once), preview (every row is new, changed,
 * same or suspect, with the reason), decide the suspects, commit (all or nothing), undo.
 */
import { z } from 'zod';
import { IMPORT_FIELDS } from '../domain/import/fields';
import { id, paging } from './fields';
import { access, command, job, type Operations, query } from './kernel';

export const IMPORT_VERDICTS = ['new', 'changed', 'same', 'suspect'] as const;
export const IMPORT_DECISIONS = ['undecided', 'add', 'merge', 'skip'] as const;

const importId = id;
const note = z.object({
  field: z.string(),
  /** zero-restored, tcvn3, vni, year-only, spaced-digits, from-section … */
  kind: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const reason = z.object({
  /** Key under members.import.reasons. */
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const column = z.object({
  index: z.number(),
  /** Header as it stands in the file. */
  header: z.string(),
  samples: z.array(z.string()),
  /** Guessed or chosen field; null is ignored. */
  field: z.enum(IMPORT_FIELDS).nullable(),
  /** 0…1. */
  confidence: z.number(),
  reason: z.string().nullable(),
  encoding: z.enum(['unicode', 'tcvn3', 'vni']),
  /** The running number (STT); never a field by itself. */
  isRowNumber: z.boolean(),
});

const importRow = z.object({
  line: z.number(),
  verdict: z.enum(IMPORT_VERDICTS),
  reason: reason.nullable(),
  decision: z.enum(IMPORT_DECISIONS),
  /** Values as they will be written. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** What a changed row changes. */
  changes: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  notes: z.array(note),
  /** Cells that could not be read. */
  problems: z.array(z.object({ field: z.string(), code: z.string(), value: z.string() })),
  /** Who it may be. */
  candidates: z.array(
    z.object({
      memberId: id.nullable(),
      line: z.number().nullable(),
      fullName: z.string(),
      birthDate: z.string().nullable(),
      department: z.string().nullable(),
      cardNo: z.string().nullable(),
    }),
  ),
  /** The chosen or matched member. */
  memberId: id.nullable(),
});

/** The sum always adds up: rows = created + updated + same + merged + skipped. */
const sums = z.object({
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  same: z.number(),
  merged: z.number(),
  skipped: z.number(),
  departmentsCreated: z.number(),
  groupsCreated: z.number(),
});

export const memberImport = {
  'members.importOpen': job({
    input: z.strictObject({
      token: z.string().max(100),
      sheet: z.int().min(0).max(500).nullable().default(null),
    }),
    output: z.object({
      importId,
      fileName: z.string(),
      sheets: z.array(z.object({ name: z.string(), rows: z.number() })),
      sheet: z.number(),
      headerLine: z.number(),
      people: z.number(),
      columns: z.array(column),
      notes: z.array(
        z.object({ kind: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
    }),
    errors: [
      'FILE_TOKEN_UNKNOWN',
      'FILE_EMPTY',
      'FILE_ENCRYPTED',
      'FILE_BROKEN',
      'FILE_TOO_LARGE',
      'FILE_NOT_TABLE',
      'FILE_NO_PEOPLE',
      'CANCELLED',
    ],
    access: access.editors,
    doc: 'Reads a list (XLSX, XLS, ODS, CSV, HTML named .xls) once and shows the mapping it guessed. Writes nothing to the register.',
  }),
  'members.importPreview': job({
    input: z.strictObject({
      importId,
      /** Chosen field for each column index; null ignores the column. */
      mapping: z
        .array(z.strictObject({ index: z.int().min(0).max(20_000), field: z.enum(IMPORT_FIELDS).nullable() }))
        .max(2000),
    }),
    output: z.object({
      total: z.number(),
      counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), suspect: z.number() }),
      undecided: z.number(),
      newDepartments: z.array(z.string()),
      newGroups: z.array(z.string()),
    }),
    errors: ['IMPORT_NOT_READY', 'FILE_NO_PEOPLE', 'CANCELLED'],
    access: access.editors,
    doc: 'Judges every row against the register by card, then ID, then whole name with full birth date; name alone never merges.',
  }),
  'members.importRows': query({
    input: z.strictObject({
      importId,
      /** null shows all; 'attention' shows suspects and rows with unreadable cells first. */
      show: z
        .enum([...IMPORT_VERDICTS, 'attention'])
        .nullable()
        .default(null),
      ...paging,
    }),
    output: z.object({ total: z.number(), rows: z.array(importRow) }),
    errors: ['IMPORT_NOT_READY'],
    access: { roles: access.editors.roles, sensitive: ['identity', 'politics'] },
    doc: 'Rows of a preview.',
  }),
  'members.importDecide': command({
    input: z.strictObject({
      importId,
      lines: z.array(z.int().positive()).min(1).max(100_000),
      decision: z.enum(['add', 'merge', 'skip']),
      memberId: id.nullable().default(null),
    }),
    output: z.object({ undecided: z.number() }),
    errors: ['IMPORT_NOT_READY', 'NOT_FOUND'],
    access: access.editors,
    doc: 'Settles suspect rows: add as another person, merge into a member (or the earlier row of the file), or skip.',
  }),
  'members.importCommit': job({
    input: z.strictObject({ importId }),
    output: z.object({ importId, sums }),
    errors: [
      'IMPORT_NOT_READY',
      'IMPORT_UNDECIDED',
      'IMPORT_STALE',
      'BACKUP_FAILED',
      'CANCELLED',
      'DISK_FULL',
    ],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Writes the whole list after a verified copy of the store, all or nothing; the sum adds up to the rows read.',
  }),
  'members.importUndo': command({
    input: z.strictObject({ importId }),
    output: z.object({ removed: z.number(), reverted: z.number(), kept: z.number() }),
    errors: ['NOT_FOUND', 'IMPORT_UNDO_BLOCKED'],
    touches: ['members', 'organisation'],
    access: access.editors,
    doc: 'Takes one import back: added people leave, changed ones get their former values; those edited or used since are kept and counted.',
  }),
  'members.importDiscard': command({
    input: z.strictObject({ importId }),
    output: z.object({ discarded: z.boolean() }),
    errors: ['IMPORT_NOT_READY'],
    access: access.editors,
    doc: 'Drops a preview that was not written.',
  }),
  'members.importHistory': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          importId,
          fileName: z.string(),
          at: z.string(),
          state: z.enum(['committed', 'undone']),
          sums,
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Imports written so far, newest first.',
  }),
} satisfies Operations;
