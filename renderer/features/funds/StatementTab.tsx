/** A year's income and spending by category against the budget; the budget is typed in place. */
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { parseMoney } from '../../../shared/domain/money';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Column,
  ErrorState,
  FigureLink,
  FiguresStrip,
  LoadingBars,
  Page,
  PlainTable,
  useFormat,
} from '../../ui';
import { BudgetInput } from './BudgetInput';
import type { TabProps } from './FundsPage';

type Line = OutputOf<'funds.statement'>['lines'][number];

export function StatementTab({ frame, state, fund, more }: TabProps) {
  const t = useText();
  const { year } = state;
  const query = useQueryOp('funds.statement', { fundId: fund.id, year }, { keep: true });
  const categories = useQueryOp('funds.categories', {}).data?.rows;
  const paper = useJobOp('funds.statementPaper', { done: null });
  const columns = useStatementColumns(state, fund.id);
  const lines = useMemo<Line[]>(() => {
    const known = query.data?.lines ?? [];
    const rest = (categories ?? [])
      .filter((row) => !row.internal && !known.some((line) => line.categoryId === row.id))
      .map(({ id, name, nameEn, direction, internal }) => ({
        ...{ categoryId: id, name, nameEn, direction, internal },
        ...{ budget: null, actual: 0, vouchers: 0, budgetNote: null },
      }));
    return (['in', 'out'] as const).flatMap((side) =>
      [...known, ...rest].filter((line) => line.direction === side),
    );
  }, [query.data, categories]);
  return (
    <Page
      {...frame}
      more={[
        {
          key: 'print',
          label: t('funds.statement.print'),
          icon: Printer,
          running: paper.running,
          onClick: async () => saveFile(await paper.run({ fundId: fund.id, year })),
        },
        ...more,
      ]}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <div className="so-stack">
          <StatementFigures data={query.data} year={year} />
          <p className="so-caption">{t('funds.statement.hint')}</p>
          <PlainTable
            framed
            caption={t('funds.tabs.statement')}
            columns={columns}
            rows={lines}
            rowKey={(line) => `${line.direction}-${line.categoryId ?? 'none'}`}
            groupOf={(line) => t(`funds.statement.${line.direction}`)}
          />
        </div>
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function StatementFigures({ data, year }: { data: OutputOf<'funds.statement'>; year: number }) {
  const t = useText();
  const format = useFormat();
  const sum = ({ cash, bank }: { cash: number; bank: number }) => cash + bank;
  const parts = ({ cash, bank }: { cash: number; bank: number }) =>
    t('funds.statement.parts', { cash: format.money(cash), bank: format.money(bank) });
  const against = (budget: number | null) =>
    budget === null
      ? t('funds.statement.noBudget')
      : t('funds.statement.ofBudget', { amount: format.money(budget) });
  return (
    <FiguresStrip
      label={t('funds.yearIs', { year })}
      figures={[
        {
          key: 'opening',
          label: t('funds.statement.opening'),
          value: format.money(sum(data.opening)),
          note: parts(data.opening),
        },
        {
          key: 'in',
          label: t('funds.statement.in'),
          value: format.money(data.income),
          note: against(data.incomeBudget),
        },
        {
          key: 'out',
          label: t('funds.statement.out'),
          value: format.money(data.spending),
          note: against(data.spendingBudget),
        },
        {
          key: 'closing',
          label: t('funds.statement.closing'),
          value: format.money(sum(data.closing)),
          note: parts(data.closing),
        },
      ]}
    />
  );
}

function useStatementColumns({ year }: TabProps['state'], fundId: number): Column<Line>[] {
  const t = useText();
  const format = useFormat();
  const save = useCommandOp('funds.setBudget', { done: () => t('funds.statement.budgetSaved') });
  return useMemo<Column<Line>[]>(() => {
    const name = (line: Line) =>
      line.name === null
        ? t('funds.noCategory')
        : t.language === 'en'
          ? (line.nameEn ?? line.name)
          : line.name;
    const list = (line: Line) =>
      `/funds?fund=${fundId}&year=${year}&tab=vouchers&status=numbered&category=${line.categoryId ?? 'none'}`;
    return [
      { key: 'name', header: t('funds.field.categoryId'), cell: (line) => name(line) },
      {
        key: 'budget',
        header: t('funds.statement.budget'),
        width: 170,
        align: 'right',
        cell: (line) =>
          line.categoryId === null || line.internal ? null : (
            <BudgetInput
              label={t('funds.statement.budgetOf', { name: name(line) })}
              value={line.budget}
              onSave={(amount) =>
                save.fire({
                  fundId,
                  year,
                  lines: [{ categoryId: line.categoryId!, amount, note: line.budgetNote }],
                })
              }
              read={parseMoney}
            />
          ),
      },
      {
        key: 'actual',
        header: t('funds.statement.actual'),
        width: 150,
        align: 'right',
        cell: (line) =>
          line.vouchers === 0 ? (
            <span className="so-muted">0</span>
          ) : (
            <FigureLink label={name(line)} to={list(line)}>
              {format.count(line.actual)}
            </FigureLink>
          ),
      },
      {
        key: 'share',
        header: t('funds.statement.share'),
        width: 90,
        align: 'right',
        cell: (line) => (line.budget ? format.percent(line.actual, line.budget) : null),
      },
      {
        key: 'left',
        header: t('funds.statement.left'),
        width: 150,
        align: 'right',
        cell: (line) =>
          line.budget === null ? null : (
            <span className={line.budget < line.actual && line.direction === 'out' ? 'so-funds-over' : ''}>
              {format.count(line.budget - line.actual)}
            </span>
          ),
      },
      {
        key: 'vouchers',
        header: t('funds.tabs.vouchers'),
        width: 100,
        align: 'right',
        cell: (line) => format.count(line.vouchers),
      },
    ];
  }, [t, format, year, fundId, save.fire]);
}
