/** Gift campaigns of a year with their figures, and whether gifts are shared out fairly. */
import { Gift, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { CAMPAIGN_CHECKS } from '../../../shared/contract/welfare';
import { CAMPAIGN_STATES, GIFT_SOURCES } from '../../../shared/domain/welfare';
import { useQueryOp, useText } from '../../client';
import {
  ChoiceChips,
  type Column,
  ConditionChips,
  EmptyState,
  type FilterChip,
  FilterChips,
  ListTable,
  Page,
  SearchField,
  Tag,
  todayIso,
  useAddressConditions,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../ui';
import { CasesTab } from '../care/CasesTab';
import { VisitsTab } from '../care/VisitsTab';
import { BoardTab } from './BoardTab';
import { type CampaignRow, occasionName, STATE_TONES, useGiftCount, useOccasions } from './useCampaign';
import { YearFigures } from './YearFigures';
import './welfare.css';

const TABS = ['campaigns', 'visits', 'cases', 'board'] as const;

export default function WelfarePage() {
  const t = useText();
  const navigate = useNavigate();
  const { params, set } = useAddressConditions();
  const thisYear = Number(todayIso().slice(0, 4));
  const asked = params.get('year');
  const year = asked === 'all' ? null : /^(19|20)\d\d$/.test(asked ?? '') ? Number(asked) : thisYear;
  const known = useQueryOp('welfare.campaigns', { limit: 1 }).data?.years ?? [];
  const years = [...new Set([thisYear, ...known])].sort((a, b) => b - a).slice(0, 6);
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'campaigns';
  const board = tab === 'board';
  const add = () => navigate('/welfare/new');
  useShortcuts({
    'Ctrl+N': () =>
      tab === 'visits' ? set({ visit: 'new' }, true) : tab === 'cases' ? set({ case: 'new' }, true) : add(),
  });
  const frame = {
    title: t('welfare.title'),
    primary: { key: 'add', label: t('welfare.add'), icon: Plus, keys: 'Ctrl N', onClick: add },
    extra: (
      <ChoiceChips
        label={t('welfare.field.year')}
        active={year === null ? 'all' : String(year)}
        onChange={(key) => set({ year: key === String(thisYear) ? null : key, by: null })}
        items={[
          ...years.map((one) => ({ key: String(one), label: String(one) })),
          ...(board ? [] : [{ key: 'all', label: t('welfare.allYears') }]),
        ]}
      />
    ),
    tabs: {
      items: TABS.map((key) => ({
        key,
        label: key === 'visits' || key === 'cases' ? t(`care.tabs.${key}`) : t(`welfare.tabs.${key}`),
      })),
      active: tab,
      onChange: (key: string) =>
        navigate({ search: new URLSearchParams({ tab: key, ...(asked ? { year: asked } : {}) }).toString() }),
    },
  };
  const { primary: _, ...plain } = frame;
  if (tab === 'visits') return <VisitsTab frame={plain} year={year} />;
  if (tab === 'cases') return <CasesTab frame={plain} year={year} />;
  return board ? (
    <Page {...frame}>
      <BoardTab year={year ?? thisYear} />
    </Page>
  ) : (
    <Campaigns frame={frame} year={year} />
  );
}

function useConditions(year: number | null) {
  const { params, set } = useAddressConditions();
  const occasion = params.get('occasion');
  return {
    set,
    input: {
      // A figure of a year counts by the day of giving; a campaign of that year may be given before it.
      ...(params.get('by') === 'day' && year !== null
        ? { year: null, from: `${year}-01-01`, to: `${year}-12-31` }
        : { year }),
      search: params.get('q') ?? '',
      state: CAMPAIGN_STATES.find((one) => one === params.get('state')) ?? null,
      source: GIFT_SOURCES.find((one) => one === params.get('source')) ?? null,
      check: CAMPAIGN_CHECKS.find((one) => one === params.get('check')) ?? null,
      occasion: occasion && /^([a-z_]{2,40}|own:[1-9]\d*)$/.test(occasion) ? occasion : null,
    },
  };
}

const DROPPED = { by: null, q: null, state: null, source: null, check: null, occasion: null };

function Campaigns({
  frame,
  year,
}: {
  frame: Omit<Parameters<typeof Page>[0], 'children'>;
  year: number | null;
}) {
  const t = useText();
  const navigate = useNavigate();
  const { set, input } = useConditions(year);
  const source = usePagedOp('welfare.campaigns', input);
  const occasions = useOccasions();
  const clear = () => set(DROPPED);
  const columns = useColumns('welfare', useCampaignColumns());
  const all: [string, string, string | null][] = [
    ['state', t('welfare.field.state'), input.state && t(`welfare.state.${input.state}`)],
    ['source', t('welfare.form.source'), input.source && t(`welfare.source.${input.source}`)],
    ['check', t('welfare.field.papers'), input.check && t(`welfare.check.${input.check}`)],
    [
      'occasion',
      t('welfare.field.occasion'),
      occasions.find((one) => one.value === input.occasion)?.label ?? input.occasion,
    ],
  ];
  const chips = all.flatMap(([key, label, value]): FilterChip[] =>
    value ? [{ key, label, value, onRemove: () => set({ [key]: null, by: null }) }] : [],
  );
  return (
    <Page
      {...frame}
      fill
      toolbar={
        <>
          {year !== null && <YearFigures year={year} />}
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('welfare.search')}
            width={260}
          />
          <ConditionChips
            label={t('welfare.field.state')}
            value={input.state}
            onChange={(state) => set({ state })}
            all={t('welfare.list.all')}
            items={CAMPAIGN_STATES.map((key) => ({ key, label: t(`welfare.state.${key}`) }))}
          />
          <FilterChips chips={chips.filter((chip) => chip.key !== 'state')} onClear={clear} />
        </>
      }
    >
      <ListTable
        label={t('welfare.title')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        onOpen={(row) => navigate(`/welfare/${row.id}`)}
        filtered={(chips.length > 0 || input.search !== '') && { chips, clear }}
        empty={
          <EmptyState
            icon={Gift}
            title={t('welfare.empty')}
            primary={{
              key: 'add',
              label: t('welfare.add'),
              icon: Plus,
              onClick: () => navigate('/welfare/new'),
            }}
          >
            {t('welfare.emptyBody')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useCampaignColumns(): Column<CampaignRow>[] {
  const t = useText();
  const format = useFormat();
  const count = useGiftCount();
  return useMemo<Column<CampaignRow>[]>(
    () => [
      {
        key: 'name',
        header: t('welfare.field.name'),
        required: true,
        width: 260,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.name}
          </span>
        ),
        title: (row) => row.name,
      },
      {
        key: 'onDate',
        header: t('welfare.field.onDate'),
        width: 100,
        cell: (row) => format.date(row.onDate),
      },
      {
        key: 'occasion',
        header: t('welfare.field.occasion'),
        width: 166,
        cell: (row) => occasionName(row, t),
        title: (row) => occasionName(row, t) ?? '',
      },
      {
        key: 'state',
        header: t('welfare.field.state'),
        width: 150,
        cell: (row) =>
          row.kind === 'count' ? (
            <Tag tone="line">{t('welfare.check.count')}</Tag>
          ) : (
            <Tag tone={STATE_TONES[row.state]}>{t(`welfare.state.${row.state}`)}</Tag>
          ),
      },
      { key: 'gifts', header: t('welfare.field.gifts'), align: 'right', width: 110, cell: count },
      {
        key: 'total',
        header: t('welfare.field.total'),
        align: 'right',
        width: 124,
        cell: (row) =>
          row.kind === 'list'
            ? format.money(row.totals.total)
            : row.count?.amount
              ? format.money(row.count.amount)
              : t('welfare.noFigures'),
      },
      {
        key: 'signed',
        header: t('welfare.field.signed'),
        align: 'right',
        width: 98,
        cell: (row) => (row.kind === 'count' ? '' : format.fraction(row.totals.received, row.totals.gifts)),
      },
      {
        key: 'papers',
        header: t('welfare.field.papers'),
        width: 116,
        cell: (row) =>
          row.kind === 'count' ? (
            ''
          ) : row.vouchers > 0 ? (
            format.count(row.vouchers)
          ) : row.exception ? (
            <span title={row.exception}>{t('welfare.paper.explained')}</span>
          ) : (
            <span className="so-muted">{t('welfare.noPaper')}</span>
          ),
      },
    ],
    [t, format, count],
  );
}
