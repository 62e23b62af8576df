/** What the user set so far: columns of each layout, lists to read, whether new people are added. */
import { useState } from 'react';
import type { InputOf } from '../../../../shared/contract';
import type { Column, Layout, Opened } from './ImportPage';

export interface Mapping {
  layouts: Layout[];
  tables: ReadonlySet<number>;
  addPeople: boolean;
}

export const mappingOf = (opened: Opened): Mapping => ({
  layouts: opened.layouts,
  tables: new Set(opened.tables.filter((table) => table.chosen).map(({ table }) => table)),
  addPeople: true,
});

/** The choice as the preview takes it. */
export function previewInput(opened: Opened, mapping: Mapping): InputOf<'members.importPreview'> {
  return {
    importId: opened.importId,
    tables: [...mapping.tables],
    addPeople: mapping.addPeople,
    mapping: mapping.layouts.flatMap(({ layout, columns }) =>
      columns.map(({ index, field, encoding, dates }) => ({
        layout,
        index,
        field,
        encoding,
        ...(dates ? { dateOrder: dates.order } : {}),
      })),
    ),
  };
}

export function useMapping(opened: Opened, kept: Mapping | null) {
  const [mapping, setMapping] = useState<Mapping>(kept ?? mappingOf(opened));
  const change = (layout: number, edit: (column: Column) => Column) =>
    setMapping((old) => ({
      ...old,
      layouts: old.layouts.map((one) =>
        one.layout === layout ? { ...one, columns: one.columns.map(edit) } : one,
      ),
    }));
  return {
    mapping,
    reset: (next: Opened) => setMapping(mappingOf(next)),
    /** A field stands for one column only. */
    setField: (layout: number, index: number, field: string | null) =>
      change(layout, (column) =>
        column.index === index
          ? { ...column, field, confidence: 1, isRowNumber: column.isRowNumber && field === null }
          : field !== null && column.field === field
            ? { ...column, field: null }
            : column,
      ),
    setEncoding: (layout: number, index: number, encoding: Column['encoding']) =>
      change(layout, (column) =>
        column.index === index
          ? {
              ...column,
              encoding,
              samples: column.readings.filter((one) => one.encoding === encoding).map(({ text }) => text),
            }
          : column,
      ),
    setDateOrder: (layout: number, index: number, order: 'dmy' | 'mdy') =>
      change(layout, (column) =>
        column.index === index && column.dates ? { ...column, dates: { ...column.dates, order } } : column,
      ),
    setTable: (table: number, read: boolean) =>
      setMapping((old) => {
        const tables = new Set(old.tables);
        if (read) tables.add(table);
        else tables.delete(table);
        return { ...old, tables };
      }),
    setAddPeople: (addPeople: boolean) => setMapping((old) => ({ ...old, addPeople })),
  };
}
