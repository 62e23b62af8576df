/** Private fields in use at the invented hospital, and its own fields with some values. */
import type { Invoke } from './seed';

/** Before the people come: what the unit keeps of them. */
export async function seedPrivateFields(invoke: Invoke): Promise<void> {
  await invoke('members.setSensitive', {
    group: 'party',
    enabled: true,
    purpose: 'Báo cáo số đảng viên và số đoàn viên ưu tú giới thiệu cho Đảng',
  });
  await invoke('members.setSensitive', {
    group: 'hardship',
    enabled: true,
    purpose: 'Xét tặng quà Tết và trợ cấp đoàn viên khó khăn',
  });
  await invoke('members.saveExtraField', {
    label: 'Cỡ áo đồng phục',
    kind: 'choice',
    choices: ['S', 'M', 'L', 'XL'],
  });
  await invoke('members.saveExtraField', { label: 'Câu lạc bộ', kind: 'text' });
  await invoke('members.saveExtraField', { label: 'Số lần hiến máu', kind: 'number' });
}

const SIZES = ['S', 'M', 'M', 'L', 'L', 'XL'];
const CLUBS = ['Cầu lông', 'Bóng chuyền', 'Văn nghệ'];

/** Values of the own fields for the person at place `at` of the list. */
export function ownValues(fields: readonly { id: number }[], at: number): Record<string, string | number> {
  const [size, club, blood] = fields;
  return {
    ...(size && at % 3 !== 0 ? { [size.id]: SIZES[at % SIZES.length]! } : {}),
    ...(club && at % 7 === 0 ? { [club.id]: CLUBS[at % CLUBS.length]! } : {}),
    ...(blood && at % 11 === 0 ? { [blood.id]: 1 + (at % 4) } : {}),
  };
}

/** Every fortieth person is in hardship. */
export function hardshipAt(at: number) {
  if (at % 40 !== 5) return {};
  return at % 80 === 5
    ? { hardship: 'hard' as const, hardshipNote: 'Nuôi hai con nhỏ, ở trọ xa quê' }
    : { hardship: 'very_hard' as const, hardshipNote: 'Mẹ già ốm lâu ngày, nhà dột nát' };
}
