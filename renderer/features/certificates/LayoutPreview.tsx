/** Draws a display list as SVG: the very positions, sizes and lines the PDF gets, computed by the core. */
import { memo, type ReactNode, useId } from 'react';
import type {
  DisplayItem,
  DisplayLine,
  DisplayPage,
  DisplayText,
  Matrix,
} from '../../../shared/domain/layout/display';
import { POINT } from '../../../shared/domain/layout/measure';
import { type Backdrop, BackdropImage } from './blanks/backdrop';
import { familyOf, useLayoutFonts } from './layoutFonts';

export interface LayoutPreviewProps {
  readonly page: DisplayPage;
  /** Accessible name. */
  readonly label: string;
  /** Address of a picture by field, e.g. `unit.emblem`. */
  readonly images?: Readonly<Record<string, string>>;
  /** Scan of a pre-printed blank shown underneath; never printed. */
  readonly backdrop?: Backdrop;
  /** Draws the box of every text item, and those with a problem in red. */
  readonly boxes?: boolean;
  readonly className?: string;
}

export interface SheetContext {
  readonly prefix: string;
  readonly images: Readonly<Record<string, string>>;
}

const transformOf = (matrix: Matrix) => `matrix(${matrix.join(' ')})`;

function codePath(rects: readonly number[]): string {
  let d = '';
  for (let i = 0; i < rects.length; i += 4) {
    const [x, y, w, h] = rects.slice(i, i + 4);
    d += `M${x},${y}h${w}v${h}h-${w}Z`;
  }
  return d;
}

function Line({ line }: { line: DisplayLine }) {
  return line.runs.map((run) => (
    <tspan key={run.x} x={run.x} y={line.baseline} fontFamily={familyOf(run.font)}>
      {run.spaced ? `${run.text} ` : run.text}
    </tspan>
  ));
}

function Text({ item }: { item: DisplayText }) {
  const size = item.size * POINT;
  return (
    <text
      data-item={item.id}
      fill={item.colour}
      fontSize={size}
      letterSpacing={item.tracking === 0 ? undefined : (item.tracking / 1000) * size}
      textRendering="geometricPrecision"
      xmlSpace="preserve"
    >
      {item.lines.map((line) => (
        <Line key={line.baseline} line={line} />
      ))}
    </text>
  );
}

/** One entry of a display list as SVG. */
export function draw(item: DisplayItem, key: string, context: SheetContext): ReactNode {
  switch (item.kind) {
    case 'path':
      return (
        <path
          key={key}
          d={item.d}
          fill={item.fill ?? 'none'}
          fillRule={item.rule}
          stroke={item.stroke}
          strokeWidth={item.sw}
          strokeLinejoin={item.stroke ? (item.join ?? 'round') : undefined}
          strokeLinecap={item.cap}
          strokeDasharray={item.dash?.join(' ')}
        />
      );
    case 'text':
      return <Text key={key} item={item} />;
    case 'use':
      return item.at.map((matrix, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: copies never move
        <use key={`${key}.${i}`} href={`#${context.prefix}${item.ref}`} transform={transformOf(matrix)} />
      ));
    case 'code':
      return (
        <path
          key={key}
          d={codePath(item.rects)}
          fill={item.colour}
          shapeRendering="crispEdges"
          transform={transformOf([item.module, 0, 0, item.module, item.x, item.y])}
        />
      );
    case 'image':
      return (
        <image
          key={key}
          href={context.images[item.field]}
          x={item.x}
          y={item.y}
          width={item.w}
          height={item.h}
          preserveAspectRatio="xMidYMid meet"
        />
      );
    default: {
      const clip = `${context.prefix}clip-${key}`;
      return (
        <g key={key} clipPath={item.clip ? `url(#${clip})` : undefined}>
          {item.clip ? (
            <clipPath id={clip}>
              <path d={item.clip} />
            </clipPath>
          ) : null}
          <g transform={item.matrix ? transformOf(item.matrix) : undefined}>
            {item.items.map((child, i) => draw(child, `${key}.${i}`, context))}
          </g>
        </g>
      );
    }
  }
}

/** Shapes used in many places; `prefix` keeps sheets of one page apart. */
export function SheetSymbols({ page, context }: { page: DisplayPage; context: SheetContext }) {
  return (
    <defs>
      {Object.entries(page.symbols).map(([name, items]) => (
        <g key={name} id={context.prefix + name}>
          {items.map((item, i) => draw(item, `${name}.${i}`, context))}
        </g>
      ))}
    </defs>
  );
}

function Boxes({ page }: { page: DisplayPage }) {
  const wrong = new Set(page.problems.map((problem) => problem.item));
  return page.items
    .filter((item) => item.kind === 'text')
    .map((item) => (
      <rect
        key={item.id}
        x={item.box.x}
        y={item.box.y}
        width={item.box.w}
        height={item.box.h}
        fill="none"
        stroke={wrong.has(item.id) ? '#C4320A' : '#0B7A75'}
        strokeWidth={0.25}
        strokeDasharray={wrong.has(item.id) ? undefined : '1 1'}
      />
    ));
}

/** One sheet, as wide as its container. */
export const LayoutPreview = memo(function LayoutPreview(props: LayoutPreviewProps) {
  const { page, label, backdrop, boxes, className } = props;
  const prefix = `${useId().replace(/[^\w-]/g, '')}-`;
  const ready = useLayoutFonts(page.fonts);
  const context: SheetContext = { prefix, images: props.images ?? {} };
  const { dx, dy, scale } = page.calibration ?? { dx: 0, dy: 0, scale: 1 };
  return (
    <svg
      role="img"
      lang="vi"
      aria-label={label}
      aria-busy={!ready}
      className={className}
      viewBox={`0 0 ${page.w} ${page.h}`}
      width="100%"
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect x={0} y={0} width={page.w} height={page.h} fill="#FFFFFF" />
      <BackdropImage backdrop={backdrop} />
      <SheetSymbols page={page} context={context} />
      <g transform={transformOf([scale, 0, 0, scale, dx, dy])} visibility={ready ? undefined : 'hidden'}>
        {page.items.map((item, i) => draw(item, String(i), context))}
      </g>
      {boxes ? <Boxes page={page} /> : null}
    </svg>
  );
});
