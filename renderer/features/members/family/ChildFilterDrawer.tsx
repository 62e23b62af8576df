/** Conditions of the list of children, as a form and as chips that read as a sentence. */
import type { InputOf } from '../../../../shared/contract';
import { SCHOOL_RESULTS } from '../../../../shared/contract/memberFamily';
import { useQueryOp, useText } from '../../../client';
import {
  CheckField,
  CountField,
  Drawer,
  FieldRow,
  type FilterChip,
  RecordForm,
  SelectField,
  todayIso,
} from '../../../ui';
import { schoolYearOf, schoolYearText } from './words';

export type ChildFilter = Pick<
  InputOf<'members.children'>,
  'under' | 'ageFrom' | 'departmentIds' | 'formerParents' | 'schoolYear' | 'results' | 'withPrize'
>;
const YEARS_BACK = 15;

export function ChildFilterDrawer({
  filter,
  onClose,
  onApply,
}: {
  filter: ChildFilter;
  onClose(): void;
  onApply(filter: ChildFilter): void;
}) {
  const t = useText();
  const units = useQueryOp('organisation.units', { kind: 'department' }).data?.rows ?? [];
  const thisYear = schoolYearOf(todayIso());
  return (
    <Drawer open onClose={onClose} title={t('memberFamily.list.conditions')}>
      <RecordForm<ChildFilter>
        draftKey={null}
        initial={filter}
        saveLabel={t('memberFamily.list.apply')}
        onCancel={onClose}
        onSubmit={async (values) =>
          onApply({
            under: values.under ?? null,
            ageFrom: values.ageFrom ?? null,
            schoolYear: values.schoolYear ?? null,
            departmentIds: values.departmentIds ?? [],
            results: values.results ?? [],
            withPrize: values.withPrize ?? false,
            formerParents: values.formerParents ?? false,
          })
        }
      >
        <FieldRow>
          <CountField name="under" label={t('memberFamily.list.under')} max={120} />
          <CountField name="ageFrom" label={t('memberFamily.list.ageFrom')} max={120} />
        </FieldRow>
        <p className="so-caption">{t('memberFamily.list.underHint')}</p>
        <SelectField
          name="departmentIds"
          label={t('memberFamily.list.departments')}
          multiple
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <SelectField
          name="schoolYear"
          label={t('memberFamily.list.schoolYear')}
          clearable
          options={Array.from({ length: YEARS_BACK }, (_, at) => thisYear - at).map((value) => ({
            value,
            label: schoolYearText(value),
          }))}
        />
        <SelectField
          name="results"
          label={t('memberFamily.list.results')}
          multiple
          options={SCHOOL_RESULTS.map((value) => ({
            value,
            label: t(`memberFamily.school.results.${value}`),
          }))}
        />
        <CheckField name="withPrize" label={t('memberFamily.list.withPrize')} />
        <CheckField name="formerParents" label={t('memberFamily.list.formerParents')} />
      </RecordForm>
    </Drawer>
  );
}

export function useChildChips(
  filter: ChildFilter,
  onChange: (filter: ChildFilter) => void,
  onEdit: () => void,
): FilterChip[] {
  const t = useText();
  const chip = (key: keyof ChildFilter, label: string, value: string): FilterChip => ({
    key,
    label,
    value,
    onEdit,
    onRemove: () => {
      const { [key]: _, ...rest } = filter;
      onChange({ ...rest, ...(key === 'under' ? { under: null } : {}) });
    },
  });
  const { under, ageFrom, departmentIds = [], schoolYear, results = [], withPrize, formerParents } = filter;
  return [
    ...(ageFrom
      ? [
          chip(
            'ageFrom',
            t('memberFamily.list.chipUnder'),
            t('memberFamily.list.chipFromValue', { age: ageFrom }),
          ),
        ]
      : []),
    ...(under
      ? [
          chip(
            'under',
            t('memberFamily.list.chipUnder'),
            t('memberFamily.list.chipUnderValue', { age: under }),
          ),
        ]
      : []),
    ...(departmentIds.length > 0
      ? [
          chip(
            'departmentIds',
            t('memberFamily.list.department'),
            t('memberFamily.list.departmentCount', { count: departmentIds.length }),
          ),
        ]
      : []),
    ...(schoolYear ? [chip('schoolYear', t('memberFamily.list.chipYear'), schoolYearText(schoolYear))] : []),
    ...(results.length > 0
      ? [
          chip(
            'results',
            t('memberFamily.list.results'),
            results.map((value) => t(`memberFamily.school.results.${value}`)).join(' · '),
          ),
        ]
      : []),
    ...(withPrize ? [chip('withPrize', t('memberFamily.list.chipPrize'), t('memberFamily.list.yes'))] : []),
    ...(formerParents
      ? [chip('formerParents', t('memberFamily.list.chipFormer'), t('memberFamily.list.chipFormerValue'))]
      : []),
  ];
}
