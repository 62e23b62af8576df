/** SQL of council meetings (họp xét): who was there and the votes on each proposal. */
import type { CouncilResult } from '../../../../shared/domain/proposals';
import type { Db } from '../../../db/database';
import { insertRecord, updateRecord } from '../../../db/records';
import { setDeletedAt } from '../../../db/trash';

export interface MeetingFields {
  heldOn: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  chairName: string | null;
  chairPost: string | null;
  secretaryName: string | null;
  threshold: number;
  opinions: string | null;
  conclusion: string | null;
}
export const MEETING_FIELDS = [
  'heldOn',
  'startsAt',
  'endsAt',
  'place',
  'chairName',
  'chairPost',
  'secretaryName',
  'threshold',
  'opinions',
  'conclusion',
] as const satisfies readonly (keyof MeetingFields)[];
export type MeetingRecord = MeetingFields & {
  id: number;
  roundId: number;
  version: number;
  deletedAt: string | null;
};
export interface Attendee {
  memberId: number | null;
  name: string;
  post: string | null;
  present: boolean;
  reason: string | null;
}

const MEETING = `SELECT id, round_id AS roundId, version, deleted_at AS deletedAt, held_on AS heldOn, starts_at AS startsAt,
  ends_at AS endsAt, place, chair_name AS chairName, chair_post AS chairPost, secretary_name AS secretaryName, threshold,
  opinions, conclusion FROM council_meeting`;

/** A meeting, also one in the trash. */
export const meetingById = (db: Db, id: number): MeetingRecord | undefined =>
  db.get(`${MEETING} WHERE id = ?`, [id]);
export const lastMeeting = (db: Db): MeetingRecord | undefined =>
  db.get(`${MEETING} WHERE deleted_at IS NULL ORDER BY held_on DESC, id DESC LIMIT 1`);

export interface MeetingLine {
  id: number;
  version: number;
  heldOn: string;
  place: string | null;
  called: number;
  present: number;
  considered: number;
  approved: number;
}
export const meetingsOf = (db: Db, roundId: number): MeetingLine[] =>
  db.all(
    `SELECT m.id, m.version, m.held_on AS heldOn, m.place,
       (SELECT count(*) FROM council_attendee a WHERE a.meeting_id = m.id) AS called,
       (SELECT count(*) FROM council_attendee a WHERE a.meeting_id = m.id AND a.present = 1) AS present,
       (SELECT count(*) FROM council_vote v WHERE v.meeting_id = m.id AND v.result IS NOT NULL) AS considered,
       (SELECT count(*) FROM council_vote v WHERE v.meeting_id = m.id AND v.result <> 'refused') AS approved
     FROM council_meeting m WHERE m.round_id = ? AND m.deleted_at IS NULL ORDER BY m.held_on, m.id`,
    [roundId],
  );

export const insertMeeting = (
  db: Db,
  row: MeetingFields & { uid: string; roundId: number },
  now: string,
): number => insertRecord(db, 'council_meeting', ['uid', 'roundId', ...MEETING_FIELDS], row, now);
export const updateMeeting = (
  db: Db,
  row: MeetingFields & { id: number; version: number },
  now: string,
): boolean => updateRecord(db, 'council_meeting', MEETING_FIELDS, row, now);
export const setMeetingDeleted = (db: Db, id: number, at: string | null): boolean =>
  setDeletedAt(db, 'council_meeting', id, at);

export const attendeesOf = (db: Db, meetingId: number): Attendee[] =>
  db
    .all<Omit<Attendee, 'present'> & { present: 0 | 1 }>(
      `SELECT member_id AS memberId, name, post, present, reason FROM council_attendee
       WHERE meeting_id = ? ORDER BY ordinal`,
      [meetingId],
    )
    .map((row) => ({ ...row, present: row.present === 1 }));
export function setAttendees(db: Db, meetingId: number, rows: readonly Attendee[]): void {
  db.run('DELETE FROM council_attendee WHERE meeting_id = ?', [meetingId]);
  rows.forEach((row, ordinal) => {
    db.run(
      `INSERT INTO council_attendee (meeting_id, ordinal, member_id, name, post, present, reason)
       VALUES (@meetingId, @ordinal, @memberId, @name, @post, @present, @reason)`,
      { ...row, present: row.present ? 1 : 0, meetingId, ordinal },
    );
  });
}

export interface Vote {
  proposalId: number;
  votesFor: number | null;
  voters: number | null;
  result: CouncilResult | null;
  formId: number | null;
  reason: string | null;
}
const VOTE =
  'SELECT proposal_id AS proposalId, votes_for AS votesFor, voters, result, form_id AS formId, reason FROM council_vote';
export const votesOf = (db: Db, meetingId: number): Vote[] =>
  db.all(`${VOTE} WHERE meeting_id = ?`, [meetingId]);
export const voteOn = (db: Db, meetingId: number, proposalId: number): Vote | undefined =>
  db.get(`${VOTE} WHERE meeting_id = ? AND proposal_id = ?`, [meetingId, proposalId]);
export const putVote = (db: Db, meetingId: number, vote: Vote): void => {
  db.run(
    `INSERT INTO council_vote (meeting_id, proposal_id, votes_for, voters, result, form_id, reason)
     VALUES (@meetingId, @proposalId, @votesFor, @voters, @result, @formId, @reason)
     ON CONFLICT (meeting_id, proposal_id) DO UPDATE SET votes_for = @votesFor, voters = @voters, result = @result,
       form_id = @formId, reason = @reason`,
    { ...vote, meetingId },
  );
};
export const dropVote = (db: Db, meetingId: number, proposalId: number): void => {
  db.run('DELETE FROM council_vote WHERE meeting_id = ? AND proposal_id = ?', [meetingId, proposalId]);
};

export const trashedMeetings = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT m.id, 'Họp xét ' || substr(m.held_on, 9, 2) || '/' || substr(m.held_on, 6, 2) || '/' || substr(m.held_on, 1, 4)
       || ' – ' || r.name AS label, m.deleted_at AS deletedAt
     FROM council_meeting m JOIN award_round r ON r.id = m.round_id WHERE m.deleted_at IS NOT NULL`,
  );
