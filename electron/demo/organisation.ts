/** Invented changes of the organisation: sections over the groups, a renaming, a split, and a year of classes. */
import type { InputOf } from '../../shared/contract';
import type { Invoke } from './seed';

/** Which groups each section holds, by number. */
const SECTIONS: readonly { name: string; shortName: string; from: number; to: number }[] = [
  { name: 'Công đoàn bộ phận Khối lâm sàng', shortName: 'CĐBP Lâm sàng', from: 1, to: 5 },
  {
    name: 'Công đoàn bộ phận Khối cận lâm sàng - Dự phòng',
    shortName: 'CĐBP Cận lâm sàng - DP',
    from: 6,
    to: 9,
  },
  { name: 'Công đoàn bộ phận Khối phòng chức năng', shortName: 'CĐBP Phòng chức năng', from: 10, to: 14 },
  { name: 'Công đoàn bộ phận Trạm Y tế xã', shortName: 'CĐBP Trạm Y tế', from: 15, to: 18 },
];
const CLASSES: readonly InputOf<'organisation.saveClass'>['class'][] = ['excellent', 'good', 'good', 'done'];

/** Adds the sections; answers the one a group of this number stands in. */
export async function seedSections(invoke: Invoke): Promise<(group: number) => number | null> {
  const made: { id: number; from: number; to: number }[] = [];
  for (const { name, shortName, from, to } of SECTIONS) {
    const { id } = await invoke('organisation.createUnit', { kind: 'section', name, shortName });
    made.push({ id, from, to });
  }
  return (group) => made.find((one) => group >= one.from && group <= one.to)?.id ?? null;
}

/** A department that has had its present name for a year and more. */
export async function seedRenaming(
  invoke: Invoke,
  unitId: number,
  { name, shortName }: { name: string; shortName: string },
  year: number,
): Promise<void> {
  await invoke('organisation.change', {
    change: { kind: 'rename', on: `${year - 1}-07-01`, unitId, name, shortName },
    decisionNo: '118/QĐ-TTYT',
    decisionDate: `${year - 1}-06-24`,
  });
}

/** What else changed in the last two years. */
export async function seedOrganisation(invoke: Invoke, year: number): Promise<void> {
  const { units } = await invoke('organisation.tree', {});
  const called = (name: string) => units.find((unit) => unit.name === name);
  const big = called('Tổ công đoàn số 02');
  if (big) {
    const on = `${year}-04-01`;
    const { rows } = await invoke('organisation.unitPeople', {
      unitId: big.id,
      kind: 'group',
      asOf: on,
      limit: 500,
    });
    const half = rows.filter((_, at) => at % 2 === 1).map((row) => row.id);
    await invoke('organisation.change', {
      change: {
        kind: 'split',
        on,
        unitId: big.id,
        parts: [{ name: 'Tổ công đoàn số 19', parentId: big.parentId, memberIds: half }],
      },
      decisionNo: '14/QĐ-CĐCS',
      decisionDate: `${year}-03-26`,
      note: 'Tổ đông quá 40 người, tách để tiện sinh hoạt',
    });
  }
  for (const [at, unit] of units.filter((one) => one.kind === 'group').entries())
    await invoke('organisation.saveClass', {
      unitId: unit.id,
      year: year - 1,
      class: CLASSES[at % CLASSES.length]!,
      decisionNo: '52/QĐ-CĐCS',
      decisionDate: `${year - 1}-12-18`,
    });
  await invoke('organisation.saveClass', { unitId: null, year: year - 1, class: 'excellent' });
}
