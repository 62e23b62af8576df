/** Cases of help: where each stands, what it was given, what is overdue. */
import { FileSpreadsheet, House, Plus, Settings2 } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { CASE_CHECKS, CASE_SOURCES, CASE_STATES } from '../../../shared/domain/care';
import { announceFailure, saveFile, useJobOp, useText } from '../../client';
import {
  type Column,
  ConditionChips,
  EmptyState,
  type FilterChip,
  FilterChips,
  ListTable,
  Page,
  SearchField,
  Tag,
  useAddressConditions,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../ui';
import { CaseDrawer } from './CaseDrawer';
import './care.css';
import { CaseFigures } from './Figures';
import { type CaseRow, nameOf, useCatalogue } from './useCare';
import type { CareFrame } from './VisitsTab';

const DROPPED = { q: null, state: null, kind: null, source: null, check: null };
export const STATE_TONES = { open: 'muc', finished: 'ok', stopped: 'neutral' } as const;

export function CasesTab({ frame, year }: { frame: CareFrame; year: number | null }) {
  const t = useText();
  const navigate = useNavigate();
  const { params, set } = useAddressConditions();
  const { kinds } = useCatalogue();
  const kindText = params.get('kind');
  const input = {
    from: year === null ? null : `${year}-01-01`,
    to: year === null ? null : `${year}-12-31`,
    search: params.get('q') ?? '',
    state: CASE_STATES.find((one) => one === params.get('state')) ?? null,
    kindId: kindText && /^[1-9]\d*$/.test(kindText) ? Number(kindText) : null,
    source: CASE_SOURCES.find((one) => one === params.get('source')) ?? null,
    check: CASE_CHECKS.find((one) => one === params.get('check')) ?? null,
  };
  const source = usePagedOp('care.cases', input);
  const clear = () => set(DROPPED);
  const columns = useColumns('care-cases', useCaseColumns());
  const excel = useJobOp('care.exportCases', { done: null });
  const add = () => set({ case: 'new' }, true);
  const kind = kinds.find((one) => one.id === input.kindId);
  const all: [string, string, string | null | undefined][] = [
    ['kind', t('care.field.kindId'), kind && nameOf(t, kind)],
    ['source', t('care.field.source'), input.source && t(`care.source.${input.source}`)],
    ['check', t('care.field.state'), input.check && t(`care.check.${input.check}`)],
  ];
  const chips = all.flatMap(([key, label, value]): FilterChip[] =>
    value ? [{ key, label, value, onRemove: () => set({ [key]: null }) }] : [],
  );
  return (
    <Page
      {...frame}
      fill
      primary={{ key: 'add', label: t('care.case.add'), icon: Plus, keys: 'Ctrl N', onClick: add }}
      more={[
        {
          key: 'excel',
          label: t('care.excel'),
          icon: FileSpreadsheet,
          onClick: () => void excel.run(input).then(saveFile).catch(announceFailure),
        },
        {
          key: 'lists',
          label: t('care.lists'),
          icon: Settings2,
          onClick: () => navigate('/welfare/care-lists'),
        },
      ]}
      toolbar={
        <>
          {year !== null && <CaseFigures year={year} />}
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('care.case.search')}
            width={320}
          />
          <ConditionChips
            label={t('care.field.state')}
            value={input.state}
            onChange={(state) => set({ state })}
            all={t('care.all')}
            items={CASE_STATES.map((key) => ({ key, label: t(`care.state.${key}`) }))}
          />
          <FilterChips chips={chips} onClear={clear} />
        </>
      }
    >
      <ListTable
        label={t('care.tabs.cases')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        onOpen={(row) => navigate(`/welfare/cases/${row.id}`)}
        filtered={(chips.length > 0 || input.search !== '' || input.state !== null) && { chips, clear }}
        empty={
          <EmptyState
            icon={House}
            title={t('care.case.empty')}
            primary={{ key: 'add', label: t('care.case.add'), icon: Plus, onClick: add }}
          >
            {t('care.case.emptyBody')}
          </EmptyState>
        }
      />
      <CaseDrawer
        open={params.get('case') === 'new'}
        onClose={() => set({ case: null })}
        onMade={(id) => navigate(`/welfare/cases/${id}`)}
      />
    </Page>
  );
}

function useCaseColumns(): Column<CaseRow>[] {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<CaseRow>[]>(
    () => [
      {
        key: 'title',
        header: t('care.field.title'),
        required: true,
        width: 226,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.title}
          </span>
        ),
        title: (row) => row.title,
      },
      {
        key: 'name',
        header: t('care.field.whoHelped'),
        width: 140,
        cell: (row) => <span lang="vi">{row.name}</span>,
        title: (row) => [row.name, row.department].filter(Boolean).join(', '),
      },
      {
        key: 'kind',
        header: t('care.field.kindId'),
        width: 184,
        cell: (row) => (t.language === 'en' ? (row.kindEn ?? row.kind) : row.kind),
      },
      {
        key: 'openedOn',
        header: t('care.field.openedOn'),
        width: 100,
        cell: (row) => format.date(row.openedOn),
      },
      {
        key: 'state',
        header: t('care.field.state'),
        width: 116,
        cell: (row) =>
          row.overdue ? (
            <Tag tone="bad">{t('care.case.overdue')}</Tag>
          ) : (
            <Tag tone={STATE_TONES[row.state]}>{t(`care.state.${row.state}`)}</Tag>
          ),
      },
      {
        key: 'step',
        header: t('care.field.step'),
        width: 112,
        cell: (row) => (
          <span lang="vi">
            {row.step ?? t('care.case.stepsDone', { done: row.stepsDone, all: row.steps })}
          </span>
        ),
      },
      {
        key: 'total',
        private: true,
        header: t('care.field.total'),
        width: 118,
        align: 'right',
        cell: (row) => format.money(row.total),
      },
      {
        key: 'papers',
        header: t('care.field.papers'),
        width: 128,
        cell: (row) =>
          row.missingHandover ? (
            <span className="so-care-missing" title={t('care.check.noHandover')}>
              {t('care.case.noHandoverShort')}
            </span>
          ) : (
            t('care.case.papersCount', { count: row.papers })
          ),
      },
    ],
    [t, format],
  );
}
