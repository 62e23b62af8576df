/** Four invented agreements: one that runs long and the one before it, one near its end, one closed with its review. */
import { addDays } from '../../shared/domain/dateMath';
import type { Invoke } from './seed';

const ABOVE = 'Liên đoàn Lao động tỉnh Thanh Lâm';
const OWN = 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ';
const EMPLOYER = 'Ban Giám đốc Trung tâm Y tế khu vực Suối Mơ';
const YOUTH = 'Đoàn Thanh niên Trung tâm Y tế khu vực Suối Mơ';

interface Pledge {
  name: string;
  party: string;
  yearly?: boolean;
  dueOn?: string;
  measure?: 'count' | 'money' | 'text';
  unit?: string;
  target?: number;
  progress?: readonly (readonly [
    day: string,
    figure: number | null,
    result: string | null,
    done?: boolean,
  ])[];
}
type Contents = readonly (readonly [name: string, promises: readonly Pledge[]])[];

/** Writes the contents with their commitments and progress; answers the contents' ids. */
async function write(
  invoke: Invoke,
  agreementId: number,
  contents: Contents,
  today: string,
): Promise<number[]> {
  const ids: number[] = [];
  for (const [name, promises] of contents) {
    const content = await invoke('agreements.saveContent', { agreementId, name });
    ids.push(content.id);
    for (const { progress = [], ...told } of promises) {
      const { id } = await invoke('agreements.saveCommitment', { ...told, contentId: content.id });
      for (const [onDate, figure, result, done = false] of progress.filter(([day]) => day <= today))
        await invoke('agreements.saveProgress', { commitmentId: id, onDate, figure, result, done });
    }
  }
  return ids;
}

export async function seedAgreements(invoke: Invoke, year: number, today: string): Promise<void> {
  const [scale] = (await invoke('agreements.scales', {})).rows;
  const about = { invoke, year, today, scaleId: scale!.id };
  await seedClosed(about);
  await seedRunning(about, await seedEarlier(about));
  await seedEnding(about);
}

interface About {
  invoke: Invoke;
  year: number;
  today: string;
  scaleId: number;
}

/** Three years with the union above, reviewed when they were over; more than 150 million given. */
async function seedClosed({ invoke, year, today, scaleId }: About): Promise<void> {
  const [from, to] = [year - 5, year - 3];
  const { id } = await invoke('agreements.save', {
    title: `Chương trình phối hợp chăm lo đoàn viên, người lao động giai đoạn ${from}–${to}`,
    number: `02/CTr-LĐLĐ-CĐCS`,
    signedOn: `${from}-01-22`,
    place: 'Suối Mơ',
    startsOn: String(from),
    endsOn: String(to),
    scaleId,
    parties: [
      { name: ABOVE, signer: 'Vàng Thị Say', signerPost: 'Phó Chủ tịch' },
      { name: OWN, own: true, signer: 'Hoàng Minh Tuệ', signerPost: 'Chủ tịch' },
    ],
  });
  const each = (figures: readonly number[], result: string) =>
    figures.map((figure, at) => [`${from + at}-12-10`, figure, result] as const);
  const contents: Contents = [
    [
      'Chăm lo đoàn viên có hoàn cảnh khó khăn',
      [
        {
          ...{ name: 'Tặng quà Tết cho đoàn viên khó khăn', party: ABOVE, yearly: true, measure: 'count' },
          ...{ unit: 'suất', target: 40, progress: each([42, 45, 51], 'Trao tại đơn vị') },
        },
        {
          ...{ name: 'Hỗ trợ xây, sửa nhà Mái ấm Công đoàn', party: ABOVE, dueOn: `${to}-11-30` },
          measure: 'count',
          unit: 'nhà',
          target: 2,
          progress: [
            [`${from + 1}-08-20`, 1, 'Bàn giao một nhà'],
            [`${to}-09-15`, 1, 'Bàn giao nhà thứ hai'],
          ],
        },
      ],
    ],
    [
      'Tập huấn cán bộ công đoàn',
      [
        {
          ...{ name: 'Mở lớp tập huấn cho tổ trưởng công đoàn', party: ABOVE, yearly: true },
          measure: 'count',
          unit: 'lớp',
          target: 1,
          progress: each([1, 1, 1], 'Đủ các tổ dự'),
        },
      ],
    ],
  ];
  const [care, training] = await write(invoke, id, contents, today);
  const given = [
    [`${from}-12`, 'Quà Tết và trợ cấp khó khăn', 42_000_000],
    [`${from + 1}-08`, 'Hỗ trợ nhà Mái ấm Công đoàn thứ nhất', 50_000_000],
    [`${to}-09`, 'Hỗ trợ nhà Mái ấm Công đoàn thứ hai', 50_000_000],
    [`${to}-12`, 'Quà Tết', 25_500_000],
  ] as const;
  for (const [onDate, label, amount] of given)
    await invoke('agreements.saveDelivery', {
      ...{ agreementId: id, contentId: care!, label, onDate, amount },
      source: 'Báo cáo tổng kết chương trình',
    });
  await invoke('agreements.saveDelivery', {
    ...{
      agreementId: id,
      contentId: training!,
      label: 'Ba lớp tập huấn tổ trưởng công đoàn',
      onDate: String(to),
    },
    source: 'Báo cáo tổng kết chương trình',
  });
  for (let at = 0; at < 3; at++)
    await invoke('agreements.setScores', {
      ...{ id, year: from + at },
      rows: [care!, training!].flatMap((contentId, place) => [
        { contentId, side: 'self' as const, score: 7.5 + at * 0.5 + place * 0.5 },
        { contentId, side: 'partner' as const, score: 7.5 + at * 0.5 },
      ]),
    });
  await invoke('agreements.close', {
    ...{ id, version: 1, closedOn: `${to + 1}-01-12` },
    summary:
      'Hai bên phối hợp kịp thời, đúng nội dung đã ký; đoàn viên khó khăn được chăm lo đủ, đúng đối tượng.\nCòn chậm ở khâu khảo sát nhà Mái ấm.',
    proposals: 'Ký chương trình giai đoạn mới, thêm nội dung chăm lo con đoàn viên.',
    stated: { amount: 167_000_000, flag: 'atLeast' },
  });
}

/** With the employer too, before the one that runs. */
async function seedEarlier({ invoke, year, scaleId }: About): Promise<number> {
  const [from, to] = [year - 7, year - 3];
  const { id, version } = await invoke('agreements.save', {
    title: `Quy chế phối hợp giữa Ban Chấp hành Công đoàn và Ban Giám đốc giai đoạn ${from}–${to}`,
    number: '01/QCPH-TTYT-CĐCS',
    ...{ signedOn: `${from}-02-20`, startsOn: String(from), endsOn: String(to), scaleId },
    parties: [
      { name: EMPLOYER, signer: 'Trịnh Quốc Bảo', signerPost: 'Giám đốc' },
      { name: OWN, own: true, signer: 'Hoàng Minh Tuệ', signerPost: 'Chủ tịch' },
    ],
  });
  await invoke('agreements.close', {
    ...{ id, version, closedOn: `${to + 1}-02-05` },
    summary: 'Hai bên họp định kỳ, giải quyết kịp thời kiến nghị của người lao động.',
    proposals: 'Ký quy chế giai đoạn mới, thêm nội dung chăm lo và an toàn lao động.',
  });
  return id;
}

/** Five years with the employer, with gift campaigns and events of the register under it. */
async function seedRunning({ invoke, year, today, scaleId }: About, before: number): Promise<void> {
  const from = year - 2;
  const { id } = await invoke('agreements.save', {
    title: `Quy chế phối hợp giữa Ban Chấp hành Công đoàn và Ban Giám đốc giai đoạn ${from}–${from + 4}`,
    number: '01/QCPH-TTYT-CĐCS',
    signedOn: `${from}-03-05`,
    place: 'Hội trường Trung tâm Y tế',
    startsOn: String(from),
    endsOn: String(from + 4),
    predecessorId: before,
    scaleId,
    parties: [
      { name: EMPLOYER, signer: 'Trịnh Quốc Bảo', signerPost: 'Giám đốc' },
      { name: OWN, own: true, signer: 'Hoàng Minh Tuệ', signerPost: 'Chủ tịch' },
    ],
  });
  const [dialogue, care, emulation, safety] = await write(invoke, id, runningContents(from, year), today);
  const { rows: campaigns } = await invoke('welfare.campaigns', { limit: 200 });
  for (const row of campaigns.filter((one) => one.onDate >= `${from}`).slice(0, 6))
    await invoke('agreements.saveDelivery', {
      ...{ agreementId: id, contentId: care!, record: { entity: 'welfare_campaign', id: row.id } },
    });
  const { rows: events } = await invoke('events.list', { from: `${from}-01-01`, to: today, limit: 400 });
  const linked = [
    ['dialogue', dialogue],
    ['staff_conference', dialogue],
    ['sports', emulation],
    ['health_check', safety],
  ] as const;
  for (const [kind, contentId] of linked)
    for (const event of events.filter((one) => one.kind === kind).slice(0, 3))
      await invoke('agreements.saveDelivery', {
        ...{ agreementId: id, contentId: contentId!, record: { entity: 'event', id: event.id } },
      });
  for (let of = from; of < year; of++)
    await invoke('agreements.setScores', {
      ...{ id, year: of },
      rows: [dialogue!, care!, emulation!, safety!].flatMap((contentId, at) => [
        { contentId, side: 'self' as const, score: 8 + (of - from) * 0.5 - (at % 2) * 0.5 },
        { contentId, side: 'partner' as const, score: 8 + (of - from) * 0.5 },
      ]),
    });
}

function runningContents(from: number, year: number): Contents {
  const past = Array.from({ length: year - from }, (_, at) => from + at);
  return [
    [
      'Thực hiện dân chủ, đối thoại tại nơi làm việc',
      [
        {
          ...{ name: 'Tổ chức đối thoại định kỳ', party: EMPLOYER, yearly: true, dueOn: `${from}-11-30` },
          measure: 'count',
          unit: 'cuộc',
          target: 1,
          progress: [...past, year].map((of) => [`${of}-10-28`, 1, 'Có biên bản đối thoại'] as const),
        },
        {
          ...{ name: 'Công khai nội quy, quy chế mới trước khi ban hành', party: EMPLOYER, measure: 'text' },
          ...{
            yearly: true,
            progress: past.map((of) => [`${of}-12-20`, null, 'Đã lấy ý kiến các tổ', true] as const),
          },
        },
      ],
    ],
    [
      'Chăm lo đời sống đoàn viên, người lao động',
      [
        {
          ...{ name: 'Chuyên môn hỗ trợ kinh phí Tết sum vầy', party: EMPLOYER, measure: 'money' },
          ...{ yearly: true, dueOn: `${from}-02-15`, target: 30_000_000 },
          progress: [...past, year].map((of) => [`${of}-01-25`, 30_000_000, null] as const),
        },
        {
          ...{ name: 'Khám sức khỏe định kỳ cho toàn thể đoàn viên', party: EMPLOYER, measure: 'text' },
          ...{
            yearly: true,
            progress: past.map((of) => [`${of}-09-18`, null, 'Khám đủ các khoa', true] as const),
          },
        },
      ],
    ],
    [
      'Thi đua, văn hóa, thể thao',
      [
        {
          name: 'Bố trí phòng tập thể thao cho đoàn viên',
          party: EMPLOYER,
          dueOn: `${year}-06-30`,
          measure: 'text',
        },
      ],
    ],
    [
      'An toàn, vệ sinh lao động',
      [
        {
          ...{ name: 'Kiểm tra an toàn, vệ sinh lao động các khoa, phòng', party: OWN, measure: 'count' },
          ...{ yearly: true, unit: 'lượt', target: 16 },
          progress: past.map((of) => [`${of}-11-15`, 16, 'Đủ 16 khoa, phòng'] as const),
        },
      ],
    ],
  ];
}

/** Two years with the youth union; ends in sixty days. */
async function seedEnding({ invoke, today, scaleId }: About): Promise<void> {
  const endsOn = addDays(today, 60);
  const startsOn = `${Number(endsOn.slice(0, 4)) - 2}${addDays(endsOn, 1).slice(4)}`;
  const { id } = await invoke('agreements.save', {
    title: 'Chương trình phối hợp hiến máu, tình nguyện vì cộng đồng',
    number: '03/CTPH-CĐ-ĐTN',
    signedOn: startsOn,
    startsOn,
    endsOn,
    scaleId,
    parties: [
      { name: YOUTH, signer: 'Lò Văn Phúc', signerPost: 'Bí thư' },
      { name: OWN, own: true, signer: 'Hoàng Minh Tuệ', signerPost: 'Chủ tịch' },
    ],
  });
  const contents: Contents = [
    [
      'Hiến máu tình nguyện',
      [
        {
          ...{ name: 'Vận động đoàn viên hiến máu', party: YOUTH, dueOn: endsOn, measure: 'count' },
          ...{ unit: 'đơn vị máu', target: 120 },
          progress: [
            [addDays(today, -400), 62, 'Đợt 1'],
            [addDays(today, -60), 47, 'Đợt 2'],
          ],
        },
      ],
    ],
    [
      'Tình nguyện vì cộng đồng',
      [
        {
          ...{ name: 'Khám bệnh, phát thuốc miễn phí ở xã vùng cao', party: OWN, dueOn: addDays(today, -20) },
          ...{ measure: 'count', unit: 'đợt', target: 3 },
          progress: [[addDays(today, -200), 2, 'Hai đợt trong tháng Thanh niên']],
        },
      ],
    ],
  ];
  await write(invoke, id, contents, today);
}
