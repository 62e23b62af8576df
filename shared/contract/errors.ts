/** Error codes of the whole product. Each has a sentence in both languages under `errors.CODE`. */
export const ERROR_CODES = [
  'INTERNAL',
  'UNKNOWN_OPERATION',
  'INVALID_INPUT',
  'INPUT_TOO_LARGE',
  'FORBIDDEN',
  'NOT_FOUND',
  'VERSION_CONFLICT',
  'DUPLICATE',
  'IN_USE',
  'CLOSED',
  'CANCELLED',
  'BUSY',
  'SHUTTING_DOWN',
  'NO_STORE',
  'DISK_FULL',
  'READ_ONLY',
  'DATE_INVALID',
  'DATE_ORDER',
  'COUNT_OVER_DENOMINATOR',
  'DENOMINATOR_DATE_REQUIRED',
  'DENOMINATOR_UNIT',
  'QUORUM_SHARE',
  'ATTENDEE_PERSON',
  'ATTENDEE_TWICE',
  'FOLLOW_UP_OWNER',
  'FOLLOW_UP_DONE_ON',
  'LIST_REASON',
  'CARD_TAKEN',
  'ID_TAKEN',
  'NUMBER_TAKEN',
  'FILE_TOKEN_UNKNOWN',
  'FILE_EMPTY',
  'FILE_ENCRYPTED',
  'FILE_BROKEN',
  'FILE_TOO_LARGE',
  'FILE_IN_USE',
  'FILE_BLANK',
  'FILE_LIMIT',
  'FILE_KIND',
  'FILE_MISSING',
  'FILE_ALTERED',
  'DOCX_OLD',
  'DOCX_NOT_WORD',
  'DOCX_BROKEN',
  'DOCX_TOO_LARGE',
  'DOCX_UNSAFE',
  'DOCX_EXTERNAL',
  'DOCX_TAGS',
  'FILE_NOT_TABLE',
  'FILE_NO_PEOPLE',
  'IMPORT_NOT_READY',
  'IMPORT_NAMELESS',
  'IMPORT_UNDECIDED',
  'IMPORT_STALE',
  'IMPORT_UNDO_BLOCKED',
  'NOTHING_TO_PRINT',
  'TEXT_OVERFLOW',
  'SCORE_OVER_MAX',
  'SCORE_NEEDS_EVIDENCE',
  'REVERT_CHANGED',
  'REVERT_NONE',
  'POST_PLACE',
  'POST_PERSON',
  'POST_TWICE',
  'ORG_NOT_OPEN',
  'ORG_CLOSED_LATER',
  'ORG_CYCLE',
  'ORG_KIND',
  'ORG_TARGET_NEEDED',
  'ORG_NOT_INSIDE',
  'ORG_NOTHING',
  'ORG_LATER_CHANGE',
  'CLASS_TAKEN',
  'BACKUP_FAILED',
  'BACKUP_NOT_VALID',
  'SPOUSE_MISSING',
  'SPOUSE_SELF',
  'SPOUSE_TAKEN',
  'CHILD_RECORDED',
  'CHILD_SELF',
  'MERGE_SELF',
  'MERGE_MARRIED',
  'MERGE_HOUSEHOLD',
  'UNMERGE_BLOCKED',
  'STORE_NEWER',
  'STORE_DAMAGED',
  'FIELD_OFF',
  'PURPOSE_REQUIRED',
  'FILE_NOT_PICTURE',
  'CHOICES_REQUIRED',
  'EXPORT_PURPOSE',
  'TOO_MANY_TO_PRINT',
  'ANONYMISE_REFUSED',
  'ANONYMISE_CONFIRM',
  'MOVE_SAME_PLACE',
  'PERIOD_CLOSED',
  'PERIOD_DRAFTS',
  'PERIOD_FUTURE',
  'CLOSING_KEPT',
  'VOUCHER_KEPT',
  'VOUCHER_NUMBER_GAP',
  'VOUCHER_BEFORE_OPENING',
  'VOUCHER_CATEGORY',
  'VOUCHER_MOVE',
  'VOUCHER_SERIES',
  'VOUCHER_CANCELLED',
  'VOUCHER_DRAFT',
  'VOUCHER_SAME',
  'NOBODY_IN_POST',
  'NOBODY_CAME',
  'COUNT_SOURCE',
  'COUNT_EMPTY',
  'CONTEST_PART_USED',
  'NO_PRIZES',
  'NO_AWARD_FORM',
  'ENTRY_NAME',
  'ENTRY_TWICE',
  'PRIZE_NAME',
  'WELFARE_LISTED',
  'WELFARE_EMPTY',
  'WELFARE_PAID',
  'WELFARE_UNSETTLED',
  'WELFARE_COUNT_ONLY',
  'WELFARE_COUNT_SOURCE',
  'REASON_REQUIRED',
  'DUES_RATE',
  'DUES_LINE',
  'DUES_FUTURE',
  'GIFT_BOOKED',
  'DRIVE_GIFT',
  'DONOR_GIFT',
  'NOTHING_TO_BOOK',
  'EARMARK_TWICE',
  'LAYOUT_BROKEN',
  'LAYOUT_LARGE',
  'LAYOUT_DEEP',
  'LAYOUT_KIND',
  'LAYOUT_VALUE',
  'LAYOUT_PATH',
  'LAYOUT_FONT',
  'LAYOUT_COLOUR',
  'LAYOUT_FIELD',
  'LAYOUT_LOOP',
  'LAYOUT_TWICE',
  'LAYOUT_PICTURE',
  'LAYOUT_HASH',
  'CARE_PERSON',
  'CARE_AGAIN',
  'CARE_PAID',
  'CARE_NO_MONEY',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure the user can act on. `fields` names input paths; `details` fills the sentence's placeholders. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly details: Record<string, string | number> | undefined;
  constructor(
    code: ErrorCode,
    more: { fields?: Record<string, string>; details?: Record<string, string | number> } = {},
  ) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.fields = more.fields;
    this.details = more.details;
  }
}

/** What every operation answers. */
export type Envelope<T> = { ok: true; data: T; undo?: UndoStep } | { ok: false; error: EnvelopeError };

/** The operation that takes a command back; offered by the undo notice and Ctrl+Z. */
export interface UndoStep {
  operation: string;
  input: unknown;
}

export interface EnvelopeError {
  code: ErrorCode;
  /** Key of the sentence in the locales: `errors.CODE`. */
  messageKey: string;
  fields?: Record<string, string>;
  details?: Record<string, string | number>;
  requestId: string;
}
