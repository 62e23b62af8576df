/** A planned session. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { type InspectionKind, type InspectionTopic, TOPICS_OF } from '../../../shared/domain/inspection';
import { useCommandOp, useText } from '../../client';
import { ActionButton, FieldRow, RecordForm, SelectField, TextAreaField, TextField } from '../../ui';
import { type Person, PersonField } from '../organisation/committees/PersonField';
import { SubjectFields } from './subjectFields';
import type { Item } from './words';

type Values = Omit<
  InputOf<'inspection.saveItem'>,
  'id' | 'version' | 'planId' | 'memberId' | 'personName'
> & {
  person: Person | null;
};

interface ItemFormProps {
  kind: InspectionKind;
  planId: number;
  item: Item | null;
  onDone(): void;
}

function valuesOf(item: Item): Values {
  const { topic, title, orgUnitId, subjectName, fundId, month, legalBasis, note } = item;
  const person = item.person === null ? null : { memberId: item.memberId, name: item.person };
  return { topic, title, orgUnitId, subjectName, fundId, month, legalBasis, note, person };
}

export function ItemForm({ kind, planId, item, onDone }: ItemFormProps) {
  const t = useText();
  const initial: Partial<Values> = item
    ? valuesOf(item)
    : { topic: kind === 'women' ? 'activity' : 'charter', person: null };
  const [topic, setTopic] = useState(initial.topic);
  const save = useCommandOp('inspection.saveItem', {
    failure: 'inline',
    done: () => t(item ? 'inspection.item.saved' : 'inspection.item.added'),
  });
  const trash = useCommandOp('inspection.trashItems', { done: () => t('inspection.item.trashed') });
  return (
    <RecordForm<Values>
      draftKey={`inspection-item:${item?.id ?? kind}`}
      initial={initial}
      onValues={(values) => setTopic((values as Partial<Values>).topic)}
      onCancel={onDone}
      onSubmit={async ({ person, ...values }) => {
        await save.run({
          ...values,
          id: item?.id ?? null,
          version: item?.version ?? null,
          planId,
          fundId: values.topic === 'finance' ? (values.fundId ?? null) : null,
          memberId: person?.memberId ?? null,
          personName: person && person.memberId === null ? person.name : null,
        });
        onDone();
      }}
    >
      <FieldRow columns="1fr 140px">
        <SelectField<InspectionTopic>
          name="topic"
          label={t('inspection.field.topic')}
          required
          options={TOPICS_OF[kind].map((value) => ({ value, label: t(`inspection.topic.${value}`) }))}
        />
        <MonthField />
      </FieldRow>
      <TextField
        name="title"
        label={t('inspection.field.title')}
        hint={t('inspection.field.titleHint')}
        required
        max={300}
        autoFocus={item === null}
      />
      <SubjectFields funds={topic === 'finance'} />
      <PersonField name="person" label={t('inspection.field.person')} optional />
      <TextField name="legalBasis" label={t('inspection.field.legalBasis')} optional max={500} />
      <TextAreaField name="note" label={t('inspection.field.note')} optional max={1000} />
      {item && (
        <ActionButton
          action={{
            key: 'trash',
            label: t('inspection.item.toTrash'),
            icon: Trash2,
            danger: true,
            onClick: () => {
              trash.fire({ ids: [item.id] });
              onDone();
            },
          }}
        />
      )}
    </RecordForm>
  );
}

function MonthField() {
  const t = useText();
  return (
    <SelectField<number>
      name="month"
      label={t('inspection.field.month')}
      optional
      clearable
      placeholder={t('inspection.noMonth')}
      options={Array.from({ length: 12 }, (_, i) => ({
        value: i + 1,
        label: t('inspection.month', { month: i + 1 }),
      }))}
    />
  );
}
