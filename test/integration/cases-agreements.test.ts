/** Published cases of agreements read back from lists, the calendar, papers and workbooks (cases.md rows 1–8, 27, 33). */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';

const AREAS = [
  'Trao đổi thông tin',
  'Công tác tổ chức, cán bộ',
  'Đào tạo, bồi dưỡng chuyên môn',
  'Thi đua, khen thưởng',
  'Công tác xã hội',
  'Các phong trào',
];
const NEW_CONTENTS = [
  'Tuyên truyền chủ trương, chính sách',
  'Quản lý, chăm lo, bảo vệ quyền lợi',
  'Hoạt động từ thiện, nhân đạo',
  'Thi đua và các cuộc vận động',
  'Xây dựng công đoàn cơ sở vững mạnh',
];

let t: TestCore;
let provincial: number;
let before: number;
let program: number;
const contents = new Map<number, number[]>();

const agree = (more: Partial<InputOf<'agreements.save'>>) =>
  t.invoke('agreements.save', {
    title: 'Quy chế phối hợp',
    startsOn: '2024',
    endsOn: '2028',
    parties: [{ name: 'Công đoàn Y tế Việt Nam' }, { name: 'Liên đoàn Lao động tỉnh Điện Biên', own: true }],
    ...more,
  });
const fill = async (agreementId: number, names: readonly string[]) => {
  const ids: number[] = [];
  for (const name of names) ids.push((await t.invoke('agreements.saveContent', { agreementId, name })).id);
  contents.set(agreementId, ids);
  return ids;
};
const deliver = (agreementId: number, more: Partial<InputOf<'agreements.saveDelivery'>>) =>
  t.invoke('agreements.saveDelivery', { agreementId, ...more });
const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const textOf = async (file: { token: string }) =>
  (await readPdf(bytesOf(file)))
    .flatMap((page) => page.texts.map((one) => one.text))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
const sheetOf = (id: number) => t.invoke('agreements.get', { id });

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'Công đoàn ngành Y tế tỉnh Điện Biên', shortName: 'Công đoàn ngành Y tế', symbol: 'CĐN' },
    place: 'Điện Biên',
    validFrom: '2018',
  });
  await t.invoke('organisation.saveTerm', { startsOn: '2023', chairName: 'Hoàng Minh Tuệ' });
  before = (
    await agree({
      title: 'Quy chế phối hợp giai đoạn 2018–2023',
      signedOn: '2018',
      startsOn: '2018',
      endsOn: '2023',
    })
  ).id;
  await fill(before, AREAS);
  const ceremony = await t.invoke('events.create', {
    ...{ kind: 'year_review', name: 'Hội nghị ký kết quy chế phối hợp', mode: 'onsite', audience: 'invited' },
    startsOn: '2024-03-05',
    startsAt: '14:00',
    place: 'Thành phố Điện Biên Phủ',
  });
  provincial = (
    await agree({
      title: 'Quy chế phối hợp giai đoạn 2024–2028',
      number: '01/QCPH',
      signedOn: '2024-03-05',
      place: 'Thành phố Điện Biên Phủ',
      eventId: ceremony.id,
      predecessorId: before,
      parties: [
        { name: 'Công đoàn Y tế Việt Nam', signer: 'Phạm Thanh Tùng', signerPost: 'Chủ tịch' },
        {
          name: 'Liên đoàn Lao động tỉnh Điện Biên',
          own: true,
          signer: 'Lò Văn Bình',
          signerPost: 'Chủ tịch',
        },
      ],
    })
  ).id;
  await fill(provincial, NEW_CONTENTS);
  program = (
    await agree({
      title: 'Chương trình phối hợp giai đoạn 2020–2025',
      signedOn: '2020-09-26',
      startsOn: '2020',
      endsOn: '2025',
      scaleId: (await t.invoke('agreements.scales', {})).rows[0]!.id,
      parties: [{ name: 'Sở Y tế Hà Nội' }, { name: 'Công đoàn ngành Y tế Hà Nội', own: true }],
    })
  ).id;
  await fill(program, ['Tuyên truyền pháp luật', 'Chăm lo, bảo vệ', 'Thi đua', 'Xây dựng tổ chức']);
}, 60_000);
afterAll(() => t.close());

it('row 1: the agreement of 2024–2028 is in force in its third year of five; its ceremony is in the calendar', async () => {
  const { rows } = await t.invoke('agreements.list', { state: 'running' });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ id: provincial, state: 'running', at: 3, of: 5, signedOn: '2024-03-05' });
  const month = await t.invoke('calendar.month', { year: 2024, month: 3 });
  expect(month.items.map((item) => [item.from, item.title])).toContainEqual([
    '2024-03-05',
    'Hội nghị ký kết quy chế phối hợp',
  ]);
  const paper = await textOf(await t.job('agreements.sheet', { id: provincial }));
  expect(paper).toContain('Thứ Ba, 05/03/2024');
  expect(paper).toContain('2024–2028; đang ở năm thứ 3/5');
  expect(paper).toContain('Phạm Thanh Tùng, Chủ tịch');
});

it('row 2: the one before it is linked, with neither gap nor overlap', async () => {
  const { predecessor } = await sheetOf(provincial);
  expect(predecessor).toMatchObject({ id: before, seam: null });
  const { successors } = await sheetOf(before);
  expect(successors.map((next) => [next.id, next.seam])).toEqual([[provincial, null]]);
  const late = await agree({
    title: 'Bản muộn',
    startsOn: '2029-02-01',
    endsOn: '2031',
    predecessorId: provincial,
  });
  expect((await sheetOf(late.id)).predecessor?.seam).toEqual({ kind: 'gap', days: 31 });
  await expect(
    agree({ id: before, startsOn: '2018', endsOn: '2023', predecessorId: late.id }),
  ).rejects.toThrow('AGREEMENT_CIRCLE');
  await t.invoke('agreements.trash', { ids: [late.id] });
});

it('row 3: "hơn 800 triệu đồng" is printed only when the rows make more, or one says so', async () => {
  const [, , , , social] = contents.get(before)!;
  const given = [
    ['2018-12', 120_000_000],
    ['2019-12', 150_000_000],
    ['2020-12', 130_000_000],
    ['2021-12', 180_000_000],
    ['2022-12', 140_000_000],
  ] as const;
  for (const [onDate, amount] of given)
    await deliver(before, {
      ...{
        contentId: social,
        label: `Hỗ trợ đoàn viên ngành y tế năm ${onDate.slice(0, 4)}`,
        onDate,
        amount,
      },
      source: 'Báo cáo của Công đoàn ngành Y tế',
    });
  const stated = { amount: 800_000_000, flag: 'atLeast' as const };
  const close = async (more: object) => {
    const { agreement } = await sheetOf(before);
    const { id, version } = agreement;
    return t.invoke('agreements.close', { id, version, closedOn: '2024-03-05', stated, ...more });
  };
  await expect(close({})).rejects.toThrow('AGREEMENT_STATED');
  const last = await deliver(before, {
    ...{ contentId: social, label: 'Hỗ trợ năm 2023', onDate: '2023-12', amount: 80_000_000 },
    source: 'Báo cáo tổng kết',
  });
  expect((await sheetOf(before)).agreement.money).toEqual({ total: 800_000_000, flag: 'exact', unknown: 0 });
  await expect(close({})).rejects.toThrow('AGREEMENT_STATED');
  await t.invoke('agreements.saveDelivery', {
    ...{ id: last.id, version: 1, agreementId: before, contentId: social, label: 'Hỗ trợ năm 2023' },
    ...{ onDate: '2023-12', amount: 80_000_000, flag: 'atLeast', source: 'Báo cáo tổng kết' },
  });
  await close({ summary: 'Hai bên phối hợp kịp thời.' });
  const { agreement, byYear } = await sheetOf(before);
  expect([agreement.state, agreement.said, agreement.statedTrue]).toEqual([
    'closed',
    'hơn 800\u00a0triệu đồng',
    true,
  ]);
  expect(byYear.map((one) => [one.year, one.money.total])).toEqual([
    [2018, 120_000_000],
    [2019, 150_000_000],
    [2020, 130_000_000],
    [2021, 180_000_000],
    [2022, 140_000_000],
    [2023, 80_000_000],
  ]);
  const paper = await textOf(await t.job('agreements.sheet', { id: before, kind: 'closing' }));
  expect(paper).toContain('Kinh phí thực hiện: hơn 800 triệu đồng');
  expect(paper).toContain('Hai bên phối hợp kịp thời.');
  await t.invoke('agreements.trashDeliveries', { ids: [last.id] });
  expect((await sheetOf(before)).agreement.statedTrue).toBe(false);
  expect(await textOf(await t.job('agreements.sheet', { id: before, kind: 'closing' }))).toContain(
    'Kinh phí thực hiện: 720 triệu đồng',
  );
  await t.invoke('agreements.restoreDeliveries', { ids: [last.id] });
});

it('row 4: six areas, each with what was done or "chưa có"', async () => {
  const [info, staff, training] = contents.get(before)!;
  const course = await t.invoke('events.create', {
    ...{ kind: 'training', name: 'Bồi dưỡng nghiệp vụ công đoàn', mode: 'onsite', audience: 'officers' },
    startsOn: '2022-05-10',
  });
  await deliver(before, { contentId: training, record: { entity: 'event', id: course.id } });
  await deliver(before, { contentId: info, label: 'Trao đổi thông tin hằng quý', onDate: '2021' });
  const sheet = await sheetOf(before);
  expect(sheet.contents.map((one) => [one.name, one.delivered])).toEqual([
    [AREAS[0], 1],
    [AREAS[1], 0],
    [AREAS[2], 1],
    [AREAS[3], 0],
    [AREAS[4], 6],
    [AREAS[5], 0],
  ]);
  const paper = await textOf(await t.job('agreements.sheet', { id: before, kind: 'closing' }));
  expect(paper).toContain('II. Kết quả theo 6 nội dung');
  expect(paper.match(/Hoạt động đã thực hiện: chưa có\./g)).toHaveLength(3);
  expect(staff).toBeDefined();
});

it('row 5: five contents with a commitment each; those past their day are told first', async () => {
  const [policy, rights, charity, emulation, strong] = contents.get(provincial)!;
  const commit = (contentId: number, name: string, more: Partial<InputOf<'agreements.saveCommitment'>>) =>
    t.invoke('agreements.saveCommitment', {
      contentId,
      name,
      party: 'Liên đoàn Lao động tỉnh Điện Biên',
      ...more,
    });
  await commit(policy!, 'Tuyên truyền tới toàn thể đoàn viên', { yearly: true });
  await commit(rights!, 'Giám sát chế độ chính sách', { dueOn: '2026-06-30' });
  const gifts = await commit(charity!, 'Tặng quà đoàn viên khó khăn', {
    ...{ yearly: true, dueOn: '2024-12-15', measure: 'count', unit: 'suất', target: 300 },
  });
  await commit(emulation!, 'Phát động thi đua chuyên đề', { dueOn: '2028-10-01' });
  await commit(strong!, 'Mỗi năm thêm công đoàn cơ sở vững mạnh', { dueOn: '2027-12-01' });
  const entries = [
    ['2024-12-10', 300, 'atLeast'],
    ['2025-12-01', 290, 'exact'],
    ['2025-12-14', 25, 'exact'],
  ] as const;
  for (const [onDate, figure, flag] of entries)
    await t.invoke('agreements.saveProgress', { commitmentId: gifts.id, onDate, figure, flag });
  const { contents: all, agreement } = await sheetOf(provincial);
  expect(all.map((one) => one.commitments[0]!.standing.state)).toEqual([
    'overdue',
    'overdue',
    'open',
    'open',
    'open',
  ]);
  expect(all[2]!.commitments[0]!.standing).toMatchObject({
    nextDue: '2026-12-15',
    sum: 615,
    flag: 'atLeast',
  });
  expect(agreement).toMatchObject({ commitments: 5, overdue: 2 });
  const due = await t.invoke('dashboard.due', { from: '2026-01-01', to: '2026-12-31' });
  expect(due.rows.find((row) => row.kind === 'agreementCommitmentsOverdue')).toMatchObject({
    urgency: 'late',
    count: 2,
  });
  const paper = await textOf(await t.job('agreements.sheet', { id: provincial }));
  expect(paper).toContain('2024: hơn 300 suất');
  expect(paper).toContain('2025: 315 suất');
  expect(paper).toContain('Quá hạn 145 ngày');
  expect((await t.invoke('agreements.list', { overdue: true })).rows.map((row) => row.id)).toEqual([
    provincial,
  ]);
});

it('rows 6 and 8: a direction at the ceremony and problems solved, with the mean of days', async () => {
  const { eventId } = (await sheetOf(provincial)).agreement;
  const ask = (text: string, saidOn: string) =>
    t.invoke('events.createFollowUps', {
      ...{ eventId, text, saidOn, saidBy: 'Trần Thị Mai', saidTitle: 'Phó Chủ tịch Tổng Liên đoàn' },
      dueOn: '2024-12-31',
      owners: [{ name: 'Ban Thường vụ' }],
    });
  const [direction] = (await ask('Chăm lo tốt hơn cho đoàn viên vùng cao', '2024-03-05')).ids;
  const solved = [
    ['2024-04-01', '2024-04-11'],
    ['2024-06-01', '2024-06-21'],
  ] as const;
  await deliver(provincial, { record: { entity: 'follow_up', id: direction! } });
  for (const [raised, done] of solved) {
    const [id] = (await ask(`Vướng mắc ngày ${raised}`, raised)).ids;
    await t.invoke('events.reportFollowUp', {
      id: id!,
      version: 1,
      state: 'done',
      doneOn: done,
      result: 'Đã xong',
    });
    await deliver(provincial, { record: { entity: 'follow_up', id: id! } });
  }
  expect((await sheetOf(provincial)).problems).toEqual({ total: 3, solved: 2, meanDays: 15 });
  expect(await textOf(await t.job('agreements.sheet', { id: provincial }))).toContain(
    'Vướng mắc, chỉ đạo: 3 việc, đã giải quyết 2 việc, bình quân 15 ngày.',
  );
});

it('row 7: a gift of 100 million under the agreement is counted once, beside the general fund', async () => {
  const donor = await t.invoke('donors.save', { name: 'Công ty Dược Phúc An', kind: 'organisation' });
  const earmark = await t.invoke('donors.saveEarmark', {
    ...{ name: 'Nhà công vụ Trung tâm Y tế Tuần Giáo', beneficiary: 'Trung tâm Y tế huyện Tuần Giáo' },
    purpose: 'Xây nhà công vụ',
  });
  const gift = await t.invoke('donors.saveGift', {
    ...{ donorId: donor.id, onDate: '2024-03-05', kind: 'money', amount: 100_000_000, earmarkId: earmark.id },
    usedFor: 'Nhà công vụ Trung tâm Y tế Tuần Giáo',
  });
  await deliver(provincial, {
    contentId: contents.get(provincial)![2]!,
    record: { entity: 'donor_gift', id: gift.id },
  });
  const { deliveries, agreement } = await sheetOf(provincial);
  expect(deliveries.find((one) => one.record?.entity === 'donor_gift')).toMatchObject({
    label: 'Công ty Dược Phúc An: Nhà công vụ Trung tâm Y tế Tuần Giáo',
    amount: 100_000_000,
  });
  expect(agreement.said).toBe('100\u00a0triệu đồng');
  await expect(deliver(provincial, { record: { entity: 'donor_gift', id: gift.id } })).rejects.toThrow(
    'DUPLICATE',
  );
});

it('rows 27 and 33: four contents, ended and waiting for its review; the scores of each year go up', async () => {
  const { rows } = await t.invoke('agreements.list', { state: 'ended' });
  expect(rows.map((row) => [row.id, row.contents, row.at])).toEqual([[program, 4, null]]);
  const ids = contents.get(program)!;
  for (let year = 2020; year <= 2025; year++)
    await t.invoke('agreements.setScores', {
      ...{ id: program, year },
      rows: ids.flatMap((contentId, at) => [
        { contentId, side: 'self' as const, score: 6 + (year - 2020) * 0.5 + (at === 0 ? 0.5 : 0) },
        { contentId, side: 'partner' as const, score: 5.5 + (year - 2020) * 0.5 },
      ]),
    });
  await expect(
    t.invoke('agreements.setScores', {
      id: program,
      year: 2025,
      rows: [{ contentId: ids[0]!, side: 'self', score: 11 }],
    }),
  ).rejects.toThrow('AGREEMENT_SCORE');
  const { scores } = await sheetOf(program);
  const mean = (year: number) => {
    const of = scores.filter((one) => one.year === year && one.side === 'self').map((one) => one.score);
    return of.reduce((sum, score) => sum + score, 0) / of.length;
  };
  expect([2020, 2021, 2022, 2023, 2024, 2025].map(mean)).toEqual([6.125, 6.625, 7.125, 7.625, 8.125, 8.625]);
  const paper = await textOf(await t.job('agreements.sheet', { id: program, kind: 'closing' }));
  expect(paper).toContain('Bình quân 6,1 5,5 6,6 6 7,1 6,5 7,6 7 8,1 7,5 8,6 8');
  const book = read(bytesOf(await t.job('agreements.listPaper', { format: 'xlsx' })));
  const cells = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 }).flat();
  expect(cells).toContain('Hết hạn – cần tổng kết');
  expect(cells).toContain('Đang hiệu lực; năm thứ 3/5; 2 cam kết quá hạn');
  expect(await textOf(await t.job('agreements.listPaper', { format: 'pdf' }))).toContain(
    'Hết hạn – cần tổng kết',
  );
});

it('row 9: a news item with its photographer and source stands in the list of evidence', async () => {
  const file = t.core.files.registerUpload('Lễ ký kết.txt', Buffer.from('Tin về lễ ký kết'));
  await t.invoke('files.attach', {
    ...{ entity: 'agreement', entityId: provincial, token: file.token, takenOn: '2024-03-05' },
    author: 'Vân Anh',
    source: 'Trang tin Công đoàn Y tế',
  });
  const paper = await textOf(await t.job('agreements.sheet', { id: provincial, kind: 'year', year: 2024 }));
  expect(paper).toContain('Danh mục minh chứng');
  expect(paper).toContain('Vân Anh');
  expect(paper).toContain('Trang tin Công đoàn Y tế');
});
