/** Keyboard and mouse of the virtual table. */
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { chordOf, isTyping } from '../keys';
import type { DataTableProps } from './DataTable';

interface Inputs<Row> extends DataTableProps<Row> {
  current: number;
  total: number;
  goTo(index: number, scroll?: boolean): void;
  pageSize(): number;
}

export function useTableKeys<Row>(inputs: Inputs<Row>) {
  const { source, selection, current, total, goTo, rowKey } = inputs;
  const anchor = useRef(-1);
  /** The row keys have just moved, and where to: the list read before does not show it there yet. */
  const carried = useRef<{ row: Row; at: number } | null>(null);

  const extendTo = (index: number) => {
    if (!selection) return;
    const to = Math.max(0, Math.min(total - 1, index));
    if (anchor.current < 0) anchor.current = Math.max(0, current);
    const [from, until] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    void source
      .between(from, until)
      .then((rows) => selection.add(rows.map(rowKey)))
      .catch(() => undefined);
  };
  const tick = (index: number) => {
    const row = source.rowAt(index);
    if (row === undefined || !selection) return;
    anchor.current = index;
    selection.toggle(rowKey(row));
  };
  const withRow = (act: ((row: Row) => void) | undefined) => {
    const row = source.rowAt(current);
    if (row !== undefined) act?.(row);
  };

  function move(chord: string): boolean {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + inputs.pageSize(),
      PageUp: current - inputs.pageSize(),
      Home: 0,
      End: total - 1,
    };
    const plain = chord.replace('Shift+', '');
    const to = steps[plain];
    if (to === undefined) return false;
    if (chord.startsWith('Shift+')) extendTo(to);
    else anchor.current = -1;
    carried.current = null;
    goTo(to);
    return true;
  }

  function carry(chord: string): boolean {
    const by = chord === 'Alt+ArrowUp' ? -1 : chord === 'Alt+ArrowDown' ? 1 : 0;
    if (by === 0 || !inputs.onMove) return false;
    const row = carried.current?.at === current ? carried.current.row : source.rowAt(current);
    const to = current + by;
    if (row === undefined || to < 0 || to >= total) return true;
    inputs.onMove(row, to);
    carried.current = { row, at: to };
    goTo(to);
    return true;
  }

  function act(chord: string): boolean {
    if (chord === 'Space') tick(current);
    else if (chord === 'Ctrl+A' && selection) selection.selectAll();
    else if (chord === 'Escape' && selection && selection.count(total) > 0) selection.clear();
    else if (chord === 'Enter' && inputs.onOpen) withRow(inputs.onOpen);
    else if (chord === 'F2' && inputs.onEdit) withRow(inputs.onEdit);
    else if (chord === 'Delete' && inputs.onDelete)
      inputs.onDelete(selection && selection.count(total) > 0 ? null : (source.rowAt(current) ?? null));
    else return false;
    return true;
  }

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const chord = chordOf(event);
      const inside = event.target !== event.currentTarget;
      if (!chord || isTyping(event.target)) return;
      if (inside && (chord === 'Enter' || chord === 'Space')) return;
      if (carry(chord) || move(chord) || act(chord)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    onRowClick(index: number, event: MouseEvent) {
      if ((event.target as HTMLElement).closest('a, button, input, label, [role="radiogroup"]')) return;
      if (event.shiftKey) extendTo(index);
      else if ((event.ctrlKey || event.metaKey) && selection) tick(index);
      carried.current = null;
      goTo(index, false);
      focusGrid(event);
    },
    onTick(index: number, event: MouseEvent) {
      focusGrid(event);
      if (event.shiftKey && anchor.current >= 0) extendTo(index);
      else tick(index);
      goTo(index, false);
    },
  };
}

/** Keys go to the grid, not to the tick that was clicked. */
function focusGrid(event: MouseEvent): void {
  (event.currentTarget as HTMLElement).closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
}
