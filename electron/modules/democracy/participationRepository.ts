/** SQL of where the union took part, and of the regulations of democracy at the workplace. */
import type { ParticipationKind } from '../../../shared/domain/democracy';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';

export interface ParticipationRecord {
  id: number;
  version: number;
  kind: ParticipationKind;
  onDate: string;
  title: string;
  organiser: string | null;
  who: string | null;
  given: number | null;
  taken: number | null;
  result: string | null;
  eventId: number | null;
  event: string | null;
  linkEntity: string | null;
  linkId: number | null;
  linkLabel: string | null;
  note: string | null;
  files: number;
  deletedAt: string | null;
}
const PARTICIPATION = `SELECT p.id, p.version, p.kind, p.on_date AS onDate, p.title, p.organiser, p.who, p.given, p.taken, p.result,
    e.id AS eventId, e.name AS event, p.link_entity AS linkEntity, p.link_id AS linkId, p.link_label AS linkLabel, p.note,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'participation' AND a.entity_id = p.id AND a.deleted_at IS NULL) AS files,
    p.deleted_at AS deletedAt
  FROM participation p LEFT JOIN event_live e ON e.id = p.event_id`;

export interface ParticipationConditions {
  words: readonly string[];
  from: string | null;
  to: string | null;
  kind: ParticipationKind | null;
  linkEntity: string | null;
  linkId: number | null;
}
const BUT_KIND = `p.deleted_at IS NULL AND (@from IS NULL OR p.on_date >= @from) AND (@to IS NULL OR p.on_date <= @to)
  AND (@linkId IS NULL OR p.link_entity = @linkEntity AND p.link_id = @linkId)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(p.search_key, w.value) = 0)`;
const WHERE = `${BUT_KIND} AND (@kind IS NULL OR p.kind = @kind)`;
const params = ({ words, ...c }: ParticipationConditions) => ({ ...c, words: JSON.stringify(words) });

export const listParticipation = (
  db: Db,
  c: ParticipationConditions,
  page: { offset: number; limit: number },
): ParticipationRecord[] =>
  db.all(`${PARTICIPATION} WHERE ${WHERE} ORDER BY p.on_date DESC, p.id DESC LIMIT @limit OFFSET @offset`, {
    ...params(c),
    ...page,
  });
export const participationSums = (
  db: Db,
  c: ParticipationConditions,
): { total: number; given: number; taken: number } =>
  db.get(
    `SELECT count(*) AS total, coalesce(sum(given), 0) AS given, coalesce(sum(taken), 0) AS taken
     FROM participation p WHERE ${WHERE}`,
    params(c),
  )!;
export const participationByKind = (
  db: Db,
  c: ParticipationConditions,
): { kind: ParticipationKind; n: number }[] =>
  db.all(`SELECT p.kind, count(*) AS n FROM participation p WHERE ${BUT_KIND} GROUP BY p.kind`, params(c));
/** An entry, also one in the trash. */
export const participationById = (db: Db, id: number): ParticipationRecord | undefined =>
  db.get(`${PARTICIPATION} WHERE p.id = ?`, [id]);

/** Entries of some kind in a span. */
export const participationRecords = (
  db: Db,
  kind: ParticipationKind,
  span: { from: string; to: string },
): IndicatorRecord[] =>
  db.all(
    `SELECT 'participation' AS entity, p.id, p.title AS label, p.on_date AS date, p.organiser AS detail, 1 AS amount
     FROM participation p WHERE p.deleted_at IS NULL AND p.kind = @kind AND p.on_date BETWEEN @from AND @to
     ORDER BY p.on_date, p.id`,
    { kind, ...span },
  );
/** Events an entry is recorded as too: they are counted once. */
export const eventsOfParticipation = (db: Db): number[] =>
  db.column('SELECT event_id FROM participation WHERE event_id IS NOT NULL AND deleted_at IS NULL');
export const trashedParticipation = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    'SELECT id, title AS label, deleted_at AS deletedAt FROM participation WHERE deleted_at IS NOT NULL',
  );

export interface RegulationRecord {
  id: number;
  version: number;
  name: string;
  number: string | null;
  issuedOn: string;
  issuer: string | null;
  consulted: number;
  endedOn: string | null;
  replacesId: number | null;
  replaces: string | null;
  replacedById: number | null;
  note: string | null;
  files: number;
  deletedAt: string | null;
}
const REPLACED = `(SELECT n.id FROM regulation n WHERE n.replaces_id = r.id AND n.deleted_at IS NULL ORDER BY n.issued_on LIMIT 1)`;
const REGULATION = `SELECT r.id, r.version, r.name, r.number, r.issued_on AS issuedOn, r.issuer, r.consulted, r.ended_on AS endedOn,
    r.replaces_id AS replacesId, b.name AS replaces, ${REPLACED} AS replacedById, r.note,
    (SELECT count(*) FROM attachment a WHERE a.entity = 'regulation' AND a.entity_id = r.id AND a.deleted_at IS NULL) AS files,
    r.deleted_at AS deletedAt
  FROM regulation r LEFT JOIN regulation b ON b.id = r.replaces_id`;

export interface RegulationConditions {
  words: readonly string[];
  /** In force on the day, or not; null: all. */
  inForce: 0 | 1 | null;
  day: string;
}
const IN_FORCE = `(r.issued_on <= @day AND coalesce(r.ended_on, '9999') > @day AND ${REPLACED} IS NULL)`;
const OF_REGULATIONS = `r.deleted_at IS NULL AND (@inForce IS NULL OR ${IN_FORCE} = @inForce)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) w WHERE instr(r.search_key, w.value) = 0)`;
const regulationParams = ({ words, ...c }: RegulationConditions) => ({ ...c, words: JSON.stringify(words) });

export const listRegulations = (
  db: Db,
  c: RegulationConditions,
  page: { offset: number; limit: number },
): RegulationRecord[] =>
  db.all(
    `${REGULATION} WHERE ${OF_REGULATIONS} ORDER BY ${IN_FORCE} DESC, r.issued_on DESC, r.id DESC LIMIT @limit OFFSET @offset`,
    { ...regulationParams(c), ...page },
  );
export const countRegulations = (db: Db, c: RegulationConditions): number =>
  db.pluck(`SELECT count(*) FROM regulation r WHERE ${OF_REGULATIONS}`, regulationParams(c)) ?? 0;
/** A regulation, also one in the trash. */
export const regulationById = (db: Db, id: number): RegulationRecord | undefined =>
  db.get(`${REGULATION} WHERE r.id = ?`, [id]);
/** Regulations in force on a day. */
export const regulationRecords = (db: Db, day: string): IndicatorRecord[] =>
  db.all(
    `SELECT 'regulation' AS entity, r.id, r.name AS label, r.issued_on AS date, r.number AS detail, 1 AS amount
     FROM regulation r WHERE r.deleted_at IS NULL AND ${IN_FORCE} ORDER BY r.issued_on, r.id`,
    { day },
  );
export const trashedRegulations = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all('SELECT id, name AS label, deleted_at AS deletedAt FROM regulation WHERE deleted_at IS NOT NULL');
