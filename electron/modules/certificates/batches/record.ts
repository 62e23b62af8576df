/** One certificate and whose it is. */
import { AppError } from '../../../../shared/contract/errors';
import type { Ctx } from '../../../ipc/context';
import {
  type CertificateRow,
  certificateById,
  type ListedDecision,
  liveDecision,
  type RecipientRecord,
  recipientsInOrder,
} from '../../awards/service';

/** A certificate with the recipient it belongs to. Errors: NOT_FOUND. */
export function certificateOf(
  ctx: Pick<Ctx, 'db'>,
  id: number,
): { row: CertificateRow; recipient: RecipientRecord; decision: ListedDecision } {
  const row = certificateById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  const decision = liveDecision(ctx, row.decisionId);
  const recipient = recipientsInOrder(ctx, decision.id).find((one) => one.uid === row.recipientUid);
  if (!recipient) throw new AppError('NOT_FOUND');
  return { row, recipient, decision };
}
