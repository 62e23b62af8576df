/** Evidence (minh chứng) of a criterion: files, kept once by their hash with all other files, and links to records. */
import { AppError } from '../../../shared/contract/errors';
import { fileTypeOf } from '../../../shared/domain/attachments';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { keepIncoming, keptBytes } from '../files/service';
import * as repo from './repository';
import { openReview, sheetItem } from './sheet';

export function addFile(input: ParsedInputOf<'review.addFile'>, ctx: Ctx): OutputOf<'review.addFile'> {
  const review = openReview(ctx, input.reviewId);
  sheetItem(ctx, review, input.criterion);
  const file = keepIncoming(ctx, input.token);
  const row = {
    reviewId: review.id,
    criterionUid: input.criterion,
    kind: 'file' as const,
    label: input.label ?? file.name,
    hash: file.hash,
    entity: null,
    recordId: null,
  };
  return attach(ctx, row);
}

export function addRecord(input: ParsedInputOf<'review.addRecord'>, ctx: Ctx): OutputOf<'review.addRecord'> {
  const review = openReview(ctx, input.reviewId);
  const item = sheetItem(ctx, review, input.criterion);
  if (item.evidence.some((each) => each.entity === input.entity && each.recordId === input.recordId))
    throw new AppError('DUPLICATE', { details: { name: input.label } });
  return attach(ctx, {
    reviewId: review.id,
    criterionUid: input.criterion,
    kind: 'record',
    label: input.label,
    hash: null,
    entity: input.entity,
    recordId: input.recordId,
  });
}

function attach(ctx: Ctx, row: Parameters<typeof repo.insertEvidence>[1]): { id: number } {
  const id = repo.insertEvidence(ctx.db, row, ctx.now());
  recordChange(ctx, { entity: 'review_evidence', entityId: id, action: 'create', after: row });
  ctx.undo('review.removeEvidence', { ids: [id] });
  return { id };
}

export function removeEvidence(
  input: ParsedInputOf<'review.removeEvidence'>,
  ctx: Ctx,
): OutputOf<'review.removeEvidence'> {
  for (const id of input.ids) {
    const before = repo.evidenceById(ctx.db, id);
    if (!before) throw new AppError('NOT_FOUND');
    openReview(ctx, before.reviewId);
    if (!repo.setEvidenceDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'review_evidence', entityId: id, action: 'trash', before });
  }
  ctx.undo('review.restoreEvidence', { ids: input.ids });
  return { count: input.ids.length };
}

export function restoreEvidence(
  input: ParsedInputOf<'review.restoreEvidence'>,
  ctx: Ctx,
): OutputOf<'review.restoreEvidence'> {
  let count = 0;
  for (const id of input.ids) {
    const row = repo.evidenceById(ctx.db, id);
    if (!row) continue;
    openReview(ctx, row.reviewId);
    if (!repo.setEvidenceDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: 'review_evidence', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('review.removeEvidence', { ids: input.ids });
  return { count };
}

/** An evidence file on its way out, after its bytes were compared with its hash. */
export async function openEvidence(
  input: ParsedInputOf<'review.openEvidence'>,
  ctx: Ctx,
): Promise<OutputOf<'review.openEvidence'>> {
  const row = repo.evidenceById(ctx.db, input.id);
  if (!row?.hash) throw new AppError('NOT_FOUND');
  const mime = fileTypeOf(row.label)?.mime ?? 'application/octet-stream';
  return ctx.files.put(row.label, mime, keptBytes(ctx, row.hash, row.label));
}
