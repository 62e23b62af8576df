/** The calendar: what falls on days, own occasions, what comes next, and its papers and file for phones. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../unit/papersReaders';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
});
afterEach(() => t.close());

const event = (name: string, startsOn: string, more: object = {}) =>
  t.invoke('events.create', { kind: 'committee_meeting', name, startsOn, ...more });
const on = (items: readonly { from: string; to: string; title: string; precision: string }[], day: string) =>
  items
    .filter((item) => item.precision === 'day' && item.from <= day && day <= item.to)
    .map((item) => item.title);

it('shows Tết 2030 on 2 February as the first lunar day, in whole weeks', async () => {
  const view = await t.invoke('calendar.month', { year: 2030, month: 2 });
  expect([view.from, view.to, view.days.length, view.today]).toEqual([
    '2030-01-28',
    '2030-03-03',
    35,
    '2026-11-22',
  ]);
  const tet = view.days.find((day) => day.date === '2030-02-02')!;
  expect(tet.lunar).toEqual({ day: 1, month: 1, year: 2030, leap: false });
  expect(tet.off).toBe(true);
  expect(on(view.items, '2030-02-02')).toEqual(['Tết Nguyên đán']);
  expect(on(view.items, '2030-02-04')).toEqual(['Tết Nguyên đán']);
  expect(on(view.items, '2030-02-27')).toEqual(['Ngày Thầy thuốc Việt Nam']);
});

it('shows events with their times, over their days, and those known by their month only apart', async () => {
  await event('Họp tháng 5', '2026-05-12', { startsAt: '14:00', endsAt: '16:30', place: 'Hội trường' });
  await event('Giao ban sáng', '2026-05-12', { startsAt: '07:30' });
  await event('Hội thao', '2026-05-14', { endsOn: '2026-05-16', kind: 'sports' });
  await event('Tham quan', '2026-05', { kind: 'excursion' });
  const trashed = await event('Bỏ', '2026-05-20');
  await t.invoke('events.trash', { ids: [trashed.id] });
  const { items } = await t.invoke('calendar.month', { year: 2026, month: 5 });
  expect(on(items, '2026-05-12')).toEqual(['Ngày Quốc tế Điều dưỡng', 'Giao ban sáng', 'Họp tháng 5']);
  expect(items.find((item) => item.title === 'Họp tháng 5')).toMatchObject({
    kind: 'event',
    entity: 'event',
    at: '14:00',
    until: '16:30',
    place: 'Hội trường',
  });
  expect([13, 14, 16, 17].map((day) => on(items, `2026-05-${day}`).includes('Hội thao'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const periods = items.filter((item) => item.precision === 'period').map((item) => item.title);
  expect(periods).toEqual(['Tháng Công nhân', 'Tham quan']);
  expect(items.some((item) => item.title === 'Bỏ')).toBe(false);
  const year = await t.invoke('calendar.year', { year: 2026 });
  expect(year.days).toHaveLength(365);
  expect(on(year.items, '2026-05-15')).toEqual(['Hội thao']);
});

it('shows decisions, requests, reviews, ends of terms, and birthdays only when asked', async () => {
  const hoa = (await t.invoke('members.create', { fullName: 'Nguyễn Thị Hòa', birthDate: '1989-11-25' })).id;
  await t.invoke('members.create', { fullName: 'Trần Văn Ân', birthDate: '1989-11' });
  await t.invoke('members.addRequest', {
    memberId: hoa,
    kind: 'copy',
    askedBy: 'Nguyễn Thị Hòa',
    askedOn: '2026-11-03',
  });
  await t.invoke('review.create', { year: 2026 });
  await t.invoke('organisation.saveTerm', {
    startsOn: '2022',
    endsOn: '2026-11-30',
    chairName: 'Hoàng Minh Tuệ',
  });
  const form = (await t.invoke('awards.forms', {})).rows.find((row) => row.code === 'GK-CS')!;
  await t.invoke('awards.create', {
    formId: form.id,
    number: '45/QĐ',
    decidedOn: '2026-11-20',
    awardYear: 2026,
  });
  const plain = await t.invoke('calendar.month', { year: 2026, month: 11 });
  const kinds = (view: typeof plain) => [...new Set(view.items.map((item) => item.kind))].sort();
  expect(kinds(plain)).toEqual(['decision', 'occasion', 'request', 'term']);
  expect(plain.items.find((item) => item.kind === 'request')).toMatchObject({
    entity: 'member',
    id: hoa,
    late: true,
  });
  expect(plain.items.find((item) => item.kind === 'decision')).toMatchObject({
    title: 'Giấy khen, 45/QĐ',
    from: '2026-11-20',
  });
  const born = await t.invoke('calendar.month', { year: 2026, month: 11, birthdays: true });
  expect(born.items.filter((item) => item.kind === 'birthday')).toMatchObject([
    { title: 'Nguyễn Thị Hòa', from: '2026-11-25', entity: 'member', id: hoa },
  ]);
  const december = await t.invoke('calendar.month', { year: 2026, month: 12 });
  expect(december.items.find((item) => item.kind === 'review')).toMatchObject({
    from: '2026-12-31',
    title: 'năm 2026',
  });
  const coming = await t.invoke('calendar.coming', {});
  expect(coming.items.map((item) => [item.kind, item.late])).toEqual([
    ['request', true],
    ['term', false],
  ]);
});

it('keeps own occasions, solar or lunar, and leaves out built-in ones', async () => {
  const fields = { name: 'Giỗ Hải Thượng Lãn Ông', calendar: 'lunar', month: 1, day: 15 } as const;
  const made = await t.invoke('calendar.saveOccasion', fields);
  const march = async () =>
    on((await t.invoke('calendar.month', { year: 2026, month: 3 })).items, '2026-03-03');
  expect(await march()).toEqual(['Giỗ Hải Thượng Lãn Ông']);
  await t.invoke('calendar.saveOccasion', { ...fields, ...made, name: 'Ngày truyền thống', day: 16 });
  expect(await march()).toEqual([]);
  await expect(t.invoke('calendar.saveOccasion', { ...fields, ...made })).rejects.toThrow('VERSION_CONFLICT');
  for (const wrong of [
    { calendar: 'lunar', day: 31, month: 1 },
    { calendar: 'solar', day: 31, month: 4 },
  ] as const)
    await expect(t.invoke('calendar.saveOccasion', { name: 'Sai', ...wrong })).rejects.toThrow(
      'DATE_INVALID',
    );
  await t.invoke('calendar.trashOccasions', { ids: [made.id] });
  expect((await t.invoke('trash.list', {})).rows[0]).toMatchObject({
    entity: 'occasion',
    label: 'Ngày truyền thống',
  });
  await t.invoke('calendar.restoreOccasions', { ids: [made.id] });
  await t.invoke('calendar.hideOccasions', { codes: ['teachers_day'] });
  const { rows, hidden } = await t.invoke('calendar.occasions', {});
  expect(hidden).toEqual(['teachers_day']);
  expect(rows.find((row) => row.code === null)).toMatchObject({
    name: 'Ngày truyền thống',
    next: '2027-02-21',
  });
  const november = await t.invoke('calendar.month', { year: 2026, month: 11 });
  expect(on(november.items, '2026-11-20')).toEqual([]);
});

it('shows the sessions of an event of several days on their days', async () => {
  const { id } = await event('Tập huấn cán bộ', '2026-06-01', { kind: 'training', endsOn: '2026-06-30' });
  await t.invoke('events.saveSession', {
    eventId: id,
    name: 'Buổi 1',
    onDay: '2026-06-09',
    startsAt: '08:00',
  });
  const june = await t.invoke('calendar.month', { year: 2026, month: 6 });
  expect(on(june.items, '2026-06-09')).toEqual(['Tập huấn cán bộ: Buổi 1']);
  expect(june.items.filter((item) => item.precision === 'period').map((item) => item.title)).toContain(
    'Tập huấn cán bộ',
  );
});

it('says what is already planned for an occasion', async () => {
  await event('Tết Sum vầy 2027', '2027-01-20', { kind: 'tet' });
  const gifts = { occasion: 'tet', year: 2027, onDate: '2027-01-25', place: 'Hội trường' } as const;
  const campaign = await t.invoke('welfare.createCampaign', { name: 'Quà Tết Đinh Mùi', ...gifts });
  const { rows } = await t.invoke('calendar.occasions', {});
  expect(rows.find((row) => row.code === 'tet')).toMatchObject({
    next: '2027-02-06',
    planned: [
      { entity: 'event', name: 'Tết Sum vầy 2027' },
      { entity: 'welfare_campaign', id: campaign.id, name: 'Quà Tết Đinh Mùi' },
    ],
  });
  const january = await t.invoke('calendar.month', { year: 2027, month: 1 });
  expect(january.items.find((item) => item.kind === 'campaign')).toMatchObject({
    from: '2027-01-25',
    entity: 'welfare_campaign',
    id: campaign.id,
    place: 'Hội trường',
  });
  expect(rows.map((row) => row.next)).toEqual(rows.map((row) => row.next).sort());
});

it('prints a month and a year on one page each', async () => {
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Suối Mơ',
    shortName: 'CĐCS',
    symbol: 'CĐCS',
  });
  for (let at = 1; at <= 3; at++)
    await event(`Họp lần ${at}`, '2030-02-14', { startsAt: `0${at}:30`, place: 'Phòng họp' });
  const month = await readPdf(fileOf(await t.job('calendar.printMonth', { year: 2030, month: 2 })));
  expect(month.pages).toHaveLength(1);
  expect(month.pages[0]!.text).toContain('LỊCH CÔNG TÁC THÁNG 2 NĂM 2030');
  expect(month.pages[0]!.text).toContain('Tết Nguyên đán');
  expect(month.pages[0]!.text).toContain('01:30 Họp lần 1');
  expect(month.pages[0]!.text).toContain('Âm lịch: năm Kỷ Dậu – Canh Tuất');
  for (let at = 4; at <= 9; at++) await event(`Họp lần ${at}`, '2030-02-14', { startsAt: `0${at}:30` });
  const full = await readPdf(fileOf(await t.job('calendar.printMonth', { year: 2030, month: 2 })));
  expect(full.pages).toHaveLength(2);
  expect(textOf(full)).toMatch(/và \d việc nữa/);
  expect(textOf(full)).toContain('09:30 Họp lần 9');
  const year = await readPdf(fileOf(await t.job('calendar.printYear', { year: 2030 })));
  expect(year.pages).toHaveLength(1);
  expect(textOf(year)).toContain('Năm Canh Tuất bắt đầu Thứ Bảy, 02/02/2030 (mùng 1 Tết)');
});

it('writes the year for phones, in Vietnam time, under the same names each time', async () => {
  await event('Họp ban chấp hành', '2026-05-12', {
    startsAt: '14:00',
    endsAt: '16:30',
    place: 'Hội trường, tầng 3',
  });
  await event('Hội thao', '2026-05-14', { endsOn: '2026-05-16', kind: 'sports' });
  const read = async () =>
    Buffer.from(fileOf(await t.job('calendar.exportIcs', { year: 2026 })))
      .toString('utf8')
      .replace(/\r\n /g, '');
  const text = await read();
  const entry = (summary: string) =>
    text.split('BEGIN:VEVENT').find((part) => part.includes(`SUMMARY:${summary}\r\n`))!;
  expect(entry('Họp ban chấp hành')).toContain('DTSTART:20260512T070000Z');
  expect(entry('Họp ban chấp hành')).toContain('DTEND:20260512T093000Z');
  expect(entry('Họp ban chấp hành')).toContain('LOCATION:Hội trường\\, tầng 3');
  expect(entry('Hội thao')).toContain('DTSTART;VALUE=DATE:20260514');
  expect(entry('Hội thao')).toContain('DTEND;VALUE=DATE:20260517');
  expect(entry('Tết Nguyên đán')).toContain('DTSTART;VALUE=DATE:20260217');
  const names = [...text.matchAll(/^UID:(.+)\r$/gm)].map((match) => match[1]!);
  expect(new Set(names).size).toBe(names.length);
  expect(await read()).toBe(text);
});

const textOf = (file: { pages: readonly { text: string }[] }): string =>
  file.pages.map((page) => page.text).join(' ');
const fileOf = (made: { token: string }): Uint8Array =>
  new Uint8Array(readFileSync(t.core.files.outgoing(made.token).path));

it('tells of an occasion some days before while nothing is planned for it; the days are a setting', async () => {
  const due = async () => (await t.invoke('calendar.occasions', {})).rows.filter((row) => row.due);
  await t.invoke('calendar.saveOccasion', {
    name: 'Ngày thành lập',
    calendar: 'solar',
    month: 12,
    day: 2,
    lasts: 1,
  });
  expect((await due()).map((row) => row.name)).toEqual(['Ngày thành lập']);
  const reply = await t.raw('calendar.setReminder', { days: 7 });
  expect(await due()).toEqual([]);
  if (!reply.ok || !reply.undo) throw new Error('no undo');
  await t.raw(reply.undo.operation, reply.undo.input);
  const [row] = await due();
  expect(row).toMatchObject({ next: '2026-12-02' });
  const { id } = row!;
  await t.invoke('welfare.createCampaign', {
    name: 'Quà ngày thành lập',
    occasion: `own:${id}`,
    year: 2026,
    onDate: '2026-12-01',
    kind: 'list',
  });
  expect(await due()).toEqual([]);
});
