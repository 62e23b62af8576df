import { Award, FilePlus2, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  allIdsOf,
  type Column,
  ColumnChooser,
  EmptyState,
  FilteredEmpty,
  ListTable,
  Page,
  SearchField,
  Tag,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
} from '../../ui';
import { type AwardsFrame, useAwardParams, YearSelect } from './AwardsPage';
import { useAwardWords } from './words';

type Row = OutputOf<'awards.list'>['rows'][number];

/** Decisions of a year, the latest first. */
export function DecisionsTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { params, set, year } = useAwardParams();
  const search = params.get('q') ?? '';
  const input = { search, year };
  const source = usePagedOp('awards.list', input);
  const sums = useQueryOp('awards.list', { ...input, limit: 1 }, { keep: true }).data;
  const columns = useDecisionColumns();
  const ticks = useSelection();
  const trash = useCommandOp('awards.trash', { done: (data) => t('awards.trashed', { count: data.count }) });
  const trashTicked = async () => {
    const ids = await ticks.resolve(() => allIdsOf('awards.list', input));
    ticks.clear();
    trash.fire({ ids });
  };
  return (
    <Page
      {...frame}
      fill
      facts={[
        sums && t('awards.count', { count: sums.total, figure: format.count(sums.total) }),
        sums &&
          sums.drafts > 0 &&
          t('awards.drafts', { count: sums.drafts, figure: format.count(sums.drafts) }),
      ]}
      toolbar={
        <>
          <SearchField
            value={search}
            onChange={(q) => set({ q })}
            placeholder={t('awards.searchHint')}
            width={270}
          />
          <YearSelect value={year} onChange={(chosen) => set({ year: chosen })} />
          <span className="so-push" />
          <ColumnChooser layout={columns} />
        </>
      }
    >
      <ListTable
        label={t('awards.tabs.decisions')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.number ?? row.form}
        selection={ticks}
        onOpen={(row) => navigate(`/awards/${row.id}`)}
        onDelete={(row) => {
          if (row) trash.fire({ ids: [row.id] });
          else void trashTicked();
        }}
        empty={<NoDecisions search={search} year={year} onDrop={() => set({ q: null, year: 'all' })} />}
        bulk={[{ key: 'trash', label: t('awards.toTrash'), icon: Trash2, onClick: () => void trashTicked() }]}
      />
    </Page>
  );
}

function useDecisionColumns() {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'number',
        header: t('awards.col.number'),
        required: true,
        width: 124,
        cell: (row) =>
          row.number ? (
            <span className="so-strong">{row.number}</span>
          ) : (
            <span className="so-muted">{t('awards.noNumber')}</span>
          ),
      },
      { key: 'date', header: t('awards.col.date'), width: 104, cell: (row) => format.date(row.decidedOn) },
      {
        key: 'form',
        header: t('awards.col.form'),
        width: 200,
        cell: (row) => words.formName(row),
        title: (row) => words.formName(row),
      },
      {
        key: 'level',
        header: t('awards.col.level'),
        width: 126,
        cell: (row) => words.level(row.level),
        title: (row) => words.level(row.level),
      },
      {
        key: 'occasion',
        header: t('awards.col.occasion'),
        width: 206,
        cell: (row) => row.occasion ?? '',
        title: (row) => row.occasion ?? '',
      },
      {
        key: 'recipients',
        header: t('awards.col.recipients'),
        width: 172,
        cell: (row) => words.counts(row.counts),
      },
      {
        key: 'status',
        header: t('awards.col.status'),
        width: 124,
        cell: (row) => <Tag tone={row.status === 'issued' ? 'ok' : 'line'}>{words.status(row)}</Tag>,
      },
      {
        key: 'authority',
        header: t('awards.col.authority'),
        width: 220,
        hidden: true,
        cell: (row) => row.authority ?? '',
        title: (row) => row.authority ?? '',
      },
    ],
    [t, format, words],
  );
  return useColumns('awards', columns);
}

function NoDecisions({ search, year, onDrop }: { search: string; year: number | null; onDrop(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const some = useQueryOp('awards.years', {}).data?.rows.length ?? 0;
  if (some > 0) {
    const conditions = [
      ...(search ? [{ label: search, onRemove: onDrop }] : []),
      ...(year === null ? [] : [{ label: t('awards.yearIs', { year }), onRemove: onDrop }]),
    ];
    return <FilteredEmpty conditions={conditions} onClear={onDrop} />;
  }
  return (
    <EmptyState
      icon={Award}
      title={t('awards.empty')}
      primary={{
        key: 'add',
        label: t('awards.add'),
        icon: FilePlus2,
        onClick: () => navigate('/awards/new'),
      }}
    >
      {t('awards.emptyBody')}
    </EmptyState>
  );
}
