/** A criterion: wording, maximum, evidence, the figures it reads and how they become a proposed score. */
import { useState } from 'react';
import { INDICATORS } from '../../../../shared/domain/indicators';
import { useText } from '../../../client';
import {
  FieldRow,
  FormSection,
  RecordForm,
  ScoreField,
  SelectField,
  SwitchField,
  TextField,
} from '../../../ui';
import type { PanelProps } from './SetPanel';
import { type Criterion, fromRuleValues, type RuleValues, STEPS, toRuleValues, withCriterion } from './tree';

type Values = Omit<Criterion, 'uid' | 'indicators' | 'rule'> & RuleValues;

export function CriterionForm({
  set,
  group,
  at,
  onSave,
  onClose,
}: PanelProps & { group: number; at: number }) {
  const t = useText();
  const siblings = set.fields.groups[group];
  const criterion: Criterion = siblings?.criteria[at] ?? {
    uid: null,
    code: `${siblings?.code ?? ''}.${at + 1}`,
    title: '',
    titleEn: null,
    max: 1,
    evidence: null,
    evidenceEn: null,
    indicators: [],
    rule: null,
  };
  const { uid, indicators: _own, rule, ...wording } = criterion;
  const rules = toRuleValues(criterion);
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ ...wording, ...rules }}
      enterSaves={false}
      onCancel={onClose}
      onSubmit={({ ruleKind, ruleOf, perYear, steps, indicators, ...values }) => {
        const next = { indicators: indicators ?? [], ruleKind, ruleOf: ruleOf ?? [], perYear, steps };
        return onSave(
          withCriterion(set.fields, group, at, {
            ...values,
            uid,
            indicators: next.indicators,
            rule: fromRuleValues(next, rule),
          }),
        );
      }}
    >
      <FieldRow>
        <TextField name="code" label={t('review.set.code')} required max={12} />
        <ScoreField name="max" label={t('review.set.points')} required min={0.25} max={1000} />
      </FieldRow>
      <TextField name="title" label={t('review.set.itemTitle')} required max={300} autoFocus />
      <TextField name="titleEn" label={t('review.set.itemTitleEn')} optional max={300} />
      <TextField name="evidence" label={t('review.set.evidence')} optional max={300} />
      <TextField name="evidenceEn" label={t('review.set.evidenceEn')} optional max={300} />
      <RuleFields initial={rules} />
    </RecordForm>
  );
}

function RuleFields({ initial }: { initial: RuleValues }) {
  const t = useText();
  const [kind, setKind] = useState(initial.ruleKind);
  const options = INDICATORS.map((each) => ({
    value: each.id,
    label: t.language === 'vi' ? each.label : each.labelEn,
  }));
  return (
    <FormSection title={t('review.set.rule')}>
      <SelectField
        name="indicators"
        label={t('review.set.indicators')}
        hint={t('review.set.indicatorsHint')}
        options={options}
        multiple
        optional
      />
      <SelectField
        name="ruleKind"
        label={t('review.set.rule')}
        options={[
          { value: 'none', label: t('review.set.ruleNone') },
          { value: 'steps', label: t('review.set.ruleSteps') },
          { value: 'each', label: t('review.set.ruleEach') },
        ]}
        onPicked={(value) => setKind(value as RuleValues['ruleKind'])}
      />
      {kind !== 'none' && (
        <SelectField name="ruleOf" label={t('review.set.ruleOf')} options={options} multiple optional />
      )}
      {kind === 'steps' && (
        <>
          {Array.from({ length: STEPS }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps keep their places
            <FieldRow key={i}>
              <ScoreField
                name={['steps', i, 'min']}
                label={`${t('review.set.step', { n: i + 1 })}: ${t('review.set.stepMin')}`}
                min={0}
              />
              <ScoreField
                name={['steps', i, 'share']}
                label={t('review.set.stepShare')}
                min={0}
                max={100}
                unit="%"
              />
            </FieldRow>
          ))}
          <SwitchField name="perYear" label={t('review.set.perYear')} />
        </>
      )}
    </FormSection>
  );
}
