/** Three years of inspection and of women's work of the invented union: plans, sessions, findings mended and not. */
import type { InputOf, OutputOf } from '../../shared/contract';
import { addDays } from '../../shared/domain/dateMath';
import type { InspectionKind, InspectionTopic } from '../../shared/domain/inspection';
import { sampleOf, TEMPLATES } from '../../shared/domain/wordTemplates';
import type { Core } from '../core';
import { builtinTemplate } from '../documents/word/builtins';
import { fillTemplate } from '../documents/word/fill';
import type { Invoke } from './seed';

type Attendee = OutputOf<'inspection.sessionDefaults'>['attendees'][number];
type Finding = readonly [text: string, recommendation: string, owner: string, days: number];

interface Work {
  /** Month and day it was held in past years, and in this one when that day has come. */
  day: string;
  /** Planned under this month; left out: outside the plan. */
  month?: number;
  topic: InspectionTopic;
  title(year: number): string;
  about?: string;
  groups?: readonly number[];
  fund?: boolean;
  scope?(year: number): string;
  /** Kind of the event it is. */
  event?: string;
  people?: number;
  place?: string;
  content: string;
  strengths: string;
  conclusion?: string;
  findings?: readonly Finding[];
  signed?: boolean;
}

const HALL = 'Phòng họp tầng 2, nhà hành chính';
const INSPECTION: readonly Work[] = [
  {
    ...{ day: '03-18', month: 3, topic: 'finance', about: 'Ban Chấp hành, kế toán, thủ quỹ', fund: true },
    title: (year) => `Kiểm tra tài chính công đoàn năm ${year - 1}`,
    scope: (year) => `niên độ ${year - 1}`,
    content:
      'Đối chiếu dự toán, quyết toán với sổ quỹ và chứng từ.\nKiểm kê tiền mặt, đối chiếu số dư tiền gửi với sao kê ngân hàng.\nKiểm tra việc công khai tài chính tại hội nghị.',
    strengths:
      'Thu, chi trong phạm vi dự toán, sổ sách ghi chép rõ ràng.\nĐoàn phí thu đủ, nộp cấp trên đúng hạn.',
    conclusion: 'Việc quản lý, sử dụng tài chính công đoàn đúng quy định.',
    findings: [
      [
        'Hai phiếu chi thăm hỏi chưa kèm giấy đề nghị',
        'Bổ sung giấy đề nghị vào chứng từ',
        'Kế toán công đoàn',
        30,
      ],
      ['Biên bản kiểm kê quỹ quý IV ghi chậm', 'Kiểm kê quỹ vào ngày cuối mỗi quý', 'Thủ quỹ công đoàn', 20],
    ],
    signed: true,
  },
  {
    ...{
      day: '03-20',
      month: 3,
      topic: 'supervision',
      event: 'supervision',
      about: 'Phòng Tổ chức – Hành chính',
    },
    title: () => 'Giám sát thực hiện chế độ trực, phụ cấp',
    scope: (year) => `quý I năm ${year}`,
    content:
      'Xem bảng chấm công trực, bảng chi phụ cấp của các khoa lâm sàng.\nHỏi ý kiến viên chức các khoa.',
    strengths: 'Phụ cấp trực được chi đủ, đúng mức.',
    conclusion: 'Chế độ trực, phụ cấp được thực hiện đầy đủ.',
    findings: [
      [
        'Bảng phân công trực ở hai khoa chưa niêm yết trước tuần trực',
        'Niêm yết lịch trực trước thứ sáu hằng tuần',
        'Phòng Tổ chức – Hành chính',
        45,
      ],
    ],
  },
  {
    ...{ day: '05-12', month: 5, topic: 'charter', groups: [0, 1, 2] },
    title: () => 'Kiểm tra chấp hành Điều lệ ở tổ công đoàn',
    scope: () => '12 tháng trước ngày kiểm tra',
    content:
      'Kiểm tra sổ họp tổ, danh sách đoàn viên, việc thu đoàn phí.\nKiểm tra việc phổ biến nghị quyết đại hội.',
    strengths: 'Danh sách đoàn viên khớp với sổ của công đoàn cơ sở, đoàn phí thu đủ.',
    conclusion: 'Tổ chấp hành tốt Điều lệ Công đoàn Việt Nam.',
    findings: [
      ['Chưa ghi sổ họp quý I', 'Ghi bổ sung và ghi sổ ngay sau mỗi cuộc họp', 'Tổ trưởng công đoàn', 40],
    ],
  },
  {
    ...{ day: '08-07', month: 8, topic: 'charter', event: 'inspection', about: 'Các tổ công đoàn' },
    title: () => 'Kiểm tra chấp hành Điều lệ ở các tổ công đoàn',
    content: 'Kiểm tra chéo giữa các tổ về sinh hoạt tổ, kết nạp đoàn viên, thu đoàn phí.',
    strengths: 'Sinh hoạt tổ đã thành nền nếp.',
    conclusion: 'Không có tổ nào vi phạm Điều lệ.',
    findings: [
      [
        'Ba đoàn viên chuyển khoa chưa chuyển tổ công đoàn',
        'Lập danh sách và chuyển tổ trong tháng',
        'Ban Chấp hành',
        30,
      ],
      ['Sổ sinh hoạt của hai tổ chưa có chữ ký thư ký', 'Ký bổ sung, thống nhất mẫu sổ', 'Các tổ trưởng', 70],
    ],
    signed: true,
  },
  {
    ...{ day: '09-16', month: 9, topic: 'finance', about: 'Kế toán, thủ quỹ', fund: true },
    title: (year) => `Kiểm tra tài chính công đoàn 6 tháng đầu năm ${year}`,
    scope: (year) => `6 tháng đầu năm ${year}`,
    content: 'Kiểm tra tiến độ thu đoàn phí, chi theo dự toán.\nKiểm kê tiền mặt đột xuất.',
    strengths: 'Tiền mặt khớp với sổ quỹ.\nCác khoản chi chăm lo có danh sách ký nhận.',
    conclusion: 'Thu, chi 6 tháng đầu năm đúng dự toán được duyệt.',
    findings: [
      [
        'Chi phong trào quý II chậm quyết toán',
        'Quyết toán từng hoạt động trong 15 ngày sau khi kết thúc',
        'Ban tổ chức hội thao',
        30,
      ],
    ],
    signed: true,
  },
  {
    ...{ day: '11-05', month: 11, topic: 'supervision', about: 'Ban Giám đốc, các khoa, phòng' },
    title: () => 'Giám sát thực hiện quy chế dân chủ ở cơ sở',
    content:
      'Xem việc công khai theo Luật Thực hiện dân chủ ở cơ sở.\nXem việc thực hiện nghị quyết hội nghị viên chức.',
    strengths: 'Nội dung phải công khai đã niêm yết đủ; đối thoại định kỳ đúng hạn.',
    conclusion: 'Quy chế dân chủ được thực hiện nghiêm túc.',
  },
  {
    ...{ day: '11-25', month: 11, topic: 'finance', about: 'Kế toán, thủ quỹ', fund: true },
    title: () => 'Kiểm tra tài chính công đoàn cuối năm',
    scope: (year) => `11 tháng năm ${year}`,
    content: 'Kiểm tra tiến độ thu, chi so với dự toán.\nKiểm kê quỹ, chuẩn bị quyết toán năm.',
    strengths: 'Sổ quỹ khớp với kiểm kê; các khoản chi trong dự toán.',
    conclusion: 'Đủ điều kiện khóa sổ, quyết toán năm.',
  },
  {
    ...{ day: '12-10', month: 12, topic: 'complaint', about: 'Ban Chấp hành' },
    title: () => 'Kiểm tra việc tiếp nhận, giải quyết đơn, thư',
    content: 'Xem sổ tiếp nhận đơn, thư và kết quả trả lời.',
    strengths: 'Trong năm không có đơn, thư tồn đọng.',
    conclusion: 'Đơn, thư được trả lời đúng hạn.',
  },
];

const WOMEN: readonly Work[] = [
  {
    ...{ day: '03-06', month: 3, topic: 'activity', event: 'womens_day', place: 'Hội trường tầng 3' },
    title: () => 'Tọa đàm, gặp mặt ngày Quốc tế Phụ nữ 8/3',
    content: 'Ôn truyền thống, biểu dương nữ đoàn viên tiêu biểu, trao quà.',
    strengths: 'Nữ đoàn viên tham gia đông đủ, phấn khởi.',
    signed: true,
  },
  {
    ...{ day: '05-30', month: 6, topic: 'care', people: 186, place: 'Hội trường tầng 3' },
    title: () => 'Tặng quà con đoàn viên dịp 1/6',
    content: 'Tặng quà con đoàn viên dưới 15 tuổi, biểu dương các cháu học giỏi.',
    strengths: 'Mọi cháu trong danh sách đều nhận được quà.',
  },
  {
    ...{ day: '06-17', month: 6, topic: 'policy', about: 'Phòng Tổ chức – Hành chính' },
    title: () => 'Kiểm tra thực hiện chế độ với lao động nữ',
    content: 'Xem chế độ thai sản, nghỉ con ốm, bố trí trực với lao động nữ nuôi con nhỏ.',
    strengths: 'Chế độ thai sản giải quyết đúng hạn; nữ nuôi con nhỏ được miễn trực đêm.',
    findings: [
      [
        'Chưa có phòng vắt, trữ sữa ở khu điều trị',
        'Bố trí một phòng vắt, trữ sữa mẹ',
        'Phòng Hành chính – Quản trị',
        90,
      ],
    ],
  },
  {
    ...{ day: '08-20', month: 8, topic: 'communication', people: 94, place: 'Hội trường tầng 3' },
    title: () => 'Nói chuyện chuyên đề chăm sóc sức khỏe sinh sản',
    content: 'Bác sĩ Khoa Sản trao đổi, giải đáp cho nữ đoàn viên.',
    strengths: 'Nội dung thiết thực, nhiều câu hỏi được giải đáp.',
  },
  {
    ...{
      day: '10-19',
      month: 10,
      topic: 'activity',
      event: 'vietnamese_womens_day',
      place: 'Hội trường tầng 3',
    },
    title: () => 'Kỷ niệm ngày Phụ nữ Việt Nam 20/10',
    content:
      'Hội thi cắm hoa, nấu ăn giữa các tổ công đoàn; sơ kết phong trào “Giỏi việc nước – đảm việc nhà”.',
    strengths: 'Các tổ đều có đội tham gia.',
    signed: true,
  },
  {
    ...{ day: '12-04', month: 12, topic: 'care', people: 12 },
    title: () => 'Thăm nữ đoàn viên sinh con, ốm dài ngày',
    content: 'Thăm hỏi, tặng quà tại nhà.',
    strengths: 'Đã thăm đủ các trường hợp.',
  },
];
/** Quarterly meetings of the committees. */
const MEETINGS = ['01-14', '04-15', '07-15', '10-14'];

const PURPOSE: Readonly<Record<InspectionKind, string>> = {
  inspection:
    'Phòng ngừa, phát hiện, kịp thời chấn chỉnh sai sót trong chấp hành Điều lệ và quản lý tài chính công đoàn.\nGiúp các tổ công đoàn làm đúng quy định, nâng chất lượng hoạt động.',
  women:
    'Chăm lo, bảo vệ quyền, lợi ích hợp pháp, chính đáng của nữ đoàn viên, lao động nữ.\nNâng chất lượng phong trào “Giỏi việc nước – đảm việc nhà”.',
};
const REVIEWED: Readonly<Record<InspectionKind, readonly [shortcomings: string, directions: string]>> = {
  inspection: [
    'Một số cuộc kiểm tra làm chậm so với kế hoạch.\nViệc theo dõi khắc phục ở tổ công đoàn có lúc chưa sát.',
    'Kiểm tra tài chính hai lần một năm.\nTheo dõi từng kiến nghị đến khi khắc phục xong.',
  ],
  women: [
    'Hoạt động còn tập trung vào các ngày lễ.',
    'Đề nghị bố trí phòng vắt, trữ sữa mẹ.\nMở thêm chuyên đề sức khỏe, nuôi dạy con.',
  ],
};

interface Store {
  invoke: Invoke;
  today: string;
  team: Readonly<Record<InspectionKind, readonly Attendee[]>>;
  groups: readonly { id: number; name: string }[];
  fundId: number | null;
  events: OutputOf<'events.list'>['rows'];
  attach(sessionId: number, name: string): Promise<unknown>;
}

export async function seedInspection(core: Core, invoke: Invoke, year: number, today: string): Promise<void> {
  const teamOf = async (kind: InspectionKind) =>
    (await invoke('inspection.sessionDefaults', { kind, heldOn: today })).attendees;
  const { fields } = TEMPLATES.inspectionMinutes;
  const bytes = fillTemplate(await builtinTemplate('inspectionMinutes'), sampleOf(fields));
  const store: Store = {
    invoke,
    today,
    team: { inspection: await teamOf('inspection'), women: await teamOf('women') },
    groups: (await invoke('organisation.units', { kind: 'group' })).rows,
    fundId: (await invoke('funds.list', {})).rows[0]?.id ?? null,
    events: (await invoke('events.list', { from: `${year - 2}-01-01`, to: today, limit: 500 })).rows,
    attach: (sessionId, name) =>
      invoke('files.attach', {
        ...{ entity: 'inspection_session', entityId: sessionId, kind: 'scan' },
        token: core.files.registerUpload(name, bytes).token,
      }),
  };
  for (const one of [year - 2, year - 1, year])
    for (const kind of ['inspection', 'women'] as const) await seedYear(store, kind, one, one === year);
  await linkPlanNumber(invoke, year);
}

async function seedYear(store: Store, kind: InspectionKind, year: number, now: boolean): Promise<void> {
  const { invoke, today } = store;
  const [shortcomings, directions] = now ? [null, null] : REVIEWED[kind];
  const { id: planId } = await invoke('inspection.savePlan', {
    ...{ kind, year, approvedOn: `${year}-02-10`, purpose: PURPOSE[kind], shortcomings, directions },
  });
  const [leader] = store.team[kind];
  for (const work of kind === 'women' ? WOMEN : INSPECTION) {
    const group = work.groups === undefined ? undefined : store.groups[work.groups[year % 3] ?? 0];
    const about = group ? { orgUnitId: group.id } : { subjectName: work.about ?? null };
    const fundId = work.fund ? store.fundId : null;
    const item = await invoke('inspection.saveItem', {
      ...{ planId, topic: work.topic, title: work.title(year), month: work.month ?? null },
      ...{ ...about, fundId, memberId: leader?.memberId ?? null },
    });
    if (`${year}-${work.day}` <= today)
      await hold(store, { kind, year, work, itemId: item.id, about: { ...about, fundId }, now });
  }
  const name = kind === 'women' ? 'Ban nữ công' : 'Ủy ban kiểm tra';
  for (const [at, day] of MEETINGS.entries())
    if (`${year}-${day}` <= today)
      await invoke('inspection.saveSession', {
        ...{ kind, topic: 'meeting', title: `Họp ${name} quý ${['I', 'II', 'III', 'IV'][at]}` },
        ...{ heldOn: `${year}-${day}`, startsAt: '14:00', endsAt: '15:30', place: HALL },
        content: 'Kiểm điểm việc quý trước.\nThống nhất việc quý này, phân công thành viên.',
        conclusion: 'Các thành viên nhất trí với nội dung phân công.',
        attendees: teamOf(store, kind, at === 2),
      });
}

/** The second one writes the minutes; the last one is away now and then. */
const teamOf = (store: Store, kind: InspectionKind, short: boolean) =>
  store.team[kind].map(({ shown: _, ...one }, at, all) => ({
    ...one,
    part: at === 0 ? ('leader' as const) : at === 1 ? ('secretary' as const) : ('member' as const),
    present: !(short && at === all.length - 1),
  }));

interface Held {
  kind: InspectionKind;
  year: number;
  work: Work;
  itemId: number;
  about: Pick<InputOf<'inspection.saveSession'>, 'orgUnitId' | 'subjectName' | 'fundId'>;
  now: boolean;
}

async function hold(store: Store, { kind, year, work, itemId, about, now }: Held): Promise<void> {
  const heldOn = `${year}-${work.day}`;
  const event = work.event
    ? store.events.find(
        (one) => one.kind === work.event && one.startsOn.startsWith(`${year}-${work.day.slice(0, 2)}`),
      )
    : undefined;
  const session = await store.invoke('inspection.saveSession', {
    ...{ kind, itemId, eventId: event?.id ?? null, topic: work.topic, title: work.title(year), heldOn },
    ...{ startsAt: '08:00', endsAt: '11:00', place: work.place ?? HALL, ...about },
    scope: work.scope?.(year) ?? null,
    people: event ? null : (work.people ?? null),
    ...{ content: work.content, strengths: work.strengths, conclusion: work.conclusion ?? null },
    attendees: teamOf(store, kind, work.month === 5),
  });
  if (work.signed) await store.attach(session.id, `Biên bản ${heldOn.split('-').reverse().join('-')}.docx`);
  for (const [at, [text, recommendation, ownerName, days]] of (work.findings ?? []).entries()) {
    const dueOn = addDays(heldOn, days);
    const mendedOn = addDays(heldOn, days - 3);
    // This year the last finding of August is late, those of autumn are under way, and women still wait for their room.
    const waits =
      now && (work.topic === 'policy' || mendedOn >= store.today || (work.day === '08-07' && at === 1));
    await store.invoke('inspection.saveFinding', {
      ...{ sessionId: session.id, text, recommendation, ownerName, dueOn },
      ...(waits ? {} : { mendedOn, result: 'Đã thực hiện, ủy ban kiểm tra đã xem lại' }),
    });
  }
}

/** The plan of this year is the paper that stands in the register. */
async function linkPlanNumber(invoke: Invoke, year: number): Promise<void> {
  const { plan } = await invoke('inspection.plan', { kind: 'inspection', year });
  const { rows } = await invoke('documents.list', {
    ...{ direction: 'out', year, search: 'kiểm tra, giám sát của Ủy ban kiểm tra', limit: 5 },
  });
  const found = rows.find((row) => row.typeCode === 'plan');
  if (!plan || !found) return;
  const { document } = await invoke('documents.get', { id: found.id });
  const { typeId, onDate, subject, party, signer } = document;
  await invoke('documents.update', {
    ...{ id: document.id, version: document.version, typeId, onDate, subject, party, signer },
    link: { entity: 'inspection_plan', id: plan.id, label: `Kiểm tra, giám sát năm ${year}` },
  });
}
