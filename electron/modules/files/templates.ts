/**
 * The office's Word templates. Every edition that was ever brought back is kept with the files; without one in use the
 * built-in template is. A file from outside is read in a thread of its own.
 */
import { AppError } from '../../../shared/contract/errors';
import type { ReportHeading } from '../../../shared/domain/reports';
import {
  TEMPLATES,
  WORD_TEMPLATES,
  type WordData,
  type WordTemplateKey,
} from '../../../shared/domain/wordTemplates';
import { recordChange } from '../../db/audit';
import { isPresent } from '../../db/fileVault';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { OutgoingFile } from '../../ipc/files';
import type { WordTemplateInput, WordTemplateResult } from '../../jobs/wordTemplate';
import { keepIncoming, keptBytes } from './attachments';
import { commonWords } from './commonWords';
import * as repo from './templatesRepository';

export const WORD_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const editionsOf = (ctx: Pick<Ctx, 'db'>, key: WordTemplateKey) =>
  repo.templateEditions(ctx.db).filter((row) => row.key === key);

/** How an area tells what a record prints: filled in where the areas meet. */
type DataOfRecord = (ctx: Ctx, key: WordTemplateKey, id: number) => WordData;
let dataOfEvent: DataOfRecord | undefined;

/** Lets events be tried in templates. */
export function setEventData(source: DataOfRecord): void {
  dataOfEvent = source;
}

/** Bytes of an edition; null for the built-in template. Errors: NOT_FOUND, FILE_MISSING, FILE_ALTERED. */
function templateBytes(ctx: Ctx, key: WordTemplateKey, edition: number | null): Uint8Array | null {
  if (edition === null) return null;
  const row = editionsOf(ctx, key).find((one) => one.edition === edition);
  if (!row) throw new AppError('NOT_FOUND');
  return keptBytes(ctx, row.hash, row.name);
}

const inUse = (ctx: Ctx, key: WordTemplateKey): number | null =>
  editionsOf(ctx, key).find((row) => row.inUse === 1)?.edition ?? null;

const work = (ctx: Ctx, input: WordTemplateInput): Promise<WordTemplateResult> =>
  ctx.jobs.run<WordTemplateResult>('wordTemplate', input, { signal: ctx.job?.signal });

/**
 * Fills the template in use with data and hands the Word file out; several sets of data make one paper each, in one
 * file. The names of the office, the signer and the date are added; what the data lacks prints a blank to fill by
 * hand. Only jobs can await it.
 */
export async function fillWord(
  ctx: Ctx,
  key: WordTemplateKey,
  data: WordData | readonly WordData[],
  name: string = TEMPLATES[key].name,
  heading?: ReportHeading,
): Promise<OutgoingFile> {
  const template = templateBytes(ctx, key, inUse(ctx, key));
  const common = commonWords(ctx, key);
  const whole = Array.isArray(data)
    ? (data as readonly WordData[]).map((copy) => ({ ...common, ...copy }))
    : { ...common, ...(data as WordData) };
  const { bytes } = await work(ctx, { key, template, step: 'fill', data: whole, heading });
  if (!bytes) throw new AppError('DOCX_BROKEN');
  return ctx.files.put(`${name}.docx`, WORD_MIME, bytes);
}

function list(_: ParsedInputOf<'wordTemplates.list'>, ctx: Ctx): OutputOf<'wordTemplates.list'> {
  const all = repo.templateEditions(ctx.db);
  const plain = ({ tag, label, labelEn }: { tag: string; label: string; labelEn: string }) => ({
    tag,
    label,
    labelEn,
  });
  return {
    rows: WORD_TEMPLATES.map((key) => {
      const { name, nameEn, fields } = TEMPLATES[key];
      const own = all.filter((row) => row.key === key);
      return {
        key,
        name,
        nameEn,
        edition: own.find((row) => row.inUse === 1)?.edition ?? null,
        editions: own.map(({ edition, name: fileName, note, actor, at, hash, size }) => ({
          edition,
          name: fileName,
          note,
          actor,
          at,
          present: isPresent(ctx.paths.data, hash, size),
        })),
        fields: fields.map((field) => ({ ...plain(field), rows: field.rows?.map(plain) ?? null })),
      };
    }),
  };
}

async function preview(
  input: ParsedInputOf<'wordTemplates.preview'>,
  ctx: Ctx,
): Promise<OutputOf<'wordTemplates.preview'>> {
  const { key, edition, token, eventId } = input;
  const template = token === null ? templateBytes(ctx, key, edition) : incoming(ctx, token).bytes();
  const data = eventId === null ? null : { ...commonWords(ctx, key), ...dataOfEvent?.(ctx, key, eventId) };
  const { findings, blocks } = await work(ctx, { key, template, step: 'show', data });
  return { problems: findings?.problems ?? [], used: findings?.used ?? [], blocks: blocks ?? [] };
}

function incoming(ctx: Ctx, token: string) {
  const file = ctx.files.open(token);
  if (file.size === 0) throw new AppError('FILE_BLANK', { details: { name: file.name } });
  return file;
}

async function saveCopy(
  input: ParsedInputOf<'wordTemplates.saveCopy'>,
  ctx: Ctx,
): Promise<OutputOf<'wordTemplates.saveCopy'>> {
  const { key, edition } = input;
  const { bytes } = await work(ctx, {
    key,
    template: templateBytes(ctx, key, edition),
    step: 'template',
    data: null,
  });
  return ctx.files.put(`Mẫu ${TEMPLATES[key].name}.docx`, WORD_MIME, bytes ?? new Uint8Array());
}

async function replace(
  input: ParsedInputOf<'wordTemplates.replace'>,
  ctx: Ctx,
): Promise<OutputOf<'wordTemplates.replace'>> {
  const { key, token, note } = input;
  const template = incoming(ctx, token).bytes();
  const { findings } = await work(ctx, { key, template, step: 'check', data: null });
  const [first] = findings?.problems ?? [];
  if (first)
    throw new AppError('DOCX_TAGS', {
      details: { count: findings?.problems.length ?? 1, tag: first.tag },
    });
  return ctx.write(() => {
    const before = inUse(ctx, key);
    const file = keepIncoming(ctx, token);
    const edition = (editionsOf(ctx, key)[0]?.edition ?? 0) + 1;
    const row = { key, edition, hash: file.hash, name: file.name, note, actor: ctx.user.name };
    const id = repo.insertEdition(ctx.db, row, ctx.now());
    repo.setEdition(ctx.db, key, edition);
    recordChange(ctx, { entity: 'word_template', entityId: id, action: 'create', after: row });
    ctx.undo('wordTemplates.use', { key, edition: before });
    return { edition };
  });
}

function use(input: ParsedInputOf<'wordTemplates.use'>, ctx: Ctx): OutputOf<'wordTemplates.use'> {
  const { key, edition } = input;
  const before = inUse(ctx, key);
  const row = editionsOf(ctx, key).find((one) => one.edition === (edition ?? before));
  if (edition !== null && !row) throw new AppError('NOT_FOUND');
  repo.setEdition(ctx.db, key, edition);
  recordChange(ctx, {
    entity: 'word_template',
    entityId: row?.id ?? null,
    action: 'update',
    before: { edition: before },
    after: { edition },
  });
  ctx.undo('wordTemplates.use', { key, edition: before });
  return { edition };
}

export const templateHandlers: HandlersOf<'wordTemplates'> = {
  'wordTemplates.list': list,
  'wordTemplates.preview': preview,
  'wordTemplates.saveCopy': saveCopy,
  'wordTemplates.replace': replace,
  'wordTemplates.use': use,
};
