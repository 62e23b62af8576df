/** The columns a list of members can be taken out with, and which of them hold private data (cases.md section 4). */
import { MASKED_FIELDS, type MaskedField } from './privateFields';

/** Columns anybody who keeps the register may take out. */
export const OPEN_COLUMNS = [
  'fullName',
  'gender',
  'birthDate',
  'department',
  'group',
  'jobTitle',
  'position',
  'unionPosition',
  'contractType',
  'hireDate',
  'education',
  'politicalTheory',
  'unionJoinDate',
  'unionJoinPlace',
  'unionJoinDecision',
  'cardNo',
  'cardDate',
  'cardStatus',
  'phone',
  'email',
  'address',
  'hometown',
  'status',
  'statusDate',
  'note',
] as const;

/** Private columns: left out unless ticked, and then with a purpose that the log keeps. */
export const PRIVATE_COLUMNS: readonly MaskedField[] = MASKED_FIELDS;

export type OpenColumn = (typeof OPEN_COLUMNS)[number];
/** `extra:ID` is a field the unit added. */
export type MemberColumn = OpenColumn | MaskedField | `extra:${number}`;

export const isPrivateColumn = (key: string): key is MaskedField =>
  (PRIVATE_COLUMNS as readonly string[]).includes(key);

/** What is taken out unless somebody chooses. */
export const USUAL_COLUMNS: readonly OpenColumn[] = [
  'fullName',
  'gender',
  'birthDate',
  'department',
  'group',
  'jobTitle',
  'unionPosition',
  'unionJoinDate',
  'cardNo',
  'phone',
  'note',
];
