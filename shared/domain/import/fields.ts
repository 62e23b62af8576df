/** What a column of a member list can hold, and what a row of one becomes. */

/**
 * Fields a column can be set to. `surname` + `givenName` are the halves of a split name; `birthDateMale` and
 * `birthDateFemale` are birth dates under Nam/Nữ; `genderMale` and `genderFemale` are columns ticked with x;
 * `birthDay`, `birthMonth` and `birthYear` are a birth date in three columns.
 */
export const IMPORT_FIELDS = [
  'fullName',
  'surname',
  'givenName',
  'gender',
  'genderMale',
  'genderFemale',
  'birthDate',
  'birthDateMale',
  'birthDateFemale',
  'birthDay',
  'birthMonth',
  'birthYear',
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
  'cardNo',
  'idNumber',
  'idDate',
  'idPlace',
  'phone',
  'email',
  'address',
  'hometown',
  'ethnicity',
  'religion',
  'isParty',
  'partyDate',
  'salaryCoefficient',
  'note',
  'unionJoinPlace',
  'unionJoinDecision',
  'cardDate',
  'cardStatus',
  'duesBase',
  'bankAccount',
  'healthNote',
  'hardship',
  'hardshipNote',
] as const;

/** Numbers that tell who a row is of a list that names nobody, the surest first. */
export const KEY_FIELDS = ['cardNo', 'idNumber', 'phone'] as const satisfies readonly ImportField[];

/** A field of the unit's own, by its number. */
export type ExtraField = `extra:${number}`;
export type ImportField = (typeof IMPORT_FIELDS)[number] | ExtraField;

export const isExtraField = (field: string): field is ExtraField => /^extra:\d{1,9}$/.test(field);

/** A field of the unit's own, as an import has to know it. */
export interface ExtraTarget {
  field: ExtraField;
  label: string;
  kind: 'text' | 'number' | 'date' | 'choice';
  choices: readonly string[];
}

/** What an imported row says about a member; a key that is missing or undefined was empty in the list. Dates may be partial. */
export interface MemberFields {
  fullName: string;
  gender: 'male' | 'female' | null;
  birthDate: string | null;
  idNumber: string | null;
  idDate: string | null;
  idPlace: string | null;
  ethnicity: string | null;
  religion: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  department: string | null;
  group: string | null;
  jobTitle: string | null;
  position: string | null;
  contractType: string | null;
  hireDate: string | null;
  education: string | null;
  politicalTheory: string | null;
  unionJoinDate: string | null;
  cardNo: string | null;
  unionPosition: string | null;
  isParty: boolean | null;
  partyDate: string | null;
  salaryCoefficient: number | null;
  hometown: string | null;
  note: string | null;
  unionJoinPlace: string | null;
  unionJoinDecision: string | null;
  cardDate: string | null;
  cardStatus: 'new' | 'changed' | 'lost' | null;
  duesBase: number | null;
  bankAccount: string | null;
  healthNote: string | null;
  hardship: 'none' | 'hard' | 'very_hard' | null;
  hardshipNote: string | null;
  [extra: ExtraField]: string | number | null;
}
export type MemberField = keyof MemberFields;

export const DATE_FIELDS = [
  'birthDate',
  'idDate',
  'hireDate',
  'unionJoinDate',
  'partyDate',
  'cardDate',
] as const;

/** How a value was understood other than as it stands in the file. */
export const NOTE_KINDS = [
  'zero-restored',
  'spaced-digits',
  'year-only',
  'serial-date',
  'assumed-century',
  'month-first',
  'tcvn3',
  'vni',
  'windows-1258',
  'capitals',
  'from-title',
  'cleared',
  'from-section',
  'from-merged-cell',
  'from-column-of-sex',
  'second-number-left-out',
  'remark-moved',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface RowNote {
  field: MemberField;
  kind: NoteKind;
  before: string | null;
  after: string | null;
}

export const PROBLEM_CODES = [
  'date-invalid',
  'date-out-of-range',
  'id-length',
  'phone-length',
  'gender-unknown',
  'gender-both',
  'number-invalid',
  'name-missing',
  'digits-lost',
  'choice-unknown',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A cell that could not be read; its value is left out. */
export interface RowProblem {
  field: MemberField;
  code: ProblemCode;
  value: string;
}

/** One person's row of the list. */
export interface ImportRow {
  /** Row number in the file, from 1. */
  line: number;
  values: Partial<MemberFields>;
  notes: RowNote[];
  problems: RowProblem[];
  /** Fields whose cell says to empty them: “(xóa)”. */
  clears: MemberField[];
}
