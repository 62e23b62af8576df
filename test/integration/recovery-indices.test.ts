/** A store whose plain indices differ is opened with them made anew; one without an index that keeps a rule is damaged. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { indexDrift, rebuildIndices, schemaDrift } from '../../electron/db/migrate';
import { openTestCore, type TestCore } from '../helpers/core';

let open: TestCore | undefined;
afterEach(async () => open?.close());

/** What a tool from outside does to the store while nobody has it open; the store looks like one not closed. */
async function meddled(sql: string): Promise<TestCore> {
  open = await openTestCore({ keep: true });
  await open.invoke('members.create', { fullName: 'Hồ Thị Kỷ' });
  const { dir, core } = open;
  await core.close();
  const raw = new Database(join(dir, 'so-cong-doan.db'));
  raw.exec(sql);
  raw.close();
  rmSync(join(dir, 'closed.json'));
  open = await openTestCore({ dataDir: dir });
  return open;
}

it('makes plain indices anew that were lacking, differ or are too much, and says so in the log', async () => {
  const t = await meddled(`DROP INDEX welfare_recipient_member;
    DROP INDEX welfare_recipient_list; CREATE INDEX welfare_recipient_list ON welfare_recipient (ordinal);
    CREATE INDEX somebodys ON member (note)`);
  expect(t.core.state()).toEqual({ kind: 'ready' });
  expect((await t.invoke('members.list', {})).total).toBe(1);
  expect(readFileSync(join(t.dir, 'log.txt'), 'utf8')).toMatch(/store\.indices.*"?rebuilt"?[^0-9]*3/);
  const raw = new Database(join(t.dir, 'so-cong-doan.db'), { readonly: true });
  expect([schemaDrift(raw), indexDrift(raw)]).toEqual([undefined, []]);
  raw.close();
});

it('takes a store without an index that keeps a rule for damaged', async () => {
  const t = await meddled('DROP INDEX org_unit_class_year');
  expect(t.core.state()).toMatchObject({ kind: 'rescue', reason: 'damaged', cause: 'schema-differs' });
});

it('leaves a sound store alone', async () => {
  open = await openTestCore();
  await open.core.close();
  const raw = new Database(join(open.dir, 'so-cong-doan.db'));
  expect(rebuildIndices(raw)).toEqual([]);
  raw.exec('DROP INDEX org_unit_class_year; CREATE INDEX org_unit_class_year ON org_unit_class (year)');
  expect(schemaDrift(raw)).toBe('index org_unit_class_year');
  raw.close();
});
