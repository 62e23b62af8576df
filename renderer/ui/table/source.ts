/** Where a table's rows come from: an array, or a paged operation read a window at a time. */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InputOf, NamesOfKind, OutputOf } from '../../../shared/contract';
import { invoke } from '../../client/client';

export interface RowSource<Row> {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** The row, if it has been read. */
  rowAt(index: number): Row | undefined;
  /** Tells which rows are on screen, so that they are read. */
  want(from: number, to: number): void;
  /** Reads every row of a range, for ticking a run of rows. */
  between(from: number, to: number): Promise<Row[]>;
  readonly error: unknown;
  retry(): void;
  /** The answer for the present conditions is on its way; former rows are shown meanwhile. */
  readonly stale: boolean;
}

/** Rows that are already here. */
export function rowsSource<Row>(rows: readonly Row[] | undefined): RowSource<Row> {
  return {
    total: rows?.length,
    rowAt: (index) => rows?.[index],
    want: () => undefined,
    between: async (from, to) => (rows ?? []).slice(from, to + 1),
    error: null,
    retry: () => undefined,
    stale: false,
  };
}

/** Queries that answer `{ total, rows }` and take `offset` and `limit`. */
export type PagedName = {
  [N in NamesOfKind<'query'>]: OutputOf<N> extends { total: number; rows: readonly unknown[] }
    ? InputOf<N> extends { offset?: number; limit?: number }
      ? N
      : never
    : never;
}[NamesOfKind<'query'>];
export type RowOf<N extends PagedName> = OutputOf<N> extends { rows: readonly (infer Row)[] } ? Row : never;

const PAGE = 100;
/** Pages out of sight are let go after this long, in ms. */
const LET_GO = 5_000;
/** Pages kept at most, those seen last: scrolling to the end of 100.000 rows holds no more of them than standing still. */
const KEPT = 6;
interface Answer<Row> {
  total: number;
  rows: readonly Row[];
}

/** Rows of a paged operation, read in pages of 100 as they come on screen. */
export function usePagedOp<N extends PagedName>(
  name: N,
  input: Omit<InputOf<N>, 'offset' | 'limit'>,
): RowSource<RowOf<N>> {
  type Row = RowOf<N>;
  const queries = useQueryClient();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the input is compared by its value
  const page = useCallback(
    (number: number) => ({
      queryKey: [name, { ...input, offset: number * PAGE, limit: PAGE }],
      gcTime: LET_GO,
      queryFn: async () => {
        const asked = { ...input, offset: number * PAGE, limit: PAGE } as unknown as InputOf<N>;
        return (await invoke(name, asked)).data as unknown as Answer<Row>;
      },
    }),
    [name, JSON.stringify(input)],
  );
  const numbers = useMemo(() => pagesOf(range), [range]);
  const results = useQueries({ queries: numbers.map(page) });
  useFewPages(numbers, page);
  const total = results.find((result) => result.data)?.data?.total;
  const former = useRef<{ total: number; pages: Map<number, Answer<Row>> } | null>(null);
  const pages = new Map<number, Answer<Row>>();
  results.forEach((result, at) => {
    if (result.data) pages.set(numbers[at] as number, result.data as Answer<Row>);
  });
  if (total !== undefined) former.current = { total, pages };
  const shown = total === undefined ? former.current : { total, pages };
  const failed = results.find((result) => result.error && !result.data);

  const want = useCallback((from: number, to: number) => {
    const next = [Math.floor(Math.max(0, from) / PAGE), Math.floor(Math.max(0, to) / PAGE)] as const;
    setRange((old) => (old[0] === next[0] && old[1] === next[1] ? old : next));
  }, []);
  const between = useCallback(
    async (from: number, to: number) => {
      const wanted = pagesOf([Math.floor(from / PAGE), Math.floor(to / PAGE)], false);
      const answers = await Promise.all(wanted.map((number) => queries.fetchQuery(page(number))));
      const rows = answers.flatMap((answer) => [...answer.rows]);
      const start = (wanted[0] ?? 0) * PAGE;
      return rows.slice(from - start, to - start + 1);
    },
    [queries, page],
  );
  return {
    total: shown?.total,
    rowAt: (index) => shown?.pages.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    want,
    between,
    error: shown ? null : failed?.error,
    retry: () => results.forEach((result) => void result.refetch()),
    stale: total === undefined && shown !== null,
  };
}

/** Lets go of the pages seen longest ago. */
function useFewPages(numbers: readonly number[], page: (number: number) => { queryKey: unknown[] }): void {
  const queries = useQueryClient();
  const seen = useRef<{ page: typeof page; numbers: number[] }>({ page, numbers: [] });
  useEffect(() => {
    if (seen.current.page !== page) seen.current = { page, numbers: [] };
    const recent = [...numbers, ...seen.current.numbers.filter((number) => !numbers.includes(number))];
    for (const number of recent.splice(KEPT))
      queries.removeQueries({ queryKey: page(number).queryKey, exact: true, type: 'inactive' });
    seen.current.numbers = recent;
  }, [numbers, page, queries]);
}

function pagesOf([first, last]: readonly [number, number], withFirst = true): number[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return withFirst && first > 0 ? [0, ...numbers] : numbers;
}

const IDS_PAGE = 500;

/** The id of every row a paged operation has for this input, in its order; for acting on all that is listed. */
export async function allIdsOf<N extends PagedName>(
  name: N,
  input: Omit<InputOf<N>, 'offset' | 'limit'>,
): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const asked = { ...input, offset: ids.length, limit: IDS_PAGE } as unknown as InputOf<N>;
    const { rows, total } = (await invoke(name, asked)).data as unknown as Answer<{ id: number }>;
    ids.push(...rows.map((row) => row.id));
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}
