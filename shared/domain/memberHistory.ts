/** Kinds of dated facts of a member, of discipline and of absence (domain.md 6.1, cases.md section 3). */

/** Facts about being in the register here. `joined` is the admission itself and stands in the record. */
export const MEMBERSHIP_KINDS = [
  'joined',
  'rejoined',
  'transferredIn',
  'transferredOut',
  'retired',
  'left',
  'expelled',
  'died',
] as const;
export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];

/** Facts that give one of the dated fields of the record a value from a day on. */
export const DATED_KINDS = ['department', 'group', 'jobTitle', 'position', 'contractType'] as const;
export type DatedKind = (typeof DATED_KINDS)[number];

export const FACT_KINDS = [...MEMBERSHIP_KINDS, ...DATED_KINDS] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** The record's field behind each dated kind. */
export const DATED_FIELDS = {
  department: 'departmentId',
  group: 'groupId',
  jobTitle: 'jobTitle',
  position: 'position',
  contractType: 'contractType',
} as const satisfies Record<DatedKind, string>;

/** The status that begins with a fact. */
export const STATUS_OF = {
  joined: 'active',
  rejoined: 'active',
  transferredIn: 'active',
  transferredOut: 'transferred',
  retired: 'retired',
  left: 'left',
  expelled: 'expelled',
  died: 'died',
} as const satisfies Record<MembershipKind, string>;

/** The fact that begins a status. */
export const FACT_OF_STATUS = {
  active: 'rejoined',
  transferred: 'transferredOut',
  retired: 'retired',
  left: 'left',
  expelled: 'expelled',
  died: 'died',
} as const satisfies Record<string, MembershipKind>;

export const isDatedKind = (kind: FactKind): kind is DatedKind =>
  (DATED_KINDS as readonly string[]).includes(kind);

export const DISCIPLINE_SIDES = ['union', 'employer', 'party'] as const;
export type DisciplineSide = (typeof DISCIPLINE_SIDES)[number];
export const DISCIPLINE_FORMS = [
  'reprimand',
  'warning',
  'payCut',
  'demotion',
  'dismissal',
  'termination',
  'expulsion',
  'other',
] as const;
export type DisciplineForm = (typeof DISCIPLINE_FORMS)[number];

/** The forms each side uses, the mildest first. */
export const FORMS_OF_SIDE: Record<DisciplineSide, readonly DisciplineForm[]> = {
  union: ['reprimand', 'warning', 'dismissal', 'expulsion'],
  employer: ['reprimand', 'warning', 'payCut', 'demotion', 'dismissal', 'termination', 'other'],
  party: ['reprimand', 'warning', 'dismissal', 'expulsion'],
};

export const ABSENCE_KINDS = ['sick', 'maternity', 'unpaid', 'study', 'other'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];
