/** SQL of dialogues at the workplace. */
import type { DialogueKind } from '../../../shared/domain/democracy';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';

export interface DialogueRecord {
  id: number;
  version: number;
  kind: DialogueKind;
  onDate: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string | null;
  title: string;
  askedBy: string | null;
  employerLead: string | null;
  workerLead: string | null;
  employerPeople: string | null;
  workerPeople: string | null;
  employerCount: number | null;
  workerCount: number | null;
  secretary: string | null;
  content: string | null;
  conclusions: string | null;
  openPoints: string | null;
  eventId: number | null;
  event: string | null;
  note: string | null;
  opinions: number;
  answered: number;
  files: number;
  deletedAt: string | null;
}

const OF = 'FROM opinion_live o WHERE o.dialogue_id = d.id';
const DIALOGUE = `SELECT d.id, d.version, d.kind, d.on_date AS onDate, d.starts_at AS startsAt, d.ends_at AS endsAt, d.place, d.title,
    d.asked_by AS askedBy, d.employer_lead AS employerLead, d.worker_lead AS workerLead, d.employer_people AS employerPeople,
    d.worker_people AS workerPeople, d.employer_count AS employerCount, d.worker_count AS workerCount, d.secretary, d.content,
    d.conclusions, d.open_points AS openPoints, e.id AS eventId, e.name AS event, d.note,
    (SELECT count(*) ${OF}) AS opinions, (SELECT count(*) ${OF} AND o.answered_on IS NOT NULL) AS answered,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'dialogue' AND a.entity_id = d.id AND a.deleted_at IS NULL) AS files,
    d.deleted_at AS deletedAt
  FROM dialogue d LEFT JOIN event_live e ON e.id = d.event_id`;

export interface DialogueConditions {
  words: readonly string[];
  from: string | null;
  to: string | null;
  kind: DialogueKind | null;
}
const WHERE = `d.deleted_at IS NULL AND (@from IS NULL OR d.on_date >= @from) AND (@to IS NULL OR d.on_date <= @to)
  AND (@kind IS NULL OR d.kind = @kind)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(d.search_key, w.value) = 0)`;
const params = ({ words, ...c }: DialogueConditions) => ({ ...c, words: JSON.stringify(words) });

export const listDialogues = (
  db: Db,
  c: DialogueConditions,
  page: { offset: number; limit: number },
): DialogueRecord[] =>
  db.all(`${DIALOGUE} WHERE ${WHERE} ORDER BY d.on_date DESC, d.id DESC LIMIT @limit OFFSET @offset`, {
    ...params(c),
    ...page,
  });
export const countDialogues = (db: Db, c: DialogueConditions): number =>
  db.pluck(`SELECT count(*) FROM dialogue d WHERE ${WHERE}`, params(c)) ?? 0;
/** A dialogue, also one in the trash. */
export const dialogueById = (db: Db, id: number): DialogueRecord | undefined =>
  db.get(`${DIALOGUE} WHERE d.id = ?`, [id]);

/** Dialogues of a span. */
export const dialogueRecords = (db: Db, span: { from: string; to: string }): IndicatorRecord[] =>
  db.all(
    `SELECT 'dialogue' AS entity, d.id, d.title AS label, d.on_date AS date, d.place AS detail, 1 AS amount
     FROM dialogue_live d WHERE d.on_date BETWEEN @from AND @to ORDER BY d.on_date, d.id`,
    { ...span },
  );
/** Events that are recorded here too: they are counted once. */
export const eventsOfDialogues = (db: Db): number[] =>
  db.column('SELECT event_id FROM dialogue_live WHERE event_id IS NOT NULL');
export const trashedDialogues = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, title AS label, deleted_at AS deletedAt FROM dialogue WHERE deleted_at IS NOT NULL');
