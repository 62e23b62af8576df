/**
 * Printing certificates: laid out and drawn in a worker. A sheet whose text does not fit is never printed unseen:
 * without `acceptOverflow` the answer is TEXT_OVERFLOW and names whom. Prints of issued decisions enter the log.
 */
import { AppError } from '../../../shared/contract/errors';
import { registerText } from '../../../shared/domain/awards';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { PrintCertificatesInput, PrintCertificatesOutput } from '../../jobs/printCertificates';
import {
  keepContent,
  type ListedDecision,
  liveDecision,
  namedRecord,
  printedName,
  type RecipientRecord,
  recipientsInOrder,
  registerOf,
} from '../awards/service';
import { type IssuedSheet, sheetMaker } from './batches/issued';
import { keepText } from './batches/keptText';
import { keepLayout } from './batches/repository';
import { skippedOn } from './blanks';
import { imagesFor } from './layoutFiles';
import { officeRules } from './layoutWords';
import { ensureKey } from './proof/keys';
import * as repo from './repository';

type Batch = ParsedInputOf<'certificates.check'>;
type Problem = OutputOf<'certificates.check'>['problems'][number];

interface Prepared {
  decision: ListedDecision;
  chosen: { recipient: RecipientRecord; ordinal: number; sheet: IssuedSheet }[];
  input: PrintCertificatesInput;
}

/** Safe in a file name and sorted as the ceremony: "007 041-2026 Nguyễn Thị Hoa". */
function fileName(recipient: RecipientRecord, ordinal: number, number: string | null): string {
  const register = number?.replace('/', '-');
  return [String(ordinal).padStart(3, '0'), register, recipient.name].filter(Boolean).join(' ');
}

function prepare(batch: Batch, ctx: Ctx, draw: PrintCertificatesInput['draw']): Prepared {
  const decision = liveDecision(ctx, batch.decisionId);
  const wanted = new Set(batch.recipientIds);
  const sheetOf = sheetMaker(ctx, decision, batch);
  const chosen = recipientsInOrder(ctx, decision.id)
    .map((recipient, i) => ({ recipient, ordinal: i + 1 }))
    .filter(({ recipient }) => wanted.size === 0 || wanted.has(recipient.id))
    .map((one) => ({ ...one, sheet: sheetOf(one.recipient) }))
    .filter(({ sheet }) => {
      const voided = sheet.certificate?.voidedOn != null;
      if (voided && wanted.size > 0) throw new AppError('CERTIFICATE_VOID');
      return !voided;
    });
  if (chosen.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const printer = batch.printerId === null ? undefined : repo.printerById(ctx.db, batch.printerId);
  if (batch.printerId !== null && !printer) throw new AppError('NOT_FOUND');
  const sheets = chosen.map(({ recipient, ordinal, sheet }) => ({
    layoutId: sheet.layout.id,
    record: sheet.record,
    name: fileName(recipient, ordinal, numberOf(sheet, recipient)),
  }));
  const layouts = [...new Map(chosen.map(({ sheet }) => [sheet.layout.id, sheet.layout] as const)).values()];
  const rules = officeRules(ctx);
  return {
    decision,
    chosen,
    input: {
      draw,
      layouts,
      sheets,
      mode: batch.mode,
      skip: skippedOn(ctx, batch.blankId, batch.skip),
      title: `${decision.form} ${decision.number ?? ''}`.trim(),
      ...(printer ? { calibration: { dx: printer.dx, dy: printer.dy, scale: printer.scale } } : {}),
      images: imagesFor(ctx, layouts),
      ...(rules ? { rules } : {}),
    },
  };
}

function runJob(prepared: Prepared, ctx: Ctx): Promise<PrintCertificatesOutput> {
  return ctx.jobs.run<PrintCertificatesOutput>('printCertificates', prepared.input, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
}

function problemsOf(prepared: Prepared, found: PrintCertificatesOutput['problems']): Problem[] {
  return found.flatMap(({ index, item, reason }) => {
    const one = prepared.chosen[index];
    if (!one) return [];
    const name = printedName(namedRecord(one.recipient));
    return [{ recipientId: one.recipient.id, ordinal: one.ordinal, name, item, reason }];
  });
}

async function check(input: Batch, ctx: Ctx): Promise<OutputOf<'certificates.check'>> {
  const prepared = prepare(input, ctx, 'nothing');
  const { problems } = await runJob(prepared, ctx);
  return { checked: prepared.chosen.length, problems: problemsOf(prepared, problems) };
}

/** "Nguyễn Thị Hoa, Trần Văn Ân …": enough to find them. */
function namesOf(problems: readonly Problem[]): string {
  const names = [...new Set(problems.map((problem) => problem.name))];
  return names.length > 5 ? `${names.slice(0, 5).join('; ')}; …` : names.join('; ');
}

const numberOf = ({ certificate }: IssuedSheet, recipient: RecipientRecord): string | null =>
  certificate ? registerText(certificate.registerNo, certificate.registerYear) : registerOf(recipient);

/** The print of one certificate; its first keeps what stands on it and how it is laid out. */
export function keepPrint(ctx: Ctx, runId: number, recipient: RecipientRecord, sheet: IssuedSheet): void {
  const { certificate } = sheet;
  const text = certificate ? keepText(ctx, sheet.text) : sheet.text;
  keepLayout(ctx.db, text.hash, text.layout);
  repo.insertPrint(ctx.db, {
    runId,
    recipientId: recipient.id,
    register: numberOf(sheet, recipient),
    name: printedName(namedRecord(recipient)),
    layoutId: sheet.layoutId,
    layoutName: sheet.layoutName,
    layoutVersion: sheet.layoutVersion,
    layoutHash: text.hash,
    certificateId: certificate?.id ?? null,
  });
  if (certificate) keepContent(ctx.db, certificate.id, JSON.stringify(sheet.record));
}

/** A printed decision keeps its layouts, whatever is chosen for later ones. */
function keepChoices(ctx: Ctx, prepared: Prepared): void {
  const own = new Set(repo.layoutChoices(ctx.db, prepared.decision.id).map((row) => row.kind));
  for (const { recipient, sheet } of prepared.chosen) {
    if (own.has(recipient.kind)) continue;
    own.add(recipient.kind);
    repo.setLayoutChoice(ctx.db, prepared.decision.id, recipient.kind, sheet.layoutId);
  }
}

/** One row of the log for the file, one for each certificate in it. */
function logRun(
  prepared: Prepared,
  input: ParsedInputOf<'certificates.print'>,
  overflows: number,
  ctx: Ctx,
): void {
  ctx.write(() => {
    const runId = repo.insertRun(ctx.db, {
      decisionId: prepared.decision.id,
      at: ctx.now(),
      actor: ctx.user.name,
      mode: input.mode,
      output: input.output,
      printerId: input.printerId,
      blankId: input.blankId,
      overflows,
      cause: input.cause,
    });
    for (const { recipient, sheet } of prepared.chosen) keepPrint(ctx, runId, recipient, sheet);
    keepChoices(ctx, prepared);
    recordChange(ctx, {
      entity: 'award_decision',
      entityId: prepared.decision.id,
      action: 'print',
      after: { run: runId, pages: prepared.chosen.length, mode: input.mode, cause: input.cause },
    });
  });
}

async function print(
  input: ParsedInputOf<'certificates.print'>,
  ctx: Ctx,
): Promise<OutputOf<'certificates.print'>> {
  if (repo.settings(ctx.db).code === 1) ctx.write(() => ensureKey(ctx));
  const prepared = prepare(input, ctx, input.output);
  const made = await runJob(
    { ...prepared, input: { ...prepared.input, acceptProblems: input.acceptOverflow } },
    ctx,
  );
  const problems = problemsOf(prepared, made.problems);
  if (!made.bytes) {
    const people = new Set(problems.map((problem) => problem.recipientId)).size;
    throw new AppError('TEXT_OVERFLOW', { details: { count: people, names: namesOf(problems) } });
  }
  const trial = prepared.decision.status !== 'issued';
  const number = (prepared.decision.number ?? 'chưa có số').replaceAll('/', '-');
  const name = `${prepared.decision.form} ${number}${trial ? ' (in thử)' : ''}`;
  const file =
    input.output === 'one'
      ? ctx.files.put(`${name}.pdf`, 'application/pdf', made.bytes)
      : ctx.files.put(`${name}.zip`, 'application/zip', made.bytes);
  if (!trial) logRun(prepared, input, problems.length, ctx);
  return { file, pages: prepared.chosen.length, trial, problems };
}

export const printHandlers = { 'certificates.check': check, 'certificates.print': print };
