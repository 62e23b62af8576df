/** From the filter of the contract to conditions SQL can hold: ages to birth dates, typed text to a search expression. */
import { fold } from '../../../shared/text/fold';
import { parseQuery } from '../../../shared/text/search';
import type { Ctx, ParsedInputOf } from '../../ipc/context';
import { ownSearch } from './extra/service';
import { requireOn } from './privacy/service';
import { codeKey, tailKey } from './record';
import type { MemberConditions, SearchTerms } from './repository';
import { compileGroup } from './views/compile';
import { conditionFields } from './views/conditionSources';
import './views/fields';
import './views/pastFields';

type Filter = ParsedInputOf<'members.ids'>;

/** Everyone: what a filter is when nothing is asked. */
export const NO_CONDITIONS: Filter = {
  search: '',
  departmentIds: [],
  groupIds: [],
  statuses: [],
  genders: [],
  party: null,
  ageFrom: null,
  ageTo: null,
  missing: null,
  joinedFrom: null,
  joinedTo: null,
  ids: null,
  conditions: null,
  asOf: null,
};

/** Works out the conditions as they stand on the day asked for, today unless told. Plain data, for workers too. Errors: FIELD_OFF. */
export function toConditions(filter: Filter, ctx: Pick<Ctx, 'db' | 'today'>): MemberConditions {
  if (filter.party !== null) requireOn(ctx, ['isParty']);
  const today = filter.asOf ?? ctx.today();
  const search = searchTerms(filter.search);
  const asked = filter.conditions && filter.conditions.items.length > 0 ? filter.conditions : null;
  return {
    asOf: filter.asOf === null || filter.asOf === ctx.today() ? null : filter.asOf,
    tree:
      asked &&
      compileGroup(asked, {
        db: ctx.db,
        day: today,
        fields: new Map(conditionFields(ctx).map((field) => [field.key, field])),
      }),
    search: search && { ...search, own: ownSearch(ctx.db, filter.search) },
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
    const tail = query.digits === null ? '' : ` AND codes : "${tailKey(query.digits)}" *`;
    for (const words of spellings(query.words, query.text)) {
      const named = words.map((word) => `name : "${word}" *`).join(' AND ');
      if (named) ways.push(`(${named}${tail})`);
    }
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

const MARKER = /^[hky]$/;
const MARKER_SIGN = /(^|\s)([hky])['’‘ʼ`´](?=\p{L})/giu;

/** The words as typed, and with the marker H, Y or K' of highland names joined to the name or parted from it. */
function spellings(typed: readonly string[], text: string): string[][] {
  const words = typed.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
  const ways = [words];
  const at = words.findIndex((word, index) => MARKER.test(word) && index < words.length - 1);
  if (at >= 0) ways.push([...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)]);
  const parted = text.replace(MARKER_SIGN, '$1$2 ');
  if (parted !== text && !/\d/.test(text)) ways.push(fold(parted).split(' ').filter(Boolean));
  return ways;
}
