/** Officers on one page each: who is in post on a day, and what the store keeps of posts, training, awards and discipline. */
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { OfficerSheetsInput } from '../../../jobs/officerSheets';
import { officersOn } from '../../organisation/committees/service';
import { memberById } from '../repository';
import { paperBase } from './lists';
import { recordTaken } from './taken';

export async function officerSheets(
  input: ParsedInputOf<'members.officerSheets'>,
  ctx: Ctx,
): Promise<OutputOf<'members.officerSheets'>> {
  const day = input.asOf ?? ctx.today();
  const ids =
    input.memberId === null ? officersOn(ctx, day).flatMap((one) => one.memberId ?? []) : [input.memberId];
  const people = ids.flatMap((id) => {
    const row = memberById(ctx.db, id);
    return row && row.deleted_at === null ? [row] : [];
  });
  const [first] = people;
  if (!first) throw new AppError(input.memberId === null ? 'NOTHING_TO_PRINT' : 'NOT_FOUND');
  const job: OfficerSheetsInput = { ...paperBase(ctx, day), ids: people.map((one) => one.id) };
  const bytes = await ctx.jobs.run<Uint8Array>('officerSheets', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  recordTaken(ctx, {
    ...{ paper: 'officers', format: 'pdf', columns: [], private: [], purpose: null },
    ids: job.ids,
  });
  const whose = people.length === 1 ? first.full_name : `${people.length} người`;
  const name = `Phiếu cán bộ công đoàn ${whose} ${formatDate(day).replace(/\//g, '-')}.pdf`;
  return ctx.files.put(name, 'application/pdf', bytes);
}
