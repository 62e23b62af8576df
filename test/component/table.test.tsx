// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Column,
  DataTable,
  rowsSource,
  type SortState,
  useColumns,
  useSelection,
} from '../../renderer/ui';
import { show } from './helpers';

interface Row {
  id: number;
  name: string;
  born: string;
}
const rows: Row[] = Array.from({ length: 100_000 }, (_, at) => ({
  id: at + 1,
  name: `Người ${at + 1}`,
  born: '1989',
}));
const COLUMNS: Column<Row>[] = [
  { key: 'name', header: 'Họ và tên', required: true, sort: 'name', cell: (row) => row.name },
  { key: 'born', header: 'Ngày sinh', cell: (row) => row.born },
];
const open = vi.fn();
const remove = vi.fn();
const sorted = vi.fn();

function Sample({ data = rows }: { data?: Row[] }) {
  const ticks = useSelection();
  const columns = useColumns<Row>('sample', COLUMNS);
  const [sort, setSort] = useState<SortState>({ key: 'name', descending: false });
  return (
    <>
      <output>{ticks.count(data.length)}</output>
      <DataTable
        label="Đoàn viên"
        source={rowsSource(data)}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        selection={ticks}
        sort={sort}
        onSort={(next) => {
          setSort(next);
          sorted(next);
        }}
        onOpen={open}
        onDelete={remove}
        empty={<p>Chưa có</p>}
      />
    </>
  );
}
const grid = () => screen.getByRole('grid');
const key = (name: string, more: object = {}) => fireEvent.keyDown(grid(), { key: name, ...more });
const ticked = () => Number(document.querySelector('output')?.textContent);
const current = () => document.querySelector('.so-tr--current')?.getAttribute('aria-rowindex');

beforeEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
});
afterEach(cleanup);

describe('the table by keyboard', () => {
  it('draws only what is looked at, and tells how many rows there are', () => {
    show(<Sample />);
    expect(grid().getAttribute('aria-rowcount')).toBe('100001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('moves, ticks, opens and clears', async () => {
    show(<Sample />);
    key('ArrowDown');
    key('ArrowDown');
    expect(current()).toBe('3');
    key(' ');
    expect(ticked()).toBe(1);
    key('ArrowDown', { shiftKey: true });
    key('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(ticked()).toBe(3));
    key('Enter');
    expect(open).toHaveBeenCalledWith(rows[3]);
    key('Escape');
    expect(ticked()).toBe(0);
  });

  it('ticks all 100.000 at once and takes one out', () => {
    show(<Sample />);
    key('a', { ctrlKey: true });
    expect(ticked()).toBe(100_000);
    fireEvent.click(screen.getByLabelText('Đánh dấu Người 2'));
    expect(ticked()).toBe(99_999);
  });

  it('deletes the ticked rows, or the current one', () => {
    show(<Sample />);
    key('ArrowDown');
    key('Delete');
    expect(remove).toHaveBeenLastCalledWith(rows[0]);
    key(' ');
    key('Delete');
    expect(remove).toHaveBeenLastCalledWith(null);
  });

  it('lets an input method have its keys', () => {
    show(<Sample />);
    key('ArrowDown');
    key(' ', { keyCode: 229 });
    expect(ticked()).toBe(0);
  });

  it('sorts by its head and says so', () => {
    show(<Sample />);
    fireEvent.click(screen.getByTitle('Sắp theo Họ và tên'));
    expect(sorted).toHaveBeenCalledWith({ key: 'name', descending: true });
    expect(screen.getAllByRole('columnheader')[1]?.getAttribute('aria-sort')).toBe('descending');
  });

  it('shows what to do when there is nothing', () => {
    show(<Sample data={[]} />);
    expect(screen.getByText('Chưa có')).toBeTruthy();
  });
});
