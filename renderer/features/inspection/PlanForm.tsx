/** What a plan says around its sessions, and what its report adds to the figures. */
import type { InputOf, OutputOf } from '../../../shared/contract';
import type { InspectionKind } from '../../../shared/domain/inspection';
import { useCommandOp, useText } from '../../client';
import { DateField, RecordForm, TextAreaField } from '../../ui';

type Plan = NonNullable<OutputOf<'inspection.plan'>['plan']>;
type Values = Omit<InputOf<'inspection.savePlan'>, 'id' | 'version' | 'kind' | 'year'>;

interface PlanFormProps {
  kind: InspectionKind;
  year: number;
  plan: Plan;
  onDone(): void;
}

export function PlanForm({ kind, year, plan, onDone }: PlanFormProps) {
  const t = useText();
  const save = useCommandOp('inspection.savePlan', {
    failure: 'inline',
    done: () => t('inspection.plan.saved'),
  });
  const { id, version, approvedOn, legalBasis, purpose, shortcomings, directions } = plan;
  return (
    <RecordForm<Values>
      draftKey={`inspection-plan:${id}`}
      initial={{ approvedOn, legalBasis, purpose, shortcomings, directions }}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, id, version, kind, year });
        onDone();
      }}
    >
      <DateField name="approvedOn" label={t('inspection.field.approvedOn')} precision="day" optional />
      <TextAreaField
        name="legalBasis"
        label={t('inspection.field.legalBasis')}
        hint={t('inspection.field.legalBasisHint')}
        optional
        max={3000}
      />
      <TextAreaField name="purpose" label={t('inspection.field.purpose')} optional max={3000} />
      <TextAreaField name="shortcomings" label={t('inspection.field.shortcomings')} optional max={3000} />
      <TextAreaField name="directions" label={t('inspection.field.directions')} optional max={3000} />
    </RecordForm>
  );
}
