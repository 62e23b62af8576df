/** A register of 100,000 members with 300,000 dated facts, written straight into a store. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DEPARTMENTS, randomFrom } from '../../electron/demo/people';
import { type MemberFields, searchEntry, toColumns } from '../../electron/modules/members/record';
import { fold } from '../../shared/text/fold';
import { distinctPeople } from './list';
import { call, open, type Places } from './tasks';

const day = (random: () => number, from: number, to: number): string => {
  const at = Date.UTC(from, 0, 1) + random() * (Date.UTC(to, 0, 1) - Date.UTC(from, 0, 1));
  return new Date(at).toISOString().slice(0, 10);
};

/** Makes the store in `places.dataDir`. Everyone has three facts on average: where before, moves, titles, leaving. */
export async function makeBigRegister(places: Places, people: number, facts: number): Promise<void> {
  const core = await open(places);
  const sample = await call(core, 'members.create', { fullName: 'Nguyễn Văn Mẫu' });
  const { fields } = await call(core, 'members.get', { id: sample.id });
  await call(core, 'members.trash', { ids: [sample.id] });
  await core.close();
  const db = new Database(join(places.dataDir, 'so-cong-doan.db'));
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -600000');
  const random = randomFrom(20_261_122);
  const now = '2026-11-22T00:00:00.000Z';
  db.transaction(() => {
    // The stretches are made once at the end instead of after every fact.
    const triggers = db
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'member_state_%'")
      .all() as { name: string; sql: string }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const unit = db.prepare(
      `INSERT INTO org_unit (uid, unit_id, kind, name, name_key, created_at) VALUES (?, 1, 'department', ?, ?, ?)`,
    );
    const places = DEPARTMENTS.map(({ name }) =>
      Number(unit.run(`u-${name}`, name, fold(name), now).lastInsertRowid),
    );
    const first = toColumns(fields as MemberFields);
    const names = Object.keys(first);
    const insert = db.prepare(
      `INSERT INTO member (uid, unit_id, ${names.join(', ')}, created_at, updated_at)
       VALUES (@uid, 1, ${names.map((name) => `@${name}`).join(', ')}, @now, @now)`,
    );
    const index = db.prepare('INSERT INTO member_search (rowid, name, initials, codes) VALUES (?, ?, ?, ?)');
    const fact = db.prepare(
      `INSERT INTO member_fact (member_id, kind, on_date, value, decision_no, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, '${now}', '${now}')`,
    );
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    let written = 0;
    for (const [at, person] of distinctPeople(people).entries()) {
      const columns = toColumns({
        ...(fields as MemberFields),
        ...person,
        departmentId: pick(places),
        unionJoinDate: day(random, 1990, 2024),
        jobTitle: pick(['Bác sĩ', 'Điều dưỡng', 'Dược sĩ', 'Kỹ thuật y', 'Hộ sinh']),
      } as MemberFields);
      const id = Number(insert.run({ ...columns, uid: `m-${at}`, now }).lastInsertRowid);
      const entry = searchEntry(id, columns);
      index.run(id, entry.name, entry.initials, entry.codes);
      if (written >= facts) continue;
      fact.run(id, 'department', '', String(pick(places)), null);
      fact.run(id, 'department', day(random, 2010, 2026), String(columns.department_id), `${at}/QĐ`);
      fact.run(
        id,
        ...((at % 5 === 0
          ? ['retired', day(random, 2018, 2026), null]
          : ['jobTitle', day(random, 2010, 2026), columns.job_title]) as [string, string, string | null]),
        null,
      );
      written += 3;
    }
    db.exec(`UPDATE member SET status = 'retired', status_date = (SELECT on_date FROM member_fact f WHERE f.member_id = member.id
      AND f.kind = 'retired') WHERE id IN (SELECT member_id FROM member_fact WHERE kind = 'retired')`);
    db.exec('ANALYZE');
    db.exec('INSERT INTO member_rebuild (member_id) SELECT id FROM member');
    for (const { sql } of triggers) db.exec(sql);
    db.exec('PRAGMA optimize');
  })();
  db.close();
  // What the program noted of the file when it closed it; the rows above came from outside.
  rmSync(join(places.dataDir, 'closed.json'), { force: true });
}
