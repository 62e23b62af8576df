import { CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommandOp, useText } from '../../../client';
import { EmptyState } from '../../../ui';
import type { Sums } from './ImportPage';

/** The sum that adds up, and the one button that takes everything back. */
export function DoneStep({ importId, sums, onAgain }: { importId: number; sums: Sums; onAgain(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const [undone, setUndone] = useState(false);
  const undo = useCommandOp('members.importUndo', { done: (data) => t('members.import.done.undone', data) });
  return (
    <EmptyState
      icon={CircleCheckBig}
      title={
        undone
          ? t('members.import.historyUndone')
          : t('members.import.done.title', { count: sums.created + sums.updated + sums.merged })
      }
      primary={{ key: 'open', label: t('members.import.done.open'), onClick: () => navigate('/members') }}
      actions={[
        { key: 'again', label: t('members.import.done.again'), onClick: onAgain },
        ...(undone
          ? []
          : [
              {
                key: 'undo',
                label: t('members.import.done.undo'),
                onClick: () =>
                  void undo
                    .run({ importId })
                    .then(() => setUndone(true))
                    .catch(() => undefined),
              },
            ]),
      ]}
    >
      {t('members.import.done.sum', sums)}
      <br />
      {(sums.departmentsCreated > 0 || sums.groupsCreated > 0) &&
        t('members.import.done.places', { departments: sums.departmentsCreated, groups: sums.groupsCreated })}
    </EmptyState>
  );
}
