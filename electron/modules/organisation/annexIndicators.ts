/** Sources of the annex's figures of the organisation: staff on a day, classes of union groups. */
import { GROUP_CLASSES, type GroupClass } from '../../../shared/domain/annexIndicators';
import type { IndicatorRecord } from '../../../shared/domain/indicators';
import type { Db } from '../../db/database';
import { pageOf, type Source, type Span } from '../indicators';
import { classedGroups } from './figuresRepository';
import { profiles } from './repository';

const staff = (db: Db, { asOf }: Span) =>
  profiles(db).find((row) => row.staffCount !== null && (row.validFrom ?? '') <= asOf);

/** The year whose middle lies in the span; a half-year to the end of May has none. */
function yearOf({ from, to }: Span): number | null {
  const year = Number(to.slice(0, 4));
  return [year, year - 1].find((one) => from <= `${one}-06-30` && `${one}-06-30` <= to) ?? null;
}

const classed = (which: GroupClass): Source => {
  const rows = (db: Db, span: Span): IndicatorRecord[] | null => {
    const year = yearOf(span);
    const all = year === null ? [] : classedGroups(db, year);
    if (all.length === 0) return null;
    return all.flatMap(({ class: given, ...row }) =>
      given === which ? [{ entity: 'org_unit' as const, ...row, date: null, amount: 1 }] : [],
    );
  };
  return {
    value(db, span) {
      const found = rows(db, span);
      return found ? { value: found.length } : { value: null, gap: 'noSource' };
    },
    records: (db, span, page) => pageOf(rows(db, span) ?? [], page),
  };
};

export const organisationSources = {
  'organisation.staff': {
    value: (db, span) => ({ value: staff(db, span)?.staffCount ?? null }),
    records(db, span, page) {
      const row = staff(db, span);
      const found = row && {
        entity: 'unit_profile' as const,
        id: row.id,
        label: row.name,
        date: row.validFrom,
        detail: null,
        amount: row.staffCount ?? 0,
      };
      return pageOf(found ? [found] : [], page);
    },
  } satisfies Source,
  ...(Object.fromEntries(
    GROUP_CLASSES.map((code) => [`organisation.class.${code}`, classed(code)]),
  ) as Record<`organisation.class.${GroupClass}`, Source>),
};
