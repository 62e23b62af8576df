/** The conditions of the list of events as its SQL takes them. */
import { EVENT_KINDS } from '../../../shared/domain/eventKinds';
import { fold } from '../../../shared/text/fold';
import type { ParsedInputOf } from '../../ipc/context';
import type * as repo from './repository';

type Filter = Omit<ParsedInputOf<'events.list'>, 'sort' | 'descending' | 'offset' | 'limit'>;

export function toConditions(input: Filter): repo.EventConditions {
  const ofCategories = EVENT_KINDS.filter((kind) => input.categories.includes(kind.category)).map(
    (kind) => kind.code,
  );
  const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
  const yearFrom = input.year === null ? null : `${input.year}-01-01`;
  const yearTo = input.year === null ? null : `${input.year}-12-31`;
  return {
    words: fold(input.search).split(' ').filter(Boolean),
    from: later(yearFrom, input.from),
    to: input.to !== null && (yearTo === null || input.to < yearTo) ? input.to : yearTo,
    kinds: [...input.kinds, ...ofCategories],
    recorded: input.recorded,
    memberId: input.memberId,
  };
}
