import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { type Translate, useText } from '../../client';
import { useFormat } from '../../ui';

type Row = OutputOf<'members.timeline'>['rows'][number];

/** A person's story, newest first; events and awards lead to their pages. */
export function TimelineList({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const format = useFormat();
  if (rows.length === 0) return <p className="so-muted">{t('members.timeline.empty')}</p>;
  return (
    <ol className="so-members-timeline">
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
        <li key={i}>
          <span className="so-members-timeline__date">{format.date(row.date.slice(0, 10))}</span>
          <span>
            <Title row={row} text={titleOf(row, t)} />
            {detailOf(row, t) && <span className="so-caption">{detailOf(row, t)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Title({ row, text }: { row: Row; text: string }) {
  const area = row.kind === 'event' ? 'events' : row.kind === 'award' ? 'awards' : null;
  return area && row.recordId !== null ? (
    <Link to={`/${area}/${row.recordId}`}>{text}</Link>
  ) : (
    <span>{text}</span>
  );
}

function titleOf(row: Row, t: Translate): string {
  if (row.kind === 'event' || row.kind === 'award') return row.title;
  if (row.kind === 'status') return t.any(`members.status.${row.title}`);
  if (row.kind === 'changed' || row.kind === 'moved')
    return t.any(`members.timeline.${row.title}`) || t('members.timeline.changed');
  return t(`members.timeline.${row.kind}`);
}

function detailOf(row: Row, t: Translate): string | null {
  if (row.kind === 'changed' || row.kind === 'created' || row.kind === 'imported')
    return row.detail && t('members.timeline.by', { name: row.detail });
  return row.detail;
}
