/** The text of a layout over the scan of a blank, adjusted as it will be printed; the scan is on screen only. */
import { TriangleAlert } from 'lucide-react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import type { DisplayPage } from '../../../shared/domain/layout/display';
import { useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars, Note } from '../../ui';
import { LayoutPreview } from './LayoutPreview';
import { useImages } from './useImages';

type Blank = OutputOf<'certificates.blanks'>['rows'][number];

/** The picture of a blank as a backdrop of the preview. */
export function useBackdrop(blank: Blank | undefined) {
  const hash = blank?.scan ?? '';
  const scan = useQueryOp('certificates.scan', { hash }, { enabled: hash !== '' });
  if (!blank || !scan.data) return undefined;
  const { x, y, w, h } = blank.place;
  return { href: `data:${scan.data.mime};base64,${scan.data.data}`, x, y, w, h };
}

export interface BlankPreviewProps {
  shown: InputOf<'certificates.onBlank'>;
  blank: Blank | undefined;
}

export function BlankPreview({ shown, blank }: BlankPreviewProps) {
  const t = useText();
  const query = useQueryOp('certificates.onBlank', shown, { keep: true });
  const page = query.data?.page as unknown as DisplayPage | undefined;
  const images = useImages(page?.items);
  const backdrop = useBackdrop(blank);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!page) return <LoadingBars kind="lines" />;
  const differs = blank && (Math.abs(blank.w - page.w) > 0.5 || Math.abs(blank.h - page.h) > 0.5);
  return (
    <div className="so-cert-sheet">
      {differs && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('blanks.otherSize')}
        </Note>
      )}
      <div className="so-cert-paper">
        <div className={page.h > page.w ? 'so-cert-page so-cert-page--tall' : 'so-cert-page'}>
          <LayoutPreview
            page={page}
            label={t('blanks.preview')}
            images={images}
            {...(backdrop ? { backdrop } : {})}
          />
        </div>
      </div>
    </div>
  );
}
