/** Visits (thăm hỏi) and cases of help (trợ giúp, Mái ấm công đoàn): who, in what relation, by whose money. */
import { GIFT_SOURCES } from './welfare';

/** Member, somebody of a member's family, a retired member, a department, somebody from outside. */
export const CARE_WHO = ['member', 'family', 'retired', 'collective', 'outsider'] as const;
export type CareWho = (typeof CARE_WHO)[number];

/** What the person is to the member. */
export const RELATIONS = ['self', 'parent', 'parentInLaw', 'spouse', 'child', 'sibling', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
export const FAMILY_RELATIONS = ['parent', 'parentInLaw', 'spouse', 'child', 'sibling', 'other'] as const;

/** Where the money of a case may come from: those of gifts, and the family's own part. */
export const CASE_SOURCES = [...GIFT_SOURCES, 'family'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

export const CASE_STATES = ['open', 'finished', 'stopped'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What is to be looked at: money without voucher or explanation, a slip not printed. */
export const VISIT_CHECKS = ['noVoucher', 'notPrinted', 'explained'] as const;
export type VisitCheck = (typeof VISIT_CHECKS)[number];
/** A planned step whose day has passed; a house handed over without a paper attached. */
export const CASE_CHECKS = ['overdue', 'noHandover', 'noVoucher'] as const;
export type CaseCheck = (typeof CASE_CHECKS)[number];

/** The same person visited for the same reason within so many days is told of. */
export const AGAIN_DAYS = 90;

/** Vietnamese words on papers. */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  self: 'bản thân',
  parent: 'cha, mẹ',
  parentInLaw: 'cha, mẹ vợ hoặc chồng',
  spouse: 'vợ, chồng',
  child: 'con',
  sibling: 'anh, chị, em',
  other: 'người thân',
};
export const CASE_SOURCE_WORDS: Readonly<Record<CaseSource, string>> = {
  own: 'Quỹ công đoàn cơ sở',
  above: 'Công đoàn cấp trên',
  employer: 'Chuyên môn',
  sponsor: 'Nhà tài trợ',
  family: 'Gia đình tự lo',
};
