/** What is asked when an opinion is sent on, answered, or given to somebody to follow up. */
import { useState } from 'react';
import { useCommandOp, useText } from '../../client';
import { DateField, RecordForm, TextAreaField, TextField, todayIso } from '../../ui';
import { type Asked, OwnerFields, type OwnerKind } from '../events/followUps/followUpFields';
import type { OpinionRow } from './useOpinions';

interface StepProps {
  opinion: OpinionRow;
  onDone(): void;
}

export function SendForm({ opinion, onDone }: StepProps) {
  const t = useText();
  const save = useCommandOp('opinions.send', { failure: 'inline', done: () => t('opinions.send.done') });
  return (
    <RecordForm<{ sentTo: string; sentOn: string }>
      draftKey={null}
      initial={{ sentTo: opinion.sentTo ?? '', sentOn: opinion.sentOn ?? todayIso() }}
      onCancel={onDone}
      onSubmit={async ({ sentTo, sentOn }) => {
        await save.run({ id: opinion.id, version: opinion.version, sentTo, sentOn });
        onDone();
      }}
    >
      <TextField name="sentTo" label={t('opinions.field.sentTo')} required autoFocus max={200} />
      <DateField name="sentOn" label={t('opinions.field.sentOn')} precision="day" required />
    </RecordForm>
  );
}

export function AnswerForm({ opinion, onDone }: StepProps) {
  const t = useText();
  const save = useCommandOp('opinions.answer', { failure: 'inline', done: () => t('opinions.answer.done') });
  return (
    <RecordForm<{ answeredOn: string; answer: string | null }>
      draftKey={null}
      initial={{ answeredOn: opinion.answeredOn ?? todayIso(), answer: opinion.answer }}
      onCancel={onDone}
      onSubmit={async ({ answeredOn, answer }) => {
        await save.run({ id: opinion.id, version: opinion.version, answeredOn, answer: answer ?? null });
        onDone();
      }}
    >
      <DateField name="answeredOn" label={t('opinions.field.answeredOn')} precision="day" required />
      <TextAreaField name="answer" label={t('opinions.field.answer')} optional autoFocus max={3000} />
    </RecordForm>
  );
}

type FollowValues = Pick<Asked, 'text' | 'dueOn' | 'kind' | 'memberId' | 'unitId' | 'ownerName'>;

export function FollowForm({ opinion, onDone }: StepProps) {
  const t = useText();
  const [kind, setKind] = useState<OwnerKind>('units');
  const save = useCommandOp('opinions.follow', { failure: 'inline', done: () => t('opinions.follow.done') });
  const ownerOf = (values: FollowValues) =>
    values.kind === 'units'
      ? { unitId: values.unitId ?? null }
      : values.kind === 'member'
        ? { memberId: values.memberId ?? null }
        : { name: values.ownerName ?? null };
  return (
    <RecordForm<FollowValues>
      draftKey={null}
      initial={{
        kind,
        text: t('opinions.follow.textOf', { code: opinion.code, text: opinion.text }),
        dueOn: opinion.dueOn,
      }}
      onValues={(values) => values.kind && setKind(values.kind)}
      enterSaves={false}
      onCancel={onDone}
      onSubmit={async (values) => {
        const { text, dueOn } = values;
        const owner = ownerOf(values);
        await save.run({ id: opinion.id, version: opinion.version, text, owner, dueOn: dueOn ?? null });
        onDone();
      }}
    >
      <TextAreaField name="text" label={t('opinions.follow.text')} required max={2000} />
      <OwnerFields kind={kind} />
      <DateField name="dueOn" label={t('opinions.follow.dueOn')} precision="day" optional />
    </RecordForm>
  );
}
