/** The conditions of the register's list, and the chips that say them. */
import type { InputOf } from '../../../shared/contract';
import type { ConditionGroup } from '../../../shared/contract/memberConditions';
import type { SavedFilter } from '../../../shared/contract/memberViews';
import type { Translate } from '../../client';
import type { FilterChip } from '../../ui';
import {
  type conditionText,
  groupText,
  isGroup,
  labelOf,
  opText,
  type Tree,
  valuesText,
  type Wording,
} from './views/conditionText';

export type MemberFilter = Omit<InputOf<'members.ids'>, 'search'>;
export const FIXED_TABS = ['active', 'noCard', 'left', 'all'] as const;
export type FixedTab = (typeof FIXED_TABS)[number];
/** A built-in view, or a saved one. */
export type Tab = FixedTab | `view:${number}`;

/** What each tab adds. */
export function tabFilter(tab: FixedTab): MemberFilter {
  if (tab === 'active') return { statuses: ['active'] };
  if (tab === 'noCard') return { statuses: ['active'], missing: 'cardNo' };
  return { statuses: tab === 'all' ? [] : ['transferred', 'retired', 'left', 'expelled', 'died'] };
}

/** What one chooses on top of the tab. */
export type Chosen = Pick<
  MemberFilter,
  'departmentIds' | 'groupIds' | 'genders' | 'party' | 'ageFrom' | 'ageTo' | 'missing' | 'conditions'
>;

/** The conditions a saved filter adds to the list of everyone in its statuses. */
export const chosenOf = (saved: SavedFilter): Chosen => ({
  departmentIds: saved.departmentIds,
  groupIds: saved.groupIds,
  genders: saved.genders,
  party: saved.party,
  ageFrom: saved.ageFrom,
  ageTo: saved.ageTo,
  missing: saved.missing,
  conditions: saved.conditions,
});

/** True when nothing is asked. */
export const isNothing = (chosen: Chosen): boolean =>
  Object.values(chosen).every(
    (value) => value == null || (Array.isArray(value) && value.length === 0) || isEmptyTree(value),
  );
const isEmptyTree = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'items' in value &&
  (value as ConditionGroup).items.length === 0;

/** True when both ask the same. */
export function sameChosen(a: Chosen, b: Chosen): boolean {
  const plain = (chosen: Chosen) =>
    JSON.stringify(
      (
        [
          'departmentIds',
          'groupIds',
          'genders',
          'party',
          'ageFrom',
          'ageTo',
          'missing',
          'conditions',
        ] as const
      ).map((key) => {
        const value = chosen[key];
        return value == null || (Array.isArray(value) && value.length === 0) || isEmptyTree(value)
          ? null
          : value;
      }),
    );
  return plain(a) === plain(b);
}

interface ChipTools {
  names: ReadonlyMap<number, string>;
  t: Translate;
  wording: Wording;
  change(next: Chosen): void;
  edit(): void;
}

/** Chips in the order of the filter form; removing one gives back the conditions without it. */
export function filterChips(chosen: Chosen, { names, t, wording, change, edit }: ChipTools): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (key: string, label: string, value: string, without: Chosen) =>
    chips.push({ key, label, value, onRemove: () => change(without), onEdit: edit });
  const list = (ids: readonly number[], many: string) =>
    ids.length === 1 ? (names.get(ids[0]!) ?? many) : many;
  const { departmentIds = [], groupIds = [], genders = [], party = null, missing = null } = chosen;
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
      {
        ...chosen,
        groupIds: [],
      },
    );
  if (genders[0])
    add('gender', t('members.filter.gender'), t(`members.gender.${genders[0]}`), { ...chosen, genders: [] });
  if (party !== null)
    add('party', t('members.filter.party'), party ? t('members.yes') : t('members.no'), {
      ...chosen,
      party: null,
    });
  const age = ageText(chosen, t);
  if (age) add('age', t('members.filter.age'), age, { ...chosen, ageFrom: null, ageTo: null });
  if (missing !== null)
    add('missing', t('members.filter.missing'), t(`members.missing.${missing}`), {
      ...chosen,
      missing: null,
    });
  return [...chips, ...treeChips(chosen, { names, t, wording, change, edit })];
}

function ageText({ ageFrom = null, ageTo = null }: Chosen, t: Translate): string | null {
  if (ageFrom === null && ageTo === null) return null;
  if (ageFrom !== null && ageTo !== null) return t('members.filter.ageBoth', { from: ageFrom, to: ageTo });
  return ageFrom !== null
    ? t('members.filter.ageOver', { from: ageFrom })
    : t('members.filter.ageUnder', { to: ageTo ?? '' });
}

/** One chip for each condition that must hold; one for the whole when any may. */
function treeChips(chosen: Chosen, { t, wording, change, edit }: ChipTools): FilterChip[] {
  const tree = chosen.conditions as Tree | null | undefined;
  if (!tree || tree.items.length === 0) return [];
  const without = (items: Tree['items']) =>
    change({ ...chosen, conditions: items.length > 0 ? ({ ...tree, items } as ConditionGroup) : null });
  if (tree.match === 'any' && tree.items.length > 1)
    return [
      {
        key: 'tree',
        label: t('memberViews.chip'),
        value: groupText(tree, wording),
        onRemove: () => without([]),
        onEdit: edit,
      },
    ];
  return tree.items.map((item, at) => ({
    key: `tree:${at}`,
    ...(isGroup(item)
      ? { label: t('memberViews.chip'), value: groupText(item, wording) }
      : leafChip(item, wording)),
    onRemove: () => without(tree.items.filter((_, index) => index !== at)),
    onEdit: edit,
  }));
}

function leafChip(
  item: Parameters<typeof conditionText>[0],
  wording: Wording,
): { label: string; value: string } {
  const field = wording.fields.get(item.field);
  const label = field ? labelOf(field.label, wording.t) : item.field;
  const type = field?.type ?? 'text';
  const op = opText(item.op, type, wording.t);
  if (item.op === 'empty' || item.op === 'notEmpty') return { label, value: op };
  const value = valuesText(item, wording);
  return { label, value: item.op === 'in' || item.op === 'is' ? value : `${op} ${value}` };
}
