/** Closing snapshot and handover of the unit or one of its parts: who, why, as of when; the answer is one file. */
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { saveFile, useJobOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  FieldRow,
  ProgressPanel,
  RecordForm,
  TextField,
  todayIso,
} from '../../../ui';

type Values = Omit<InputOf<'organisation.handover'>, 'unitId'>;

export interface HandoverOf {
  /** Null: the whole unit. */
  unitId: number | null;
  name: string | null;
}

export function HandoverDrawer({
  of,
  asOf,
  onClose,
}: {
  of: HandoverOf | null;
  asOf: string | null;
  onClose(): void;
}) {
  const t = useText();
  const title = of?.name
    ? t('organisationTree.handover.of', { name: of.name })
    : t('organisationTree.handover.title');
  return (
    <Drawer open={of !== null} onClose={onClose} title={title} width={480}>
      {of && <HandoverForm unitId={of.unitId} asOf={asOf} onClose={onClose} />}
    </Drawer>
  );
}

function HandoverForm({
  unitId,
  asOf,
  onClose,
}: {
  unitId: number | null;
  asOf: string | null;
  onClose(): void;
}) {
  const t = useText();
  const [made, setMade] = useState<OutputOf<'organisation.handover'> | null>(null);
  const job = useJobOp('organisation.handover', {
    failure: 'inline',
    done: (data) => t('organisationTree.handover.done', { count: data.members }),
  });
  const save = (file: { token: string; name: string }) => void saveFile(file).catch(() => undefined);
  return (
    <>
      <p className="so-tree-lead">{t('organisationTree.handover.lead')}</p>
      <RecordForm<Values>
        draftKey={`handover:${unitId ?? 'unit'}`}
        initial={{ asOf: asOf ?? todayIso() }}
        saveLabel={t('organisationTree.handover.make')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const file = await job.run({ ...values, unitId });
          setMade(file);
          save(file);
        }}
      >
        <FieldRow columns="170px minmax(0, 1fr)">
          <DateField name="asOf" precision="day" required label={t('organisationTree.handover.asOf')} />
          <TextField name="reason" label={t('organisationTree.handover.reason')} max={300} />
        </FieldRow>
        <Side who="from" />
        <Side who="to" />
      </RecordForm>
      {job.progress && (
        <ProgressPanel
          title={t('organisationTree.handover.working')}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      )}
      {made && !job.progress && (
        <ActionButton
          action={{
            key: 'save',
            label: t('organisationTree.handover.save', { name: made.name }),
            onClick: () => save(made),
          }}
        />
      )}
    </>
  );
}

function Side({ who }: { who: 'from' | 'to' }) {
  const t = useText();
  const side = t(`organisationTree.handover.${who}`);
  return (
    <fieldset className="so-tree-side">
      <legend>{side}</legend>
      <FieldRow>
        <TextField name={`${who}Name`} label={t('organisationTree.handover.person')} max={100} />
        <TextField name={`${who}Post`} label={t('organisationTree.handover.post')} max={100} />
      </FieldRow>
    </fieldset>
  );
}
