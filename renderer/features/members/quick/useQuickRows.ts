/** The rows of quick entry: typed, saved one after another as they are finished, kept on this computer until saved. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { invoke, OpError, sentenceOf, useCommandOp, useText } from '../../../client';
import {
  isBlank,
  NOTHING_TYPED,
  type Places,
  pastedRows,
  type QuickColumn,
  type QuickRow,
  readRow,
  type Typed,
} from './rows';

const STORE = 'so.quickEntry';
const MAX_CHARS = 1_500_000;
let lastKey = 0;
const newRow = (typed: Typed = NOTHING_TYPED): QuickRow => ({
  key: ++lastKey,
  typed,
  state: 'typing',
  memberId: null,
  problems: {},
  twin: null,
  allowTwin: false,
});

function keptRows(): QuickRow[] {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]') as Typed[];
    return [...kept.map((typed) => newRow({ ...NOTHING_TYPED, ...typed })), newRow()];
  } catch {
    return [newRow()];
  }
}

function keep(rows: readonly QuickRow[]): void {
  const open = rows.filter((row) => row.state !== 'saved' && !isBlank(row.typed)).map((row) => row.typed);
  const text = JSON.stringify(open);
  try {
    if (open.length === 0) localStorage.removeItem(STORE);
    else if (text.length <= MAX_CHARS) localStorage.setItem(STORE, text);
  } catch {
    // Storage full: the rows stay on the page until it closes.
  }
}

export function useQuickRows(places: Places) {
  const t = useText();
  const [rows, setRows] = useState<QuickRow[]>(keptRows);
  const latest = useRef(rows);
  latest.current = rows;
  const known = useRef(places);
  known.current = places;
  const { run: create } = useCommandOp('members.create', { done: null, failure: 'inline' });
  useEffect(() => keep(rows), [rows]);

  const change = useCallback((key: number, next: Partial<QuickRow>) => {
    const put = (old: QuickRow[]) => old.map((row) => (row.key === key ? { ...row, ...next } : row));
    latest.current = put(latest.current);
    setRows(put);
  }, []);

  const save = useCallback(
    async (key: number) => {
      const row = latest.current.find((one) => one.key === key);
      if (!row || row.state === 'saved' || row.state === 'saving' || isBlank(row.typed)) return;
      const read = readRow(row.typed, known.current, t);
      if (!read.ok) return change(key, { problems: read.problems, twin: null });
      change(key, { state: 'saving', problems: {}, twin: row.allowTwin ? row.twin : null });
      try {
        const { fullName, birthDate = null, cardNo = null } = read.values;
        const check = (await invoke('members.checkNew', { fullName, birthDate, cardNo })).data;
        if (check.cardOwner)
          return change(key, {
            state: 'typing',
            problems: { cardNo: t('memberViews.quick.cardTaken', { name: check.cardOwner }) },
          });
        if (!row.allowTwin && check.sameName.length > 0 && (check.sameBirth || birthDate === null)) {
          const [one] = check.sameName;
          const who = [one?.fullName, one?.birthDate?.slice(0, 4), one?.department]
            .filter(Boolean)
            .join(', ');
          return change(key, { state: 'typing', twin: one ? { id: one.id, who } : null });
        }
        const { id } = await create(read.values);
        change(key, { state: 'saved', memberId: id });
      } catch (error) {
        const reason = error instanceof OpError ? sentenceOf(error) : String(error);
        change(key, { state: 'typing', problems: { row: t('memberViews.quick.failed', { reason }) } });
      }
    },
    [change, create, t],
  );
  /** One row after another, in the order they were finished. */
  const queue = useRef<Promise<void>>(Promise.resolve());
  const finish = useCallback(
    (key: number) => {
      queue.current = queue.current.then(() => save(key));
    },
    [save],
  );

  const type = useCallback((key: number, column: QuickColumn, value: string) => {
    const next = latest.current.map((row) =>
      row.key === key
        ? {
            ...row,
            typed: { ...row.typed, [column]: value },
            problems: { ...row.problems, [column]: undefined, row: undefined },
            twin: null,
            allowTwin: false,
            ...(row.state === 'undone' ? { state: 'typing' as const, memberId: null } : {}),
          }
        : row,
    ) as QuickRow[];
    const all = isBlank(next.at(-1)!.typed) ? next : [...next, newRow()];
    latest.current = all;
    setRows(all);
  }, []);

  const paste = useCallback(
    (key: number, column: QuickColumn, text: string): number => {
      const pasted = pastedRows(text, column);
      const old = latest.current;
      const at = old.findIndex((row) => row.key === key);
      const first = old[at]!;
      const merged: QuickRow = { ...first, typed: filled(first.typed, pasted[0] ?? NOTHING_TYPED) };
      const added = pasted.slice(1).map((typed) => newRow(typed));
      const after = old.slice(at + 1).filter((row) => !isBlank(row.typed));
      const next = [...old.slice(0, at), merged, ...added, ...after, newRow()];
      latest.current = next;
      setRows(next);
      for (const row of [merged, ...added]) finish(row.key);
      return pasted.length;
    },
    [finish],
  );

  const drop = useCallback((key: number) => {
    setRows((old) => {
      const next = old.filter((row) => row.key !== key);
      return next.length > 0 && isBlank(next.at(-1)!.typed) ? next : [...next, newRow()];
    });
  }, []);
  const dropSaved = useCallback(() => setRows((old) => old.filter((row) => row.state !== 'saved')), []);
  return { rows, type, paste, finish, change, drop, dropSaved };
}

const filled = (old: Typed, pasted: Typed): Typed =>
  Object.fromEntries(
    Object.entries(old).map(([column, value]) => [column, pasted[column as QuickColumn] || value]),
  ) as Typed;
