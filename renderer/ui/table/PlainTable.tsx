/** A small real <table> for up to some hundred rows, with optional group lines and a totals row. */
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useShield } from '../../client/stores';
import { Covered, isPrivateColumn } from '../parts/Covered';
import type { Column } from './columns';

export interface PlainTableProps<Row> {
  /** Names the table for readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string | number;
  /** Rows of the same group follow each other under its heading. */
  groupOf?(row: Row): string;
  rowClass?(row: Row): string | undefined;
  /** Under the row, over its full width. */
  extra?(row: Row): ReactNode;
  /** Cells of the totals row, by column key. */
  totals?: Readonly<Record<string, ReactNode>>;
  /** With a frame around it, as inside a page. */
  framed?: boolean;
}

export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { caption, columns, rows, totals, framed = false } = props;
  const { box, scrolls } = useScrolls();
  return (
    <div
      ref={box}
      className={`so-plain${framed ? ' so-plain--framed' : ''}`}
      {...(scrolls ? { role: 'region', 'aria-label': caption, tabIndex: 0 } : {})}
    >
      <table>
        <caption className="so-sr">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width ? { width: column.width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.align === 'right' ? 'so-number' : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <PlainRow key={props.rowKey(row)} {...props} row={row} before={rows[at - 1]} />
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={column.align === 'right' ? 'so-number' : undefined}>
                  {totals[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function PlainRow<Row>(props: PlainTableProps<Row> & { row: Row; before: Row | undefined }) {
  const { row, before, columns, groupOf } = props;
  const shield = useShield((state) => state.on);
  const group = groupOf?.(row);
  const newGroup = group !== undefined && (before === undefined || groupOf?.(before) !== group);
  const extra = props.extra?.(row);
  return (
    <Fragment>
      {newGroup && (
        <tr className="so-plain__group">
          <th scope="rowgroup" colSpan={columns.length}>
            {group}
          </th>
        </tr>
      )}
      <tr className={props.rowClass?.(row)}>
        {columns.map((column) => (
          <td
            key={column.key}
            className={column.align === 'right' ? 'so-number' : undefined}
            title={shield && isPrivateColumn(column) ? undefined : column.title?.(row)}
          >
            {isPrivateColumn(column) ? <Covered>{column.cell(row)}</Covered> : column.cell(row)}
          </td>
        ))}
      </tr>
      {extra && (
        <tr className="so-plain__extra">
          <td colSpan={columns.length}>{extra}</td>
        </tr>
      )}
    </Fragment>
  );
}

/** A table wider than its place takes the focus, so that the arrow keys can scroll it. */
function useScrolls() {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const look = () => setScrolls(place.scrollWidth > place.clientWidth + 1);
    const watch = new ResizeObserver(look);
    watch.observe(place);
    look();
    return () => watch.disconnect();
  }, []);
  return { box, scrolls };
}
