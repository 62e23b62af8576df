/** What lies over the sheet: boxes to take hold of, the frame and handles of what is chosen, guides and drawn-to lines. */
import type { PointerEvent } from 'react';
import type { Box, Layout } from '../../../shared/domain/layout';
import { useText } from '../../client';
import { isLocked, itemOf } from './model/edit';
import { showNumber } from './model/words';
import type { Dragging, Handle } from './useDrag';
import type { PulledGuide } from './useGuides';

export interface OverlayProps {
  layout: Layout;
  boxes: ReadonlyMap<string, Box>;
  chosen: readonly string[];
  /** Items with text that does not fit, or near the edge. */
  wrong: ReadonlySet<string>;
  scale: number;
  dragging: Dragging;
  pulled: PulledGuide | null;
  /** Items of which nothing is drawn now: a picture that is missing, a field that is empty. */
  empty: ReadonlySet<string>;
  /** A rubber band being pulled. */
  band: Box | null;
  onItem(event: PointerEvent, id: string): void;
  onGround(event: PointerEvent): void;
  onGuide(event: PointerEvent, axis: 'x' | 'y', index: number): void;
}

const HANDLES: readonly Handle[] = [
  { h: -1, v: -1 },
  { h: 0, v: -1 },
  { h: 1, v: -1 },
  { h: -1, v: 0 },
  { h: 1, v: 0 },
  { h: -1, v: 1 },
  { h: 0, v: 1 },
  { h: 1, v: 1 },
];
const cursorOf = ({ h, v }: Handle) => (h === 0 ? 'ns' : v === 0 ? 'ew' : h === v ? 'nwse' : 'nesw');

export function Overlay(props: OverlayProps) {
  const { layout, boxes, chosen, wrong, empty, scale, dragging, pulled, band } = props;
  const { w, h } = layout.page;
  const pad = 3 / scale;
  const picked = new Set(chosen);
  return (
    <svg className="so-des-overlay" viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
      <rect className="so-des-ground" x={0} y={0} width={w} height={h} onPointerDown={props.onGround} />
      <rect
        className="so-des-safe"
        x={layout.safe}
        y={layout.safe}
        width={w - 2 * layout.safe}
        height={h - 2 * layout.safe}
      />
      <Guides {...props} />
      {layout.items.map((item) => {
        const box = item.id ? boxes.get(item.id) : undefined;
        if (!item.id || !box || (isLocked(item) && !picked.has(item.id))) return null;
        const id = item.id;
        return (
          <rect
            key={id}
            data-hit={id}
            className={`so-des-hit${wrong.has(id) ? ' so-des-hit--wrong' : ''}${empty.has(id) ? ' so-des-hit--empty' : ''}`}
            x={box.x - (box.w < pad ? pad : 0)}
            y={box.y - (box.h < pad ? pad : 0)}
            width={Math.max(box.w, 2 * pad)}
            height={Math.max(box.h, 2 * pad)}
            onPointerDown={(event) => props.onItem(event, id)}
          />
        );
      })}
      {chosen.map((id) => {
        const box = boxes.get(id);
        return box && <rect key={id} className="so-des-chosen" {...rectOf(box)} />;
      })}
      <Handles {...props} />
      {dragging.lines.x !== null && (
        <line className="so-des-snap" x1={dragging.lines.x} x2={dragging.lines.x} y1={0} y2={h} />
      )}
      {dragging.lines.y !== null && (
        <line className="so-des-snap" x1={0} x2={w} y1={dragging.lines.y} y2={dragging.lines.y} />
      )}
      {pulled && (
        <line
          className="so-des-guide"
          {...(pulled.axis === 'x'
            ? { x1: pulled.at, x2: pulled.at, y1: 0, y2: h }
            : { x1: 0, x2: w, y1: pulled.at, y2: pulled.at })}
        />
      )}
      {band && <rect className="so-des-band" {...rectOf(band)} />}
    </svg>
  );
}

const rectOf = ({ x, y, w, h }: Box) => ({ x, y, width: w, height: h });

function Guides({ layout, onGuide }: OverlayProps) {
  const { w, h } = layout.page;
  const { x = [], y = [] } = layout.guides ?? {};
  const one = (axis: 'x' | 'y', at: number, index: number) => {
    const ends = axis === 'x' ? { x1: at, x2: at, y1: 0, y2: h } : { x1: 0, x2: w, y1: at, y2: at };
    return (
      <g key={`${axis}${at}`}>
        <line className="so-des-guide" {...ends} />
        <line
          className={`so-des-guidehold so-des-guidehold--${axis}`}
          {...ends}
          onPointerDown={(event) => onGuide(event, axis, index)}
        />
      </g>
    );
  };
  return (
    <>
      {x.map((at, i) => one('x', at, i))}
      {y.map((at, i) => one('y', at, i))}
    </>
  );
}

function Handles({ layout, boxes, chosen, scale, dragging }: OverlayProps) {
  const t = useText();
  const id = chosen.length === 1 ? chosen[0] : undefined;
  const item = id ? itemOf(layout, id) : undefined;
  const box = id ? boxes.get(id) : undefined;
  if (!item || !box || !id) return null;
  const side = 8 / scale;
  const sized = ['text', 'image', 'frame', 'qr', 'line'].includes(item.type) && !isLocked(item);
  const number = (value: number) => showNumber(value, t.language);
  const label = `X ${number(box.x)} · Y ${number(box.y)} · ${number(box.w)} × ${number(box.h)} mm`;
  const font = 12 / scale;
  const width = label.length * font * 0.56;
  const above = box.y - font * 2 > 0 ? box.y - font * 2 : box.y + box.h + font * 0.5;
  return (
    <>
      {sized &&
        HANDLES.map((handle) => (
          <rect
            key={`${handle.h}${handle.v}`}
            className={`so-des-handle so-des-handle--${cursorOf(handle)}`}
            x={box.x + ((handle.h + 1) / 2) * box.w - side / 2}
            y={box.y + ((handle.v + 1) / 2) * box.h - side / 2}
            width={side}
            height={side}
            onPointerDown={(event) => {
              event.stopPropagation();
              dragging.resize(event, id, handle);
            }}
          />
        ))}
      {dragging.active && (
        <g className="so-des-where">
          <rect x={box.x} y={above} width={width} height={font * 1.6} rx={font * 0.3} />
          <text x={box.x + font * 0.5} y={above + font * 1.15} fontSize={font}>
            {label}
          </text>
        </g>
      )}
    </>
  );
}
