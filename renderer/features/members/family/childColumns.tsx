/** Columns of the list of children. */
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import { type Column, NameCell, useFormat } from '../../../ui';
import { useShortPlace } from '../places';
import { ageOfChild, schoolYearText } from './words';

type Row = OutputOf<'members.children'>['rows'][number];

export function useChildListColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  const shortPlace = useShortPlace();
  return useMemo<Column<Row>[]>(() => {
    const departments = (row: Row) => [...new Set(row.parents.flatMap((parent) => parent.department ?? []))];
    const lastResult = (row: Row) => {
      const [last] = row.results;
      const result = last?.result && t(`memberFamily.school.results.${last.result}`);
      return last && [schoolYearText(last.schoolYear), result, last.prize].filter(Boolean).join(' · ');
    };
    return [
      {
        key: 'name',
        header: t('memberFamily.child.name'),
        required: true,
        sort: 'name',
        width: 145,
        cell: (row) => <NameCell name={row.fullName} given={row.givenName} />,
      },
      {
        key: 'gender',
        header: t('memberFamily.child.gender'),
        width: 68,
        fixed: true,
        cell: (row) => row.gender && t(`members.gender.${row.gender}`),
      },
      {
        key: 'birthDate',
        header: t('memberFamily.child.birthDate'),
        sort: 'birthDate',
        width: 96,
        fixed: true,
        cell: (row) => format.date(row.birthDate),
      },
      {
        key: 'age',
        header: t('memberFamily.child.age'),
        width: 72,
        fixed: true,
        cell: (row) => ageOfChild(row.age, t),
      },
      {
        key: 'parents',
        header: t('memberFamily.child.parents'),
        sort: 'parent',
        width: 200,
        title: (row) => row.parents.map((parent) => parent.fullName).join(' · '),
        cell: (row) =>
          row.parents.map((parent, at) => (
            <span key={parent.id}>
              {at > 0 && ' · '}
              <Link to={`/members/${parent.id}?tab=family`}>{parent.fullName}</Link>
            </span>
          )),
      },
      {
        key: 'department',
        header: t('memberFamily.list.department'),
        sort: 'department',
        width: 175,
        title: (row) => departments(row).join(' · '),
        cell: (row) => departments(row).map(shortPlace).join(' · '),
      },
      {
        key: 'result',
        header: t('memberFamily.list.lastResult'),
        width: 340,
        title: (row) => lastResult(row),
        cell: lastResult,
      },
    ];
  }, [t, format, shortPlace]);
}
