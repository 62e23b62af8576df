/** Membership and work of one member by days, with what lies ahead first. */
import { CalendarPlus, History } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { isDatedKind } from '../../../../shared/domain/memberHistory';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { type Column, EmptyState, Tag, useFormat } from '../../../ui';
import { FactForm } from './FactForm';
import { Head, RowTools } from './Head';
import { Records } from './Records';
import { decisionText, type Fact, factContent, factTitle, rowTitle } from './words';

export function FactsCard({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const [open, setOpen] = useState<Fact | 'new' | null>(null);
  const facts = useQueryOp('members.facts', { memberId: member.id });
  const trash = useCommandOp('members.trashFacts', {
    done: (_, input) => {
      const fact = facts.data?.rows.find((row) => row.id === input.ids[0]);
      return t('memberHistory.facts.trashed', { what: fact ? factTitle(t, fact.kind) : '' });
    },
  });
  const columns = useFactColumns(setOpen, (id) => trash.fire({ ids: [id] }));
  const add = {
    key: 'add',
    label: t('memberHistory.facts.add'),
    icon: CalendarPlus,
    disabled: member.deletedAt !== null,
    onClick: () => setOpen('new'),
  };
  return (
    <section aria-label={t('memberHistory.facts.title')}>
      <Head title={t('memberHistory.facts.title')} add={add} />
      <Records
        list={facts}
        title={t('memberHistory.facts.title')}
        columns={columns}
        rowKey={(row) => row.id ?? 'joined'}
        empty={
          <EmptyState icon={History} title={t('memberHistory.facts.empty')}>
            {t('memberHistory.facts.emptyBody')}
          </EmptyState>
        }
      />
      {open && (
        <FactForm
          member={member}
          fact={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onReload={() => void facts.refetch()}
        />
      )}
    </section>
  );
}

function useFactColumns(onEdit: (fact: Fact) => void, onTrash: (id: number) => void): Column<Fact>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'when',
      header: t('memberHistory.facts.whenIt'),
      width: 120,
      cell: (row) => {
        if (row.onDate) return format.date(row.onDate);
        return (
          <span className="so-muted">
            {t(isDatedKind(row.kind) ? 'memberHistory.facts.start' : 'memberHistory.facts.unknownDay')}
          </span>
        );
      },
    },
    { key: 'what', header: t('memberHistory.facts.what'), width: 220, cell: (row) => rowTitle(t, row) },
    {
      key: 'content',
      header: t('memberHistory.facts.content'),
      cell: (row) => (
        <>
          <span className="so-strong">{factContent(t, row)}</span>
          {row.reason && <div className="so-caption">{row.reason}</div>}
        </>
      ),
    },
    {
      key: 'basis',
      header: t('memberHistory.facts.basis'),
      width: 240,
      cell: (row) => decisionText(t, format, row),
    },
    {
      key: 'state',
      header: '',
      width: 110,
      cell: (row) =>
        row.state === 'now' ? (
          <Tag tone="ok">{t('memberHistory.facts.now')}</Tag>
        ) : row.state === 'ahead' ? (
          <Tag tone="muc">{t('memberHistory.facts.ahead')}</Tag>
        ) : null,
    },
    {
      key: 'tools',
      header: '',
      width: 72,
      cell: (row) => (
        <RowTools
          what={[rowTitle(t, row), format.date(row.onDate)].filter(Boolean).join(' ')}
          onEdit={() => onEdit(row)}
          onTrash={row.id === null ? undefined : () => onTrash(row.id as number)}
        />
      ),
    },
  ];
}
