/** A rank: its least points, the yearly class it stands for, and what it asks for besides points. */
import { ORG_CLASSES } from '../../../../shared/contract/organisationTree';
import { DISCIPLINE_FROM, type DisciplineFrom } from '../../../../shared/domain/scoringRanks';
import { useText } from '../../../client';
import { CountField, FormSection, RecordForm, ScoreField, SelectField, TextField } from '../../../ui';
import type { PanelProps } from './SetPanel';
import { type Rank, withRank } from './tree';

interface Values extends Pick<Rank, 'name' | 'nameEn' | 'min' | 'class'> {
  groupShare: number | null;
  discipline: DisciplineFrom | null;
  age: number | null;
  quota: number | null;
}

function toValues({ name, nameEn, min, class: yearly, conditions }: Rank): Values {
  const values: Values = {
    name,
    nameEn,
    min,
    class: yearly,
    groupShare: null,
    discipline: null,
    age: null,
    quota: null,
  };
  for (const condition of conditions) {
    if (condition.kind === 'discipline') values.discipline = condition.from;
    else if (condition.kind === 'age') values.age = condition.months;
    else values[condition.kind] = condition.percent;
  }
  return values;
}

function fromValues({ groupShare, discipline, age, quota, ...rank }: Values): Rank {
  return {
    ...rank,
    class: rank.class ?? null,
    conditions: [
      ...(groupShare == null ? [] : [{ kind: 'groupShare' as const, percent: groupShare }]),
      ...(discipline == null ? [] : [{ kind: 'discipline' as const, from: discipline }]),
      ...(age == null ? [] : [{ kind: 'age' as const, months: age }]),
      ...(quota == null ? [] : [{ kind: 'quota' as const, percent: quota }]),
    ],
  };
}

/** Conditions of a rank in words, for the table. */
export function useConditionWords(): (rank: Rank) => string {
  const t = useText();
  return ({ conditions }) =>
    conditions
      .map((condition) => {
        if (condition.kind === 'discipline')
          return `${t('reviewWork.set.discipline')} ${t(`reviewWork.set.disciplines.${condition.from}`)}`;
        if (condition.kind === 'age') return `${t('reviewWork.set.age')}: ${condition.months}`;
        return `${t(`reviewWork.set.${condition.kind}`)}: ${condition.percent}`;
      })
      .join('; ');
}

export function RankForm({ set, at, onSave, onClose }: PanelProps & { at: number }) {
  const t = useText();
  const rank: Rank = set.fields.ranks[at] ?? { name: '', nameEn: null, min: 0, class: null, conditions: [] };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={toValues(rank)}
      onCancel={onClose}
      onSubmit={async (values) => {
        await onSave(withRank(set.fields, at, fromValues(values)));
        onClose();
      }}
    >
      <TextField name="name" label={t('review.set.rankName')} required max={100} autoFocus />
      <TextField name="nameEn" label={t('review.set.rankNameEn')} optional max={100} />
      <ScoreField name="min" label={t('review.set.rankMin')} required min={0} max={1000} />
      <SelectField
        name="class"
        label={t('reviewWork.set.class')}
        hint={t('reviewWork.set.classHint')}
        options={ORG_CLASSES.map((value) => ({ value, label: t(`reviewWork.set.classes.${value}`) }))}
        clearable
        optional
      />
      <FormSection title={t('reviewWork.set.conditions')}>
        <ScoreField name="groupShare" label={t('reviewWork.set.groupShare')} min={1} max={100} optional />
        <SelectField
          name="discipline"
          label={t('reviewWork.set.discipline')}
          options={DISCIPLINE_FROM.map((value) => ({
            value,
            label: t(`reviewWork.set.disciplines.${value}`),
          }))}
          clearable
          optional
        />
        <CountField name="age" label={t('reviewWork.set.age')} min={1} max={120} optional />
        {set.fields.kind !== 'union' && (
          <ScoreField name="quota" label={t('reviewWork.set.quota')} min={1} max={100} optional />
        )}
      </FormSection>
    </RecordForm>
  );
}
