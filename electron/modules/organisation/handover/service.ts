/** Closing snapshot and handover: made in a worker, noted in the change log with what it held. */
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { HandoverMade } from '../../../jobs/handover';
import { treeOfDay } from '../tree/world';

export async function handover(
  input: ParsedInputOf<'organisation.handover'>,
  ctx: Ctx,
): Promise<OutputOf<'organisation.handover'>> {
  const asOf = input.asOf ?? ctx.today();
  const part = input.unitId === null ? null : treeOfDay(ctx, asOf).nodes.get(input.unitId);
  if (input.unitId !== null && !part) throw new AppError('NOT_FOUND');
  const made = await ctx.jobs.run<HandoverMade>(
    'handover',
    { ...input, asOf },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const day = formatDate(asOf).replace(/\//g, '-');
  const name = `Bàn giao ${(part?.name ?? 'công đoàn cơ sở').slice(0, 80)} ${day}.zip`;
  const file = ctx.files.put(name, 'application/zip', made.bytes);
  const { unitId, reason, fromName, toName } = input;
  ctx.write(() =>
    recordChange(ctx, {
      entity: 'handover',
      entityId: unitId,
      action: 'export',
      after: {
        name: part?.name ?? null,
        asOf,
        reason,
        fromName,
        toName,
        members: made.members,
        files: made.files,
      },
    }),
  );
  return { ...file, members: made.members };
}
