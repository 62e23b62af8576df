/** One item: what became of it, its record, its evidence. */
import { Trash2 } from 'lucide-react';
import { Link } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Drawer, ErrorState, LoadingBars } from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import { ItemForm } from './ItemForm';
import { LINK_PATHS, StatusTag } from './words';

export function ItemDrawer({ id, onClose }: { id: number | null; onClose(): void }) {
  const t = useText();
  const query = useQueryOp('plans.get', { id: id ?? 1 }, { enabled: id !== null });
  const trash = useCommandOp('plans.trash', { done: () => t('plans.trashed') });
  const item = id === null ? undefined : query.data?.item;
  return (
    <Drawer open={id !== null} onClose={onClose} title={t('plans.edit')} width={560}>
      {query.error && id !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {id !== null && !item && !query.error && <LoadingBars kind="lines" />}
      {item && (
        <div className="so-stack">
          <div className="so-row so-wrap">
            <StatusTag row={item} />
            {item.link && (
              <Link to={`${LINK_PATHS[item.link.entity]}${item.link.id}`} lang="vi">
                {item.link.label}
              </Link>
            )}
            <span className="so-push" />
            <ActionButton
              size="small"
              action={{
                ...{ key: 'trash', label: t('plans.trash'), icon: Trash2 },
                onClick: () => {
                  trash.fire({ ids: [item.id] });
                  onClose();
                },
              }}
            />
          </div>
          <ItemForm
            key={`${item.id}-${item.version}`}
            item={item}
            year={item.year}
            month={item.month}
            onDone={onClose}
          />
          <EvidenceBox entity="plan_item" entityId={item.id} />
        </div>
      )}
    </Drawer>
  );
}
