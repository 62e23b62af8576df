/** Invented dues of three months, two drives, donors and money given for one purpose. */

import { addDays, addMonths } from '../../shared/domain/dateMath';
import { monthDays } from '../../shared/domain/dues';
import { joinedBefore, mixed, type Row } from './roles';
import type { Invoke } from './seed';

/** Pay of the invented staff: whole hundreds of thousands, by a fixed order. */
const payOf = (row: Pick<Row, 'id'>): number => 4_800_000 + ((row.id * 37) % 60) * 100_000;

export async function seedDues(invoke: Invoke, year: number, today: string): Promise<void> {
  const people = (await invoke('members.list', { limit: 500 })).rows;
  const [fund, help] = (await invoke('funds.list', { year })).rows;
  if (!fund || !help) return;
  await invoke('members.setSensitive', {
    group: 'money',
    enabled: true,
    purpose: 'Thu đoàn phí theo mức lương',
  });
  await invoke('dues.setBases', {
    rows: people.map((row) => ({ memberId: row.id, fromMonth: `${year}-01`, amount: payOf(row) })),
  });
  await collect(invoke, fund.id, today);
  const earmarks = await seedEarmarks(invoke, help.id);
  await seedDrives(invoke, people, help.id, earmarks.home, today);
  await seedDonors(invoke, help.id, earmarks, year, today);
}

/** The last three full months: nearly everybody pays with the group, a few fall behind. */
async function collect(invoke: Invoke, fundId: number, today: string): Promise<void> {
  for (const back of [3, 2, 1]) {
    const month = addMonths(`${today.slice(0, 7)}-01`, -back).slice(0, 7);
    const first = await invoke('dues.month', { month, limit: 500 });
    const owing = first.rows.filter(
      (row) => row.due !== null && row.due > 0 && (row.memberId * 31) % 47 >= 4 - back,
    );
    const kept = owing.filter((row) => (row.memberId * 13) % 29 !== 0);
    const departments = [...new Set(kept.map((row) => row.departmentId))];
    for (const part of [departments.slice(0, 9), departments.slice(9)]) {
      const lines = kept
        .filter((row) => part.includes(row.departmentId))
        .map((row) => ({ memberId: row.memberId, month, amount: row.due! }));
      const onDate = addDays(monthDays(month).to, 5);
      if (lines.length > 0 && onDate <= today)
        await invoke('dues.collect', { fundId, onDate, lines, payer: 'Các tổ trưởng công đoàn' });
    }
  }
}

async function seedEarmarks(invoke: Invoke, fundId: number): Promise<{ home: number; rooms: number }> {
  const home = await invoke('donors.saveEarmark', {
    name: 'Mái ấm tình thương',
    purpose: 'Sửa nhà, xây nhà cho đoàn viên khó khăn',
    fundId,
  });
  const rooms = await invoke('donors.saveEarmark', {
    name: 'Nhà ở cho cán bộ y tế vùng cao',
    purpose: 'Dựng 05 phòng ở công vụ',
    beneficiary: 'Trạm Y tế xã Nà Lùng',
    fundId,
  });
  return { home: home.id, rooms: rooms.id };
}

async function seedDrives(
  invoke: Invoke,
  people: readonly Row[],
  fundId: number,
  earmarkId: number,
  today: string,
): Promise<void> {
  const cutOff = addDays(today, -40);
  const drive = await invoke('drives.save', {
    ...{ name: 'Một ngày lương ủng hộ đồng bào vùng lũ', launchedBy: 'Ban Chấp hành công đoàn cơ sở' },
    ...{
      launchedOn: cutOff,
      cutOff,
      deadline: addDays(today, -5),
      targetKind: 'none',
      targetText: 'một ngày lương',
      fundId,
    },
  });
  const members = mixed(joinedBefore(people, cutOff));
  const silent = new Set(members.slice(0, 4).map((row) => row.id));
  const gifts = members
    .filter((row) => !silent.has(row.id))
    .map((row) => ({
      memberId: row.id,
      onDate: addDays(cutOff, 6),
      amount: Math.round(payOf(row) / 22_000) * 1_000,
    }));
  await invoke('drives.record', { id: drive.id, gifts });
  await invoke('drives.book', {
    id: drive.id,
    fundId,
    onDate: addDays(cutOff, 8),
    payer: 'Các tổ trưởng công đoàn',
  });
  const home = await invoke('drives.save', {
    ...{ name: 'Quỹ Mái ấm tình thương', launchedBy: 'Công đoàn cấp trên', earmarkId, fundId },
    ...{ launchedOn: addDays(today, -20), cutOff: addDays(today, -20), deadline: addDays(today, 25) },
    ...{ targetKind: 'person', targetAmount: 50_000, targetText: 'ít nhất 50.000 đồng' },
  });
  const given = members.filter((_, at) => at % 3 !== 0);
  await invoke('drives.record', {
    id: home.id,
    gifts: [
      ...given.map((row) => ({ memberId: row.id, onDate: addDays(today, -12), amount: 50_000 })),
      { name: 'Bếp ăn từ thiện Hoa Ban', onDate: addDays(today, -10), amount: 2_000_000 },
    ],
  });
}

async function seedDonors(
  invoke: Invoke,
  fundId: number,
  earmarks: { rooms: number },
  year: number,
  today: string,
): Promise<void> {
  const company = await invoke('donors.save', {
    ...{
      name: 'Công ty Cổ phần Dược liệu Thảo Nguyên',
      addressForm: 'Quý Công ty',
      contact: 'Bà Phan Thị Thu Lan',
    },
    ...{ phone: '0912 000 111', address: '12 đường Suối Mơ, phường Thanh Lâm' },
  });
  const group = await invoke('donors.save', {
    ...{ name: 'Nhóm thiện nguyện Áo Ấm Vùng Cao', addressForm: 'Quý Nhóm', contact: 'Ông Giàng A Sùng' },
  });
  const unnamed = await invoke('donors.save', {
    kind: 'person',
    name: 'Một bác sĩ đã nghỉ hưu',
    anonymous: true,
  });
  const book = { fundId, holding: 'bank' } as const;
  await invoke('donors.saveGift', {
    ...{
      donorId: company.id,
      onDate: addDays(today, -60),
      amount: 100_000_000,
      earmarkId: earmarks.rooms,
      book,
    },
    ...{
      occasion: `Nhân dịp Ngày hội cán bộ y tế vùng cao năm ${year}`,
      programme: 'Nhà ở cho cán bộ y tế vùng cao',
    },
    usedFor: 'chuyển tới Trạm Y tế xã Nà Lùng để dựng nhà ở công vụ',
  });
  const clothes = await invoke('donors.saveGift', {
    ...{
      donorId: group.id,
      onDate: addDays(today, -45),
      kind: 'goods',
      goods: '120 áo ấm',
      amount: 18_000_000,
    },
    ...{ occasion: `Mùa đông năm ${year}`, programme: 'Áo ấm cho con đoàn viên' },
  });
  await invoke('donors.setThanked', { ids: [clothes.id], on: addDays(today, -40) });
  await invoke('donors.saveGift', {
    donorId: unnamed.id,
    onDate: addDays(today, -15),
    amount: 5_000_000,
    book,
  });
  const paid = await invoke('funds.createVoucher', {
    ...{ fundId, kind: 'payment', onDate: addDays(today, -20), holding: 'bank', amount: 60_000_000 },
    ...{
      reason: 'Chi đợt 1 dựng nhà ở cán bộ y tế xã Nà Lùng',
      papers: 'Hợp đồng, biên bản nghiệm thu',
      paperCount: 2,
    },
  });
  await invoke('donors.saveUse', {
    ...{ earmarkId: earmarks.rooms, onDate: addDays(today, -20), amount: 60_000_000, voucherId: paid.id },
    what: 'Dựng nhà đợt 1: móng, khung, mái',
  });
}
