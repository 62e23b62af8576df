/** The invented hospital's history: moves, new titles, people who left, discipline and absence. */
import { DEPARTMENTS } from './people';
import type { Invoke } from './seed';

/** People who are not active any more, with what became of them. */
const FORMER = [
  {
    fullName: 'Hà Thị Mến',
    birthDate: '1969-02-11',
    gender: 'female',
    kind: 'retired',
    years: 1,
    month: '03-01',
  },
  {
    fullName: 'Quàng Văn Păn',
    birthDate: '1964-08-30',
    gender: 'male',
    kind: 'retired',
    years: 2,
    month: '09-01',
  },
  {
    fullName: 'Đoàn Thị Lụa',
    birthDate: '1968-12-05',
    gender: 'female',
    kind: 'retired',
    years: 3,
    month: '01-01',
  },
  {
    fullName: 'Giàng A Chỉnh',
    birthDate: '1986-04-17',
    gender: 'male',
    kind: 'transferredOut',
    years: 1,
    month: '06-15',
    place: 'CĐCS Bệnh viện Đa khoa tỉnh Thanh Lâm',
  },
  {
    fullName: 'Mai Thị Thùy Dương',
    birthDate: '1990-10-02',
    gender: 'female',
    kind: 'transferredOut',
    years: 2,
    month: '02-01',
    place: 'CĐCS Sở Y tế tỉnh Thanh Lâm',
  },
  {
    fullName: 'Tạ Quốc Khải',
    birthDate: '1992-06-21',
    gender: 'male',
    kind: 'left',
    years: 1,
    month: '10-31',
  },
  {
    fullName: 'Cầm Văn Hặc',
    birthDate: '1971-03-09',
    gender: 'male',
    kind: 'died',
    years: 2,
    month: '11-12',
  },
] as const;

/** Through operations, like an officer's own entries. Needs the departments and members to be there. */
export async function seedHistory(invoke: Invoke, year: number, today: string): Promise<void> {
  const units = (await invoke('organisation.units', {})).rows;
  const departments = DEPARTMENTS.map((one) => units.find((unit) => unit.name === one.name)!.id);
  const groups = units.filter((unit) => unit.kind === 'group').map((unit) => unit.id);
  const { rows } = await invoke('members.list', { limit: 500 });
  await seedMoves(
    invoke,
    rows.map((row) => row.id),
    { departments, groups },
    year,
  );
  await seedFormer(invoke, departments, groups, year);
  await seedLeave(
    invoke,
    rows.map((row) => row.id),
    year,
    today,
  );
}

async function seedMoves(
  invoke: Invoke,
  people: readonly number[],
  places: { departments: readonly number[]; groups: readonly number[] },
  year: number,
): Promise<void> {
  const moves = people
    .filter((_, at) => at % 29 === 7)
    .flatMap((memberId, at) => {
      const onDate = `${year - 2 + (at % 3)}-0${1 + (at % 9)}-01`;
      const to = (at * 5) % places.departments.length;
      const decision = {
        decisionNo: `${112 + at}/QĐ-TTYT`,
        decisionDate: onDate,
        reason: 'Điều động nội bộ',
      };
      return [
        { memberId, kind: 'department' as const, to: places.departments[to]!, onDate, ...decision },
        { memberId, kind: 'group' as const, to: places.groups[to]!, onDate },
      ];
    });
  await invoke('members.recordMoves', { moves });
  const promoted = people.filter((_, at) => at % 41 === 11);
  for (const [at, memberId] of promoted.entries())
    await invoke('members.saveFact', {
      memberId,
      kind: 'position',
      value: ['Trưởng khoa', 'Phó trưởng khoa', 'Điều dưỡng trưởng'][at % 3]!,
      onDate: `${year - 1}-0${1 + (at % 9)}-15`,
      decisionNo: `${40 + at}/QĐ-SYT`,
    });
  await invoke('members.recordMoves', {
    moves: [
      {
        memberId: people[20]!,
        kind: 'department',
        to: places.departments[3]!,
        onDate: `${year + 1}-01-01`,
        decisionNo: '305/QĐ-TTYT',
      },
    ],
  });
}

async function seedFormer(
  invoke: Invoke,
  departments: readonly number[],
  groups: readonly number[],
  year: number,
): Promise<void> {
  for (const [at, { fullName, birthDate, gender, ...went }] of FORMER.entries()) {
    const place = (at * 3) % departments.length;
    const { id } = await invoke('members.create', {
      fullName,
      birthDate,
      gender,
      departmentId: departments[place]!,
      groupId: groups[place]!,
      unionJoinDate: `${Number(birthDate.slice(0, 4)) + 25}-05`,
    });
    await invoke('members.saveFact', {
      memberId: id,
      kind: went.kind,
      onDate: `${year - went.years}-${went.month}`,
      place: 'place' in went ? went.place : null,
      decisionNo: went.kind === 'died' ? null : `${61 + at}/QĐ-TTYT`,
    });
  }
}

async function seedLeave(
  invoke: Invoke,
  people: readonly number[],
  year: number,
  today: string,
): Promise<void> {
  const leave = [
    { kind: 'maternity', fromDate: `${year}-03-02`, toDate: `${year}-08-31`, days: null, note: null },
    { kind: 'sick', fromDate: `${year}-05-11`, toDate: `${year}-05-22`, days: 10, note: 'Có giấy ra viện' },
    { kind: 'study', fromDate: `${year - 1}-09-08`, toDate: null, days: null, note: 'Chuyên khoa I' },
    { kind: 'unpaid', fromDate: `${year}-07-06`, toDate: `${year}-07-31`, days: null, note: null },
  ] as const;
  for (const [at, absence] of leave.entries())
    if (absence.fromDate <= today)
      for (const step of [0, 90, 190])
        await invoke('members.saveAbsence', { memberId: people[7 + at * 13 + step]!, ...absence });
  await invoke('members.saveDiscipline', {
    memberId: people[94]!,
    side: 'employer',
    form: 'reprimand',
    onDate: `${year - 1}-04-18`,
    effectUntil: `${year}-04-17`,
    decisionNo: '57/QĐ-TTYT',
    reason: 'Bỏ trực không báo',
  });
  await invoke('members.saveDiscipline', {
    memberId: people[36]!,
    side: 'employer',
    form: 'warning',
    onDate: `${year}-02-26`,
    effectUntil: `${year + 1}-02-25`,
    decisionNo: '21/QĐ-TTYT',
    reason: 'Vi phạm quy chế chuyên môn',
  });
}
