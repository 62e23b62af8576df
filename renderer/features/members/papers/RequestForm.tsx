import type { OutputOf } from '../../../../shared/contract';
import { REQUEST_KINDS } from '../../../../shared/contract/memberPapers';
import { useCommandOp, useText } from '../../../client';
import { DateField, Drawer, RecordForm, SelectField, TextAreaField, TextField, todayIso } from '../../../ui';

type Row = OutputOf<'members.requests'>['rows'][number];
type Values = Pick<Row, 'kind' | 'askedBy' | 'askedOn' | 'answeredOn' | 'answer' | 'note'>;

/** A request of a member, new or corrected. */
export function RequestForm({
  memberId,
  name,
  request,
  onClose,
}: {
  memberId: number;
  name: string;
  request: Row | null;
  onClose(): void;
}) {
  const t = useText();
  const options = { failure: 'inline' as const };
  const add = useCommandOp('members.addRequest', {
    ...options,
    done: () => t('memberPapers.request.added', { name }),
  });
  const update = useCommandOp('members.updateRequest', {
    ...options,
    done: () => t('memberPapers.request.saved'),
  });
  const initial: Values = request ?? {
    kind: 'copy',
    askedBy: name,
    askedOn: todayIso(),
    answeredOn: null,
    answer: null,
    note: null,
  };
  return (
    <Drawer
      open
      title={t(request ? 'memberPapers.request.edit' : 'memberPapers.request.add')}
      facts={name}
      onClose={onClose}
      width={440}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={{
          kind: initial.kind,
          askedBy: initial.askedBy,
          askedOn: initial.askedOn,
          answeredOn: initial.answeredOn,
          answer: initial.answer,
          note: initial.note,
        }}
        onCancel={onClose}
        onReload={onClose}
        onSubmit={async (values) => {
          if (request) await update.run({ ...values, id: request.id, version: request.version });
          else await add.run({ ...values, memberId });
          onClose();
        }}
      >
        <SelectField
          name="kind"
          label={t('memberPapers.request.kind')}
          required
          options={REQUEST_KINDS.map((value) => ({ value, label: t(`memberPapers.request.kinds.${value}`) }))}
        />
        <TextField name="askedBy" label={t('memberPapers.request.askedBy')} max={200} required />
        <DateField name="askedOn" label={t('memberPapers.request.askedOn')} precision="day" required />
        <DateField name="answeredOn" label={t('memberPapers.request.answeredOn')} precision="day" optional />
        <TextAreaField name="answer" label={t('memberPapers.request.answer')} max={1000} optional />
        <TextAreaField name="note" label={t('memberPapers.request.note')} max={1000} optional />
      </RecordForm>
    </Drawer>
  );
}
