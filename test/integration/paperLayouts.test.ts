/** Certificates of attendance and letters of thanks on layouts of the office. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const COURSE = 'chung-nhan-tap-huan-a4-ngang';
const LETTER = 'thu-cam-on-a4-doc';
let t: TestCore;
const course = { paper: 'training' as const, eventId: 0 };
const other = { paper: 'training' as const, eventId: 0 };
const ids: Record<string, number> = {};

const sheets = async (file: { token: string }) => {
  const pages = await readPdf(new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path)));
  return pages.map((page) =>
    page.texts
      .map((one) => one.text)
      .join(' ')
      .replace(/\s+/g, ' '),
  );
};

/** A copy of a layout that comes with the program, its title in other words. */
async function own(layoutId: string, name: string, title: string): Promise<string> {
  const made = await t.invoke('certificates.copyLayout', { layoutId, name });
  const got = await t.invoke('certificates.layout', { layoutId: made.layoutId });
  const layout = JSON.parse(got.layout) as { items: { id?: string; text?: string; font?: string }[] };
  for (const item of layout.items) if (item.id === 'title') item.text = title;
  await t.invoke('certificates.saveLayout', {
    id: made.id,
    version: got.own!.version,
    layout: JSON.stringify(layout),
  });
  return made.layoutId;
}

async function addCourse(name: string, memberId: number): Promise<number> {
  const { id } = await t.invoke('events.create', { name, kind: 'training', startsOn: '2026-11-10' });
  await t.invoke('events.setPeople', { id, add: [memberId] });
  await t.invoke('training.issue', { eventId: id, issuedOn: '2026-11-12' });
  return id;
}

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  const { invoke } = t;
  await invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ',
    shortName: 'CĐCS Suối Mơ',
    symbol: 'CĐCS',
    employer: 'Trung tâm Y tế khu vực Suối Mơ',
    place: 'Suối Mơ',
    validFrom: '2020',
  });
  await invoke('organisation.saveTerm', {
    startsOn: '2025',
    chairName: 'Hoàng Minh Tuệ',
    chairTitle: 'Chủ tịch',
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  const { id: departmentId } = await invoke('organisation.createUnit', {
    kind: 'department',
    name: 'Khoa Nội',
  });
  ids.person = (await invoke('members.create', { fullName: 'Lê Thị Ánh', departmentId })).id;
  course.eventId = await addCourse('Nghiệp vụ công đoàn', ids.person);
  other.eventId = await addCourse('Pháp luật lao động', ids.person);
  const donor = await invoke('donors.save', {
    name: 'Công ty Dược Thảo Nguyên',
    kind: 'organisation',
  });
  ids.gift = (
    await invoke('donors.saveGift', { donorId: donor.id, onDate: '2026-11-11', amount: 60_000_000 })
  ).id;
});
afterAll(() => t.close());

test('one course prints on a layout of the office, the others stay on the one of the program', async () => {
  const mine = await own(COURSE, 'Chứng nhận của trường', 'CHỨNG CHỈ NỘI BỘ');
  const { rows } = await t.invoke('certificates.paperLayouts', course);
  expect(rows.map((row) => row.id)).toEqual([COURSE, mine]);
  await t.invoke('certificates.setPaperLayout', { ...course, layoutId: mine });
  expect((await t.invoke('certificates.paperLayouts', course)).chosen).toBe(mine);
  const [sheet] = await sheets((await t.job('training.printCertificates', { eventId: course.eventId })).file);
  expect(sheet).toContain('CHỨNG CHỈ NỘI BỘ');
  expect(sheet).toContain('Lê Thị Ánh');
  const [rest] = await sheets((await t.job('training.printCertificates', { eventId: other.eventId })).file);
  expect(rest).toContain('GIẤY CHỨNG NHẬN');

  const { own: kept } = await t.invoke('certificates.layout', { layoutId: mine });
  await t.invoke('certificates.trashLayouts', { ids: [kept!.id] });
  expect((await t.invoke('certificates.paperLayouts', course)).chosen).toBe(COURSE);
  await t.invoke('certificates.restoreLayouts', { ids: [kept!.id] });
  expect((await t.invoke('certificates.paperLayouts', course)).chosen).toBe(mine);
});

test('a letter of thanks goes from the Word template to a layout and back', async () => {
  const gifts = { ids: [ids.gift!] };
  const paper = { paper: 'thanksGift' as const };
  expect(await t.invoke('certificates.paperLayouts', paper)).toMatchObject({ chosen: null, word: true });
  expect((await t.job('donors.letters', gifts)).name).toMatch(/\.docx$/);
  const mine = await own(LETTER, 'Thư có hoa sen', 'Lời tri ân');
  const chosen = await t.raw('certificates.setPaperLayout', { ...paper, layoutId: mine });
  if (!chosen.ok) throw new Error(chosen.error.code);
  const file = await t.job('donors.letters', gifts);
  expect(file.name).toBe('Thư cảm ơn Công ty Dược Thảo Nguyên.pdf');
  const pages = await sheets(file);
  expect(pages).toHaveLength(1);
  for (const part of [
    'Lời tri ân',
    'Kính gửi: Công ty Dược Thảo Nguyên',
    'viên chức và người lao động Trung tâm Y tế khu vực Suối Mơ',
    'số tiền 60.000.000 đồng (Sáu mươi triệu đồng)',
    'Suối Mơ, ngày 22 tháng 11 năm 2026',
    'Hoàng Minh Tuệ',
  ])
    expect(pages[0]!.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''));
  expect((await t.invoke('certificates.paperLayouts', { paper: 'thanksCase' })).chosen).toBeNull();
  expect((await t.raw(chosen.undo!.operation, chosen.undo!.input)).ok).toBe(true);
  expect((await t.job('donors.letters', gifts)).name).toMatch(/\.docx$/);
});

test('a layout of the other paper, or of a certificate of merit, is not taken', async () => {
  for (const layoutId of [LETTER, 'giay-khen-a4-doc', 'own-99'])
    expect(await t.raw('certificates.setPaperLayout', { ...course, layoutId })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
});
