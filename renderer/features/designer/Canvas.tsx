/** The sheet with its rulers: items are chosen, moved and sized here, by mouse and by keys. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { type Box, union } from '../../../shared/domain/layout';
import { useText } from '../../client';
import { isComposing, LoadingBars } from '../../ui';
import type { Backdrop } from '../certificates/blanks/backdrop';
import { DrawnSheet } from './DrawnSheet';
import { isLocked } from './model/edit';
import type { Design } from './model/state';
import { Overlay } from './Overlay';
import { RULER, Rulers } from './Rulers';
import type { Commands } from './useCommands';
import { useDrag } from './useDrag';
import type { Drawn } from './useDrawn';
import { useGuides } from './useGuides';
import type { Zoom } from './useZoom';

export interface CanvasProps {
  design: Design;
  drawn: Drawn | null;
  boxes: ReadonlyMap<string, Box>;
  wrong: ReadonlySet<string>;
  zoom: Zoom;
  room: React.RefObject<HTMLDivElement | null>;
  snapping: boolean;
  commands: Commands;
  label: string;
  backdrop: Backdrop | undefined;
  /** Items that stand on the blank already. */
  off: readonly string[];
}

const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

function emptyOf(drawn: Drawn | null): ReadonlySet<string> {
  if (!drawn) return new Set();
  const seen = new Set(drawn.blocks.filter((block) => block.items.length > 0).map((block) => block.id));
  return new Set(drawn.layout.items.flatMap((item) => (item.id && !seen.has(item.id) ? [item.id] : [])));
}

export function Canvas(props: CanvasProps) {
  const { design, drawn, boxes, wrong, zoom, room, commands, backdrop, off } = props;
  const t = useText();
  const sheet = useRef<HTMLDivElement>(null);
  const { scale } = zoom;
  const { layout, chosen } = design;
  const dragging = useDrag(design, scale, props.snapping);
  const guides = useGuides(design, sheet, scale);
  const { band, pullBand } = useBand(design, boxes, sheet, scale);
  const { w, h } = layout.page;
  const empty = useMemo(() => emptyOf(drawn), [drawn]);
  const reach = union(chosen.map((id) => boxes.get(id) ?? null));
  const onItem = (event: PointerEvent, id: string) => {
    if (event.button !== 0) return;
    room.current?.focus({ preventScroll: true });
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    const has = chosen.includes(id);
    const ids = adds ? (has ? chosen.filter((one) => one !== id) : [...chosen, id]) : has ? chosen : [id];
    design.choose(ids);
    if (ids.includes(id)) dragging.move(event, ids);
  };
  return (
    <div
      ref={room}
      className="so-des-room"
      role="group"
      aria-label={t('designer.board')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet takes keys that move what is chosen
      tabIndex={0}
      onKeyDown={(event) => boardKey(event, commands)}
    >
      <div className="so-des-board" style={{ gridTemplateColumns: `${RULER}px ${w * scale}px` }}>
        <span className="so-des-corner" />
        <Rulers {...{ w, h, scale }} chosen={reach} onPull={guides.pull} />
        <div ref={sheet} className="so-des-sheet" style={{ width: w * scale, height: h * scale }}>
          {drawn ? (
            <DrawnSheet drawn={drawn} layout={layout} label={props.label} {...{ backdrop, off }} />
          ) : (
            <LoadingBars />
          )}
          <Overlay
            layout={layout}
            boxes={boxes}
            chosen={chosen}
            wrong={wrong}
            empty={empty}
            scale={scale}
            dragging={dragging}
            pulled={guides.pulled}
            band={band}
            onItem={onItem}
            onGround={pullBand}
            onGuide={guides.pull}
          />
        </div>
      </div>
    </div>
  );
}

/** A rubber band over the ground chooses what lies wholly inside; a click on the ground chooses nothing. */
function useBand(
  design: Design,
  boxes: ReadonlyMap<string, Box>,
  sheet: React.RefObject<HTMLDivElement | null>,
  scale: number,
) {
  const [band, setBand] = useState<Box | null>(null);
  const pullBand = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const frame = sheet.current?.getBoundingClientRect();
    if (!frame) return;
    const at = (one: { clientX: number; clientY: number }) => ({
      x: (one.clientX - frame.left) / scale,
      y: (one.clientY - frame.top) / scale,
    });
    const from = at(event);
    const boxTo = (one: globalThis.PointerEvent): Box => {
      const to = at(one);
      return {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        w: Math.abs(to.x - from.x),
        h: Math.abs(to.y - from.y),
      };
    };
    const onMove = (next: globalThis.PointerEvent) => setBand(boxTo(next));
    const end = (next: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', end);
      setBand(null);
      const box = boxTo(next);
      const loose = design.layout.items.filter((item) => item.id && !isLocked(item));
      const inside = loose.flatMap((item) => {
        const own = boxes.get(item.id ?? '');
        return own && item.id && within(own, box) ? [item.id] : [];
      });
      design.choose(inside);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', end);
  };
  return { band, pullBand };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** 0,1 mm by an arrow, 0,5 mm with Shift. */
export function boardKey(event: KeyboardEvent, commands: Commands): void {
  if (isComposing(event) || event.altKey) return;
  const step = STEPS[event.key];
  if (step && !event.ctrlKey) {
    const by = event.shiftKey ? 0.5 : 0.1;
    event.preventDefault();
    commands.nudge(step[0] * by, step[1] * by);
    return;
  }
  const chord = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
  const run = {
    Delete: commands.remove,
    Escape: commands.clear,
    'Ctrl+a': commands.all,
    'Ctrl+c': commands.copy,
    'Ctrl+x': commands.cut,
    'Ctrl+v': commands.paste,
    'Ctrl+d': commands.duplicate,
    'Ctrl+]': () => commands.order('forward'),
    'Ctrl+[': () => commands.order('backward'),
    'Ctrl+}': () => commands.order('front'),
    'Ctrl+{': () => commands.order('back'),
  }[chord];
  if (!run) return;
  event.preventDefault();
  run();
}
