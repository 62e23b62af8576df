/**
 * The virtual table: rows are read and drawn only where one looks, so 100.000 rows are instant. Keys: arrows, Page
 * Up/Down, Home, End, Space tick, Shift+arrows range, Ctrl+A all, Enter open, F2 edit, Delete, Esc clear; Alt+arrows
 * move a row where rows have an order.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { usePrefs } from '../../client/prefs';
import { ErrorState, LoadingBars } from '../states/States';
import type { Column, ColumnLayout } from './columns';
import { HeadRow } from './HeadRow';
import type { RowKey, SelectionControl } from './selection';
import type { RowSource } from './source';
import { gridTemplate, gridWidth, TableRow } from './TableRow';
import { useTableKeys } from './useTableKeys';

export interface SortState {
  key: string;
  descending: boolean;
}

export interface DataTableProps<Row> {
  /** Names the table for readers: "Đoàn viên". */
  label: string;
  source: RowSource<Row>;
  columns: ColumnLayout<Row>;
  rowKey(row: Row): RowKey;
  /** Names a row for readers and its tick. */
  rowLabel(row: Row): string;
  selection?: SelectionControl;
  sort?: SortState;
  onSort?(sort: SortState): void;
  /** Enter or double click. */
  onOpen?(row: Row): void;
  /** The row under the keyboard or clicked; for a side panel. */
  onCurrent?(row: Row): void;
  onEdit?(row: Row): void;
  /** Delete: of the ticked rows if any, else of the current one. */
  onDelete?(row: Row | null): void;
  /** Rows have an order of their own: dragging, or Alt with an arrow, puts a row at the place `to` (from 0). */
  onMove?(row: Row, to: number): void;
  /** Shown under a row over its full width: a suspect's reason, a decision. */
  extra?(row: Row): ReactNode;
  rowClass?(row: Row): string | undefined;
  /** Key of the row whose side panel is open. */
  currentKey?: RowKey | null;
  /** EmptyState or FilteredEmpty. */
  empty: ReactNode;
  /** Two-line rows. */
  tall?: boolean;
  /** Leaves room for the bulk bar under the last row. */
  footRoom?: boolean;
}

/** Places of tables by history entry, so that Back returns to the same row. */
const places = new Map<string, { offset: number; current: number }>();

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { source, columns, tall = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const tableId = useId();
  const place = `${useLocation().key}:${props.label}`;
  const wide = usePrefs((state) => state.density === 'wide');
  const rowHeight = (tall ? 53 : 34) + (wide ? 6 : 0);
  const [current, setCurrent] = useState(() => places.get(place)?.current ?? -1);
  const total = source.total ?? 0;

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: places.get(place)?.offset ?? 0,
    scrollPaddingStart: 36,
    paddingEnd: props.footRoom ? 72 : 0,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { want } = source;
  useEffect(() => want(first, last), [want, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new density needs new measures
  useEffect(() => virtual.measure(), [rowHeight]);

  const goTo = (index: number, scroll = true) => {
    const next = Math.max(0, Math.min(total - 1, index));
    setCurrent(next);
    if (scroll) virtual.scrollToIndex(next);
    const row = source.rowAt(next);
    if (row !== undefined) props.onCurrent?.(row);
  };
  const keys = useTableKeys({
    ...props,
    current,
    total,
    goTo,
    pageSize: () => pageOf(scroller.current, rowHeight),
  });
  const dragged = useRef<Row | null>(null);
  const ticks = props.selection !== undefined;
  const template = useMemo(() => gridTemplate(columns, ticks), [columns, ticks]);
  const minWidth = gridWidth(columns, ticks);

  if (source.error) return <ErrorState error={source.error} onRetry={source.retry} />;
  if (source.total === undefined) return <LoadingBars rows={12} />;
  if (total === 0) return <>{props.empty}</>;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.shown.length}
      aria-multiselectable={props.selection ? true : undefined}
      aria-activedescendant={
        current >= first && current <= last && current >= 0 ? `${tableId}-${current}` : undefined
      }
      aria-busy={source.stale}
      tabIndex={0}
      className={`so-table${source.stale ? ' so-table--stale' : ''}`}
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && current < 0) setCurrent(0);
      }}
      onScroll={(event) => remember(place, event.currentTarget.scrollTop, current)}
    >
      <HeadRow {...props} total={total} template={template} minWidth={minWidth} />
      <div role="rowgroup" className="so-table__body" style={{ height: virtual.getTotalSize(), minWidth }}>
        {items.map((item) => (
          <div
            key={item.key}
            role="presentation"
            data-index={item.index}
            ref={props.extra ? virtual.measureElement : undefined}
            className="so-table__slot"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <TableRow
              {...props}
              id={`${tableId}-${item.index}`}
              index={item.index}
              row={source.rowAt(item.index)}
              isCurrent={isCurrent(props, source.rowAt(item.index), item.index === current)}
              template={template}
              height={rowHeight}
              onClick={(event) => keys.onRowClick(item.index, event)}
              onTick={(event) => keys.onTick(item.index, event)}
              dragged={dragged}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

function remember(place: string, offset: number, current: number): void {
  if (places.size > 60) places.clear();
  places.set(place, { offset, current });
}

function isCurrent<Row>(props: DataTableProps<Row>, row: Row | undefined, underKeys: boolean): boolean {
  if (props.currentKey == null) return underKeys;
  return row !== undefined && props.rowKey(row) === props.currentKey;
}

function pageOf(scroller: HTMLElement | null, rowHeight: number): number {
  return Math.max(1, Math.floor(((scroller?.clientHeight ?? 400) - 36) / rowHeight) - 1);
}

export type { Column };
