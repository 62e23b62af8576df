/** Private fields in use at the invented hospital, and its own fields with some values. */
import { addDays } from '../../shared/domain/dateMath';
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

/** What members were told, who agreed, and two requests: one answered, one past its day. */
export async function seedConsents(invoke: Invoke, year: number, today: string): Promise<void> {
  const told = { toldOn: `${year - 1}-01-15`, toldHow: 'Họp tổ công đoàn đầu năm', asks: true };
  await invoke('members.savePurpose', {
    ...told,
    purpose: 'basic',
    version: 0,
    asks: false,
    told: 'Giữ họ tên, ngày sinh, khoa phòng, liên hệ để sinh hoạt công đoàn, chăm lo, khen thưởng.',
  });
  await invoke('members.savePurpose', {
    ...told,
    purpose: 'photo',
    version: 0,
    told: 'Giữ ảnh chân dung để in thẻ đoàn viên; chỉ Ban Chấp hành xem được.',
  });
  await invoke('members.savePurpose', {
    ...told,
    purpose: 'hardship',
    version: 0,
    years: 1,
    told: 'Giữ hoàn cảnh khó khăn để xét quà Tết, trợ cấp; xóa sau khi rời công đoàn 1 năm.',
  });
  const { rows } = await invoke('members.list', { limit: 120 });
  const ids = rows.map(({ id }) => id);
  const given = { givenOn: `${year - 1}-01-20`, how: 'list' as const };
  await invoke('members.giveConsent', { ...given, purpose: 'photo', ids });
  await invoke('members.giveConsent', { ...given, purpose: 'publish', ids: ids.slice(0, 80) });
  await invoke('members.giveConsent', { ...given, purpose: 'hardship', ids: ids.slice(0, 40) });
  const [first, second] = rows;
  const ask = { kind: 'see' as const, askedOn: `${year - 1}-02-03`, answer: 'Đã đưa phiếu thông tin' };
  if (first)
    await invoke('members.addRequest', {
      ...ask,
      memberId: first.id,
      askedBy: first.fullName,
      repliedOn: `${year - 1}-02-04`,
      answeredOn: `${year - 1}-02-05`,
      answerNo: `02/CV-${year - 1}`,
    });
  if (second)
    await invoke('members.addRequest', {
      memberId: second.id,
      askedBy: second.fullName,
      kind: 'correct',
      askedOn: addDays(today, -20),
      note: 'Xin sửa quê quán',
    });
}
