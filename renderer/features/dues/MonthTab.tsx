/** Dues of a month: owed, paid, missing; by department and by person, with the reason of each sum. */
import { ChevronLeft, ChevronRight, FileSpreadsheet, HandCoins, Info, Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { addMonths } from '../../../shared/domain/dateMath';
import { DUE_STATES, type DueState, nextMonth } from '../../../shared/domain/dues';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Column,
  ConditionChips,
  DataTable,
  Drawer,
  FiguresStrip,
  FilteredEmpty,
  IconButton,
  NameCell,
  Note,
  Page,
  SearchField,
  Tag,
  todayIso,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../ui';
import { CollectDrawer } from './CollectDrawer';
import { DepartmentSelect, type DuesTabProps, departmentOf } from './DuesPage';
import { NobodyYet } from './NobodyYet';
import { PersonDues } from './PersonDues';

export type MonthRow = OutputOf<'dues.month'>['rows'][number];
export const STATE_TONES = {
  paid: 'ok',
  part: 'warn',
  open: 'bad',
  exempt: 'neutral',
  department: 'muc',
} as const;

export function MonthTab({ frame, params, set }: DuesTabProps) {
  const t = useText();
  const format = useFormat();
  const month = /^\d{4}-\d\d$/.test(params.get('month') ?? '')
    ? params.get('month')!
    : todayIso().slice(0, 7);
  const state = DUE_STATES.find((one) => one === params.get('state')) ?? null;
  const input = { month, departmentId: departmentOf(params), search: params.get('q') ?? '', state };
  const source = usePagedOp('dues.month', input);
  const whole = useQueryOp(
    'dues.month',
    { ...input, search: '', state: null, limit: 1 },
    { keep: true },
  ).data;
  const [collecting, setCollecting] = useState(false);
  const [chosen, setChosen] = useState<MonthRow | null>(null);
  const columns = useColumns('dues.month', useMonthColumns());
  const paper = useJobOp('dues.list', { done: null });
  const asked = params.get('collect');
  useEffect(() => {
    if (asked === null) return;
    setCollecting(true);
    set({ collect: null });
  }, [asked, set]);
  useShortcuts({ 'Ctrl+N': () => setCollecting(true) });
  const print = async (format: 'pdf' | 'xlsx') =>
    saveFile(await paper.run({ month, departmentId: input.departmentId, format }));
  return (
    <Page
      {...frame}
      fill
      facts={[whole && t('dues.fig.rate', { what: rateWords(whole.rate, t, format) })]}
      primary={{
        key: 'collect',
        label: t('dues.collect.open'),
        icon: HandCoins,
        keys: 'Ctrl N',
        onClick: () => setCollecting(true),
      }}
      actions={[
        {
          key: 'print',
          label: t('dues.month.print'),
          icon: Printer,
          running: paper.running,
          onClick: () => print('pdf'),
        },
      ]}
      more={[
        { key: 'excel', label: t('dues.month.excel'), icon: FileSpreadsheet, onClick: () => print('xlsx') },
      ]}
      extra={<MonthChooser month={month} onChange={(next) => set({ month: next })} />}
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('dues.searchHint')}
            width={220}
          />
          <DepartmentSelect params={params} set={set} departments={whole?.departments ?? []} />
          <StateChips state={state} onChange={(next) => set({ state: next })} />
        </>
      }
    >
      {whole && <PayOff rate={whole.rate} />}
      {whole && (
        <MonthFigures
          data={whole}
          departmentId={input.departmentId}
          onState={(next) => set({ state: next })}
        />
      )}
      <DataTable
        label={t('dues.tabs.month')}
        source={source}
        columns={columns}
        rowKey={(row) => row.memberId}
        rowLabel={(row) => row.fullName}
        onOpen={(row) => setChosen(row)}
        empty={
          input.search !== '' || state ? (
            <FilteredEmpty conditions={[]} onClear={() => set({ q: null, state: null })} />
          ) : (
            <NobodyYet title={t('dues.month.empty')} />
          )
        }
      />
      {collecting && (
        <CollectDrawer month={month} departmentId={input.departmentId} onClose={() => setCollecting(false)} />
      )}
      <Drawer
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={chosen ? t('dues.person.title', { name: chosen.fullName }) : ''}
        width={440}
      >
        {chosen && <PersonDues row={chosen} onDone={() => setChosen(null)} />}
      </Drawer>
    </Page>
  );
}

/** A percentage of pay that is not known: said before the list of sums that cannot be counted. */
function PayOff({ rate }: { rate: OutputOf<'dues.month'>['rate'] }) {
  const t = useText();
  const basesOn = useQueryOp('dues.rates', {}, { keep: true }).data?.basesOn;
  if (rate?.kind !== 'percent' || basesOn !== false) return null;
  return (
    <div className="so-dues-strip">
      <Note tone="warn" icon={Info}>
        {t('dues.rates.basesOff')} <Link to="/settings/privacy">{t('dues.month.switchOn')}</Link>
      </Note>
    </div>
  );
}

/** "1% lương", "30.000 đ mỗi người" */
function rateWords(
  rate: OutputOf<'dues.month'>['rate'],
  t: ReturnType<typeof useText>,
  format: ReturnType<typeof useFormat>,
): string {
  if (!rate) return t('dues.fig.noRate');
  return rate.kind === 'percent'
    ? t('dues.fig.percent', { percent: format.decimal((rate.points ?? 0) / 100, 2) })
    : t('dues.fig.fixed', { amount: format.money(rate.amount ?? 0) });
}

function MonthChooser({ month, onChange }: { month: string; onChange(month: string): void }) {
  const t = useText();
  return (
    <span className="so-row">
      <IconButton
        icon={ChevronLeft}
        size="small"
        label={t('dues.before')}
        onClick={() => onChange(addMonths(`${month}-01`, -1).slice(0, 7))}
      />
      <span className="so-strong">
        {t('dues.monthIs', { n: Number(month.slice(5)), year: month.slice(0, 4) })}
      </span>
      <IconButton
        icon={ChevronRight}
        size="small"
        label={t('dues.after')}
        onClick={() => onChange(nextMonth(month))}
      />
    </span>
  );
}

function StateChips({ state, onChange }: { state: DueState | null; onChange(state: string | null): void }) {
  const t = useText();
  return (
    <ConditionChips
      label={t('dues.field.state')}
      value={state}
      onChange={onChange}
      all={t('dues.behind.all')}
      items={(['open', 'paid', 'exempt'] as const).map((key) => ({ key, label: t(`dues.state.${key}`) }))}
    />
  );
}

interface FiguresProps {
  data: OutputOf<'dues.month'>;
  departmentId: number | null;
  onState(state: string | null): void;
}

function MonthFigures({ data, onState }: FiguresProps) {
  const t = useText();
  const format = useFormat();
  const { figures } = data;
  const unknown = figures.unknown > 0 ? t('dues.fig.unknown', { count: figures.unknown }) : undefined;
  return (
    <div className="so-dues-strip">
      <FiguresStrip
        label={t('dues.tabs.month')}
        figures={[
          {
            key: 'due',
            label: t('dues.fig.due'),
            value: format.money(figures.due),
            note: unknown,
            onOpen: () => onState(null),
          },
          {
            key: 'paid',
            label: t('dues.fig.paid'),
            value: format.money(figures.paid),
            onOpen: () => onState('paid'),
          },
          {
            key: 'missing',
            label: t('dues.fig.missing'),
            value: format.money(figures.missing),
            onOpen: () => onState('open'),
          },
          {
            key: 'open',
            label: t('dues.fig.open'),
            value: format.count(figures.open),
            unit: t('dues.fig.ofPeople', { count: figures.people }),
            onOpen: () => onState('open'),
            ...(figures.open > 0 ? { tone: 'warn' as const } : {}),
          },
          {
            key: 'exempt',
            label: t('dues.fig.exempt'),
            value: format.count(figures.exempt),
            onOpen: () => onState('exempt'),
          },
        ]}
      />
    </div>
  );
}

/** Why a due is what it is. */
export function useWhy() {
  const t = useText();
  return (cell: Pick<MonthRow, 'reasons' | 'said' | 'payable' | 'days'>): string => {
    const parts = cell.reasons.map((reason) =>
      reason === 'override' && cell.said ? cell.said : t(`dues.why.${reason}`),
    );
    if (cell.payable > 0 && cell.payable < cell.days)
      parts.push(t('dues.why.days', { payable: cell.payable, days: cell.days }));
    return parts.join('; ');
  };
}

function useMonthColumns(): Column<MonthRow>[] {
  const t = useText();
  const format = useFormat();
  const why = useWhy();
  return useMemo<Column<MonthRow>[]>(
    () => [
      {
        key: 'name',
        header: t('dues.field.memberId'),
        required: true,
        width: 210,
        cell: (row) => <NameCell name={row.fullName} given={row.givenName} />,
      },
      {
        key: 'department',
        header: t('dues.field.departmentId'),
        width: 290,
        cell: (row) => row.department ?? <span className="so-muted">{t('dues.noDepartment')}</span>,
        title: (row) => row.department ?? '',
      },
      {
        key: 'due',
        private: true,
        header: t('dues.field.due'),
        width: 110,
        align: 'right',
        cell: (row) => (row.due === null ? <span className="so-muted">…</span> : format.money(row.due)),
      },
      {
        key: 'paid',
        private: true,
        header: t('dues.field.paid'),
        width: 110,
        align: 'right',
        cell: (row) => (row.paid === 0 ? '' : format.money(row.paid)),
      },
      {
        key: 'state',
        header: t('dues.field.state'),
        width: 128,
        cell: (row) => <Tag tone={STATE_TONES[row.state]}>{t(`dues.state.${row.state}`)}</Tag>,
      },
      {
        key: 'why',
        header: t('dues.field.why'),
        width: 280,
        cell: (row) => why(row) || <span className="so-muted">{t('dues.why.whole')}</span>,
        title: (row) => why(row),
      },
    ],
    [t, format, why],
  );
}
