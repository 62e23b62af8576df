/** Fields of a follow-up: what was asked, whose it is, what became of it. */
import { FOLLOW_UP_STATES, type FollowUpState } from '../../../../shared/domain/followUps';
import { useQueryOp, useText } from '../../../client';
import {
  DateField,
  FieldRow,
  MemberField,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui';

export type OwnerKind = 'units' | 'member' | 'name';

export interface Asked {
  text: string;
  saidBy: string | null;
  saidTitle: string | null;
  saidOn: string | null;
  dueOn: string | null;
  kind: OwnerKind;
  memberId: number | null;
  unitIds: number[] | null;
  unitId: number | null;
  ownerName: string | null;
}

export interface Report {
  state: FollowUpState;
  result: string | null;
  doneOn: string | null;
}

export function AskedFields({ autoFocus = false }: { autoFocus?: boolean }) {
  const t = useText();
  return (
    <>
      <TextAreaField name="text" label={t('followUps.text')} required max={2000} autoFocus={autoFocus} />
      <FieldRow>
        <TextField name="saidBy" label={t('followUps.saidBy')} max={120} />
        <TextField name="saidTitle" label={t('followUps.saidTitle')} max={200} />
      </FieldRow>
      <FieldRow>
        <DateField name="saidOn" label={t('followUps.saidOn')} precision="day" />
        <DateField name="dueOn" label={t('followUps.dueOn')} precision="day" />
      </FieldRow>
    </>
  );
}

/** One of the three kinds of owner; `onAll` chooses every group, where many units may be named. */
export function OwnerFields({
  kind,
  shown,
  onAll,
}: {
  kind: OwnerKind;
  /** The member the form begins with. */
  shown?: string | null;
  onAll?: (ids: number[]) => void;
}) {
  const t = useText();
  return (
    <>
      <SegmentedField<OwnerKind>
        name="kind"
        label={t('followUps.kind')}
        options={(['units', 'member', 'name'] as const).map((value) => ({
          value,
          label: t(`followUps.kinds.${value}`),
        }))}
      />
      {kind === 'units' && <UnitsField {...(onAll ? { onAll } : {})} />}
      {kind === 'member' && (
        <MemberField name="memberId" label={t('followUps.member')} shown={shown ?? null} required />
      )}
      {kind === 'name' && <TextField name="ownerName" label={t('followUps.ownerName')} required max={200} />}
    </>
  );
}

function UnitsField({ onAll }: { onAll?: (ids: number[]) => void }) {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows.filter((one) => one.closedOn === null) ?? [];
  const groups = units.filter((one) => one.kind === 'group');
  const options = units.map((one) => ({ value: one.id, label: one.name }));
  if (!onAll)
    return <SelectField<number> name="unitId" label={t('followUps.unit')} required options={options} />;
  return (
    <>
      <SelectField<number>
        name="unitIds"
        label={t('followUps.units')}
        hint={t('followUps.unitsHint')}
        required
        multiple
        options={options}
      />
      {groups.length > 0 && (
        <button type="button" className="so-linklike" onClick={() => onAll(groups.map((one) => one.id))}>
          {t('followUps.allUnits')}
        </button>
      )}
    </>
  );
}

export function ReportFields() {
  const t = useText();
  return (
    <>
      <FieldRow>
        <SelectField<FollowUpState>
          name="state"
          label={t('followUps.state')}
          options={FOLLOW_UP_STATES.map((value) => ({ value, label: t(`followUps.states.${value}`) }))}
        />
        <DateField name="doneOn" label={t('followUps.doneOn')} optional precision="day" />
      </FieldRow>
      <TextAreaField name="result" label={t('followUps.result')} optional max={3000} />
    </>
  );
}
