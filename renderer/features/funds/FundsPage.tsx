/** The page of a fund: its book, vouchers, statement, checks, closings and kinds of income and spending. */
import { Select } from 'antd';
import { ArrowLeftRight, ChevronDown, HandCoins, ReceiptText, Settings2, Wallet } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../../client';
import {
  type Action,
  Drawer,
  EmptyState,
  ErrorState,
  Icon,
  LoadingBars,
  Page,
  type PageProps,
  useFormat,
  useShortcuts,
} from '../../ui';
import { BookTab } from './BookTab';
import { CategoriesTab } from './CategoriesTab';
import { ChecksTab } from './ChecksTab';
import { ClosingsTab } from './ClosingsTab';
import { FundForm } from './FundForm';
import './funds.css';
import { MoveForm } from './MoveForm';
import { StatementTab } from './StatementTab';
import { type Fund, type FundState, useFund } from './useFund';
import { VoucherForm } from './VoucherForm';
import { VouchersTab } from './VouchersTab';

const TABS = ['book', 'vouchers', 'statement', 'checks', 'closings', 'categories'] as const;

/** What every tab puts around its content. */
export type FundFrame = Pick<PageProps, 'title' | 'tabs' | 'facts' | 'primary' | 'actions' | 'extra'>;
export interface TabProps {
  frame: FundFrame;
  state: FundState;
  fund: Fund;
  more: readonly Action[];
}
type Editing = 'receipt' | 'payment' | 'move' | 'fund' | 'newFund' | null;

export default function FundsPage() {
  const t = useText();
  const state = useFund();
  const { params, set, fund, query } = state;
  const [editing, setEditing] = useState<Editing>(null);
  const asked = params.get('new');
  useEffect(() => {
    if (asked !== 'receipt' && asked !== 'payment' && asked !== 'move') return;
    setEditing(asked);
    set({ new: null });
  }, [asked, set]);
  useShortcuts({
    'Ctrl+N': () => (fund ? setEditing('receipt') : false),
    'Ctrl+Shift+N': () => (fund ? setEditing('payment') : false),
  });
  const frame = useFrame(state, setEditing);
  if (query.error)
    return (
      <Page title={t('funds.title')}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!query.data)
    return (
      <Page title={t('funds.title')}>
        <LoadingBars />
      </Page>
    );
  return (
    <>
      {fund ? (
        <FundTab state={state} fund={fund} frame={frame} onEdit={setEditing} />
      ) : (
        <Page title={t('funds.title')}>
          <EmptyState
            icon={Wallet}
            title={t('funds.empty')}
            primary={{
              key: 'new',
              label: t('funds.addFund'),
              icon: Wallet,
              onClick: () => setEditing('newFund'),
            }}
          >
            {t('funds.emptyBody')}
          </EmptyState>
        </Page>
      )}
      <Editor
        editing={editing}
        fund={fund}
        funds={state.funds}
        onClose={() => setEditing(null)}
        onFund={(id) => set({ fund: String(id) })}
      />
    </>
  );
}

function FundTab({
  state,
  fund,
  frame,
  onEdit,
}: {
  state: FundState;
  fund: Fund;
  frame: FundFrame;
  onEdit(what: Editing): void;
}) {
  const t = useText();
  const tab = TABS.find((key) => key === state.params.get('tab')) ?? 'book';
  const more: Action[] = [
    { key: 'move', label: t('funds.move.title'), icon: ArrowLeftRight, onClick: () => onEdit('move') },
    { key: 'fund', label: t('funds.editFund'), icon: Settings2, onClick: () => onEdit('fund') },
    { key: 'new', label: t('funds.addFund'), icon: Wallet, onClick: () => onEdit('newFund') },
  ];
  const props = { frame, state, fund, more };
  if (tab === 'vouchers') return <VouchersTab {...props} />;
  if (tab === 'statement') return <StatementTab {...props} />;
  if (tab === 'checks') return <ChecksTab {...props} />;
  if (tab === 'closings') return <ClosingsTab {...props} />;
  if (tab === 'categories') return <CategoriesTab {...props} />;
  return <BookTab {...props} />;
}

function useFrame(state: FundState, onEdit: (what: Editing) => void): FundFrame {
  const t = useText();
  const format = useFormat();
  const { params, set, fund, funds, year, thisYear } = state;
  const years = [...new Set([thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3, year])];
  return {
    title: t('funds.title'),
    facts: [
      fund && t('funds.cashNow', { amount: format.money(fund.cash) }),
      fund && t('funds.bankNow', { amount: format.money(fund.bank) }),
      fund?.closedTo && t('funds.closedTo', { day: format.date(fund.closedTo) }),
    ],
    primary: {
      key: 'receipt',
      label: t('funds.kind.receipt'),
      icon: HandCoins,
      keys: 'Ctrl N',
      onClick: () => onEdit('receipt'),
    },
    actions: [
      {
        key: 'payment',
        label: t('funds.kind.payment'),
        icon: ReceiptText,
        keys: 'Ctrl Shift N',
        onClick: () => onEdit('payment'),
      },
    ],
    extra: (
      <span className="so-row">
        {funds.length > 1 && (
          <Select<number>
            className="so-funds-fund"
            aria-label={t('funds.field.fundId')}
            value={fund?.id ?? null}
            onChange={(id) => set({ fund: String(id) })}
            suffixIcon={<Icon of={ChevronDown} />}
            options={funds.map((row) => ({ value: row.id, label: row.name }))}
          />
        )}
        <Select<number>
          className="so-funds-year"
          aria-label={t('funds.field.year')}
          value={year}
          onChange={(chosen) => set({ year: chosen === thisYear ? null : String(chosen) })}
          suffixIcon={<Icon of={ChevronDown} />}
          options={years
            .sort((a, b) => b - a)
            .map((value) => ({ value, label: t('funds.yearIs', { year: value }) }))}
        />
      </span>
    ),
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`funds.tabs.${key}`) })),
      active: TABS.find((key) => key === params.get('tab')) ?? 'book',
      onChange: (key) =>
        set({
          tab: key === 'book' ? null : key,
          q: null,
          kind: null,
          status: null,
          category: null,
          check: null,
        }),
    },
  };
}

function Editor({
  editing,
  fund,
  funds,
  onClose,
  onFund,
}: {
  editing: Editing;
  fund: Fund | null;
  funds: readonly Fund[];
  onClose(): void;
  onFund(id: number): void;
}) {
  const t = useText();
  const voucher = editing === 'receipt' || editing === 'payment';
  const title =
    editing === 'newFund'
      ? t('funds.addFund')
      : editing === 'fund'
        ? t('funds.editFund')
        : editing === 'move'
          ? t('funds.move.title')
          : t('funds.addVoucher');
  return (
    <Drawer open={editing !== null} onClose={onClose} title={title} width={voucher ? 580 : 470}>
      {voucher && fund && <VoucherForm fund={fund} kind={editing} onDone={onClose} />}
      {editing === 'move' && fund && <MoveForm fund={fund} funds={funds} onDone={onClose} />}
      {(editing === 'newFund' || editing === 'fund') && (
        <FundForm
          fund={editing === 'fund' ? fund : null}
          onDone={(id) => {
            if (id !== null) onFund(id);
            onClose();
          }}
        />
      )}
    </Drawer>
  );
}
