/** Plans and follow-ups of the invented hospital: a review conference with its groups, a series, a template, work given. */
import type { Invoke } from './seed';

/** Adds plans to events that are there already. */
export async function seedEventPlans(invoke: Invoke, year: number, today: string): Promise<void> {
  const { rows } = await invoke('events.list', { limit: 500 });
  await seedSeries(invoke, rows);
  const conference = rows.find(
    (row) => row.kind === 'year_review' && row.name.startsWith('Sơ kết') && row.startsOn < today,
  );
  if (!conference) return;
  await seedConference(invoke, conference.id, conference.startsOn);
  await seedFollowUps(invoke, { id: conference.id, startsOn: conference.startsOn, year });
}

type Rows = readonly { id: number; kind: string; startsOn: string }[];

async function seedSeries(invoke: Invoke, rows: Rows): Promise<void> {
  const { id: seriesId } = await invoke('events.saveSeries', {
    name: 'Hội thao công đoàn ngành Y tế',
    numbering: 'roman',
  });
  const games = rows
    .filter((row) => row.kind === 'sports')
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  for (const [at, row] of games.entries()) {
    const held = Number(row.startsOn.slice(0, 4));
    const edition = { seriesId, number: at + 4, yearFrom: held, yearTo: held };
    await invoke('events.setEdition', { id: row.id, edition });
  }
}

async function seedConference(invoke: Invoke, id: number, startsOn: string): Promise<void> {
  const guests = await invoke('events.saveGroup', { eventId: id, kind: 'guests' });
  for (const guest of [
    {
      honorific: 'Ông',
      name: 'Phạm Quốc Việt',
      title: 'Phó Chủ tịch',
      organisation: 'Liên đoàn Lao động tỉnh Thanh Lâm',
    },
    { honorific: 'Bà', name: 'Lò Thị Mây', title: 'Phó Giám đốc', organisation: 'Sở Y tế' },
    {
      honorific: 'Ông',
      name: 'Đặng Văn Thuận',
      title: 'Giám đốc',
      organisation: 'Trung tâm Y tế khu vực Suối Mơ',
    },
  ]) {
    const made = await invoke('events.saveAttendee', {
      groupId: guests.id,
      ...guest,
      invitation: 'confirmed',
    });
    await invoke('events.markPeople', { id, people: [{ attendeeId: made.id, came: true }] });
  }
  for (const group of [
    { kind: 'executive', quorum: 'twoThirds' },
    { kind: 'inspection', quorum: 'majority' },
  ] as const) {
    const made = await invoke('events.saveGroup', { eventId: id, ...group });
    const { rows } = await invoke('events.groupPeople', { id: made.id });
    if (rows.length === 0) continue;
    const away = rows.at(-1)!;
    await invoke('events.markGroup', { id: made.id, except: [{ attendeeId: away.id, reason: 'trực' }] });
  }
  await invoke('events.savePlan', {
    id,
    version: 0,
    chair: 'Hoàng Minh Tuệ',
    agenda: [
      { at: '14:00', text: 'Ổn định tổ chức, giới thiệu đại biểu', who: 'Ban tổ chức' },
      { at: '14:15', text: 'Báo cáo sơ kết 6 tháng đầu năm', who: 'Chủ tịch' },
      { at: '15:00', text: 'Thảo luận, ý kiến chỉ đạo của cấp trên' },
      { at: '16:00', text: 'Kết luận, bế mạc', who: 'Chủ tịch' },
    ],
    resolutions: [
      {
        text: 'Thông qua báo cáo sơ kết và nhiệm vụ 6 tháng cuối năm',
        votesFor: 9,
        votesAgainst: 0,
        votesOther: 0,
      },
    ],
  });
  await invoke('events.keepTemplate', {
    id,
    name: `Hội nghị sơ kết, tổng kết (theo năm ${startsOn.slice(0, 4)})`,
  });
}

async function seedFollowUps(
  invoke: Invoke,
  event: { id: number; startsOn: string; year: number },
): Promise<void> {
  const said = {
    eventId: event.id,
    saidBy: 'Phạm Quốc Việt',
    saidTitle: 'Phó Chủ tịch Liên đoàn Lao động tỉnh',
    saidOn: event.startsOn,
  };
  const { rows: units } = await invoke('organisation.units', { kind: 'group' });
  const made = await invoke('events.createFollowUps', {
    ...said,
    text: 'Các tổ công đoàn phổ biến lại nội dung hội nghị và báo cáo kết quả',
    dueOn: `${event.year}-08-31`,
    owners: units.slice(0, 6).map((unit) => ({ unitId: unit.id })),
  });
  for (const id of made.ids.slice(0, 4))
    await invoke('events.reportFollowUp', {
      id,
      version: 1,
      state: 'done',
      doneOn: `${event.startsOn}`,
      result: 'Đã phổ biến tại buổi sinh hoạt tổ',
    });
  const chairs = await invoke('organisation.officers', {});
  const owner = chairs.rows.find((row) => row.memberId !== null);
  await invoke('events.createFollowUps', {
    ...said,
    text: 'Đề xuất mức chi thăm hỏi đoàn viên mắc bệnh hiểm nghèo',
    dueOn: `${event.year + 1}-01-15`,
    owners: [owner ? { memberId: owner.memberId } : { name: 'Ban Chấp hành' }],
  });
}
