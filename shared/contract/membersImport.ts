/**
 * Bringing an office's own list into the register: open (reads the file once), preview (every row is new, changed,
 * same or suspect, with the reason), decide the suspects, commit (all or nothing), undo.
 */
import { z } from 'zod';
import { IMPORT_FIELDS } from '../domain/import/fields';
import { TEXT_ENCODINGS } from '../text/legacy/detect';
import { id, paging, requiredText, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

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

/** A field of the register or, as `extra:ID`, one of the unit's own. */
const field = z.union([z.enum(IMPORT_FIELDS), z.string().regex(/^extra:\d{1,9}$/)]);
const encoding = z.enum(TEXT_ENCODINGS);
const dateOrder = z.enum(['dmy', 'mdy']);
const details = z.record(z.string(), z.union([z.string(), z.number()]));

const column = z.object({
  index: z.number(),
  /** Excel's letter of the column. */
  letter: z.string(),
  /** Header as it stands in the file, in Unicode. */
  header: z.string(),
  samples: z.array(z.string()),
  /** Guessed, remembered or chosen field; null is ignored. */
  field: field.nullable(),
  /** 0…1. */
  confidence: z.number(),
  reason: z.string().nullable(),
  encoding,
  /** One telling value as each encoding reads it; empty when the column has no letters to tell by. */
  readings: z.array(z.object({ encoding, text: z.string() })),
  /** How written dates are read; null for a column without any. */
  dates: z
    .object({
      order: dateOrder,
      /** agree: some value tells and none contradicts; none: every value can be read both ways; disagree: both orders stand in the column. */
      evidence: z.enum(['agree', 'none', 'disagree']),
      sample: z.string(),
      /** The sample read day first and month first, ISO; null where there is no such day. */
      dmy: z.string().nullable(),
      mdy: z.string().nullable(),
    })
    .nullable(),
  /** The running number (STT); never a field by itself. */
  isRowNumber: z.boolean(),
  /** The field it would be, were its group of sensitive fields switched on. */
  off: z.string().nullable(),
});

/** Lists with the same headers share one mapping. */
const layout = z.object({
  layout: z.number(),
  columns: z.array(column),
  /** The mapping that was recalled for it. */
  remembered: z
    .object({ id, name: z.string(), usedAt: z.string(), exact: z.boolean(), columns: z.number() })
    .nullable(),
});

const table = z.object({
  table: z.number(),
  sheet: z.string(),
  hidden: z.boolean(),
  headerLine: z.number(),
  people: z.number(),
  /** Department or group that its people belong to by the title above it or the name of the sheet. */
  title: z.string().nullable(),
  layout: z.number(),
  chosen: z.boolean(),
  why: z.enum(['main', 'same-sheet', 'same-columns', 'other-columns', 'hidden', 'repeats']),
});

const importRow = z.object({
  /** Number of the row: its line in the file, plus PART_LINES for each further sheet. */
  line: z.number(),
  /** Sheet, where rows come from several. */
  sheet: z.string().nullable(),
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
      /** Sheet of the earlier row, where rows come from several. */
      sheet: z.string().nullable(),
      fullName: z.string(),
      birthDate: z.string().nullable(),
      department: z.string().nullable(),
      cardNo: z.string().nullable(),
    }),
  ),
  /** The chosen or matched member. */
  memberId: id.nullable(),
  /** Name of that member, where the row itself names nobody. */
  who: z.string().nullable(),
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
      /** Read only this sheet; null looks at all of them. */
      sheet: z.int().min(0).max(500).nullable().default(null),
      /** False guesses every column afresh, though the shape of the file is known. */
      recall: z.boolean().default(true),
    }),
    output: z.object({
      importId,
      fileName: z.string(),
      sheets: z.array(z.object({ name: z.string(), rows: z.number() })),
      headerLine: z.number(),
      /** Rows with a name in the chosen lists. */
      people: z.number(),
      /** Columns of the main list, which is layout 0. */
      columns: z.array(column),
      layouts: z.array(layout),
      tables: z.array(table),
      /** The unit's own fields that a column may be set to. */
      extraFields: z.array(z.object({ field: z.string(), label: z.string() })),
      /** Fields switched off: no column can be set to them. */
      offFields: z.array(z.string()),
      notes: z.array(z.object({ kind: z.string(), details })),
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
        .array(
          z.strictObject({
            layout: z.int().min(0).max(500).default(0),
            index: z.int().min(0).max(20_000),
            field: field.nullable(),
            encoding: encoding.optional(),
            dateOrder: dateOrder.optional(),
          }),
        )
        .max(4000),
      /** The lists to read; null reads those proposed. */
      tables: z.array(z.int().min(0).max(10_000)).max(1000).nullable().default(null),
      /** False for a supplementary file: people who are not in the register yet are skipped. */
      addPeople: z.boolean().default(true),
    }),
    output: z.object({
      total: z.number(),
      counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), suspect: z.number() }),
      undecided: z.number(),
      newDepartments: z.array(z.string()),
      newGroups: z.array(z.string()),
      /** How often values were understood other than as they stand, by field and kind. */
      remarks: z.array(z.object({ field: z.string(), kind: z.string(), count: z.number() })),
      /** Suspect rows with exactly one person they can be. */
      oneCandidate: z.number(),
    }),
    errors: ['IMPORT_NOT_READY', 'FILE_NO_PEOPLE', 'FIELD_OFF', 'CANCELLED'],
    access: access.editors,
    doc: 'Judges every row against the register by card, then ID, then whole name with full birth date; name alone never merges. A list without names finds people by card, ID or phone number and adds nobody.',
  }),
  'members.importRows': query({
    input: z.strictObject({
      importId,
      /** null shows all; 'attention' shows suspects and rows with unreadable cells; 'remarked' those with a remark. */
      show: z
        .enum([...IMPORT_VERDICTS, 'attention', 'remarked'])
        .nullable()
        .default(null),
      /** Only rows with a remark of this kind. */
      remark: z.string().max(40).nullable().default(null),
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
      /** 'one' is every undecided row with exactly one person it can be, 'open' every undecided row. */
      lines: z.union([z.array(z.int().positive()).min(1).max(100_000), z.enum(['one', 'open'])]),
      decision: z.enum(['add', 'merge', 'skip']),
      memberId: id.nullable().default(null),
    }),
    output: z.object({ undecided: z.number(), oneCandidate: z.number() }),
    errors: ['IMPORT_NOT_READY', 'IMPORT_NAMELESS', 'NOT_FOUND'],
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
    doc: 'Takes one import back, even after later edits: added people leave, changed fields get their former values; what was edited or used since stays.',
  }),
  'members.importUndoPreview': query({
    input: z.strictObject({ importId, ...paging }),
    output: z.object({
      removed: z.number(),
      reverted: z.number(),
      kept: z.number(),
      /** People of whom something stays, with the reason. */
      rows: z.array(
        z.object({
          memberId: id,
          fullName: z.string(),
          department: z.string().nullable(),
          added: z.boolean(),
          /** edited, used, moved, trashed, gone. */
          reasons: z.array(
            z.object({ code: z.string(), fields: z.array(z.string()), at: z.string().nullable() }),
          ),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
    access: access.editors,
    doc: 'What taking an import back would remove, give back and leave, and why it stays.',
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
          actor: z.string().nullable(),
          /** interrupted: the program ended while it was written, the register is as before; stuck: its people could not be cleared away and stay hidden. */
          state: z.enum(['committed', 'undone', 'interrupted', 'stuck']),
          sums,
          /** Members it added that are still in the register. */
          present: z.number(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Imports written or interrupted so far, newest first.',
  }),
  'members.importMappings': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          version,
          name: z.string(),
          headers: z.array(z.string()),
          columns: z.number(),
          usedAt: z.string(),
          usedCount: z.number(),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Mappings remembered from lists that were written, the last used first.',
  }),
  'members.renameImportMapping': command({
    input: z.strictObject({ id, version, name: requiredText(120) }),
    output: z.object({ id, version }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['members'],
    access: access.editors,
    doc: 'Gives a remembered mapping another name.',
  }),
  ...trashing(
    { trash: 'members.trashImportMappings', restore: 'members.restoreImportMappings' },
    { touches: ['members'], access: access.editors },
    {
      errors: ['NOT_FOUND'],
      doc: 'Moves remembered mappings to the trash: files of their shape are guessed afresh.',
    },
    { errors: ['NOT_FOUND', 'DUPLICATE'], doc: 'Takes remembered mappings back from the trash.' },
  ),
} satisfies Operations;
