/** Adds a dated fact or corrects one. */
import { Form } from 'antd';
import { CalendarClock } from 'lucide-react';
import type { OutputOf } from '../../../../shared/contract';
import { FACT_KINDS, type FactKind, isDatedKind } from '../../../../shared/domain/memberHistory';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { DateField, Drawer, FieldRow, Note, RecordForm, SelectField, TextField, todayIso } from '../../../ui';
import { type Fact, factTitle } from './words';

interface Values {
  kind: FactKind;
  onDate: string | null;
  departmentId: number | null;
  groupId: number | null;
  text: string | null;
  place: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
}

export function FactForm({
  member,
  fact,
  onClose,
  onReload,
}: {
  member: OutputOf<'members.get'>;
  fact: Fact | null;
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const save = useCommandOp('members.saveFact', {
    failure: 'inline',
    done: (_, input) =>
      t(fact ? 'memberHistory.facts.corrected' : 'memberHistory.facts.saved', {
        what: factTitle(t, input.kind),
      }),
  });
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(fact ? 'memberHistory.facts.editTitle' : 'memberHistory.facts.addTitle')}
      facts={member.fields.fullName}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={fact ? valuesOf(fact) : { kind: 'department', onDate: todayIso() }}
        onCancel={onClose}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={async (values) => {
          await save.run({
            ...toInput(values),
            memberId: member.id,
            id: fact?.id ?? null,
            version: fact?.version ?? (values.kind === 'joined' ? member.version : null),
          });
          onClose();
        }}
      >
        <Fields fact={fact} />
      </RecordForm>
    </Drawer>
  );
}

const valuesOf = (fact: Fact): Partial<Values> => ({
  kind: fact.kind,
  onDate: fact.onDate,
  departmentId: fact.kind === 'department' ? (fact.value as number | null) : null,
  groupId: fact.kind === 'group' ? (fact.value as number | null) : null,
  text: typeof fact.value === 'string' ? fact.value : null,
  place: fact.place,
  decisionNo: fact.decisionNo,
  decisionDate: fact.decisionDate,
  reason: fact.reason,
});

function toInput(values: Values) {
  const { kind } = values;
  const value =
    kind === 'department'
      ? values.departmentId
      : kind === 'group'
        ? values.groupId
        : isDatedKind(kind)
          ? values.text
          : null;
  return {
    kind,
    value: value ?? null,
    onDate: values.onDate ?? null,
    place: isDatedKind(kind) ? null : (values.place ?? null),
    decisionNo: values.decisionNo ?? null,
    decisionDate: values.decisionDate ?? null,
    reason: values.reason ?? null,
  };
}

const PLACES: Partial<Record<FactKind, 'placeFrom' | 'placeTo' | 'placeJoined'>> = {
  transferredIn: 'placeFrom',
  transferredOut: 'placeTo',
  joined: 'placeJoined',
};

/** Only what the chosen kind needs. */
function Fields({ fact }: { fact: Fact | null }) {
  const t = useText();
  const form = Form.useFormInstance<Values>();
  const kind = Form.useWatch('kind', form) ?? fact?.kind ?? 'department';
  const onDate = Form.useWatch('onDate', form);
  const units = useQueryOp('organisation.units', { withClosed: true }).data?.rows ?? [];
  const options = (of: 'department' | 'group') =>
    units
      .filter((unit) => (unit.kind === 'department') === (of === 'department'))
      .map((unit) => ({ value: unit.id, label: unit.name }));
  const place = PLACES[kind];
  return (
    <>
      <SelectField
        name="kind"
        label={t('memberHistory.field.kind')}
        required
        disabled={fact !== null}
        autoFocus
        options={FACT_KINDS.map((value) => ({ value, label: factTitle(t, value) }))}
      />
      {kind === 'department' && (
        <SelectField
          name="departmentId"
          label={t('memberHistory.kind.department')}
          options={options('department')}
          clearable
        />
      )}
      {kind === 'group' && (
        <SelectField
          name="groupId"
          label={t('memberHistory.kind.group')}
          options={options('group')}
          clearable
        />
      )}
      {isDatedKind(kind) && kind !== 'department' && kind !== 'group' && (
        <TextField name="text" label={t(`memberHistory.kind.${kind}`)} max={120} />
      )}
      <DateField
        name="onDate"
        label={t(isDatedKind(kind) ? 'memberHistory.field.fromDate' : 'memberHistory.field.onDate')}
        hint={t('memberHistory.field.unknownHint')}
      />
      {typeof onDate === 'string' && onDate > todayIso() && (
        <Note tone="muc" icon={CalendarClock}>
          {t('memberHistory.facts.aheadHint')}
        </Note>
      )}
      {place && <TextField name="place" label={t(`memberHistory.field.${place}`)} max={200} />}
      <FieldRow>
        <TextField name="decisionNo" label={t('memberHistory.field.decisionNo')} max={80} />
        <DateField name="decisionDate" label={t('memberHistory.field.decisionDate')} />
      </FieldRow>
      <TextField name="reason" label={t('memberHistory.field.reason')} max={300} />
    </>
  );
}
