/** Choosing a blank: those for a layout first, then the others. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useQueryOp, useText } from '../../../client';
import { Icon } from '../../../ui';
import type { Blank } from './backdrop';

const NONE: readonly Blank[] = [];

export function useBlanks(): readonly Blank[] {
  return useQueryOp('certificates.blanks', {}).data?.rows ?? NONE;
}

/** The blank that names a layout as its own; one for any layout is not proposed. */
export const blankFor = (blanks: readonly Blank[], layoutId: string): Blank | undefined =>
  blanks.find((blank) => blank.layouts.includes(layoutId));

/** What is printed onto: the blank of the layout, else the only one there is when it is for any layout. */
export const blankToPrint = (blanks: readonly Blank[], layoutId: string): Blank | undefined =>
  blankFor(blanks, layoutId) ??
  (blanks.length === 1 ? blanks.find((blank) => blank.layouts.length === 0) : undefined);

export interface BlankSelectProps {
  layoutId: string;
  value: number | null;
  onChange(id: number | null): void;
}

export function BlankSelect({ layoutId, value, onChange }: BlankSelectProps) {
  const t = useText();
  const blanks = useBlanks();
  const fits = (blank: Blank) => blank.layouts.length === 0 || blank.layouts.includes(layoutId);
  const options = (rows: readonly Blank[]) => rows.map((row) => ({ value: row.id, label: row.name }));
  const others = blanks.filter((blank) => !fits(blank));
  return (
    <Select<number>
      aria-label={t('blanks.blank')}
      value={blanks.some((row) => row.id === value) ? (value as number) : 0}
      onChange={(id) => onChange(id === 0 ? null : id)}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 0, label: t('blanks.noBlank') },
        ...options(blanks.filter(fits)),
        ...(others.length > 0 ? [{ label: t('blanks.otherLayouts'), options: options(others) }] : []),
      ]}
    />
  );
}
