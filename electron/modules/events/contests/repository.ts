/** SQL of contests: rounds, contents, entries with people, results and prizes. */
import type { EntryKind, PrizeRank } from '../../../../shared/domain/contests';
import type { OrganiserLevel } from '../../../../shared/domain/eventKinds';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface Round {
  name: string;
  onDate: string | null;
}

/** 0 until something is recorded. */
export const versionOf = (db: Db, eventId: number): number =>
  db.pluck<number>('SELECT version FROM contest WHERE event_id = ?', [eventId]) ?? 0;
export const roundsOf = (db: Db, eventId: number): Round[] =>
  db.all('SELECT name, on_date AS onDate FROM contest_round WHERE event_id = ? ORDER BY ordinal', [eventId]);
export const subjectsOf = (db: Db, eventId: number): string[] =>
  db
    .all<{ name: string }>('SELECT name FROM contest_subject WHERE event_id = ? ORDER BY ordinal', [eventId])
    .map((row) => row.name);

/** Writes rounds and contents anew. */
export function putContest(
  db: Db,
  eventId: number,
  version: number,
  parts: { rounds: readonly Round[]; subjects: readonly string[] },
  now: string,
): void {
  db.run(
    `INSERT INTO contest (event_id, version, updated_at) VALUES (@eventId, @version, @now)
     ON CONFLICT (event_id) DO UPDATE SET version = @version, updated_at = @now`,
    { eventId, version, now },
  );
  db.run('DELETE FROM contest_round WHERE event_id = ?', [eventId]);
  db.run('DELETE FROM contest_subject WHERE event_id = ?', [eventId]);
  for (const [ordinal, round] of parts.rounds.entries())
    db.run(
      'INSERT INTO contest_round (event_id, ordinal, name, on_date) VALUES (@eventId, @ordinal, @name, @onDate)',
      { eventId, ordinal, ...round },
    );
  for (const [ordinal, name] of parts.subjects.entries())
    db.run('INSERT INTO contest_subject (event_id, ordinal, name) VALUES (?, ?, ?)', [
      eventId,
      ordinal,
      name,
    ]);
}

/** Rounds and contents that entries use, also those in the trash. */
export const partsUsed = (db: Db, eventId: number): { rounds: number[]; subjects: number[] } => ({
  rounds: db
    .all<{ place: number }>(
      `SELECT DISTINCT r.round AS place FROM contest_result r JOIN contest_entry e ON e.id = r.entry_id
      WHERE e.event_id = ?`,
      [eventId],
    )
    .map(({ place }) => place),
  subjects: db
    .all<{ place: number }>(
      'SELECT DISTINCT subject AS place FROM contest_entry WHERE event_id = ? AND subject IS NOT NULL',
      [eventId],
    )
    .map(({ place }) => place),
});

interface Move {
  from: number;
  to: number;
}

/** Places no list reaches, where parts wait while others move into their places. */
const ASIDE = 1000;

/** Gives results and entries the new places of their rounds and contents. */
export function movePlaces(
  db: Db,
  eventId: number,
  rounds: readonly Move[],
  subjects: readonly Move[],
): void {
  const round = `UPDATE contest_result SET round = @to WHERE round = @from
    AND entry_id IN (SELECT id FROM contest_entry WHERE event_id = @eventId)`;
  const subject = 'UPDATE contest_entry SET subject = @to WHERE subject = @from AND event_id = @eventId';
  for (const [sql, moves] of [
    [round, rounds],
    [subject, subjects],
  ] as const) {
    for (const { from, to } of moves) db.run(sql, { eventId, from, to: to + ASIDE });
    for (const { to } of moves) db.run(sql, { eventId, from: to + ASIDE, to });
  }
}

export interface EntryColumns {
  kind: EntryKind;
  name: string;
  subject: number | null;
  departmentId: number | null;
  note: string | null;
}
export interface EntryRow extends EntryColumns {
  id: number;
  eventId: number;
  version: number;
  deletedAt: string | null;
  department: string | null;
}
export interface EntryPerson {
  memberId: number | null;
  name: string;
}
export interface Result {
  round: number;
  hundredths: number | null;
  words: string | null;
}
export interface Prize {
  rank: PrizeRank;
  name: string | null;
  money: number | null;
}
export interface EntryParts {
  people: EntryPerson[];
  results: Result[];
  prizes: Prize[];
}

const ENTRY = `e.id, e.event_id AS eventId, e.kind, e.name, e.subject, e.department_id AS departmentId, e.note, e.version,
  e.deleted_at AS deletedAt, coalesce((SELECT n.name FROM org_unit_name n WHERE n.org_unit_id = d.id
    AND n.valid_until > v.last_day ORDER BY n.valid_until LIMIT 1), d.name) AS department`;
const ENTRIES = `contest_entry e JOIN event v ON v.id = e.event_id LEFT JOIN org_unit d ON d.id = e.department_id`;

/** Entries in force, by content and the order they came in. */
export const entriesOf = (db: Db, eventId: number): EntryRow[] =>
  db.all(
    `SELECT ${ENTRY} FROM ${ENTRIES} WHERE e.event_id = ? AND e.deleted_at IS NULL ORDER BY e.subject, e.id`,
    [eventId],
  );
export const entryById = (db: Db, id: number): EntryRow | undefined =>
  db.get(`SELECT ${ENTRY} FROM ${ENTRIES} WHERE e.id = ?`, [id]);

export const partsOf = (db: Db, entryId: number): EntryParts => ({
  people: db.all(
    `SELECT p.member_id AS memberId, coalesce(m.full_name, p.name) AS name FROM contest_person p
     LEFT JOIN member m ON m.id = p.member_id WHERE p.entry_id = ? ORDER BY p.ordinal`,
    [entryId],
  ),
  results: db.all('SELECT round, hundredths, words FROM contest_result WHERE entry_id = ? ORDER BY round', [
    entryId,
  ]),
  prizes: db.all('SELECT rank, name, money FROM contest_prize WHERE entry_id = ? ORDER BY ordinal', [
    entryId,
  ]),
});

const ENTRY_FIELDS = [
  'kind',
  'name',
  'subject',
  'departmentId',
  'note',
] as const satisfies readonly (keyof EntryColumns)[];
export const insertEntry = (
  db: Db,
  row: EntryColumns & { eventId: number; uid: string },
  now: string,
): number => insertRecord(db, 'contest_entry', ['uid', 'eventId', ...ENTRY_FIELDS], row, now);

/** Returns false when the version is stale. */
export const updateEntry = (
  db: Db,
  row: EntryColumns & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'contest_entry', ENTRY_FIELDS, row, now);

/** Writes the people, results and prizes of an entry anew. */
export function putParts(db: Db, entryId: number, parts: EntryParts): void {
  for (const table of ['contest_person', 'contest_result', 'contest_prize'])
    db.run(`DELETE FROM ${table} WHERE entry_id = ?`, [entryId]);
  for (const [ordinal, person] of parts.people.entries())
    db.run(
      'INSERT INTO contest_person (entry_id, ordinal, member_id, name) VALUES (@entryId, @ordinal, @memberId, @name)',
      { entryId, ordinal, ...person },
    );
  for (const result of parts.results)
    db.run(
      'INSERT INTO contest_result (entry_id, round, hundredths, words) VALUES (@entryId, @round, @hundredths, @words)',
      { entryId, ...result },
    );
  for (const [ordinal, prize] of parts.prizes.entries())
    db.run(
      'INSERT INTO contest_prize (entry_id, ordinal, rank, name, money) VALUES (@entryId, @ordinal, @rank, @name, @money)',
      { entryId, ordinal, ...prize },
    );
}

export const setEntryDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'contest_entry', id, at);

export const trashedEntries = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT e.id, e.name || ' – ' || v.name AS label, e.deleted_at AS deletedAt FROM contest_entry e
     JOIN event v ON v.id = e.event_id WHERE e.deleted_at IS NOT NULL`,
  );

export const memberNames = (db: Db, ids: readonly number[]): { id: number; name: string }[] =>
  db.all('SELECT id, full_name AS name FROM member WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);

/** Active members of every department on a day; 0 is for people without one. */
export const headCounts = (db: Db, day: string): { departmentId: number; members: number }[] =>
  db.all(
    `SELECT coalesce(s.department_id, 0) AS departmentId, count(*) AS members FROM member_state s
     JOIN member_live m ON m.id = s.member_id WHERE s.status = 'active' AND s.from_date <= @day
       AND (s.to_date IS NULL OR s.to_date > @day) GROUP BY 1`,
    { day },
  );

export interface PrizeRow extends Prize {
  eventId: number;
  entryId: number;
  contest: string;
  startsOn: string;
  organiserLevel: OrganiserLevel | null;
  entry: string;
  kind: EntryKind;
  departmentId: number | null;
}
export const prizes = (db: Db, year: number | null): PrizeRow[] =>
  db.all(
    `SELECT v.id AS eventId, e.id AS entryId, v.name AS contest, v.starts_on AS startsOn,
       v.organiser_level AS organiserLevel, p.rank, p.name, p.money, e.name AS entry, e.kind, e.department_id AS departmentId
     FROM contest_prize p JOIN contest_entry e ON e.id = p.entry_id AND e.deleted_at IS NULL
     JOIN event_live v ON v.id = e.event_id
     WHERE (@year IS NULL OR substr(v.first_day, 1, 4) = @year)
     ORDER BY v.first_day DESC, instr('special first second third encourage own', p.rank), e.id`,
    { year: year === null ? null : String(year) },
  );

/** Entries of one member, the latest first, each with its prizes. */
export const entriesOfMember = (
  db: Db,
  memberId: number,
): { entryId: number; eventId: number; contest: string; startsOn: string; name: string; kind: EntryKind }[] =>
  db.all(
    `SELECT DISTINCT e.id AS entryId, v.id AS eventId, v.name AS contest, v.starts_on AS startsOn, e.name, e.kind
     FROM contest_person p JOIN contest_entry e ON e.id = p.entry_id AND e.deleted_at IS NULL
     JOIN event_live v ON v.id = e.event_id WHERE p.member_id = ? ORDER BY v.first_day DESC, e.id`,
    [memberId],
  );

/** Award decisions proposed from a contest, the oldest first, also those in the trash. */
export const awardsOf = (db: Db, eventId: number): number[] =>
  db
    .all<{ id: number }>(
      'SELECT decision_id AS id FROM contest_award WHERE event_id = ? ORDER BY decision_id',
      [eventId],
    )
    .map(({ id }) => id);

export const linkAward = (db: Db, eventId: number, decisionId: number): void => {
  db.run('INSERT INTO contest_award (event_id, decision_id) VALUES (?, ?)', [eventId, decisionId]);
};
