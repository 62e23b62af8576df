import { useState } from 'react';
import type { MaskedField } from '../../../../shared/domain/privateFields';
import { announceFailure, invoke, type Translate, useText } from '../../../client';
import { Sensitive, useFormat } from '../../../ui';

type Value = string | number | boolean | null | undefined;

/** A masked field of a member: dots until shown; each showing asks the core, which logs it. */
export function Masked({ id, field }: { id: number; field: MaskedField }) {
  const t = useText();
  const format = useFormat();
  const [value, setValue] = useState<Value>();
  const open = () => {
    setValue(undefined);
    invoke('members.reveal', { id, fields: [field] })
      .then(({ data }) => setValue(data.values[field] ?? null))
      .catch(announceFailure);
  };
  return (
    <Sensitive label={t(`members.field.${field}`)} onReveal={open}>
      {value === undefined ? t('memberPrivacy.loading') : maskedText(field, value, t, format)}
    </Sensitive>
  );
}

/** A masked value in words. */
export function maskedText(
  field: MaskedField,
  value: Value,
  t: Translate,
  format: ReturnType<typeof useFormat>,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'members.yes' : 'members.no');
  if (field === 'hardship') return t.any(`memberPrivacy.hardship.${value}`);
  if (field === 'duesBase') return format.money(Number(value)) ?? '';
  if (typeof value === 'number') return format.decimal(value, 2) ?? '';
  if (field === 'idDate' || field === 'partyDate') return format.date(value) ?? '';
  return value;
}
