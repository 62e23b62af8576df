/** The sheet on the screen: each item drawn apart, and shifted at once by what it was moved since the core drew it. */
import { memo, useId } from 'react';
import type { DisplayItem, Layout } from '../../../shared/domain/layout';
import { type Backdrop, BackdropImage } from '../certificates/blanks/backdrop';
import { draw, type SheetContext, SheetSymbols } from '../certificates/LayoutPreview';
import { useLayoutFonts } from '../certificates/layoutFonts';
import { useImages } from '../certificates/useImages';
import { type Item, itemOf } from './model/edit';
import type { Drawn } from './useDrawn';

/** How far an item stands now from where it was drawn. */
function shiftOf(now: Item | undefined, then: Item | undefined): { dx: number; dy: number } {
  if (!now || !then || now.type !== then.type) return { dx: 0, dy: 0 };
  return { dx: (now.x ?? 0) - (then.x ?? 0), dy: (now.y ?? 0) - (then.y ?? 0) };
}

const Block = memo(function Block(props: {
  id: string;
  items: readonly DisplayItem[];
  context: SheetContext;
  dx: number;
  dy: number;
}) {
  const { id, items, context, dx, dy } = props;
  return (
    <g data-block={id} transform={dx || dy ? `translate(${dx} ${dy})` : undefined}>
      {items.map((item, i) => draw(item, `${id}.${i}`, context))}
    </g>
  );
});

export interface DrawnSheetProps {
  drawn: Drawn;
  layout: Layout;
  label: string;
  /** The blank under the sheet; on screen only. */
  backdrop: Backdrop | undefined;
  /** Items that stand on the blank and are not printed onto it. */
  off: readonly string[];
}

export function DrawnSheet({ drawn, layout, label, backdrop, off }: DrawnSheetProps) {
  const prefix = `${useId().replace(/[^\w-]/g, '')}-`;
  const { page, blocks } = drawn;
  const ready = useLayoutFonts(page.fonts);
  const images = useImages(blocks.flatMap((block) => [...block.items]));
  const context = useStable(prefix, images);
  const there = new Set(layout.items.map((item) => item.id).filter((id) => !off.includes(id ?? '')));
  return (
    <svg
      role="img"
      lang="vi"
      aria-label={label}
      aria-busy={!ready}
      className="so-des-drawn"
      viewBox={`0 0 ${layout.page.w} ${layout.page.h}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect x={0} y={0} width={layout.page.w} height={layout.page.h} fill="#FFFFFF" />
      <BackdropImage backdrop={backdrop} />
      <SheetSymbols page={page} context={context} />
      <g visibility={ready ? undefined : 'hidden'}>
        {blocks
          .filter((block) => there.has(block.id))
          .map((block) => (
            <Block
              key={block.id}
              id={block.id}
              items={block.items}
              context={context}
              {...shiftOf(itemOf(layout, block.id), itemOf(drawn.layout, block.id))}
            />
          ))}
      </g>
    </svg>
  );
}

const contexts = new WeakMap<object, Map<string, SheetContext>>();

/** The same object for the same pictures, so that blocks which did not change are not drawn again. */
function useStable(prefix: string, images: SheetContext['images']): SheetContext {
  const known = contexts.get(images) ?? new Map<string, SheetContext>();
  contexts.set(images, known);
  const context = known.get(prefix) ?? { prefix, images };
  known.set(prefix, context);
  return context;
}
