/** Making people anonymous: who is due, what stays, and that no trace is left in any byte of the store. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeLayout } from '../../electron/db/layout';
import {
  CLEARED_COLUMNS,
  KEPT_COLUMNS,
  RENEWED_COLUMNS,
} from '../../electron/modules/members/papers/anonymiseRepository';
import { SCRUBS } from '../../electron/modules/members/papers/scrubs';
import type { InputOf } from '../../shared/contract';
import { fold } from '../../shared/text/fold';
import { openTestCore, type TestCore } from '../helpers/core';
import { COMPANIONS, STORE } from '../helpers/store';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-20T03:00:00Z') });
});
afterEach(() => t.close());

const NAME = 'Xeo Quỳnh Ngạc';
const FORMER = 'Xeo Thị Ngoạt';
const SECRETS = [
  NAME,
  FORMER,
  fold(NAME),
  'Ngoạt',
  'ngoat',
  '014301894863',
  'CDX77123',
  '0987111222',
  'ngac.xeo@suoingan.vn',
  'Bản Nà Pó',
  'đau lưng mãn tính',
  'Chuyển theo chồng',
  '45/QĐ-XN',
  'Bé Xoan Ngạc',
  'Trường Nà Pó',
];

async function leaver(more: Partial<InputOf<'members.create'>> = {}): Promise<number> {
  const { id } = await t.invoke('members.create', {
    fullName: FORMER,
    gender: 'female',
    birthDate: '1971-03-05',
    idNumber: '014301894863',
    cardNo: 'CDX77123',
    phone: '0987111222',
    email: 'ngac.xeo@suoingan.vn',
    address: 'Bản Nà Pó',
    unionJoinDate: '1999-05-01',
    ...more,
  });
  const { version, fields } = await t.invoke('members.get', { id });
  await t.invoke('members.update', { ...fields, id, version, fullName: NAME, note: 'đau lưng mãn tính' });
  return id;
}

async function retire(id: number, day: string): Promise<void> {
  const { version } = await t.invoke('members.get', { id });
  await t.invoke('members.setStatus', {
    id,
    version,
    status: 'retired',
    statusDate: day,
    reason: 'Chuyển theo chồng',
  });
}

/** A payment to the person in a book that is closed by now. */
async function bookedFor(memberId: number): Promise<number> {
  const { id: fundId } = await t.invoke('funds.save', {
    name: 'Quỹ công đoàn',
    openedOn: '2010-01-01',
    openingCash: 900_000,
  });
  const { rows } = await t.invoke('funds.categories', {});
  const made = await t.invoke('funds.createVoucher', {
    fundId,
    kind: 'payment',
    onDate: '2010-05-02',
    amount: 300_000,
    memberId,
    personName: NAME,
    address: 'Bản Nà Pó',
    reason: `Thăm ${NAME} ốm`,
    categoryId: rows.find((row) => row.code === 'C-TH')!.id,
  });
  await t.invoke('funds.close', { fundId, period: '2010' });
  return made.id;
}

/** The bytes of the store and its log, as somebody with the file would search them. */
const storeFiles = () =>
  Buffer.concat(
    COMPANIONS.map((name) => join(t.dir, name))
      .filter(existsSync)
      .map((path) => readFileSync(path)),
  );

describe('who is due', () => {
  it('is nobody until a time is set, then those who left longer ago', async () => {
    const id = await leaver();
    await retire(id, '2015');
    expect((await t.invoke('members.retentionDue', {})).total).toBe(0);
    await t.invoke('members.setRetention', { years: 10 });
    expect((await t.invoke('members.retentionDue', {})).rows).toMatchObject([
      { id, fullName: NAME, leftOn: '2015', dueOn: '2025-12-31' },
    ]);
    await t.invoke('members.setRetention', { years: 11 });
    expect((await t.invoke('members.retentionDue', {})).total).toBe(0);
    expect(await t.invoke('members.retention', {})).toEqual({
      years: 11,
      due: 0,
      anonymised: 0,
      copies: { replaced: 0, goneBy: null, lasting: 0 },
    });
  });

  it('is never somebody active, and a wrong number typed stops everything', async () => {
    await t.invoke('members.setRetention', { years: 5 });
    const id = await leaver();
    expect(await t.invoke('members.anonymisePreview', { ids: [id] })).toMatchObject({
      people: 0,
      refused: [{ id, why: 'active' }],
    });
    expect(await t.raw('members.anonymise', { ids: [id], confirm: '1' })).toMatchObject({
      ok: false,
      error: { code: 'ANONYMISE_REFUSED' },
    });
    await retire(id, '2010-01-01');
    expect(await t.raw('members.anonymise', { ids: [id], confirm: '2' })).toMatchObject({
      ok: false,
      error: { code: 'ANONYMISE_CONFIRM' },
    });
    expect((await t.invoke('members.get', { id })).fields.fullName).toBe(NAME);
  });
});

describe('making somebody anonymous', () => {
  it('leaves sex, year of birth, department and dates to count, and no trace of the person in the file', async () => {
    const department = await t.invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Dược' });
    const id = await leaver({ departmentId: department.id });
    const other = await t.invoke('members.create', { fullName: 'Lò Văn Sáng', note: `Chồng của ${NAME}` });
    const child = await t.invoke('members.saveChild', {
      fullName: 'Bé Xoan Ngạc',
      birthDate: '2010-06-01',
      parentIds: [id],
    });
    await t.invoke('members.saveSchoolResult', {
      childId: child.id,
      schoolYear: 2020,
      school: 'Trường Nà Pó',
    });
    await t.invoke('events.create', {
      kind: 'group_meeting',
      name: `Chia tay ${NAME}`,
      startsOn: '2011-02-03',
    });
    await t.invoke('members.addRequest', {
      memberId: id,
      askedBy: NAME,
      askedOn: '2026-11-02',
      note: 'Bản Nà Pó',
    });
    const booked = await bookedFor(id);
    await retire(id, '2011-04-30');
    await t.invoke('members.setRetention', { years: 10 });
    await t.job('backup.create', {});
    for (const secret of [NAME, FORMER]) expect(storeFiles().includes(secret)).toBe(true);

    const preview = await t.invoke('members.anonymisePreview', { ids: [id] });
    expect(preview).toMatchObject({ people: 1, refused: [] });
    expect(preview.rows.find((row) => row.entity === 'audit')!.count).toBeGreaterThan(2);
    const done = await t.job('members.anonymise', { ids: [id], confirm: '1' });
    expect(done.count).toBe(1);
    expect(done.places).toBeGreaterThan(1);

    const after = await t.invoke('members.get', { id });
    expect(after.fields).toMatchObject({
      fullName: `Đoàn viên ẩn danh ${String(id).padStart(6, '0')}`,
      gender: 'female',
      birthDate: '1971',
      departmentId: department.id,
      unionJoinDate: '1999-05-01',
      phone: null,
      note: null,
    });
    expect(after).toMatchObject({ status: 'retired', statusDate: '2011-04-30', held: [] });
    expect((await t.invoke('members.list', { search: 'xeo', statuses: [] })).total).toBe(0);
    expect((await t.invoke('members.list', { statuses: ['retired'] })).total).toBe(1);
    expect((await t.invoke('members.get', { id: other.id })).fields.note).toMatch(
      /^Chồng của Đoàn viên ẩn danh/,
    );
    expect(await t.invoke('members.retention', {})).toMatchObject({
      anonymised: 1,
      copies: { replaced: 0, goneBy: null, lasting: 1 },
    });

    const { voucher } = await t.invoke('funds.voucher', { id: booked });
    expect(voucher).toMatchObject({ personName: after.fields.fullName, address: null, amount: 300_000 });
    const bytes = storeFiles();
    for (const secret of SECRETS) expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
    const log = await t.invoke('audit.list', { limit: 50 });
    expect(log.rows.some((line) => line.action === 'anonymise')).toBe(true);
    expect(log.rows.some((line) => line.entity === 'member' && line.action === 'update')).toBe(true);
  });

  it('leaves alone what may mean somebody else of the same name', async () => {
    const id = await leaver();
    await t.invoke('members.create', { fullName: NAME });
    const { id: third } = await t.invoke('members.create', {
      fullName: 'Lò Văn Sáng',
      note: `Bạn của ${NAME}`,
    });
    await retire(id, '2011');
    await t.invoke('members.setRetention', { years: 1 });
    await t.job('members.anonymise', { ids: [id], confirm: '1' });
    expect((await t.invoke('members.get', { id: third })).fields.note).toBe(`Bạn của ${NAME}`);
    expect((await t.invoke('members.list', { search: 'ngac' })).total).toBe(1);
  });

  it('puts attached files into the trash without their names, and leaves those of vouchers', async () => {
    const id = await leaver();
    const voucher = await bookedFor(id);
    await retire(id, '2011');
    const upload = (name: string) =>
      t.core.files.registerUpload(name, Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`)).token;
    const attach = (entity: string, entityId: number, name: string) =>
      t.invoke('files.attach', { entity, entityId, token: upload(name), note: `Của ${NAME}` });
    const own = await attach('member', id, `Bằng của ${NAME}.pdf`);
    await attach('fund_voucher', voucher, 'Phiếu chi 05.pdf');
    await t.invoke('members.setRetention', { years: 1 });
    const { rows } = await t.invoke('members.anonymisePreview', { ids: [id] });
    expect(rows).toContainEqual({ entity: 'attachment', count: 1 });
    await t.job('members.anonymise', { ids: [id], confirm: '1' });
    expect((await t.invoke('files.list', { entity: 'member', entityId: id })).rows).toEqual([]);
    expect((await t.invoke('files.list', { entity: 'fund_voucher', entityId: voucher })).rows).toHaveLength(
      1,
    );
    const left = (await t.invoke('trash.list', {})).rows.filter(({ entity }) => entity === 'attachment');
    expect(left).toMatchObject([{ id: own.id, label: 'ẩn danh.pdf' }]);
    await t.invoke('files.restore', { ids: [own.id] });
    expect((await t.invoke('files.list', { entity: 'member', entityId: id })).rows).toMatchObject([
      { name: 'ẩn danh.pdf', note: null },
    ]);
  });

  it('is done only once, and the log is as fixed as ever afterwards', async () => {
    const id = await leaver();
    await retire(id, '2011');
    await t.invoke('members.setRetention', { years: 1 });
    await t.job('members.anonymise', { ids: [id], confirm: '1' });
    expect(await t.raw('members.anonymise', { ids: [id], confirm: '1' })).toMatchObject({
      ok: false,
      error: { code: 'ANONYMISE_REFUSED' },
    });
    await t.core.close();
    const { default: Database } = await import('better-sqlite3');
    const raw = new Database(join(t.dir, STORE), { fileMustExist: true });
    expect(() => raw.prepare(`UPDATE audit SET after_json = '{}'`).run()).toThrow(
      'the change log is not edited',
    );
    raw.close();
    t = await openTestCore({ dataDir: t.dir });
  });
});

describe('writing the store anew', () => {
  const anonymised = async () => {
    const id = await leaver();
    await retire(id, '2011');
    await t.invoke('members.setRetention', { years: 1 });
    return id;
  };

  it('answers questions meanwhile, and commands wait instead of failing', async () => {
    const id = await anonymised();
    let rewriting!: () => void;
    const begun = new Promise<void>((resolve) => {
      rewriting = resolve;
    });
    const work = t.job(
      'members.anonymise',
      { ids: [id], confirm: '1' },
      { onProgress: (_done, _total, label) => label === 'rewriting' && rewriting() },
    );
    await begun;
    const command = t.invoke('members.create', { fullName: 'Lò Văn Sáng' });
    expect((await t.invoke('members.list', {})).total).toBe(0);
    await work;
    await command;
    expect((await t.invoke('members.list', {})).total).toBe(1);
  });

  it('is taken up by the next start when the program ended before', async () => {
    const id = await anonymised();
    await t.core.close();
    const { default: Database } = await import('better-sqlite3');
    const raw = new Database(join(t.dir, STORE), { fileMustExist: true });
    raw.pragma('secure_delete = OFF');
    raw.exec(`INSERT INTO meta (key, value) VALUES ('scratch', '${'Xoan Ngoạt '.repeat(900)}');
      DELETE FROM meta WHERE key = 'scratch'; INSERT INTO meta (key, value) VALUES ('rewrite_due', '1')`);
    raw.close();
    rmSync(storeLayout(t.dir).closed, { force: true });
    expect(storeFiles().includes('Xoan Ngoạt')).toBe(true);
    t = await openTestCore({ dataDir: t.dir, clock: () => new Date('2026-11-20T03:00:00Z') });
    expect((await t.invoke('members.get', { id })).fields.fullName).toBe(NAME);
    expect(storeFiles().includes('Xoan Ngoạt')).toBe(false);
  });
});

describe('the schema', () => {
  it('has no column of the register and no link to a member that anonymising does not know', async () => {
    await t.core.close();
    const { default: Database } = await import('better-sqlite3');
    const raw = new Database(join(t.dir, STORE), { readonly: true });
    const columns = (raw.pragma('table_info(member)') as { name: string }[]).map((column) => column.name);
    expect([...KEPT_COLUMNS, ...RENEWED_COLUMNS, ...CLEARED_COLUMNS].sort()).toEqual([...columns].sort());
    const links = raw
      .prepare(
        `SELECT s.name || '.' || f."from" AS link FROM sqlite_schema s, pragma_foreign_key_list(s.name) f
         WHERE s.type = 'table' AND f."table" = 'member'`,
      )
      .pluck()
      .all() as string[];
    const known = SCRUBS.flatMap((scrub) => [...scrub.links]);
    expect(links.filter((link) => !known.includes(link))).toEqual([]);
    raw.close();
    t = await openTestCore({ dataDir: t.dir });
  });
});
