/** Whom a decision names, in ceremony order, with what should be looked at before it is issued. */
import {
  ArrowDown,
  ArrowUp,
  ListOrdered,
  PencilLine,
  Plus,
  Stamp,
  Trash2,
  TriangleAlert,
  UserPlus,
  Users,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  ErrorState,
  IconButton,
  LoadingBars,
  MoreMenu,
  NameCell,
  PlainTable,
  SearchField,
  Tag,
} from '../../ui';
import { CertificateDrawer } from '../certificates/batch/CertificateDrawer';
import { AddRecipients } from './AddRecipients';
import type { Decision } from './DecisionPage';
import { RecipientDrawer } from './RecipientDrawer';
import { DecisionEligibility } from './rules/Eligibility';
import { useAwardWords } from './words';

export type Recipient = OutputOf<'awards.recipients'>['rows'][number];

export function RecipientsPane({ decision }: { decision: Decision }) {
  const t = useText();
  const words = useAwardWords();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Recipient | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const [search, setSearch] = useState('');
  const [flagged, setFlagged] = useState(false);
  const query = useQueryOp(
    'awards.recipients',
    { id: decision.id, search, flagged, limit: 1000 },
    { keep: true },
  );
  const draft = decision.status === 'draft';
  const order = useOrder(decision, query.data?.rows ?? [], search === '' && !flagged);
  const columns = useRecipientColumns(decision, order.move, setEditing, setOpened);
  if (decision.fields.countsOnly)
    return (
      <section className="so-awards-right" aria-label={t('awards.recipients.title')}>
        <h2>{words.counts(decision.counts)}</h2>
        {draft && <p className="so-caption">{t('awards.recipients.countsBody')}</p>}
      </section>
    );
  const total = query.data?.total ?? 0;
  const nobody = total === 0 && search === '' && !flagged;
  return (
    <section className="so-awards-right" aria-label={t('awards.recipients.title')}>
      <div className="so-awards-head">
        <h2>{nobody ? t('awards.recipients.title') : words.counts(decision.counts)}</h2>
        <span className="so-push" />
        {draft && !nobody && <Flags decision={decision} flagged={flagged} onFlagged={setFlagged} />}
        {!nobody && (
          <SearchField
            value={search}
            onChange={setSearch}
            placeholder={t('awards.recipients.pick')}
            width={212}
          />
        )}
        {draft && (
          <>
            <ActionButton
              size="small"
              action={{
                key: 'add',
                label: t('awards.recipients.addShort'),
                icon: Plus,
                onClick: () => setAdding(true),
              }}
            />
            <MoreMenu
              actions={[
                {
                  key: 'department',
                  label: t('awards.recipients.sort'),
                  icon: ListOrdered,
                  onClick: () => order.by('department'),
                },
                {
                  key: 'name',
                  label: t('awards.recipients.sortName'),
                  icon: ListOrdered,
                  onClick: () => order.by('name'),
                },
              ]}
            />
          </>
        )}
      </div>
      {!nobody && <DecisionEligibility decisionId={decision.id} />}
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : nobody ? (
        <EmptyState
          icon={Users}
          title={t('awards.recipients.empty')}
          {...(draft
            ? {
                primary: {
                  key: 'add',
                  label: t('awards.recipients.add'),
                  icon: UserPlus,
                  onClick: () => setAdding(true),
                },
              }
            : {})}
        >
          {t('awards.recipients.emptyBody')}
        </EmptyState>
      ) : (
        <PlainTable
          caption={t('awards.recipients.title')}
          columns={columns}
          rows={query.data.rows}
          rowKey={(row) => row.id}
        />
      )}
      {adding && <AddRecipients decision={decision} onClose={() => setAdding(false)} />}
      {opened !== null && <CertificateDrawer recipientId={opened} onClose={() => setOpened(null)} />}
      {editing && <RecipientDrawer recipient={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function Flags({
  decision,
  flagged,
  onFlagged,
}: {
  decision: Decision;
  flagged: boolean;
  onFlagged(on: boolean): void;
}) {
  const t = useText();
  if (decision.warnings === 0) return null;
  return (
    <button
      type="button"
      className="so-awards-flag"
      aria-pressed={flagged}
      onClick={() => onFlagged(!flagged)}
    >
      <Tag tone="warn">
        {flagged ? t('awards.recipients.all') : t('awards.recipients.look', { count: decision.warnings })}
      </Tag>
    </button>
  );
}

/** Moving is only possible while the whole list is shown. */
function useOrder(decision: Decision, rows: readonly Recipient[], whole: boolean) {
  const t = useText();
  const moved = useCommandOp('awards.orderRecipients', { done: () => t('awards.recipients.moved') });
  const sorted = useCommandOp('awards.orderRecipients', { done: () => t('awards.recipients.sorted') });
  return useMemo(() => {
    const move = (id: number, by: -1 | 1) => {
      const order = rows.map((row) => row.id);
      const at = order.indexOf(id);
      const to = at + by;
      if (at < 0 || to < 0 || to >= order.length) return;
      order.splice(at, 1);
      order.splice(to, 0, id);
      moved.fire({ id: decision.id, order });
    };
    return {
      move: whole && decision.status === 'draft' ? move : null,
      by: (rule: 'name' | 'department') => sorted.fire({ id: decision.id, by: rule }),
    };
  }, [rows, whole, decision.id, decision.status, moved.fire, sorted.fire]);
}

function useRecipientColumns(
  decision: Decision,
  move: ((id: number, by: -1 | 1) => void) | null,
  onEdit: (row: Recipient) => void,
  onOpen: (id: number) => void,
): Column<Recipient>[] {
  const t = useText();
  const remove = useCommandOp('awards.removeRecipients', {
    done: (data) => t('awards.recipients.removed', { count: data.count }),
  });
  const draft = decision.status === 'draft';
  const known = useQueryOp('movements.list', { limit: 500 }).data?.rows;
  const movements = useMemo(() => new Map(known?.map((one) => [one.id, one.name])), [known]);
  return useMemo<Column<Recipient>[]>(() => {
    const tools: Column<Recipient> = {
      key: 'actions',
      header: t('awards.col.actions'),
      width: 150,
      cell: (row) => (
        <span className="so-row so-awards-tools">
          {move && (
            <IconButton
              icon={ArrowUp}
              size="small"
              label={t('awards.recipients.up', { name: row.name })}
              onClick={() => move(row.id, -1)}
            />
          )}
          {move && (
            <IconButton
              icon={ArrowDown}
              size="small"
              label={t('awards.recipients.down', { name: row.name })}
              onClick={() => move(row.id, 1)}
            />
          )}
          <IconButton
            icon={PencilLine}
            size="small"
            label={t('awards.recipients.edit', { name: row.name })}
            onClick={() => onEdit(row)}
          />
          <IconButton
            icon={Trash2}
            size="small"
            label={t('awards.recipients.remove', { name: row.name })}
            onClick={() => remove.fire({ ids: [row.id] })}
          />
        </span>
      ),
    };
    return [
      { key: 'order', header: t('awards.col.order'), width: 62, cell: (row) => row.ordinal },
      {
        key: 'name',
        header: t('awards.col.name'),
        cell: (row) => <RecipientName row={row} movement={movements.get(row.movementId ?? 0)} />,
      },
      {
        key: 'post',
        header: t('awards.col.post'),
        cell: (row) => [row.post, row.unitName].filter(Boolean).join(', '),
      },
      draft
        ? { key: 'look', header: t('awards.col.look'), width: 210, cell: (row) => <Warnings row={row} /> }
        : {
            key: 'register',
            header: t('awards.col.register'),
            width: 210,
            cell: (row) => <Registered row={row} onOpen={onOpen} />,
          },
      ...(draft ? [tools] : []),
    ];
  }, [t, draft, move, movements, onEdit, onOpen, remove.fire]);
}

/** Number in the register, whether it is void, and the way to what became of it. */
function Registered({ row, onOpen }: { row: Recipient; onOpen(id: number): void }) {
  const t = useText();
  return (
    <span className="so-row so-awards-tools">
      <span>{row.register ?? ''}</span>
      {row.withdrawnOn !== null && <Tag tone="bad">{t('batches.voided')}</Tag>}
      <span className="so-push" />
      {row.register !== null && (
        <IconButton
          icon={Stamp}
          size="small"
          label={`${t('batches.open')}: ${row.name}`}
          onClick={() => onOpen(row.id)}
        />
      )}
    </span>
  );
}

function RecipientName({ row, movement }: { row: Recipient; movement: string | undefined }) {
  return (
    <>
      <PrintedName row={row} />
      {movement && <div className="so-caption">{movement}</div>}
    </>
  );
}

function PrintedName({ row }: { row: Recipient }) {
  const t = useText();
  if (row.kind === 'collective') return <span className="so-strong">{row.name}</span>;
  const given = row.name.split(' ').at(-1) ?? row.name;
  return (
    <>
      {row.kind === 'household' && <span className="so-muted">{t('awards.kinds.household')} </span>}
      {row.honorific && row.kind === 'individual' && <span className="so-muted">{row.honorific} </span>}
      <NameCell name={row.name} given={given} />
      {row.spouseName && (
        <>
          {' – '}
          <span>{row.spouseName}</span>
        </>
      )}
    </>
  );
}

function Warnings({ row }: { row: Recipient }) {
  const t = useText();
  if (row.warnings.length === 0) return null;
  return (
    <span className="so-stack so-awards-warnings">
      {row.warnings.map((warning) => (
        <Tag key={warning.code} tone="warn" icon={TriangleAlert}>
          {t(`awards.warn.${warning.code}`, { detail: warning.detail ?? '' })}
        </Tag>
      ))}
    </span>
  );
}
