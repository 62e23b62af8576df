/** The rows of one kind of dated record: being fetched, failed, none yet, or a table. */
import type { ReactNode } from 'react';
import { type Column, ErrorState, LoadingBars, PlainTable } from '../../../ui';

export function Records<Row>({
  list,
  title,
  columns,
  rowKey,
  empty,
}: {
  list: { data?: { rows: readonly Row[] } | undefined; error: unknown; refetch(): unknown };
  title: string;
  columns: Column<Row>[];
  rowKey(row: Row): string | number;
  /** Shown while there is none. */
  empty: ReactNode;
}) {
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LoadingBars kind="lines" />;
  if (list.data.rows.length === 0) return empty;
  return <PlainTable framed caption={title} columns={columns} rows={list.data.rows} rowKey={rowKey} />;
}
