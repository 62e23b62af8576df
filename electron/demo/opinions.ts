/** Three years of opinions and petitions, dialogues, staff conferences, labour agreements and taking part. */
import type { InputOf } from '../../shared/contract';
import { addDays } from '../../shared/domain/dateMath';
import { joinedBefore, mixed } from './roles';
import type { Invoke } from './seed';

const BOARD = 'Ban Giám đốc';
const CHAIR = 'Hoàng Minh Tuệ';
const DIRECTOR = 'Ông Trịnh Quốc Bảo, Giám đốc';

type Topic =
  | 'Tiền lương'
  | 'Thời giờ'
  | 'Điều kiện'
  | 'Chế độ'
  | 'Đào tạo'
  | 'Phúc lợi'
  | 'Nhà ở'
  | 'Quan hệ';
type Asked = readonly [
  day: string,
  kind: string,
  topic: Topic,
  how: InputOf<'opinions.create'>['how'],
  source: 'anonymous' | 'person' | 'collective',
  text: string,
  sentTo: string | null,
  days: number,
  answer: string,
];
/** Of every year; raised at a dialogue where it came by one. */
const ASKED: readonly Asked[] = [
  [
    '01-12',
    'Ý kiến, phản ánh',
    'Phúc lợi',
    'meeting',
    'collective',
    'Suất quà Tết cho hộ lý hợp đồng nên bằng viên chức',
    BOARD,
    8,
    'Quà Tết bằng nhau cho mọi người lao động.',
  ],
  [
    '01-26',
    'Kiến nghị, đề xuất',
    'Thời giờ',
    'box',
    'anonymous',
    'Đề nghị bố trí nghỉ bù ngay tuần sau phiên trực Tết',
    'Phòng Kế hoạch - Nghiệp vụ',
    12,
    'Các khoa đã xếp nghỉ bù trong tháng.',
  ],
  [
    '02-17',
    'Khó khăn, vướng mắc',
    'Điều kiện',
    'person',
    'person',
    'Phòng trực Khoa Ngoại thiếu tủ để đồ và quạt sưởi',
    'Phòng Tổ chức - Hành chính',
    9,
    'Đã trang bị 4 tủ và 2 quạt sưởi.',
  ],
  [
    '03-10',
    'Đơn đề nghị',
    'Chế độ',
    'letter',
    'person',
    'Đề nghị xác nhận thời gian đóng bảo hiểm xã hội để hưởng thai sản',
    'Phòng Tổ chức - Hành chính',
    6,
    'Đã đối chiếu với bảo hiểm xã hội và trả kết quả.',
  ],
  [
    '03-18',
    'Kiến nghị, đề xuất',
    'Tiền lương',
    'dialogue',
    'collective',
    'Công khai cách tính thu nhập tăng thêm từng quý',
    BOARD,
    0,
    'Công khai tại bảng tin và nhóm nội bộ trước ngày 15 tháng đầu quý.',
  ],
  [
    '03-18',
    'Kiến nghị, đề xuất',
    'Thời giờ',
    'dialogue',
    'anonymous',
    'Tiền trực chi chậm hai tháng',
    BOARD,
    14,
    'Chi tiền trực trước ngày 10 hằng tháng.',
  ],
  [
    '04-06',
    'Ý kiến, phản ánh',
    'Quan hệ',
    'box',
    'anonymous',
    'Có lời nói chưa đúng mực khi giao ca',
    'Phòng Điều dưỡng',
    10,
    'Đã nhắc nhở, sinh hoạt lại quy tắc ứng xử.',
  ],
  [
    '04-22',
    'Kiến nghị, đề xuất',
    'Đào tạo',
    'meeting',
    'person',
    'Cử điều dưỡng trạm đi học cấp cứu nhi',
    'Phòng Kế hoạch - Nghiệp vụ',
    18,
    'Đã đưa 6 người vào kế hoạch đào tạo quý III.',
  ],
  [
    '05-14',
    'Khó khăn, vướng mắc',
    'Nhà ở',
    'person',
    'person',
    'Viên chức ở xa chưa có nhà công vụ, thuê trọ cách 12 km',
    BOARD,
    20,
    'Bố trí 3 phòng tập thể, ưu tiên người có con nhỏ.',
  ],
  [
    '06-12',
    'Kiến nghị, đề xuất',
    'Phúc lợi',
    'dialogue',
    'collective',
    'Tổ chức khám sức khỏe có siêu âm tuyến giáp cho nữ',
    BOARD,
    0,
    'Bổ sung vào đợt khám sức khỏe năm.',
  ],
  [
    '06-12',
    'Khó khăn, vướng mắc',
    'Điều kiện',
    'dialogue',
    'collective',
    'Nhà để xe dột, thiếu chỗ mùa mưa',
    BOARD,
    21,
    'Đã lợp lại mái và mở thêm 40 chỗ.',
  ],
  [
    '07-08',
    'Đơn đề nghị',
    'Chế độ',
    'letter',
    'person',
    'Xin thanh toán tiền lưu trú đợt tăng cường chống dịch',
    'Phòng Tài chính - Kế toán',
    9,
    'Đã thanh toán trong kỳ lương tháng.',
  ],
  [
    '07-24',
    'Ý kiến, phản ánh',
    'Điều kiện',
    'online',
    'anonymous',
    'Khẩu trang cấp cho khoa Xét nghiệm có mùi',
    'Khoa Dược - Trang thiết bị - Vật tư y tế',
    5,
    'Đã đổi lô khác.',
  ],
  [
    '08-19',
    'Đơn khiếu nại',
    'Đào tạo',
    'letter',
    'person',
    'Không đồng ý kết quả xếp loại quý II',
    'Ủy ban kiểm tra',
    24,
    'Đã xem xét lại, giữ nguyên và giải thích bằng văn bản.',
  ],
  [
    '09-09',
    'Kiến nghị, đề xuất',
    'Phúc lợi',
    'meeting',
    'collective',
    'Hỗ trợ xe đưa con đoàn viên dự đêm Trung thu ở trung tâm',
    BOARD,
    7,
    'Bố trí 2 xe cho 4 trạm.',
  ],
  [
    '10-14',
    'Khó khăn, vướng mắc',
    'Thời giờ',
    'person',
    'person',
    'Khoa Khám bệnh thiếu người, trực ba ngày một lần',
    BOARD,
    16,
    'Điều động 2 điều dưỡng từ tháng sau.',
  ],
  [
    '10-20',
    'Đơn đề nghị',
    'Chế độ',
    'letter',
    'person',
    'Đề nghị hưởng phụ cấp độc hại theo vị trí mới',
    'Phòng Tổ chức - Hành chính',
    30,
    'Đã lập hồ sơ trình cấp trên.',
  ],
  [
    '11-03',
    'Kiến nghị, đề xuất',
    'Tiền lương',
    'box',
    'anonymous',
    'Đề nghị thưởng cuối năm theo mức độ hoàn thành',
    BOARD,
    15,
    'Đã đưa vào quy chế chi tiêu nội bộ.',
  ],
  [
    '11-16',
    'Ý kiến, phản ánh',
    'Quan hệ',
    'online',
    'anonymous',
    'Bãi rác sau Khoa Nội bốc mùi buổi trưa',
    'Phòng Tổ chức - Hành chính',
    4,
    'Đã tăng chuyến thu gom.',
  ],
  [
    '11-19',
    'Kiến nghị, đề xuất',
    'Đào tạo',
    'phone',
    'person',
    'Đề nghị mở lớp tiếng dân tộc cho nhân viên trạm',
    null,
    20,
    'Đưa vào kế hoạch năm sau.',
  ],
];

interface Lists {
  kinds: ReadonlyMap<string, number>;
  topic(prefix: Topic): number;
  departments: readonly { id: number; name: string }[];
}

export async function seedOpinions(invoke: Invoke, year: number, today: string): Promise<void> {
  const catalogue = await invoke('opinions.catalogue', {});
  const { rows: units } = await invoke('organisation.units', { kind: 'department' });
  const lists: Lists = {
    kinds: new Map(catalogue.kinds.map((row) => [row.name, row.id])),
    topic: (prefix) => catalogue.topics.find((row) => row.name.startsWith(prefix))!.id,
    departments: units,
  };
  await seedRegulations(invoke, year);
  await seedLabour(invoke, year, today);
  for (const of of [year - 2, year - 1, year]) {
    await seedConferences(invoke, lists, of, today);
    const dialogues = await seedDialogues(invoke, of, today);
    await seedAsked(invoke, lists, dialogues, of, today);
    await seedParticipation(invoke, of, today);
  }
  await seedFollowed(invoke, today);
}

async function seedConferences(invoke: Invoke, lists: Lists, year: number, today: string): Promise<void> {
  const latest = today.startsWith(String(year));
  for (const [at, unit] of lists.departments.entries()) {
    const heldOn = `${year}-01-0${2 + (at % 5)}`;
    if (heldOn > today) continue;
    const invited = 9 + ((unit.id * 7) % 26);
    const missing = latest && at >= lists.departments.length - 1;
    await invoke('democracy.saveConference', {
      ...{ orgUnitId: unit.id, year, held: !missing },
      ...(missing
        ? { reason: 'Đang sắp xếp lại trạm, sẽ tổ chức trong quý IV' }
        : {
            heldOn,
            invited,
            present: invited - (at % 3),
            result: 'Thông qua chỉ tiêu và quy chế của khoa, phòng',
          }),
    });
  }
  const span = { from: `${year}-01-01`, to: `${year}-01-31`, kinds: ['staff_conference' as const] };
  const event = (await invoke('events.list', span)).rows[0];
  if (!event || `${year}-01-09` > today) return;
  await invoke('democracy.saveConference', {
    ...{ orgUnitId: null, year, held: true, heldOn: `${year}-01-09`, invited: 150, present: 143 },
    ...{ chair: CHAIR, eventId: event.id, result: 'Ký giao ước thi đua, bầu Ban Thanh tra nhân dân' },
  });
}

type Meeting = readonly [
  day: string,
  kind: 'regular' | 'extra' | 'topic',
  title: string,
  content: string,
  conclusions: string,
];
const DIALOGUES: readonly Meeting[] = [
  [
    '03-18',
    'topic',
    'Tiền trực và thu nhập tăng thêm',
    'Cách tính thu nhập tăng thêm.\nThời gian chi tiền trực.',
    'Công khai thu nhập tăng thêm từng quý.\nChi tiền trực trước ngày 10 hằng tháng.',
  ],
  [
    '06-12',
    'regular',
    'Điều kiện làm việc, chăm sóc sức khỏe người lao động',
    'Việc thực hiện nghị quyết hội nghị viên chức, người lao động.\nKhám sức khỏe, nhà để xe.',
    'Bổ sung siêu âm tuyến giáp cho nữ.\nSửa nhà để xe trong quý III.',
  ],
  [
    '09-25',
    'regular',
    'Thực hiện quy chế dân chủ và các nội dung đã thống nhất',
    'Kết quả thực hiện các nội dung đã thống nhất kỳ trước.',
    'Các nội dung kỳ trước đã xong; tiếp tục bố trí đủ người trực.',
  ],
];

async function seedDialogues(invoke: Invoke, year: number, today: string): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  const span = { from: `${year}-01-01`, to: `${year}-12-31`, kinds: ['dialogue' as const] };
  const { rows: events } = await invoke('events.list', span);
  for (const [at, [day, kind, title, content, conclusions]] of DIALOGUES.entries()) {
    const event = events.find((row) => row.startsOn.slice(5, 7) === day.slice(0, 2));
    const onDate = event && event.startsOn.length === 10 ? event.startsOn : `${year}-${day}`;
    if (onDate > today) continue;
    const saved = await invoke('democracy.saveDialogue', {
      ...{ kind, title, onDate, content, conclusions, place: 'Hội trường tầng 3' },
      ...{ startsAt: '14:00', endsAt: '16:30', eventId: event?.id ?? null, secretary: 'Bà Lường Thị Hạnh' },
      ...{
        employerLead: DIRECTOR,
        employerCount: 4 + (at % 2),
        workerLead: `Ông ${CHAIR}, Chủ tịch công đoàn`,
      },
      workerCount: 14 + ((year + at) % 5),
      employerPeople: 'Bà Cà Thị Thơm, Phó Giám đốc\nÔng Lù Văn Siêng, Trưởng phòng Tổ chức - Hành chính',
      workerPeople: 'Đại diện 18 khoa, phòng, trạm\nTrưởng Ban Thanh tra nhân dân',
    });
    made.set(day, saved.id);
  }
  return made;
}

async function seedAsked(
  invoke: Invoke,
  lists: Lists,
  dialogues: ReadonlyMap<string, number>,
  year: number,
  today: string,
): Promise<void> {
  const { rows } = await invoke('members.list', { limit: 80 });
  const people = mixed(joinedBefore(rows, `${year - 2}`));
  for (const [at, [day, kind, topic, how, source, text, sentTo, days, answer]] of ASKED.entries()) {
    const dialogueId = how === 'dialogue' ? (dialogues.get(day) ?? null) : null;
    const receivedOn = `${year}-${day}`;
    if (receivedOn > today || (at + year) % 11 === 5) continue;
    const unit = lists.departments[(at * 5 + year) % lists.departments.length]!.id;
    const made = await invoke('opinions.create', {
      ...{
        receivedOn,
        how,
        text,
        source,
        dialogueId,
        topicId: lists.topic(topic),
        kindId: lists.kinds.get(kind)!,
      },
      ...(source === 'person' ? { giver: { memberId: people[(at * 3 + year) % people.length]!.id } } : {}),
      sourceUnitId: source === 'collective' ? unit : null,
      orgUnitId: source === 'anonymous' ? null : unit,
      ...(sentTo === null ? {} : { sentTo, sentOn: addDays(receivedOn, days === 0 ? 0 : 1) }),
    });
    const answeredOn = addDays(receivedOn, days);
    if (answeredOn < today && !(year === Number(today.slice(0, 4)) && day === '10-14'))
      await invoke('opinions.answer', { id: made.id, version: 1, answeredOn, answer });
  }
}

type Part = readonly [
  day: string,
  kind: InputOf<'democracy.saveParticipation'>['kind'],
  title: string,
  organiser: string,
  given: number | null,
  taken: number | null,
  result: string,
];
const PARTS: readonly Part[] = [
  [
    '01-20',
    'comment',
    'Dự thảo quy chế chi tiêu nội bộ năm {năm}',
    'Phòng Tài chính - Kế toán',
    12,
    9,
    'Nâng mức bồi dưỡng trực Tết',
  ],
  [
    '02-25',
    'meeting',
    'Họp hội đồng tiền lương, nâng lương thường xuyên',
    BOARD,
    null,
    null,
    'Không có trường hợp bỏ sót',
  ],
  [
    '03-20',
    'supervision',
    'Giám sát thực hiện chế độ trực, phụ cấp',
    'Ban Thanh tra nhân dân',
    3,
    3,
    'Truy lĩnh cho 7 người',
  ],
  [
    '04-18',
    'comment',
    'Dự thảo quy chế thi đua, khen thưởng',
    'Phòng Tổ chức - Hành chính',
    8,
    6,
    'Thêm tiêu chí cho nhân viên trạm',
  ],
  [
    '05-22',
    'protect',
    'Đề nghị chi trả tiền lưu trú đợt tăng cường',
    'Phòng Tài chính - Kế toán',
    null,
    null,
    'Đã chi cho 21 người',
  ],
  [
    '07-15',
    'programme',
    'Chương trình nâng cao chất lượng bữa ăn, khám sức khỏe',
    BOARD,
    5,
    4,
    'Ban hành cùng Ban Giám đốc',
  ],
  ['08-28', 'meeting', 'Họp hội đồng kỷ luật', BOARD, 2, 2, 'Giảm một mức do khắc phục hậu quả'],
  [
    '09-25',
    'comment',
    'Góp ý dự thảo nghị quyết hội nghị Ban Chấp hành cấp trên',
    'Liên đoàn Lao động tỉnh Thanh Lâm',
    6,
    2,
    'Kiến nghị cấp trên về phụ cấp nghề',
  ],
  [
    '10-30',
    'comment',
    'Dự thảo đề án vị trí việc làm',
    'Phòng Tổ chức - Hành chính',
    15,
    11,
    'Giữ vị trí hộ lý ở 4 trạm',
  ],
];

async function seedParticipation(invoke: Invoke, year: number, today: string): Promise<void> {
  const span = { from: `${year}-01-01`, to: `${year}-12-31`, kinds: ['supervision' as const] };
  const { rows: events } = await invoke('events.list', span);
  for (const [day, kind, title, organiser, given, taken, result] of PARTS) {
    const onDate = `${year}-${day}`;
    if (onDate > today) continue;
    const eventId =
      kind === 'supervision' ? (events.find((row) => row.startsOn === onDate)?.id ?? null) : null;
    await invoke('democracy.saveParticipation', {
      ...{ kind, onDate, organiser, given, taken, result, eventId },
      ...{ title: title.replace('{năm}', String(year)), who: CHAIR },
    });
  }
}

async function seedLabour(invoke: Invoke, year: number, today: string): Promise<void> {
  const { rows: classes } = await invoke('democracy.classes', {});
  const signed = {
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    employerSigner: DIRECTOR,
    workerSigner: CHAIR,
  };
  const old = await invoke('democracy.saveLabour', {
    ...{
      ...signed,
      number: '01/TƯLĐTT',
      title: `Thỏa ước lao động tập thể ${year - 6}–${year - 3}`,
      covered: 268,
    },
    ...{ signedOn: `${year - 6}-12-18`, fromOn: `${year - 5}-01-01`, toOn: `${year - 3}-12-31` },
    ...{
      classId: classes[1]!.id,
      articles: [{ article: 'Điều 6', text: 'Thưởng Tết bằng một tháng lương cơ sở' }],
    },
  });
  await invoke('democracy.saveLabour', {
    ...{
      ...signed,
      number: '02/TƯLĐTT',
      title: `Thỏa ước lao động tập thể ${year - 2}–${year}`,
      covered: 320,
    },
    ...{ signedOn: `${year - 3}-12-22`, fromOn: `${year - 2}-01-01`, toOn: addDays(today, 61) },
    ...{ sentOn: `${year - 3}-12-27`, classId: classes[0]!.id, predecessorId: old.id },
    articles: [
      { article: 'Điều 5', text: 'Nghỉ kết hôn 5 ngày hưởng nguyên lương', law: '3 ngày' },
      { article: 'Điều 7', text: 'Nữ nuôi con dưới 12 tháng nghỉ 90 phút mỗi ngày', law: '60 phút mỗi ngày' },
      { article: 'Điều 9', text: 'Khám sức khỏe 2 lần mỗi năm cho người trực', law: 'Ít nhất 1 lần mỗi năm' },
      { article: 'Điều 12', text: 'Tiền bữa ca trực không thấp hơn 40.000 đồng' },
    ],
  });
}

async function seedRegulations(invoke: Invoke, year: number): Promise<void> {
  const rules: readonly (readonly [string, string, string, boolean])[] = [
    ['Quy chế thực hiện dân chủ ở cơ sở', '58/QĐ-TTYT', `${year - 6}-04-12`, true],
    ['Quy chế đối thoại tại nơi làm việc', '61/QĐ-TTYT', `${year - 3}-05-20`, true],
    ['Quy chế chi tiêu nội bộ', '12/QĐ-TTYT', `${year}-02-10`, true],
    ['Quy chế phối hợp giữa Giám đốc và Ban Chấp hành công đoàn', '33/QCPH', `${year - 2}-03-28`, false],
    ['Quy chế hoạt động của Ban Thanh tra nhân dân', '07/QĐ-CĐCS', `${year - 2}-01-30`, false],
  ];
  const made: number[] = [];
  for (const [name, number, issuedOn, consulted] of rules)
    made.push(
      (
        await invoke('democracy.saveRegulation', {
          ...{ name, number, issuedOn, consulted },
          issuer: number.endsWith('CĐCS') ? 'Ban Chấp hành công đoàn' : 'Giám đốc Trung tâm',
        })
      ).id,
    );
  await invoke('democracy.saveRegulation', {
    ...{
      name: 'Quy chế thực hiện dân chủ ở cơ sở (sửa đổi)',
      number: '44/QĐ-TTYT',
      issuedOn: `${year - 2}-03-06`,
    },
    ...{ issuer: 'Giám đốc Trung tâm', consulted: true, replacesId: made[0]! },
  });
}

/** The oldest open one has somebody who follows it up. */
async function seedFollowed(invoke: Invoke, today: string): Promise<void> {
  const { rows } = await invoke('opinions.list', { show: 'overdue', limit: 1 });
  const [row] = rows;
  if (row)
    await invoke('opinions.follow', {
      ...{ id: row.id, version: row.version, owner: { name: 'Phòng Kế hoạch - Nghiệp vụ' } },
      dueOn: addDays(today, 10),
    });
}
