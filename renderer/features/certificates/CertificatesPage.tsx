/** The certificates area: decisions to print, layouts in use, emblem and printers, what was printed. */
import { History, ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  LoadingBars,
  Page,
  type PageProps,
  PlainTable,
  rowsSource,
  Tag,
  useColumns,
  useFormat,
} from '../../ui';
import './certificates.css';
import { BlanksTab } from './blanks/BlanksTab';
import { LayoutGallery } from './LayoutGallery';
import { CheckTab } from './proof/CheckTab';
import { SettingsTab } from './SettingsTab';

const TABS = ['print', 'layouts', 'blanks', 'check', 'settings', 'log'] as const;
export type CertificatesFrame = Pick<PageProps, 'title' | 'tabs'>;

export default function CertificatesPage() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'print';
  const frame: CertificatesFrame = {
    title: t('certificates.title'),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`certificates.tabs.${key}`) })),
      active: tab,
      onChange: (key) => setParams(key === 'print' ? {} : { tab: key }, { replace: true }),
    },
  };
  if (tab === 'layouts') return <LayoutGallery frame={frame} />;
  if (tab === 'blanks') return <BlanksTab frame={frame} />;
  if (tab === 'check') return <CheckTab frame={frame} />;
  if (tab === 'settings') return <SettingsTab frame={frame} />;
  if (tab === 'log') return <PrintLog frame={frame} />;
  return <ToPrint frame={frame} />;
}

type Row = OutputOf<'certificates.list'>['rows'][number];

function ToPrint({ frame }: { frame: CertificatesFrame }) {
  const t = useText();
  const navigate = useNavigate();
  const query = useQueryOp('certificates.list', {});
  const columns = useListColumns();
  const source = useMemo(() => rowsSource(query.data?.rows ?? []), [query.data]);
  if (query.error)
    return (
      <Page {...frame}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  return (
    <Page {...frame} fill>
      {query.data ? (
        <DataTable
          label={t('certificates.tabs.print')}
          source={source}
          columns={columns}
          rowKey={(row) => row.decisionId}
          rowLabel={(row) => row.number ?? row.form}
          onOpen={(row) => navigate(`/certificates/${row.decisionId}`)}
          empty={
            <EmptyState
              icon={ScrollText}
              title={t('certificates.empty')}
              primary={{
                key: 'awards',
                label: t('certificates.toAwards'),
                onClick: () => navigate('/awards'),
              }}
            >
              {t('certificates.emptyBody')}
            </EmptyState>
          }
        />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function useListColumns() {
  const t = useText();
  const format = useFormat();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'number',
        header: t('certificates.col.number'),
        required: true,
        width: 130,
        cell: (row) => <span className="so-strong">{row.number ?? t('certificates.print.noNumber')}</span>,
      },
      {
        key: 'date',
        header: t('certificates.col.date'),
        width: 104,
        cell: (row) => format.date(row.decidedOn),
      },
      {
        key: 'form',
        header: t('certificates.col.form'),
        width: 230,
        cell: (row) => (t.language === 'en' ? (row.formEn ?? row.form) : row.form),
      },
      {
        key: 'occasion',
        header: t('certificates.col.occasion'),
        width: 260,
        cell: (row) => row.occasion ?? '',
        title: (row) => row.occasion ?? '',
      },
      {
        key: 'printed',
        header: t('certificates.col.printed'),
        width: 100,
        align: 'right',
        cell: (row) =>
          t('certificates.printedOf', {
            printed: format.count(row.printed),
            total: format.count(row.recipients),
          }),
      },
      {
        key: 'last',
        header: t('certificates.col.last'),
        width: 140,
        cell: (row) => (row.lastPrintedAt ? format.dateTime(row.lastPrintedAt) : ''),
      },
      {
        key: 'status',
        header: t('certificates.col.status'),
        width: 120,
        cell: (row) => (
          <Tag tone={row.status === 'issued' ? 'ok' : 'line'}>
            {row.status === 'issued' ? t('certificates.issued') : t('certificates.draft')}
          </Tag>
        ),
      },
    ],
    [t, format],
  );
  return useColumns('certificates', columns);
}

type Run = OutputOf<'certificates.runs'>['rows'][number];

function PrintLog({ frame }: { frame: CertificatesFrame }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('certificates.runs', { limit: 200 });
  const columns = useMemo<Column<Run>[]>(
    () => [
      { key: 'at', header: t('certificates.col.at'), width: 140, cell: (row) => format.dateTime(row.at) },
      { key: 'number', header: t('certificates.col.number'), width: 130, cell: (row) => row.number ?? '' },
      {
        key: 'pages',
        header: t('certificates.col.pages'),
        width: 80,
        align: 'right',
        cell: (row) => format.count(row.pages),
      },
      {
        key: 'mode',
        header: t('certificates.col.mode'),
        width: 110,
        cell: (row) => t(`certificates.print.modes.${row.mode}`),
      },
      {
        key: 'printer',
        header: t('batches.col.printer'),
        width: 150,
        cell: (row) => [row.printer, row.blank].filter(Boolean).join(', '),
      },
      { key: 'actor', header: t('certificates.col.actor'), width: 120, cell: (row) => row.actor },
      { key: 'cause', header: t('batches.col.cause'), width: 150, cell: (row) => row.cause ?? '' },
      {
        key: 'layouts',
        header: t('certificates.col.layouts'),
        width: 190,
        cell: (row) =>
          row.layouts
            .map(({ name, number }) => `${name}, ${t('designer.version', { number }).toLowerCase()}`)
            .join('; '),
      },
      {
        key: 'names',
        header: t('batches.col.numbers'),
        cell: (row) => (
          <span title={`${row.names.join('; ')}${row.pages > row.names.length ? '; …' : ''}`}>
            {row.numbers || row.names.join('; ')}
          </span>
        ),
      },
    ],
    [t, format],
  );
  return (
    <Page {...frame}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : query.data.rows.length === 0 ? (
        <EmptyState icon={History} title={t('certificates.log.empty')}>
          {t('certificates.log.emptyBody')}
        </EmptyState>
      ) : (
        <PlainTable
          framed
          caption={t('certificates.tabs.log')}
          columns={columns}
          rows={query.data.rows}
          rowKey={(row) => row.id}
        />
      )}
    </Page>
  );
}
