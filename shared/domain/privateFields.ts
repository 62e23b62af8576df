/**
 * Which fields of a member are sensitive (dữ liệu nhạy cảm, Luật 91/2025/QH15; cases.md section 4). A group is off until
 * the unit switches it on with a purpose. Identity numbers are basic data, but are masked on screens like the sensitive
 * ones.
 */
export const SENSITIVE_FIELDS = {
  party: ['isParty', 'partyDate'],
  hardship: ['hardship', 'hardshipNote'],
  health: ['healthNote'],
  money: ['salaryCoefficient', 'duesBase', 'bankAccount'],
  ethnicity: ['ethnicity'],
  religion: ['religion'],
} as const;
export type SensitiveFieldGroup = keyof typeof SENSITIVE_FIELDS;
export const SENSITIVE_FIELD_GROUPS = Object.keys(SENSITIVE_FIELDS) as [
  SensitiveFieldGroup,
  ...SensitiveFieldGroup[],
];
export type SensitiveField = (typeof SENSITIVE_FIELDS)[SensitiveFieldGroup][number];

export const IDENTITY_FIELDS = ['idNumber', 'idDate', 'idPlace'] as const;
export type MaskedField = SensitiveField | (typeof IDENTITY_FIELDS)[number];
export const MASKED_FIELDS = [
  ...IDENTITY_FIELDS,
  ...SENSITIVE_FIELD_GROUPS.flatMap((group): readonly SensitiveField[] => SENSITIVE_FIELDS[group]),
] as [MaskedField, ...MaskedField[]];

const groups = new Map<string, SensitiveFieldGroup>(
  SENSITIVE_FIELD_GROUPS.flatMap((group) =>
    SENSITIVE_FIELDS[group].map((field): [string, SensitiveFieldGroup] => [field, group]),
  ),
);

/** The group a field is switched on with; null for a basic field. */
export const sensitiveGroupOf = (field: string): SensitiveFieldGroup | null => groups.get(field) ?? null;

/** Levels of hardship (hoàn cảnh khó khăn). */
export const HARDSHIP_LEVELS = ['none', 'hard', 'very_hard'] as const;
/** Lists a card stands in: new, changed, lost (mới, đổi, mất). */
export const CARD_STATUSES = ['new', 'changed', 'lost'] as const;
/** Kinds of the unit's own fields. */
export const EXTRA_KINDS = ['text', 'number', 'date', 'choice'] as const;
export type ExtraKind = (typeof EXTRA_KINDS)[number];
