/** Types of what the documents' screens read. */
import type { OutputOf } from '../../../shared/contract';
import type { DocumentLink } from '../../../shared/domain/documents';

export type DocumentRow = OutputOf<'documents.list'>['rows'][number];
export type DocumentType = OutputOf<'documents.types'>['rows'][number];
export type LinkValue = NonNullable<DocumentRow['link']>;

/** Where the record of a document is opened. */
export const LINK_PATHS: Readonly<Record<DocumentLink, string>> = {
  event: '/events/',
  award_decision: '/awards/',
  movement: '/awards/movements/',
  welfare_campaign: '/welfare/',
  care_case: '/welfare/cases/',
  fund_voucher: '/funds/vouchers/',
  agreement: '/agreements/',
  report: '/reports/',
  work_plan: '/plans?year=',
  inspection_plan: '/inspection/plans/',
  inspection_session: '/inspection/sessions/',
  member: '/members/',
  opinion: '/opinions/',
  dialogue: '/opinions/dialogues/',
  labour_agreement: '/opinions/labour/',
};
