/** The text of a layout over the scan of a blank, adjusted as it will be printed; the scan is on screen only. */
import type { InputOf } from '../../../shared/contract';
import type { DisplayPage } from '../../../shared/domain/layout/display';
import { useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars } from '../../ui';
import { type Blank, useBackdrop } from './blanks/backdrop';
import { SheetWarnings } from './blanks/SheetWarnings';
import { LayoutPreview } from './LayoutPreview';
import { useImages } from './useImages';

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
  return (
    <div className="so-cert-sheet">
      <SheetWarnings page={page} blank={blank} />
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
