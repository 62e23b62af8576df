/**
 * The one table of who may do what. A role reads or changes an area by its row; an operation that is told apart has a
 * line of its own. Sensitive fields are opened to a role by group, wherever they would be shown.
 */
import type { SensitiveFieldGroup } from './privateFields';

/** Roles of domain: chủ tịch, ủy ban kiểm tra, thủ quỹ – tài chính, văn thư, người xem. */
export const ROLES = ['chair', 'inspector', 'treasurer', 'clerk', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What an operation does to its area: shows it, changes it, or what only the chair does. */
export type Right = 'read' | 'change' | 'chair';

interface Row {
  readonly read: readonly Role[];
  readonly change: readonly Role[];
}

const CHAIR: readonly Role[] = ['chair'];
const OFFICE: readonly Role[] = ['chair', 'clerk'];
const MONEY: readonly Role[] = ['chair', 'treasurer'];
const CARE: readonly Role[] = ['chair', 'treasurer', 'clerk'];
const CONTROL: readonly Role[] = ['chair', 'inspector'];
const STAFF: readonly Role[] = ['chair', 'inspector', 'treasurer', 'clerk'];
const BOOKS: readonly Role[] = ['chair', 'inspector', 'treasurer'];
const ALL: readonly Role[] = ROLES;
const office: Row = { read: ALL, change: OFFICE };

/** By the first part of an operation's name. */
export const ROLE_TABLE: Readonly<Record<string, Row>> = {
  organisation: office,
  members: office,
  events: office,
  calendar: office,
  training: office,
  contests: office,
  welfare: { read: ALL, change: CARE },
  care: { read: STAFF, change: CARE },
  funds: { read: ALL, change: MONEY },
  dues: { read: BOOKS, change: MONEY },
  drives: { read: ALL, change: MONEY },
  donors: { read: BOOKS, change: MONEY },
  awards: office,
  awardRules: office,
  awardMoney: { read: ALL, change: MONEY },
  movements: office,
  proposals: office,
  certificates: office,
  agreements: office,
  documents: office,
  opinions: { read: STAFF, change: OFFICE },
  democracy: office,
  inspection: { read: ALL, change: CONTROL },
  targets: office,
  plans: office,
  party: { read: ALL, change: CHAIR },
  review: office,
  reports: office,
  dashboard: office,
  figures: office,
  files: { read: ALL, change: STAFF },
  wordTemplates: office,
  backup: { read: ALL, change: STAFF },
  rescue: { read: ALL, change: CHAIR },
  settings: office,
  trash: { read: ALL, change: OFFICE },
  audit: { read: CONTROL, change: CHAIR },
  users: { read: ALL, change: CHAIR },
  yearEnd: office,
  machine: { read: CONTROL, change: CHAIR },
};

/** Operations of an area that share rights of their own. */
const lines = (area: string, names: string, roles: readonly Role[]): [string, readonly Role[]][] =>
  names.split(' ').map((name) => [`${area}.${name}`, roles]);

/** Operations that are told apart from their area's row. */
export const ROLE_EXCEPTIONS: ReadonlyMap<string, readonly Role[]> = new Map([
  // Private values are shown to whom their group is open.
  ...lines('members', 'reveal exportList printList exportChildren findDuplicates comparePair', STAFF),
  ...lines('care', 'reveal exportVisits exportCases', STAFF),
  ...lines('audit', 'list changes facets reveal verify export', CONTROL),
  // Money leaves by the chair or the treasurer.
  ...lines('welfare', 'makeVouchers overrideWarnings', MONEY),
  ...lines('care', 'pay payCase setVouchers saveNorm trashNorms restoreNorms', MONEY),
  // Reading and printing of what is kept closed from viewers.
  ...lines('dues', 'month year behind collections collection board list yearPaper', BOOKS),
  ...lines('donors', 'list get gifts letters yearList', BOOKS),
  ...lines('funds', 'printVouchers', BOOKS),
  ...lines('inspection', 'linesPaper paperDocx paperPdf', ALL),
  // Party development: files without names for the office, names for the chair alone.
  ...lines('party', 'list register', OFFICE),
  // Asking for a small picture of a paper writes it down.
  ...lines('files', 'keepSmall', ALL),
  // The session itself.
  ...lines('users', 'state login recover lock active leave changeOwnPassword', ALL),
  ...lines('users', 'list', CHAIR),
]);

/** Who may call an operation of an area. An area without a row is open to nobody but the chair. */
export function rolesOf(name: string, right: Right): readonly Role[] {
  const own = ROLE_EXCEPTIONS.get(name);
  if (own) return own;
  if (right === 'chair') return CHAIR;
  return ROLE_TABLE[name.split('.')[0] ?? '']?.[right] ?? CHAIR;
}

/** Whether a role may read or change an area at all. */
export const mayIn = (role: Role, area: string, right: 'read' | 'change'): boolean =>
  (ROLE_TABLE[area]?.[right] ?? CHAIR).includes(role);

/** Groups of private values: those a unit switches on, and the numbers of identity papers. */
export type PrivateGroup = SensitiveFieldGroup | 'identity';

/** Whose private values a role may see; the unit must have switched the group on as well. */
export const ROLE_PRIVATE: Readonly<Record<Role, readonly PrivateGroup[]>> = {
  chair: ['identity', 'party', 'hardship', 'health', 'money', 'ethnicity', 'religion'],
  inspector: ['identity', 'hardship', 'money'],
  treasurer: ['hardship', 'health', 'money'],
  clerk: ['identity', 'party', 'hardship', 'health', 'ethnicity', 'religion'],
  viewer: [],
};

export const maySee = (role: Role, group: PrivateGroup): boolean => ROLE_PRIVATE[role].includes(group);
