/** Settings: what members were told about each purpose, who agreed, and the register of what they ask. */
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import {
  ChoiceChips,
  type Column,
  EmptyState,
  ErrorState,
  LoadingBars,
  MoreMenu,
  PlainTable,
  useFormat,
} from '../../../ui';
import { Pane } from '../../settings/Pane';
import { RequestState } from '../papers/RequestsTab';
import '../papers/papers.css';
import { ShieldQuestion } from 'lucide-react';
import { LackingDrawer } from './LackingDrawer';
import { PurposeForm } from './PurposeForm';

export type PurposeRow = OutputOf<'members.purposes'>['rows'][number];
type RequestRow = OutputOf<'members.requests'>['rows'][number];

export function PersonalPane() {
  const t = useText();
  const query = useQueryOp('members.purposes', {});
  const title = t('memberConsent.title');
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('memberConsent.lead')}</p>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <Purposes rows={query.data.rows} />
      ) : (
        <LoadingBars rows={9} />
      )}
      <Register />
    </Pane>
  );
}

function Purposes({ rows }: { rows: readonly PurposeRow[] }) {
  const t = useText();
  const format = useFormat();
  const [edited, setEdited] = useState<PurposeRow | null>(null);
  const [lacking, setLacking] = useState<PurposeRow | null>(null);
  const columns = useMemo<Column<PurposeRow>[]>(
    () => [
      {
        key: 'purpose',
        header: t('memberConsent.column.purpose'),
        cell: (row) => (
          <>
            {t(`memberConsent.purpose.${row.purpose}`)}
            {!row.used && <span className="so-caption"> · {t('memberConsent.off')}</span>}
          </>
        ),
      },
      {
        key: 'told',
        header: t('memberConsent.column.told'),
        width: 150,
        cell: (row) =>
          row.toldOn === null ? (
            <span className="so-caption">{t('memberConsent.notTold')}</span>
          ) : (
            t('memberConsent.toldOn', { date: format.date(row.toldOn) ?? '' })
          ),
      },
      {
        key: 'given',
        header: t('memberConsent.column.given'),
        width: 80,
        align: 'right',
        cell: (row) => format.count(row.given),
      },
      {
        key: 'lacking',
        header: t('memberConsent.column.lacking'),
        width: 90,
        align: 'right',
        cell: (row) => <Lacking row={row} onOpen={setLacking} />,
      },
      {
        key: 'withdrawn',
        header: t('memberConsent.column.withdrawn'),
        width: 70,
        align: 'right',
        cell: (row) => format.count(row.withdrawn),
      },
      {
        key: 'years',
        header: t('memberConsent.column.years'),
        width: 130,
        cell: (row) => (
          <>
            {row.years === null
              ? t('memberConsent.asRecord')
              : t('memberConsent.years', { count: row.years })}
            {row.due > 0 && <div className="so-caption">{t('memberConsent.due', { count: row.due })}</div>}
          </>
        ),
      },
      {
        key: 'more',
        header: '',
        width: 44,
        cell: (row) => (
          <MoreMenu
            actions={[
              { key: 'edit', label: t('memberConsent.edit'), onClick: () => setEdited(row) },
              { key: 'lacking', label: t('memberConsent.lackingOpen'), onClick: () => setLacking(row) },
            ]}
          />
        ),
      },
    ],
    [t, format],
  );
  return (
    <>
      <PlainTable
        caption={t('memberConsent.purposes')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.purpose}
      />
      {edited && <PurposeForm row={edited} onClose={() => setEdited(null)} />}
      {lacking && <LackingDrawer purpose={lacking.purpose} onClose={() => setLacking(null)} />}
    </>
  );
}

function Lacking({ row, onOpen }: { row: PurposeRow; onOpen(row: PurposeRow): void }) {
  const t = useText();
  const format = useFormat();
  if (!row.asks) return <span className="so-caption">{t('memberConsent.noNeed')}</span>;
  if (row.lacking === 0) return format.count(0);
  return (
    <button type="button" className="so-linklike" onClick={() => onOpen(row)}>
      {format.count(row.lacking)}
      <span className="so-sr"> {t('memberConsent.lackingOpen')}</span>
    </button>
  );
}

function Register() {
  const t = useText();
  const format = useFormat();
  const [show, setShow] = useState<'open' | 'all'>('open');
  const query = useQueryOp('members.requests', { open: show === 'open', limit: 200 }, { keep: true });
  const columns = useMemo<Column<RequestRow>[]>(
    () => [
      {
        key: 'askedOn',
        header: t('memberPapers.request.askedOn'),
        width: 110,
        cell: (row) => format.date(row.askedOn),
      },
      {
        key: 'name',
        header: t('memberConsent.name'),
        cell: (row) => <Link to={`/members/${row.memberId}?tab=requests`}>{row.memberName}</Link>,
      },
      {
        key: 'kind',
        header: t('memberPapers.request.kind'),
        width: 180,
        cell: (row) => t(`memberPapers.request.kinds.${row.kind}`),
      },
      {
        key: 'state',
        header: t('memberPapers.request.dueOn'),
        width: 200,
        cell: (row) => <RequestState row={row} />,
      },
    ],
    [t, format],
  );
  const rows = query.data?.rows ?? [];
  return (
    <>
      <h3>{t('memberConsent.requests')}</h3>
      <ChoiceChips<'open' | 'all'>
        label={t('memberConsent.requests')}
        active={show}
        onChange={setShow}
        items={[
          { key: 'open', label: t('memberConsent.requestsOpen') },
          { key: 'all', label: t('memberConsent.requestsAll') },
        ]}
      />
      {query.data && rows.length === 0 ? (
        <EmptyState icon={ShieldQuestion} title={t('memberConsent.requestsNone')}>
          {t('memberConsent.requestsNoneBody')}
        </EmptyState>
      ) : (
        <PlainTable
          caption={t('memberConsent.requests')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
    </>
  );
}
