/** Three yearly work plans of the invented union: copied on from year to year, done work linked to its record. */
import type { OutputOf } from '../../shared/contract';
import type { Invoke } from './seed';

type Owner = 'executive' | 'standing' | 'inspection' | 'women';
type Line = readonly [month: number, day: string | null, text: string, owner: Owner, search: string | null];

const LINES: readonly Line[] = [
  [1, '05', 'Ban hành chương trình công tác năm {năm}', 'executive', null],
  [
    1,
    '09',
    'Phối hợp tổ chức hội nghị viên chức, người lao động năm {năm}',
    'standing',
    'Hội nghị viên chức',
  ],
  [1, '16', 'Họp Ban Chấp hành quý I', 'executive', 'Họp Ban Chấp hành quý I'],
  [2, null, 'Tổ chức Tết Sum vầy, tặng quà đoàn viên', 'standing', 'Tết Sum vầy'],
  [2, '26', 'Gặp mặt Ngày Thầy thuốc Việt Nam 27/2', 'executive', 'Thầy thuốc'],
  [3, '07', 'Tọa đàm Ngày Quốc tế Phụ nữ 8/3', 'women', 'Phụ nữ 8/3'],
  [3, '20', 'Giám sát thực hiện chế độ trực, phụ cấp', 'inspection', 'Giám sát'],
  [4, '10', 'Họp Ban Chấp hành quý II', 'executive', 'Họp Ban Chấp hành quý II'],
  [4, null, 'Tập huấn nghiệp vụ cho tổ trưởng, tổ phó công đoàn', 'standing', 'Tập huấn nghiệp vụ'],
  [5, null, 'Tháng Công nhân, hội thao', 'executive', 'Hội thao'],
  [5, '31', 'Chốt số liệu báo cáo 6 tháng đầu năm', 'standing', null],
  [6, '01', 'Tặng quà con đoàn viên Ngày 1/6', 'women', '1/6'],
  [6, null, 'Vận động hiến máu tình nguyện', 'executive', 'Hiến máu'],
  [7, '10', 'Họp Ban Chấp hành quý III', 'executive', 'Họp Ban Chấp hành quý III'],
  [7, null, 'Sơ kết 6 tháng đầu năm {năm}', 'executive', 'Sơ kết'],
  [8, '07', 'Kiểm tra chấp hành Điều lệ ở các tổ công đoàn', 'inspection', 'Kiểm tra chấp hành'],
  [9, null, 'Vui Tết Trung thu cùng con đoàn viên', 'women', 'Trung thu'],
  [9, null, 'Đối thoại định kỳ giữa Giám đốc và đoàn viên', 'standing', 'Đối thoại'],
  [10, null, 'Họp Ban Chấp hành quý IV', 'executive', 'Họp Ban Chấp hành quý IV'],
  [10, '20', 'Hội thi chào mừng Ngày Phụ nữ Việt Nam 20/10', 'women', '20/10'],
  [10, null, 'Lập danh sách đề nghị khen thưởng cuối năm', 'standing', null],
  [11, null, 'Rà soát quy chế phối hợp với Ban Giám đốc', 'executive', null],
  [11, '25', 'Kiểm tra tài chính công đoàn', 'inspection', null],
  [11, '30', 'Chốt số liệu năm, tự kiểm tra và chấm điểm', 'standing', null],
  [12, null, 'Thăm hỏi đoàn viên khó khăn trước Tết', 'women', null],
  [12, '18', 'Tổng kết hoạt động công đoàn năm {năm}', 'executive', 'Tổng kết hoạt động'],
  [12, null, 'Dự thảo chương trình công tác năm sau', 'standing', null],
];
const FOCUS = [
  'Tập trung chăm lo, bảo vệ quyền lợi đoàn viên; nâng chất lượng sinh hoạt tổ công đoàn.',
  'Hoàn thành các chỉ tiêu nghị quyết đại hội giao trong năm.',
].join('\n');

type Events = OutputOf<'events.list'>['rows'];
type Items = OutputOf<'plans.list'>['rows'];

/** What is past is done, with its event where there is one; one line of this year is forgotten, one under way. */
async function report(invoke: Invoke, items: Items, events: Events, today: string): Promise<void> {
  for (const item of items) {
    const [, , , , search] = LINES.find(([, , text]) => text.slice(0, 20) === item.text.slice(0, 20)) ?? [];
    const event = search
      ? events.find((one) => (search.startsWith('Họp') ? one.name === search : one.name.includes(search)))
      : undefined;
    const key = { id: item.id, version: item.version };
    if (item.text.startsWith('Rà soát quy chế') && item.due >= today)
      await invoke('plans.report', { ...key, status: 'doing', result: 'Đã gửi dự thảo lấy ý kiến các tổ' });
    if (item.due >= today || (search && !event)) continue;
    const doneOn =
      event && event.startsOn.length === 10 && event.startsOn < today ? event.startsOn : item.due;
    await invoke('plans.report', {
      ...{ ...key, status: 'done', doneOn },
      link: event ? { entity: 'event', id: event.id, label: event.name.slice(0, 200) } : null,
    });
  }
}

/** The bodies of the term in office lead the running year, each by its head. */
async function lead(invoke: Invoke, items: Items, year: number): Promise<void> {
  const { committees } = await invoke('organisation.committees', { asOf: `${year}-06-30` });
  for (const item of items) {
    const [, , , owner] = LINES.find(([, , text]) => text.slice(0, 20) === item.text.slice(0, 20)) ?? [];
    const body = committees.find((one) => one.kind === owner);
    if (!body || owner === 'executive') continue;
    const {
      committee: _c,
      person: _p,
      owner: _o,
      due: _d,
      late: _l,
      copiedOn: _y,
      files: _f,
      ...fields
    } = item;
    const memberId = body.posts.find((post) => post.memberId !== null)?.memberId ?? null;
    await invoke('plans.save', { ...fields, committeeId: body.id, memberId });
  }
}

export async function seedPlans(invoke: Invoke, year: number, today: string): Promise<void> {
  const first = year - 2;
  const { committees } = await invoke('organisation.committees', { asOf: `${first}-06-30` });
  await invoke('plans.addItems', {
    items: LINES.map(([month, day, text, owner]) => ({
      ...{ year: first, month, text: text.replaceAll('{năm}', String(first)) },
      onDate: day === null ? null : `${first}-${String(month).padStart(2, '0')}-${day}`,
      committeeId: (committees.find((one) => one.kind === owner) ?? committees[0])?.id ?? null,
    })),
  });
  for (const one of [first, year - 1, year]) {
    if (one === year) await lead(invoke, (await invoke('plans.list', { year })).rows, year);
    const { rows } = await invoke('plans.list', { year: one });
    const focus = { number: '01/CTr-CĐCS', signedOn: `${one}-01-05`, focus: FOCUS };
    await invoke('plans.saveHeader', { year: one, version: 0, ...focus });
    const { rows: events } = await invoke('events.list', {
      from: `${one}-01-01`,
      to: `${one}-12-31`,
      limit: 200,
    });
    await report(invoke, rows, events, today);
    if (one < year) await invoke('plans.copy', { ids: rows.map((row) => row.id), year: one + 1 });
  }
}
