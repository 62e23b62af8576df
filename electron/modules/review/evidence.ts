/**
 * Evidence (minh chứng) of a criterion: files and links to records. A file's bytes are kept once, named by their
 * SHA-256, in the data folder's evidence folder; it is written under a temporary name, synced and renamed before the
 * row that points to it, so that a row never points to half a file. Bytes are never removed here.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';
import { openReview, sheetItem } from './sheet';

/** Largest evidence file, in bytes. */
export const MAX_EVIDENCE_BYTES = 30 * 1024 * 1024;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pathOf = (dataDir: string, sha256: string): string =>
  join(dataDir, 'evidence', sha256.slice(0, 2), sha256);

function keepFile(dataDir: string, sha256: string, bytes: Uint8Array): void {
  const path = pathOf(dataDir, sha256);
  if (existsSync(path) && hashOf(readFileSync(path)) === sha256) return;
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

export function addFile(input: ParsedInputOf<'review.addFile'>, ctx: Ctx): OutputOf<'review.addFile'> {
  const review = openReview(ctx, input.reviewId);
  sheetItem(ctx, review, input.criterion);
  const file = ctx.files.open(input.token);
  if (file.size === 0) throw new AppError('FILE_EMPTY', { details: { name: file.name } });
  if (file.size > MAX_EVIDENCE_BYTES) throw new AppError('FILE_TOO_LARGE', { details: { name: file.name } });
  const bytes = file.bytes();
  const sha256 = hashOf(bytes);
  keepFile(ctx.paths.data, sha256, bytes);
  const fileId = repo.evidenceFileId(ctx.db, sha256, bytes.byteLength, ctx.now());
  const row = {
    reviewId: review.id,
    criterionUid: input.criterion,
    kind: 'file' as const,
    label: input.label ?? file.name,
    fileId,
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
    fileId: null,
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

const MIMES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** An evidence file on its way out, after its bytes were compared with its hash. */
export async function openEvidence(
  input: ParsedInputOf<'review.openEvidence'>,
  ctx: Ctx,
): Promise<OutputOf<'review.openEvidence'>> {
  const row = repo.evidenceById(ctx.db, input.id);
  if (!row?.sha256) throw new AppError('NOT_FOUND');
  const path = pathOf(ctx.paths.data, row.sha256);
  if (!existsSync(path)) throw new AppError('NOT_FOUND', { details: { name: row.label } });
  const bytes = new Uint8Array(readFileSync(path));
  if (hashOf(bytes) !== row.sha256) throw new AppError('FILE_BROKEN', { details: { name: row.label } });
  const ending = row.label.split('.').at(-1)?.toLowerCase() ?? '';
  return ctx.files.put(row.label, MIMES[ending] ?? 'application/octet-stream', bytes);
}
