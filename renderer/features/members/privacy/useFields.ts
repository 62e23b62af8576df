/** Which sensitive groups are in use, and the unit's own fields: what forms, lists, filters and exports offer. */
import type { OutputOf } from '../../../../shared/contract';
import {
  SENSITIVE_FIELD_GROUPS,
  type SensitiveFieldGroup,
  sensitiveGroupOf,
} from '../../../../shared/domain/privateFields';
import { useQueryOp } from '../../../client';

export interface SensitiveUse {
  /** False until the answer is there, so that nothing private is offered too early. */
  on(group: SensitiveFieldGroup): boolean;
  /** A field that is not sensitive is always in use. */
  usesField(field: string): boolean;
  groupsOn: readonly SensitiveFieldGroup[];
  groupsOff: readonly SensitiveFieldGroup[];
}

export function useSensitive(): SensitiveUse {
  const rows = useQueryOp('members.sensitive', {}).data?.rows;
  const on = (group: SensitiveFieldGroup) => rows?.some((row) => row.group === group && row.enabled) ?? false;
  return {
    on,
    usesField: (field) => {
      const group = sensitiveGroupOf(field);
      return group === null || on(group);
    },
    groupsOn: SENSITIVE_FIELD_GROUPS.filter(on),
    groupsOff: rows ? SENSITIVE_FIELD_GROUPS.filter((group) => !on(group)) : [],
  };
}

export type ExtraField = OutputOf<'members.extraFields'>['rows'][number];
const NONE: readonly ExtraField[] = [];

export const useExtraFields = (): readonly ExtraField[] =>
  useQueryOp('members.extraFields', {}).data?.rows ?? NONE;
