/** Conditions on the register, shared by its list, its exports and its papers. */
import { z } from 'zod';
import { id, isoDate, partialDate } from './fields';
import { conditionGroup } from './memberConditions';

export const GENDERS = ['male', 'female'] as const;
export const MEMBER_STATUSES = ['active', 'transferred', 'retired', 'left', 'expelled', 'died'] as const;
const status = z.enum(MEMBER_STATUSES);

/** Conditions of the register; all must hold. Ages are full years on `asOf` (today when null). */
export const memberFilter = {
  /** Name without tones, card, ID or phone tail, initials. */
  search: z.string().max(200).default(''),
  departmentIds: z.array(id).max(500).default([]),
  groupIds: z.array(id).max(500).default([]),
  statuses: z.array(status).default(['active']),
  genders: z.array(z.enum(GENDERS)).default([]),
  party: z.boolean().nullable().default(null),
  ageFrom: z.int().min(0).max(150).nullable().default(null),
  ageTo: z.int().min(0).max(150).nullable().default(null),
  /** Only members whose field is empty: what is missing. */
  missing: z
    .enum(['cardNo', 'birthDate', 'gender', 'department', 'unionJoinDate', 'idNumber'])
    .nullable()
    .default(null),
  joinedFrom: partialDate.nullable().default(null),
  joinedTo: partialDate.nullable().default(null),
  ids: z.array(id).max(100_000).nullable().default(null),
  /** Combined conditions, besides those above. */
  conditions: conditionGroup.nullable().default(null),
  /** The register as it stood on this day; null for today. */
  asOf: isoDate.nullable().default(null),
};
export type MemberFilterInput = z.input<z.ZodObject<typeof memberFilter>>;
