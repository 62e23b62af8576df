/** The table of a list of records: with a bar for ticked rows, and an empty list that says which conditions can be dropped. */
import type { Action } from '../parts/Actions';
import { FilteredEmpty } from '../states/States';
import { DataTable, type DataTableProps } from './DataTable';
import { BulkBar } from './Filters';

export interface ListTableProps<Row> extends Omit<DataTableProps<Row>, 'footRoom'> {
  /** What can be done with ticked rows; needs `selection`. */
  bulk?: readonly Action[];
  /** The conditions in force, false when there are none. */
  filtered?: { chips: readonly { label: string; onRemove(): void }[]; clear(): void } | false;
}

export function ListTable<Row>({ bulk, filtered, empty, ...table }: ListTableProps<Row>) {
  const { source, selection } = table;
  const total = source.total ?? 0;
  const count = selection?.count(total) ?? 0;
  return (
    <>
      <DataTable
        {...table}
        footRoom={count > 0}
        empty={filtered ? <FilteredEmpty conditions={filtered.chips} onClear={filtered.clear} /> : empty}
      />
      {selection && bulk && <BulkBar count={count} total={total} onClear={selection.clear} actions={bulk} />}
    </>
  );
}
