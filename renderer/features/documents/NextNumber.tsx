/** The number a new paper will get: the next one, one typed by hand, or a letter in between where the unit allows it. */
import { CalendarClock, Hash } from 'lucide-react';
import { useEffect } from 'react';
import type { DocumentDirection } from '../../../shared/domain/documents';
import { useQueryOp, useText } from '../../client';
import { CheckField, Note, useFormat } from '../../ui';
import { type DocumentFormInstance, type DocumentValues, NumberTyped } from './DocumentForm';

interface NextNumberProps {
  direction: DocumentDirection;
  values: Partial<DocumentValues>;
  form: DocumentFormInstance;
  onValues(values: Partial<DocumentValues>): void;
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

export function NextNumber({ direction, values, form, onValues }: NextNumberProps) {
  const t = useText();
  const format = useFormat();
  const { typeId, onDate } = values;
  const known = typeof typeId === 'number' && isDay(onDate);
  const next = useQueryOp(
    'documents.next',
    { direction, typeId: typeId ?? null, onDate: onDate ?? '' },
    { enabled: known, keep: true },
  ).data;
  const signer = next?.signer ?? null;
  useEffect(() => {
    if (signer === null || form.getFieldValue('signer')) return;
    form.setFieldsValue({ signer } as never);
    onValues(form.getFieldsValue(true));
  }, [signer, form, onValues]);
  if (!known || !next) return null;
  return (
    <>
      <Note tone="muc" icon={Hash}>
        {next.first
          ? t('documents.nextFirst', { year: onDate.slice(0, 4), code: next.code })
          : t('documents.next', { code: next.code })}
      </Note>
      {next.backDated !== null && (
        <Note tone="warn" icon={CalendarClock}>
          {t('documents.backDated', { date: format.date(next.backDated), code: next.code })}
        </Note>
      )}
      {next.between !== null && (
        <CheckField name="between" label={t('documents.between', { code: next.between })} />
      )}
      {!values.between && <NumberTyped />}
    </>
  );
}
