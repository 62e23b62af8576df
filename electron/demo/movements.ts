/** Four invented movements of the year: registrations and results by department, people, an award decision. */
import type { InputOf } from '../../shared/contract';
import { joinedBefore, mixed } from './roles';
import type { Invoke } from './seed';

type Entry = InputOf<'movements.saveEntries'>['rows'][number];

export async function seedMovements(invoke: Invoke, year: number, today: string): Promise<void> {
  const { rows: departments } = await invoke('organisation.units', { kind: 'department' });
  const { rows: members } = await invoke('members.list', { limit: 500 });
  const people = mixed(joinedBefore(members, `${year - 1}`));
  const results = today >= `${year}-10-01`;
  for (const [at, one] of movementsOf(year).entries()) {
    const { id } = await invoke('movements.save', one.fields);
    const units = departments.slice(0, one.units).map(
      (unit, i): Entry => ({
        orgUnitId: unit.id,
        undertakes: one.undertakes,
        registeredOn: one.fields.launchedOn ?? null,
        ...(results && i % 5 !== 4 ? { ...one.result(i), resultOn: `${year}-10-05` } : {}),
      }),
    );
    await invoke('movements.saveEntries', { id, rows: units });
    const own = people.slice(at * 7, at * 7 + one.people).map(
      (person, i): Entry => ({
        memberId: person.id,
        kind: 'person',
        undertakes: one.personal,
        registeredOn: one.fields.launchedOn ?? null,
        ...(results && i % 3 !== 2
          ? { achieved: i % 4 !== 3, rank: i === 0 ? 'Xuất sắc' : null, resultOn: `${year}-10-05` }
          : {}),
      }),
    );
    if (own.length > 0) await invoke('movements.saveEntries', { id, rows: own });
    if (at === 0 && results) await seedAward(invoke, id, year, departments[0]!.id, people[0]!.id);
  }
}

async function seedAward(
  invoke: Invoke,
  movementId: number,
  year: number,
  orgUnitId: number,
  memberId: number,
): Promise<void> {
  const form = (await invoke('awards.forms', {})).rows.find((row) => row.code === 'LDG')!;
  const decidedOn = `${year}-10-12`;
  const proposed = await invoke('awards.defaults', { formId: form.id, decidedOn, movementId });
  const made = await invoke('awards.create', {
    ...proposed,
    formId: form.id,
    number: '38/QĐ-CĐCS',
    decidedOn,
    moneyIndividual: 200_000,
    moneyCollective: 500_000,
  });
  await invoke('awards.addRecipients', {
    id: made.id,
    items: [
      { kind: 'collective', orgUnitId },
      { kind: 'individual', memberId },
    ],
  });
  await invoke('awards.issue', made);
}

function movementsOf(year: number) {
  return [
    {
      fields: {
        name: '“Lao động giỏi – Lao động sáng tạo”',
        theme: 'Mỗi khoa, phòng có ít nhất một sáng kiến được công nhận',
        level: 'unit' as const,
        launchedBy: 'Ban Chấp hành công đoàn cơ sở',
        launchedOn: `${year}-01-22`,
        startsOn: `${year}-01-22`,
        endsOn: `${year}-11-30`,
        paperNo: '07/KH-CĐCS',
      },
      units: 12,
      people: 7,
      undertakes: 'Có ít nhất 1 sáng kiến cải tiến quy trình',
      personal: 'Đề xuất một sáng kiến',
      result: (i: number) => ({ achieved: i % 4 !== 2, figure: 1 + (i % 3), figureUnit: 'sáng kiến' }),
    },
    {
      fields: {
        name: 'Xây dựng cơ sở y tế “Xanh – Sạch – Đẹp”',
        level: 'superior' as const,
        launchedBy: 'Công đoàn ngành Y tế tỉnh',
        launchedOn: `${year}-02-10`,
        startsOn: `${year}-02`,
        endsOn: `${year}-12`,
        paperNo: '15/HD-CĐN',
      },
      units: 16,
      people: 0,
      undertakes: 'Giữ khoa, phòng đạt từ 85 điểm',
      personal: '',
      result: (i: number) => ({
        achieved: i < 9,
        figure: 97.5 - i * 1.25,
        figureUnit: 'điểm',
        rank: i === 0 ? 'Nhất' : i === 1 ? 'Nhì' : null,
      }),
    },
    {
      fields: {
        name: 'Giỏi việc nước – đảm việc nhà',
        level: 'province' as const,
        launchedBy: 'Liên đoàn Lao động tỉnh Thanh Lâm',
        launchedOn: `${year}-03-02`,
        startsOn: `${year}-03`,
        endsOn: `${year}-10`,
      },
      units: 8,
      people: 6,
      undertakes: 'Vận động nữ đoàn viên đăng ký đủ tiêu chuẩn',
      personal: 'Đạt các tiêu chuẩn của phong trào',
      result: (i: number) => ({ achieved: true, figure: 60 + i * 4, figureUnit: '%' }),
    },
    {
      fields: {
        name: 'Đoàn viên “Nói lời hay, làm việc tốt” – vì sự hài lòng của người bệnh',
        level: 'unit' as const,
        launchedBy: 'Ban Chấp hành công đoàn cơ sở',
        launchedOn: `${year}-05-19`,
        startsOn: `${year}-05-19`,
        endsOn: `${year + 1}-05-19`,
        paperNo: '22/KH-CĐCS',
      },
      units: 6,
      people: 4,
      undertakes: 'Không có phản ánh về thái độ phục vụ',
      personal: 'Nêu gương trong giao tiếp',
      result: () => ({ achieved: true }),
    },
  ];
}
