/** All evidence of a review as a folder: what each file is called in it, and the index. */

import { AppError } from '../../../shared/contract/errors';
import type { ReviewSheet } from '../../../shared/contract/review';
import { formatDate } from '../../../shared/domain/dateFormat';
import { pointsText } from '../../../shared/domain/scoring';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { EvidenceFolderInput } from '../../jobs/evidenceFolder';
import { reviewName } from './paperData';
import { evidenceById } from './repository';
import { liveReview, reviewSheet } from './sheet';

type Item = ReviewSheet['groups'][number]['items'][number];
type File = EvidenceFolderInput['files'][number];

/** A ZIP is put together in memory. */
const MOST_BYTES = 400 * 1024 * 1024;

const safeName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);

/** "1.1-01 Biên bản.pdf": files of a criterion in their order. */
function filesOf(ctx: Ctx, item: Item): File[] {
  return item.evidence
    .filter((each) => each.kind === 'file')
    .map((each, at) => {
      const hash = evidenceById(ctx.db, each.id)?.hash;
      if (!hash) throw new AppError('FILE_MISSING', { details: { name: each.label } });
      const name = `${safeName(item.code)}-${String(at + 1).padStart(2, '0')} ${safeName(each.label)}`;
      return { hash, name, label: each.label };
    });
}

const scoreOf = (score: number | null, max: number): string =>
  `${score === null ? '–' : pointsText(score)}/${pointsText(max)}`;

export async function exportEvidence(
  input: ParsedInputOf<'review.exportEvidence'>,
  ctx: Ctx,
): Promise<OutputOf<'review.exportEvidence'>> {
  const sheet = reviewSheet(ctx, liveReview(ctx, input.id));
  const items = sheet.groups.flatMap((group) => group.items);
  const bytes = items.flatMap((item) => item.evidence).reduce((sum, each) => sum + (each.size ?? 0), 0);
  const title = `Minh chứng ${reviewName(sheet)}`;
  if (bytes > MOST_BYTES) throw new AppError('FILE_TOO_LARGE', { details: { name: title } });
  const files = new Map(items.map((item) => [item.uid, filesOf(ctx, item)]));
  const job: EvidenceFolderInput = {
    dataDir: ctx.paths.data,
    folder: title,
    files: [...files.values()].flat(),
    index: {
      title,
      unit: sheet.unit.name ?? '',
      facts: [
        `Số liệu đến ${formatDate(sheet.asOf)}.`,
        `Tổng điểm tự chấm: ${scoreOf(sheet.totals.score, sheet.totals.max)}.`,
      ],
      groups: sheet.groups.map((group) => ({
        ...{ code: group.code, title: group.title },
        score: scoreOf(group.totals.score, group.totals.max),
        items: group.items.map((item) => ({
          ...{ code: item.code, title: item.title, figure: item.figureText, note: item.note },
          score: scoreOf(item.counted, item.max),
          files: (files.get(item.uid) ?? []).map(({ name, label }) => ({ name, label })),
          records: item.evidence.filter((each) => each.kind === 'record').map((each) => each.label),
        })),
      })),
    },
  };
  const zip = await ctx.jobs.run<Uint8Array>('evidenceFolder', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(`${title}.zip`, 'application/zip', zip);
}
