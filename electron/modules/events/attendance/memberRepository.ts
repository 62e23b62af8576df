/** SQL of a person's places on lists of events, for merging two records of one person and taking them apart. */
import type { Db } from '../../../db/database';

/** A row of event_eligible as stored. */
export interface ListPlace {
  list_id: number;
  member_id: number;
  department_id: number;
  eligible: number;
  came: number | null;
  reason: string | null;
}

export const placesOf = (db: Db, memberId: number): ListPlace[] =>
  db.all('SELECT * FROM event_eligible WHERE member_id = ? ORDER BY list_id', [memberId]);

export const placeOn = (db: Db, listId: number, memberId: number): ListPlace | undefined =>
  db.get('SELECT * FROM event_eligible WHERE list_id = ? AND member_id = ?', [listId, memberId]);

export const dropPlace = (db: Db, listId: number, memberId: number): void => {
  db.run('DELETE FROM event_eligible WHERE list_id = ? AND member_id = ?', [listId, memberId]);
};

export const putPlace = (db: Db, place: ListPlace): void => {
  db.run(
    `INSERT OR REPLACE INTO event_eligible (list_id, member_id, department_id, eligible, came, reason)
     VALUES (@list_id, @member_id, @department_id, @eligible, @came, @reason)`,
    { ...place },
  );
};

export const eventOfList = (db: Db, listId: number): number | undefined =>
  db.pluck('SELECT event_id FROM event_list WHERE id = ?', [listId]);
