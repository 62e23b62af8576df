/** Members who came to the courses of the filter, with how many and how many certificates. */
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { type Column, Drawer, ErrorState, LoadingBars, NameCell, PlainTable, useFormat } from '../../../ui';
import type { CourseFilter } from './CourseFilters';

type Row = OutputOf<'training.people'>['rows'][number];

interface PeopleOfCoursesProps {
  filter: CourseFilter;
  open: boolean;
  onClose(): void;
}

export function PeopleOfCourses({ filter, open, onClose }: PeopleOfCoursesProps) {
  const t = useText();
  return (
    <Drawer open={open} onClose={onClose} title={t('training.list.whoTitle')} width={560}>
      {open && <List filter={filter} />}
    </Drawer>
  );
}

function List({ filter }: { filter: CourseFilter }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('training.people', filter);
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('training.certificates.name'),
        cell: (row) => (
          <Link to={`/members/${row.memberId}`}>
            <NameCell name={row.fullName} given={row.givenName} />
          </Link>
        ),
      },
      {
        key: 'department',
        header: t('training.certificates.department'),
        width: 170,
        cell: (row) => row.department ?? '',
      },
      {
        key: 'courses',
        header: t('training.list.courseCount'),
        width: 70,
        align: 'right',
        cell: (row) => format.count(row.courses),
      },
      {
        key: 'certificates',
        header: t('training.list.certificates'),
        width: 56,
        align: 'right',
        cell: (row) => (row.certificates === 0 ? '' : format.count(row.certificates)),
      },
    ],
    [t, format],
  );
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  return (
    <PlainTable
      framed
      caption={t('training.list.whoTitle')}
      columns={columns}
      rows={query.data.rows}
      rowKey={(row) => row.memberId}
    />
  );
}
