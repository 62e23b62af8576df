/**
 * Published cases told by reports and read back from Word and PDF (cases.md section 1, rows 11, 13–16, 24, 25):
 * figures are linked to their records, unknown ones are said to be unknown, and what is wrong is found before printing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';
import { removeAtExit } from '../helpers/store';

let t: TestCore;
let report: number;
let tet: number;
const contests: number[] = [];

const event = async (input: InputOf<'events.create'>, count: object) => {
  const made = await t.invoke('events.create', input);
  const counted = { source: 'báo cáo số 12/BC-CĐCS', ...count };
  await t.invoke('events.setCount', { ...made, count: counted } as never);
  return made.id;
};
const give = async (
  input: InputOf<'welfare.createCampaign'>,
  people: InputOf<'welfare.addOutsiders'>['people'],
) => {
  const { id } = await t.invoke('welfare.createCampaign', input);
  await t.invoke('welfare.addOutsiders', { id, people });
  const { version } = await t.invoke('welfare.campaign', { id });
  await t.invoke('welfare.setState', { id, version, state: 'given' });
  return id;
};
const people = (count: number, category: 'hard' | 'very_hard') =>
  Array.from({ length: count }, (_, at) => ({ name: `Lò Thị Hoa Số ${category} ${at + 1}`, category }));

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2024-07-24T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ', symbol: 'CĐCS' },
    shortName: 'CĐCS TTYT khu vực Suối Mơ',
    ...{ place: 'Suối Mơ', upperName: 'Công đoàn ngành Y tế tỉnh Thanh Lâm', validFrom: '2020-01-01' },
  });
  await t.invoke('organisation.saveTerm', {
    ...{ name: null, startsOn: '2023', endsOn: '2028', chairName: 'Hoàng Minh Tuệ', chairTitle: 'Chủ tịch' },
    onBehalfOf: 'TM. BAN CHẤP HÀNH',
  });
  for (let at = 0; at < 3; at++)
    await t.invoke('members.create', {
      ...{ fullName: `Trần Thu Số ${at + 1}`, gender: 'female', unionJoinDate: '2020-05-01' },
    });
  const values = [
    { category: 'hard' as const, cash: 500_000 },
    { category: 'very_hard' as const, cash: 1_000_000 },
  ];
  tet = await give(
    { name: 'Quà Tết Giáp Thìn 2024', year: 2024, occasion: 'tet', onDate: '2024-02-02', values },
    [...people(326, 'hard'), ...people(18, 'very_hard')],
  );
  await give({ name: 'Hỗ trợ tuyến đầu', year: 2024, onDate: '2024-05-10', values }, people(20, 'very_hard'));
  await t.invoke('welfare.createCampaign', {
    ...{ name: 'Quà của các công đoàn cơ sở', year: 2024, occasion: 'tet', onDate: '2024-02-05' },
    kind: 'count',
    ...{ values: [], sources: [], count: { wording: 'hàng trăm', source: 'Báo cáo sơ kết' } },
  });
  contests.push(
    await event(
      {
        ...{ kind: 'online_contest', name: 'Cuộc thi trực tuyến tìm hiểu nghị quyết đại hội' },
        ...{ startsOn: '2024-03-04', organiserName: 'Liên đoàn Lao động tỉnh' },
      },
      { value: 1484, unit: 'member', denominator: 2178, denominatorOn: '2024-06-30' },
    ),
    await event(
      {
        ...{ kind: 'contest', name: 'Cuộc thi tìm hiểu dinh dưỡng', startsOn: '2024-04-15' },
        organiserName: 'Công đoàn Y tế Việt Nam',
      },
      { value: 1023, unit: 'person' },
    ),
    await event(
      { kind: 'online_contest', name: 'Cuộc thi hành động của đoàn viên', startsOn: '2024-05-20' },
      { value: 783, unit: 'member' },
    ),
  );
  ({ id: report } = await t.invoke('reports.create', {
    ...{ kind: 'halfYear', year: 2024, from: '2024-01-01', to: '2024-06-30', asOf: '2024-06-30' },
    addressee: 'Công đoàn ngành Y tế tỉnh Thanh Lâm',
  }));
}, 60_000);
afterAll(() => t.close());

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ');
const pdfText = async (id = report) =>
  squeezed(
    (await readPdf(bytesOf(await t.job('reports.paper', { id, format: 'pdf' }))))
      .flatMap((page) => page.texts.map((one) => one.text))
      .join(' '),
  );
const docx = async (id = report) => bytesOf(await t.job('reports.paper', { id, format: 'docx' }));
const wordText = (bytes: Uint8Array) =>
  squeezed(
    new TextDecoder()
      .decode(unzipSync(bytes)['word/document.xml']!)
      .replaceAll(/<\/w:p>|<w:br\/>/g, '\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&'),
  );
const parts = async (id = report) => (await t.invoke('reports.get', { id })).parts;
const lastId = async () => (await parts()).at(-1)!.id;
const textOf = (part: { runs: { text: string }[] }) => squeezed(part.runs.map((run) => run.text).join(''));
const put = async (template: string, name: string | null = null) =>
  t.invoke('reports.addPart', { reportId: report, afterId: await lastId(), template, name, sentence: true });
const texts = async () => (await parts()).map(textOf);
const offered = async (search: string) => (await t.invoke('reports.sentences', { id: report, search })).rows;

describe('sentences of targets', () => {
  it('say what is reached of what was asked, as of the report’s day', async () => {
    const { id: resolutionId } = await t.invoke('targets.saveResolution', {
      ...{ name: 'Nghị quyết nhiệm kỳ 2023-2028', level: 'unit', fromYear: 2023, toYear: 2028 },
    });
    const { id } = await t.invoke('targets.save', {
      ...{ resolutionId, text: 'Suất quà cho đoàn viên', unit: 'suất', indicator: 'welfare.gifts' },
      values: [{ year: 2024, value: 500 }],
    });
    const [row] = (await offered('Suất quà cho đoàn viên')).filter((one) => one.key === `target:${id}`);
    expect(row?.preview).toBe('Suất quà cho đoàn viên: 364 suất (chỉ tiêu 500), đạt 73% chỉ tiêu.');
    expect((await offered('')).some((one) => one.area === 'indicator')).toBe(false);
    await t.invoke('targets.trash', { ids: [id] });
    expect((await offered('Suất quà cho đoàn viên')).some((one) => one.key === `target:${id}`)).toBe(false);
  });
});

describe('sentences from records', () => {
  it('says over 200 million, of which 181 million for Tết, and only because it is true (row 11)', async () => {
    await put(
      `Đã chi {welfare.giftMoney|over} chăm lo đoàn viên khó khăn, trong đó quà Tết {campaign:${tet}.money}.`,
    );
    expect((await texts()).at(-1)).toBe(
      'Đã chi hơn 200 triệu đồng chăm lo đoàn viên khó khăn, trong đó quà Tết 181 triệu đồng.',
    );
    const [campaign] = (await offered('Giáp Thìn')).filter((row) => row.area === 'record');
    expect(squeezed(campaign!.preview)).toBe(
      'Quà Tết Giáp Thìn 2024: đã trao 344 suất, trị giá 181 triệu đồng, bình quân 526.163 đồng mỗi suất.',
    );
  });

  it('says hundreds as the source did, and adds nothing of them (row 13)', async () => {
    const [count] = (await offered('các công đoàn cơ sở')).filter((row) => row.area === 'record');
    expect(count!.preview).toBe('Quà của các công đoàn cơ sở: đã trao hàng trăm suất.');
    expect((await texts()).join(' ')).toContain('364 suất quà');
  });

  it('gives 68% of 2.178 to the one contest that has a whole, 3.290 only as turns (rows 14–16)', async () => {
    const rows = (await offered('cuộc thi')).filter((row) => row.area === 'record');
    const said = (id: number) => squeezed(rows.find((row) => row.key === `event:${id}`)!.preview);
    expect(said(contests[0]!)).toContain(
      'do Liên đoàn Lao động tỉnh tổ chức (ngày 04/03/2024): có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.',
    );
    expect(said(contests[1]!)).toContain('có 1.023 người tham gia.');
    expect(said(contests[2]!)).toContain('có 783 đoàn viên tham gia.');
    for (const key of contests.map((id) => `event:${id}`)) {
      const { template, name } = rows.find((row) => row.key === key)!;
      await put(template, name);
    }
    await put('Các cuộc thi thu hút {events.turns} lượt tham gia.');
    expect((await texts()).at(-1)).toBe('Các cuộc thi thu hút 3.290 lượt tham gia.');
  });

  it('links each figure to its records, and says what is not on record', async () => {
    const all = await parts();
    const contest = all.find((part) => textOf(part).includes('68%'))!;
    expect(contest.runs.filter((run) => run.tag).map((run) => run.source)).toContainEqual({
      kind: 'event',
      key: String(contests[0]),
    });
    const members = all.find((part) => textOf(part).startsWith('Công đoàn cơ sở có 3 đoàn viên'))!;
    expect(members.runs.find((run) => run.tag === 'members.active')!.source).toEqual({
      kind: 'indicator',
      key: 'members.active',
    });
    const unknown = all.filter((part) => part.unknown).map(textOf);
    expect(unknown).toContain('Thăm hỏi: chưa có số liệu.');
    expect(unknown).toContain('Kiểm tra, giám sát: chưa có số liệu.');
    expect(unknown).toContain('Tài chính công đoàn: chưa có số liệu.');
    expect((await texts()).join('\n')).not.toMatch(/(?<![\d.,])0 (?:lượt|cuộc|đồng)/);
  });
});

describe('figures and hand edits', () => {
  it('keep words changed by hand and their figures; counted again, only the figures change', async () => {
    const gifts = (await parts()).find((part) => textOf(part).includes('364 suất quà'))!;
    const edited = textOf(gifts).replace('Tổ chức tặng', 'Nhân dịp Tết và Tháng Công nhân đã trao');
    await t.invoke('reports.savePart', { id: gifts.id, version: gifts.version, text: edited });
    const after = (await parts()).find((part) => part.id === gifts.id)!;
    expect(after).toMatchObject({ byHand: true, changed: false });
    expect(after.runs.filter((run) => run.tag).map((run) => squeezed(run.text))).toEqual([
      '364',
      '201 triệu đồng',
    ]);
    await give(
      { name: 'Quà 27/7', year: 2024, onDate: '2024-06-20', values: [{ category: 'hard', cash: 1_000_000 }] },
      [{ name: 'Lò Văn Thành', category: 'hard' }],
    );
    const stale = (await parts()).find((part) => part.id === gifts.id)!;
    expect(stale.changed).toBe(true);
    expect(
      stale.runs.flatMap((run) => (run.now === null ? [] : [[squeezed(run.text), squeezed(run.now)]])),
    ).toEqual([
      ['364', '365'],
      ['201 triệu đồng', '202 triệu đồng'],
    ]);
    const { changes, byHand } = await t.invoke('reports.check', { id: report });
    expect(changes.filter((one) => one.partId === gifts.id)).toHaveLength(2);
    expect(byHand).toBe(1);
    const before = (await texts()).join('\n');
    const reply = await t.raw('reports.recalculate', { id: report });
    expect(reply).toMatchObject({ ok: true, undo: { operation: 'reports.putFigures' } });
    expect((await texts()).join('\n')).toContain('Nhân dịp Tết và Tháng Công nhân đã trao 365 suất quà');
    const { undo } = reply as unknown as { undo: { operation: 'reports.putFigures'; input: never } };
    await t.invoke(undo.operation, undo.input);
    expect((await texts()).join('\n')).toBe(before);
    await t.invoke('reports.recalculate', { id: report, partIds: [gifts.id] });
    expect((await texts()).join('\n')).toContain('365 suất quà');
    await t.invoke('reports.recalculate', { id: report });
    expect((await t.invoke('reports.check', { id: report })).changes).toEqual([]);
  });

  it('a figure typed over is no longer linked, and the first sentence can be had back', async () => {
    const all = await parts();
    const strength = all.find((part) => textOf(part).startsWith('Công đoàn cơ sở có 3'))!;
    const typed = textOf(strength).replace('có 3 đoàn viên', 'có 5 đoàn viên');
    await t.invoke('reports.savePart', { id: strength.id, version: strength.version, text: typed });
    const now = (await parts()).find((part) => part.id === strength.id)!;
    expect(now.runs.filter((run) => run.tag === 'members.active')).toEqual([]);
    expect(now.byHand).toBe(true);
    await t.invoke('reports.savePart', { id: now.id, version: now.version, template: strength.template });
    expect((await parts()).find((part) => part.id === strength.id)).toMatchObject({ byHand: false });
  });
});

describe('proof-reading', () => {
  const check = async () =>
    (await t.invoke('reports.check', { id: report })).findings.filter((one) => !one.ignored);
  it('finds the weekday, the congress and the word "hơn" that are not true (rows 24, 25)', async () => {
    const { id } = await put(
      'Hội nghị sơ kết họp thứ Năm, ngày 24/07/2024, quán triệt nghị quyết Đại hội XII nhiệm kỳ 2023-2028; đã chi hơn 300 triệu đồng (202.000.000 đồng).',
    );
    const mine = (await check()).filter((one) => one.partId === id);
    expect(mine.map((one) => [one.rule, one.excerpt, one.proposal])).toEqual([
      ['weekday', 'thứ Năm', 'thứ Tư'],
      ['congress', expect.stringContaining('Đại hội XII nhiệm kỳ 2023-2028'), null],
      ['vague', 'hơn 300 triệu', null],
    ]);
    expect(mine[1]!.details.readings).toContain('Đại hội XIII, nhiệm kỳ 2023-2028');
    expect(mine[1]!.details.readings).toContain('Đại hội XII, nhiệm kỳ 2018-2023');
    const reply = await t.raw('reports.accept', { id: report, key: mine[0]!.key });
    expect(reply).toMatchObject({ ok: true, undo: { operation: 'reports.savePart' } });
    expect((await texts()).at(-1)).toContain('thứ Tư, ngày 24/07/2024');
    await t.invoke('reports.ignore', { id: report, key: mine[2]!.key, ignored: true });
    expect((await check()).filter((one) => one.partId === id).map((one) => one.rule)).toEqual(['congress']);
    await t.invoke('reports.trashParts', { ids: [id] });
  });

  it('asks for what the outline leaves open', async () => {
    const open = (await check()).filter((one) => one.rule === 'unfinished');
    expect(open.map((one) => one.before)).toEqual(expect.arrayContaining(['Thuận lợi', 'Khó khăn']));
    for (const part of (await parts()).filter((one) => /:$/.test(textOf(one))))
      await t.invoke('reports.savePart', {
        id: part.id,
        version: part.version,
        text: `${textOf(part)} được cấp trên quan tâm.`,
      });
    expect(await check()).toEqual([]);
  });
});

describe('on paper', () => {
  const said = [
    'Kính gửi: Công đoàn ngành Y tế tỉnh Thanh Lâm',
    'Sơ kết hoạt động công đoàn 6 tháng đầu năm 2024',
    'I. ĐẶC ĐIỂM TÌNH HÌNH',
    '2. Tuyên truyền, giáo dục',
    'Đã chi hơn 200 triệu đồng chăm lo đoàn viên khó khăn, trong đó quà Tết 181 triệu đồng.',
    'có 1.484/2.178 đoàn viên tham gia, đạt tỷ lệ 68%.',
    'có 1.023 người tham gia.',
    'Thăm hỏi: chưa có số liệu.',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Suối Mơ, ngày 24 tháng 7 năm 2024',
    'Hoàng Minh Tuệ',
    '- Lưu: VT, công đoàn.',
  ];
  let code: string | null;
  beforeAll(async () => {
    const { version } = await t.invoke('reports.get', { id: report });
    ({ code } = await t.invoke('reports.close', { id: report, version, onDate: '2024-07-24' }));
  });

  it('Word and PDF say the same, with the number of the register', async () => {
    expect(code).toBe('01/BC-CĐCS');
    const [pdf, word] = [await pdfText(), wordText(await docx())];
    for (const text of [...said, 'Số: 01/BC-CĐCS']) {
      expect(pdf).toContain(text);
      expect(word).toContain(text);
    }
    expect(pdf).not.toContain('3.290 người');
    const { rows } = await t.invoke('documents.of', { entity: 'report', id: report });
    expect(rows).toMatchObject([{ code: '01/BC-CĐCS', typeCode: 'report' }]);
  });

  it('says for good what it said, whatever is recorded later', async () => {
    const before = await pdfText();
    await t.invoke('members.create', { fullName: 'Vũ Thị Mai', unionJoinDate: '2024-02-01' });
    await t.invoke('organisation.saveProfile', {
      ...{
        name: 'Công đoàn cơ sở Bệnh viện Suối Mơ',
        shortName: 'CĐCS BV Suối Mơ',
        symbol: 'CĐBV',
        place: 'Suối Mơ',
      },
      ...{ validFrom: '2024-07-01' },
    });
    expect(await pdfText()).toBe(before);
    expect(await t.raw('reports.recalculate', { id: report })).toMatchObject({
      error: { code: 'REPORT_CLOSED' },
    });
    const { version } = await t.invoke('reports.get', { id: report });
    const reopened = await t.invoke('reports.reopen', { id: report, version });
    expect((await parts()).some((part) => part.changed)).toBe(true);
    await t.invoke('reports.close', { id: report, version: reopened.version, onDate: '2024-07-24' });
    expect((await t.invoke('documents.of', { entity: 'report', id: report })).rows).toHaveLength(1);
  });

  it('its annex is a workbook of numbers, its heading a setting', async () => {
    const file = bytesOf(await t.job('reports.paper', { id: report, format: 'xlsx' }));
    const rows = Object.values(read(file).Sheets).flatMap((sheet) =>
      utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: false }),
    );
    expect(rows.find((row) => row.includes('Suất quà đã trao'))).toEqual(
      expect.arrayContaining([365, 'suất']),
    );
    expect(rows.find((row) => row.includes('Trị giá quà đã trao'))).toContain(202_000_000);
    const style = await t.invoke('reports.style', {});
    await t.invoke('reports.setStyle', { ...style, heading: 'party' });
    for (const text of [await pdfText(), wordText(await docx())]) {
      expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
      expect(text).not.toContain('CỘNG HÒA XÃ HỘI');
    }
  });

  it('the Word file is laid out by LibreOffice', async (test) => {
    const dir = mkdtempSync(join(tmpdir(), 'so-report-'));
    removeAtExit(dir);
    writeFileSync(join(dir, 'a.docx'), await docx());
    try {
      execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    } catch {
      test.skip('soffice is not there');
    }
    const asked = ['--headless', `-env:UserInstallation=file://${dir}/p`, '--convert-to', 'pdf', 'a.docx'];
    execFileSync('soffice', asked, { cwd: dir, stdio: 'ignore' });
    const pages = await readPdf(new Uint8Array(readFileSync(join(dir, 'a.pdf'))));
    const text = squeezed(pages.flatMap((page) => page.texts.map((one) => one.text)).join(' '));
    for (const one of ['BÁO CÁO', '1.484/2.178 đoàn viên', 'Hoàng Minh Tuệ']) expect(text).toContain(one);
  }, 120_000);
});

describe('the next report', () => {
  it('begins from the last: headings and words a year on, figures of its own days, lines to look at again', async () => {
    const { id } = await t.invoke('reports.create', {
      ...{ kind: 'halfYear', year: 2025, copyFrom: report, asOf: '2025-06-30' },
    });
    const made = await t.invoke('reports.get', { id });
    expect(made).toMatchObject({
      from: '2025-01-01',
      to: '2025-06-30',
      subject: expect.stringContaining('năm 2025'),
    });
    const said = made.parts.map(textOf);
    expect(said.join('\n')).toContain('NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2025');
    expect(said.join('\n')).not.toContain('dinh dưỡng');
    expect(said.join('\n')).toContain('Tặng quà: chưa có số liệu.');
    const { findings } = await t.invoke('reports.check', { id });
    expect(findings.some((one) => one.rule === 'copied')).toBe(true);
    const part = made.parts.find((one) => one.copied && /^Thuận lợi/.test(textOf(one)))!;
    await t.invoke('reports.savePart', { id: part.id, version: part.version });
    const after = await t.invoke('reports.check', { id });
    expect(after.findings.some((one) => one.rule === 'copied' && one.partId === part.id)).toBe(false);
  });

  it('an outline of the office, parts moved and taken out, the trash', async () => {
    const model = await t.invoke('reports.create', {
      kind: 'halfYear',
      year: 2024,
      copyFrom: report,
      model: true,
      subject: 'Mẫu sơ kết của đơn vị',
    });
    expect((await t.invoke('reports.list', { models: true })).rows.map((row) => row.subject)).toEqual([
      'Mẫu sơ kết của đơn vị',
    ]);
    const { id } = await t.invoke('reports.create', { kind: 'halfYear', year: 2026, copyFrom: model.id });
    const [first, second] = await parts(id);
    await t.invoke('reports.movePart', { id: first!.id, afterId: second!.id });
    expect((await parts(id)).slice(0, 2).map((part) => part.id)).toEqual([second!.id, first!.id]);
    await t.invoke('reports.trash', { ids: [id] });
    expect((await t.invoke('reports.list', {})).rows.map((row) => row.id)).not.toContain(id);
    await t.invoke('reports.restore', { ids: [id] });
    expect(await parts(id)).toHaveLength((await parts(model.id)).length);
  });
});
