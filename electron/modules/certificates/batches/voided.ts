/** A void certificate is printed for the files only, with "ĐÃ THU HỒI" across it. */
import { AppError } from '../../../../shared/contract/errors';
import { registerText } from '../../../../shared/domain/awards';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { PrintCertificatesInput, PrintCertificatesOutput } from '../../../jobs/printCertificates';
import { imagesFor } from '../layoutFiles';
import { officeRules } from '../layoutWords';
import { keepPrint } from '../print';
import { insertRun } from '../repository';
import { sheetMaker } from './issued';
import { certificateOf } from './record';

const CAUSE = 'Bản lưu của giấy đã thu hồi';

async function printVoided(
  input: ParsedInputOf<'certificates.printVoided'>,
  ctx: Ctx,
): Promise<OutputOf<'certificates.printVoided'>> {
  const { row, recipient, decision } = certificateOf(ctx, input.id);
  if (row.voidedOn === null) throw new AppError('CERTIFICATE_IN_FORCE');
  const sheet = sheetMaker(ctx, decision, { certificate: row })(recipient);
  const register = registerText(row.registerNo, row.registerYear) as string;
  const rules = officeRules(ctx);
  const title = `${decision.form} ${register.replace('/', '-')} (đã thu hồi)`;
  const wanted: PrintCertificatesInput = {
    draw: 'one',
    layouts: [sheet.layout],
    sheets: [{ layoutId: sheet.layout.id, record: sheet.record, name: title }],
    mode: 'full',
    skip: [],
    title,
    images: imagesFor(ctx, [sheet.layout]),
    acceptProblems: true,
    ...(rules ? { rules } : {}),
  };
  const made = await ctx.jobs.run<PrintCertificatesOutput>('printCertificates', wanted, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  const file = ctx.files.put(`${title}.pdf`, 'application/pdf', made.bytes as Uint8Array);
  ctx.write(() => {
    const run = {
      decisionId: decision.id,
      at: ctx.now(),
      actor: ctx.user.name,
      mode: 'full' as const,
      output: 'one' as const,
      printerId: null,
      blankId: null,
      overflows: made.problems.length,
      cause: CAUSE,
    };
    const runId = insertRun(ctx.db, run);
    keepPrint(ctx, runId, recipient, sheet);
    recordChange(ctx, {
      entity: 'award_decision',
      entityId: decision.id,
      action: 'print',
      after: { run: runId, pages: 1, mode: 'full', cause: CAUSE },
    });
  });
  return { file };
}

export const voidedHandlers = { 'certificates.printVoided': printVoided };
