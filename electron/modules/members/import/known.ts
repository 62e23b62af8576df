/** A stored member in the terms a list speaks in: departments and groups by name. */
import type { MemberFields as ListFields } from '../../../../shared/domain/import/fields';
import { toFields } from '../record';
import type { ListedMember } from '../repository';

export type { ListFields };

export function knownValues(record: ListedMember): ListFields {
  const { departmentId: _d, groupId: _g, sortName: _s, ...fields } = toFields(record);
  return { ...fields, department: record.department, group: record.group_name };
}
