/** Findings until they are mended: what is overdue first. */
import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { FINDING_SHOWS } from '../../../shared/domain/inspection';
import { useText } from '../../client';
import {
  type Column,
  ConditionChips,
  EmptyState,
  ListTable,
  Page,
  SearchField,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../ui';
import { FindingDrawer } from './FindingDrawer';
import type { WorkTabProps } from './WorkPage';
import { asRecorded, type Finding, FindingState } from './words';

export function FindingsTab({ kind, year, frame, params, set }: WorkTabProps) {
  const t = useText();
  const search = params.get('q') ?? '';
  const show = FINDING_SHOWS.find((key) => key === params.get('show')) ?? 'all';
  // What waits is not let go with its year.
  const waiting = show === 'open' || show === 'overdue';
  const source = usePagedOp('inspection.findings', { kind, show, search, year: waiting ? null : year });
  const columns = useColumns(`findings-${kind}`, useFindingColumns());
  const opened = Number(params.get('finding')) || null;
  return (
    <Page
      {...frame}
      fill
      toolbar={
        <>
          <SearchField
            value={search}
            onChange={(q) => set({ q })}
            placeholder={t('inspection.finding.searchHint')}
            width={280}
          />
          <ConditionChips
            label={t('inspection.finding.showLabel')}
            value={show === 'all' ? null : show}
            onChange={(key) => set({ show: key })}
            all={t('inspection.finding.show.all')}
            items={FINDING_SHOWS.filter((key) => key !== 'all').map((key) => ({
              key,
              label: t(`inspection.finding.show.${key}`),
            }))}
          />
        </>
      }
    >
      <ListTable
        label={t('inspection.tabs.findings')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.text}
        onOpen={(row) => set({ finding: String(row.id) })}
        filtered={
          (search !== '' || show !== 'all') && { chips: [], clear: () => set({ q: null, show: null }) }
        }
        empty={
          <EmptyState icon={CircleCheck} title={t('inspection.finding.none')}>
            {t('inspection.finding.noneBody')}
          </EmptyState>
        }
      />
      <FindingDrawer kind={kind} id={opened} onClose={() => set({ finding: null })} />
    </Page>
  );
}

function useFindingColumns(): Column<Finding>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Finding>[]>(
    () => [
      {
        key: 'text',
        header: t('inspection.field.text'),
        required: true,
        width: 262,
        cell: (row) => (
          <span className="so-strong" lang="vi">
            {row.text}
          </span>
        ),
        title: (row) => row.text,
      },
      {
        key: 'recommendation',
        header: t('inspection.field.recommendation'),
        width: 204,
        cell: (row) => asRecorded(row.recommendation),
        title: (row) => row.recommendation ?? '',
      },
      { key: 'owner', header: t('inspection.field.owner'), width: 142, cell: (row) => asRecorded(row.owner) },
      {
        key: 'session',
        header: t('inspection.field.sessionId'),
        width: 178,
        cell: (row) => asRecorded(`${format.date(row.heldOn)} · ${row.session}`),
        title: (row) => row.session,
      },
      {
        key: 'state',
        header: t('inspection.field.state'),
        width: 214,
        fixed: true,
        cell: (row) => <FindingState row={row} />,
      },
      {
        key: 'files',
        header: t('inspection.field.files'),
        width: 90,
        align: 'right',
        cell: (row) => (row.files === 0 ? '' : format.count(row.files)),
      },
    ],
    [t, format],
  );
}
