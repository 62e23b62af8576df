/** What award money is reckoned from: the base wage from a day on, and coefficients of forms of award. */
import { Coins, FilePlus2, PencilLine, Trash2, Wallet } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  type Column,
  Drawer,
  ErrorState,
  IconButton,
  LoadingBars,
  Note,
  PlainTable,
  Tag,
  useFormat,
} from '../../../ui';
import { CoefficientForm, WageForm } from './RateForms';
import { useFormNames } from './RulesPart';

export type Wage = OutputOf<'awardMoney.rates'>['wages'][number];
export type Coefficient = OutputOf<'awardMoney.rates'>['coefficients'][number];
type Editing = { wage: Wage | null } | { coefficient: Coefficient | null } | null;

export function useRateActions() {
  const t = useText();
  const [editing, setEditing] = useState<Editing>(null);
  const actions: Action[] = [
    {
      key: 'wage',
      label: t('awardRules.money.addWage'),
      icon: Wallet,
      onClick: () => setEditing({ wage: null }),
    },
    {
      key: 'coefficient',
      label: t('awardRules.money.addCoefficient'),
      icon: FilePlus2,
      onClick: () => setEditing({ coefficient: null }),
    },
  ];
  return { actions, editing, setEditing };
}

export function RatesPart({ editing, setEditing }: ReturnType<typeof useRateActions>) {
  const t = useText();
  const query = useQueryOp('awardMoney.rates', {}, { keep: true });
  const { names } = useFormNames();
  const wages = useWageColumns(setEditing);
  const coefficients = useCoefficientColumns(setEditing);
  const close = () => setEditing(null);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const drawer = (title: string, form: ReactNode) => (
    <Drawer open onClose={close} title={title}>
      {form}
    </Drawer>
  );
  const words = (adding: boolean, what: 'Wage' | 'Coefficient') =>
    t(`awardRules.money.${adding ? 'add' : 'edit'}${what}`);
  return (
    <div className="so-stack so-rules-money">
      <Note tone="muc" icon={Coins}>
        {t('awardRules.money.body')}
      </Note>
      <h2>{t('awardRules.money.wages')}</h2>
      {query.data.wages.length === 0 ? (
        <p className="so-caption">{t('awardRules.money.noWages')}</p>
      ) : (
        <PlainTable
          framed
          caption={t('awardRules.money.wages')}
          columns={wages}
          rows={query.data.wages}
          rowKey={(row) => row.id}
        />
      )}
      <h2>{t('awardRules.money.coefficients')}</h2>
      {query.data.coefficients.length === 0 ? (
        <p className="so-caption">{t('awardRules.money.noCoefficients')}</p>
      ) : (
        <PlainTable
          framed
          caption={t('awardRules.money.coefficients')}
          columns={coefficients}
          rows={query.data.coefficients}
          rowKey={(row) => row.id}
        />
      )}
      {editing !== null &&
        ('wage' in editing
          ? drawer(words(editing.wage === null, 'Wage'), <WageForm row={editing.wage} onDone={close} />)
          : drawer(
              words(editing.coefficient === null, 'Coefficient'),
              <CoefficientForm row={editing.coefficient} names={names} onDone={close} />,
            ))}
    </div>
  );
}

const ToCheck = ({ row }: { row: { toCheck: boolean; source: string | null } }) => {
  const t = useText();
  return (
    <>
      <span className="so-muted" lang="vi">
        {row.source}
      </span>{' '}
      {row.toCheck && <Tag tone="warn">{t('awardRules.proposal.toCheck')}</Tag>}
    </>
  );
};

const Tools = ({
  edit,
  remove,
  ...labels
}: {
  edit(): void;
  remove(): void;
  change: string;
  take: string;
}) => (
  <span className="so-row so-awards-tools">
    <IconButton icon={PencilLine} size="small" label={labels.change} onClick={edit} />
    <IconButton icon={Trash2} size="small" label={labels.take} onClick={remove} />
  </span>
);

function useWageColumns(onEdit: (editing: Editing) => void): Column<Wage>[] {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('awardMoney.trashWages', { done: () => t('awardRules.money.wageTrashed') });
  return useMemo<Column<Wage>[]>(
    () => [
      {
        key: 'from',
        header: t('awardRules.money.from'),
        width: 130,
        cell: (row) => format.date(row.validFrom),
      },
      {
        key: 'amount',
        header: t('awardRules.field.amount'),
        width: 150,
        align: 'right',
        cell: (row) => format.money(row.amount),
      },
      {
        key: 'source',
        header: t('awardRules.col.source'),
        cell: (row) => (
          <>
            <ToCheck row={row} />
            {row.note && (
              <div className="so-caption" lang="vi">
                {row.note}
              </div>
            )}
          </>
        ),
      },
      {
        key: 'actions',
        header: t('awards.col.actions'),
        width: 78,
        cell: (row) => {
          const date = format.date(row.validFrom) ?? '';
          return (
            <Tools
              change={t('awardRules.money.change', { date })}
              take={t('awardRules.money.remove', { date })}
              edit={() => onEdit({ wage: row })}
              remove={() => trash.fire({ ids: [row.id] })}
            />
          );
        },
      },
    ],
    [t, format, onEdit, trash.fire],
  );
}

function useCoefficientColumns(onEdit: (editing: Editing) => void): Column<Coefficient>[] {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('awardMoney.trashCoefficients', {
    done: () => t('awardRules.money.coefficientTrashed'),
  });
  return useMemo<Column<Coefficient>[]>(() => {
    const name = (row: Coefficient) =>
      (t.language === 'en' ? (row.formEn ?? row.form) : row.form) ?? row.formCode;
    return [
      {
        key: 'form',
        header: t('awardRules.field.formCode'),
        cell: (row) => <span className="so-strong">{name(row)}</span>,
      },
      {
        key: 'who',
        header: t('awardRules.field.recipient'),
        width: 120,
        cell: (row) => t(`awards.kinds.${row.recipient}`),
      },
      {
        key: 'coefficient',
        header: t('awardRules.money.coefficient'),
        width: 84,
        align: 'right',
        cell: (row) => format.decimal(row.hundredths / 100, 2),
      },
      {
        key: 'today',
        header: t('awardRules.money.today'),
        width: 130,
        align: 'right',
        cell: (row) => (row.today === null ? '' : format.count(row.today)),
      },
      {
        key: 'valid',
        header: t('awardRules.col.valid'),
        width: 190,
        cell: (row) =>
          row.validTo === null
            ? t('awards.forms.from', { date: format.date(row.validFrom) })
            : format.range(row.validFrom, row.validTo),
      },
      { key: 'source', header: t('awardRules.col.source'), width: 260, cell: (row) => <ToCheck row={row} /> },
      {
        key: 'actions',
        header: t('awards.col.actions'),
        width: 78,
        cell: (row) => {
          const of = { name: name(row), date: format.date(row.validFrom) ?? '' };
          return (
            <Tools
              change={t('awardRules.money.changeOf', of)}
              take={t('awardRules.money.removeOf', of)}
              edit={() => onEdit({ coefficient: row })}
              remove={() => trash.fire({ ids: [row.id] })}
            />
          );
        },
      },
    ];
  }, [t, format, onEdit, trash.fire]);
}
