/** What the register's page shows now: view, conditions, day, order, columns. Kept for Back; columns and order in the store. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp } from '../../../client';
import type { LayoutKeeper, SortState, StoredLayout } from '../../../ui';
import {
  type Chosen,
  chosenOf,
  FIXED_TABS,
  type FixedTab,
  type MemberFilter,
  type Tab,
  tabFilter,
} from '../filter';

type Views = OutputOf<'members.views'>;
export type SavedView = Views['rows'][number];
type Layout = Views['layouts'][string];

interface Place {
  tab: Tab;
  search: string;
  chosen: Chosen;
  asOf: string | null;
}
/** Places by history entry, so that Back returns to the same list. */
const places = new Map<string, Place>();
const NO_VIEWS: SavedView[] = [];
const BY_NAME: SortState = { key: 'name', descending: false };

export function useRegister() {
  const [address] = useSearchParams();
  const entry = useLocation().key;
  const [place, setPlace] = useState<Place>(() => places.get(entry) ?? placeFrom(address));
  useEffect(() => {
    if (places.size > 60) places.clear();
    places.set(entry, place);
  }, [entry, place]);
  const views = useQueryOp('members.views', {}).data;
  const saved = savedView(place.tab, views);
  const layout = useLayouts(place.tab, views);
  const filter = useMemo((): MemberFilter => {
    const own = saved
      ? { statuses: saved.filter.statuses }
      : tabFilter(isFixed(place.tab) ? place.tab : 'all');
    return {
      ...place.chosen,
      ...own,
      ...(saved ? { joinedFrom: saved.filter.joinedFrom, joinedTo: saved.filter.joinedTo } : {}),
      asOf: place.asOf,
    };
  }, [place, saved]);
  const change = useCallback((next: Partial<Place>) => setPlace((old) => ({ ...old, ...next })), []);
  const open = useCallback(
    (tab: Tab) => {
      const view = savedView(tab, views);
      setPlace((old) => ({
        tab,
        asOf: old.asOf,
        ...(view
          ? { search: view.filter.search, chosen: chosenOf(view.filter) }
          : isFixed(old.tab)
            ? { search: old.search, chosen: old.chosen }
            : { search: '', chosen: {} }),
      }));
    },
    [views],
  );
  /** After saving: the conditions are on screen already. */
  const openSaved = useCallback((id: number) => change({ tab: `view:${id}` }), [change]);
  return { ...place, views: views?.rows ?? NO_VIEWS, saved, filter, change, open, openSaved, ...layout };
}

const isFixed = (tab: Tab): tab is FixedTab => (FIXED_TABS as readonly string[]).includes(tab);

function savedView(tab: Tab, views: Views | undefined): SavedView | null {
  if (isFixed(tab)) return null;
  return views?.rows.find((view) => `view:${view.id}` === tab) ?? null;
}

/** Columns and order of the view on screen: shown at once; the store is told of the order and of the first change of columns at once, and of those that follow in one go. */
function useLayouts(tab: Tab, views: Views | undefined) {
  const [own, setOwn] = useState<Record<string, Layout | null>>({});
  const { run } = useCommandOp('members.saveLayout', { done: null });
  const waiting = useRef(new Map<string, Layout | null>());
  const timer = useRef<number | undefined>(undefined);
  const tell = useCallback(() => {
    for (const [view, layout] of waiting.current) run({ view, layout }).catch(() => undefined);
    waiting.current.clear();
  }, [run]);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      tell();
    },
    [tell],
  );
  const layout = tab in own ? own[tab] : views?.layouts[tab];
  const put = useCallback(
    (next: Layout | null, atOnce = false) => {
      setOwn((old) => ({ ...old, [tab]: next }));
      waiting.current.set(tab, next);
      if (timer.current !== undefined && !atOnce) return;
      tell();
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        timer.current = undefined;
        tell();
      }, 400);
    },
    [tab, tell],
  );
  const keeper = useMemo(
    (): LayoutKeeper => ({
      value: layout ?? null,
      save: (next: StoredLayout | null) =>
        put(
          next
            ? { ...next, sort: layout?.sort ?? null }
            : layout?.sort
              ? { ...EMPTY, sort: layout.sort }
              : null,
        ),
    }),
    [layout, put],
  );
  const sort = layout?.sort ?? BY_NAME;
  return {
    keeper,
    sort,
    setSort: (next: SortState) => put({ ...(layout ?? EMPTY), sort: next }, true),
  };
}
const EMPTY: Layout = { order: [], on: [], off: [], widths: {}, sort: null };

/** Conditions that a figure elsewhere put into the address. */
function placeFrom(address: URLSearchParams): Place {
  const number = (key: string) => (address.has(key) ? Number(address.get(key)) : null);
  const department = number('department');
  const group = number('group');
  const gender = address.get('gender');
  const day = address.get('asOf');
  return {
    tab: (address.get('tab') as Tab | null) ?? 'active',
    search: '',
    asOf: day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    chosen: {
      ...(department ? { departmentIds: [department] } : {}),
      ...(group ? { groupIds: [group] } : {}),
      ...(gender === 'male' || gender === 'female' ? { genders: [gender] } : {}),
      ...(address.has('party') ? { party: address.get('party') === 'yes' } : {}),
      ageFrom: number('ageFrom'),
      ageTo: number('ageTo'),
      missing: (address.get('missing') as Chosen['missing']) ?? null,
    },
  };
}
