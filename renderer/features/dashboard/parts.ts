/** Names of the parts figures are broken into. */
import { AGE_BANDS } from '../../../shared/domain/dashboard';
import type { Translate } from '../../client';
import type { Figures } from './DashboardPage';
import type { FigureList } from './RecordsDrawer';

/** "30–34", "55 trở lên", "Dưới 30". */
export function bandName(key: string, t: Translate): string {
  const band = AGE_BANDS.find((each) => each.key === key);
  if (!band) return t('dashboard.chart.noBirth');
  if (band.to === null) return t('dashboard.chart.from', { age: String(band.from) });
  if (band.from === null) return t('dashboard.chart.under', { age: String(band.to + 1) });
  return `${band.from}–${band.to}`;
}

export const monthName = (month: string, t: Translate): string =>
  t('dashboard.chart.monthName', { month: String(Number(month.slice(5))), year: month.slice(0, 4) });

/** Name of the part a list shows; null for the whole figure. */
export function partName(
  slice: NonNullable<FigureList['slice']> | null,
  data: Figures,
  t: Translate,
): string | null {
  if (!slice) return null;
  const { by, key } = slice;
  if (by === 'age') {
    const [sex, band = ''] = key.split(':');
    const name = sex === 'f' ? t('dashboard.chart.women') : sex === 'm' ? t('dashboard.chart.men') : null;
    return [name, bandName(band, t)].filter(Boolean).join(', ');
  }
  if (by === 'month') return monthName(key, t);
  if (by === 'awardLevel') return t.any(`dashboard.level.${key}`);
  if (by === 'department')
    return data.departments.find((bar) => bar.key === key)?.label ?? t('dashboard.chart.noDepartment');
  if (by === 'profession') return key === 'none' ? t('dashboard.chart.noProfession') : key;
  return key === 'female' ? t('dashboard.chart.women') : key === 'male' ? t('dashboard.chart.men') : null;
}
