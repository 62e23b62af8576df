/** Word templates an office edits itself: invitations, agendas, minutes, resolutions, letters. */
import { z } from 'zod';
import { TAG_PROBLEMS, WORD_TEMPLATES } from '../domain/wordTemplates';
import { id, outgoingFile, text } from './fields';
import { access, command, job, type Operations, query } from './kernel';

const key = z.enum(WORD_TEMPLATES);
/** Which edition of the office's own; null: the built-in template. */
const edition = z.int().positive().nullable();
const token = z.string().min(1).max(100);

const simpleField = z.object({ tag: z.string(), label: z.string(), labelEn: z.string() });
const problem = z.object({
  code: z.enum(TAG_PROBLEMS),
  tag: z.string(),
  /** What to type instead; null where nothing is near. */
  suggestion: z.string().nullable(),
  /** Text before it, to find the place. */
  near: z.string(),
});
const findings = z.object({
  problems: z.array(problem),
  /** Known fields that the template uses. */
  used: z.array(z.string()),
});
const run = z.object({ text: z.string(), bold: z.boolean(), italic: z.boolean() });
const paragraph = z.object({
  align: z.enum(['left', 'center', 'right', 'justify']),
  runs: z.array(run),
});
const block = z.object({
  paragraph: paragraph.nullable(),
  table: z.object({ ruled: z.boolean(), rows: z.array(z.array(z.array(paragraph))) }).nullable(),
});

/** Errors of a Word file that cannot be used. */
export const WORD_ERRORS = [
  'DOCX_OLD',
  'DOCX_NOT_WORD',
  'DOCX_BROKEN',
  'DOCX_TOO_LARGE',
  'DOCX_UNSAFE',
  'DOCX_EXTERNAL',
] as const;
const FILE_ERRORS = [
  'FILE_TOKEN_UNKNOWN',
  'FILE_TOO_LARGE',
  'FILE_BLANK',
  'FILE_LIMIT',
  'FILE_KIND',
] as const;
const KEPT_ERRORS = ['NOT_FOUND', 'FILE_MISSING', 'FILE_ALTERED', 'CANCELLED'] as const;

export const wordTemplates = {
  'wordTemplates.list': query({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          key,
          name: z.string(),
          nameEn: z.string(),
          /** Edition in use; null: the built-in one. */
          edition,
          editions: z.array(
            z.object({
              edition: z.number(),
              name: z.string(),
              note: z.string().nullable(),
              actor: z.string(),
              at: z.string(),
              present: z.boolean(),
            }),
          ),
          fields: z.array(
            simpleField.extend({ /** Of each row of a list. */ rows: z.array(simpleField).nullable() }),
          ),
        }),
      ),
    }),
    access: access.everyone,
    doc: 'Every template with the edition in use, the editions kept, the latest first, and the fields it may use.',
  }),
  'wordTemplates.preview': job({
    input: z.strictObject({
      key,
      edition: edition.default(null),
      /** A picked file that is not in use yet. */
      token: token.nullable().default(null),
      /** Filled from this event; left out: from samples. */
      eventId: id.nullable().default(null),
    }),
    output: findings.extend({ blocks: z.array(block) }),
    errors: [...KEPT_ERRORS, ...FILE_ERRORS, ...WORD_ERRORS],
    access: access.everyone,
    doc: 'What a template says filled from an event or from samples, and what is to be put right in it.',
  }),
  'wordTemplates.saveCopy': job({
    input: z.strictObject({ key, edition: edition.default(null) }),
    output: outgoingFile,
    errors: [...KEPT_ERRORS],
    access: access.everyone,
    doc: 'The template as a Word file, to be edited.',
  }),
  'wordTemplates.replace': job({
    input: z.strictObject({ key, token, note: text(200).nullable().default(null) }),
    output: z.object({ edition: z.number() }),
    errors: ['DOCX_TAGS', 'CANCELLED', ...FILE_ERRORS, ...WORD_ERRORS],
    touches: ['files'],
    access: access.editors,
    doc: 'Takes an edited Word file as the next edition of a template and uses it, once nothing in it is to be put right.',
  }),
  'wordTemplates.use': command({
    input: z.strictObject({ key, edition }),
    output: z.object({ edition }),
    errors: ['NOT_FOUND'],
    touches: ['files'],
    access: access.editors,
    doc: 'Uses another edition of a template, or the built-in one.',
  }),
} satisfies Operations;
