/** SQL of rounds of registration and proposal, and of who is to hand in. */
import type { RoundKind } from '../../../../shared/domain/proposals';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface RoundFields {
  kind: RoundKind;
  year: number;
  name: string;
  occasion: string | null;
  deadline: string | null;
  addressee: string | null;
  basis: string | null;
  note: string | null;
}
const FIELDS = [
  'kind',
  'year',
  'name',
  'occasion',
  'deadline',
  'addressee',
  'basis',
  'note',
  'searchKey',
] as const;
type WrittenRound = RoundFields & { searchKey: string };

/** A round with what came in and what became of it. */
export type RoundRecord = RoundFields & {
  id: number;
  uid: string;
  version: number;
  deletedAt: string | null;
  units: number;
  handedIn: number;
  collective: number;
  individual: number;
  household: number;
  considered: number;
  approved: number;
  decided: number;
};

const OF_KIND = (['collective', 'individual', 'household'] as const)
  .map(
    (kind) =>
      `(SELECT count(*) FROM proposal p WHERE p.round_id = r.id AND p.deleted_at IS NULL AND p.kind = '${kind}') AS ${kind}`,
  )
  .join(', ');
const OUTCOMES = (condition: string) =>
  `(SELECT count(*) FROM proposal p JOIN proposal_outcome o ON o.proposal_id = p.id
     WHERE p.round_id = r.id AND p.deleted_at IS NULL AND ${condition})`;
/** A proposal that stands in a decision that is not in the trash. */
export const IN_DECISION = `EXISTS (SELECT 1 FROM proposal_recipient l JOIN award_recipient a ON a.uid = l.recipient_uid
  JOIN award_decision_live d ON d.id = a.decision_id WHERE l.proposal_id = p.id)`;
const ROUND = `SELECT r.id, r.uid, r.version, r.kind, r.year, r.name, r.occasion, r.deadline, r.addressee, r.basis, r.note,
    r.deleted_at AS deletedAt,
    (SELECT count(*) FROM award_round_unit u WHERE u.round_id = r.id) AS units,
    (SELECT count(*) FROM award_round_unit u WHERE u.round_id = r.id AND u.handed_on IS NOT NULL) AS handedIn,
    ${OF_KIND}, ${OUTCOMES('1')} AS considered, ${OUTCOMES("o.result <> 'refused'")} AS approved,
    ${OUTCOMES(`o.result <> 'refused' AND ${IN_DECISION}`)} AS decided
  FROM award_round r`;

export interface RoundConditions {
  words: readonly string[];
  kind: RoundKind | null;
  year: number | null;
}
const WHERE = `r.deleted_at IS NULL AND (@kind IS NULL OR r.kind = @kind) AND (@year IS NULL OR r.year = @year)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(r.search_key, w.value) = 0)`;
const parameters = (c: RoundConditions) => ({ ...c, words: JSON.stringify(c.words) });

export const countRounds = (db: Db, c: RoundConditions): number =>
  db.pluck<number>(`SELECT count(*) FROM award_round r WHERE ${WHERE}`, parameters(c)) ?? 0;
export const roundList = (
  db: Db,
  c: RoundConditions,
  page: { offset: number; limit: number },
): RoundRecord[] =>
  db.all(`${ROUND} WHERE ${WHERE} ORDER BY r.year DESC, r.id DESC LIMIT @limit OFFSET @offset`, {
    ...parameters(c),
    offset: page.offset,
    limit: page.limit,
  });

/** Rounds whose deadline falls into a span, with how many lists are still missing. */
export const deadlinesIn = (
  db: Db,
  span: { from: string; to: string },
): { id: number; name: string; deadline: string; missing: number }[] =>
  db.all(
    `SELECT r.id, r.name, r.deadline,
       (SELECT count(*) FROM award_round_unit u WHERE u.round_id = r.id AND u.handed_on IS NULL) AS missing
     FROM award_round_live r WHERE r.deadline BETWEEN @from AND @to`,
    { from: span.from, to: span.to },
  );

/** A round, also one in the trash. */
export const roundById = (db: Db, id: number): RoundRecord | undefined =>
  db.get(`${ROUND} WHERE r.id = ?`, [id]);

export const insertRound = (db: Db, row: WrittenRound & { uid: string }, now: string): number =>
  insertRecord(db, 'award_round', ['uid', ...FIELDS], row, now);
export const updateRound = (
  db: Db,
  row: WrittenRound & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'award_round', FIELDS, row, now);
export const setRoundDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'award_round', id, at);

export const roundFormIds = (db: Db, roundId: number): number[] =>
  db.column<number>('SELECT form_id FROM award_round_form WHERE round_id = ? ORDER BY ordinal', [roundId]);

export interface RoundForm {
  id: number;
  code: string;
  name: string;
  nameEn: string | null;
  forIndividual: 0 | 1;
  forCollective: 0 | 1;
  forHousehold: 0 | 1;
}
/** Forms of a round in its order. */
export const roundForms = (db: Db, roundId: number): RoundForm[] =>
  db.all(
    `SELECT f.id, f.code, f.name, f.name_en AS nameEn, f.for_individual AS forIndividual,
       f.for_collective AS forCollective, f.for_household AS forHousehold
     FROM award_round_form x JOIN award_form f ON f.id = x.form_id WHERE x.round_id = ? ORDER BY x.ordinal`,
    [roundId],
  );

export function setRoundForms(db: Db, roundId: number, formIds: readonly number[]): void {
  db.run('DELETE FROM award_round_form WHERE round_id = ?', [roundId]);
  formIds.forEach((formId, ordinal) => {
    db.run('INSERT INTO award_round_form (round_id, form_id, ordinal) VALUES (?, ?, ?)', [
      roundId,
      formId,
      ordinal,
    ]);
  });
}

export interface UnitState {
  orgUnitId: number;
  handedOn: string | null;
  fileName: string | null;
  note: string | null;
}
export type RoundUnit = UnitState & { name: string; kind: string; people: number; proposals: number };

/** Who is to hand in, by name. */
export const roundUnits = (db: Db, roundId: number): RoundUnit[] =>
  db.all(
    `SELECT u.org_unit_id AS orgUnitId, u.handed_on AS handedOn, u.file_name AS fileName, u.note, o.name, o.kind,
       (SELECT count(*) FROM member_live m WHERE m.status = 'active'
         AND CASE o.kind WHEN 'group' THEN m.group_id ELSE m.department_id END = o.id) AS people,
       (SELECT count(*) FROM proposal p WHERE p.round_id = u.round_id AND p.deleted_at IS NULL
         AND p.from_unit_id = o.id) AS proposals
     FROM award_round_unit u JOIN org_unit o ON o.id = u.org_unit_id WHERE u.round_id = ? ORDER BY o.name_key, o.id`,
    [roundId],
  );
export const roundUnitIds = (db: Db, roundId: number): number[] =>
  db.column<number>('SELECT org_unit_id FROM award_round_unit WHERE round_id = ? ORDER BY org_unit_id', [
    roundId,
  ]);
export const addRoundUnit = (db: Db, roundId: number, orgUnitId: number): void => {
  db.run('INSERT INTO award_round_unit (round_id, org_unit_id) VALUES (?, ?)', [roundId, orgUnitId]);
};
/** Takes a unit off that has not handed in. */
export const dropRoundUnit = (db: Db, roundId: number, orgUnitId: number): void => {
  db.run('DELETE FROM award_round_unit WHERE round_id = ? AND org_unit_id = ? AND handed_on IS NULL', [
    roundId,
    orgUnitId,
  ]);
};
/** False when the unit is not of the round. */
export const markRoundUnit = (db: Db, roundId: number, state: UnitState): boolean =>
  db.run(
    `UPDATE award_round_unit SET handed_on = @handedOn, file_name = @fileName, note = @note
     WHERE round_id = @roundId AND org_unit_id = @orgUnitId`,
    { ...state, roundId },
  ).changes === 1;

export interface OrgUnitName {
  id: number;
  uid: string;
  kind: string;
  name: string;
}
/** Departments and groups that are open on a day. */
export const openUnits = (db: Db, day: string): OrgUnitName[] =>
  db.all(
    `SELECT id, uid, kind, name FROM org_unit_live
     WHERE (closed_on IS NULL OR closed_on > ?) ORDER BY name_key, id`,
    [day],
  );
export const unitExists = (db: Db, id: number): boolean =>
  db.pluck('SELECT 1 FROM org_unit_live WHERE id = ?', [id]) !== undefined;

/** Live rounds of proposal whose deadline is near or over while lists are missing. */
export const roundsWaiting = (
  db: Db,
  until: string,
): { id: number; name: string; deadline: string; missing: number }[] =>
  db.all(
    `SELECT r.id, r.name, r.deadline, count(*) AS missing FROM award_round_live r
     JOIN award_round_unit u ON u.round_id = r.id AND u.handed_on IS NULL
     WHERE r.deadline IS NOT NULL AND r.deadline <= ?
       AND NOT EXISTS (SELECT 1 FROM council_meeting m WHERE m.round_id = r.id AND m.deleted_at IS NULL)
     GROUP BY r.id ORDER BY r.deadline, r.id`,
    [until],
  );

export const trashedRounds = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(`SELECT id, name AS label, deleted_at AS deletedAt FROM award_round WHERE deleted_at IS NOT NULL`);
