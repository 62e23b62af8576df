/** What is being designed: the layout, what is chosen, and the steps that can be taken back. */
import { useCallback, useMemo, useReducer } from 'react';
import type { Layout } from '../../../../shared/domain/layout';

interface State {
  readonly past: readonly Layout[];
  readonly present: Layout;
  readonly future: readonly Layout[];
  /** Changes under one tag in a row are one step. */
  readonly tag: string | null;
  readonly chosen: readonly string[];
}

type Action =
  | { type: 'change'; change: (layout: Layout) => Layout; tag: string | null }
  | { type: 'choose'; ids: readonly string[] }
  | { type: 'settle' }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'load'; layout: Layout };

/** Steps kept: layouts share what did not change, so a step is small. */
const MAX_STEPS = 500;

const still = (layout: Layout, chosen: readonly string[]) => {
  const there = new Set(layout.items.map((item) => item.id));
  return chosen.filter((id) => there.has(id));
};

export function reduce(state: State, action: Action): State {
  const { past, present, future } = state;
  switch (action.type) {
    case 'change': {
      const next = action.change(present);
      if (next === present) return state;
      const joins = action.tag !== null && action.tag === state.tag;
      const kept = joins ? past : [...past.slice(-MAX_STEPS + 1), present];
      const chosen = still(next, state.chosen);
      return { past: kept, present: next, future: [], tag: action.tag, chosen };
    }
    case 'choose':
      return { ...state, tag: null, chosen: still(present, action.ids) };
    case 'settle':
      return { ...state, tag: null };
    case 'undo': {
      const before = past[past.length - 1];
      if (!before) return state;
      const chosen = still(before, state.chosen);
      return { past: past.slice(0, -1), present: before, future: [present, ...future], tag: null, chosen };
    }
    case 'redo': {
      const [next, ...rest] = future;
      if (!next) return state;
      return {
        past: [...past, present],
        present: next,
        future: rest,
        tag: null,
        chosen: still(next, state.chosen),
      };
    }
    default:
      return { past: [], present: action.layout, future: [], tag: null, chosen: [] };
  }
}

export interface Design {
  readonly layout: Layout;
  readonly chosen: readonly string[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  change(change: (layout: Layout) => Layout, tag?: string | null): void;
  choose(ids: readonly string[]): void;
  /** The next change begins a step of its own. */
  settle(): void;
  undo(): void;
  redo(): void;
  load(layout: Layout): void;
}

export function useDesign(initial: Layout): Design {
  const [state, dispatch] = useReducer(reduce, {
    past: [],
    present: initial,
    future: [],
    tag: null,
    chosen: [],
  });
  const change = useCallback(
    (make: (layout: Layout) => Layout, tag: string | null = null) =>
      dispatch({ type: 'change', change: make, tag }),
    [],
  );
  const actions = useMemo(
    () => ({
      change,
      choose: (ids: readonly string[]) => dispatch({ type: 'choose', ids }),
      settle: () => dispatch({ type: 'settle' }),
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
      load: (layout: Layout) => dispatch({ type: 'load', layout }),
    }),
    [change],
  );
  return useMemo(
    () => ({
      ...actions,
      layout: state.present,
      chosen: state.chosen,
      canUndo: state.past.length > 0,
      canRedo: state.future.length > 0,
    }),
    [actions, state],
  );
}
