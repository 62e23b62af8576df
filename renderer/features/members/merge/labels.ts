/** The name of a field of the register or of the unit's own. */
import type { Translate } from '../../../client';

export function fieldLabel(
  field: string,
  t: Translate,
  extras: readonly { id: number; label: string }[] = [],
): string {
  if (field.startsWith('extra:')) return extras.find((one) => `extra:${one.id}` === field)?.label ?? field;
  if (field === 'statusDate') return t('members.statusDialog.date');
  return (
    t.any(`members.field.${field}`) ||
    t.any(`memberPrivacy.field.${field}`) ||
    t.any(`members.field.${field}Id`) ||
    field
  );
}
