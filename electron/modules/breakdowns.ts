/** Figures of the dashboard broken into parts, and the records behind one part. */
import { AppError } from '../../shared/contract/errors';
import { AWARD_LEVELS } from '../../shared/domain/awards';
import {
  AGE_BANDS,
  AGE_SEXES,
  type AgeBand,
  monthsBetween,
  type Slice,
  yearsBefore,
} from '../../shared/domain/dashboard';
import { dateBounds } from '../../shared/domain/dateMath';
import type { IndicatorId } from '../../shared/domain/indicators';
import type { Db } from '../db/database';
import { awardLevelRecords } from './awards/indicators';
import * as events from './events/figuresRepository';
import { type Page, type RecordPage, recordsBehind, type Span } from './indicators';
import * as members from './members/figuresRepository';

export { byAwardLevel, unprintedCertificates } from './awards/indicators';
export { byDepartment, byGender, byProfession } from './members/figuresRepository';
export { setupDone } from './organisation/repository';

/** Birth dates of a band on a day. A year alone counts as its first day. */
function bandDates(band: AgeBand, day: string): Pick<members.MemberSlice, 'bornUntil' | 'bornAfter'> {
  return {
    ...(band.from === null ? {} : { bornUntil: yearsBefore(day, band.from) }),
    ...(band.to === null ? {} : { bornAfter: yearsBefore(day, band.to + 1) }),
  };
}

export interface AgeRow {
  key: string;
  female: number;
  male: number;
  unknown: number;
}

/** Members by age band and sex, the oldest first; 'none' is without a birth date. */
export function byAge(db: Db, day: string): AgeRow[] {
  const rows = members.byBirthDate(db, day);
  const sum = (key: string, fits: (born: string | null) => boolean): AgeRow => {
    const of = (gender: string | null) =>
      rows.filter((row) => row.gender === gender && fits(row.born)).reduce((total, row) => total + row.n, 0);
    return { key, female: of('female'), male: of('male'), unknown: of(null) };
  };
  const bands = AGE_BANDS.map((band) => {
    const { bornUntil, bornAfter } = bandDates(band, day);
    return sum(
      band.key,
      (born) =>
        born !== null &&
        (bornUntil === undefined || born <= bornUntil) &&
        (bornAfter === undefined || born > bornAfter),
    );
  });
  return [...bands, sum('none', (born) => born === null)];
}

/** Events and turns of each month of the period that has begun. */
export function byMonth(db: Db, span: Span): { month: string; events: number; turns: number }[] {
  const ofYear = new Map<number, ReturnType<typeof events.participationByMonth>>();
  return monthsBetween(span.from, span.to).map((month) => {
    const year = Number(month.slice(0, 4));
    if (!ofYear.has(year)) ofYear.set(year, events.participationByMonth(db, year));
    const row = ofYear.get(year)?.find((one) => one.month === Number(month.slice(5)));
    return { month, events: row?.events ?? 0, turns: row?.turns ?? 0 };
  });
}

function memberSlice(by: Slice, key: string, day: string): members.MemberSlice {
  if (by === 'gender' && (key === 'female' || key === 'male' || key === 'none')) return { gender: key };
  if (by === 'department' && (key === 'none' || /^\d{1,15}$/.test(key)))
    return { departmentId: key === 'none' ? 0 : Number(key) };
  if (by === 'profession') return { profession: key === 'none' ? null : key };
  if (by === 'age') {
    const [sex, name] = key.split(':') as [keyof typeof AGE_SEXES, string | undefined];
    const band = AGE_BANDS.find((each) => each.key === name);
    const gender = AGE_SEXES[sex];
    if (gender && name === 'none') return { gender, bornUnknown: true };
    if (gender && band) return { gender, ...bandDates(band, day) };
  }
  throw new AppError('INVALID_INPUT', { fields: { slice: 'INVALID_INPUT' } });
}

/** The records behind one part of a breakdown. Errors: INVALID_INPUT for a part that does not exist. */
export function sliceRecords(
  db: Db,
  id: IndicatorId,
  span: Span,
  slice: { by: Slice; key: string },
  page: Page,
): RecordPage {
  const { by, key } = slice;
  if (by === 'month' && /^\d{4}-(0[1-9]|1[0-2])$/.test(key)) {
    const { first, last } = dateBounds(key);
    return recordsBehind(db, id, { from: first, to: last, until: last, asOf: last }, page);
  }
  if (by === 'awardLevel') {
    const level = AWARD_LEVELS.find((each) => each === key);
    if (level) return awardLevelRecords(db, span, level, page);
    throw new AppError('INVALID_INPUT', { fields: { slice: 'INVALID_INPUT' } });
  }
  return members.activeRecords(db, span.asOf, page, memberSlice(by, key, span.asOf));
}
