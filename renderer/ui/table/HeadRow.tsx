/** The sticky head of the virtual table: tick all, sort, resize. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { useText } from '../../client/i18n';
import { Icon } from '../parts/Icon';
import type { Column, ColumnLayout } from './columns';
import type { DataTableProps } from './DataTable';

export function HeadRow<Row>(
  props: DataTableProps<Row> & { total: number; template: string; minWidth: number },
) {
  const { columns, selection, sort, onSort, total, template } = props;
  return (
    <div role="rowgroup" className="so-table__head" style={{ minWidth: props.minWidth }}>
      <div
        role="row"
        aria-rowindex={1}
        className="so-tr so-tr--head"
        style={{ gridTemplateColumns: template }}
      >
        {selection && <TickAll selection={selection} total={total} />}
        {columns.shown.map((column) => (
          <HeadCell
            key={column.key}
            column={column}
            columns={columns}
            direction={sort && column.sort === sort.key ? (sort.descending ? 'down' : 'up') : undefined}
            onSort={
              column.sort && onSort
                ? () =>
                    onSort({
                      key: column.sort as string,
                      descending: sort !== undefined && sort.key === column.sort ? !sort.descending : false,
                    })
                : undefined
            }
          />
        ))}
      </div>
    </div>
  );
}

function TickAll({
  selection,
  total,
}: {
  selection: NonNullable<DataTableProps<unknown>['selection']>;
  total: number;
}) {
  const t = useText();
  const box = useRef<HTMLInputElement>(null);
  const count = selection.count(total);
  const some = count > 0 && count < total;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <div role="columnheader" className="so-td so-td--tick">
      <input
        ref={box}
        type="checkbox"
        className="so-check"
        aria-label={t('ui.table.selectAll')}
        checked={count > 0 && count === total}
        onChange={() => (count > 0 ? selection.clear() : selection.selectAll())}
      />
    </div>
  );
}

function HeadCell<Row>({
  column,
  columns,
  direction,
  onSort,
}: {
  column: Column<Row>;
  columns: ColumnLayout<Row>;
  direction: 'up' | 'down' | undefined;
  onSort: (() => void) | undefined;
}) {
  const t = useText();
  const words = (
    <>
      {column.header}
      {direction && <Icon of={direction === 'up' ? ArrowUp : ArrowDown} size={13} />}
    </>
  );
  return (
    <div
      role="columnheader"
      className={`so-td${column.align === 'right' ? ' so-td--right' : ''}`}
      aria-sort={direction ? (direction === 'up' ? 'ascending' : 'descending') : undefined}
    >
      {onSort ? (
        <button
          type="button"
          className="so-th"
          title={t('ui.table.sortBy', { name: column.header })}
          onClick={onSort}
        >
          {words}
        </button>
      ) : (
        <span className="so-th">{words}</span>
      )}
      <Resizer onWidth={(width) => columns.resize(column.key, width)} />
    </div>
  );
}

function Resizer({ onWidth }: { onWidth(width: number): void }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const down = (event: PointerEvent<HTMLSpanElement>) => {
    const cell = event.currentTarget.parentElement;
    if (!cell) return;
    start.current = { x: event.clientX, width: cell.getBoundingClientRect().width };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  return (
    <span
      aria-hidden
      className="so-th__grip"
      onPointerDown={down}
      onPointerMove={(event) => {
        if (start.current) onWidth(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
