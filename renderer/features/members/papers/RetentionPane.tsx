/** Settings: how long records are kept after somebody left, who is due, and making people anonymous. */
import { Button, Select } from 'antd';
import { CalendarClock, UserX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { invoke, useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Column,
  EmptyState,
  ErrorState,
  LoadingBars,
  NameCell,
  PlainTable,
  useFormat,
} from '../../../ui';
import { Pane } from '../../settings/Pane';
import { AnonymiseDialog, OldCopies } from './AnonymiseDialog';
import './papers.css';

type Row = OutputOf<'members.retentionDue'>['rows'][number];
const CHOICES = [1, 2, 3, 5, 10, 15, 20] as const;
const PAGE = 200;

export function RetentionPane() {
  const t = useText();
  const title = t('memberPapers.retention.title');
  const query = useQueryOp('members.retention', {});
  const yearsText = (years: number | null) =>
    years === null
      ? t('memberPapers.retention.never')
      : t('memberPapers.retention.yearsValue', { count: years });
  const set = useCommandOp('members.setRetention', {
    done: (data) => t('memberPapers.retention.setTo', { years: yearsText(data.years) }),
  });
  if (query.error)
    return (
      <Pane title={title}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Pane>
    );
  if (!query.data)
    return (
      <Pane title={title}>
        <LoadingBars rows={5} />
      </Pane>
    );
  const { years, due, anonymised } = query.data;
  const choices =
    years === null || (CHOICES as readonly number[]).includes(years) ? CHOICES : [...CHOICES, years];
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('memberPapers.retention.lead')}</p>
      <div className="so-setting">
        <label htmlFor="retention-years">{t('memberPapers.retention.years')}</label>
        <Select
          id="retention-years"
          value={years ?? 0}
          options={[
            { value: 0, label: t('memberPapers.retention.never') },
            ...[...choices]
              .sort((a, b) => a - b)
              .map((value) => ({ value, label: t('memberPapers.retention.yearsValue', { count: value }) })),
          ]}
          onChange={(value) => set.fire({ years: value === 0 ? null : value })}
        />
        <p className="so-caption">{t('memberPapers.retention.anonymised', { count: anonymised })}</p>
        {anonymised > 0 && (
          <p className="so-caption">
            <OldCopies />
          </p>
        )}
      </div>
      {years === null ? (
        <EmptyState icon={CalendarClock} title={t('memberPapers.retention.notSet')}>
          {t('memberPapers.retention.notSetBody')}
        </EmptyState>
      ) : due === 0 ? (
        <EmptyState icon={CalendarClock} title={t('memberPapers.retention.none')}>
          {t('memberPapers.retention.noneBody')}
        </EmptyState>
      ) : (
        <Due count={due} />
      )}
    </Pane>
  );
}

async function everyDueId(): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const { data } = await invoke('members.retentionDue', { offset: ids.length, limit: PAGE });
    ids.push(...data.rows.map((row) => row.id));
    if (data.rows.length === 0 || ids.length >= data.total) return ids;
  }
}

function Due({ count }: { count: number }) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState<number[] | null>(null);
  const query = useQueryOp('members.retentionDue', { limit: PAGE });
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'name',
        header: t('memberPapers.retention.name'),
        cell: (r) => <NameCell name={r.fullName} given={r.givenName} />,
      },
      { key: 'department', header: t('memberPapers.retention.department'), cell: (r) => r.department },
      {
        key: 'leftOn',
        header: t('memberPapers.retention.leftOn'),
        width: 190,
        cell: (r) => `${t.any(`members.status.${r.status}`)} ${format.date(r.leftOn)}`,
      },
      {
        key: 'dueOn',
        header: t('memberPapers.retention.dueOn'),
        width: 110,
        cell: (r) => format.date(r.dueOn),
      },
      {
        key: 'do',
        header: '',
        width: 110,
        cell: (r) => (
          <Button
            size="small"
            danger
            aria-label={t('memberPapers.retention.oneOf', { name: r.fullName })}
            onClick={() => setChosen([r.id])}
          >
            {t('memberPapers.retention.one')}
          </Button>
        ),
      },
    ],
    [t, format],
  );
  if (!query.data) return <LoadingBars rows={5} />;
  return (
    <div className="so-papers-list">
      <div className="so-row">
        <h3 className="so-members-use">{t('memberPapers.retention.due', { count })}</h3>
        <span className="so-push" />
        <Button
          danger
          icon={<UserX size={16} aria-hidden />}
          onClick={async () => setChosen(await everyDueId())}
        >
          {t('memberPapers.retention.run', { count })}
        </Button>
      </div>
      <PlainTable
        caption={t('memberPapers.retention.title')}
        columns={columns}
        rows={query.data.rows}
        rowKey={(row) => row.id}
      />
      {chosen && <AnonymiseDialog ids={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
