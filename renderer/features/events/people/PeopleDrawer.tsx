/** The people behind a figure: who came, who did not, with the reason. */
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { type Column, Drawer, ErrorState, LoadingBars, NameCell, PlainTable, useFormat } from '../../../ui';

export type PeopleShown = 'came' | 'absent' | 'outside';
type Row = OutputOf<'events.participants'>['rows'][number];
const SHOWN = 500;

export function PeopleDrawer({
  eventId,
  shown,
  onClose,
}: {
  eventId: number;
  shown: PeopleShown | null;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Drawer open={shown !== null} onClose={onClose} title={shown ? t(`events.list.${shown}`) : ''}>
      {shown && <PeopleList eventId={eventId} shown={shown} />}
    </Drawer>
  );
}

function PeopleList({ eventId, shown }: { eventId: number; shown: PeopleShown }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('events.participants', { id: eventId, show: shown, limit: SHOWN });
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('events.people.personName'),
        cell: (row) => (
          <Link to={`/members/${row.memberId}`}>
            <NameCell name={row.fullName} given={row.givenName} />
          </Link>
        ),
      },
      { key: 'reason', header: t('events.people.reason'), width: 120, cell: (row) => row.reason ?? '' },
    ],
    [t],
  );
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const { rows, total } = query.data;
  return (
    <div className="so-stack">
      <PlainTable
        caption={t(`events.list.${shown}`)}
        columns={shown === 'absent' ? columns : columns.slice(0, 1)}
        rows={rows}
        rowKey={(row) => row.memberId}
        groupOf={(row) => row.department ?? t('events.people.noDepartment')}
        framed
      />
      {total > rows.length && (
        <p className="so-caption">{t('events.list.more', { figure: format.count(total - rows.length) })}</p>
      )}
    </div>
  );
}
