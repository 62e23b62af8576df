/** Rows of members for lists that leave the program: every field, with the unit's own ones where they are asked for. */

import { groupOfPurpose, type Purpose } from '../../../../shared/domain/consent';
import { todayInVietnam } from '../../../../shared/domain/dateMath';
import { SENSITIVE_FIELDS } from '../../../../shared/domain/privateFields';
import type { Db } from '../../../db/database';
import type { MemberExportRow } from '../../../documents/spreadsheets/memberList';
import { postsHeld } from '../../organisation/committees/service';
import { withdrawnGroups } from '../privacy/consentRepository';
import { toFields } from '../record';
import {
  countMembers,
  type ListedMember,
  listMembers,
  type MemberConditions,
  type MemberSort,
} from '../repository';
import { extraOf } from './repository';

export interface ListOrder {
  sort: MemberSort;
  descending: boolean;
}

/** A member on its way out, with the id that no list shows. */
export type OutgoingRow = MemberExportRow & {
  id: number;
  departmentId: number | null;
  groupId: number | null;
};

const PAGE = 2000;

function outgoing(
  record: ListedMember,
  extra: Record<string, string | number> | undefined,
  posts: string | undefined,
): OutgoingRow {
  const fields = toFields(record);
  return {
    ...fields,
    unionPosition: posts ?? fields.unionPosition,
    ...extra,
    id: record.id,
    department: record.department,
    departmentShort: record.department_short ?? null,
    group: record.group_name,
    groupShort: record.group_short ?? null,
    status: record.status,
    statusDate: record.status_date,
  } as OutgoingRow;
}

/** Fields of groups a person no longer agrees to go out empty. */
function hide(row: OutgoingRow, withdrawn: readonly Purpose[] | undefined): OutgoingRow {
  const fields = (withdrawn ?? []).flatMap((purpose): readonly string[] => {
    const group = groupOfPurpose(purpose);
    return group === null ? [] : SENSITIVE_FIELDS[group];
  });
  return fields.length === 0 ? row : { ...row, ...Object.fromEntries(fields.map((field) => [field, null])) };
}

/** Every member that meets the conditions, in order, read in pages. */
export function outgoingRows(
  db: Db,
  conditions: MemberConditions,
  order: ListOrder,
  options: { extra: boolean; progress(done: number, total: number | null, label?: string): void },
): OutgoingRow[] {
  const total = countMembers(db, conditions);
  const rows: OutgoingRow[] = [];
  const withdrawn = withdrawnGroups(db);
  while (rows.length < total) {
    const page = listMembers(db, conditions, { ...order, offset: rows.length, limit: PAGE });
    if (page.length === 0) break;
    const ids = page.map((record) => record.id);
    const extra = options.extra ? extraOf(db, ids) : undefined;
    const posts = postsHeld({ db }, ids, conditions.asOf ?? todayInVietnam(new Date()));
    for (const record of page)
      rows.push(
        hide(outgoing(record, extra?.get(record.id), posts.get(record.id)), withdrawn.get(record.id)),
      );
    options.progress(rows.length, total, 'reading');
  }
  return rows;
}

/** How many members meet the conditions: asked before long work. */
export const outgoingCount = (db: Db, conditions: MemberConditions): number => countMembers(db, conditions);
