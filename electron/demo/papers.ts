/** Requests of members about their data, cards that were changed or lost, and how long records are kept. */
import { addDays } from '../../shared/domain/dateMath';
import type { Invoke } from './seed';

/** Two who left so long ago that their records need not be kept. */
const LONG_GONE = [
  { fullName: 'Lường Văn Xá', gender: 'male', birthDate: '1952-03-11', ago: 13, status: 'retired' },
  { fullName: 'Vàng Thị Mỷ', gender: 'female', birthDate: '1968', ago: 11, status: 'transferred' },
] as const;

export async function seedPapers(invoke: Invoke, today: string): Promise<void> {
  await invoke('members.setRetention', { years: 10 });
  const year = Number(today.slice(0, 4));
  for (const { ago, status, ...person } of LONG_GONE) {
    const { id, version } = await invoke('members.create', {
      ...person,
      unionJoinDate: String(year - ago - 15),
      jobTitle: 'Điều dưỡng',
    });
    const statusDate = `${year - ago}-06-30`;
    await invoke('members.setStatus', { id, version, status, statusDate, reason: null });
  }
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
