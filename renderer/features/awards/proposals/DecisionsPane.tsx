/** Draft decisions made from what the council approved: one for each form, nobody twice. */
import { FilePlus2, Stamp } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useCommandOp, useText } from '../../../client';
import { type Action, ActionButton, type Column, EmptyState, Note, PlainTable, Tag } from '../../../ui';
import { useAwardWords } from '../words';
import type { RoundData } from './RoundPage';

type Decision = RoundData['decisions'][number];

export function DecisionsPane({ data }: { data: RoundData }) {
  const t = useText();
  const words = useAwardWords();
  const { round, decisions } = data;
  const make = useCommandOp('proposals.makeDecisions', {
    done: (done) => t('proposals.decisions.made', { count: done.added }),
  });
  const open = round.approved - round.decided;
  const action: Action = {
    key: 'make',
    label: t('proposals.decisions.make'),
    icon: FilePlus2,
    disabled: open === 0,
    onClick: () => make.fire({ roundId: round.id }),
  };
  const columns: Column<Decision>[] = [
    {
      key: 'form',
      header: t('proposals.col.form'),
      cell: (row) => (
        <Link className="so-strong" to={`/awards/${row.id}`}>
          {words.formName(row)}
        </Link>
      ),
    },
    {
      key: 'number',
      header: t('proposals.col.decision'),
      width: 180,
      cell: (row) => row.number ?? <span className="so-muted">{t('proposals.decisions.noNumber')}</span>,
    },
    {
      key: 'counts',
      header: t('proposals.col.proposals'),
      width: 260,
      cell: (row) => words.counts(row.counts),
    },
    {
      key: 'state',
      header: t('proposals.col.state'),
      width: 150,
      cell: (row) => (
        <Tag tone={row.status === 'issued' ? 'ok' : 'warn'}>{t(`proposals.decisions.${row.status}`)}</Tag>
      ),
    },
  ];
  if (decisions.length === 0)
    return (
      <EmptyState icon={Stamp} title={t('proposals.decisions.empty')} primary={action}>
        {t('proposals.decisions.emptyBody')}
      </EmptyState>
    );
  return (
    <>
      {open > 0 && (
        <div className="so-row so-wrap">
          <Note tone="muc" icon={Stamp}>
            {t('proposals.decisions.open', { count: open })}
          </Note>
          <ActionButton action={action} />
        </div>
      )}
      <PlainTable
        framed
        caption={t('proposals.tabs.decisions')}
        columns={columns}
        rows={decisions}
        rowKey={(row) => row.id}
      />
    </>
  );
}
