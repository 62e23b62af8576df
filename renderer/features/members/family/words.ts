/** How ages, school years and names of families are said. */
import type { Translate } from '../../../client';

/** "12 tuổi", "15–16 tuổi" while only the year of birth is known, "Dưới 1 tuổi". */
export function ageOfChild(age: { min: number; max: number } | null, t: Translate): string {
  if (age === null) return t('memberFamily.child.ageUnknown');
  if (age.max === 0) return t('memberFamily.child.ageUnder');
  const words = age.min === age.max ? String(age.min) : `${age.min}–${age.max}`;
  return t('memberFamily.child.ageOf', { age: words });
}

/** "2025–2026". */
export const schoolYearText = (year: number): string => `${year}–${year + 1}`;

/** The school year a day (ISO) is in; it begins in September. */
export const schoolYearOf = (day: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);
