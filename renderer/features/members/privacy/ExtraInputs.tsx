import { useText } from '../../../client';
import { DateField, FormSection, ScoreField, SelectField, TextField } from '../../../ui';
import { type ExtraField, useExtraFields } from './useFields';

/** The unit's own fields, two beside each other. */
export function ExtraInputs() {
  const t = useText();
  const fields = useExtraFields();
  if (fields.length === 0) return null;
  return (
    <FormSection title={t('memberPrivacy.extra')}>
      <div className="so-members-pairs">
        {fields.map((field) => (
          <ExtraInput key={field.id} field={field} />
        ))}
      </div>
    </FormSection>
  );
}

function ExtraInput({ field }: { field: ExtraField }) {
  const shell = { name: ['extra', String(field.id)], label: field.label };
  if (field.kind === 'number') return <ScoreField {...shell} />;
  if (field.kind === 'date') return <DateField {...shell} />;
  if (field.kind === 'choice')
    return (
      <SelectField
        {...shell}
        clearable
        options={field.choices.map((choice) => ({ value: choice, label: choice }))}
      />
    );
  return <TextField {...shell} max={500} />;
}
