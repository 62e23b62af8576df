/** This year's registration, and a round of proposals: four departments handed in, one is missing, the council met. */
import type { InputOf, OutputOf } from '../../shared/contract';
import { joinedBefore, mixed } from './roles';
import type { Invoke } from './seed';

type Row = InputOf<'proposals.takeIn'>['rows'][number];
type Person = OutputOf<'members.list'>['rows'][number];

const DEEDS = [
  'Hoàn thành xuất sắc nhiệm vụ chuyên môn; trực đủ các phiên trong năm; hướng dẫn 02 đồng nghiệp mới',
  'Vượt chỉ tiêu khám, điều trị; không có phản ánh của người bệnh; tham gia đủ các phong trào của công đoàn',
  'Làm tốt công tác chăm sóc toàn diện; tham gia hiến máu; được người bệnh gửi thư khen',
  'Chủ động khắc phục khó khăn khi thiếu người; bảo đảm an toàn người bệnh trong mọi ca trực',
];
const INITIATIVES = ['Cải tiến quy trình tiếp đón người bệnh', null, 'Bảng theo dõi thuốc gần hết hạn', null];

export async function seedProposals(invoke: Invoke, year: number, today: string): Promise<void> {
  const { rows: departments } = await invoke('organisation.units', { kind: 'department' });
  const { rows: members } = await invoke('members.list', { limit: 500 });
  const people = mixed(joinedBefore(members, `${year}`));
  const units = [...departments].sort((a, b) => b.members - a.members).slice(0, 5);
  const { rows: forms } = await invoke('awards.forms', { on: today });
  const form = (code: string) => forms.find((row) => row.code === code)!.id;
  const of = (unit: { name: string }) => people.filter((person) => person.department === unit.name);
  const registration = await invoke('proposals.saveRound', {
    kind: 'registration',
    year,
    name: `Đăng ký thi đua năm ${year}`,
    deadline: `${year}-02-28`,
    formIds: [form('DVXS'), form('LDTT'), form('TTLDTT')],
    unitIds: units.map((unit) => unit.id),
  });
  for (const unit of units)
    await handIn(invoke, registration.id, unit, [
      { kind: 'collective', orgUnitId: unit.id, formId: form('TTLDTT') },
      ...of(unit)
        .slice(0, 6)
        .map(
          (person, i): Row => ({
            kind: 'individual',
            memberId: person.id,
            formId: form(i % 2 === 0 ? 'DVXS' : 'LDTT'),
          }),
        ),
    ]);
  const round = await invoke('proposals.saveRound', {
    year,
    name: `Xét khen thưởng cuối năm ${year}`,
    occasion: `Tổng kết hoạt động công đoàn năm ${year}`,
    deadline: later(today),
    formIds: [form('GK-CS'), form('DVXS'), form('TOVM')],
    unitIds: units.map((unit) => unit.id),
  });
  for (const [at, unit] of units.slice(0, 4).entries())
    await handIn(invoke, round.id, unit, rowsOf(unit, of(unit), at, form));
  if (today >= `${year}-03-01`) await seedMeeting(invoke, round.id, today);
}

/** A week from a day, so that the list that is missing is still awaited. */
function later(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7);
  return day.toISOString().slice(0, 10);
}

function rowsOf(
  unit: { id: number },
  people: readonly Person[],
  at: number,
  form: (code: string) => number,
): Row[] {
  const own = people.slice(0, 4).map(
    (person, i): Row => ({
      kind: 'individual',
      memberId: person.id,
      formId: form(i === 3 ? 'DVXS' : 'GK-CS'),
      achievement: DEEDS[(at + i) % DEEDS.length]!,
      initiative: INITIATIVES[(at + i) % INITIATIVES.length] ?? null,
    }),
  );
  if (at > 1) return own;
  return [
    {
      kind: 'collective',
      orgUnitId: unit.id,
      formId: form('GK-CS'),
      achievement: 'Hoàn thành 100% chỉ tiêu được giao; 100% đoàn viên tham gia các phong trào thi đua',
    },
    ...own,
  ];
}

async function handIn(
  invoke: Invoke,
  roundId: number,
  unit: { id: number; name: string },
  rows: readonly Row[],
): Promise<void> {
  await invoke('proposals.takeIn', {
    roundId,
    fileName: `Danh sách ${unit.name}.xlsx`,
    orgUnitIds: [unit.id],
    rows: rows.map((row) => ({ ...row, fromUnitId: unit.id })),
  });
}

async function seedMeeting(invoke: Invoke, roundId: number, today: string): Promise<void> {
  const { attendees, ...proposed } = await invoke('proposals.meetingDefaults', { roundId, heldOn: today });
  const absent = attendees.length > 5 ? attendees.length - 1 : -1;
  const { id } = await invoke('proposals.saveMeeting', {
    ...proposed,
    roundId,
    heldOn: today,
    startsAt: '14:00',
    endsAt: '16:00',
    place: 'Phòng họp tầng 2',
    secretaryName: attendees[1]?.name ?? null,
    threshold: 70,
    attendees: attendees.map((one, i) =>
      i === absent ? { ...one, present: false, reason: 'đi công tác' } : one,
    ),
    opinions: 'Các thành viên nhất trí với cách bình xét của các khoa, phòng.',
  });
  const { rows, present } = await invoke('proposals.meeting', { id });
  if (present === 0) return;
  await invoke('proposals.vote', {
    meetingId: id,
    rows: rows.map(({ proposalId }, i) => ({
      proposalId,
      votesFor: i === 6 ? Math.floor(present / 2) : present - (i % 4 === 3 ? 1 : 0),
    })),
  });
}
