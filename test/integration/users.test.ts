/** Users, logging in, waiting after wrong passwords, the lock, recovery; what each leaves in the log, and what never. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGate, type Gate } from '../../electron/hosts/gate';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract';
import { openTestCore, type TestCore } from '../helpers/core';
import { readPdf } from '../helpers/readPdf';
import { STORE } from '../helpers/store';

const CHAIR = 'mùa xuân ở bản';
const VIEWER = 'chỉ xem thôi nhé';

let clock = new Date('2026-11-23T02:00:00.000Z');
const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};
let t: TestCore;
let gate: Gate;
let chair: number;
let viewer: number;

beforeAll(async () => {
  t = await openTestCore({ clock: () => clock });
  gate = createGate(t.core, {});
});
afterAll(() => t.close());

/** As a window asks: through the gate, as whoever is at the PC. */
async function ask<N extends OperationName>(operation: N, input: InputOf<N>) {
  const reply = await gate.invoke({ operation, input });
  return reply.ok
    ? { code: 'OK', data: reply.data as OutputOf<N>, undo: reply.undo }
    : { ...reply.error, data: undefined };
}
const code = async <N extends OperationName>(operation: N, input: InputOf<N>) =>
  (await ask(operation, input)).code;
const state = async () => (await ask('users.state', {})).data!;
const log = async () => (await t.invoke('audit.list', { limit: 50 })).rows;

describe('without users', () => {
  it('works as before, with the rights of the chair', async () => {
    expect(await state()).toMatchObject({ state: 'off', user: null, people: [] });
    expect(await code('members.create', { fullName: 'Vàng Thị Xoan' })).toBe('OK');
    expect(await code('users.lock', {})).toBe('OK');
    expect((await state()).state).toBe('off');
    expect(await code('users.newRecovery', {})).toBe('NO_USERS');
    expect((await ask('users.active', {})).data).toEqual({ seconds: null });
  });

  it('makes the first one the chair, and lets them go on', async () => {
    const input = { name: 'Lò Thị Mai', memberId: null, password: CHAIR };
    expect(await code('users.create', { ...input, role: 'clerk' })).toBe('FIRST_CHAIR');
    const made = await ask('users.create', { ...input, role: 'chair' });
    chair = made.data!.id;
    expect(await state()).toMatchObject({
      state: 'open',
      user: { id: chair, name: 'Lò Thị Mai', role: 'chair' },
    });
    viewer = (await ask('users.create', { name: 'Giàng A Páo', role: 'viewer', password: VIEWER })).data!.id;
    expect(await code('users.create', { name: 'GIANG A PAO', role: 'viewer', password: VIEWER })).toBe(
      'DUPLICATE',
    );
    await ask('members.create', { fullName: 'Hờ A Của' });
    expect((await log())[0]).toMatchObject({ actor: 'Lò Thị Mai', role: 'chair', entity: 'member' });
  });
});

describe('the door', () => {
  it('closes everything but itself, in either host operation', async () => {
    expect(await code('users.lock', {})).toBe('OK');
    expect((await state()).state).toBe('locked');
    expect(await code('members.list', {})).toBe('LOCKED');
    expect(await code('users.list', {})).toBe('LOCKED');
    expect(await code('backup.list', {})).toBe('LOCKED');
    expect(await gate.invoke({ operation: 'host.openDataFolder', input: {} })).toMatchObject({
      error: { code: 'LOCKED' },
    });
    expect(await code('rescue.state', {})).toBe('OK');
    expect(await code('users.login', { id: chair, password: VIEWER })).toBe('LOGIN_REFUSED');
    expect(await code('users.login', { id: 99, password: VIEWER })).toBe('NOT_FOUND');
    expect(await code('users.login', { id: chair, password: CHAIR })).toBe('OK');
    expect(await code('members.list', {})).toBe('OK');
    const rows = (await log()).slice(0, 3);
    expect(rows.map((row) => [row.entity, row.actor])).toEqual([
      ['user_login', 'Lò Thị Mai'],
      ['user_refused', 'Lò Thị Mai'],
      ['user_locked', 'Lò Thị Mai'],
    ]);
  });

  it('takes a password composed otherwise for the same', async () => {
    await ask('users.leave', {});
    expect(await code('members.list', {})).toBe('NOT_LOGGED_IN');
    expect(await code('users.login', { id: chair, password: CHAIR.normalize('NFD') })).toBe('OK');
  });

  it('locks by itself after the minutes, whatever was only read', async () => {
    const { lockVersion } = (await ask('users.list', {})).data!;
    const set = await ask('users.setLock', { version: lockVersion, minutes: 2 });
    expect(set.undo).toMatchObject({ operation: 'users.setLock', input: { minutes: 10 } });
    later(90);
    expect(await code('members.list', {})).toBe('OK');
    later(40);
    expect(await code('members.list', {})).toBe('LOCKED');
    expect((await log())[0]).toMatchObject({ entity: 'user_locked', actor: 'Lò Thị Mai' });
    await ask('users.login', { id: chair, password: CHAIR });
    later(90);
    await ask('users.active', {});
    later(90);
    expect(await code('members.list', {})).toBe('OK');
    later(-600);
    expect(await code('members.list', {})).toBe('LOCKED');
    later(600);
    await ask('users.login', { id: chair, password: CHAIR });
  });

  it('lets attempts wait longer and longer, also after a restart and together', async () => {
    await ask('users.leave', {});
    const wrong = { id: viewer, password: 'sai mật khẩu' };
    for (let at = 1; at < 5; at++) expect(await code('users.login', wrong)).toBe('LOGIN_REFUSED');
    const together = await Promise.all([1, 2, 3].map(() => code('users.login', wrong)));
    expect(together).toEqual(['LOGIN_WAIT', 'LOGIN_WAIT', 'LOGIN_WAIT']);
    expect((await state()).people.find((one) => one.id === viewer)?.wait).toBe(15);
    expect(await code('users.login', { id: viewer, password: VIEWER })).toBe('LOGIN_WAIT');
    t = await t.reopen();
    gate = createGate(t.core, {});
    expect((await state()).state).toBe('login');
    expect(await code('users.login', { id: viewer, password: VIEWER })).toBe('LOGIN_WAIT');
    later(16);
    expect(await ask('users.login', wrong)).toMatchObject({ code: 'LOGIN_WAIT', details: { seconds: 30 } });
    later(31);
    expect(await code('users.login', { id: viewer, password: VIEWER })).toBe('OK');
    expect(
      (await log()).filter((row) => row.entity === 'user_refused' && row.actor === 'Giàng A Páo'),
    ).toHaveLength(6);
  });

  it('gives a viewer no more than to read', async () => {
    expect(await code('members.list', {})).toBe('OK');
    expect(await code('members.create', { fullName: 'Không được' })).toBe('FORBIDDEN');
    expect(await code('users.list', {})).toBe('FORBIDDEN');
    expect(
      await code('users.changeOwnPassword', { current: 'sai mật khẩu', password: 'mới hoàn toàn' }),
    ).toBe('LOGIN_REFUSED');
    expect(await code('users.changeOwnPassword', { current: VIEWER, password: 'mới hoàn toàn' })).toBe('OK');
    expect(await code('users.login', { id: viewer, password: VIEWER })).toBe('LOGIN_REFUSED');
  });
});

describe('the chair', () => {
  it('cannot be the last one to go while others are there', async () => {
    await ask('users.login', { id: chair, password: CHAIR });
    const { version } = (await ask('users.list', {})).data!.rows.find((row) => row.id === chair)!;
    const named = { id: chair, version, name: 'Lò Thị Mai', memberId: null };
    expect(await code('users.update', { ...named, role: 'clerk' })).toBe('LAST_CHAIR');
    expect(await code('users.setUse', { id: chair, version, inUse: false })).toBe('LAST_CHAIR');
    const made = await ask('users.create', { name: 'Sùng Thị Dợ', role: 'chair', password: CHAIR });
    const down = await ask('users.update', { ...named, role: 'clerk' });
    expect(await state()).toMatchObject({ user: { role: 'clerk' } });
    expect(down.undo).toMatchObject({ operation: 'users.update', input: { role: 'chair' } });
    expect(await code('users.list', {})).toBe('FORBIDDEN');
    await t.invoke('users.update', down.undo!.input as InputOf<'users.update'>);
    expect(await state()).toMatchObject({ user: { role: 'chair' } });
    const out = await ask('users.setUse', { id: made.data!.id, version: 1, inUse: false });
    expect(out.code).toBe('OK');
    expect((await state()).people.map((one) => one.name)).toEqual(['Lò Thị Mai', 'Giàng A Páo']);
  });

  it('comes in by the printed code once, and a wrong one is refused', async () => {
    const made = (await ask('users.newRecovery', {})).data!;
    const pdf = readFileSync(t.core.files.outgoing(made.file.token).path);
    const text = (await readPdf(pdf)).flatMap((page) => page.texts.map((one) => one.text)).join(' ');
    expect(text).toContain(made.code);
    expect(text).toMatch(/PHIẾU KHÔI PHỤC MẬT KHẨU/i);
    await ask('users.leave', {});
    const password = 'mùa hạ ở bản';
    expect(await code('users.recover', { id: chair, code: 'AAAAA-AAAAA', password })).toBe(
      'RECOVERY_REFUSED',
    );
    expect(await code('users.recover', { id: viewer, code: made.code, password })).toBe('RECOVERY_REFUSED');
    const typed = made.code.toLowerCase().replaceAll('-', ' ');
    expect(await code('users.recover', { id: chair, code: typed, password })).toBe('OK');
    expect(await state()).toMatchObject({ state: 'open', recovery: false });
    expect(await code('users.recover', { id: chair, code: made.code, password })).toBe('RECOVERY_REFUSED');
    expect(await code('users.login', { id: chair, password: CHAIR })).toBe('LOGIN_REFUSED');
    expect(await code('users.login', { id: chair, password })).toBe('OK');
  });

  it('leaves no password, code or hash in log, replies or lists', async () => {
    const told = JSON.stringify([
      await log(),
      (await t.invoke('audit.changes', { area: 'settings' })).rows,
      await t.invoke('users.list', {}),
      await state(),
    ]);
    expect(told).not.toMatch(/scrypt|mùa|chỉ xem thôi|hoàn toàn/);
    const bytes = readFileSync(join(t.dir, STORE));
    for (const typed of [CHAIR, VIEWER, 'mới hoàn toàn', 'mùa hạ ở bản'])
      expect(bytes.includes(Buffer.from(typed)), typed).toBe(false);
  });

  it('may end passwords altogether when alone, and take that back', async () => {
    const rows = (await ask('users.list', {})).data!.rows;
    const one = (id: number) => rows.find((row) => row.id === id)!;
    await ask('users.setUse', { id: viewer, version: one(viewer).version, inUse: false });
    const off = await ask('users.setUse', { id: chair, version: one(chair).version, inUse: false });
    expect(await state()).toMatchObject({ state: 'off', user: null });
    expect(await code('members.list', {})).toBe('OK');
    expect(await code(off.undo!.operation as 'users.setUse', off.undo!.input as never)).toBe('OK');
    expect(await state()).toMatchObject({ state: 'open', user: { id: chair } });
  });
});
