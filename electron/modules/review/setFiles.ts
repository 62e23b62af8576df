/** Criteria sets out to a workbook and in from one. */

import type { SetFileReading } from '../../../shared/domain/reviewSetRead';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { ReviewSetInput } from '../../jobs/reviewSet';

import { KINDS } from './papers';
import { fieldsOf, liveSet } from './sets';

export async function exportSet(
  input: ParsedInputOf<'review.exportSet'>,
  ctx: Ctx,
): Promise<OutputOf<'review.exportSet'>> {
  const row = liveSet(ctx.db, input.id);
  const job: ReviewSetInput = { kind: 'write', fields: fieldsOf(ctx.db, row) };
  const bytes = await ctx.jobs.run<Uint8Array>('reviewSet', job, { signal: ctx.job?.signal });
  return ctx.files.put(`${row.name} bản ${row.edition}.xlsx`, KINDS.xlsx, bytes);
}

export async function readSet(
  input: ParsedInputOf<'review.readSet'>,
  ctx: Ctx,
): Promise<OutputOf<'review.readSet'>> {
  const file = ctx.files.open(input.token);
  const job: ReviewSetInput = { kind: 'read', path: file.path, fileName: file.name };
  const read = await ctx.jobs.run<SetFileReading>('reviewSet', job, { signal: ctx.job?.signal });
  return { fileName: file.name, ...read };
}
