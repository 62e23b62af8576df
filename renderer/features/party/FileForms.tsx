/** Forms of a file: a new one, one step, stopping it. Nothing typed here is kept as a draft. */
import type { InputOf } from '../../../shared/contract';
import { PARTY_STAGES, type PartyStage } from '../../../shared/domain/party';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  DateField,
  MemberField,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';
import { fileNo, type OpenedFile, useStageName } from './words';

interface StepValues {
  stage: PartyStage;
  onDate: string;
  decisionNo: string | null;
  eventId: number | null;
  note: string | null;
}
type Done = (file: OpenedFile | null) => void;

const stepOf = ({ onDate, decisionNo, eventId, note }: StepValues) => ({
  onDate,
  decisionNo: decisionNo ?? null,
  eventId: eventId ?? null,
  note: note ?? null,
});

export function NewFileForm({ onDone }: { onDone: Done }) {
  const t = useText();
  const nameOf = useStageName();
  const create = useCommandOp('party.create', { failure: 'inline', done: () => t('app.done') });
  type Values = StepValues & { memberId: number };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ stage: 'nominated', onDate: todayIso() }}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const steps = [{ stage: values.stage, ...stepOf(values) }];
        const { file } = await create.run({ memberId: values.memberId, steps });
        onDone(file);
      }}
    >
      <MemberField name="memberId" label={t('party.field.member')} required autoFocus />
      <SelectField<PartyStage>
        name="stage"
        label={t('party.step.which')}
        required
        options={PARTY_STAGES.map((stage) => ({ value: stage, label: nameOf(stage) }))}
      />
      <StepFields stage={null} />
    </RecordForm>
  );
}

export function StepForm({
  file,
  stage,
  onDone,
}: {
  file: OpenedFile;
  stage: PartyStage | null;
  onDone: Done;
}) {
  const t = useText();
  const nameOf = useStageName();
  const known = file.steps.find((step) => step.stage === stage);
  const save = useCommandOp('party.setStep', {
    failure: 'inline',
    done: (_, input) => t('party.step.saved', { stage: nameOf(input.stage) }),
  });
  const missing = PARTY_STAGES.filter(
    (one) => one === stage || !file.steps.some((step) => step.stage === one),
  );
  const begin: Partial<StepValues> = known ?? {
    onDate: todayIso(),
    stage: stage ?? missing[0] ?? 'official',
  };
  const input = ({ stage: chosen, ...values }: StepValues): InputOf<'party.setStep'> => ({
    id: file.id,
    version: file.version,
    stage: chosen,
    step: stepOf({ ...values, stage: chosen }),
  });
  return (
    <RecordForm<StepValues>
      draftKey={null}
      initial={begin}
      onCancel={() => onDone(null)}
      onSubmit={async (values) =>
        onDone((await save.run(input({ ...values, stage: stage ?? values.stage }))).file)
      }
    >
      {stage === null ? (
        <SelectField<PartyStage>
          name="stage"
          label={t('party.step.which')}
          required
          options={missing.map((one) => ({ value: one, label: nameOf(one) }))}
        />
      ) : (
        <h3>{nameOf(stage)}</h3>
      )}
      <StepFields stage={stage} />
    </RecordForm>
  );
}

function StepFields({ stage }: { stage: PartyStage | null }) {
  const t = useText();
  const format = useFormat();
  const wanted = stage === 'class';
  const courses =
    useQueryOp('training.list', { type: 'political_theory' }, { enabled: wanted }).data?.rows ?? [];
  return (
    <>
      <DateField name="onDate" label={t('party.field.onDate')} required autoFocus={stage !== null} />
      <TextField name="decisionNo" label={t('party.field.decisionNo')} optional max={100} />
      {wanted && (
        <SelectField<number>
          name="eventId"
          label={t('party.field.eventId')}
          hint={t('party.step.classHint')}
          optional
          clearable
          options={courses.map((course) => ({
            value: course.eventId,
            label: `${course.name} · ${format.date(course.startsOn)}`,
          }))}
        />
      )}
      <TextAreaField name="note" label={t('party.field.note')} optional max={1000} />
    </>
  );
}

export function StopForm({ file, number, onDone }: { file: OpenedFile; number: number; onDone: Done }) {
  const t = useText();
  const stop = useCommandOp('party.stop', {
    failure: 'inline',
    done: () => t('party.stop.done', { number: fileNo(number) }),
  });
  return (
    <RecordForm<{ onDate: string; reason: string }>
      draftKey={null}
      initial={{ onDate: todayIso() }}
      saveLabel={t('party.stop.action')}
      onCancel={() => onDone(null)}
      onSubmit={async (stopped) =>
        onDone((await stop.run({ id: file.id, version: file.version, stopped })).file)
      }
    >
      <DateField name="onDate" label={t('party.field.stoppedOn')} precision="day" required />
      <TextAreaField name="reason" label={t('party.field.stopReason')} required autoFocus max={500} />
    </RecordForm>
  );
}
