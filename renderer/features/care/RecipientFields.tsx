/** Who is visited or helped: a member, somebody of a member's family, a retired person, a department, anybody. */
import { CARE_WHO, type CareWho, FAMILY_RELATIONS, type Relation } from '../../../shared/domain/care';
import { useQueryOp, useText } from '../../client';
import { FieldRow, MemberField, SelectField, TextField } from '../../ui';

export interface Recipient {
  who: CareWho;
  memberId: number | null;
  orgUnitId: number | null;
  name: string | null;
  relation: Relation | null;
  address: string | null;
}

export const NOBODY: Recipient = {
  who: 'member',
  memberId: null,
  orgUnitId: null,
  name: null,
  relation: null,
  address: null,
};

/** What is sent: only what belongs to the kind of recipient. */
export function recipientOf(values: Partial<Recipient>): Recipient & { relation: Relation } {
  const who = values.who ?? 'member';
  const kin = values.relation && values.relation !== 'self' ? values.relation : 'other';
  return {
    who,
    memberId: who === 'member' || who === 'family' ? (values.memberId ?? null) : null,
    orgUnitId: who === 'collective' ? (values.orgUnitId ?? null) : null,
    name: who === 'member' || who === 'collective' ? null : (values.name ?? null),
    relation: who === 'family' ? kin : 'self',
    address: values.address ?? null,
  };
}

export function RecipientFields({
  who,
  label,
  shown,
  autoFocus = false,
}: {
  who: CareWho;
  label: string;
  /** Name of the member the form begins with. */
  shown: string | null;
  autoFocus?: boolean;
}) {
  const t = useText();
  const departments = useQueryOp('organisation.units', { kind: 'department' }).data?.rows ?? [];
  const named = who === 'family' || who === 'retired' || who === 'outsider';
  return (
    <>
      <SelectField<CareWho>
        name="who"
        label={label}
        required
        options={CARE_WHO.map((value) => ({ value, label: t(`care.who.${value}`) }))}
      />
      {(who === 'member' || who === 'family') && (
        <MemberField
          name="memberId"
          label={t('care.field.member')}
          required
          shown={shown}
          autoFocus={autoFocus}
        />
      )}
      {who === 'collective' && (
        <SelectField
          name="orgUnitId"
          label={t('care.field.orgUnitId')}
          required
          options={departments.map((row) => ({ value: row.id, label: row.name }))}
        />
      )}
      {named && (
        <FieldRow>
          <TextField
            name="name"
            label={t('care.field.name')}
            required={who !== 'family'}
            max={150}
            {...(who === 'family' ? { hint: t('care.field.nameHint') } : {})}
          />
          {who === 'family' ? (
            <SelectField<Relation>
              name="relation"
              label={t('care.field.relation')}
              required
              options={FAMILY_RELATIONS.map((value) => ({ value, label: t(`care.relation.${value}`) }))}
            />
          ) : (
            <TextField name="address" label={t('care.field.address')} max={200} />
          )}
        </FieldRow>
      )}
    </>
  );
}
