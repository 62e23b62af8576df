/**
 * Layouts of certificates (mẫu trình bày) as the designer handles them. A layout travels as JSON text and is judged
 * by shared/domain/layout/check.ts, so that a draft, a file and a request meet the same rules.
 */
import { z } from 'zod';
import { MAX_LAYOUT_CHARS } from '../domain/layout/check';
import { recipientKind } from './awards';
import { displayPage, layoutId } from './certificateFields';
import { id, outgoingFile, requiredText, saved, text, version } from './fields';
import { access, command, job, type Operations, query } from './kernel';
import { trashing } from './trashing';

/** Largest layout file taken in, its pictures within, in bytes. */
export const MAX_LAYOUT_FILE = 12 * 1024 * 1024;

/** Faults of a layout that is not taken. */
export const LAYOUT_ERRORS = [
  'LAYOUT_BROKEN',
  'LAYOUT_LARGE',
  'LAYOUT_DEEP',
  'LAYOUT_KIND',
  'LAYOUT_VALUE',
  'LAYOUT_PATH',
  'LAYOUT_FONT',
  'LAYOUT_COLOUR',
  'LAYOUT_FIELD',
  'LAYOUT_LOOP',
  'LAYOUT_TWICE',
  'LAYOUT_PICTURE',
] as const;

/** Papers on a layout that are not certificates of merit: of attendance, thanks for a gift, thanks for help in a case. */
export const PAPER_KINDS = ['training', 'thanksGift', 'thanksCase'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
/** A choice is the course's for certificates of attendance, else of all letters of the kind. */
const paperOf = { paper: z.enum(PAPER_KINDS), eventId: id.nullable().default(null) };

const source = z.string().min(2).max(MAX_LAYOUT_CHARS);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const kinds = z
  .array(recipientKind)
  .max(3)
  .refine((list) => new Set(list).size === list.length);
const number = z.int().min(1).max(100_000);
const made = z.object({ id, layoutId: z.string() });

/** Whom a layout is seen with: its invented sample, the longest name of the store, or one recipient. */
const show = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sample') }),
  z.strictObject({ kind: z.literal('longest') }),
  z.strictObject({ kind: z.literal('recipient'), id }),
]);
const mode = z.enum(['full', 'blank']);

const words = z.array(z.string().min(1).max(60)).max(2000);
const price = z.number().min(-1000).max(1000);

/** Words and prices of breaking lines (shared/domain/layout/words.ts). */
export const breakingRules = z.strictObject({
  compounds: words,
  openers: words,
  honorifics: words,
  beforeNumber: words,
  units: words,
  prices: z.strictObject({
    uneven: z.number().min(0).max(10_000),
    line: price,
    shrink: z.number().min(0).max(1000),
    quoted: price,
    compound: price,
    number: price,
    dash: price,
    opener: price,
    comma: price,
  }),
});

export const layoutOperations = {
  'certificates.layout': query({
    input: z.strictObject({ layoutId, number: number.nullable().default(null) }),
    output: z.object({
      layoutId: z.string(),
      name: z.string(),
      nameEn: z.string(),
      kinds: z.array(recipientKind),
      /** The layout as JSON text: the version asked for, else the one in use. */
      layout: z.string(),
      number: z.number(),
      /** null for one that comes with the program, which nobody changes. */
      own: z
        .object({
          id,
          version,
          current: z.number(),
          /** What was changed and not saved. */
          draft: z.string().nullable(),
          draftAt: z.string().nullable(),
          versions: z.array(
            z.object({ number: z.number(), note: z.string().nullable(), actor: z.string(), at: z.string() }),
          ),
        })
        .nullable(),
    }),
    errors: ['NOT_FOUND'],
    access: access.everyone,
    doc: 'One layout with its versions, the latest first, and the draft of an own one.',
  }),
  'certificates.draw': query({
    input: z.strictObject({ source, show: show.default({ kind: 'sample' }), mode: mode.default('full') }),
    output: z.object({
      page: displayPage,
      /** The same items kept apart, in drawing order. */
      blocks: z.array(z.object({ id: z.string(), items: z.array(z.unknown()) })),
      /** Who it is shown with. */
      name: z.string(),
    }),
    errors: ['NOT_FOUND', ...LAYOUT_ERRORS],
    access: access.everyone,
    doc: 'A layout being designed as a display list, measured with the fonts the PDF embeds. Nothing is kept.',
  }),
  'certificates.proof': job({
    input: z.strictObject({ source, show: show.default({ kind: 'sample' }), mode: mode.default('full') }),
    output: z.object({ file: outgoingFile }),
    errors: ['NOT_FOUND', 'CANCELLED', ...LAYOUT_ERRORS],
    access: access.everyone,
    doc: 'One sheet of a layout being designed as PDF at true size; not in the print log.',
  }),
  'certificates.newLayout': command({
    input: z.strictObject({
      name: requiredText(200),
      kinds,
      /** Millimetres. */
      w: z.number().min(50).max(1200),
      h: z.number().min(50).max(1200),
    }),
    output: made,
    touches: ['certificates'],
    access: access.editors,
    doc: 'Makes an empty own layout of any size.',
  }),
  'certificates.copyLayout': command({
    input: z.strictObject({ layoutId, name: requiredText(200) }),
    output: made,
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Makes an own layout from another one, as it is in use.',
  }),
  'certificates.renameLayout': command({
    input: z.strictObject({ id, version, name: requiredText(200), kinds }),
    output: saved,
    errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Changes the name of an own layout and whom it is for.',
  }),
  'certificates.keepDraft': command({
    input: z.strictObject({ id, layout: source.nullable() }),
    output: z.object({ draftAt: z.string().nullable() }),
    errors: ['NOT_FOUND', ...LAYOUT_ERRORS],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Keeps what was changed in an own layout without making a version; null drops it.',
  }),
  'certificates.saveLayout': command({
    input: z.strictObject({ id, version, layout: source, note: text(200).nullable().default(null) }),
    output: z.object({ id, version, number: z.number() }),
    errors: ['NOT_FOUND', 'VERSION_CONFLICT', ...LAYOUT_ERRORS],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Saves the next version of an own layout and uses it; earlier versions stay.',
  }),
  'certificates.useVersion': command({
    input: z.strictObject({ id, number }),
    output: z.object({ number: z.number() }),
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Uses another saved version of an own layout.',
  }),
  ...trashing(
    { trash: 'certificates.trashLayouts', restore: 'certificates.restoreLayouts' },
    { touches: ['certificates'], access: access.editors },
    {
      errors: ['NOT_FOUND'],
      doc: 'Moves own layouts to the trash; decisions that use them take the built-in one.',
    },
    { doc: 'Takes own layouts back from the trash.' },
  ),
  'certificates.exportLayout': job({
    input: z.strictObject({ layoutId, number: number.nullable().default(null) }),
    output: outgoingFile,
    errors: ['NOT_FOUND', 'CANCELLED'],
    access: access.everyone,
    doc: 'A layout as a file with its pictures within and its SHA-256, for another office.',
  }),
  'certificates.importLayout': command({
    input: z.strictObject({ token: z.string().min(1).max(100) }),
    output: made.extend({ name: z.string() }),
    errors: ['FILE_TOKEN_UNKNOWN', 'FILE_TOO_LARGE', 'LAYOUT_HASH', ...LAYOUT_ERRORS],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Takes a layout file in as a new own layout, once every part of it is known to be harmless.',
  }),
  'certificates.addPicture': command({
    input: z.strictObject({ token: z.string().min(1).max(100) }),
    output: z.object({ hash: z.string(), width: z.number(), height: z.number() }),
    errors: ['FILE_TOKEN_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_NOT_PICTURE'],
    access: access.editors,
    doc: 'Keeps a PNG or JPEG of at most 2 MB for layouts to show; size in pixels.',
  }),
  'certificates.pictures': query({
    input: z.strictObject({ hashes: z.array(hash).max(50) }),
    output: z.object({ rows: z.array(z.object({ hash: z.string(), mime: z.string(), data: z.string() })) }),
    access: access.everyone,
    doc: 'Pictures of layouts as base64.',
  }),
  'certificates.paperLayouts': query({
    input: z.strictObject(paperOf),
    output: z.object({
      rows: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() })),
      /** null while the Word template is used. */
      chosen: z.string().nullable(),
      /** Whether there is a Word template to go back to. */
      word: z.boolean(),
    }),
    access: access.everyone,
    doc: 'Layouts a certificate of attendance or a letter of thanks can be printed on, and the one in use.',
  }),
  'certificates.setPaperLayout': command({
    input: z.strictObject({ ...paperOf, layoutId: layoutId.nullable() }),
    output: z.object({ chosen: z.string().nullable() }),
    errors: ['NOT_FOUND'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Chooses the layout of a course’s certificates or of a kind of letter; null goes back to the one of the program.',
  }),
  'certificates.words': query({
    input: z.strictObject({}),
    output: z.object({ rules: breakingRules, shipped: breakingRules, changed: z.boolean(), version }),
    access: access.everyone,
    doc: 'The words and prices by which lines are broken: those in force and those that come with the program.',
  }),
  'certificates.saveWords': command({
    input: z.strictObject({ version, rules: breakingRules.nullable() }),
    output: z.object({ version }),
    errors: ['VERSION_CONFLICT'],
    touches: ['certificates'],
    access: access.editors,
    doc: 'Changes the words and prices of breaking lines; null goes back to those of the program.',
  }),
} satisfies Operations;
