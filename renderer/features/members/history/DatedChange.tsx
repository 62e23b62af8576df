/**
 * Asked while a record is edited, when a department, group, job, post or contract that was known is changed: is it
 * new from a day on, or was it recorded wrongly?
 */
import { Form } from 'antd';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { DATED_FIELDS, DATED_KINDS, type DatedKind } from '../../../../shared/domain/memberHistory';
import { useQueryOp, useText } from '../../../client';
import { DateField, FieldRow, RadioField, TextField, todayIso } from '../../../ui';
import './history.css';

type Fields = OutputOf<'members.get'>['fields'];

/** Fields of the form beside those of the record. */
export interface ChangeValues {
  changeHow: 'from' | 'correct';
  changeOn: string | null;
  changeNo: string | null;
  changeDate: string | null;
  changeReason: string | null;
}

export const changeStart = (): ChangeValues => ({
  changeHow: 'from',
  changeOn: todayIso(),
  changeNo: null,
  changeDate: null,
  changeReason: null,
});

const asked = (before: Fields, now: Partial<Fields>): DatedKind[] =>
  DATED_KINDS.filter((kind) => {
    const field = DATED_FIELDS[kind];
    return before[field] !== null && (now[field] ?? null) !== before[field];
  });

/** Takes the answers out of what the form holds. */
export function withoutChange<V extends Partial<Fields>>(
  before: Fields,
  values: V & Partial<ChangeValues>,
): { values: Omit<V, keyof ChangeValues>; change: InputOf<'members.update'>['change'] } {
  const { changeHow, changeOn, changeNo, changeDate, changeReason, ...rest } = values;
  const plain = rest as unknown as Omit<V, keyof ChangeValues>;
  if (asked(before, values).length === 0) return { values: plain, change: null };
  if (changeHow === 'correct') return { values: plain, change: { how: 'correct' } };
  return {
    values: plain,
    change: {
      how: 'from',
      onDate: changeOn ?? todayIso(),
      decisionNo: changeNo ?? null,
      decisionDate: changeDate ?? null,
      reason: changeReason ?? null,
    },
  };
}

export function DatedChange({ before }: { before: Fields }) {
  const t = useText();
  const form = Form.useFormInstance<Fields & ChangeValues>();
  const now = (Form.useWatch([], form) ?? before) as Fields & ChangeValues;
  const units = useQueryOp('organisation.units', { withClosed: true }).data?.rows ?? [];
  const kinds = asked(before, now);
  if (kinds.length === 0) return null;
  const nameOf = (value: string | number | null | undefined) =>
    value == null
      ? t('memberHistory.ask.empty')
      : typeof value === 'number'
        ? (units.find((unit) => unit.id === value)?.name ?? String(value))
        : value;
  return (
    <section className="so-card so-history-ask" aria-label={t('memberHistory.ask.title')}>
      <h2>{t('memberHistory.ask.title')}</h2>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            {t('memberHistory.ask.changed', {
              field: t(`memberHistory.kind.${kind}`),
              before: nameOf(before[DATED_FIELDS[kind]]),
              after: nameOf(now[DATED_FIELDS[kind]]),
            })}
          </li>
        ))}
      </ul>
      <RadioField
        name="changeHow"
        label={t('memberHistory.ask.how')}
        labelHidden
        options={(['from', 'correct'] as const).map((value) => ({
          value,
          label: `${t(`memberHistory.ask.${value}`)}: ${t(`memberHistory.ask.${value}Hint`)}`,
        }))}
      />
      {now.changeHow !== 'correct' && (
        <>
          <FieldRow>
            <DateField name="changeOn" label={t('memberHistory.field.fromDate')} required />
            <TextField name="changeNo" label={t('memberHistory.field.decisionNo')} max={80} />
          </FieldRow>
          <FieldRow>
            <DateField name="changeDate" label={t('memberHistory.field.decisionDate')} />
            <TextField name="changeReason" label={t('memberHistory.field.reason')} max={300} />
          </FieldRow>
        </>
      )}
    </section>
  );
}
