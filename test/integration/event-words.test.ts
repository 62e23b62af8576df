/** Word papers of a planned event: guests in order, agenda, attendance by group, quorum, votes, the work that follows. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';

let t: TestCore;
let event: number;
const day = '2026-11-25';
const keep = process.env.SO_KEEP_PAPERS;

beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-26T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Đồng Khê',
    upperLevel: 'province',
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    place: 'Suối Mơ',
    staffCount: null,
    validFrom: '2020-01-01',
  });
  await t.invoke('organisation.saveTerm', {
    name: null,
    startsOn: '2023',
    endsOn: '2028',
    chairName: 'Hoàng Minh Tuệ',
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  event = await conference();
});
afterEach(() => t.close());

async function conference(): Promise<number> {
  const { id } = await t.invoke('events.create', {
    kind: 'committee_meeting',
    name: 'Hội nghị Ban Chấp hành mở rộng tổng kết năm 2026',
    startsOn: day,
    startsAt: '14:00',
    endsAt: '16:30',
    place: 'Hội trường tầng 3',
    audience: 'invited',
  });
  const guests = await t.invoke('events.saveGroup', { eventId: id, kind: 'guests' });
  const guest = { groupId: guests.id, invitation: 'confirmed' as const };
  await t.invoke('events.saveAttendee', {
    ...guest,
    honorific: 'Bà',
    name: 'Lò Thị Mây',
    title: 'Phó Giám đốc',
    organisation: 'Sở Y tế',
  });
  const first = await t.invoke('events.saveAttendee', {
    ...guest,
    honorific: 'Ông',
    name: 'Phạm Quốc Việt',
    title: 'Phó Chủ tịch',
    organisation: 'Liên đoàn Lao động tỉnh',
  });
  const { rows } = await t.invoke('events.groupPeople', { id: guests.id });
  const others = rows.map((row) => row.id).filter((one) => one !== first.id);
  await t.invoke('events.orderAttendees', { groupId: guests.id, ids: [first.id, ...others] });
  const chairs = await t.invoke('events.saveGroup', {
    eventId: id,
    kind: 'own',
    name: 'Ủy viên Ban Chấp hành',
    quorum: 'twoThirds',
  });
  const names = ['Nguyễn Thu Hà', 'Lê Thị Mai', 'Trần Văn Bình', 'Vũ Đình Khải', 'Đỗ Thị Na', 'Bùi Văn Tám'];
  for (const name of names) await t.invoke('events.saveAttendee', { groupId: chairs.id, name });
  await t.invoke('events.savePlan', {
    id,
    version: 0,
    chair: 'Hoàng Minh Tuệ',
    secretary: 'Nguyễn Thu Hà',
    agenda: [
      { at: '14:00', text: 'Ổn định tổ chức, giới thiệu đại biểu', who: 'Ban tổ chức' },
      { at: '14:15', text: 'Báo cáo tổng kết năm' },
    ],
    resolutions: [
      { text: 'Thông qua báo cáo tổng kết năm 2026', votesFor: 5, votesAgainst: 0, votesOther: 0 },
      { text: 'Thông qua quy chế chi tiêu nội bộ sửa đổi' },
    ],
  });
  return id;
}

async function marked(): Promise<void> {
  const { groups } = await t.invoke('events.plan', { id: event });
  const chairs = groups.find((group) => group.kind === 'own')!;
  const { rows } = await t.invoke('events.groupPeople', { id: chairs.id });
  await t.invoke('events.markGroup', {
    id: chairs.id,
    except: [{ attendeeId: rows.find((row) => row.name === 'Bùi Văn Tám')!.id, reason: 'trực' }],
  });
  const asked = { eventId: event, saidBy: 'Phạm Quốc Việt', saidOn: day, dueOn: '2026-12-15' };
  await t.invoke('events.createFollowUps', {
    ...asked,
    text: 'lập danh sách đoàn viên khó khăn',
    owners: [{ name: 'Ban nữ công' }, { name: 'Tổ 1' }],
  });
}

async function paper(template: 'invitation' | 'agenda' | 'minutes' | 'resolution', more = {}) {
  const out = await t.job('events.word', { id: event, template, ...more });
  const bytes = new Uint8Array(readFileSync(t.core.files.outgoing(out.token).path));
  if (keep) {
    mkdirSync(keep, { recursive: true });
    writeFileSync(`${keep}/${template}${Object.keys(more).length > 0 ? '-each' : ''}.docx`, bytes);
  }
  return new TextDecoder()
    .decode(unzipSync(bytes)['word/document.xml'])
    .replace(/<\/w:p>|<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '');
}

test('the minutes tell guests in order, each group with its quorum, votes and the work that follows', async () => {
  await marked();
  const text = await paper('minutes');
  expect(text).toContain('Chủ tọa: Hoàng Minh Tuệ.');
  expect(text).toContain('Thư ký: Nguyễn Thu Hà.');
  expect(text).toMatch(
    /Đại biểu khách mời: 02 người, gồm:\n1\. Ông Phạm Quốc Việt, Phó Chủ tịch Liên đoàn Lao động tỉnh\.\n2\. Bà Lò Thị Mây/,
  );
  expect(text).toContain('Ủy viên Ban Chấp hành: có mặt 5/6 đại biểu, đủ 2/3.');
  expect(text).toContain('Triệu tập: 06 người; có mặt: 05 người; vắng: 01 người.');
  expect(text).toContain('Vắng: Bùi Văn Tám (trực).');
  expect(text).toContain('1. Ổn định tổ chức, giới thiệu đại biểu (Ban tổ chức): …………');
  expect(text).toContain('2. Báo cáo tổng kết năm: …………');
  expect(text).toContain(
    'Biểu quyết: Thông qua báo cáo tổng kết năm 2026: 5 tán thành, 0 không tán thành, 0 ý kiến khác.',
  );
  expect(text).toContain('Biểu quyết: Thông qua quy chế chi tiêu nội bộ sửa đổi.');
  expect(text).toContain('Giao Ban nữ công, Tổ 1: lập danh sách đoàn viên khó khăn; hạn 15/12/2026.');
  expect(text).toContain('kết thúc lúc 16 giờ 30 cùng ngày');
  expect(text).not.toMatch(/\{|undefined|null/);
});

test('agenda, resolution and invitations take the plan; without a mark nothing is claimed', async () => {
  expect(await paper('agenda')).toMatch(/14 giờ 15\s+Báo cáo tổng kết năm/);
  const before = await paper('minutes');
  expect(before).toContain('Ủy viên Ban Chấp hành: triệu tập 06 đại biểu.');
  expect(before).toContain('có mặt: ………… người');
  await marked();
  const resolution = await paper('resolution');
  expect(resolution).toContain('có mặt 05/06 người (Ủy viên Ban Chấp hành 5/6 đại biểu, đủ 2/3)');
  expect(resolution).toContain(
    'Căn cứ biên bản Hội nghị Ban Chấp hành mở rộng tổng kết năm 2026 ngày 25 tháng 11',
  );
  expect(resolution).toContain('Điều 2. Thông qua quy chế chi tiêu nội bộ sửa đổi');
  expect(await paper('invitation')).toContain(
    'Nội dung: Ổn định tổ chức, giới thiệu đại biểu; Báo cáo tổng kết năm',
  );
  const each = await paper('invitation', { guests: 'each' });
  const written = [...each.matchAll(/Kính gửi: (.*)/g)].map((match) => match[1]);
  expect(written).toHaveLength(8);
  expect(written.slice(0, 3)).toEqual([
    'Ông Phạm Quốc Việt, Phó Chủ tịch Liên đoàn Lao động tỉnh',
    'Bà Lò Thị Mây, Phó Giám đốc Sở Y tế',
    'Đồng chí Nguyễn Thu Hà',
  ]);
  expect(each).toContain('kính mời Ông tới dự');
});
