/** What an import that was interrupted leaves to the next start: somebody others point at, and what cannot be cleared. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(() => t.close());

/** Three people brought in by an import that is then as if it had never been finished. */
async function halfWritten(more = ''): Promise<number> {
  const path = join(t.dir, 'moi.csv');
  writeFileSync(path, 'Họ và tên;Số thẻ\nLò Thị Mai;CD1\nSùng A Páo;CD2\nH’Hen Niê;CD3\n');
  const { importId, columns } = await t.job('members.importOpen', {
    token: t.core.files.registerPicked(path).token,
  });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  await t.job('members.importPreview', { importId, mapping });
  await t.job('members.importCommit', { importId });
  const { rows } = await t.invoke('members.list', { search: 'mai' });
  await t.invoke('members.addRequest', {
    memberId: rows[0]!.id,
    askedBy: 'Lò Thị Mai',
    askedOn: '2026-11-02',
  });
  const store = new Database(join(t.dir, STORE));
  store.exec(`INSERT INTO import_hidden (import_id, state) VALUES (${importId}, 'writing');
    UPDATE import SET state = 'writing' WHERE id = ${importId}; ${more}`);
  store.close();
  t = await t.reopen();
  return importId;
}

const state = async () => (await t.invoke('members.importHistory', {})).rows[0]?.state;

it('puts somebody others point at into the trash, where everybody sees it, and takes the rest away', async () => {
  await halfWritten();
  expect(await state()).toBe('interrupted');
  expect((await t.invoke('members.list', { statuses: [] })).total).toBe(0);
  const { rows } = await t.invoke('trash.list', { area: 'members' });
  expect(rows.map((row) => row.label)).toEqual(['Lò Thị Mai']);
  await t.invoke('members.restore', { ids: [rows[0]!.id] });
  expect((await t.invoke('members.list', { search: 'lo thi' })).total).toBe(1);
});

it('opens the store all the same when it cannot clear away, hides those people, says so, and tries again', async () => {
  await halfWritten(`INSERT INTO meta (key, value) VALUES ('stuck', '1');
    CREATE TRIGGER stuck BEFORE DELETE ON member WHEN EXISTS (SELECT 1 FROM meta WHERE key = 'stuck')
    BEGIN SELECT RAISE(ABORT, 'stuck'); END;`);
  expect(t.core.state()).toEqual({ kind: 'ready' });
  expect((await t.invoke('members.list', { statuses: [] })).total).toBe(0);
  expect(await state()).toBe('stuck');
  const store = new Database(join(t.dir, STORE));
  store.exec("DELETE FROM meta WHERE key = 'stuck'");
  store.close();
  t = await t.reopen();
  expect(await state()).toBe('interrupted');
  expect((await t.invoke('trash.list', { area: 'members' })).rows).toHaveLength(1);
});
