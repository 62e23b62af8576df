/** Lists, cards and records that leave the program, requests of members, and the log of all of it. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../unit/papersReaders';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-20T03:00:00Z') });
  await t.invoke('organisation.saveProfile', {
    name: 'Công đoàn cơ sở Bệnh viện đa khoa khu vực Suối Ngàn',
    shortName: 'CĐCS BVĐK khu vực Suối Ngàn',
    symbol: 'CĐCS',
    upperName: 'Liên đoàn Lao động tỉnh Thanh Lâm',
    upperLevel: 'province',
    employer: 'Bệnh viện đa khoa khu vực Suối Ngàn',
    place: 'Suối Ngàn',
    staffCount: 2214,
    validFrom: '2025-07-01',
  });
});
afterEach(() => t.close());

const bytesOf = (file: { token: string }) =>
  new Uint8Array(readFileSync(t.core.files.outgoing(file.token).path));
const add = (fullName: string, more: object = {}) => t.invoke('members.create', { fullName, ...more });
const department = async (name: string) =>
  (await t.invoke('organisation.createUnit', { kind: 'department', name })).id;
const log = async () => (await t.invoke('audit.list', { limit: 50 })).rows;

describe('a list that leaves the program', () => {
  it('holds private columns only when they are on, ticked, and have a purpose, which the log keeps', async () => {
    await add('Nguyễn Thị Hoa', { idNumber: '001189004567' });
    expect(
      await t.raw('members.exportList', { columns: ['fullName', 'isParty'], purpose: 'Báo cáo' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'FIELD_OFF' },
    });
    expect(await t.raw('members.exportList', { columns: ['fullName', 'idNumber'] })).toMatchObject({
      ok: false,
      error: { code: 'EXPORT_PURPOSE', fields: { purpose: 'EXPORT_PURPOSE' } },
    });
    await t.job('members.exportList', { columns: ['fullName', 'idNumber'], purpose: 'Mua bảo hiểm' });
    const entry = (await log()).find((line) => line.entity === 'member_list');
    expect(entry).toMatchObject({
      action: 'export',
      after: { purpose: 'Mua bảo hiểm', private: ['idNumber'], count: 1, members: '1' },
    });
  });

  it('is CSV with the mark of UTF-8, the separator asked for, and nothing that runs as a formula', async () => {
    await add('Đỗ Văn Ước', { note: '=HYPERLINK("http://x")', phone: '+84 912 345 678', address: '-5' });
    const file = await t.job('members.exportList', {
      columns: ['fullName', 'phone', 'address', 'note'],
      format: 'csv',
      separator: ',',
    });
    const text = Buffer.from(bytesOf(file)).toString('utf8');
    expect(text).toBe(
      '\ufeffSTT,Họ và tên,Điện thoại,Địa chỉ,Ghi chú\r\n1,Đỗ Văn Ước,+84 912 345 678,-5,"\'=HYPERLINK(""http://x"")"\r\n',
    );
    expect(file.name).toBe('Danh sách đoàn viên 20-11-2026.csv');
  });
});

describe('a printed list', () => {
  it('stands by department with totals on every page that add up, a running head and page numbers', async () => {
    const [kham, ngoai] = [await department('Khoa Khám bệnh'), await department('Khoa Ngoại')];
    for (let i = 0; i < 70; i++)
      await add(`Nguyễn Văn Thử${'abcdefghij'[i % 10]}`, {
        departmentId: i % 3 === 0 ? kham : ngoai,
        birthDate: '1989',
      });
    await add('Lê Thị Không Khoa');
    const file = await t.job('members.printList', {
      columns: ['fullName', 'birthDate', 'department', 'phone'],
    });
    const { pages } = await readPdf(bytesOf(file));
    const onPages = pages.map((page) => Number(/Cộng trang này: (\d+) đoàn viên/.exec(page.text)?.[1]));
    expect(onPages.reduce((sum, n) => sum + n, 0)).toBe(71);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, i) => {
      expect(page.text).toContain(`Trang ${i + 1}/${pages.length}`);
      if (i > 0) expect(page.text).toContain('CĐCS BVĐK khu vực Suối Ngàn – Danh sách đoàn viên');
      expect(page.width).toBeCloseTo(210, 0);
    });
    expect(pages[pages.length - 1]!.text).toContain('Danh sách này có 71 đoàn viên');
    const text = pages.map((page) => page.text).join(' ');
    expect(text.indexOf('Khoa Khám bệnh')).toBeLessThan(text.indexOf('Khoa Ngoại'));
    expect(text.indexOf('Khoa Ngoại')).toBeLessThan(text.indexOf('Chưa xếp khoa, phòng'));
    expect(text).toContain('24 đoàn viên');
  });

  it('stays upright with a column to sign in, over twenty people a page, and takes short names of places', async () => {
    const places = [];
    for (const [name, shortName] of [
      ['Khoa Dược - Trang thiết bị - Vật tư y tế', 'Dược - TTB - VTYT'],
      ['Khoa Chăm sóc sức khỏe sinh sản và Phụ sản', 'CSSKSS - Phụ sản'],
    ] as const)
      places.push((await t.invoke('organisation.createUnit', { kind: 'department', name, shortName })).id);
    for (let i = 0; i < 70; i++)
      await add(`Nguyễn Thị Thanh Thử${'abcdefghij'[i % 10]}`, {
        departmentId: places[i % 2]!,
        birthDate: '1989-07-14',
        jobTitle: 'Điều dưỡng',
        gender: 'female',
        cardNo: `CD13224${10 + i}`,
        phone: `09153188${10 + i}`,
      });
    const usual = ['fullName', 'gender', 'birthDate', 'jobTitle', 'cardNo', 'phone'];
    for (const [columns, by] of [
      [usual, 'department'],
      [['fullName', 'birthDate', 'department'], 'none'],
    ] as const) {
      const file = await t.job('members.printList', { columns: [...columns], by, signature: true });
      const { pages } = await readPdf(bytesOf(file));
      expect(pages.map((page) => Math.round(page.width))).toEqual(pages.map(() => 210));
      expect(Number(/Cộng trang này: (\d+) đoàn viên/.exec(pages[1]!.text)?.[1])).toBeGreaterThanOrEqual(22);
      const words = pages[1]!.items.map((item) => item.text);
      expect(words).toContain('14/07/1989');
      if (by === 'none') expect(words).toContain('Dược - TTB - VTYT');
      else expect(pages[0]!.text).toContain('Khoa Chăm sóc sức khỏe sinh sản và Phụ sản');
    }
  });

  it('turns to landscape for many columns, and gives each department a page when asked', async () => {
    const [kham, ngoai] = [await department('Khoa Khám bệnh'), await department('Khoa Ngoại')];
    await add('Nguyễn Thị Hoa', { departmentId: kham });
    await add('Đỗ Văn Dũng', { departmentId: ngoai });
    const file = await t.job('members.printList', {
      columns: [
        'fullName',
        'birthDate',
        'gender',
        'jobTitle',
        'position',
        'phone',
        'cardNo',
        'unionJoinDate',
        'note',
      ],
      pageEach: true,
      signature: true,
      title: 'Danh sách nhận quà Tết',
    });
    const { pages } = await readPdf(bytesOf(file));
    expect(pages.map((page) => Math.round(page.width))).toEqual([297, 297]);
    expect(pages[0]!.text).toContain('DANH SÁCH NHẬN QUÀ TẾT');
    expect(pages[0]!.text).toContain('Ký nhận');
    expect(pages[0]!.text).not.toContain('Khoa Ngoại');
    expect(pages[1]!.text).toContain('Khoa Ngoại');
  });

  it('says when there is nobody to print', async () => {
    expect(await t.raw('members.printList', { columns: ['fullName'] })).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_PRINT' },
    });
  });
});

describe('cards', () => {
  it('come eight to a page with name, number and unit', async () => {
    for (let i = 0; i < 9; i++) await add(`Nguyễn Thị Thử ${'abcdefghi'[i]}`, { cardNo: `CD${100 + i}` });
    const { pages } = await readPdf(bytesOf(await t.job('members.printCards', {})));
    expect(pages).toHaveLength(2);
    expect(pages[0]!.text.match(/THẺ ĐOÀN VIÊN CÔNG ĐOÀN/g)).toHaveLength(8);
    expect(pages[1]!.text).toContain('NGUYỄN THỊ THỬ I');
    expect(pages[1]!.text).toContain('CD108');
  });

  it('are asked for by list: new takes in those without a card, changed and lost only those marked', async () => {
    await add('Nguyễn Thị Hoa');
    await add('Đỗ Văn Dũng', { cardNo: 'CD1', cardStatus: 'lost' });
    await add('Lê Hải Yến', { cardNo: 'CD2' });
    const textOf = async (kind: 'new' | 'changed' | 'lost') =>
      (await readPdf(bytesOf(await t.job('members.printCardList', { kind })))).pages[0]!.text;
    const fresh = await textOf('new');
    expect(fresh).toContain('CẤP MỚI THẺ');
    expect(fresh).toContain('Nguyễn Thị Hoa');
    expect(fresh).not.toContain('Lê Hải Yến');
    expect(await textOf('lost')).toContain('Đỗ Văn Dũng');
    expect(await t.raw('members.printCardList', { kind: 'changed' })).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_PRINT' },
    });
  });
});

describe('a request for what is kept', () => {
  it('is due in two working days, answered by making the file, and can be taken back', async () => {
    const { id } = await add('Nguyễn Thị Hoa', { idNumber: '001189004567', note: 'Hay đi bộ' });
    await t.invoke('members.reveal', { id, fields: ['idNumber'] });
    const request = await t.invoke('members.addRequest', {
      memberId: id,
      askedBy: 'Nguyễn Thị Hoa',
      askedOn: '2026-11-20',
    });
    const open = await t.invoke('members.requests', { open: true });
    expect(open.rows[0]).toMatchObject({
      dueOn: '2026-11-24',
      answeredOn: null,
      memberName: 'Nguyễn Thị Hoa',
    });
    const file = await t.job('members.recordFile', { id, requestId: request.id });
    const { pages } = await readPdf(bytesOf(file));
    const text = pages.map((page) => page.text).join(' ');
    for (const held of [
      '001189004567',
      'Hay đi bộ',
      'Xem thông tin riêng',
      'Số CCCD',
      'ngày 20/11/2026 của Nguyễn Thị Hoa',
    ])
      expect(text).toContain(held);
    expect((await t.invoke('members.requests', { open: true })).total).toBe(0);
    expect((await t.invoke('members.requests', { memberId: id })).rows[0]).toMatchObject({
      answeredOn: '2026-11-20',
    });
    await t.invoke('members.trashRequests', { ids: [request.id] });
    expect((await t.invoke('members.requests', {})).total).toBe(0);
    expect((await t.invoke('trash.list', {})).rows).toEqual(
      expect.arrayContaining([expect.objectContaining({ entity: 'member_request', id: request.id })]),
    );
    await t.invoke('members.restoreRequests', { ids: [request.id] });
    expect((await t.invoke('members.requests', {})).total).toBe(1);
  });

  it('is also answered with a workbook and with data', async () => {
    const { id } = await add('Nguyễn Thị Hoa', { hometown: 'Mường Đăng' });
    const json = JSON.parse(
      Buffer.from(bytesOf(await t.job('members.recordFile', { id, format: 'json' }))).toString(),
    ) as {
      member: { hometown: string };
      sections: { key: string; rows: unknown[] }[];
    };
    expect(json.member.hometown).toBe('Mường Đăng');
    expect(json.sections.map((section) => section.key)).toContain('seen');
    const { read } = await import('@e965/xlsx');
    const book = read(bytesOf(await t.job('members.recordFile', { id, format: 'xlsx' })));
    expect(book.SheetNames[0]).toBe('Hồ sơ');
    const seen = json.sections.find((section) => section.key === 'seen')!.rows;
    expect(seen).toHaveLength(0);
    const again = JSON.parse(
      Buffer.from(bytesOf(await t.job('members.recordFile', { id, format: 'json' }))).toString(),
    );
    expect(again.sections.find((section: { key: string }) => section.key === 'seen').rows).toHaveLength(2);
  });

  it('names lists that left with the person among them', async () => {
    const { id } = await add('Nguyễn Thị Hoa');
    await t.job('members.exportList', { columns: ['fullName', 'idNumber'], purpose: 'Khám sức khỏe' });
    const { id: later } = await add('Lê Hải Yến');
    const seenBy = async (who: number) => {
      const file = await t.job('members.recordFile', { id: who, format: 'json' });
      const { sections } = JSON.parse(Buffer.from(bytesOf(file)).toString()) as {
        sections: { key: string; rows: unknown[] }[];
      };
      return JSON.stringify(sections.find((section) => section.key === 'seen')!.rows);
    };
    expect(await seenBy(id)).toContain('mục đích: Khám sức khỏe');
    expect(await seenBy(later)).not.toContain('Khám sức khỏe');
  });
});

describe('a list taken out and brought in again', () => {
  it.each(['xlsx', 'csv'] as const)('finds everybody as they are: %s', async (format) => {
    await t.invoke('members.setSensitive', { group: 'party', enabled: true, purpose: 'Báo cáo' });
    await t.invoke('members.setSensitive', { group: 'money', enabled: true, purpose: 'Đoàn phí' });
    const departmentId = await department('Khoa Khám bệnh');
    await add('Nguyễn Thị Hòa', {
      departmentId,
      gender: 'female',
      birthDate: '1989-02-17',
      idNumber: '001189004567',
      cardNo: 'CD0001',
      phone: '+84 912 345 678',
      isParty: false,
      salaryCoefficient: 3.66,
      note: '=1+1',
    });
    await add("H'Nguyệt Niê Kđăm", {
      departmentId,
      birthDate: '1977',
      isParty: true,
      phone: '0912000333',
      note: '-5',
    });
    await add('Đỗ Văn Ước', {
      departmentId,
      birthDate: '1970-05',
      unionJoinDate: '1999',
      address: "'Số 4; phố “Ước”",
    });
    const columns = [
      'fullName',
      'gender',
      'birthDate',
      'department',
      'unionJoinDate',
      'cardNo',
      'idNumber',
      'phone',
      'address',
      'isParty',
      'salaryCoefficient',
      'note',
    ];
    const file = await t.job('members.exportList', { columns, format, purpose: 'Đối chiếu' });
    const back = t.core.files.registerUpload(file.name, bytesOf(file));
    const opened = await t.job('members.importOpen', { token: back.token });
    const seen = await t.job('members.importPreview', {
      importId: opened.importId,
      mapping: opened.columns.map(({ index, field }) => ({ index, field })),
    });
    expect(opened.columns.map(({ field }) => field).filter(Boolean)).toEqual(columns);
    expect(seen.counts).toMatchObject({ new: 0, changed: 0, same: 3, suspect: 0 });
  });
});
