/** One drawn row of the virtual table. */
import type { DragEvent, HTMLAttributes, MouseEvent } from 'react';
import { useText } from '../../client/i18n';
import { useShield } from '../../client/stores';
import { Covered, isPrivateColumn } from '../parts/Covered';
import type { Column, ColumnLayout } from './columns';
import type { DataTableProps } from './DataTable';

/** grid-template-columns: a tick column, then each column at least its width, sharing what is left. */
export function gridTemplate<Row>(layout: ColumnLayout<Row>, ticks: boolean): string {
  const cells = layout.shown.map((column) => {
    const width = layout.widthOf(column);
    return column.fixed ? `${width}px` : `minmax(${width}px, ${width}fr)`;
  });
  return [...(ticks ? ['48px'] : []), ...cells].join(' ');
}

const GUTTERS = 38;

/** The least width of a row in pixels: head and rows must agree on it, or their columns part when they overflow. */
export function gridWidth<Row>(layout: ColumnLayout<Row>, ticks: boolean): number {
  const cells = layout.shown.reduce((sum, column) => sum + layout.widthOf(column), 0);
  return cells + (ticks ? 48 : 0) + GUTTERS;
}

interface RowProps<Row> extends DataTableProps<Row> {
  id: string;
  index: number;
  row: Row | undefined;
  isCurrent: boolean;
  template: string;
  height: number;
  onClick(event: MouseEvent): void;
  onTick(event: MouseEvent): void;
  /** The row held by the mouse. */
  dragged: { current: Row | null };
}

/** What a row that can be moved listens to. */
function dragging<Row>({ row, index, onMove, dragged }: RowProps<Row>): HTMLAttributes<HTMLDivElement> {
  if (!onMove || row === undefined) return {};
  const mark = (event: DragEvent<HTMLDivElement>, on: boolean) =>
    event.currentTarget.classList.toggle('so-tr--drop', on);
  return {
    draggable: true,
    onDragStart: (event) => {
      dragged.current = row;
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event) => {
      if (dragged.current === null) return;
      event.preventDefault();
      mark(event, true);
    },
    onDragLeave: (event) => mark(event, false),
    onDragEnd: () => {
      dragged.current = null;
    },
    onDrop: (event) => {
      event.preventDefault();
      mark(event, false);
      if (dragged.current !== null && dragged.current !== row) onMove(dragged.current, index);
      dragged.current = null;
    },
  };
}

export function TableRow<Row>(props: RowProps<Row>) {
  const { row, columns, selection } = props;
  const t = useText();
  const shield = useShield((state) => state.on);
  const covered = (column: Column<Row>) => shield && isPrivateColumn(column);
  if (row === undefined) return <WaitingRow {...props} />;
  const ticked = selection?.has(props.rowKey(row)) ?? false;
  const extra = props.extra?.(row);
  const classes = [
    'so-tr',
    ticked ? 'so-tr--ticked' : '',
    props.isCurrent ? 'so-tr--current' : '',
    props.onOpen ? 'so-tr--opens' : '',
    props.rowClass?.(row) ?? '',
  ];
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows */}
      <div
        role="row"
        id={props.id}
        aria-rowindex={props.index + 2}
        aria-selected={selection ? ticked : undefined}
        className={classes.filter(Boolean).join(' ')}
        style={{ gridTemplateColumns: props.template, height: props.height }}
        onClick={props.onClick}
        onDoubleClick={() => props.onOpen?.(row)}
        {...dragging(props)}
      >
        {selection && (
          <div role="gridcell" className="so-td so-td--tick">
            <input
              type="checkbox"
              className="so-check"
              tabIndex={-1}
              aria-label={t('ui.table.selectRow', { name: props.rowLabel(row) })}
              checked={ticked}
              onChange={() => undefined}
              onClick={props.onTick}
            />
          </div>
        )}
        {columns.shown.map((column) => (
          <div
            key={column.key}
            role="gridcell"
            className={`so-td${column.align === 'right' ? ' so-td--right' : ''}`}
            title={covered(column) ? undefined : column.title?.(row)}
          >
            {isPrivateColumn(column) ? <Covered>{column.cell(row)}</Covered> : column.cell(row)}
          </div>
        ))}
      </div>
      {extra && (
        <div role="row" className="so-tr-extra">
          <div role="gridcell" aria-colspan={columns.shown.length}>
            {extra}
          </div>
        </div>
      )}
    </>
  );
}

function WaitingRow<Row>({ columns, selection, template, height, index }: RowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="so-tr"
      style={{ gridTemplateColumns: template, height }}
    >
      {selection && <div role="gridcell" className="so-td" />}
      {columns.shown.map((column) => (
        <div key={column.key} role="gridcell" className="so-td">
          <span className="so-td__bar" />
        </div>
      ))}
    </div>
  );
}
