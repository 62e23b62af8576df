/** One certificate as it will be printed, with steps to the next, the one before and the longest name. */
import { ChevronLeft, ChevronRight, Stamp, TriangleAlert } from 'lucide-react';
import type { DisplayPage } from '../../../shared/domain/layout/display';
import { useQueryOp, useText } from '../../client';
import { ActionButton, ErrorState, IconButton, LoadingBars, Note, useShortcuts } from '../../ui';
import { useBlanks } from './blanks/BlankSelect';
import { useBackdrop } from './blanks/backdrop';
import { partName, SheetWarnings } from './blanks/SheetWarnings';
import { LayoutPreview } from './LayoutPreview';
import type { PrintValues } from './PrintOptions';
import type { Batch } from './PrintPage';
import { useImages } from './useImages';

export interface SheetViewProps {
  batch: Batch;
  shown: Batch['rows'][number];
  options: PrintValues;
  onShow(id: number): void;
  /** Opens what became of this certificate. */
  onOpen(id: number): void;
}

export function SheetView({ batch, shown, options, onShow, onOpen }: SheetViewProps) {
  const t = useText();
  const { mode, printerId, boxes } = options;
  const blankId = mode === 'blank' ? options.blankId : null;
  const blank = useBlanks().find((row) => row.id === blankId);
  const backdrop = useBackdrop(blank);
  const query = useQueryOp(
    'certificates.preview',
    { recipientId: shown.id, mode, printerId, blankId: blank?.id ?? null, fresh: options.fresh },
    { keep: true },
  );
  const at = batch.rows.findIndex((row) => row.id === shown.id);
  const step = (by: number) => {
    const to = batch.rows[at + by];
    if (to) onShow(to.id);
  };
  useShortcuts({ PageDown: () => step(1), PageUp: () => step(-1) });
  const page = query.data?.page as unknown as DisplayPage | undefined;
  const images = useImages(page?.items);
  return (
    <section className="so-cert-sheet" aria-label={t('certificates.print.preview', { name: shown.name })}>
      <div className="so-cert-paper">
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : page ? (
          <div className={page.h > page.w ? 'so-cert-page so-cert-page--tall' : 'so-cert-page'}>
            <LayoutPreview
              page={page}
              label={t('certificates.print.preview', { name: shown.name })}
              images={images}
              boxes={boxes}
              {...(backdrop ? { backdrop } : {})}
            />
          </div>
        ) : (
          <LoadingBars kind="lines" />
        )}
      </div>
      {page && <SheetWarnings page={page} blank={blank} />}
      {page?.problems.map((problem) => (
        <Note key={`${problem.item}-${problem.reason}`} tone="warn" icon={TriangleAlert}>
          {problem.reason === 'letters'
            ? t('certificates.print.letters')
            : t('certificates.print.thisOne', {
                item: partName(t, problem.item),
              })}
        </Note>
      ))}
      <Steps {...{ batch, shown, at, step, onShow, onOpen }} />
    </section>
  );
}

type StepsProps = Omit<SheetViewProps, 'options'> & { at: number; step(by: number): void };

function Steps({ batch, shown, at, step, onShow, onOpen }: StepsProps) {
  const t = useText();
  return (
    <div className="so-row so-cert-steps">
      <IconButton
        icon={ChevronLeft}
        label={t('certificates.print.previous')}
        keys="PgUp"
        disabled={at <= 0}
        onClick={() => step(-1)}
      />
      <span>{t('certificates.print.position', { at: at + 1, total: batch.rows.length })}</span>
      <IconButton
        icon={ChevronRight}
        label={t('certificates.print.next')}
        keys="PgDn"
        disabled={at >= batch.rows.length - 1}
        onClick={() => step(1)}
      />
      {batch.longestId !== null && batch.longestId !== shown.id && (
        <ActionButton
          size="small"
          action={{
            key: 'longest',
            label: t('certificates.print.longest'),
            onClick: () => onShow(batch.longestId as number),
          }}
        />
      )}
      {batch.status === 'issued' && (
        <ActionButton
          size="small"
          action={{ key: 'story', label: t('batches.open'), icon: Stamp, onClick: () => onOpen(shown.id) }}
        />
      )}
    </div>
  );
}
