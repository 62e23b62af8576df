/** Two lists brought in earlier, so that the history of imports has something to look at and to take back. */
import type { Core } from '../core';
import type { Invoke } from './seed';

const HAMLETS = ['Bản Nà Lốm', 'Bản Co Muông', 'Tổ dân phố 3', 'Bản Huổi Hẹ', 'Tổ dân phố 7'];

/** Both files complete people who are in the register; neither adds anybody. */
export async function seedImports(core: Core, invoke: Invoke): Promise<void> {
  const { rows } = await invoke('members.list', { limit: 120 });
  const people = rows.filter((row) => row.cardNo !== null);
  await bringIn(core, invoke, 'Địa chỉ mới sau sắp xếp xã.csv', [
    ['STT', 'Họ và tên', 'Số thẻ đoàn viên', 'Địa chỉ'],
    ...people
      .slice(30, 54)
      .map((row, at) => [
        String(at + 1),
        row.fullName,
        row.cardNo ?? '',
        `${HAMLETS[at % HAMLETS.length]}, xã Suối Mơ, tỉnh Thanh Lâm`,
      ]),
  ]);
  await bringIn(core, invoke, 'Số điện thoại thay đổi.csv', [
    ['Mã thẻ', 'Số điện thoại mới'],
    ...people.slice(60, 72).map((row, at) => [row.cardNo ?? '', `03860${String(41207 + at * 391)}`]),
    ['CD00000000', '0386099999'],
  ]);
}

async function bringIn(core: Core, invoke: Invoke, name: string, rows: string[][]): Promise<void> {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n');
  const { token } = core.files.registerUpload(name, new TextEncoder().encode(`\ufeff${text}\r\n`));
  const { importId, columns } = await invoke('members.importOpen', { token });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  await invoke('members.importPreview', { importId, mapping });
  await invoke('members.importCommit', { importId });
}
