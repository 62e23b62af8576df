import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewSheet } from '../../shared/contract/review';
import { openTestCore, type TestCore } from '../helpers/core';
import { readDocx, readPdf } from '../unit/papersReaders';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-23T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Bệnh viện khu vực Suối Ngàn',
    shortName: 'CĐCS Suối Ngàn',
    symbol: 'CĐCS',
    upperName: 'Công đoàn ngành Y tế',
    place: 'Suối Ngàn',
    staffCount: 4,
    validFrom: '2026-01-01',
  });
  await t.invoke('organisation.saveTerm', { startsOn: '2023-01-01', chairName: 'Hoàng Văn Sơn' });
});
afterEach(() => t.close());

const event = (kind: string, name: string, startsOn: string) =>
  t.invoke('events.create', { kind: kind as 'other', name, startsOn });
const open = async (year = 2026) => (await t.invoke('review.create', { year })).id;
/** The sheet with plain spaces for no-break ones. */
const sheetOf = async (id: number): Promise<ReviewSheet> =>
  JSON.parse(JSON.stringify(await t.invoke('review.get', { id })).replace(/\u00a0/g, ' '));
const itemOf = (sheet: ReviewSheet, code: string) => {
  const found = sheet.groups.flatMap((group) => group.items).find((item) => item.code === code);
  if (!found) throw new Error(code);
  return found;
};
const upload = (name: string, text: string) =>
  t.core.files.registerUpload(name, new TextEncoder().encode(text)).token;

async function score(id: number, code: string, value: number | null, note?: string) {
  const item = itemOf(await sheetOf(id), code);
  const line = { reviewId: id, criterion: item.uid, version: item.version, score: value };
  return t.raw('review.setItem', note === undefined ? line : { ...line, note });
}

describe('the reference criteria set', () => {
  it('has the lines, groups and points of the frame, and is not confirmed', async () => {
    const { rows } = await t.invoke('review.sets', {});
    expect(rows).toMatchObject([{ criteria: 28, max: 100, edition: 1, confirmedOn: null }]);
    const { fields } = await t.invoke('review.set', { id: rows[0]!.id });
    expect(fields.groups.map((group) => [group.code, group.max, group.bonus, group.criteria.length])).toEqual(
      [
        ['1', 40, false, 10],
        ['2', 40, false, 10],
        ['3', 15, false, 5],
        ['4', 5, true, 3],
      ],
    );
    for (const group of fields.groups)
      expect(group.criteria.reduce((sum, criterion) => sum + criterion.max, 0)).toBe(group.max);
    const manual = fields.groups
      .flatMap((group) => group.criteria)
      .filter((each) => each.indicators.length === 0);
    expect(manual.map((each) => each.code)).toEqual(['1.2', '2.1', '2.8', '2.9']);
    expect(fields.ranks.map((rank) => rank.min)).toEqual([90, 70, 50, 0]);
  });

  it('can be edited and taken back, with scores kept', async () => {
    const set = (await t.invoke('review.sets', {})).rows[0]!;
    const { fields, version } = await t.invoke('review.set', { id: set.id });
    const id = await open();
    await score(id, '1.2', 3);
    const groups = fields.groups.map((group, g) => ({
      ...group,
      criteria: group.criteria.map((each, c) =>
        g === 0 && c === 1 ? { ...each, code: '1.2a', max: 6 } : each,
      ),
    }));
    const reply = await t.raw('review.saveSet', { id: set.id, version, ...fields, groups });
    expect(reply).toMatchObject({ ok: true, data: { copied: false } });
    expect(itemOf(await sheetOf(id), '1.2a')).toMatchObject({ max: 6, score: 3 });
    if (reply.ok && reply.undo)
      expect(await t.raw(reply.undo.operation, reply.undo.input)).toMatchObject({ ok: true });
    expect(itemOf(await sheetOf(id), '1.2')).toMatchObject({ max: 5, score: 3 });
    expect(await t.raw('review.saveSet', { id: set.id, version, ...fields })).toMatchObject({
      error: { code: 'VERSION_CONFLICT' },
    });
    const twins = fields.groups.map((group) => ({ ...group, code: '1' }));
    expect(
      await t.raw('review.saveSet', { id: set.id, version: version + 2, ...fields, groups: twins }),
    ).toMatchObject({
      error: { code: 'DUPLICATE' },
    });
  });

  it('stays as it was for a closed review: saving makes a new edition', async () => {
    const closed = await open(2025);
    const { version } = await sheetOf(closed);
    await t.invoke('review.close', { id: closed, version });
    const id = await open(2026);
    const set = (await t.invoke('review.sets', {})).rows[0]!;
    const { fields } = await t.invoke('review.set', { id: set.id });
    const ranks = fields.ranks.map((rank) => (rank.min === 90 ? { ...rank, min: 95 } : rank));
    const reply = await t.raw('review.saveSet', { id: set.id, version: set.version, ...fields, ranks });
    expect(reply).toMatchObject({ ok: true, data: { copied: true } });
    expect((await sheetOf(id)).ranks[0]?.min).toBe(95);
    expect((await sheetOf(id)).set.edition).toBe(2);
    expect((await sheetOf(closed)).ranks[0]?.min).toBe(90);
    if (reply.ok && reply.undo) await t.raw(reply.undo.operation, reply.undo.input);
    expect((await sheetOf(id)).set.edition).toBe(1);
  });

  it('is a reference until the day it was compared with the union above', async () => {
    const id = await open();
    const { set } = await sheetOf(id);
    const version = (await t.invoke('review.sets', {})).rows[0]!.version;
    await t.invoke('review.confirmSet', { id: set.id, version, confirmedOn: '2026-11-20' });
    expect((await sheetOf(id)).set.confirmedOn).toBe('2026-11-20');
  });
});

describe('a review', () => {
  it('tells that a figure rests on a private field that is switched off', async () => {
    const sheet = await sheetOf(await open());
    expect(itemOf(sheet, '2.5')).toMatchObject({
      proposed: null,
      reason: 'Chưa bật mục riêng của số liệu này: bật ở Cài đặt, phần Thông tin riêng.',
    });
  });

  it('counts dialogues, visits, petitions and taking part from their own registers, each once', async () => {
    await event('dialogue', 'Đối thoại quý I', '2026-03-10');
    const linked = await event('dialogue', 'Đối thoại quý II', '2026-06-10');
    await t.invoke('democracy.saveDialogue', {
      ...{ onDate: '2026-06-10', title: 'Đối thoại quý II', eventId: linked.id },
    });
    await t.invoke('democracy.saveParticipation', {
      ...{ kind: 'comment', onDate: '2026-05-04', title: 'Góp ý Quy chế chi tiêu nội bộ' },
    });
    await event('visit', 'Thăm đoàn viên ốm', '2026-04-02');
    const { kinds, topics } = await t.invoke('opinions.catalogue', {});
    await t.invoke('opinions.create', {
      ...{ kindId: kinds.find((kind) => kind.petition)!.id, topicId: topics[0]!.id, how: 'meeting' },
      ...{ receivedOn: '2026-02-02', text: 'Đơn đề nghị', source: 'anonymous' },
    });
    const sheet = await sheetOf(await open());
    expect(itemOf(sheet, '1.3')).toMatchObject({ figureText: '2 cuộc đối thoại', proposed: 2 });
    expect(itemOf(sheet, '1.4')).toMatchObject({ figureText: '1 văn bản', proposed: 2, records: 1 });
    expect(itemOf(sheet, '1.7').figureText).toBe('1 lượt thăm hỏi');
    expect(itemOf(sheet, '1.9')).toMatchObject({ figureText: '2 cuộc đối thoại; 1 đơn', proposed: null });
  });

  it('proposes scores from records and says why; manual lines stay manual', async () => {
    await event('staff_conference', 'Hội nghị CBCCVC 2026', '2026-01-15');
    await event('committee_meeting', 'Họp BCH quý I', '2026-02-10');
    await event('committee_meeting', 'Họp BCH quý II', '2026-05-12');
    await event('committee_meeting', 'Họp BCH sắp tới', '2026-12-20');
    await event('committee_meeting', 'Họp BCH năm ngoái', '2025-11-12');
    await event('tet', 'Tết Sum vầy', '2026-02-01');
    await event('mid_autumn', 'Trung thu', '2026-09-20');
    await t.invoke('members.setSensitive', { group: 'party', enabled: true, purpose: 'Báo cáo' });
    for (const name of ['Lê Thị An', 'Lê Văn Ba', 'Đỗ Thị Cam'])
      await t.invoke('members.create', {
        fullName: name,
        partyDate: name === 'Lê Thị An' ? '2026-03-01' : null,
      });
    const sheet = await sheetOf(await open());
    expect(itemOf(sheet, '1.1')).toMatchObject({
      proposed: 5,
      figureText: '1 hội nghị',
      records: 1,
      state: 'open',
    });
    expect(itemOf(sheet, '2.2')).toMatchObject({
      proposed: 2,
      figureText: '2 cuộc họp',
      reason: '2 cuộc họp, đạt mức từ 2. Đủ điểm khi đạt từ 4.',
    });
    expect(itemOf(sheet, '1.8')).toMatchObject({
      proposed: 2,
      reason: 'Đã có 2/4 việc: Tết Sum vầy; Tết Trung thu. Chưa ghi: Tết Thiếu nhi 1/6; Mái ấm Công đoàn.',
    });
    expect(itemOf(sheet, '1.2')).toMatchObject({
      proposed: null,
      figureText: null,
      reason: 'Chấm tay: sổ không ghi số liệu cho tiêu chí này.',
    });
    expect(itemOf(sheet, '1.5')).toMatchObject({ proposed: null, figureText: '3 đoàn viên' });
    expect(itemOf(sheet, '2.3')).toMatchObject({ proposed: 2, figureText: '75% (3/4)' });
    expect(itemOf(sheet, '2.5')).toMatchObject({ proposed: 4 });
    expect(itemOf(sheet, '2.6')).toMatchObject({ proposed: null });
    expect(itemOf(sheet, '2.6').reasonEn).toBe('Nothing is recorded in the period, so no score is proposed.');
    expect(sheet.totals.score).toBeNull();
    expect(sheet.rank).toBeNull();
    expect(sheet.asOf).toBe('2026-11-23');
    const unproven = sheet.groups.flatMap((group) => group.items).filter((item) => item.records === 0);
    for (const item of unproven) expect(item.proposed === null || item.proposed < item.max).toBe(true);
  });

  it('does not tell a rate whose whole is unknown or too small', async () => {
    for (const name of ['An', 'Ba', 'Cam', 'Dung', 'Em'])
      await t.invoke('members.create', { fullName: `Lê Thị ${name}` });
    const item = itemOf(await sheetOf(await open()), '2.3');
    expect(item).toMatchObject({ proposed: null, figureText: null });
    expect(item.figures[0]).toMatchObject({ value: null, part: 5, whole: 4, gap: 'partOverWhole' });
    expect(item.reason).toContain('5 đoàn viên nhiều hơn số lao động đã ghi là 4');
  });

  it('keeps own scores in bounds, versions apart and takes them back', async () => {
    const id = await open();
    expect(await score(id, '1.2', 6)).toMatchObject({
      error: { code: 'SCORE_OVER_MAX', details: { max: 5 } },
    });
    const reply = await score(id, '1.2', 3.5);
    expect(reply).toMatchObject({ ok: true, data: { version: 1 } });
    const { uid } = itemOf(await sheetOf(id), '1.2');
    expect(
      await t.raw('review.setItem', { reviewId: id, criterion: uid, version: 0, score: 1 }),
    ).toMatchObject({
      error: { code: 'VERSION_CONFLICT' },
    });
    expect(
      await t.raw('review.setItem', { reviewId: id, criterion: uid, version: 1, score: 1.1 }),
    ).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
    expect(await sheetOf(id)).toMatchObject({
      totals: { score: 3.5 },
      rank: { min: 0 },
      counts: { missing: 1, open: 27 },
    });
    if (reply.ok && reply.undo) await t.raw(reply.undo.operation, reply.undo.input);
    expect(itemOf(await sheetOf(id), '1.2').score).toBeNull();
  });

  it('wants evidence or records for full points; an explanation is none', async () => {
    const id = await open();
    expect(await score(id, '1.2', 5)).toMatchObject({
      error: { code: 'SCORE_NEEDS_EVIDENCE', details: { code: '1.2' } },
    });
    expect(await score(id, '1.2', 5, 'Quy chế số 12 ban hành ngày 03/02')).toMatchObject({
      error: { code: 'SCORE_NEEDS_EVIDENCE', details: { cap: '4,75' } },
    });
    expect(await score(id, '1.2', 4.75, 'Quy chế số 12 ban hành ngày 03/02')).toMatchObject({ ok: true });
    const { uid } = itemOf(await sheetOf(id), '1.4');
    await t.invoke('review.addFile', {
      reviewId: id,
      criterion: uid,
      token: upload('Góp ý.pdf', 'nội dung'),
    });
    expect(await score(id, '1.4', 4)).toMatchObject({ ok: true });
    const sheet = await sheetOf(id);
    expect(itemOf(sheet, '1.4').state).toBe('ok');
    expect(itemOf(sheet, '1.2').state).toBe('missing');
  });

  it('keeps evidence once by its bytes, gives it back, and undoes', async () => {
    const id = await open();
    const sheet = await sheetOf(id);
    const [a, b] = [itemOf(sheet, '1.2').uid, itemOf(sheet, '1.4').uid];
    const first = await t.invoke('review.addFile', {
      reviewId: id,
      criterion: a,
      token: upload('Quy chế.pdf', 'xyz'),
    });
    await t.invoke('review.addFile', {
      reviewId: id,
      criterion: b,
      token: upload('Bản khác tên.pdf', 'xyz'),
    });
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update('xyz').digest('hex');
    expect(readFileSync(join(t.dir, 'files', hash.slice(0, 2), hash), 'utf8')).toBe('xyz');
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(join(t.dir, 'files', hash.slice(0, 2)))).toEqual([hash]);
    const out = await t.job('review.openEvidence', { id: first.id });
    expect(out).toMatchObject({ name: 'Quy chế.pdf', mime: 'application/pdf', size: 3 });
    const removed = await t.raw('review.removeEvidence', { ids: [first.id] });
    expect(itemOf(await sheetOf(id), '1.2').evidence).toEqual([]);
    if (removed.ok && removed.undo) await t.raw(removed.undo.operation, removed.undo.input);
    expect(itemOf(await sheetOf(id), '1.2').evidence).toMatchObject([
      { label: 'Quy chế.pdf', kind: 'file', size: 3 },
    ]);
    const { rmSync, writeFileSync } = await import('node:fs');
    rmSync(join(t.dir, 'files', hash.slice(0, 2), hash));
    writeFileSync(join(t.dir, 'files', hash.slice(0, 2), hash), 'other');
    expect(await t.raw('review.openEvidence', { id: first.id })).toMatchObject({
      error: { code: 'FILE_ALTERED' },
    });
  });

  it('links records as evidence, once', async () => {
    const { id: eventId } = await event('other', 'Góp ý quy chế', '2026-04-02');
    const id = await open();
    const { uid } = itemOf(await sheetOf(id), '1.4');
    const link = {
      reviewId: id,
      criterion: uid,
      entity: 'event' as const,
      recordId: eventId,
      label: 'Góp ý quy chế',
    };
    await t.invoke('review.addRecord', link);
    expect(await t.raw('review.addRecord', link)).toMatchObject({ error: { code: 'DUPLICATE' } });
    expect(itemOf(await sheetOf(id), '1.4').evidence).toMatchObject([{ entity: 'event', recordId: eventId }]);
  });

  it('is frozen when closed: later records, sets and names do not change it, and it can be opened again', async () => {
    await event('committee_meeting', 'Họp BCH', '2026-02-10');
    const id = await open();
    await score(id, '2.2', 1);
    const before = await sheetOf(id);
    await t.invoke('review.close', { id, version: before.version });
    await event('committee_meeting', 'Họp BCH thêm', '2026-03-10');
    await t.invoke('organisation.saveProfile', {
      name: 'Tên mới',
      shortName: 'Tên mới',
      symbol: 'X',
      validFrom: '2026-11-01',
    });
    const closed = await sheetOf(id);
    expect(closed.groups).toEqual(before.groups);
    expect(closed.unit.name).toBe('Công đoàn cơ sở Bệnh viện khu vực Suối Ngàn');
    expect(closed.closedAt).not.toBeNull();
    expect(await score(id, '2.2', 2)).toMatchObject({ error: { code: 'CLOSED' } });
    const uid = itemOf(closed, '2.2').uid;
    expect(
      await t.raw('review.addFile', { reviewId: id, criterion: uid, token: upload('a.pdf', 'a') }),
    ).toMatchObject({ error: { code: 'CLOSED' } });
    await t.invoke('review.reopen', { id, version: closed.version });
    expect(itemOf(await sheetOf(id), '2.2')).toMatchObject({ figureText: '2 cuộc họp', score: 1 });
  });

  it('bears the day of Vietnam on which it was closed', async () => {
    const id = await open();
    t = await t.reopen({ clock: () => new Date('2026-12-31T18:30:00Z') });
    await t.invoke('review.close', { id, version: (await sheetOf(id)).version });
    expect(await score(id, '2.2', 2)).toMatchObject({ error: { details: { date: '2027-01-01' } } });
    const { token } = await t.job('review.exportDocx', { id });
    const text = readDocx(readFileSync(t.core.files.outgoing(token).path)).lines.join('\n');
    expect(text).toContain('ngày 01 tháng 01 năm 2027');
  });

  it('follows the union year of the settings, and a half year asks for half', async () => {
    const settings = await t.invoke('settings.get', {});
    await t.invoke('settings.update', {
      version: settings.version,
      unionYear: { from: '2026-01-01', start: '12-01' },
    });
    await event('committee_meeting', 'Họp BCH tháng 12', '2025-12-05');
    await event('committee_meeting', 'Họp BCH tháng 3', '2026-03-05');
    const id = await open(2026);
    expect(await sheetOf(id)).toMatchObject({ from: '2025-12-01', to: '2026-11-30' });
    const half = await t.invoke('review.create', { year: 2026, part: 'firstHalf' });
    const sheet = await sheetOf(half.id);
    expect(sheet).toMatchObject({ from: '2025-12-01', to: '2026-05-31', asOf: '2026-05-31' });
    expect(itemOf(sheet, '2.2')).toMatchObject({ proposed: 4, figureText: '2 cuộc họp' });
    expect(await t.raw('review.create', { year: 2026 })).toMatchObject({ error: { code: 'DUPLICATE' } });
    expect((await t.invoke('review.list', {})).rows).toHaveLength(2);
  });

  it('goes to the trash and back', async () => {
    const id = await open();
    await t.invoke('review.trash', { ids: [id] });
    expect(await t.raw('review.get', { id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await t.invoke('trash.list', {})).rows).toMatchObject([{ entity: 'review', label: '2026' }]);
    await t.invoke('review.restore', { ids: [id] });
    expect((await sheetOf(id)).year).toBe(2026);
  });
});

describe('the papers of a review', () => {
  const bytesOf = (file: { token: string }) =>
    new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));

  async function scored(): Promise<number> {
    await event('staff_conference', 'Hội nghị CBCCVC 2026', '2026-01-15');
    const id = await open();
    await score(id, '1.1', 5);
    await score(id, '1.2', 3.5, 'Quy chế số 12/QC');
    return id;
  }

  it('are a Word file, a PDF and a workbook of the same rows', async () => {
    const id = await scored();
    const docx = await t.job('review.exportDocx', { id });
    expect(docx.name).toBe('Tự chấm điểm công đoàn cơ sở năm 2026.docx');
    const text = readDocx(bytesOf(docx)).lines.join('\n');
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'BẢNG TỰ CHẤM ĐIỂM',
      '1 hội nghị',
      'Quy chế số 12/QC',
      'Hoàng Văn Sơn',
      'chỉ để tham khảo',
    ])
      expect(text.replace(/\u00a0/g, ' ').toLocaleLowerCase('vi')).toContain(part.toLocaleLowerCase('vi'));

    const pdf = await readPdf(bytesOf(await t.job('review.exportPdf', { id })));
    const pages = pdf.pages.map((page) => page.text).join(' ');
    expect(pages).toContain('8,5');
    expect(pages).toContain('Quy chế số 12/QC');

    const { read, utils } = await import('@e965/xlsx');
    const book = read(bytesOf(await t.job('review.exportXlsx', { id })));
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
    const line = rows.find((row) => row[0] === '1.2');
    expect(line).toEqual(expect.arrayContaining([5, 3.5, 'Quy chế số 12/QC']));
    expect(rows.flat()).toContain('TỔNG ĐIỂM');
  });

  it('lose the reference note once the set is confirmed', async () => {
    const id = await scored();
    const set = (await t.invoke('review.sets', {})).rows[0]!;
    await t.invoke('review.confirmSet', { id: set.id, version: set.version, confirmedOn: '2026-11-20' });
    const text = readDocx(bytesOf(await t.job('review.exportDocx', { id }))).lines.join('\n');
    expect(text).not.toContain('tham khảo');
  });
});
