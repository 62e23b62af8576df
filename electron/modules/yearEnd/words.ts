/** What the index of a pack says of its papers, in the words of the screen. */
import type { ErrorCode } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dateFormat';
import { errors } from '../../../shared/locales/vi/errors';
import { yearEnd } from '../../../shared/locales/vi/yearEnd';
import { formatCount } from '../../../shared/text/numbers';
import type { Row } from './state';

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key] ?? '';
    return typeof value === 'number' ? formatCount(value) : value;
  });

export const gapWords = ({ gap, count }: Row['gaps'][number]): string => filled(yearEnd.gaps[gap], { count });

export const failureWords = (format: string, code: ErrorCode): string =>
  `Không lập được tệp ${format}: ${filled(errors[code], {})}`;

/** "Báo cáo năm 2026", "Rà soát quy chế phối hợp năm 2026 – Quy chế …" */
export function nameOf({ paper, subject, closing }: Row, year: number): string {
  if (paper === 'agreement') {
    const kind = closing ? yearEnd.closingReview : `${yearEnd.papers.agreement} năm ${year}`;
    return subject === null ? kind : `${kind} – ${subject}`;
  }
  if (paper === 'report') return `Báo cáo năm ${year}`;
  if (paper === 'plan') return `Chương trình công tác năm ${year + 1}`;
  return `${yearEnd.papers[paper]} năm ${year}`;
}

/** What the paper is made from: its days, its number, whether it is closed. */
export function rowFacts(row: Row, year: number): string[] {
  const { paper, subject, from, to, asOf, code, onDate, closed, count } = row;
  const number = [code && `Số ${code}`, onDate && `ngày ${formatDate(onDate)}`].filter(Boolean).join(' ');
  const span = from && to && `Từ ${formatDate(from)} đến ${formatDate(to)}`;
  const until = asOf && to && asOf < to && `số liệu đến ${formatDate(asOf)}`;
  const counted =
    count !== null && paper !== 'report'
      ? filled(yearEnd.counts[paper], { count, next: String(year + 1) })
      : null;
  const draft = (paper === 'report' || paper === 'review') && from !== null;
  return [
    paper === 'agreement' ? null : subject,
    [span, until].filter(Boolean).join(', '),
    number,
    counted,
    closed ? yearEnd.closed : draft ? yearEnd.draft : null,
  ].filter((fact): fact is string => Boolean(fact));
}
