/** Households as of a day: how many the members make, and the couples who are both members. */
import { House, Users } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import {
  type Column,
  DataTable,
  EmptyState,
  FigureLink,
  NameCell,
  Page,
  type PageProps,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../../ui';
import { useShortPlace } from '../places';
import { AsOfChip } from '../views/AsOfChip';

type Row = OutputOf<'members.households'>['rows'][number];
type Person = Row['couple'][number];

export function HouseholdsPage({
  tabs,
  day,
  onDay,
}: {
  tabs: NonNullable<PageProps['tabs']>;
  day: string | null;
  onDay(day: string | null): void;
}) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const source = usePagedOp('members.households', { day });
  const counts = useQueryOp('members.households', { day, limit: 1 }).data;
  const columns = useColumns('households', useHouseholdColumns());
  return (
    <Page
      fill
      title={t('memberFamily.list.tabHouseholds')}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      facts={[t('memberFamily.households.explain')]}
      tabs={tabs}
      toolbar={
        <>
          {counts && (
            <div className="so-family-count">
              <span>
                <strong>
                  <FigureLink to="/members" label={t('memberFamily.households.members')}>
                    {format.count(counts.members)}
                  </FigureLink>
                </strong>
                {t('memberFamily.households.members')}
              </span>
              <span>
                <strong>{format.count(counts.households)}</strong>
                {t('memberFamily.households.households')}
              </span>
              <span>
                <strong>{format.count(counts.total)}</strong>
                {t('memberFamily.households.couples')}
              </span>
            </div>
          )}
          <span className="so-push" />
          <AsOfChip value={day} onChange={onDay} />
        </>
      }
    >
      <DataTable
        label={t('memberFamily.households.caption')}
        source={source}
        columns={columns}
        rowKey={(row) => row.marriageId}
        rowLabel={(row) => row.couple.map((person) => person.fullName).join(' – ')}
        onOpen={(row) => navigate(`/members/${row.couple[0]?.id}?tab=family`)}
        empty={
          <EmptyState
            icon={House}
            title={t('memberFamily.households.empty')}
            primary={{
              key: 'register',
              label: t('memberFamily.list.openRegister'),
              icon: Users,
              onClick: () => navigate('/members'),
            }}
          >
            {t('memberFamily.households.emptyBody')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useHouseholdColumns(): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  const shortPlace = useShortPlace();
  return useMemo<Column<Row>[]>(() => {
    const person = (one: Person | undefined) =>
      one && (
        <Link to={`/members/${one.id}?tab=family`}>
          <NameCell name={one.fullName} given={one.givenName} />
        </Link>
      );
    return [
      {
        key: 'first',
        header: t('memberFamily.households.first'),
        required: true,
        width: 220,
        cell: (row) => person(row.couple[0]),
      },
      {
        key: 'firstDepartment',
        header: t('memberFamily.list.department'),
        width: 190,
        title: (row) => row.couple[0]?.department ?? undefined,
        cell: (row) => shortPlace(row.couple[0]?.department),
      },
      {
        key: 'second',
        header: t('memberFamily.households.second'),
        width: 220,
        cell: (row) => person(row.couple[1]),
      },
      {
        key: 'secondDepartment',
        header: t('memberFamily.list.department'),
        width: 190,
        title: (row) => row.couple[1]?.department ?? undefined,
        cell: (row) => shortPlace(row.couple[1]?.department),
      },
      {
        key: 'marriedOn',
        header: t('memberFamily.households.marriedOn'),
        width: 120,
        cell: (row) => format.date(row.marriedOn),
      },
    ];
  }, [t, format, shortPlace]);
}
