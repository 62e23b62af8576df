/** From the filter of the contract to conditions SQL can hold: ages to birth dates, typed text to a search expression. */
import { fold } from '../../../shared/text/fold';
import { parseQuery } from '../../../shared/text/search';
import type { ParsedInputOf } from '../../ipc/context';
import { codeKey, tailKey } from './record';
import type { MemberConditions, SearchTerms } from './repository';

type Filter = ParsedInputOf<'members.ids'>;

/** Works out the conditions as they stand on `today` (ISO date). */
export function toConditions(filter: Filter, today: string): MemberConditions {
  return {
    search: searchTerms(filter.search),
    departmentIds: filter.departmentIds,
    groupIds: filter.groupIds,
    statuses: filter.statuses,
    genders: filter.genders,
    party: filter.party,
    bornUntil: filter.ageFrom === null ? null : yearsBefore(today, filter.ageFrom),
    bornAfter: filter.ageTo === null ? null : yearsBefore(today, filter.ageTo + 1),
    missing: filter.missing,
    joinedFrom: filter.joinedFrom,
    joinedTo: filter.joinedTo,
    ids: filter.ids,
  };
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}

/** Words match as beginnings, initials whole, digits as the tail of a card, ID or phone. null for an empty box. */
export function searchTerms(typed: string): SearchTerms | null {
  const query = parseQuery(typed);
  if (query.text === '') return null;
  const ways: string[] = [];
  if (query.words.length > 0) {
    const words = query.words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
    const named = words.map((word) => `name : "${word}" *`).join(' AND ');
    const tail = query.digits === null ? '' : ` AND codes : "${tailKey(query.digits)}" *`;
    if (named) ways.push(`(${named}${tail})`);
    if (query.initials) ways.push(`initials : "${query.initials}"`);
  } else if (query.digits !== null) ways.push(`codes : "${tailKey(query.digits)}" *`);
  const code = codeKey(query.text);
  if (/\d/.test(code) && code !== '') ways.push(`codes : "${code}" *`);
  return {
    match: ways.length > 0 ? ways.join(' OR ') : 'name : "zzzzzz"',
    exact: query.exact.filter((word) => word !== fold(word)),
    whole: query.words,
  };
}
