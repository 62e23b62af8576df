/** Everybody in a union post on a day, each person once. */
import { Printer, Users } from 'lucide-react';
import { saveFile, useJobOp, useQueryOp, useText } from '../../../client';
import { ActionButton, EmptyState, ErrorState, LoadingBars, PlainTable, useFormat } from '../../../ui';
import { PersonCell } from './PostTable';

export function OfficersView({ asOf }: { asOf: string | null }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('organisation.officers', { asOf }, { keep: true });
  const print = useJobOp('members.officerSheets', { done: null });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const { rows } = query.data;
  if (rows.length === 0)
    return (
      <EmptyState icon={Users} title={t('committees.officers.empty')}>
        {t('committees.officers.emptyBody')}
      </EmptyState>
    );
  return (
    <div className="so-stack">
      <div className="so-row">
        <p className="so-muted">
          {t('committees.officers.facts', {
            count: format.count(rows.length),
            date: format.date(query.data.asOf),
          })}
        </p>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            key: 'sheets',
            label: t('committees.officers.sheets'),
            icon: Printer,
            running: print.running,
            onClick: () => void print.run({ asOf }).then(saveFile, () => undefined),
          }}
        />
      </div>
      <PlainTable
        framed
        caption={t('committees.officers.title')}
        rows={rows}
        rowKey={(row) => row.memberId ?? row.name}
        columns={[
          {
            key: 'name',
            header: t('committees.officers.name'),
            width: 220,
            cell: (row) => <PersonCell post={row} />,
          },
          {
            key: 'birth',
            header: t('committees.officers.birth'),
            width: 110,
            cell: (row) => format.date(row.birthDate),
          },
          {
            key: 'department',
            header: t('committees.officers.department'),
            width: 240,
            cell: (row) => row.department,
          },
          {
            key: 'posts',
            header: t('committees.officers.posts'),
            cell: (row) => row.posts.map((post) => `${post.title}, ${post.body}`).join('; '),
          },
        ]}
      />
    </div>
  );
}
