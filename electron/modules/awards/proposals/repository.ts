/** SQL of proposals: whom a round is for, what the council said, and the recipients they became. */
import type { RecipientKind } from '../../../../shared/domain/awards';
import type { CouncilResult } from '../../../../shared/domain/proposals';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface ProposalFields {
  kind: RecipientKind;
  memberId: number | null;
  orgUnitId: number | null;
  formId: number;
  fromUnitId: number | null;
  name: string;
  post: string | null;
  unionPost: string | null;
  unitName: string | null;
  achievement: string | null;
  initiative: string | null;
  awardedBefore: string | null;
  note: string | null;
}
export const PROPOSAL_FIELDS = [
  'kind',
  'memberId',
  'orgUnitId',
  'formId',
  'fromUnitId',
  'name',
  'post',
  'unionPost',
  'unitName',
  'achievement',
  'initiative',
  'awardedBefore',
  'note',
] as const satisfies readonly (keyof ProposalFields)[];
type WrittenProposal = ProposalFields & { nameKey: string; sortKey: string };
const WRITTEN = [...PROPOSAL_FIELDS, 'nameKey', 'sortKey'] as const;

/** A proposal with its form, what was last said of it and the decision it stands in. */
export type ProposalRecord = WrittenProposal & {
  id: number;
  uid: string;
  roundId: number;
  version: number;
  deletedAt: string | null;
  form: string;
  formEn: string | null;
  formOrdinal: number;
  fromUnit: string | null;
  birthYear: string | null;
  gender: 'male' | 'female' | null;
  gone: 0 | 1;
  result: CouncilResult | null;
  meetingId: number | null;
  heldOn: string | null;
  votesFor: number | null;
  voters: number | null;
  changedFormId: number | null;
  changedForm: string | null;
  changedFormEn: string | null;
  reason: string | null;
  recipientId: number | null;
  decisionId: number | null;
  decisionNumber: string | null;
  decisionStatus: 'draft' | 'issued' | null;
  registerNo: number | null;
  registerYear: number | null;
};

const PROPOSAL = `SELECT p.id, p.uid, p.round_id AS roundId, p.version, p.deleted_at AS deletedAt, p.kind,
    p.member_id AS memberId, p.org_unit_id AS orgUnitId, p.form_id AS formId, p.from_unit_id AS fromUnitId, p.name,
    p.post, p.union_post AS unionPost, p.unit_name AS unitName, p.achievement, p.initiative,
    p.awarded_before AS awardedBefore, p.note, p.name_key AS nameKey, p.sort_key AS sortKey, f.name AS form,
    f.name_en AS formEn, f.ordinal AS formOrdinal, u.name AS fromUnit, substr(m.birth_date, 1, 4) AS birthYear, m.gender,
    (p.member_id IS NOT NULL AND (m.deleted_at IS NOT NULL OR m.status <> 'active')) AS gone,
    o.result, o.meeting_id AS meetingId, o.held_on AS heldOn, o.votes_for AS votesFor, o.voters, o.form_id AS changedFormId,
    c.name AS changedForm, c.name_en AS changedFormEn, o.reason,
    a.id AS recipientId, d.id AS decisionId, d.number AS decisionNumber, d.status AS decisionStatus,
    a.register_no AS registerNo, a.register_year AS registerYear
  FROM proposal p JOIN award_form f ON f.id = p.form_id
    LEFT JOIN member m ON m.id = p.member_id LEFT JOIN org_unit u ON u.id = p.from_unit_id
    LEFT JOIN proposal_outcome o ON o.proposal_id = p.id LEFT JOIN award_form c ON c.id = o.form_id
    LEFT JOIN proposal_recipient l ON l.recipient_uid = (
      SELECT l2.recipient_uid FROM proposal_recipient l2 JOIN award_recipient a2 ON a2.uid = l2.recipient_uid
        JOIN award_decision_live d2 ON d2.id = a2.decision_id WHERE l2.proposal_id = p.id ORDER BY a2.id DESC LIMIT 1)
    LEFT JOIN award_recipient a ON a.uid = l.recipient_uid LEFT JOIN award_decision_live d ON d.id = a.decision_id`;

/** Proposals of a round as a ceremony goes: collectives, households, people; inside a kind by name. */
export const proposalsOf = (db: Db, roundId: number): ProposalRecord[] =>
  db.all(
    `${PROPOSAL} WHERE p.round_id = ? AND p.deleted_at IS NULL
     ORDER BY instr('collective household individual', p.kind), p.sort_key, p.id`,
    [roundId],
  );

/** A proposal, also one in the trash. */
export const proposalById = (db: Db, id: number): ProposalRecord | undefined =>
  db.get(`${PROPOSAL} WHERE p.id = ?`, [id]);

export const insertProposal = (
  db: Db,
  row: WrittenProposal & { uid: string; roundId: number },
  now: string,
): number => insertRecord(db, 'proposal', ['uid', 'roundId', ...WRITTEN], row, now);
export const updateProposal = (
  db: Db,
  row: WrittenProposal & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'proposal', WRITTEN, row, now);
export const setProposalDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'proposal', id, at);

export interface Person {
  id: number;
  uid: string;
  fullName: string;
  nameKey: string;
  sortName: string | null;
  gender: 'male' | 'female' | null;
  birthDate: string | null;
  post: string | null;
  departmentId: number | null;
  groupId: number | null;
  department: string | null;
}
const PERSON = `SELECT m.id, m.uid, m.full_name AS fullName, m.name_key AS nameKey, m.sort_name AS sortName, m.gender,
    m.birth_date AS birthDate, coalesce(m.position, m.job_title) AS post, m.department_id AS departmentId,
    m.group_id AS groupId, o.name AS department
  FROM member_live m LEFT JOIN org_unit o ON o.id = m.department_id`;
/** Everybody who may be proposed, by given name. */
export const activePeople = (db: Db): Person[] =>
  db.all(`${PERSON} WHERE m.status = 'active' ORDER BY m.sort_key, m.id`);
export const personById = (db: Db, id: number): Person | undefined =>
  db.get(`${PERSON} WHERE m.id = ?`, [id]);

/** Issued awards of members and units before a day: what "đã được khen" says. */
export const awardsBefore = (
  db: Db,
  before: string,
): {
  memberId: number | null;
  orgUnitId: number | null;
  form: string;
  number: string | null;
  year: number;
}[] =>
  db.all(
    `SELECT r.member_id AS memberId, r.org_unit_id AS orgUnitId, json_extract(d.snapshot, '$.form') AS form, d.number,
       d.award_year AS year
     FROM award_recipient r JOIN award_decision_live d ON d.id = r.decision_id
     WHERE d.status = 'issued' AND r.withdrawn_on IS NULL AND d.first_day < ? AND (r.member_id IS NOT NULL OR r.org_unit_id IS NOT NULL)
     ORDER BY d.first_day DESC, d.id DESC`,
    [before],
  );

/** Movements a person or a unit registered for: facts of an achievement report. */
export const movementsOf = (
  db: Db,
  owner: { memberId: number | null; orgUnitId: number | null },
): { name: string; achieved: 0 | 1 | null; rank: string | null; year: string | null }[] =>
  db.all(
    `SELECT m.name, e.achieved, e.rank, substr(coalesce(m.first_day, m.starts_on), 1, 4) AS year
     FROM movement_entry_live e JOIN movement m ON m.id = e.movement_id
     WHERE e.member_id IS @memberId AND e.org_unit_id IS @orgUnitId ORDER BY m.first_day, m.id LIMIT 20`,
    owner,
  );

export const linkRecipient = (db: Db, recipientId: number, proposalId: number): void => {
  db.run(
    `INSERT INTO proposal_recipient (recipient_uid, proposal_id) SELECT uid, ? FROM award_recipient WHERE id = ?`,
    [proposalId, recipientId],
  );
};
/** Drafts of a round, the oldest first. */
export const draftsOf = (db: Db, roundId: number): { id: number; formId: number }[] =>
  db.all(
    `SELECT d.id, d.form_id AS formId FROM award_decision_chain c JOIN award_decision_live d ON d.id = c.decision_id
     WHERE c.round_id = ? AND d.status = 'draft' AND d.counts_only = 0 ORDER BY d.id`,
    [roundId],
  );
export const decisionIdsOf = (db: Db, roundId: number): number[] =>
  db.column<number>(
    `SELECT d.id FROM award_decision_chain c JOIN award_decision_live d ON d.id = c.decision_id
     WHERE c.round_id = ? ORDER BY d.first_day, d.id`,
    [roundId],
  );

export interface Chain {
  roundId: number | null;
  eventId: number | null;
}
export const chainOf = (db: Db, decisionId: number): Chain | undefined =>
  db.get('SELECT round_id AS roundId, event_id AS eventId FROM award_decision_chain WHERE decision_id = ?', [
    decisionId,
  ]);
export const setChain = (db: Db, decisionId: number, chain: Chain): void => {
  db.run(
    `INSERT INTO award_decision_chain (decision_id, round_id, event_id) VALUES (@decisionId, @roundId, @eventId)
     ON CONFLICT (decision_id) DO UPDATE SET round_id = @roundId, event_id = @eventId`,
    { ...chain, decisionId },
  );
};
export const eventName = (
  db: Db,
  id: number,
): { id: number; name: string; startsOn: string | null } | undefined =>
  db.get('SELECT id, name, starts_on AS startsOn FROM event WHERE id = ? AND deleted_at IS NULL', [id]);
/** Decisions handed over at an event, with how many they commend. */
export const decisionsAt = (
  db: Db,
  eventId: number,
): {
  id: number;
  number: string | null;
  form: string;
  formEn: string | null;
  status: 'draft' | 'issued';
  recipients: number;
}[] =>
  db.all(
    `SELECT d.id, d.number, coalesce(json_extract(d.snapshot, '$.form'), f.name) AS form,
       coalesce(json_extract(d.snapshot, '$.formEn'), f.name_en) AS formEn, d.status,
       (SELECT count(*) FROM award_recipient r WHERE r.decision_id = d.id AND r.withdrawn_on IS NULL) AS recipients
     FROM award_decision_chain c JOIN award_decision_live d ON d.id = c.decision_id JOIN award_form f ON f.id = d.form_id
     WHERE c.event_id = ? ORDER BY f.ordinal, d.id`,
    [eventId],
  );

/** Approved proposals naming a member, the form the council gave, and the day it met. */
export const approvedOf = (
  db: Db,
  memberId: number,
): { date: string; form: string; formEn: string | null; round: string; roundId: number }[] =>
  db.all(
    `SELECT o.held_on AS date, f.name AS form, f.name_en AS formEn, r.name AS round, r.id AS roundId
     FROM proposal_live p JOIN proposal_outcome o ON o.proposal_id = p.id AND o.result <> 'refused'
     JOIN award_round r ON r.id = p.round_id JOIN award_form f ON f.id = coalesce(o.form_id, p.form_id)
     WHERE p.member_id = ? ORDER BY o.held_on DESC, p.id DESC`,
    [memberId],
  );

export const linkedProposals = (db: Db, decisionId: number): number =>
  db.pluck<number>(
    `SELECT count(*) FROM award_recipient r JOIN proposal_recipient l ON l.recipient_uid = r.uid WHERE r.decision_id = ?`,
    [decisionId],
  ) ?? 0;

/** Members a proposal or a council meeting names. */
export const membersProposed = (db: Db): number[] =>
  db.column<number>(
    `SELECT member_id FROM proposal WHERE member_id IS NOT NULL
     UNION SELECT member_id FROM council_attendee WHERE member_id IS NOT NULL`,
  );

export const trashedProposals = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT p.id, p.name || ' – ' || r.name AS label, p.deleted_at AS deletedAt FROM proposal p
     JOIN award_round r ON r.id = p.round_id WHERE p.deleted_at IS NOT NULL`,
  );

/** What an achievement report says of a member. */
export const memberReport = (
  db: Db,
  id: number,
): { birthDate: string | null; education: string | null; unionJoinDate: string | null } | undefined =>
  db.get(
    `SELECT birth_date AS birthDate, education, union_join_date AS unionJoinDate FROM member_live WHERE id = ?`,
    [id],
  );
/** Active members of a department or group, and how many of them are women. */
export const peopleIn = (db: Db, orgUnitId: number): { people: number; women: number } =>
  db.get(
    `SELECT count(*) AS people, coalesce(sum(gender = 'female'), 0) AS women FROM member_live
     WHERE status = 'active' AND (department_id = @orgUnitId OR group_id = @orgUnitId)`,
    { orgUnitId },
  ) ?? { people: 0, women: 0 };
