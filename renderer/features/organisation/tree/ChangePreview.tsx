/** What a change would do, before it is made. */
import { TriangleAlert } from 'lucide-react';
import { useDeferredValue } from 'react';
import { sentenceOf, useQueryOp, useText } from '../../../client';
import { Note, PlainTable, useFormat } from '../../../ui';
import type { Change } from './words';

type Side = { name: string; parent: string | null; open: boolean; members: number } | null;

export function ChangePreview({ change }: { change: Change | null }) {
  const t = useText();
  return (
    <section className="so-tree-preview" aria-label={t('organisationTree.preview.title')}>
      <h3>{t('organisationTree.preview.title')}</h3>
      {change ? (
        <Preview change={change} />
      ) : (
        <p className="so-caption">{t('organisationTree.preview.waiting')}</p>
      )}
    </section>
  );
}

function Preview({ change }: { change: Change }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp(
    'organisation.previewChange',
    { change: useDeferredValue(change) },
    { keep: true },
  );
  if (query.error)
    return (
      <Note tone="warn" icon={TriangleAlert}>
        {sentenceOf(query.error)}
      </Note>
    );
  if (!query.data) return null;
  const { lines, moves, moved } = query.data;
  return (
    <>
      <PlainTable
        framed
        caption={t('organisationTree.preview.caption', { date: format.date(change.on) })}
        rows={lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'before',
            header: t('organisationTree.preview.before'),
            cell: (line) => <SideWords side={line.before} other={line.after} />,
          },
          {
            key: 'after',
            header: t('organisationTree.preview.after'),
            cell: (line) => <SideWords side={line.after} other={line.before} created={line.created} after />,
          },
        ]}
      />
      <p className="so-tree-preview__sum">
        {moved > 0
          ? t('organisationTree.preview.moved', { count: moved })
          : t('organisationTree.preview.nobody')}
      </p>
      {moves.length > 1 && (
        <ul className="so-caption">
          {moves.map((move) => (
            <li key={`${move.from}>${move.to}`}>
              {t('organisationTree.preview.move', { from: move.from, to: move.to, count: move.members })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function SideWords({
  side,
  other,
  created = false,
  after = false,
}: {
  side: Side;
  other: Side;
  created?: boolean;
  after?: boolean;
}) {
  const t = useText();
  if (!side) return <span className="so-muted">—</span>;
  const facts = [
    created ? t('organisationTree.preview.created') : null,
    after && !side.open ? t('organisationTree.preview.closed') : null,
    side.parent && side.parent !== other?.parent
      ? t('organisationTree.preview.under', { parent: side.parent })
      : null,
    side.open || side.members > 0 ? t('organisationTree.preview.people', { count: side.members }) : null,
  ];
  return (
    <>
      <span className={after && !side.open ? 'so-tree-preview__gone' : ''}>{side.name}</span>
      <div className="so-caption">{facts.filter(Boolean).join(' · ')}</div>
    </>
  );
}
