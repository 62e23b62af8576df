/** Reports as operations give and take them. */
import { AppError } from '../../../shared/contract/errors';
import type { ReportPart } from '../../../shared/contract/reports';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { takenBy } from '../documents/service';
import { factsOf } from './facts';
import type { EditableReport, ReportRecord } from './repository';
import * as repo from './repository';
import { toParts } from './writing';

export type HeadFields = Omit<ParsedInputOf<'reports.update'>, 'id' | 'version'>;
type Head = OutputOf<'reports.list'>['rows'][number];

/** What a closed report keeps. */
export interface Frozen {
  parts: ReportPart[];
  heading: { upperBody: string | null; body: string; place: string | null };
  words: Record<string, string | null>;
}

export const toFields = (r: ReportRecord): HeadFields => ({
  subject: r.subject,
  from: r.fromDate,
  to: r.toDate,
  asOf: r.asOf,
  addressee: r.addressee,
  recipients: r.recipients,
  onDate: r.onDate,
});

export function toHead(ctx: Pick<Ctx, 'db'>, r: ReportRecord): Head {
  const document = r.model === 1 ? undefined : takenBy(ctx, 'report', { entity: 'report', id: r.id });
  return {
    id: r.id,
    version: r.version,
    kind: r.kind,
    model: r.model === 1,
    year: r.year,
    ...toFields(r),
    copiedFrom: r.copiedFrom,
    closedAt: r.closedAt,
    closedBy: r.closedBy,
    code: document?.code ?? null,
    documentId: document?.id ?? null,
  };
}

export const toColumns = (fields: HeadFields, more: Pick<ReportRecord, 'kind' | 'year'>): EditableReport => ({
  ...more,
  fromDate: fields.from,
  toDate: fields.to,
  asOf: fields.asOf,
  subject: fields.subject,
  addressee: fields.addressee,
  recipients: fields.recipients,
  onDate: fields.onDate,
  searchKey: fold(`${fields.subject} ${more.year}`),
});

/** Errors: DATE_ORDER for a period that ends before it begins, or a day of counting outside it. */
export function refuseDays({ from, to, asOf }: Pick<HeadFields, 'from' | 'to' | 'asOf'>): void {
  if (to < from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  if (asOf < from || asOf > to) throw new AppError('DATE_ORDER', { fields: { asOf: 'DATE_ORDER' } });
}

/** A report that is not in the trash. Errors: NOT_FOUND. */
export function liveReport(ctx: Pick<Ctx, 'db'>, id: number): ReportRecord {
  const row = repo.reportById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** A report that can be written in. Errors: NOT_FOUND, REPORT_CLOSED. */
export function openReport(ctx: Pick<Ctx, 'db'>, id: number): ReportRecord {
  const row = liveReport(ctx, id);
  if (row.closedAt !== null) throw new AppError('REPORT_CLOSED');
  return row;
}

export const frozenOf = (r: ReportRecord): Frozen | null =>
  r.frozen === null ? null : (JSON.parse(r.frozen) as Frozen);

export const factsOfReport = (ctx: Ctx, r: ReportRecord) => factsOf(ctx, { from: r.fromDate, asOf: r.asOf });

/** Parts as they read: of a closed report as they were. */
export function partsAsRead(ctx: Ctx, r: ReportRecord, facts = factsOfReport(ctx, r)): ReportPart[] {
  const frozen = frozenOf(r);
  return frozen ? frozen.parts : toParts(repo.partsOf(ctx.db, r.id), facts);
}
