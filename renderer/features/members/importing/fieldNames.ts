/** What fields are called on the import's screens, the unit's own ones among them. */
import type { Translate } from '../../../client';
import type { Opened } from './ImportPage';

const OTHER: Record<string, string> = { departmentId: 'department', groupId: 'group' };

/** Name of a field of the register or of an own field (`extra:ID`). */
export function fieldName(field: string, extras: Opened['extraFields'], t: Translate): string {
  const own = extras.find((extra) => extra.field === field);
  return own?.label ?? (t.any(`members.import.fields.${OTHER[field] ?? field}`) || field);
}
