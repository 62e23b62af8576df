/** The sheet of a blank with what will be printed onto it, or the photo whose corners are being put in place. */
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { DisplayItem, DisplayPage } from '../../../../shared/domain/layout';
import { useQueryOp, useText } from '../../../client';
import { LoadingBars } from '../../../ui';
import { LayoutPreview } from '../LayoutPreview';
import { useImages } from '../useImages';
import { shownLayout } from './BlankForm';
import { useBackdrop, useScan } from './backdrop';
import { CornerBoard } from './CornerBoard';
import { SheetWarnings } from './SheetWarnings';
import type { BlankDraft } from './useBlankDraft';

const idOf = (item: DisplayItem): string | null =>
  item.kind === 'text' ? item.id : item.kind === 'code' ? 'qr' : item.kind === 'image' ? item.field : null;

export function BlankBoard({ parts }: { parts: BlankDraft }) {
  const t = useText();
  const { draft, placing } = parts;
  const [view, setView] = useState<'photo' | 'sheet'>('photo');
  const href = useScan(draft.scan);
  const { corners } = draft.place;
  const photo = placing === 'corners' && corners !== null && href !== undefined;
  return (
    <section className="so-cert-sheet" aria-label={t('blanks.preview')}>
      {photo && (
        <span className="so-row">
          <Segmented
            aria-label={t('blanks.view')}
            value={view}
            onChange={setView}
            options={(['photo', 'sheet'] as const).map((value) => ({
              value,
              label: t(`blanks.views.${value}`),
            }))}
          />
        </span>
      )}
      {photo && view === 'photo' ? (
        <CornerBoard
          href={href}
          corners={corners}
          onChange={(next) => parts.set({ place: { ...draft.place, corners: next } })}
        />
      ) : (
        <WordsOnSheet parts={parts} />
      )}
    </section>
  );
}

function WordsOnSheet({ parts }: { parts: BlankDraft }) {
  const t = useText();
  const { draft } = parts;
  const layoutId = shownLayout(draft.layouts);
  const query = useQueryOp('certificates.onBlank', { layoutId }, { keep: true });
  const page = query.data?.page as unknown as DisplayPage | undefined;
  const images = useImages(page?.items);
  const backdrop = useBackdrop(draft);
  const shown = useMemo(() => {
    const items = page?.items.filter((item) => !draft.off.includes(idOf(item) ?? '')) ?? [];
    return page && { ...page, items };
  }, [page, draft.off]);
  if (!shown) return <LoadingBars kind="lines" />;
  return (
    <>
      <SheetWarnings page={shown} blank={draft} />
      <div className="so-cert-paper">
        <div className={shown.h > shown.w ? 'so-cert-page so-cert-page--tall' : 'so-cert-page'}>
          <LayoutPreview
            page={shown}
            label={t('blanks.preview')}
            images={images}
            {...(backdrop ? { backdrop } : {})}
          />
        </div>
      </div>
    </>
  );
}
