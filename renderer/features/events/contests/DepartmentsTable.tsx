/** Participation by department: entries, people, members of the day, rate, prizes. */
import { useMemo } from 'react';
import { useText } from '../../../client';
import { type Column, PlainTable, useFormat } from '../../../ui';
import type { Contest } from './ContestTab';

type Row = Contest['departments'][number];

export function DepartmentsTable({ contest }: { contest: Contest }) {
  const t = useText();
  const format = useFormat();
  const { totals, departments, day } = contest;
  const columns = useMemo<Column<Row>[]>(() => {
    const count = (key: 'entries' | 'people' | 'members' | 'prizes', width: number): Column<Row> => ({
      key,
      header: t(`contests.departments.${key}`),
      width,
      align: 'right',
      cell: (row) => format.count(row[key]),
    });
    return [
      {
        key: 'name',
        header: t('contests.departments.name'),
        cell: (row) => row.name ?? t('contests.departments.none'),
      },
      count('entries', 90),
      count('people', 90),
      count('members', 100),
      {
        key: 'rate',
        header: t('contests.departments.rate'),
        width: 80,
        align: 'right',
        cell: (row) => format.percent(row.people, row.members),
      },
      count('prizes', 80),
    ];
  }, [t, format]);
  return (
    <section>
      <h2>{t('contests.departments.title')}</h2>
      <PlainTable
        framed
        caption={t('contests.departments.title')}
        columns={columns}
        rows={departments}
        rowKey={(row) => row.departmentId ?? 0}
        totals={{
          name: t('contests.departments.total'),
          entries: format.count(totals.entries),
          people: format.count(totals.people),
          members: format.count(totals.members),
          rate: format.percent(totals.people, totals.members),
          prizes: format.count(totals.prizes),
        }}
      />
      <p className="so-caption">{t('contests.departments.asOf', { day: format.date(day) })}</p>
    </section>
  );
}
