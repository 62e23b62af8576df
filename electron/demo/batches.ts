/** A certificate of last year that got wet on the way home and was given again under a new number. */
import type { Invoke } from './seed';

/** `today` is the seeded store's day, ISO. */
export async function seedBatches(invoke: Invoke, today: string): Promise<void> {
  const year = Number(today.slice(0, 4)) - 1;
  const { rows } = await invoke('certificates.list', { year });
  const decision = rows.find((row) => row.status === 'issued');
  if (!decision?.decidedOn) return;
  const batch = await invoke('certificates.get', { decisionId: decision.decisionId });
  const recipient = batch.rows.filter((row) => row.kind === 'individual').at(2);
  if (!recipient) return;
  await invoke('certificates.reissue', {
    recipientId: recipient.id,
    on: `${year}-12-05`,
    reason: 'Giấy bị ướt, nhòe chữ',
    number: 'new',
  });
}
