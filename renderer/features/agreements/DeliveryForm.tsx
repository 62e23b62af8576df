/** A record put under an agreement, found by typing, or a line written with its day, money and source. */
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { COUNT_FLAGS } from '../../../shared/domain/eventFigures';
import type { Vagueness } from '../../../shared/text/numbers';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Control,
  DateField,
  type FieldProps,
  FieldRow,
  FieldShell,
  MoneyField,
  RecordForm,
  SegmentedField,
  SelectField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';
import type { Delivery, Sheet } from './words';

type Found = OutputOf<'agreements.findRecords'>['rows'][number];
interface Chosen {
  entity: Found['entity'];
  id: number;
  label: string;
}
interface Values {
  how: 'book' | 'typed';
  record: Chosen | null;
  contentId: number | null;
  label: string | null;
  onDate: string | null;
  amount: number | null;
  flag: Vagueness;
  source: string | null;
  note: string | null;
}

const WHOLE = 0;

function valuesOf(one: Delivery): Partial<Values> {
  const { record, contentId, label, onDate, amount, flag, source, note } = one;
  return {
    how: record ? 'book' : 'typed',
    record: record && { ...record, label },
    contentId: contentId ?? WHOLE,
    ...(record ? { note } : { label, onDate, amount, flag, source, note }),
  };
}

export function DeliveryForm({
  sheet,
  delivery,
  onDone,
}: {
  sheet: Sheet;
  delivery: Delivery | null;
  onDone(): void;
}) {
  const t = useText();
  const initial: Partial<Values> = delivery
    ? valuesOf(delivery)
    : { how: 'book', record: null, contentId: sheet.contents[0]?.id ?? WHOLE, flag: 'exact' };
  const [how, setHow] = useState(initial.how);
  const save = useCommandOp('agreements.saveDelivery', {
    failure: 'inline',
    done: (_, input) =>
      input.label
        ? t('agreements.delivery.saved', { name: input.label })
        : t('agreements.delivery.savedPlain'),
  });
  const submit = async (values: Values) => {
    const typed = values.how === 'typed';
    const { record } = values;
    await save.run({
      id: delivery?.id ?? null,
      version: delivery?.version ?? null,
      agreementId: sheet.agreement.id,
      contentId: values.contentId || null,
      record: typed || !record ? null : { entity: record.entity, id: record.id },
      label: typed ? values.label : (record?.label.slice(0, 300) ?? null),
      note: values.note ?? null,
      ...(typed
        ? {
            onDate: values.onDate,
            amount: values.amount ?? null,
            flag: values.flag ?? 'exact',
            source: values.source ?? null,
          }
        : {}),
    });
    onDone();
  };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      onValues={(values) => setHow(values.how)}
      onCancel={onDone}
      onSubmit={submit}
    >
      {!delivery && (
        <SegmentedField
          name="how"
          label={t('agreements.delivery.how')}
          options={[
            { value: 'book', label: t('agreements.delivery.fromBook') },
            { value: 'typed', label: t('agreements.delivery.typed') },
          ]}
        />
      )}
      {how === 'book' ? (
        <RecordField name="record" label={t('agreements.field.record')} required autoFocus={!delivery} />
      ) : (
        <Typed />
      )}
      <SelectField<number>
        name="contentId"
        label={t('agreements.field.contentId')}
        options={[
          ...sheet.contents.map((one, at) => ({ value: one.id, label: `${at + 1}. ${one.name}` })),
          { value: WHOLE, label: t('agreements.delivery.whole') },
        ]}
      />
      <TextField name="note" label={t('agreements.field.note')} optional max={500} />
    </RecordForm>
  );
}

function Typed() {
  const t = useText();
  return (
    <>
      <TextField name="label" label={t('agreements.field.label')} required max={300} />
      <FieldRow>
        <DateField name="onDate" label={t('agreements.field.onDate')} required max={todayIso()} />
        <MoneyField name="amount" label={t('agreements.field.amount')} optional />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="flag"
          label={t('agreements.field.flag')}
          options={COUNT_FLAGS.map((value) => ({ value, label: t(`agreements.flag.${value}`) }))}
        />
        <TextField name="source" label={t('agreements.field.source')} optional max={300} />
      </FieldRow>
    </>
  );
}

function RecordField(field: FieldProps) {
  return (
    <FieldShell<Chosen | null> field={field}>{(control) => <RecordInput control={control} />}</FieldShell>
  );
}

function RecordInput({ control }: { control: Control<Chosen | null> }) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed).trim();
  const asked = search.length > 1;
  const found = useQueryOp('agreements.findRecords', { search }, { enabled: asked, keep: true }).data?.rows;
  if (control.value)
    return (
      <span className="so-picker so-picker--chosen">
        <span>
          <span className="so-muted">{t(`agreements.entity.${control.value.entity}`)}: </span>
          <span className="so-strong">{control.value.label}</span>
        </span>
        <button
          id={control.id}
          type="button"
          className="so-linklike so-push"
          onClick={() => control.onChange(null)}
        >
          {t('agreements.delivery.drop')}
        </button>
      </span>
    );
  const choose = (one: Found) => {
    setTyped('');
    control.onChange({ entity: one.entity, id: one.id, label: one.label });
  };
  return (
    <>
      <Input
        id={control.id}
        value={typed}
        placeholder={t('agreements.delivery.find')}
        autoComplete="off"
        autoFocus={control.autoFocus}
        aria-invalid={control.invalid}
        aria-describedby={control.describedBy}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={control.onBlur}
      />
      {asked && found && (
        <ul className="so-agreements-found" aria-label={t('agreements.field.record')}>
          {found.map((one) => (
            <li key={`${one.entity}-${one.id}`}>
              <button type="button" className="so-linklike" onClick={() => choose(one)}>
                {one.label}
              </button>{' '}
              <span className="so-muted">
                {[
                  t(`agreements.entity.${one.entity}`),
                  format.date(one.onDate),
                  one.amount === null ? null : format.money(one.amount),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
          {found.length === 0 && <li className="so-muted">{t('agreements.delivery.noneFound')}</li>}
        </ul>
      )}
    </>
  );
}
