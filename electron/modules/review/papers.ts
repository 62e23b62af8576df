/** The review, its leftovers and the ratings on paper: Word, PDF and workbook from one set of data, in a worker thread. */

import { AppError } from '../../../shared/contract/errors';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { OutgoingFile } from '../../ipc/files';
import type { RatingPapersInput } from '../../jobs/ratingPapers';
import { gapsOf } from './compare';
import { gapsPaperOf, paperOf, ratingPaperOf, reviewName } from './paperData';
import { ratingById } from './ratingRepository';
import { ratingSheet } from './ratingSheet';
import { liveReview, reviewSheet } from './sheet';

export const KINDS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type ReviewPaperKind = keyof typeof KINDS;

const running = (ctx: Ctx) => ({ signal: ctx.job?.signal, progress: ctx.job?.progress });

/** Makes one kind of file. */
export function exportAs(kind: ReviewPaperKind) {
  return async (input: ParsedInputOf<'review.exportPdf'>, ctx: Ctx): Promise<OutgoingFile> => {
    const sheet = reviewSheet(ctx, liveReview(ctx, input.id));
    const bytes = await ctx.jobs.run<Uint8Array>(
      'exportReview',
      { kind, data: paperOf(sheet) },
      running(ctx),
    );
    return ctx.files.put(`Tự chấm điểm công đoàn cơ sở ${reviewName(sheet)}.${kind}`, KINDS[kind], bytes);
  };
}

export async function exportGaps(
  input: ParsedInputOf<'review.exportGaps'>,
  ctx: Ctx,
): Promise<OutputOf<'review.exportGaps'>> {
  const sheet = reviewSheet(ctx, liveReview(ctx, input.id));
  const job: RatingPapersInput = { paper: 'gaps', kind: input.kind, data: gapsPaperOf(sheet, gapsOf(sheet)) };
  const bytes = await ctx.jobs.run<Uint8Array>('ratingPapers', job, running(ctx));
  return ctx.files.put(`Việc chuyển sang năm ${sheet.year + 1}.${input.kind}`, KINDS[input.kind], bytes);
}

export async function exportRating(
  input: ParsedInputOf<'review.exportRating'>,
  ctx: Ctx,
): Promise<OutputOf<'review.exportRating'>> {
  const row = ratingById(ctx.db, input.id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  const sheet = ratingSheet(ctx, row);
  const job: RatingPapersInput = { paper: 'rating', kind: input.kind, data: ratingPaperOf(sheet) };
  const bytes = await ctx.jobs.run<Uint8Array>('ratingPapers', job, running(ctx));
  const what = sheet.kind === 'group' ? 'tổ công đoàn' : `đoàn viên ${sheet.orgUnitName ?? ''}`;
  return ctx.files.put(`Xếp loại ${what} năm ${sheet.year}.${input.kind}`, KINDS[input.kind], bytes);
}
