/** Documents as operations give and take them. */
import { AppError } from '../../../shared/contract/errors';
import { daysBetween } from '../../../shared/domain/dateMath';
import type { DocumentLink } from '../../../shared/domain/documents';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DocumentRecord, EditableDocument } from './repository';
import * as repo from './repository';

export type DocumentFields = Omit<ParsedInputOf<'documents.update'>, 'id' | 'version' | 'reserved'>;
type Row = OutputOf<'documents.get'>['document'];

export const toFields = (r: DocumentRecord): DocumentFields => ({
  typeId: r.typeId,
  onDate: r.onDate,
  subject: r.subject,
  party: r.party,
  theirNumber: r.theirNumber,
  theirDate: r.theirDate,
  signer: r.signer,
  urgency: r.urgency,
  secrecy: r.secrecy,
  deadline: r.deadline,
  memberId: r.memberId,
  personName: r.personName,
  link:
    r.linkEntity === null || r.linkId === null
      ? null
      : { entity: r.linkEntity as DocumentLink, id: r.linkId, label: r.linkLabel ?? '' },
  note: r.note,
});

/** What the change log keeps of a document: of its record only the name. */
export const logged = ({ link, ...fields }: DocumentFields) => ({ ...fields, link: link?.label ?? null });

/** Whether an answer is still waited for. */
const waits = (r: DocumentRecord): boolean =>
  r.deadline !== null && r.answeredOn === null && r.status !== 'void';

export const toRow = (r: DocumentRecord, today: string): Row => ({
  id: r.id,
  version: r.version,
  direction: r.direction,
  ...toFields(r),
  status: r.status,
  type: r.type,
  typeCode: r.typeCode,
  typeEn: r.typeEn,
  year: r.year,
  number: r.number,
  suffix: r.suffix,
  code: r.code,
  person: r.person,
  answeredById: r.answeredById,
  answeredBy: r.answeredBy,
  answeredOn: r.answeredOn,
  late: waits(r) && r.deadline! < today ? daysBetween(r.deadline!, today) : null,
  files: r.files,
  voidReason: r.voidReason,
});

/** Columns of a document; a member's own name is not kept beside the member. */
export function toColumns(
  fields: DocumentFields,
  more: { status: EditableDocument['status']; code: string },
): EditableDocument {
  const { link, ...f } = fields;
  const said = [more.code, f.subject, f.party, f.theirNumber, f.signer, f.note, link?.label];
  return {
    ...f,
    ...more,
    personName: f.memberId === null ? f.personName : null,
    linkEntity: link?.entity ?? null,
    linkId: link?.id ?? null,
    linkLabel: link?.label ?? null,
    searchKey: fold(said.filter(Boolean).join(' ')),
  };
}

/** A document that is not in the trash. Errors: NOT_FOUND. */
export function liveDocument(ctx: Pick<Ctx, 'db'>, id: number): DocumentRecord {
  const row = repo.documentById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** Errors: DOCUMENT_SUBJECT for a paper without one that is not only a kept number; DATE_ORDER for a deadline before its day. */
export function refuseFields(fields: DocumentFields, reserved: boolean): void {
  if (fields.subject === null && !reserved)
    throw new AppError('DOCUMENT_SUBJECT', { fields: { subject: 'DOCUMENT_SUBJECT' } });
  if (fields.deadline !== null && fields.deadline < fields.onDate)
    throw new AppError('DATE_ORDER', { fields: { deadline: 'DATE_ORDER' } });
}
