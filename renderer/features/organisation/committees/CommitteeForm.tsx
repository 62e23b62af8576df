import type { CommitteeKind, CommitteeRow } from '../../../../shared/contract/committees';
import { COMMITTEE_KINDS } from '../../../../shared/contract/committees';
import { useCommandOp, useText } from '../../../client';
import {
  CountField,
  DateField,
  Drawer,
  FieldRow,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui';
import { kindKey, nameOfKind } from './words';

interface Values {
  kind: CommitteeKind;
  name: string;
  seats: number | null;
  decisionNo: string | null;
  decisionDate: string | null;
  note: string | null;
}

/** Adds a committee to a term, or corrects one. */
export function CommitteeForm({
  termId,
  committee,
  kind = 'other',
  onClose,
  onReload,
}: {
  termId: number;
  committee: CommitteeRow | null;
  /** Of a new one. */
  kind?: CommitteeKind;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const save = useCommandOp('organisation.saveCommittee', {
    failure: 'inline',
    done: (_, input) => t('committees.committee.saved', { name: input.name }),
  });
  const heading = committee ? t('committees.committee.edit') : t('committees.committee.add');
  return (
    <Drawer open title={heading} onClose={onClose} width={440}>
      <RecordForm<Values>
        draftKey={`committee:${committee?.id ?? `new-${termId}-${kind}`}`}
        initial={committee ? valuesOf(committee) : { kind, name: nameOfKind(kind) }}
        onCancel={onClose}
        onReload={onReload}
        onSubmit={async (values) => {
          await save.run({
            ...values,
            termId,
            id: committee?.id ?? null,
            version: committee?.version ?? null,
          });
          onClose();
        }}
      >
        {(form) => (
          <>
            <SelectField<CommitteeKind>
              name="kind"
              label={t('committees.committee.kind')}
              required
              options={COMMITTEE_KINDS.map((one) => ({ value: one, label: t(kindKey(one)) }))}
              onPicked={(picked) => {
                const name = nameOfKind(picked as CommitteeKind);
                if (!committee && name) form.setFieldsValue({ name });
              }}
            />
            <TextField name="name" label={t('committees.committee.name')} required max={120} autoFocus />
            <CountField
              name="seats"
              label={t('committees.committee.seats')}
              hint={t('committees.committee.seatsHint')}
            />
            <FieldRow>
              <TextField name="decisionNo" label={t('committees.committee.decisionNo')} max={60} />
              <DateField name="decisionDate" label={t('committees.committee.decisionDate')} />
            </FieldRow>
            <TextAreaField name="note" label={t('committees.committee.note')} />
          </>
        )}
      </RecordForm>
    </Drawer>
  );
}

const valuesOf = ({ kind, name, seats, decisionNo, decisionDate, note }: CommitteeRow): Values => ({
  kind,
  name,
  seats,
  decisionNo,
  decisionDate,
  note,
});
