/** A donor, new or edited. */
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { DONOR_KINDS } from '../../../../shared/domain/dues';
import { useCommandOp, useText } from '../../../client';
import { CheckField, FieldRow, RecordForm, SegmentedField, TextAreaField, TextField } from '../../../ui';

type Donor = OutputOf<'donors.get'>['donor'];
type Values = Omit<InputOf<'donors.save'>, 'id' | 'version'>;

function valuesOf(donor: Donor): Partial<Values> {
  const { id: _, version: _v, gifts: _g, money: _m, lastOn: _l, notThanked: _n, ...fields } = donor;
  return fields;
}

export function DonorForm({ donor, onDone }: { donor: Donor | null; onDone(id: number | null): void }) {
  const t = useText();
  const save = useCommandOp('donors.save', {
    failure: 'inline',
    done: (_, input) => t('dues.donor.saved', { name: input.name }),
  });
  return (
    <RecordForm<Values>
      draftKey={`donor:${donor?.id ?? 'new'}`}
      initial={donor ? valuesOf(donor) : { kind: 'organisation', anonymous: false }}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const saved = await save.run({ ...values, id: donor?.id ?? null, version: donor?.version ?? null });
        onDone(saved.id);
      }}
    >
      <SegmentedField
        name="kind"
        label={t('dues.field.kind')}
        options={DONOR_KINDS.map((value) => ({ value, label: t(`dues.donorKind.${value}`) }))}
      />
      <TextField name="name" label={t('dues.field.name')} required max={200} autoFocus />
      <FieldRow>
        <TextField name="addressForm" label={t('dues.field.addressForm')} optional max={60} />
        <TextField name="contact" label={t('dues.field.contact')} optional max={150} />
      </FieldRow>
      <FieldRow>
        <TextField name="phone" label={t('dues.field.phone')} optional max={40} />
        <TextField name="email" label={t('dues.field.email')} optional max={150} />
      </FieldRow>
      <TextField name="address" label={t('dues.field.address')} optional max={300} />
      <CheckField name="anonymous" label={t('dues.field.anonymous')} />
      <TextAreaField name="note" label={t('dues.field.note')} optional max={1000} />
    </RecordForm>
  );
}
