/** Pictures and papers attached to a record: seen, opened, attached by picking, dropping or pasting, and told of. */
import { Paperclip } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { MAX_ATTACHMENT_MB } from '../../../shared/domain/attachments';
import { useQueryOp, useText } from '../../client';
import { ActionButton, ErrorState, LoadingBars, useFormat } from '../../ui';
import './evidence.css';
import { EvidenceForm } from './EvidenceForm';
import { EvidenceItems } from './EvidenceItems';
import { useAttach } from './useAttach';

export type Attached = OutputOf<'files.list'>['rows'][number];

export interface EvidenceBoxProps {
  /** Table of the record: 'event', 'fund_voucher' … */
  entity: string;
  entityId: number;
  /** Shows without changing. */
  locked?: boolean;
  /** Heading; "Ảnh, giấy tờ kèm theo" unless told. */
  title?: string;
}

export function EvidenceBox({ entity, entityId, locked = false, title }: EvidenceBoxProps) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('files.list', { entity, entityId });
  const attach = useAttach(entity, entityId);
  const [editing, setEditing] = useState<Attached | null>(null);
  const drop = useDropping(attach.take, locked);
  const rows = query.data?.rows ?? [];
  const heading = title ?? t('files.title');
  return (
    <section
      className={`so-files${drop.over ? ' so-files--over' : ''}`}
      aria-label={heading}
      tabIndex={locked ? undefined : 0}
      {...drop.handlers}
    >
      <div className="so-files__head">
        <h2>{heading}</h2>
        {rows.length > 0 && (
          <span className="so-caption">
            {t('files.count', { count: rows.length, size: format.size(query.data?.bytes ?? 0) })}
          </span>
        )}
        <span className="so-push" />
        {!locked && (
          <ActionButton
            size="small"
            action={{
              key: 'attach',
              label: t('files.add'),
              icon: Paperclip,
              running: attach.step !== null,
              onClick: () => void attach.pick(),
            }}
          />
        )}
      </div>
      {attach.step && (
        <p className="so-caption" role="status">
          {t('files.adding', attach.step)}
        </p>
      )}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingBars kind="lines" />}
      <EvidenceItems rows={rows} locked={locked} onEdit={setEditing} />
      {query.data && !locked && (
        <p className={rows.length === 0 ? 'so-files__drop' : 'so-files__hint so-caption'}>
          {drop.over ? t('files.dropNow') : t('files.drop', { limit: MAX_ATTACHMENT_MB })}
        </p>
      )}
      {query.data && locked && rows.length === 0 && <p className="so-caption">{t('files.empty')}</p>}
      <EvidenceForm file={editing} all={rows} onClose={() => setEditing(null)} />
    </section>
  );
}

/** Files dropped on the box or pasted into it. */
function useDropping(take: (files: readonly File[]) => Promise<void>, locked: boolean) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  if (locked) return { over: false, handlers: {} };
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    },
    onDragLeave: () => {
      depth.current -= 1;
      if (depth.current <= 0) leave();
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      leave();
      void take([...event.dataTransfer.files]);
    },
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      void take(files);
    },
  };
  return { over, handlers };
}
