/** What changed in the organisation, the latest day first; a change can be taken back and made again. */
import { Redo2, Undo2 } from 'lucide-react';
import type { OutputOf } from '../../../../shared/contract';
import { type Translate, useCommandOp, useQueryOp, useText } from '../../../client';
import { ActionButton, Drawer, ErrorState, LoadingBars, Tag, useFormat } from '../../../ui';

type Row = OutputOf<'organisation.changes'>['rows'][number];

/** The change as a sentence, with the names of its day. */
export function changeSentence(t: Translate, row: Pick<Row, 'kind' | 'from' | 'to'>): string {
  const words = { from: row.from.join(', '), to: row.to.join(', ') };
  if (row.kind === 'move' && row.to.length === 0)
    return t('organisationTree.history.sentence.moveOut', words);
  if (row.kind === 'close' && row.to.length > 0) return t('organisationTree.history.sentence.closeTo', words);
  if (row.kind === 'merge' && row.from.length < 2)
    return t('organisationTree.history.sentence.mergeInto', words);
  return t(`organisationTree.history.sentence.${row.kind}`, words);
}

export interface HistoryOf {
  unitId: number | null;
  name: string | null;
}

export function HistoryDrawer({ of, onClose }: { of: HistoryOf | null; onClose(): void }) {
  const t = useText();
  const title = of?.name
    ? t('organisationTree.history.of', { name: of.name })
    : t('organisationTree.history.title');
  return (
    <Drawer open={of !== null} onClose={onClose} title={title} width={480}>
      {of && <History unitId={of.unitId} />}
    </Drawer>
  );
}

function History({ unitId }: { unitId: number | null }) {
  const t = useText();
  const query = useQueryOp('organisation.changes', { unitId });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  if (query.data.rows.length === 0)
    return <p className="so-caption">{t('organisationTree.history.empty')}</p>;
  return (
    <ul className="so-tree-history">
      {query.data.rows.map((row) => (
        <HistoryRow key={row.id} row={row} />
      ))}
    </ul>
  );
}

function HistoryRow({ row }: { row: Row }) {
  const t = useText();
  const format = useFormat();
  const date = format.date(row.on);
  const undo = useCommandOp('organisation.revertChange', {
    done: () => t('organisationTree.history.undoneDone', { date }),
  });
  const repeat = useCommandOp('organisation.repeatChange', {
    done: () => t('organisationTree.history.repeatedDone', { date }),
  });
  const decision =
    row.decisionNo &&
    (row.decisionDate
      ? t('organisationTree.history.decisionOn', { no: row.decisionNo, date: format.date(row.decisionDate) })
      : t('organisationTree.history.decision', { no: row.decisionNo }));
  const facts = [
    t('organisationTree.history.from', { date }),
    decision,
    row.moved > 0 ? t('organisationTree.history.moved', { count: row.moved }) : null,
  ];
  return (
    <li className={row.undoneAt ? 'is-undone' : ''}>
      <div className="so-row">
        <strong>{changeSentence(t, row)}</strong>
        {row.undoneAt && <Tag>{t('organisationTree.history.undone')}</Tag>}
      </div>
      <div className="so-caption">{facts.filter(Boolean).join(' · ')}</div>
      {row.note && <p>{row.note}</p>}
      {row.undoneAt ? (
        <ActionButton
          size="small"
          action={{
            key: 'repeat',
            label: t('organisationTree.history.repeat'),
            icon: Redo2,
            running: repeat.running,
            onClick: () => repeat.fire({ id: row.id }),
          }}
        />
      ) : (
        <ActionButton
          size="small"
          action={{
            key: 'undo',
            label: t('organisationTree.history.undo'),
            icon: Undo2,
            running: undo.running,
            onClick: () => undo.fire({ id: row.id }),
          }}
        />
      )}
    </li>
  );
}
