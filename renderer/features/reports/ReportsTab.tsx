/** The list of reports, or of the outlines an office keeps. */
import { Select } from 'antd';
import { ChevronDown, FolderArchive, ScrollText } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { REPORT_KINDS, type ReportKind } from '../../../shared/domain/reports';
import { useText } from '../../client';
import {
  type Column,
  ConditionChips,
  Drawer,
  EmptyState,
  Icon,
  ListTable,
  Page,
  SearchField,
  Tag,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../ui';
import { ReportForm } from './ReportForm';
import type { ReportsTabProps } from './ReportsPage';

type Row = OutputOf<'reports.list'>['rows'][number];
const STATES = ['draft', 'closed'] as const;

export function ReportsTab({ models, frame, params, set }: ReportsTabProps & { models: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const search = params.get('q') ?? '';
  const kind = REPORT_KINDS.find((one) => one === params.get('kind')) ?? null;
  const state = STATES.find((one) => one === params.get('state')) ?? null;
  const closed = state === null ? null : state === 'closed';
  const source = usePagedOp('reports.list', { search, kind, models, closed });
  const columns = useColumns(models ? 'report-models' : 'reports', useReportColumns(models));
  const add = {
    key: 'add',
    label: t(models ? 'reports.addModel' : 'reports.add'),
    icon: ScrollText,
    keys: 'Ctrl N',
    onClick: () => setAdding(true),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  const asked = params.get('new');
  useEffect(() => {
    if (asked === null) return;
    setAdding(true);
    set({ new: null });
  }, [asked, set]);
  return (
    <Page
      {...frame}
      fill
      primary={add}
      actions={
        models
          ? []
          : [
              {
                ...{ key: 'pack', label: t('yearEnd.title'), icon: FolderArchive },
                onClick: () => navigate('/year-end'),
              },
            ]
      }
      toolbar={
        <>
          <SearchField
            value={search}
            onChange={(q) => set({ q })}
            placeholder={t('reports.searchHint')}
            width={260}
          />
          <KindSelect value={kind} onChange={(next) => set({ kind: next })} />
          {!models && (
            <ConditionChips
              label={t('reports.stateLabel')}
              value={state}
              onChange={(key) => set({ state: key })}
              all={t('reports.all')}
              items={[
                { key: 'draft', label: t('reports.openOnly') },
                { key: 'closed', label: t('reports.closedOnly') },
              ]}
            />
          )}
        </>
      }
    >
      <ListTable
        label={t(models ? 'reports.tabs.models' : 'reports.title')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.subject}
        onOpen={(row) => navigate(`/reports/${row.id}`)}
        filtered={
          (search !== '' || kind !== null || state !== null) && {
            chips: [],
            clear: () => set({ q: null, kind: null, state: null }),
          }
        }
        empty={
          <EmptyState
            icon={ScrollText}
            title={t(models ? 'reports.emptyModels' : 'reports.empty')}
            primary={add}
          >
            {t(models ? 'reports.emptyModelsBody' : 'reports.emptyBody')}
          </EmptyState>
        }
      />
      <Drawer open={adding} onClose={() => setAdding(false)} title={add.label} width={560}>
        {adding && (
          <ReportForm
            model={models}
            onDone={(id) => {
              setAdding(false);
              if (id !== null) navigate(`/reports/${id}`);
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

function KindSelect({ value, onChange }: { value: ReportKind | null; onChange(kind: string | null): void }) {
  const t = useText();
  return (
    <Select<string>
      className="so-reports-kind"
      aria-label={t('reports.field.kind')}
      value={value ?? 'all'}
      onChange={(next) => onChange(next === 'all' ? null : next)}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 'all', label: t('reports.allKinds') },
        ...REPORT_KINDS.map((kind) => ({ value: kind, label: t(`reports.kind.${kind}`) })),
      ]}
    />
  );
}

function useReportColumns(models: boolean): Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(() => {
    const columns: Column<Row>[] = [
      {
        key: 'subject',
        header: t('reports.field.subject'),
        required: true,
        width: 520,
        title: (row) => row.subject,
        cell: (row) => <span lang="vi">{row.subject}</span>,
      },
      {
        key: 'kind',
        header: t('reports.field.kind'),
        width: 150,
        cell: (row) => t(`reports.kind.${row.kind}`),
      },
      {
        key: 'period',
        header: t('reports.field.period'),
        width: 200,
        cell: (row) => format.range(row.from, row.to),
      },
    ];
    if (models) return columns;
    return [
      ...columns,
      {
        key: 'code',
        header: t('reports.field.code'),
        width: 110,
        cell: (row) => <span lang="vi">{row.code}</span>,
      },
      {
        key: 'state',
        header: t('reports.field.state'),
        width: 130,
        cell: (row) => (
          <Tag tone={row.closedAt === null ? 'muc' : 'ok'}>
            {t(row.closedAt === null ? 'reports.state.draft' : 'reports.state.closed')}
          </Tag>
        ),
      },
    ];
  }, [t, format, models]);
}
