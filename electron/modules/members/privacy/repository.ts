/** SQL of the switches of sensitive fields, and of members' pictures. */
import type { SensitiveFieldGroup } from '../../../../shared/domain/privateFields';
import type { Db } from '../../../db/database';

export interface SensitiveUse {
  group: SensitiveFieldGroup;
  enabled: number;
  purpose: string | null;
  onDate: string;
  actor: string;
  at: string;
}

/** Every switching, oldest first; the last one of a group is in force. */
export const sensitiveUses = (db: Db): SensitiveUse[] =>
  db.all(
    `SELECT field_group AS "group", enabled, purpose, on_date AS onDate, actor, created_at AS at
     FROM sensitive_use ORDER BY id`,
  );

/** Groups switched on. */
export const groupsOn = (db: Db): SensitiveFieldGroup[] =>
  db
    .all<{ g: SensitiveFieldGroup }>(
      `SELECT field_group AS g FROM sensitive_use u
       WHERE enabled = 1 AND id = (SELECT max(id) FROM sensitive_use WHERE field_group = u.field_group)`,
    )
    .map((row) => row.g);

export const insertUse = (
  db: Db,
  use: {
    group: string;
    enabled: boolean;
    purpose: string | null;
    onDate: string;
    actor: string;
    now: string;
  },
): number =>
  db.run(
    `INSERT INTO sensitive_use (unit_id, field_group, enabled, purpose, on_date, actor, created_at)
     VALUES (1, @group, @enabled, @purpose, @onDate, @actor, @now)`,
    { ...use, enabled: use.enabled ? 1 : 0 },
  ).lastInsertRowid;

/** Live members with something stored in each group, in one reading. */
export const storedCounts = (db: Db): Record<SensitiveFieldGroup, number> =>
  db.get<Record<SensitiveFieldGroup, number>>(
    `SELECT count(CASE WHEN is_party IS NOT NULL OR party_date IS NOT NULL THEN 1 END) AS party,
       count(CASE WHEN hardship IS NOT NULL OR hardship_note IS NOT NULL THEN 1 END) AS hardship,
       count(health_note) AS health,
       count(CASE WHEN salary_coefficient IS NOT NULL OR dues_base IS NOT NULL OR bank_account IS NOT NULL THEN 1 END) AS money,
       count(ethnicity) AS ethnicity, count(religion) AS religion
     FROM member_live`,
  ) ?? { party: 0, hardship: 0, health: 0, money: 0, ethnicity: 0, religion: 0 };

export interface Photo {
  id: number;
  mime: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** The picture in use. */
export const photoOf = (db: Db, memberId: number): Photo | undefined =>
  db.get(
    'SELECT id, mime, width, height, bytes FROM member_photo WHERE member_id = ? AND deleted_at IS NULL',
    [memberId],
  );
export const photoById = (
  db: Db,
  id: number,
): { id: number; memberId: number; deletedAt: string | null } | undefined =>
  db.get('SELECT id, member_id AS memberId, deleted_at AS deletedAt FROM member_photo WHERE id = ?', [id]);
export const insertPhoto = (db: Db, memberId: number, photo: Omit<Photo, 'id'>, now: string): number =>
  db.run(
    `INSERT INTO member_photo (member_id, mime, width, height, bytes, created_at)
     VALUES (@memberId, @mime, @width, @height, @bytes, @now)`,
    { ...photo, memberId, now },
  ).lastInsertRowid;
export const setPhotoDeleted = (db: Db, id: number, at: string | null): boolean =>
  db.run('UPDATE member_photo SET deleted_at = ? WHERE id = ? AND (deleted_at IS NULL) = (? IS NOT NULL)', [
    at,
    id,
    at,
  ]).changes === 1;

/** Pictures in the trash, named after their members. */
export const trashedPhotos = (db: Db): { id: number; label: string; deletedAt: string }[] =>
  db.all(
    `SELECT p.id, m.full_name AS label, p.deleted_at AS deletedAt
     FROM member_photo p JOIN member m ON m.id = p.member_id
     WHERE p.deleted_at IS NOT NULL AND m.deleted_at IS NULL`,
  );
