/** Where the screens are that a paper is made on, and that mend what it waits for. */
import type { OutputOf } from '../../../shared/contract';

export type PackRow = OutputOf<'yearEnd.state'>['rows'][number];
export type PackGapRow = PackRow['gaps'][number];

/** The screen of the paper itself. */
export function placeOf({ paper, recordId, from, to, asOf }: PackRow, year: number): string {
  switch (paper) {
    case 'report':
      return recordId === null ? '/reports?new=1' : `/reports/${recordId}`;
    case 'annex':
      return `/figures?period=custom&from=${from}&to=${to}${asOf !== null && to !== null && asOf < to ? `&on=${asOf}` : ''}`;
    case 'review':
      return recordId === null ? `/review?year=${year}` : `/review/${recordId}`;
    case 'inspection':
    case 'women':
      return `/${paper}?year=${year}`;
    case 'agreement':
      return recordId === null ? '/agreements' : `/agreements/${recordId}`;
    case 'targets':
      return `/targets?year=${year}`;
    case 'plan':
      return `/plans?tab=plan&year=${year + 1}`;
    case 'documentsOut':
      return `/documents?year=${year}`;
    default:
      return `/documents?tab=in&year=${year}`;
  }
}

/** The screen that mends a gap. */
export function mendingOf(row: PackRow, gap: PackGapRow['gap'], year: number): string {
  const own = placeOf(row, year);
  switch (gap) {
    case 'reportChanged':
    case 'reportFindings':
      return `${own}?check=1`;
    case 'figuresUnknown':
      return `${own}&show=unknown`;
    case 'reviewUnscored':
      return `${own}?show=open`;
    case 'reviewMissing':
      return `${own}?show=missing`;
    case 'findingsOpen':
    case 'womenOpen':
      return `${own}&tab=findings&show=open`;
    case 'agreementUnscored':
      return `${own}?tab=scores`;
    case 'targetsUnknown':
      return `${own}&state=unknown`;
    case 'outgoingReserved':
      return `${own}&check=reserved`;
    case 'incomingLate':
      return `${own}&check=overdue`;
    default:
      return own;
  }
}
