/** The invented hospital's own conditions, one person not considered for a time, one gone past, money by coefficient. */
import type { Invoke } from './seed';

/** Examples of local rules the office goes by. */
const OWN = ['absence', 'service', 'discipline', 'registered', 'quotaPercent'] as const;
const CODE = 'GK-CS';

export async function seedAwardRules(invoke: Invoke, year: number): Promise<void> {
  await turnOn(invoke);
  await invoke('awardMoney.saveCoefficient', {
    ...{ formCode: CODE, recipient: 'individual', hundredths: 15, validFrom: `${year - 1}-01-01` },
    source: 'Quy chế chi tiêu nội bộ của công đoàn cơ sở',
  });
  const { rows: decisions } = await invoke('awards.list', { year, status: 'draft' });
  const draft = decisions.find(
    (row) => row.number !== null && row.occasion?.startsWith('Tổng kết hoạt động'),
  );
  if (!draft) return;
  const { rows } = await invoke('awards.recipients', { id: draft.id });
  const people = rows.filter((row) => row.kind === 'individual' && row.memberId !== null);
  await register(
    invoke,
    year,
    people.slice(3).map((row) => row.memberId!),
  );
  const [held] = people.slice(6);
  await invoke('awardRules.saveHold', {
    ...{
      memberId: held!.memberId,
      fromOn: `${year}-10-05`,
      reason: 'Đang xác minh đơn phản ánh của người bệnh',
    },
  });
  const checked = await invoke('awardRules.check', { decisionId: draft.id });
  const late = checked.rows.find((row) => row.id === people[1]!.id);
  const missing = late?.lines.find((line) => line.kind === 'registered');
  if (late && missing)
    await invoke('awardRules.override', {
      ...{ subjects: [late.uid], ruleId: missing.ruleId, decidedBy: 'Ban Chấp hành' },
      reason: 'Đi học dài hạn khi tổ đăng ký thi đua; kết quả công tác cả năm tốt',
    });
}

async function turnOn(invoke: Invoke): Promise<void> {
  const { rows } = await invoke('awardRules.list', {});
  for (const { inForce: _, ...row } of rows)
    if (row.mark === 'local' && (OWN as readonly string[]).includes(row.kind))
      await invoke('awardRules.save', { ...row, enabled: true });
}

/** Nearly everybody on the list registered for the year's emulation. */
async function register(invoke: Invoke, year: number, members: readonly number[]): Promise<void> {
  const { rows } = await invoke('movements.list', { year, limit: 10 });
  const movement = rows.find((row) => row.level === 'unit');
  if (!movement) return;
  const { rows: known } = await invoke('movements.entries', { id: movement.id });
  const there = new Set(known.map((row) => row.memberId));
  await invoke('movements.saveEntries', {
    id: movement.id,
    rows: members
      .filter((memberId) => !there.has(memberId))
      .map((memberId) => ({ memberId, kind: 'person' as const, registeredOn: `${year}-01-29` })),
  });
}
