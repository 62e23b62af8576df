/** What stands on one certificate: the record its layout is filled with. */
import { fillReason } from '../../../shared/domain/awards';
import { formatLongDate } from '../../../shared/domain/dates';
import type { LayoutRecord } from '../../../shared/domain/layout';
import type { Ctx } from '../../ipc/context';
import {
  type DecisionSnapshot,
  type ListedDecision,
  namedRecord,
  namesOf,
  postAndUnit,
  printedName,
  type RecipientRecord,
  registerOf,
} from '../awards/service';
import { type Signer, signFacts } from './proof/text';

export interface ContentOptions {
  /** Print Quốc hiệu and Tiêu ngữ. */
  readonly national: boolean;
  /** Print the QR code. */
  readonly code: boolean;
  /** What signs it; without one (nothing was printed with a code yet) it only names the paper. */
  readonly signer: Signer | null;
}

/** What the code says: the facts as they stand on the paper, signed. */
function codeText(
  d: ListedDecision,
  r: RecipientRecord,
  names: DecisionSnapshot,
  signer: Signer | null,
): string {
  const register = registerOf(r);
  if (register === null || r.register_no === null || r.register_year === null) return '';
  if (signer === null) return `SCD1|GK|${register}|${d.number ?? ''}|${d.decided_on ?? ''}`;
  const facts = {
    paper: 'award' as const,
    registerNo: r.register_no,
    registerYear: r.register_year,
    decisionNo: d.number,
    decidedOn: d.decided_on?.length === 10 ? d.decided_on : null,
    name: printedName(namedRecord(r)),
    unit: r.unit_name,
    form: names.form,
    awardYear: d.award_year,
    issuer: names.unitName || null,
  };
  return signFacts(facts, signer);
}

/** Honorific and the first word of the name never part. */
const person = (name: string | null) => name?.replace(/\s+/g, ' ') ?? '';

/** An issued certificate says what it said when it was issued, whatever was renamed since. */
export function certificateRecord(
  ctx: Pick<Ctx, 'db' | 'today'>,
  d: ListedDecision,
  r: RecipientRecord,
  options: ContentOptions,
): LayoutRecord {
  const names = namesOf(ctx, d);
  const template = r.reason ?? d.reason_template ?? '';
  const achievement = d.status === 'issued' ? (r.reason_text ?? '') : fillReason(template, d.award_year);
  const register = registerOf(r) ?? '';
  const post = postAndUnit({ post: r.post, unitName: r.unit_name }) ?? '';
  const shared = {
    'unit.long': names.unitName,
    'unit.parent': names.upperName ?? '',
    national: options.national,
    achievement,
    'decision.no': d.number ?? '',
    'decision.date': formatLongDate(d.decided_on).replace(/^ngày /, ''),
    'register.no': register,
    place: names.place ?? '',
    date: formatLongDate(d.decided_on),
    'signer.for': (d.signer_for ?? '').toLocaleUpperCase('vi'),
    'signer.post': d.signer_title ?? '',
    'signer.name': d.signer_name ?? '',
    qr: options.code ? codeText(d, r, names, options.signer) : '',
  };
  if (r.kind === 'household')
    return {
      ...shared,
      'a.honorific': r.honorific ?? '',
      'a.name': person(r.name),
      'b.honorific': r.spouse_honorific ?? '',
      'b.name': person(r.spouse_name),
      post,
    };
  if (r.kind === 'collective') return { ...shared, honorific: '', name: r.name, post: '' };
  return { ...shared, honorific: r.honorific ?? '', name: person(r.name), post };
}
