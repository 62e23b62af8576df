/** Year, type and kind of the courses shown. */
import { Select } from 'antd';
import type { InputOf } from '../../../../shared/contract';
import { TRAINING_TYPES } from '../../../../shared/domain/training';
import { useQueryOp, useText } from '../../../client';

export type CourseFilter = Required<InputOf<'training.list'>>;

interface CourseFiltersProps {
  filter: CourseFilter;
  onChange(filter: CourseFilter): void;
}

export function CourseFilters({ filter, onChange }: CourseFiltersProps) {
  const t = useText();
  const years = useQueryOp('events.years', {}).data?.rows ?? [];
  const known = new Set([...years.map((row) => row.year), ...(filter.year === null ? [] : [filter.year])]);
  const all = '' as const;
  return (
    <>
      <Select
        aria-label={t('training.list.year')}
        value={filter.year ?? all}
        onChange={(year) => onChange({ ...filter, year: year === all ? null : Number(year) })}
        options={[
          { value: all, label: t('training.list.everyYear') },
          ...[...known].sort((a, b) => b - a).map((year) => ({ value: year, label: String(year) })),
        ]}
        style={{ width: 120 }}
      />
      <Select
        aria-label={t('training.list.type')}
        value={filter.type ?? all}
        onChange={(type) => onChange({ ...filter, type: type === all ? null : type })}
        options={[
          { value: all, label: t('training.list.everyType') },
          ...TRAINING_TYPES.map((value) => ({ value, label: t(`training.types.${value}`) })),
        ]}
        style={{ width: 220 }}
      />
      <Select
        aria-label={t('training.list.kind')}
        value={filter.kind ?? all}
        onChange={(kind) => onChange({ ...filter, kind: kind === all ? null : kind })}
        options={[
          { value: all, label: t('training.list.everyKind') },
          ...(['training', 'communication'] as const).map((value) => ({
            value,
            label: t(value === 'training' ? 'training.title' : 'training.list.communication'),
          })),
        ]}
        style={{ width: 220 }}
      />
    </>
  );
}
