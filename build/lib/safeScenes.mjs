/**
 * Scenes and papers of the year-end pack, copies outside of this PC, users and the lock, the self-test, taking
 * everything out and personal data; for `npm run pictures`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });
const year = new Date().getFullYear();
const PASSWORD = 'mùa gặt đường quê';
const PASSPHRASE = 'mưa nắng ruộng đồng';

/** The bytes of a file the program made. */
async function bytesOf(stage, operation, input) {
  const { file, token } = await stage.job(operation, input);
  const address = new URL(`./api/file/${file?.token ?? token}`, stage.page.url());
  const reply = await stage.page.request.get(address.href);
  return new Uint8Array(await reply.body());
}

/** A locked copy of the store as a file in the folder. */
export async function lockedCopy(stage, folder) {
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const file = join(folder, `so-cong-doan-a3fb67-${today}-163000.sod`);
  writeFileSync(file, await bytesOf(stage, 'backup.packFile', { id: null, passphrase: PASSPHRASE }));
  return file;
}

/** People of the committee as users, the chair at work. */
async function users(stage) {
  const { people, state } = await stage.invoke('users.state', {});
  if (state === 'open' && people.length > 0) return;
  const chair = people[0];
  if (chair) {
    await stage.job('users.login', { id: chair.id, password: PASSWORD });
    return;
  }
  const roles = ['chair', 'inspector', 'treasurer', 'clerk', 'viewer'];
  const { rows: chairs } = await stage.invoke('members.list', { search: 'Hoàng Minh Tuệ', limit: 1 });
  const { rows } = await stage.invoke('members.list', { limit: 100 });
  for (const [index, role] of roles.entries()) {
    const { id, fullName } = (index === 0 && chairs[0]) || rows[index * 20];
    await stage.job('users.create', { name: fullName, role, memberId: id, password: PASSWORD });
  }
}

/** The index of a pack as a browser shows it. */
async function packIndex(stage) {
  const files = unzipSync(await bytesOf(stage, 'yearEnd.pack', { year }));
  const name = Object.keys(files).find((one) => one.endsWith('.html'));
  stage.home = stage.page.url();
  await stage.page.goto('about:blank');
  await stage.page.setContent(new TextDecoder().decode(files[name]));
}

async function selfTest(stage) {
  await stage.go('/settings/machine');
  await stage.press('Kiểm tra ngay');
  await stage.page.getByRole('button', { name: 'Kiểm tra lại' }).waitFor({ timeout: 60_000 });
}

export const SAFE_SCENES = [
  {
    name: 'year-end',
    play: async (stage) => {
      await stage.go('/year-end');
      await stage.page.getByRole('link', { name: 'Báo cáo năm' }).waitFor();
    },
  },
  { name: 'year-end-index', play: packIndex, after: (stage) => stage.page.goto(stage.home) },
  { name: 'settings-machine', play: selfTest },
  at('settings-export', '/settings/export'),
  at('settings-personal', '/settings/personal'),
  {
    name: 'copy-save',
    play: async (stage) => {
      await stage.go('/settings/backup');
      await stage.press('Lưu bản sao thành tệp');
      await stage.page.getByText('Khóa bản sao bằng cụm mật khẩu').click();
      for (const label of ['Cụm mật khẩu', 'Gõ lại cụm mật khẩu'])
        await stage.page.getByLabel(label, { exact: true }).fill(PASSPHRASE);
    },
    after: (stage) => stage.page.keyboard.press('Escape'),
  },
];

/** The last of the demo store: from here on it asks for a password. */
export const USER_SCENES = [
  {
    name: 'settings-users',
    play: async (stage) => {
      await users(stage);
      await stage.page.reload();
      await stage.go('/settings/users');
    },
  },
  {
    name: 'locked',
    play: async (stage) => {
      await users(stage);
      await stage.page.reload();
      await stage.go('/members');
      await stage.page.keyboard.press('Control+l');
      await stage.page.getByText('Màn hình đang khóa').first().waitFor();
    },
  },
  {
    name: 'login',
    play: async (stage) => {
      await users(stage);
      await stage.invoke('users.leave', {});
      await stage.page.reload();
      await stage.page.getByText('Chọn tên, ghi mật khẩu').waitFor();
    },
  },
];

/** On a PC without a register, with a copy of the demo store at hand. */
export const NEW_PC_SCENES = [
  {
    name: 'restore-file',
    play: async (stage) => {
      await stage.press('Khôi phục từ bản sao');
      const [chooser] = await Promise.all([
        stage.page.waitForEvent('filechooser'),
        stage.press('Chọn tệp bản sao (.sod)'),
      ]);
      await chooser.setFiles(stage.copy);
      await stage.page.getByLabel('Cụm mật khẩu').fill(PASSPHRASE);
      await stage.press('Mở bản sao');
      await stage.page.getByRole('button', { name: 'Khôi phục', exact: true }).waitFor({ timeout: 60_000 });
    },
  },
];

export const SAFE_PAPERS = [
  { name: 'paper-recovery', operation: 'backup.recoverySheet', input: async () => ({ contact: null }) },
  {
    name: 'paper-consent',
    operation: 'members.consentSheet',
    input: async () => ({ purpose: 'publish' }),
  },
];

/** Papers there are once somebody was added. */
export const USER_PAPERS = [
  {
    name: 'paper-password',
    operation: 'users.newRecovery',
    input: async (stage) => {
      await users(stage);
      return {};
    },
  },
];
