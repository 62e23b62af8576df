/** The conditions of the register's list, and the chips that say them. */
import type { InputOf } from '../../../shared/contract';
import type { Translate } from '../../client';
import type { FilterChip } from '../../ui';

export type MemberFilter = Omit<InputOf<'members.ids'>, 'search'>;
export type Tab = 'active' | 'all' | 'left' | 'noCard';

/** What each tab adds. */
export function tabFilter(tab: Tab): MemberFilter {
  if (tab === 'active') return { statuses: ['active'] };
  if (tab === 'noCard') return { statuses: ['active'], missing: 'cardNo' };
  return { statuses: tab === 'all' ? [] : ['transferred', 'retired', 'left', 'expelled', 'died'] };
}

type Chosen = Pick<
  MemberFilter,
  'departmentIds' | 'groupIds' | 'genders' | 'party' | 'ageFrom' | 'ageTo' | 'missing'
>;

/** Chips in the order of the filter form; removing one gives back the conditions without it. */
export function filterChips(
  chosen: Chosen,
  names: ReadonlyMap<number, string>,
  t: Translate,
  change: (next: Chosen) => void,
  edit: () => void,
): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (key: string, label: string, value: string, without: Chosen) =>
    chips.push({ key, label, value, onRemove: () => change(without), onEdit: edit });
  const list = (ids: readonly number[], many: string) =>
    ids.length === 1 ? (names.get(ids[0]!) ?? many) : many;
  const {
    departmentIds = [],
    groupIds = [],
    genders = [],
    party = null,
    ageFrom = null,
    ageTo = null,
    missing = null,
  } = chosen;
  if (departmentIds.length > 0)
    add(
      'departments',
      t('members.filter.department'),
      list(departmentIds, t('members.filter.departments', { count: departmentIds.length })),
      { ...chosen, departmentIds: [] },
    );
  if (groupIds.length > 0)
    add(
      'groups',
      t('members.filter.group'),
      list(groupIds, t('members.filter.groups', { count: groupIds.length })),
      { ...chosen, groupIds: [] },
    );
  if (genders[0])
    add('gender', t('members.filter.gender'), t(`members.gender.${genders[0]}`), { ...chosen, genders: [] });
  if (party !== null)
    add('party', t('members.filter.party'), party ? t('members.yes') : t('members.no'), {
      ...chosen,
      party: null,
    });
  if (ageFrom !== null || ageTo !== null) {
    const value =
      ageFrom !== null && ageTo !== null
        ? t('members.filter.ageBoth', { from: ageFrom, to: ageTo })
        : ageFrom !== null
          ? t('members.filter.ageOver', { from: ageFrom })
          : t('members.filter.ageUnder', { to: ageTo ?? '' });
    add('age', t('members.filter.age'), value, { ...chosen, ageFrom: null, ageTo: null });
  }
  if (missing !== null)
    add('missing', t('members.filter.missing'), t(`members.missing.${missing}`), {
      ...chosen,
      missing: null,
    });
  return chips;
}

export type { Chosen };
