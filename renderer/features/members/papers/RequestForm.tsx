import type { OutputOf } from '../../../../shared/contract';
import { REQUEST_KINDS } from '../../../../shared/contract/memberPapers';
import { MOST_EXTRA_DAYS } from '../../../../shared/domain/requestDeadlines';
import { useCommandOp, useText } from '../../../client';
import {
  CountField,
  DateField,
  Drawer,
  RecordForm,
  SelectField,
  SwitchField,
  TextAreaField,
  TextField,
  todayIso,
  useFormat,
} from '../../../ui';

type Row = OutputOf<'members.requests'>['rows'][number];
type Values = Pick<
  Row,
  | 'kind'
  | 'askedBy'
  | 'askedOn'
  | 'thirdParty'
  | 'extraDays'
  | 'repliedOn'
  | 'answeredOn'
  | 'answerNo'
  | 'answer'
  | 'note'
>;

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
  const format = useFormat();
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
    thirdParty: false,
    extraDays: 0,
    repliedOn: null,
    answeredOn: null,
    answerNo: null,
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
          thirdParty: initial.thirdParty,
          extraDays: initial.extraDays,
          repliedOn: initial.repliedOn,
          answerNo: initial.answerNo,
          answeredOn: initial.answeredOn,
          answer: initial.answer,
          note: initial.note,
        }}
        onCancel={onClose}
        onReload={onClose}
        onSubmit={async (values) => {
          if (request)
            await update.run({
              ...values,
              extraDays: values.extraDays ?? 0,
              id: request.id,
              version: request.version,
            });
          else await add.run({ ...values, extraDays: values.extraDays ?? 0, memberId });
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
        <SwitchField name="thirdParty" label={t('memberPapers.request.thirdParty')} />
        <CountField
          name="extraDays"
          label={t('memberPapers.request.extraDays')}
          unit={t('memberPapers.request.extraUnit')}
          max={MOST_EXTRA_DAYS}
          maxMessage={t('memberPapers.request.extraMost')}
        />
        <DateField
          name="repliedOn"
          label={t('memberPapers.request.repliedOn')}
          hint={
            request
              ? t('memberPapers.request.replyDue', { date: format.date(request.replyDueOn) ?? '' })
              : undefined
          }
          precision="day"
          optional
        />
        <DateField name="answeredOn" label={t('memberPapers.request.answeredOn')} precision="day" optional />
        <TextField name="answerNo" label={t('memberPapers.request.answerNo')} max={60} optional />
        <TextAreaField name="answer" label={t('memberPapers.request.answer')} max={1000} optional />
        <TextAreaField name="note" label={t('memberPapers.request.note')} max={1000} optional />
      </RecordForm>
    </Drawer>
  );
}
