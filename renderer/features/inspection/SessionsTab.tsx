/** What was held, the latest first. */
import { Select } from 'antd';
import { ChevronDown, Plus, SearchCheck } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { INSPECTION_TOPICS, type InspectionTopic, TOPICS_OF } from '../../../shared/domain/inspection';
import { useText } from '../../client';
import {
  type Column,
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
import { SessionDrawer } from './SessionForm';
import type { WorkTabProps } from './WorkPage';
import { aboutOf, asRecorded, type SessionRow } from './words';

export function SessionsTab({ kind, year, frame, params, set }: WorkTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const search = params.get('q') ?? '';
  const topic = INSPECTION_TOPICS.find((key) => key === params.get('topic')) ?? null;
  const source = usePagedOp('inspection.sessions', { kind, search, year, topic });
  const columns = useColumns(`inspection-${kind}`, useSessionColumns());
  const add = {
    key: 'add',
    label: t(`inspection.session.add.${kind}`),
    icon: Plus,
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
      toolbar={
        <>
          <SearchField
            value={search}
            onChange={(q) => set({ q })}
            placeholder={t('inspection.session.searchHint')}
            width={280}
          />
          <Select<InspectionTopic | 'all'>
            className="so-inspection-topic"
            aria-label={t('inspection.field.topic')}
            value={topic ?? 'all'}
            onChange={(key) => set({ topic: key === 'all' ? null : key })}
            suffixIcon={<Icon of={ChevronDown} />}
            options={[
              { value: 'all' as const, label: t('inspection.session.allTopics') },
              ...TOPICS_OF[kind].map((value) => ({ value, label: t(`inspection.topic.${value}`) })),
            ]}
          />
        </>
      }
    >
      <ListTable
        label={t('inspection.tabs.sessions')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        onOpen={(row) => navigate(`/inspection/sessions/${row.id}`)}
        filtered={
          (search !== '' || topic !== null) && { chips: [], clear: () => set({ q: null, topic: null }) }
        }
        empty={
          <EmptyState icon={SearchCheck} title={t(`inspection.session.none.${kind}`)} primary={add}>
            {t(`inspection.session.noneBody.${kind}`)}
          </EmptyState>
        }
      />
      <SessionDrawer kind={kind} open={adding} itemId={null} year={year} onClose={() => setAdding(false)} />
    </Page>
  );
}

function useSessionColumns(): Column<SessionRow>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<SessionRow>[]>(
    () => [
      {
        key: 'heldOn',
        header: t('inspection.field.heldOn'),
        width: 100,
        fixed: true,
        cell: (row) => format.date(row.heldOn),
      },
      {
        key: 'title',
        header: t('inspection.field.title'),
        required: true,
        width: 320,
        cell: (row) => (
          <span className="so-strong" lang="vi">
            {row.title}
          </span>
        ),
        title: (row) => row.title,
      },
      {
        key: 'topic',
        header: t('inspection.field.topic'),
        width: 160,
        cell: (row) => t(`inspection.topic.${row.topic}`),
      },
      {
        key: 'about',
        header: t('inspection.field.about'),
        width: 170,
        cell: (row) => asRecorded(aboutOf(row)),
        title: aboutOf,
      },
      {
        key: 'team',
        header: t('inspection.field.team'),
        width: 90,
        cell: (row) =>
          row.team === 0 ? '' : t('inspection.session.teamCount', { present: row.present, team: row.team }),
      },
      {
        key: 'found',
        header: t('inspection.field.found'),
        width: 170,
        cell: (row) => <Found row={row} />,
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

function Found({ row }: { row: SessionRow }) {
  const t = useText();
  if (row.findings === 0) return null;
  return (
    <span className="so-row">
      <span>{t('inspection.session.foundCount', { count: row.findings })}</span>
      {row.open > 0 && (
        <Tag tone={row.overdue > 0 ? 'bad' : 'warn'}>
          {t('inspection.session.openCount', { count: row.open })}
        </Tag>
      )}
    </span>
  );
}
