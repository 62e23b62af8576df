/** Occasions of the year: built-in ones that may be left out, and the unit's own. */
import { CalendarPlus, Eye, EyeOff, Gift, Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import type { OccasionCode } from '../../../shared/domain/occasions';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  type Column,
  ErrorState,
  LoadingBars,
  MoreMenu,
  Page,
  PlainTable,
  Tag,
  useFormat,
} from '../../ui';
import './calendar.css';
import { OccasionForm } from './OccasionForm';
import { ReminderDays } from './OccasionReminders';
import { dayAddress, giftAddress, planAddress, recordPath } from './words';

export type OccasionRow = OutputOf<'calendar.occasions'>['rows'][number];

export default function OccasionsPage() {
  const t = useText();
  const [form, setForm] = useState<{ row: OccasionRow | null } | null>(null);
  const query = useQueryOp('calendar.occasions', {});
  const columns = useOccasionColumns(query.data?.hidden ?? [], (row) => setForm({ row }));
  return (
    <Page
      title={t('calendar.occasions.title')}
      crumbs={[{ label: t('calendar.title'), to: '/calendar' }]}
      facts={t('calendar.occasions.lead')}
      {...(query.data ? { extra: <ReminderDays days={query.data.reminderDays} /> } : {})}
      primary={{
        key: 'add',
        label: t('calendar.occasions.add'),
        icon: Plus,
        keys: 'Ctrl N',
        onClick: () => setForm({ row: null }),
      }}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars />}
      {query.data && (
        <PlainTable
          framed
          caption={t('calendar.occasions.title')}
          columns={columns}
          rows={query.data.rows}
          rowKey={(row) => row.code ?? row.id ?? row.name}
        />
      )}
      {form && (
        <OccasionForm
          occasion={form.row}
          onClose={() => setForm(null)}
          onReload={() => void query.refetch().then(() => setForm(null))}
        />
      )}
    </Page>
  );
}

function useOccasionColumns(hidden: readonly string[], onEdit: (row: OccasionRow) => void) {
  const t = useText();
  const format = useFormat();
  return useMemo((): Column<OccasionRow>[] => {
    const name = (row: OccasionRow) => (t.language === 'en' ? (row.nameEn ?? row.name) : row.name);
    const on = (row: OccasionRow) => {
      const values = { day: String(row.day), month: String(row.month) };
      const day =
        row.calendar === 'lunar'
          ? t('calendar.occasions.lunar', values)
          : t('calendar.occasions.solar', values);
      return row.lasts > 1 ? `${day}, ${t('calendar.occasions.lasts', { count: row.lasts })}` : day;
    };
    return [
      {
        key: 'name',
        header: t('calendar.occasion.name'),
        cell: (row) => (
          <span className={row.hidden ? 'so-muted' : 'so-strong'}>
            {name(row)}{' '}
            {row.code === null && (
              <Tag tone="line" icon={null}>
                {t('calendar.occasions.own')}
              </Tag>
            )}
            {row.hidden && (
              <Tag tone="neutral" icon={null}>
                {t('calendar.occasions.hiddenTag')}
              </Tag>
            )}
          </span>
        ),
      },
      { key: 'on', header: t('calendar.occasions.on'), width: 230, cell: on },
      {
        key: 'next',
        header: t('calendar.occasions.next'),
        width: 190,
        cell: (row) => <Link to={dayAddress(row.next)}>{format.weekdayDate(row.next)}</Link>,
      },
      {
        key: 'planned',
        header: t('calendar.occasions.planned'),
        cell: (row) => {
          const planned = row.planned[row.planned.length - 1];
          if (planned)
            return <Link to={recordPath(planned.entity, planned.id) ?? '/events'}>{planned.name}</Link>;
          if (row.hidden) return null;
          const about = { title: name(row), eventKind: row.eventKind };
          return (
            <Link
              to={planAddress(row.next, about, t)}
              aria-label={t('calendar.planFor', { name: about.title })}
            >
              {t('calendar.plan')}
            </Link>
          );
        },
      },
      {
        key: 'more',
        header: '',
        width: 48,
        cell: (row) => <RowMenu row={row} name={name(row)} hidden={hidden} onEdit={() => onEdit(row)} />,
      },
    ];
  }, [t, format, hidden, onEdit]);
}

interface RowMenuProps {
  row: OccasionRow;
  name: string;
  hidden: readonly string[];
  onEdit(): void;
}

function RowMenu({ row, name, hidden, onEdit }: RowMenuProps) {
  const t = useText();
  const navigate = useNavigate();
  const trash = useCommandOp('calendar.trashOccasions', {
    done: () => t('calendar.occasions.trashed', { name }),
  });
  const hide = useCommandOp('calendar.hideOccasions', {
    done: () =>
      row.hidden ? t('calendar.occasions.shown', { name }) : t('calendar.occasions.hidden', { name }),
  });
  const { id, code } = row;
  const plan: Action = {
    key: 'plan',
    label: t('calendar.plan'),
    icon: CalendarPlus,
    onClick: () => navigate(planAddress(row.next, { title: name, eventKind: row.eventKind }, t)),
  };
  const own: Action[] =
    id === null
      ? [
          {
            key: 'hide',
            label: row.hidden ? t('calendar.occasions.show') : t('calendar.occasions.hide'),
            icon: row.hidden ? Eye : EyeOff,
            onClick: () => {
              const others = hidden.filter((one) => one !== code);
              hide.fire({ codes: (row.hidden ? others : [...others, code]) as OccasionCode[] });
            },
          },
        ]
      : [
          { key: 'edit', label: t('calendar.occasions.edit'), icon: Pencil, onClick: onEdit },
          {
            key: 'trash',
            label: t('calendar.occasions.trash'),
            icon: Trash2,
            danger: true,
            onClick: () => trash.fire({ ids: [id] }),
          },
        ];
  const gift: Action = {
    key: 'gift',
    label: t('calendar.gift'),
    icon: Gift,
    onClick: () => navigate(giftAddress(row, name, t)),
  };
  return <MoreMenu size="small" actions={[plan, gift, ...own]} />;
}
