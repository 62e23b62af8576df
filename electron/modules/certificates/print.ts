/**
 * Printing certificates: laid out and drawn in a worker. A sheet whose text does not fit is never printed unseen:
 * without `acceptOverflow` the answer is TEXT_OVERFLOW and names whom. Prints of issued decisions enter the log.
 */
import { AppError } from '../../../shared/contract/errors';
import type { LayoutRecord } from '../../../shared/domain/layout';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { PrintCertificatesInput, PrintCertificatesOutput } from '../../jobs/printCertificates';
import {
  type ListedDecision,
  liveDecision,
  namedRecord,
  printedName,
  type RecipientRecord,
  recipientsInOrder,
  registerOf,
} from '../awards/service';
import { skippedOn } from './blanks';
import { certificateRecord } from './content';
import { imagesFor } from './layoutFiles';
import { chosenLayouts, findLayout } from './layouts';
import { officeRules } from './layoutWords';
import { codedLayouts, ensureKey } from './proof/keys';
import * as repo from './repository';

type Batch = ParsedInputOf<'certificates.check'>;
type Problem = OutputOf<'certificates.check'>['problems'][number];

interface Prepared {
  decision: ListedDecision;
  chosen: { recipient: RecipientRecord; ordinal: number }[];
  input: PrintCertificatesInput;
}

/** Safe in a file name and sorted as the ceremony: "007 041-2026 Nguyễn Thị Hoa". */
function fileName(recipient: RecipientRecord, ordinal: number): string {
  const register = registerOf(recipient)?.replace('/', '-');
  return [String(ordinal).padStart(3, '0'), register, recipient.name].filter(Boolean).join(' ');
}

function prepare(batch: Batch, ctx: Ctx, draw: PrintCertificatesInput['draw']): Prepared {
  const decision = liveDecision(ctx, batch.decisionId);
  const wanted = new Set(batch.recipientIds);
  const chosen = recipientsInOrder(ctx, decision.id)
    .map((recipient, i) => ({ recipient, ordinal: i + 1 }))
    .filter(({ recipient }) => wanted.size === 0 || wanted.has(recipient.id));
  if (chosen.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const printer = batch.printerId === null ? undefined : repo.printerById(ctx.db, batch.printerId);
  if (batch.printerId !== null && !printer) throw new AppError('NOT_FOUND');
  const settings = repo.settings(ctx.db);
  const national = settings.national === 1;
  const coded = codedLayouts(ctx);
  const layoutIds = chosenLayouts(ctx, decision.id);
  const sheets = chosen.map(({ recipient, ordinal }) => ({
    layoutId: layoutIds[recipient.kind],
    record: certificateRecord(ctx, decision, recipient, {
      national,
      ...coded(layoutIds[recipient.kind]),
    }) as LayoutRecord,
    name: fileName(recipient, ordinal),
  }));
  const layouts = [...new Set(sheets.map((sheet) => sheet.layoutId))].map((id) => findLayout(ctx, id).layout);
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
    });
    const byId = new Map(prepared.input.layouts.map((layout) => [layout.id, layout]));
    for (const [i, { recipient }] of prepared.chosen.entries()) {
      const layout = byId.get(prepared.input.sheets[i]?.layoutId ?? '');
      repo.insertPrint(ctx.db, {
        runId,
        layoutId: layout?.id ?? null,
        layoutName: layout?.name ?? null,
        layoutVersion: layout?.version ?? null,
        recipientId: recipient.id,
        register: registerOf(recipient),
        name: printedName(namedRecord(recipient)),
      });
    }
    recordChange(ctx, {
      entity: 'award_decision',
      entityId: prepared.decision.id,
      action: 'print',
      after: { run: runId, pages: prepared.chosen.length, mode: input.mode },
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
  if (!trial) logRun(prepared, input, problems.length, ctx);
  const number = (prepared.decision.number ?? 'chưa có số').replaceAll('/', '-');
  const name = `${prepared.decision.form} ${number}${trial ? ' (in thử)' : ''}`;
  const file =
    input.output === 'one'
      ? ctx.files.put(`${name}.pdf`, 'application/pdf', made.bytes)
      : ctx.files.put(`${name}.zip`, 'application/zip', made.bytes);
  return { file, pages: prepared.chosen.length, trial, problems };
}

export const printHandlers = { 'certificates.check': check, 'certificates.print': print };
