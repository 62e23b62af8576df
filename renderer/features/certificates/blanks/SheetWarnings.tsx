/** What would go wrong at the printer: another size than the blank, words where it does not reach. */
import { TriangleAlert } from 'lucide-react';
import { type DisplayPage, nearEdge } from '../../../../shared/domain/layout';
import { type Translate, useText } from '../../../client';
import { Note, useFormat } from '../../../ui';
import type { Blank } from './backdrop';

/** Two sizes are one within this, millimetres. */
const SAME = 0.5;

/** "Họ và tên" for the item `name` of a layout. */
export const partName = (t: Translate, id: string): string => {
  const key = id.replace(/^unit\./, '').replaceAll('.', '_');
  return t.any(`designer.known.${key}`) || t.any(`certificates.item.${key}`) || t('certificates.item.other');
};

/** "297 × 210 mm". */
export function useSheetSize(): (w: number, h: number) => string {
  const format = useFormat();
  const side = (mm: number) => format.decimal(mm, mm % 1 ? 1 : 0);
  return (w, h) => `${side(w)} × ${side(h)} mm`;
}

export function SheetWarnings({
  page,
  blank,
}: {
  page: DisplayPage;
  blank: Pick<Blank, 'w' | 'h'> | undefined;
}) {
  const t = useText();
  const format = useFormat();
  const size = useSheetSize();
  const differs = blank && (Math.abs(blank.w - page.w) > SAME || Math.abs(blank.h - page.h) > SAME);
  const near = nearEdge(page);
  const names = [...new Set(near.map(({ id }) => partName(t, id)))].join(', ');
  const least = Math.min(...near.map((one) => one.distance));
  return (
    <>
      {differs && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('blanks.otherSize', { layout: size(page.w, page.h), blank: size(blank.w, blank.h) })}
        </Note>
      )}
      {near.length > 0 && (
        <Note tone="warn" icon={TriangleAlert}>
          {t(least < 0 ? 'blanks.offSheet' : 'blanks.nearEdge', {
            names,
            distance: format.decimal(Math.max(0, least), 1),
          })}
        </Note>
      )}
    </>
  );
}
