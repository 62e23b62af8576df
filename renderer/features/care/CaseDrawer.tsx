/** A case opened or changed; its money is written on the case's own page. */
import { useState } from 'react';
import { useCommandOp, useText } from '../../client';
import {
  DateField,
  Drawer,
  FieldRow,
  MoneyField,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';
import { NOBODY, type Recipient, RecipientFields, recipientOf } from './RecipientFields';
import { nameOf, useCatalogue, useGroupOn, type Whole } from './useCare';

interface Values extends Recipient {
  kindId: number;
  title: string;
  openedOn: string;
  circumstances?: string | null;
  object: string | null;
  budget: number | null;
  decision: string | null;
  note: string | null;
}

/** A case as its operation takes it, without what is masked. */
export const fieldsOf = (whole: Whole) => ({
  kindId: whole.row.kindId,
  title: whole.row.title,
  openedOn: whole.row.openedOn,
  who: whole.row.who,
  memberId: whole.row.memberId,
  orgUnitId: whole.row.orgUnitId,
  name: whole.row.name,
  relation: whole.row.relation,
  address: whole.address,
  object: whole.object,
  budget: whole.budget,
  decision: whole.decision,
  note: whole.note,
  money: whole.money.map(({ voucherCode: _, earmark: _name, unpaid: _unpaid, ...row }) => row),
});

export function CaseDrawer({
  open,
  whole,
  onClose,
  onMade,
}: {
  open: boolean;
  whole?: Whole;
  onClose(): void;
  onMade?(id: number): void;
}) {
  const t = useText();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={whole ? t('care.case.edit') : t('care.case.add')}
      facts={whole?.row.title}
      width={520}
    >
      {open && <CaseForm whole={whole} onClose={onClose} onMade={onMade} />}
    </Drawer>
  );
}

function CaseForm({
  whole,
  onClose,
  onMade,
}: {
  whole: Whole | undefined;
  onClose(): void;
  onMade: ((id: number) => void) | undefined;
}) {
  const t = useText();
  const { kinds } = useCatalogue();
  const hardshipOn = useGroupOn('hardship');
  const create = useCommandOp('care.createCase', {
    failure: 'inline',
    done: (_, input) => t('care.case.created', { title: input.title }),
  });
  const update = useCommandOp('care.updateCase', { failure: 'inline', done: () => t('care.case.saved') });
  const initial: Partial<Values> = whole
    ? { ...fieldsOf(whole), relation: whole.row.relation === 'self' ? null : whole.row.relation }
    : { ...NOBODY, openedOn: todayIso() };
  const [who, setWho] = useState(initial.who ?? 'member');
  if (kinds.length === 0) return null;
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      onCancel={onClose}
      onValues={(values) => setWho(values.who ?? 'member')}
      onSubmit={async (values) => {
        const { circumstances, ...rest } = values;
        const told = circumstances ? { circumstances } : {};
        const fields = { ...rest, ...recipientOf(values), ...told };
        if (whole) {
          const { money } = fieldsOf(whole);
          await update.run({ ...fields, money, id: whole.row.id, version: whole.row.version });
          onClose();
        } else onMade?.((await create.run(fields)).id);
      }}
    >
      <SelectField
        name="kindId"
        autoFocus={!whole}
        label={t('care.field.kindId')}
        required
        options={kinds.map((row) => ({ value: row.id, label: nameOf(t, row) }))}
      />
      <TextField name="title" label={t('care.field.title')} required max={200} />
      <RecipientFields
        who={who}
        label={t('care.field.whoHelped')}
        shown={whole ? (whole.row.member ?? whole.row.name) : null}
      />
      <FieldRow>
        <DateField name="openedOn" label={t('care.field.openedOn')} precision="day" required />
        <MoneyField name="budget" label={t('care.field.budget')} />
      </FieldRow>
      {(who === 'member' || who === 'family' || who === 'collective') && (
        <TextField name="address" label={t('care.field.address')} max={200} />
      )}
      <TextField name="object" label={t('care.field.object')} max={300} />
      <TextField name="decision" label={t('care.field.decision')} max={200} />
      {hardshipOn && !whole?.hasCircumstances && (
        <TextAreaField
          name="circumstances"
          label={t('care.field.circumstances')}
          hint={t('care.field.circumstancesHint')}
        />
      )}
      <TextAreaField name="note" label={t('care.field.note')} />
    </RecordForm>
  );
}
