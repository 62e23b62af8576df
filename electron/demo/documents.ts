/** A year of the invented union's papers: outgoing in one row of numbers, incoming with deadlines and answers. */
import { addDays } from '../../shared/domain/dateMath';
import { joinedBefore, mixed } from './roles';
import type { Invoke } from './seed';

const ABOVE = 'Liên đoàn Lao động tỉnh Thanh Lâm';
const HOSPITAL = 'Ban Giám đốc Trung tâm Y tế khu vực Suối Mơ';
const GROUPS = 'Các tổ công đoàn';

type Out = readonly [day: string, type: string, subject: string, party: string];
/** In the order of their numbers; the 9th, 21st and 38th are the award decisions of those numbers. */
const OUT: readonly Out[] = [
  ['01-05', 'programme', 'Chương trình công tác năm của Ban Chấp hành', GROUPS],
  ['01-08', 'plan', 'Tổ chức các hoạt động “Tết sum vầy”', GROUPS],
  ['01-12', 'submission', 'Đề nghị hỗ trợ kinh phí tổ chức “Tết sum vầy”', HOSPITAL],
  ['01-15', 'notice', 'Phân công trực, thăm hỏi đoàn viên dịp Tết', GROUPS],
  ['01-22', 'report', 'Tình hình chăm lo Tết cho đoàn viên, người lao động', ABOVE],
  ['02-10', 'plan', 'Kiểm tra, giám sát của Ủy ban kiểm tra', GROUPS],
  ['02-20', 'plan', 'Tổ chức các hoạt động kỷ niệm Ngày Quốc tế Phụ nữ 8/3', GROUPS],
  ['03-02', 'invitation', 'Dự tọa đàm kỷ niệm Ngày Quốc tế Phụ nữ 8/3', HOSPITAL],
  ['03-06', 'decision', 'Biểu dương phong trào nữ nhân ngày 8/3', GROUPS],
  ['03-12', 'report', 'Kết quả hoạt động nữ công quý I', ABOVE],
  ['03-16', 'letter', 'Về việc rà soát đoàn viên có hoàn cảnh khó khăn', GROUPS],
  ['03-25', 'resolution', 'Hội nghị Ban Chấp hành quý I', GROUPS],
  ['03-25', 'minutes', 'Hội nghị Ban Chấp hành quý I', GROUPS],
  ['04-02', 'plan', 'Tổ chức Tháng Công nhân và Tháng hành động về an toàn lao động', GROUPS],
  ['04-08', 'submission', 'Đề nghị phối hợp tổ chức hội thao', HOSPITAL],
  ['04-15', 'letter', 'Về việc đóng góp ý kiến quy chế chi tiêu nội bộ', GROUPS],
  ['04-22', 'plan', 'Hội thao chào mừng Tháng Công nhân', GROUPS],
  ['05-05', 'notice', 'Lịch thi đấu hội thao', GROUPS],
  ['05-14', 'report', 'Sơ kết Tháng Công nhân', ABOVE],
  ['05-22', 'invitation', 'Dự bế mạc hội thao', HOSPITAL],
  ['05-29', 'decision', 'Khen thưởng hội thao chào mừng Tháng Công nhân', GROUPS],
  ['06-05', 'report', 'Hoạt động công đoàn 6 tháng đầu năm', ABOVE],
  ['06-12', 'plan', 'Tặng quà con đoàn viên đạt thành tích học tập', GROUPS],
  ['06-18', 'resolution', 'Hội nghị Ban Chấp hành quý II', GROUPS],
  ['06-18', 'minutes', 'Hội nghị Ban Chấp hành quý II', GROUPS],
  ['07-02', 'letter', 'Về việc lập danh sách đoàn viên đi an dưỡng', GROUPS],
  ['07-15', 'plan', 'Thăm, tặng quà gia đình chính sách dịp 27/7', GROUPS],
  ['07-24', 'report', 'Kết quả hoạt động dịp 27/7', ABOVE],
  ['08-06', 'letter', 'Về việc giới thiệu đoàn viên ưu tú', 'Chi bộ Trung tâm Y tế khu vực Suối Mơ'],
  ['08-14', 'notice', 'Kết quả kiểm tra tài chính công đoàn', GROUPS],
  ['08-26', 'plan', 'Tổ chức đêm Trung thu cho con đoàn viên', GROUPS],
  ['09-04', 'submission', 'Đề nghị hỗ trợ kinh phí đêm Trung thu', HOSPITAL],
  ['09-15', 'resolution', 'Hội nghị Ban Chấp hành quý III', GROUPS],
  ['09-15', 'minutes', 'Hội nghị Ban Chấp hành quý III', GROUPS],
  ['09-22', 'appeal', 'Ủng hộ đồng bào bị thiệt hại do bão lũ', GROUPS],
  ['10-02', 'report', 'Kết quả vận động ủng hộ đồng bào bị bão lũ', ABOVE],
  ['10-08', 'plan', 'Tổ chức các hoạt động kỷ niệm Ngày Phụ nữ Việt Nam 20/10', GROUPS],
  ['10-12', 'decision', 'Khen thưởng phong trào thi đua', GROUPS],
  ['10-21', 'guidance', 'Đánh giá, xếp loại tổ công đoàn và đoàn viên', GROUPS],
  ['10-28', 'submission', 'Đề nghị khen thưởng cấp trên', ABOVE],
  ['11-04', 'plan', 'Tổng kết hoạt động công đoàn năm', GROUPS],
  ['11-10', 'invitation', 'Dự hội nghị tổng kết hoạt động công đoàn', HOSPITAL],
  ['11-13', 'report', 'Tổng kết hoạt động công đoàn năm', ABOVE],
];
/** Its number was given to a letter that was never sent. */
const VOID_AT = 28;

type In = readonly [type: string, subject: string, party: string, symbol: string, answerDays: number | null];
const IN: readonly In[] = [
  ['letter', 'Về việc báo cáo số liệu nữ công', ABOVE, 'LĐLĐ-NC', 12],
  ['plan', 'Tháng Công nhân năm nay', ABOVE, 'KH-LĐLĐ', null],
  ['letter', 'Về việc góp ý dự thảo quy chế dân chủ', HOSPITAL, 'TTYT-TCHC', 10],
  ['notice', 'Kết luận hội nghị giao ban công đoàn', ABOVE, 'TB-LĐLĐ', null],
  ['guidance', 'Công tác kiểm tra, giám sát của công đoàn', ABOVE, 'HD-LĐLĐ', null],
  ['letter', 'Về việc rà soát đoàn viên có hoàn cảnh khó khăn', ABOVE, 'LĐLĐ-CSPL', 15],
  ['decision', 'Phê duyệt dự toán tài chính công đoàn', ABOVE, 'QĐ-LĐLĐ', null],
  ['invitation', 'Dự hội nghị triển khai công tác y tế', HOSPITAL, 'GM-TTYT', null],
  ['letter', 'Về việc đăng ký khen thưởng chuyên đề', ABOVE, 'LĐLĐ-TG', 20],
  ['resolution', 'Hội nghị Ban Chấp hành Liên đoàn Lao động tỉnh', ABOVE, 'NQ-LĐLĐ', null],
  ['letter', 'Về việc phối hợp tổ chức hiến máu tình nguyện', 'Hội Chữ thập đỏ tỉnh Thanh Lâm', 'CTĐ', 7],
  ['report', 'Thực hiện chế độ với viên chức, người lao động', HOSPITAL, 'BC-TTYT', null],
];
const INCOMING = 60;

export async function seedDocuments(invoke: Invoke, year: number, today: string): Promise<void> {
  const types = new Map((await invoke('documents.types', {})).rows.map((row) => [row.code, row.id]));
  await seedOutgoing(invoke, types, year, today);
  await seedIncoming(invoke, types, year, today);
}

type Types = ReadonlyMap<string, number>;

async function seedOutgoing(invoke: Invoke, types: Types, year: number, today: string): Promise<void> {
  const { rows: decisions } = await invoke('awards.list', { year, levels: ['unit'] });
  const { rows: events } = await invoke('events.list', { from: `${year}-01-01`, to: today, limit: 200 });
  const due = OUT.filter(([day]) => `${year}-${day}` <= today);
  for (const [at, [day, type, subject, party]] of due.entries()) {
    const number = `${String(at + 1).padStart(2, '0')}/QĐ-CĐCS`;
    const decision = type === 'decision' ? decisions.find((row) => row.number === number) : undefined;
    const meeting = type === 'minutes' || type === 'resolution';
    const event = meeting
      ? events.find((row) => row.kind === 'committee_meeting' && row.startsOn.slice(5, 7) === day.slice(0, 2))
      : undefined;
    const link = decision
      ? { entity: 'award_decision' as const, id: decision.id, label: `${decision.form} · ${number}` }
      : event && { entity: 'event' as const, id: event.id, label: event.name };
    const made = await invoke('documents.create', {
      ...{ direction: 'out', typeId: types.get(type)!, onDate: `${year}-${day}`, subject, party },
      signer: 'Hoàng Minh Tuệ',
      link: link ?? null,
    });
    if (at === VOID_AT)
      await invoke('documents.void', { id: made.id, version: 1, reason: 'Đã soạn nhưng không ban hành' });
  }
  const [last] = OUT.slice(-1);
  if (`${year}-${last![0]}` <= today)
    await invoke('documents.create', {
      ...{ direction: 'out', typeId: types.get('resolution')!, onDate: today, reserved: true },
      note: 'Giữ cho nghị quyết hội nghị Ban Chấp hành quý IV',
    });
}

/** Sixty in the year, evenly spread; nearly all answered in time, the last ones still open. */
async function seedIncoming(invoke: Invoke, types: Types, year: number, today: string): Promise<void> {
  const { rows } = await invoke('members.list', { limit: 60 });
  const people = mixed(joinedBefore(rows, `${year}`)).slice(0, 5);
  const { rows: sent } = await invoke('documents.list', { direction: 'out', limit: 100 });
  for (let at = 0; at < INCOMING; at++) {
    const onDate = addDays(`${year}-01-06`, Math.round(at * 5.4));
    if (onDate > today) return;
    const [type, subject, party, symbol, days] = IN[at % IN.length]!;
    const deadline = days === null ? null : addDays(onDate, days);
    const made = await invoke('documents.create', {
      ...{ direction: 'in', typeId: types.get(type)!, onDate, subject, party, deadline },
      theirNumber: `${(at * 7 + 11) % 400}/${symbol}`,
      theirDate: addDays(onDate, -(2 + (at % 3))),
      memberId: deadline === null ? null : (people[at % people.length]?.id ?? null),
      urgency: at % 17 === 4 ? 'Khẩn' : null,
    });
    const answeredOn = deadline === null ? null : addDays(deadline, -1);
    if (answeredOn === null || answeredOn >= today || (at % 29 === 24 && deadline! < today)) continue;
    const reply = sent.find((row) => row.onDate === answeredOn && row.status === 'given');
    await invoke('documents.answer', {
      id: made.id,
      version: 1,
      answeredOn,
      answeredById: reply?.id ?? null,
    });
  }
}
