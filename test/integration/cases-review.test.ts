/** The self-review of domain.md 1 and cases.md rows 10 and 52, through operations, read back from lists and papers. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../electron/documents/spreadsheets/workbook';
import type { ReviewSheet } from '../../shared/contract/review';
import type { SetFields } from '../../shared/contract/reviewSets';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';
import { readDocx } from '../unit/papersReaders';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2023-12-15T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    ...{ name: 'Công đoàn cơ sở Bệnh viện khu vực Suối Ngàn', shortName: 'CĐCS Suối Ngàn', symbol: 'CĐCS' },
    ...{ upperName: 'Công đoàn ngành Y tế', place: 'Suối Ngàn', staffCount: 8, validFrom: '2020-01-01' },
  });
  await t.invoke('organisation.saveTerm', { startsOn: '2020-01-01', chairName: 'Hoàng Văn Sơn' });
});
afterEach(() => t.close());

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const wordsOf = (file: { token: string }) =>
  readDocx(readFileSync(t.core.files.outgoing(file.token).path))
    .lines.join('\n')
    .replaceAll('\u00a0', ' ');
const printedIn = async (file: { token: string }) =>
  (await readPdf(bytesOf(file)))
    .flatMap((page) => page.texts.map((one) => one.text))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
const upload = (name: string, bytes: Uint8Array | string) =>
  t.core.files.registerUpload(name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    .token;
const sheetOf = (id: number) => t.invoke('review.get', { id });
const itemIn = (sheet: ReviewSheet, code: string) => {
  const found = sheet.groups.flatMap((group) => group.items).find((item) => item.code === code);
  if (!found) throw new Error(code);
  return found;
};
async function score(id: number, code: string, value: number) {
  const item = itemIn(await sheetOf(id), code);
  return t.raw('review.setItem', { reviewId: id, criterion: item.uid, version: item.version, score: value });
}
async function prove(id: number, code: string, name = `Minh chứng ${code}.pdf`) {
  const { uid } = itemIn(await sheetOf(id), code);
  return t.invoke('review.addFile', { reviewId: id, criterion: uid, token: upload(name, name), label: name });
}
async function undo(reply: Awaited<ReturnType<TestCore['raw']>>) {
  if (!reply.ok || !reply.undo) throw new Error('nothing to undo');
  expect(await t.raw(reply.undo.operation, reply.undo.input)).toMatchObject({ ok: true });
}

const line = (code: string, max: number) => ({ code, title: `Nội dung ${code}`, max });
/** 35 + 35 + 20 + 10 of bonus: the frame of Long Biên, the year made of halves. */
const halves = (): SetFields =>
  ({
    name: 'Bộ 35/35/20/10',
    formula: { first: 1, second: 2 },
    groups: [
      { code: '1', title: 'Đại diện, bảo vệ', max: 35, criteria: [line('1.1', 35)] },
      { code: '2', title: 'Xây dựng tổ chức', max: 35, criteria: [line('2.1', 35)] },
      { code: '3', title: 'Tuyên truyền', max: 20, criteria: [line('3.1', 20)] },
      { code: '4', title: 'Điểm thưởng', max: 10, bonus: true, criteria: [line('4.1', 6), line('4.2', 6)] },
    ],
    ranks: [
      {
        ...{ name: 'Vững mạnh', min: 85, class: 'excellent' },
        conditions: [
          { kind: 'groupShare', percent: 50 },
          { kind: 'discipline', from: 'warning' },
        ],
      },
      { name: 'Khá', min: 70, class: 'good' },
      { name: 'Trung bình', min: 50, class: 'done' },
      { name: 'Yếu', min: 0, class: 'failed' },
    ],
  }) as unknown as SetFields;

async function openWith(fields: SetFields, part: 'year' | 'firstHalf' | 'secondHalf' = 'year') {
  const setId = (await t.invoke('review.createSet', fields)).id;
  return { setId, id: (await t.invoke('review.create', { year: 2023, part, setId })).id };
}
async function fill(id: number, scores: Record<string, number>) {
  for (const [code, value] of Object.entries(scores)) {
    await prove(id, code);
    expect(await score(id, code, value)).toMatchObject({ ok: true });
  }
}

describe('shapes of domain.md 1.2', () => {
  it('makes the year of two halves as (H1 + 2 × H2) / 3, the bonus capped', async () => {
    const { setId, id: first } = await openWith(halves(), 'firstHalf');
    const { id: second } = await t.invoke('review.create', { year: 2023, part: 'secondHalf', setId });
    const { id: year } = await t.invoke('review.create', { year: 2023, setId });
    expect(await sheetOf(second)).toMatchObject({ from: '2023-07-01', to: '2023-12-31' });
    await fill(first, { '1.1': 30, '2.1': 28, '3.1': 16, '4.1': 6, '4.2': 6 });
    expect((await sheetOf(first)).totals.score).toBe(84);
    expect((await sheetOf(year)).totals.score).toBeNull();
    await fill(second, { '1.1': 33, '2.1': 32, '3.1': 18, '4.1': 6, '4.2': 6 });
    expect((await sheetOf(second)).totals.score).toBe(93);
    const sheet = await sheetOf(year);
    expect(sheet.totals.score).toBe(90);
    expect(sheet.rank?.name).toBe('Vững mạnh');
    expect(itemIn(sheet, '1.1')).toMatchObject({ halves: { first: 30, second: 33 }, counted: 32 });
    expect(await score(year, '1.1', 5)).toMatchObject({ error: { code: 'SCORE_FROM_HALVES' } });
    const text = wordsOf(await t.job('review.exportDocx', { id: year }));
    expect(text).toContain('(6 tháng đầu + 2 × 6 tháng cuối) / 3 = (84 + 2 × 93) / 3 = 90');
  });

  it('keeps a rank back for discipline at cảnh cáo or more and for a group under half its points', async () => {
    const set = { ...halves(), formula: null };
    const { id } = await openWith(set);
    await fill(id, { '1.1': 35, '2.1': 35, '3.1': 9.75, '4.1': 6, '4.2': 4 });
    let sheet = await sheetOf(id);
    expect(sheet.totals.score).toBe(89.75);
    expect(sheet.rank?.name).toBe('Khá');
    expect(sheet.blocked).toMatchObject([{ name: 'Vững mạnh', reasons: ['nhóm 3 dưới 50% số điểm'] }]);
    await fill(id, { '3.1': 10 });
    expect((await sheetOf(id)).rank?.name).toBe('Vững mạnh');
    const member = await t.invoke('members.create', { fullName: 'Lê Văn Ba' });
    const discipline = (form: 'reprimand' | 'warning') =>
      t.invoke('members.saveDiscipline', {
        ...{ id: null, version: null, memberId: member.id, side: 'employer' as const, form },
        onDate: '2023-08-02',
        effectUntil: null,
      });
    await discipline('reprimand');
    expect((await sheetOf(id)).rank?.name).toBe('Vững mạnh');
    await discipline('warning');
    sheet = await sheetOf(id);
    expect(sheet.rank?.name).toBe('Khá');
    expect(sheet.blocked[0]?.reasons).toEqual(['có 1 đoàn viên bị kỷ luật từ cảnh cáo trở lên']);
    expect(wordsOf(await t.job('review.exportDocx', { id }))).toContain(
      'chưa xếp “Vững mạnh” vì có 1 đoàn viên',
    );
  });

  it('holds three columns of scores with who and when, and ranks by that of the union above', async () => {
    const { id } = await openWith({ ...halves(), formula: null });
    await fill(id, { '1.1': 35, '2.1': 33, '3.1': 20 });
    const { version } = await sheetOf(id);
    await t.invoke('review.setCheckers', {
      ...{ id, version, groupBy: 'Khối thi đua số 2', groupOn: '2023-12-01' },
      ...{ upperBy: 'Lò Thị Mai', upperOn: '2023-12-12', evidenceDue: '2023-12-20' },
    });
    const check = async (code: string, column: 'group' | 'upper', value: number) => {
      const item = itemIn(await sheetOf(id), code);
      const at = { reviewId: id, criterion: item.uid, version: item.version };
      return t.raw('review.setCheck', { ...at, column, score: value });
    };
    await check('1.1', 'group', 34);
    for (const [code, value] of [
      ['1.1', 30],
      ['2.1', 30],
      ['3.1', 12],
    ] as const)
      await check(code, 'upper', value);
    expect(await check('3.1', 'upper', 21)).toMatchObject({ error: { code: 'SCORE_OVER_MAX' } });
    const sheet = await sheetOf(id);
    expect(sheet.totals).toMatchObject({ score: 88, group: 34, upper: 72 });
    expect([sheet.rank?.name, sheet.upperRank?.name]).toEqual(['Vững mạnh', 'Khá']);
    expect(itemIn(sheet, '1.1').checks).toEqual({
      group: { score: 34, by: 'Khối thi đua số 2', on: '2023-12-01' },
      upper: { score: 30, by: 'Lò Thị Mai', on: '2023-12-12' },
    });
    await undo(await check('3.1', 'upper', 20));
    expect(itemIn(await sheetOf(id), '3.1').checks.upper?.score).toBe(12);
    const words = await printedIn(await t.job('review.exportPdf', { id }));
    for (const part of ['Cấp trên', 'Lò Thị Mai', '12/12/2023']) expect(words).toContain(part);
  });
});

describe('cases.md row 52: the review before the end of 2023', () => {
  it('never counts a criterion without evidence in full; it becomes a to-do with a day', async () => {
    const { id } = await openWith({ ...halves(), formula: null, unprovenShare: 0.6 } as SetFields);
    expect(await score(id, '3.1', 20)).toMatchObject({
      error: { code: 'SCORE_NEEDS_EVIDENCE', details: { cap: '12' } },
    });
    const proof = await prove(id, '3.1');
    expect(await score(id, '3.1', 20)).toMatchObject({ ok: true });
    await t.invoke('review.removeEvidence', { ids: [proof.id] });
    expect(itemIn(await sheetOf(id), '3.1')).toMatchObject({ score: 20, counted: 12, state: 'missing' });
    expect((await sheetOf(id)).totals.score).toBe(12);
    const { version } = await sheetOf(id);
    await t.invoke('review.setCheckers', { id, version, evidenceDue: '2023-12-10' });
    const due = async () =>
      (await t.invoke('dashboard.due', { from: '2023-01-01', to: '2023-12-31' })).rows.find(
        (row) => row.kind === 'criteriaWithoutEvidence',
      );
    expect(await due()).toMatchObject({ count: 1, due: '2023-12-10', urgency: 'late' });
    const { uid } = itemIn(await sheetOf(id), '3.1');
    const given = { criterion: uid, name: 'Đỗ Thị Cam', dueOn: '2023-12-20' };
    const reply = await t.raw('review.assign', { reviewId: id, tasks: [given] });
    expect(await due()).toMatchObject({ due: '2023-12-20', urgency: 'soon' });
    expect((await sheetOf(id)).people).toMatchObject([
      { name: 'Đỗ Thị Cam', given: 1, scored: 1, proven: 0, overdue: 0, due: '2023-12-20' },
      { name: null, given: 4, overdue: 4 },
    ]);
    await undo(reply);
    expect(itemIn(await sheetOf(id), '3.1').task).toBeNull();
  });

  it('copies the open gaps into the plan of 2024 and prints them', async () => {
    const { id } = await openWith({ ...halves(), formula: null });
    await fill(id, { '1.1': 35, '2.1': 20 });
    const gaps = await t.invoke('review.gaps', { id });
    expect(gaps.year).toBe(2024);
    expect(gaps.rows.map((row) => [row.code, row.kinds])).toEqual([
      ['2.1', ['low']],
      ['3.1', ['open', 'missing']],
    ]);
    await t.invoke('plans.addItems', {
      items: gaps.rows.map((row) => ({
        ...{ year: gaps.year, month: 1, text: `${row.title}: ${row.text}` },
        origin: `Tự kiểm tra năm 2023, tiêu chí ${row.code}`,
      })),
    });
    const plan = await t.invoke('plans.list', { year: 2024 });
    expect(plan.rows.map((row) => row.origin)).toEqual([
      'Tự kiểm tra năm 2023, tiêu chí 2.1',
      'Tự kiểm tra năm 2023, tiêu chí 3.1',
    ]);
    const text = wordsOf(await t.job('review.exportGaps', { id, kind: 'docx' }));
    expect(text.toLocaleUpperCase('vi')).toContain('VIỆC CHUYỂN SANG NĂM 2024');
    expect(text).toContain('Khắc phục để đạt đủ điểm (mới 20/35)');
  });

  it('hands the evidence out as a folder with an index that opens every file', async () => {
    const { id } = await openWith({ ...halves(), formula: null });
    await prove(id, '1.1', 'Biên bản hội nghị.pdf');
    await prove(id, '1.1', 'Nghị quyết: 01/2023.pdf');
    await prove(id, '3.1', 'Tin bài.pdf');
    const file = await t.job('review.exportEvidence', { id });
    expect(file.name).toBe('Minh chứng năm 2023.zip');
    const entries = unzipSync(bytesOf(file));
    const folder = 'Minh chứng năm 2023';
    expect(Object.keys(entries).sort()).toEqual(
      [
        `${folder}/1.1-01 Biên bản hội nghị.pdf`,
        `${folder}/1.1-02 Nghị quyết 01 2023.pdf`,
        `${folder}/3.1-01 Tin bài.pdf`,
        `${folder}/Mục lục.html`,
      ].sort(),
    );
    const page = new TextDecoder().decode(entries[`${folder}/Mục lục.html`]);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map((found) => decodeURIComponent(found[1]!));
    for (const link of links) expect(entries[`${folder}/${link}`]).toBeDefined();
    expect(links).toHaveLength(3);
    expect(page).toContain('Chưa có minh chứng');
    const stop = new AbortController();
    stop.abort();
    await expect(t.job('review.exportEvidence', { id }, { signal: stop.signal })).rejects.toThrow(
      'CANCELLED',
    );
  });

  it('sets last year beside this one, criterion by criterion', async () => {
    const { setId, id } = await openWith({ ...halves(), formula: null });
    const { id: last } = await t.invoke('review.create', { year: 2022, setId });
    await fill(last, { '1.1': 30 });
    await fill(id, { '1.1': 33 });
    const { other, rows, totals, setDiffers } = await t.invoke('review.compare', { id });
    expect(other).toMatchObject({ year: 2022 });
    expect(rows[0]).toMatchObject({ code: '1.1', now: { score: 33 }, before: { score: 30 } });
    expect([totals, setDiffers]).toEqual([{ now: 33, before: 30 }, false]);
  });
});

describe('criteria sets as workbooks', () => {
  const exported = async (id: number) => bytesOf(await t.job('review.exportSet', { id }));
  const readBack = (bytes: Uint8Array) => t.job('review.readSet', { token: upload('Bộ.xlsx', bytes) });

  it('are read back exactly: the three that are there, and one with every shape', async () => {
    const set = await t.invoke('review.createSet', {
      ...halves(),
      unprovenShare: 0.75,
      validFrom: '2023-01-01',
    });
    const { rows } = await t.invoke('review.sets', { kind: null });
    expect(rows.map((row) => row.kind).sort()).toEqual(['group', 'member', 'union', 'union']);
    for (const { id } of rows) {
      const { fields } = await t.invoke('review.set', { id });
      const read = await readBack(await exported(id));
      expect(read.problems).toEqual([]);
      expect(read.fields).toEqual(fields);
    }
    const { fields } = await t.invoke('review.set', { id: set.id });
    const changed = {
      ...fields,
      groups: fields.groups.map((group, g) =>
        g === 0 ? { ...group, criteria: [{ ...group.criteria[0]!, max: 30 }] } : group,
      ),
    };
    const other = await t.invoke('review.createSet', { ...changed, name: 'Bộ 2024' });
    const { rows: differences } = await t.invoke('review.compareSets', { id: other.id, otherId: set.id });
    expect(differences.filter((row) => row.change !== 'same')).toMatchObject([
      { change: 'changed', before: { max: 35 }, after: { max: 30 } },
    ]);
  });

  it('tell what is wrong by sheet, row and column', async () => {
    const text = (key: string, title: string) => ({ key, title, width: 20, type: 'text' as const });
    const bad = await writeWorkbook({
      sheets: [
        {
          name: 'Bộ tiêu chí',
          columns: [text('a', 'Mục'), text('b', 'Giá trị')],
          rows: [
            { a: 'Tên bộ', b: 'Bộ sai' },
            { a: 'Áp dụng từ', b: 'đầu năm' },
          ],
        },
        {
          name: 'Tiêu chí',
          columns: ['Dòng', 'Mã', 'Nội dung', 'Điểm tối đa', 'Số liệu lấy từ sổ'].map((title) =>
            text(title, title),
          ),
          rows: [
            { Dòng: 'Nhóm', Mã: '1', 'Nội dung': 'Một', 'Điểm tối đa': '40' },
            { Dòng: 'Tiêu chí', Mã: '1.1', 'Nội dung': 'A', 'Điểm tối đa': 'năm' },
            {
              Dòng: 'Tiêu chí',
              Mã: '1.1',
              'Nội dung': '',
              'Điểm tối đa': '5',
              'Số liệu lấy từ sổ': 'Số nhà',
            },
          ],
        },
        { name: 'Xếp loại', columns: [text('Tên mức', 'Tên mức')], rows: [{ 'Tên mức': 'Tốt' }] },
      ],
    });
    const { fields, problems } = await readBack(bad);
    expect(fields).toBeNull();
    expect(problems.map(({ code, sheet, row, column }) => [code, sheet, row, column])).toEqual([
      ['badDate', 'Bộ tiêu chí', 3, 'B'],
      ['badPoints', 'Tiêu chí', 3, 'D'],
      ['twinCode', 'Tiêu chí', 4, 'B'],
      ['noTitle', 'Tiêu chí', 4, 'C'],
      ['badIndicator', 'Tiêu chí', 4, 'E'],
      ['noColumn', 'Xếp loại', 1, null],
    ]);
    await expect(readBack(new TextEncoder().encode('không phải bảng'))).rejects.toThrow('FILE_NOT_TABLE');
  });
});

/** Seven of eight groups excellent, one good: "7.1" of the season. */
async function eightGroups(): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 1; i <= 8; i++)
    ids.push(
      (await t.invoke('organisation.createUnit', { kind: 'group', name: `Tổ công đoàn số 0${i}` })).id,
    );
  return ids;
}
const GROUP_MAX = [20, 15, 10, 15, 10, 10, 10];

async function rateGroups(year: number, groups: readonly number[], low: number) {
  const { id } = await t.invoke('review.openRating', { kind: 'group', year });
  const sheet = await t.invoke('review.rating', { id });
  const criteria = sheet.groups[0]!.criteria;
  const cells = groups.flatMap((subjectId, g) =>
    criteria.map((each, c) => ({
      ...{ subjectId, criterion: each.uid },
      score: g === groups.length - 1 && c === 0 ? low : GROUP_MAX[c]!,
    })),
  );
  await t.invoke('review.setRatingScores', { id, who: 'group', cells });
  return id;
}

describe('cases.md row 10: one class per unit per year', () => {
  it('rates every group in one grid, counts 7/1 and writes the yearly classes; history is kept', async () => {
    const groups = await eightGroups();
    const last = await rateGroups(2022, groups, 0);
    await t.invoke('review.closeRating', { id: last, version: 1 });
    const id = await rateGroups(2023, groups, 10);
    const sheet = await t.invoke('review.rating', { id });
    expect(sheet.max).toBe(100);
    expect(sheet.counts.map((each) => each.count)).toEqual([7, 1, 0, 0]);
    expect(sheet.lines[7]).toMatchObject({
      final: 80,
      finalBy: 'group',
      rank: { name: 'Hoàn thành tốt nhiệm vụ' },
    });
    const reply = await t.raw('review.closeRating', { id, version: sheet.version });
    const classes = async () => (await t.invoke('organisation.classes', { unitId: null, year: null })).rows;
    const perUnit = new Map<string, number>();
    for (const row of await classes())
      perUnit.set(`${row.unitId} ${row.year}`, (perUnit.get(`${row.unitId} ${row.year}`) ?? 0) + 1);
    expect([perUnit.size, Math.max(...perUnit.values())]).toEqual([16, 1]);
    expect((await classes()).filter((row) => row.year === 2023 && row.class === 'excellent')).toHaveLength(7);
    const text = wordsOf(await t.job('review.exportRating', { id, kind: 'docx' }));
    expect(text).toContain('Hoàn thành xuất sắc nhiệm vụ: 7; Hoàn thành tốt nhiệm vụ: 1');
    expect(text).toContain('(7/1/0/0)');
    await undo(reply);
    expect((await classes()).filter((row) => row.year === 2023)).toEqual([]);
    expect((await classes()).filter((row) => row.year === 2022)).toHaveLength(8);
  });

  it('rates the members of a group in three columns, with a remark, and takes each back', async () => {
    const [groupId] = await eightGroups();
    const people: number[] = [];
    for (const fullName of ['Lê Thị An', 'Lò Văn Ba'])
      people.push((await t.invoke('members.create', { fullName, groupId, unionJoinDate: '2019-01-01' })).id);
    const { id } = await t.invoke('review.openRating', { kind: 'member', year: 2023, orgUnitId: groupId! });
    const criteria = (await t.invoke('review.rating', { id })).groups.flatMap((group) => group.criteria);
    expect(criteria.slice(0, 2).map((each) => each.max)).toEqual([15, 10]);
    const put = (who: 'self' | 'upper', share: number) =>
      t.raw('review.setRatingScores', {
        ...{ id, who },
        cells: people.flatMap((subjectId) =>
          criteria.map((each) => ({ subjectId, criterion: each.uid, score: Math.floor(each.max * share) })),
        ),
      });
    await put('self', 1);
    const reply = await put('upper', 0.8);
    await t.invoke('review.setRatingNote', { id, subjectId: people[0]!, note: 'Nghỉ thai sản quý III' });
    let sheet = await t.invoke('review.rating', { id });
    expect(sheet.lines[0]).toMatchObject({
      totals: { self: { score: 100 }, upper: { score: 80 } },
      final: 80,
    });
    expect(sheet.lines.map((each) => each.name)).toEqual(['Lê Thị An', 'Lò Văn Ba']);
    const text = await printedIn(await t.job('review.exportRating', { id, kind: 'pdf' }));
    expect(text).toContain('Nghỉ thai sản quý III');
    await undo(reply);
    sheet = await t.invoke('review.rating', { id });
    expect(sheet.lines[0]).toMatchObject({ final: 100, finalBy: 'self', rank: { class: 'excellent' } });
    expect(
      await t.raw('review.setRatingScores', {
        id,
        who: 'self',
        cells: [{ subjectId: people[0], criterion: criteria[0]!.uid, score: 16 }],
      }),
    ).toMatchObject({ error: { code: 'SCORE_OVER_MAX' } });
    const [keptId, goneId] = people as [number, number];
    await t.invoke('members.merge', { keptId, keptVersion: 1, goneId, goneVersion: 1 });
    const merged = (await t.invoke('review.rating', { id })).lines;
    expect(merged.map((each) => [each.name, each.totals.self?.score])).toEqual([['Lê Thị An', 100]]);
    await undo(await t.raw('review.trashRatings', { ids: [id] }));
    expect((await t.invoke('review.ratings', { year: 2023 })).rows).toHaveLength(1);
  });

  it('writes the class of the union itself when the scored year is closed, and takes it back', async () => {
    const { id } = await openWith({ ...halves(), formula: null });
    await fill(id, { '1.1': 35, '2.1': 35, '3.1': 20, '4.1': 6, '4.2': 4 });
    await t.invoke('review.close', { id, version: (await sheetOf(id)).version });
    const own = async () =>
      (await t.invoke('organisation.classes', { unitId: null, year: 2023 })).rows.filter(
        (row) => row.unitId === null,
      );
    expect(await own()).toMatchObject([{ class: 'excellent', note: 'Theo bảng tự kiểm tra năm 2023' }]);
    await t.invoke('review.reopen', { id, version: (await sheetOf(id)).version });
    expect(await own()).toEqual([]);
  });
});

it('stays what it was when closed, whatever is changed after', async () => {
  const groups = await eightGroups();
  const ratingId = await rateGroups(2023, groups, 10);
  await t.invoke('review.closeRating', { id: ratingId, version: 1 });
  const { setId, id } = await openWith({ ...halves(), formula: null });
  await fill(id, { '1.1': 35, '2.1': 30, '3.1': 20 });
  await t.invoke('review.close', { id, version: (await sheetOf(id)).version });
  const member = await t.invoke('members.create', { fullName: 'Lê Văn Ba', groupId: groups[0] });
  const frozen = async () => ({
    sheet: await sheetOf(id),
    rating: await t.invoke('review.rating', { id: ratingId }),
    gaps: await t.invoke('review.gaps', { id }),
    paper: wordsOf(await t.job('review.exportDocx', { id })),
    table: wordsOf(await t.job('review.exportRating', { id: ratingId, kind: 'docx' })),
  });
  const before = await frozen();
  let step = 0;
  const edits = {
    record: () =>
      t.invoke('events.create', { kind: 'committee_meeting', name: `Họp ${step}`, startsOn: '2023-03-01' }),
    member: () =>
      t.invoke('members.create', { fullName: `Lê Thị ${'abcdefghij'[step % 10]}`, groupId: groups[1] }),
    discipline: () =>
      t.invoke('members.saveDiscipline', {
        ...{
          id: null,
          version: null,
          memberId: member.id,
          side: 'employer' as const,
          form: 'warning' as const,
        },
        ...{ onDate: '2023-08-02', effectUntil: null },
      }),
    profile: () =>
      t.invoke('organisation.saveProfile', {
        name: `Tên ${step}`,
        shortName: `T${step}`,
        symbol: 'X',
        validFrom: '2023-05-01',
      }),
    unit: () => t.invoke('organisation.createUnit', { kind: 'group', name: `Tổ mới ${step}` }),
    set: async () => {
      const { fields, version } = await t.invoke('review.set', { id: setId });
      const ranks = fields.ranks.map((rank) => ({
        ...rank,
        min: Math.min(1000, rank.min + 1),
        conditions: [],
      }));
      return t.invoke('review.saveSet', { id: setId, version, ...fields, name: `Bộ ${step}`, ranks });
    },
    score: () => score(id, '1.1', 1),
    cell: () =>
      t.raw('review.setRatingScores', {
        ...{ id: ratingId, who: 'upper' },
        cells: [{ subjectId: groups[0], criterion: 'group-1', score: 1 }],
      }),
  };
  const names = Object.keys(edits) as (keyof typeof edits)[];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), async (chosen) => {
      for (const name of chosen) {
        step++;
        await edits[name]();
      }
      expect(await sheetOf(id)).toEqual(before.sheet);
      expect(await t.invoke('review.rating', { id: ratingId })).toEqual(before.rating);
    }),
    { numRuns: 12 },
  );
  expect(await frozen()).toEqual(before);
});
