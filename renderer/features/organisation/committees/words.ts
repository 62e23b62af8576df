/** What roles a committee or a group has, and how they are called. Titles are data: Vietnamese on every screen. */
import type { CommitteeKind, PostRole } from '../../../../shared/contract/committees';
import { locales, type TextKey } from '../../../../shared/locales';
import type { Translate } from '../../../client';

export type BodyKind = CommitteeKind | 'group';

const vietnamese = locales.vi.committees;

/** Roles of a body, highest first; 'other' last for any title. */
export function rolesOf(kind: BodyKind): PostRole[] {
  return [...(Object.keys(vietnamese.roles[kind]) as PostRole[]), 'other'];
}

/** The role in the language of the screen. */
export function roleWord(t: Translate, kind: BodyKind, role: PostRole): string {
  return t.any(`committees.roles.${kind}.${role}`) || t('committees.roles.otherRole');
}

/** The title a role has on papers; '' for a role with a title of its own. */
export function titleOf(kind: BodyKind, role: PostRole): string {
  return (vietnamese.roles[kind] as Partial<Record<PostRole, string>>)[role] ?? '';
}

/** The name a committee is set up with. */
export const nameOfKind = (kind: CommitteeKind): string => (kind === 'other' ? '' : vietnamese.kinds[kind]);

export const kindKey = (kind: CommitteeKind): TextKey => `committees.kinds.${kind}`;

/** "2025–2030" for a term without a name. */
export const termName = (term: { name: string | null; startsOn: string; endsOn: string | null }): string =>
  term.name ?? [term.startsOn.slice(0, 4), term.endsOn?.slice(0, 4)].filter(Boolean).join('–');
