/** Programmes of the courses, certificates of attendance, and entries of contests and sports days. */
import { joinedBefore, mixed, type Row } from './roles';
import type { Invoke } from './seed';

const TOPICS: Readonly<
  Record<'training' | 'communication', readonly (readonly [string, number, string | null])[]>
> = {
  training: [
    ['Điều lệ Công đoàn Việt Nam và việc thi hành ở cơ sở', 20, 'Điều lệ Công đoàn Việt Nam'],
    ['Kỹ năng điều hành sinh hoạt tổ công đoàn', 20, null],
    ['Tài chính công đoàn ở cơ sở', 15, 'Tài liệu phát tay'],
    ['Thực hiện dân chủ ở cơ sở tại nơi làm việc', 15, 'Luật Thực hiện dân chủ ở cơ sở'],
  ],
  communication: [
    ['Những điểm mới của Luật Công đoàn', 10, 'Luật Công đoàn năm 2024'],
    ['12 điều y đức và quy tắc ứng xử', 10, null],
  ],
};
const TASK = 'Phổ biến lại nội dung tập huấn cho đoàn viên trong tổ và báo cáo kết quả';
const SUBJECTS = ['Cầu lông đơn nữ', 'Cầu lông đơn nam', 'Kéo co'];

/** Fills in what the events of the demonstration taught, and who entered its contests. */
export async function seedTraining(invoke: Invoke, year: number): Promise<void> {
  const { rows } = await invoke('events.list', {
    kinds: ['training', 'communication', 'sports'],
    limit: 100,
  });
  const people = (await invoke('members.list', { limit: 500 })).rows;
  for (const event of rows)
    if (event.kind === 'sports') await seedSports(invoke, event, people);
    else await seedCourse(invoke, event, year);
}

type Event = Awaited<ReturnType<typeof list>>['rows'][number];
const list = (invoke: Invoke) => invoke('events.list', {});

async function seedCourse(invoke: Invoke, event: Event, year: number): Promise<void> {
  const kind = event.kind === 'training' ? 'training' : 'communication';
  const { rows: officers } = await invoke('organisation.officers', { asOf: event.startsOn });
  const chair = officers[0];
  await invoke('training.save', {
    eventId: event.id,
    version: 0,
    type: kind === 'training' ? 'union_work' : 'law',
    decisionNo: kind === 'training' ? '14/QĐ-CĐCS' : null,
    followUp: kind === 'training' ? TASK : null,
    speakers: [
      ...(chair?.memberId ? [{ memberId: chair.memberId, name: chair.name }] : []),
      { name: 'Nguyễn Hữu Phước', post: 'Phó Trưởng ban Tuyên giáo, Liên đoàn Lao động tỉnh' },
    ],
    topics: TOPICS[kind].map(([name, tenths, material], at) => ({ name, tenths, material, speaker: at % 2 })),
  });
  if (kind === 'training' && event.startsOn.startsWith(String(year))) await seedAfterwards(invoke, event);
}

/** Certificates, and what the units were asked to do: some have reported. */
async function seedAfterwards(invoke: Invoke, { id: eventId, startsOn: issuedOn }: Event): Promise<void> {
  await invoke('training.issue', { eventId, issuedOn, result: 'Hoàn thành' });
  await invoke('training.askUnits', { eventId, text: TASK, dueOn: `${issuedOn.slice(0, 4)}-06-30` });
  const { rows } = await invoke('training.reports', { eventId });
  for (const { task, came } of rows.slice(0, 4))
    if (task)
      await invoke('events.reportFollowUp', {
        id: task.id,
        version: 1,
        state: 'done',
        result: `Đã phổ biến trong tổ, ${came + 11} đoàn viên nghe.`,
      });
}

async function seedSports(invoke: Invoke, event: Event, people: readonly Row[]): Promise<void> {
  const year = Number(event.startsOn.slice(0, 4));
  const eventId = event.id;
  await invoke('contests.save', {
    eventId,
    version: 0,
    rounds: [{ name: 'Vòng loại', onDate: event.startsOn }, { name: 'Chung kết' }],
    subjects: SUBJECTS,
  });
  const able = mixed(joinedBefore(people, String(year - 1)));
  const women = able.filter((row) => row.gender === 'female');
  const men = able.filter((row) => row.gender === 'male');
  for (const [subject, players] of [women.slice(0, 4), men.slice(0, 4)].entries())
    for (const [at, player] of players.entries())
      await invoke('contests.saveEntry', {
        eventId,
        kind: 'person',
        subject,
        people: [{ memberId: player.id }],
        results: [
          { round: 0, words: at < 2 ? '2–0' : '2–1' },
          ...(at < 2 ? [{ round: 1, words: at === 0 ? '2–1' : '1–2' }] : []),
        ],
        prizes: at < 3 ? [PRIZES[at]!] : [],
      });
  for (const [at, name] of ['Đội khối lâm sàng', 'Đội khối phòng, trạm'].entries())
    await invoke('contests.saveEntry', {
      eventId,
      kind: 'team',
      name,
      subject: 2,
      people: able.slice(20 + at * 8, 28 + at * 8).map((row) => ({ memberId: row.id })),
      prizes: [PRIZES[at]!],
    });
}

const PRIZES = [
  { rank: 'first', money: 500_000 },
  { rank: 'second', money: 300_000 },
  { rank: 'third', money: 200_000 },
] as const;
