/** Corrects one proposal: its form, posts, and what it says for it. */
import type { InputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import { RecordForm, SelectField, TextAreaField, TextField } from '../../../ui';
import { useAwardWords } from '../words';
import type { Proposal } from './ListPane';
import type { RoundData } from './RoundPage';

type Values = Omit<InputOf<'proposals.save'>, 'id' | 'version'>;

export function ProposalForm({
  data,
  proposal,
  onDone,
}: {
  data: RoundData;
  proposal: Proposal;
  onDone(): void;
}) {
  const t = useText();
  const words = useAwardWords();
  const save = useCommandOp('proposals.save', {
    failure: 'inline',
    done: (_, input) => t('proposals.proposal.saved', { name: input.name }),
  });
  const { id, version, kind, memberId, orgUnitId, fromUnitId } = proposal;
  const person = kind !== 'collective';
  const known = data.forms.map((form) => ({
    value: form.id,
    label: words.formName({ form: form.name, formEn: form.nameEn }),
  }));
  const forms = known.some((form) => form.value === proposal.formId)
    ? known
    : [{ value: proposal.formId, label: words.formName(proposal) }, ...known];
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{
        name: proposal.name,
        formId: proposal.formId,
        post: proposal.post,
        unionPost: proposal.unionPost,
        unitName: proposal.unitName,
        achievement: proposal.achievement,
        initiative: proposal.initiative,
        awardedBefore: proposal.awardedBefore,
        note: proposal.note,
      }}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, id, version, kind, memberId, orgUnitId, fromUnitId });
        onDone();
      }}
    >
      <TextField name="name" label={t('proposals.field.name')} required max={200} />
      <SelectField name="formId" label={t('proposals.field.formId')} required options={forms} />
      {person && <TextField name="post" label={t('proposals.field.post')} optional max={200} />}
      {person && <TextField name="unionPost" label={t('proposals.field.unionPost')} optional max={200} />}
      <TextField name="unitName" label={t('proposals.field.unitName')} optional max={200} />
      <TextAreaField name="achievement" label={t('proposals.field.achievement')} optional max={3000} />
      <TextAreaField name="initiative" label={t('proposals.field.initiative')} optional max={1500} />
      <TextAreaField
        name="awardedBefore"
        label={t('proposals.field.awardedBefore')}
        hint={t('proposals.field.awardedBeforeHint')}
        optional
        max={1500}
      />
      <TextField name="note" label={t('proposals.field.note')} optional max={500} />
    </RecordForm>
  );
}
