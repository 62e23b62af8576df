/** The conditions of the list live in its address, so that figures elsewhere can open it and Back returns to it. */
import { useMemo } from 'react';
import type { InputOf } from '../../../shared/contract';
import { EVENT_CATEGORIES, EVENT_KIND_CODES } from '../../../shared/domain/eventKinds';
import { todayIso, useAddressConditions } from '../../ui';

type ListInput = Omit<InputOf<'events.list'>, 'offset' | 'limit'>;

/** Keys of the address: year (number or "all"), kinds, categories, recorded (yes, no), from, to, member, q. */
export function useEventConditions() {
  const { params, set } = useAddressConditions();
  const input = useMemo((): ListInput => readInput(params), [params]);
  return { input, set, params };
}

const listed = <T extends string>(text: string | null, all: readonly T[]): T[] =>
  (text ?? '').split(',').filter((one): one is T => (all as readonly string[]).includes(one));

function readInput(params: URLSearchParams): ListInput {
  const from = params.get('from');
  const to = params.get('to');
  const year = params.get('year');
  const isDay = (text: string | null) => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);
  const thisYear = Number(todayIso().slice(0, 4));
  const fallback = from || to || params.get('member') ? null : thisYear;
  const member = Number(params.get('member'));
  const recorded = params.get('recorded');
  return {
    search: params.get('q') ?? '',
    year: year === 'all' ? null : /^\d{4}$/.test(year ?? '') ? Number(year) : fallback,
    from: isDay(from),
    to: isDay(to),
    kinds: listed(params.get('kinds'), EVENT_KIND_CODES),
    categories: listed(params.get('categories'), EVENT_CATEGORIES),
    recorded: recorded === 'yes' ? true : recorded === 'no' ? false : null,
    memberId: Number.isInteger(member) && member > 0 ? member : null,
  };
}
