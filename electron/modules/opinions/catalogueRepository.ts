/** SQL of topics and kinds of opinions. */
import type { Db } from '../../db/database';

export interface TopicRecord {
  id: number;
  version: number;
  name: string;
  nameEn: string | null;
  used: number;
  deletedAt: string | null;
}
export type KindRecord = TopicRecord & {
  workingDays: number | null;
  petition: number;
  basis: string | null;
};

const USED = (column: string) => `(SELECT count(*) FROM opinion o WHERE o.${column} = c.id) AS used`;
const TOPIC = `SELECT c.id, c.version, c.name, c.name_en AS nameEn, ${USED('topic_id')}, c.deleted_at AS deletedAt
  FROM opinion_topic c`;
const KIND = `SELECT c.id, c.version, c.name, c.name_en AS nameEn, c.working_days AS workingDays, c.petition, c.basis,
  ${USED('kind_id')}, c.deleted_at AS deletedAt FROM opinion_kind c`;

export const topics = (db: Db): TopicRecord[] =>
  db.all(`${TOPIC} WHERE c.deleted_at IS NULL ORDER BY c.ordinal, c.id`);
export const kinds = (db: Db): KindRecord[] =>
  db.all(`${KIND} WHERE c.deleted_at IS NULL ORDER BY c.ordinal, c.id`);
export const topicById = (db: Db, id: number): TopicRecord | undefined =>
  db.get(`${TOPIC} WHERE c.id = ?`, [id]);
export const kindById = (db: Db, id: number): KindRecord | undefined =>
  db.get(`${KIND} WHERE c.id = ?`, [id]);

const trashed = (table: 'opinion_topic' | 'opinion_kind') => (db: Db) =>
  db.all<{ id: number; label: string; deletedAt: string }>(
    `SELECT id, name AS label, deleted_at AS deletedAt FROM ${table} WHERE deleted_at IS NOT NULL`,
  );
export const trashedTopics = trashed('opinion_topic');
export const trashedKinds = trashed('opinion_kind');
