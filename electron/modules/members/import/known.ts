/** A stored member in the terms a list speaks in: departments and groups by name, own fields as `extra:ID`. */
import {
  type ExtraField,
  isExtraField,
  type MemberFields as ListFields,
} from '../../../../shared/domain/import/fields';
import type { Db } from '../../../db/database';
import { extraValuesOf } from '../extra/service';
import { toFields } from '../record';
import type { ListedMember } from '../repository';

export type { ListFields };
export type ListExtras = Record<ExtraField, string | number>;

export function knownValues(record: ListedMember, extras: ListExtras = {}): ListFields {
  const { departmentId: _d, groupId: _g, sortName: _s, ...fields } = toFields(record);
  return { ...fields, department: record.department, group: record.group_name, ...extras };
}

/** Values of a member's own fields; read only when `fields` names one of them. */
export function extrasOf(db: Db, memberId: number, fields: readonly string[]): ListExtras {
  if (!fields.some(isExtraField)) return {};
  const values = extraValuesOf(db, [memberId]).get(memberId) ?? {};
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [`extra:${id}`, value]));
}

/** The way back: values of own fields by their id. */
export const extraInput = (values: Record<string, unknown>): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => isExtraField(field))
      .map(([field, value]) => [field.slice(6), (value ?? null) as string | number | null]),
  );
