/** The closing review: what both sides say of it, and a rounded sum that the records must bear. */
import { COUNT_FLAGS } from '../../../shared/domain/eventFigures';
import { moneyProse, type Vagueness } from '../../../shared/text/numbers';
import { useCommandOp, useText } from '../../client';
import {
  DateField,
  FieldRow,
  FormSection,
  MoneyField,
  RecordForm,
  SelectField,
  TextAreaField,
  todayIso,
} from '../../ui';
import type { Sheet } from './words';

interface Values {
  closedOn: string;
  summary: string | null;
  proposals: string | null;
  stated: number | null;
  statedFlag: Vagueness;
}

export function ClosingForm({ sheet: { agreement }, onDone }: { sheet: Sheet; onDone(): void }) {
  const t = useText();
  const { id, version, money } = agreement;
  const save = useCommandOp('agreements.close', {
    failure: 'inline',
    done: () => t('agreements.closing.saved'),
  });
  return (
    <RecordForm<Values>
      draftKey={`agreement-closing:${id}`}
      initial={{
        closedOn: agreement.closedOn ?? todayIso(),
        summary: agreement.summary,
        proposals: agreement.proposals,
        stated: agreement.stated?.amount ?? null,
        statedFlag: agreement.stated?.flag ?? 'atLeast',
      }}
      onCancel={onDone}
      onSubmit={async ({ stated, statedFlag, ...told }) => {
        await save.run({
          ...told,
          id,
          version,
          stated: stated ? { amount: stated, flag: statedFlag } : null,
        });
        onDone();
      }}
    >
      <DateField name="closedOn" label={t('agreements.field.closedOn')} precision="day" required autoFocus />
      <TextAreaField name="summary" label={t('agreements.field.summary')} optional max={6000} />
      <TextAreaField name="proposals" label={t('agreements.field.proposals')} optional max={4000} />
      <FormSection title={t('agreements.figures.money')}>
        <p className="so-caption">
          {money.total === null
            ? t('agreements.closing.noSum')
            : t('agreements.closing.sum', { text: moneyProse(money.total, money.flag, t.language) })}
        </p>
        <FieldRow>
          <SelectField
            name="statedFlag"
            label={t('agreements.field.statedFlag')}
            options={COUNT_FLAGS.map((value) => ({ value, label: t(`agreements.flag.${value}`) }))}
          />
          <MoneyField
            name="stated"
            label={t('agreements.field.stated')}
            hint={t('agreements.closing.statedHint')}
            optional
          />
        </FieldRow>
      </FormSection>
    </RecordForm>
  );
}
