/** Editions that contests kept by themselves become editions of series; nothing that was typed is lost. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrations } from '../../electron/db/migrate';

const OLD = migrations.filter(({ version }) => version < 35);

function contest(raw: Database.Database, name: string, day: string, kept: (number | null)[]): number {
  const { lastInsertRowid: id } = raw
    .prepare(
      `INSERT INTO event (uid, unit_id, kind, name, search_key, mode, starts_on, first_day, last_day, audience, created_at, updated_at)
       VALUES (hex(randomblob(8)), 1, 'contest', @name, '', 'onsite', @day, @day, @day, 'members', '2026-01-01', '2026-01-01')`,
    )
    .run({ name, day });
  raw
    .prepare(
      "INSERT INTO contest (event_id, edition, from_year, to_year, updated_at) VALUES (?, ?, ?, ?, '2026')",
    )
    .run(id, ...kept);
  return Number(id);
}

test('contests of one name become one series; years without a number stay in words', () => {
  const raw = new Database(':memory:');
  migrate(raw, OLD);
  const first = contest(raw, 'Hội thao ngành Y tế năm 2025', '2025-05-22', [13, 2025, 2025]);
  const second = contest(raw, 'Hội thao ngành Y tế năm 2026', '2026-05-20', [14, null, null]);
  const press = contest(raw, 'Giải báo chí về công nhân', '2023-11-23', [2, 2023, 2024]);
  const years = contest(raw, 'Hội thi tay nghề', '2023-11-23', [null, 2023, 2024]);
  const plain = contest(raw, 'Hội thi nấu ăn', '2024-03-08', [null, 2024, 2024]);
  raw
    .prepare(
      "INSERT INTO event_series (uid, unit_id, name, numbering, created_at, updated_at) VALUES ('s', 1, 'Hội diễn', 'words', '2026', '2026')",
    )
    .run();
  const sung = contest(raw, 'Hội diễn văn nghệ', '2024-09-02', [9, 2024, 2024]);
  raw.prepare('INSERT INTO event_edition VALUES (?, 1, 3, 2024, 2024)').run(sung);
  migrate(raw);
  const editions = raw
    .prepare(
      `SELECT d.event_id AS id, s.name, d.number, d.year_from AS yearFrom, d.year_to AS yearTo FROM event_edition d
       JOIN event_series s ON s.id = d.series_id ORDER BY d.event_id`,
    )
    .all();
  expect(editions).toEqual([
    { id: first, name: 'Hội thao ngành Y tế', number: 13, yearFrom: 2025, yearTo: 2025 },
    { id: second, name: 'Hội thao ngành Y tế', number: 14, yearFrom: 2026, yearTo: 2026 },
    { id: press, name: 'Giải báo chí về công nhân', number: 2, yearFrom: 2023, yearTo: 2024 },
    { id: sung, name: 'Hội diễn', number: 3, yearFrom: 2024, yearTo: 2024 },
  ]);
  const content = raw.prepare('SELECT content FROM event WHERE id = ?').pluck();
  expect([content.get(years), content.get(plain)]).toEqual(['Năm 2023–2024.', null]);
  raw.close();
});
