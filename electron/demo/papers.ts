/** Requests of members about their data, cards that were changed or lost, and how long records are kept. */
import { addDays } from '../../shared/domain/dateMath';
import type { Invoke } from './seed';

export async function seedPapers(invoke: Invoke, today: string): Promise<void> {
  await invoke('members.setRetention', { years: 10 });
  const { rows } = await invoke('members.list', { limit: 60 });
  const marks = ['changed', 'lost', 'new'] as const;
  for (const [at, row] of rows.slice(20, 26).entries()) {
    const { version, fields, extra } = await invoke('members.get', { id: row.id });
    await invoke('members.update', { ...fields, extra, id: row.id, version, cardStatus: marks[at % 3]! });
  }
  const asked = [
    { at: 3, days: 30, kind: 'copy', answer: 'Đã đưa phiếu thông tin bản giấy.' },
    { at: 7, days: 6, kind: 'correct', answer: null },
    { at: 11, days: 1, kind: 'copy', answer: null },
  ] as const;
  for (const { at, days, kind, answer } of asked) {
    const row = rows[at];
    if (!row) continue;
    const askedOn = addDays(today, -days);
    await invoke('members.addRequest', {
      memberId: row.id,
      kind,
      askedBy: row.fullName,
      askedOn,
      answer,
      answeredOn: answer === null ? null : addDays(askedOn, 1),
    });
  }
}
