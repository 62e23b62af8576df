/** What the screens of opinions and of workplace democracy share. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import { type Translate, useQueryOp, useText } from '../../client';
import { Icon, todayIso } from '../../ui';

export type OpinionRow = OutputOf<'opinions.list'>['rows'][number];
export type Catalogue = OutputOf<'opinions.catalogue'>;
const NONE: Catalogue = { topics: [], kinds: [] };

export const useCatalogue = (): Catalogue =>
  useQueryOp('opinions.catalogue', {}, { keep: true }).data ?? NONE;

/** Name of a row of the office's lists in the language of the screen. */
export const nameIn = (t: Translate, name: string, nameEn: string | null): string =>
  t.language === 'en' ? (nameEn ?? name) : name;

const FIRST_YEAR = 4;

/** The year the address tells, this one when it tells none; null: all. */
export function useYear(
  { params, set }: { params: URLSearchParams; set(changes: Record<string, string | null>): void },
  withAll = true,
): { year: number | null; from: string | null; to: string | null; chooser: React.ReactNode } {
  const t = useText();
  const now = Number(todayIso().slice(0, 4));
  const text = params.get('year') ?? '';
  const year = text === 'all' && withAll ? null : /^(19|20)\d\d$/.test(text) ? Number(text) : now;
  const years = [
    ...new Set([
      ...Array.from({ length: FIRST_YEAR + 1 }, (_, at) => now + 1 - at),
      ...(year === null ? [] : [year]),
    ]),
  ].sort((a, b) => b - a);
  const chooser = (
    <Select<number | 'all'>
      className="so-opinions-year"
      aria-label={t('opinions.allYears')}
      value={year ?? 'all'}
      onChange={(chosen) => set({ year: chosen === now ? null : String(chosen) })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        ...years.map((value) => ({ value, label: t('opinions.yearIs', { year: value }) })),
        ...(withAll ? [{ value: 'all' as const, label: t('opinions.allYears') }] : []),
      ]}
    />
  );
  return {
    year,
    from: year === null ? null : `${year}-01-01`,
    to: year === null ? null : `${year}-12-31`,
    chooser,
  };
}
