/** On a member's page: which record was merged into it, or where this one went; and the way apart. */
import { Merge } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../../client';
import { Note, useFormat } from '../../../ui';
import { UnmergeDrawer } from './UnmergeDrawer';
import './merge.css';

/** Whether a record is part of another now; it is in nobody's trash then. */
export function useMergedAway(memberId: number): boolean {
  const rows = useQueryOp('members.merges', { memberId, limit: 20 }).data?.rows;
  return rows?.some((row) => row.goneId === memberId) ?? false;
}

export function MergedNote({ memberId }: { memberId: number }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<number | null>(null);
  const rows = useQueryOp('members.merges', { memberId, limit: 20 }).data?.rows ?? [];
  return (
    <>
      {rows.map((row) =>
        row.goneId === memberId ? (
          <Note
            key={row.id}
            tone="warn"
            icon={Merge}
            title={t('memberMerge.merged.noteGone', { name: row.kept, date: format.dateTime(row.at) })}
            action={<Link to={`/members/${row.keptId}`}>{t('memberMerge.merged.openKept')}</Link>}
          />
        ) : (
          <Note
            key={row.id}
            tone="muc"
            icon={Merge}
            action={
              <button type="button" className="so-linklike" onClick={() => setOpen(row.id)}>
                {t('memberMerge.merged.split')}
              </button>
            }
          >
            {t('memberMerge.merged.note', {
              name: row.gone,
              year: row.goneBirthDate?.slice(0, 4) ?? '—',
              date: format.dateTime(row.at),
            })}
          </Note>
        ),
      )}
      {open !== null && <UnmergeDrawer mergeId={open} onClose={() => setOpen(null)} />}
    </>
  );
}
