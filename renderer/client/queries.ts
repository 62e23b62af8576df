/** The query cache and its refreshing: a `changed` event makes the areas it names stale. */
import { type Query, QueryClient } from '@tanstack/react-query';
import type { CoreEvent } from '../../shared/contract/bridge';
import { OpError } from './client';

/** Areas that are computed from all others, so any change makes them stale. */
const DERIVED = [
  'dashboard',
  'calendar',
  'figures',
  'review',
  'trash',
  'audit',
  'training',
  'contests',
  'care',
  'dues',
  'drives',
  'donors',
  'movements',
  'proposals',
  'awardRules',
  'awardMoney',
  'agreements',
  'documents',
  'reports',
  'opinions',
  'democracy',
  'targets',
  'plans',
  'party',
  'yearEnd',
];
/** Operation prefixes whose area has another name. */
const AREA_OF_PREFIX: Record<string, string> = {
  rescue: 'backup',
  wordTemplates: 'files',
  users: 'settings',
  machine: 'settings',
};

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 300_000,
        retry: (failures, error) => error instanceof OpError && error.code === 'BUSY' && failures < 3,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** True if what operation `name` answered may be out of date after these areas changed. */
export function isTouched(name: string, areas: readonly string[]): boolean {
  const prefix = name.split('.')[0] ?? name;
  return areas.includes(AREA_OF_PREFIX[prefix] ?? prefix) || DERIVED.includes(prefix);
}

/** Marks the queries an event concerns as stale; those on screen are read again. */
export function applyEvent(queries: QueryClient, event: CoreEvent): void {
  if (event.type === 'state') {
    void makeStale(queries, () => true);
    return;
  }
  if (event.type === 'session') {
    void queries.invalidateQueries({ queryKey: ['users.state'] });
    return;
  }
  const areas = event.type === 'changed' ? event.areas : event.type === 'backup' ? ['backup'] : undefined;
  if (!areas) return;
  void makeStale(queries, (query) => isTouched(String(query.queryKey[0]), areas as readonly string[]));
}

/** What is being read for the first time may be from before the change, and is not begun anew: it is read once more. */
async function makeStale(queries: QueryClient, predicate: (query: Query) => boolean): Promise<void> {
  const first = queries
    .getQueryCache()
    .findAll({ predicate })
    .filter(({ state }) => state.fetchStatus === 'fetching' && state.data === undefined);
  await queries.invalidateQueries({ predicate });
  if (first.length > 0) await queries.invalidateQueries({ predicate: (query) => first.includes(query) });
}
