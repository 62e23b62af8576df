/** The review on paper: Word, PDF and workbook from one set of data, in a worker thread. */

import type { Ctx, ParsedInputOf } from '../../ipc/context';
import type { OutgoingFile } from '../../ipc/files';
import { paperOf } from './paperData';
import { liveReview, reviewSheet } from './sheet';

const KINDS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type ReviewPaperKind = keyof typeof KINDS;

/** Makes one kind of file. */
export function exportAs(kind: ReviewPaperKind) {
  return async (input: ParsedInputOf<'review.exportPdf'>, ctx: Ctx): Promise<OutgoingFile> => {
    const sheet = reviewSheet(ctx, liveReview(ctx, input.id));
    const bytes = await ctx.jobs.run<Uint8Array>(
      'exportReview',
      { kind, data: paperOf(sheet) },
      { signal: ctx.job?.signal, progress: ctx.job?.progress },
    );
    const half = sheet.part === 'firstHalf' ? ' 6 tháng đầu' : '';
    return ctx.files.put(`Tự chấm điểm công đoàn cơ sở${half} năm ${sheet.year}.${kind}`, KINDS[kind], bytes);
  };
}
