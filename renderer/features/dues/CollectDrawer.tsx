/** Dues handed in, typed without the mouse: one line for each person or department, one receipt for all. */
import { Input, Select } from 'antd';
import { ChevronDown, HandCoins, Wallet } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { parseMoney } from '../../../shared/domain/money';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  ChoiceChips,
  Drawer,
  EmptyState,
  ErrorState,
  Icon,
  isComposing,
  LoadingBars,
  todayIso,
  useFormat,
  useShortcuts,
} from '../../ui';
import { DayInput } from './DayInput';
import { monthText } from './DuesPage';

type Month = OutputOf<'dues.month'>;
interface Line {
  key: string;
  memberId: number | null;
  departmentId: number | null;
  name: string;
  detail: string;
  /** What is missing; null: not known. */
  missing: number | null;
  people: number | null;
}
const MOST = 500;

interface CollectProps {
  month: string;
  departmentId: number | null;
  onClose(): void;
}

export function CollectDrawer({ month, departmentId, onClose }: CollectProps) {
  const t = useText();
  const navigate = useNavigate();
  const [mode, setMode] = useState<'people' | 'departments'>('people');
  const query = useQueryOp('dues.month', { month, departmentId, state: 'open', limit: MOST });
  const funds = useQueryOp('funds.list', {}).data?.rows;
  const title = t('dues.collect.title', { month: monthText(month) });
  return (
    <Drawer open onClose={onClose} title={title} width={580}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data || !funds ? (
        <LoadingBars kind="lines" />
      ) : funds.length === 0 ? (
        <EmptyState
          icon={Wallet}
          title={t('dues.collect.noFund')}
          primary={{
            key: 'funds',
            label: t('dues.collect.toFunds'),
            icon: Wallet,
            onClick: () => navigate('/funds'),
          }}
        >
          {t('dues.collect.noFundBody')}
        </EmptyState>
      ) : (
        <div className="so-dues-collect">
          <ChoiceChips
            label={t('dues.collect.open')}
            active={mode}
            onChange={(key) => setMode(key === 'departments' ? 'departments' : 'people')}
            items={(['people', 'departments'] as const).map((key) => ({
              key,
              label: t(`dues.collect.${key}`),
            }))}
          />
          <CollectForm
            key={mode}
            month={month}
            data={query.data}
            mode={mode}
            departmentId={departmentId}
            funds={funds}
            onDone={onClose}
          />
        </div>
      )}
    </Drawer>
  );
}

function linesOf(data: Month, mode: 'people' | 'departments', departmentId: number | null): Line[] {
  if (mode === 'people')
    return data.rows.map((row) => ({
      key: `m${row.memberId}`,
      memberId: row.memberId,
      departmentId: null,
      name: row.fullName,
      detail: row.department ?? '',
      missing: row.due === null ? null : row.due - row.paid,
      people: null,
    }));
  return data.departments
    .filter((part) => part.id !== null && (departmentId === null || part.id === departmentId))
    .map((part) => ({
      key: `d${part.id}`,
      memberId: null,
      departmentId: part.id,
      name: part.name ?? '',
      detail: '',
      missing: part.unknown > 0 ? null : part.missing,
      people: part.open,
    }));
}

interface FormProps {
  month: string;
  data: Month;
  mode: 'people' | 'departments';
  departmentId: number | null;
  funds: OutputOf<'funds.list'>['rows'];
  onDone(): void;
}

function CollectForm({ month, data, mode, departmentId, funds, onDone }: FormProps) {
  const t = useText();
  const format = useFormat();
  const lines = useMemo(() => linesOf(data, mode, departmentId), [data, mode, departmentId]);
  const [amounts, setAmounts] = useState<Record<string, string>>({});
  const [people, setPeople] = useState<Record<string, string>>({});
  const [fundId, setFund] = useState(funds[0]!.id);
  const [onDate, setDate] = useState(todayIso());
  const [payer, setPayer] = useState('');
  const collect = useCommandOp('dues.collect', {
    done: (made) => t('dues.collect.done', { amount: format.money(made.amount), code: made.code ?? '' }),
  });
  const typed = lines.flatMap((line) => {
    const amount = parseMoney(amounts[line.key] ?? '');
    return amount !== null && amount > 0 ? [{ line, amount }] : [];
  });
  const sum = typed.reduce((total, { amount }) => total + amount, 0);
  const save = async () => {
    if (typed.length === 0) return;
    try {
      await collect.run({
        ...{ fundId, onDate, payer },
        lines: typed.map(({ line, amount }) => ({
          ...{ memberId: line.memberId, departmentId: line.departmentId, month, amount },
          people: line.departmentId === null ? null : Number(people[line.key] ?? line.people) || null,
        })),
      });
      onDone();
    } catch {
      // The notice bar says why.
    }
  };
  useShortcuts({ 'Ctrl+S': () => void save() });
  const fill = (full: boolean) =>
    setAmounts(
      full
        ? Object.fromEntries(
            lines.flatMap((line) => (line.missing ? [[line.key, format.count(line.missing)]] : [])),
          )
        : {},
    );
  return (
    <>
      <div className="so-row">
        <Select<number>
          aria-label={t('dues.field.fundId')}
          className="so-dues-department"
          value={fundId}
          onChange={setFund}
          suffixIcon={<Icon of={ChevronDown} />}
          options={funds.map((fund) => ({ value: fund.id, label: fund.name }))}
        />
        <DayInput label={t('dues.field.onDate')} value={onDate} onChange={setDate} />
      </div>
      <Input
        aria-label={t('dues.field.payer')}
        placeholder={t('dues.field.payer')}
        value={payer}
        maxLength={150}
        onChange={(event) => setPayer(event.target.value)}
      />
      <div className="so-row">
        <button type="button" className="so-linklike" onClick={() => fill(true)}>
          {t('dues.collect.fill')}
        </button>
        <button type="button" className="so-linklike" onClick={() => fill(false)}>
          {t('dues.collect.clear')}
        </button>
      </div>
      <p className="so-caption">{t('dues.collect.hint')}</p>
      <Lines
        lines={lines}
        amounts={amounts}
        people={people}
        onAmount={(key, text) => setAmounts((all) => ({ ...all, [key]: text }))}
        onPeople={(key, text) => setPeople((all) => ({ ...all, [key]: text }))}
      />
      <div className="so-row">
        <span className="so-strong">
          {typed.length === 0
            ? t('dues.collect.nothing')
            : t('dues.collect.total', { amount: format.money(sum), count: typed.length })}
        </span>
        <span className="so-push" />
        <ActionButton
          primary
          action={{
            key: 'save',
            label: t('dues.collect.save'),
            icon: HandCoins,
            keys: 'Ctrl S',
            disabled: typed.length === 0,
            running: collect.running,
            onClick: () => void save(),
          }}
        />
      </div>
    </>
  );
}

interface LinesProps {
  lines: readonly Line[];
  amounts: Readonly<Record<string, string>>;
  people: Readonly<Record<string, string>>;
  onAmount(key: string, text: string): void;
  onPeople(key: string, text: string): void;
}

/** Enter and the arrows go from amount to amount. */
function Lines({ lines, amounts, people, onAmount, onPeople }: LinesProps) {
  const t = useText();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || isComposing(event) || event.ctrlKey) return;
    event.preventDefault();
    const next = box.current?.querySelectorAll<HTMLInputElement>('input[data-amount]')[at + step];
    next?.focus();
    next?.select();
  };
  return (
    <div className="so-dues-collect__list" ref={box}>
      {lines.map((line, at) => (
        <div className="so-dues-collect__row" key={line.key}>
          <span title={line.detail}>
            <span className="so-strong">{line.name}</span> <span className="so-caption">{line.detail}</span>
          </span>
          {line.departmentId === null ? (
            <span className="so-number so-muted">
              {line.missing === null ? '…' : format.money(line.missing)}
            </span>
          ) : (
            <Input
              aria-label={t('dues.collect.peopleOf', { name: line.name })}
              inputMode="numeric"
              value={people[line.key] ?? String(line.people ?? '')}
              onChange={(event) => onPeople(line.key, event.target.value.replace(/\D/g, ''))}
            />
          )}
          <Input
            data-amount
            aria-label={t('dues.collect.of', { name: line.name })}
            inputMode="decimal"
            autoFocus={at === 0}
            status={
              (amounts[line.key] ?? '') !== '' && parseMoney(amounts[line.key]!) === null ? 'error' : ''
            }
            value={amounts[line.key] ?? ''}
            onChange={(event) => onAmount(line.key, event.target.value)}
            onBlur={(event) => {
              const value = parseMoney(event.target.value);
              if (value !== null) onAmount(line.key, format.count(value));
            }}
            onKeyDown={(event) => move(event, at)}
          />
        </div>
      ))}
    </div>
  );
}
