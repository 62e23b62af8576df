/**
 * Numbers of the register: one row for all outgoing papers of a year or one for each type, one for incoming papers.
 * A row has no gaps; a number that was given is never given again. Papers of other areas take theirs by `takeNumber`.
 */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import {
  type DocumentDirection,
  type DocumentLink,
  documentCode,
  nextSuffix,
  numberIn,
  numberText,
} from '../../../shared/domain/documents';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { signerOn } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { type DocumentFields, logged, refuseFields, toColumns, toFields } from './record';
import * as repo from './repository';
import { ruleOf, type TypeRecord, typeByCode, typeById } from './typesRepository';

type Reading = Pick<Ctx, 'db'>;
type Given = OutputOf<'documents.create'>;

export function liveType(ctx: Reading, id: number): TypeRecord {
  const type = typeById(ctx.db, id);
  if (!type || type.deletedAt !== null) throw new AppError('NOT_FOUND', { fields: { typeId: 'NOT_FOUND' } });
  return type;
}

/** The row of numbers a paper of a type and day belongs to. */
export function seriesOf(
  ctx: Reading,
  direction: DocumentDirection,
  type: Pick<TypeRecord, 'code'>,
  onDate: string,
): repo.Series {
  const year = Number(onDate.slice(0, 4));
  const own = direction === 'out' && ruleOf(ctx.db, year).perType === 1;
  return { direction, year, series: own ? type.code : '' };
}

/** A number as it stands on the paper; of an incoming one only the number of arrival. */
export function codeFor(
  ctx: Reading,
  series: repo.Series,
  type: Pick<TypeRecord, 'symbol'>,
  place: { number: number; suffix: string; onDate: string },
): string {
  const { number, suffix, onDate } = place;
  if (series.direction === 'in') return numberText(number, suffix);
  const unit = profileOn(ctx, onDate)?.symbol ?? 'CĐCS';
  const { pattern } = ruleOf(ctx.db, series.year);
  return documentCode(pattern, { number, suffix, type: type.symbol, unit, year: series.year });
}

interface Place {
  number: number;
  suffix: string;
}

/** The letter beside the last number of an earlier day. Errors: DOCUMENT_BETWEEN. */
function between(ctx: Reading, series: repo.Series, onDate: string): Place {
  const number = repo.numberBefore(ctx.db, { ...series, onDate });
  const allowed = series.direction === 'out' && ruleOf(ctx.db, series.year).insertions === 1;
  if (!allowed || number === null) throw new AppError('DOCUMENT_BETWEEN');
  const suffix = nextSuffix(repo.suffixesOf(ctx.db, { ...series, number }));
  if (suffix === null) throw new AppError('DOCUMENT_BETWEEN');
  return { number, suffix };
}

/** Errors: NUMBER_TAKEN, also by a void entry or one in the trash; DOCUMENT_GAP for one that leaves a hole. */
function placeFor(ctx: Reading, series: repo.Series, typed: number | null): Place {
  const { first, last } = repo.seriesState(ctx.db, series);
  const next = (last ?? 0) + 1;
  const number = typed ?? next;
  if (first !== null && number !== next && number !== first - 1) {
    const taken = repo.holderOf(ctx.db, { ...series, number }) !== undefined;
    const code = taken ? 'NUMBER_TAKEN' : 'DOCUMENT_GAP';
    throw new AppError(code, { fields: { number: code }, details: { next: numberText(next) } });
  }
  return { number, suffix: '' };
}

/** How a new paper gets its number. */
export interface Numbering {
  direction: DocumentDirection;
  number: number | null;
  between?: boolean;
  reserved?: boolean;
}

/** Enters a paper; the undo is the caller's: `documents.takeBack { ids }`. */
export function enterDocument(ctx: Ctx, fields: DocumentFields, how: Numbering): Given {
  const { direction, reserved = false } = how;
  refuseFields(fields, reserved);
  const type = liveType(ctx, fields.typeId);
  const series = seriesOf(ctx, direction, type, fields.onDate);
  const place = how.between ? between(ctx, series, fields.onDate) : placeFor(ctx, series, how.number);
  const code = codeFor(ctx, series, type, { ...place, onDate: fields.onDate });
  const row = toColumns(fields, { status: reserved ? 'reserved' : 'given', code });
  const id = repo.insertDocument(ctx.db, { ...row, ...series, ...place, uid: uuid() }, ctx.now());
  recordChange(ctx, {
    entity: 'document',
    entityId: id,
    action: 'create',
    after: { code, ...logged(fields) },
  });
  return { id, version: 1, ...place, code };
}

export interface Taking {
  /** Code of the type: 'decision', 'minutes', 'resolution' … */
  type: string;
  date: string;
  subject: string;
  link: { entity: DocumentLink; id: number; label: string };
  /** Typed by hand; null: the next one. */
  number?: number | null;
  signer?: string | null;
}

const BLANK = {
  party: null,
  theirNumber: null,
  theirDate: null,
  urgency: null,
  secrecy: null,
  deadline: null,
  memberId: null,
  personName: null,
  note: null,
} as const;

const numbered = (row: repo.DocumentRecord): Given => ({
  id: row.id,
  version: row.version,
  number: row.number!,
  suffix: row.suffix,
  code: row.code!,
});

/** What a record has in the register under a type; void entries are left out. */
export const takenBy = (
  ctx: Reading,
  type: string,
  link: { entity: DocumentLink; id: number },
): repo.DocumentRecord | undefined =>
  repo
    .documentsOf(ctx.db, link.entity, link.id)
    .find((row) => row.typeCode === type && row.direction === 'out' && row.status !== 'void');

/**
 * Gives a paper of another area its number in the register, one for each type and record; asked again it answers the
 * same. A number typed by hand that waits reserved, or stands without a record, becomes this paper's. Logs it; the undo
 * is the caller's: `documents.takeBack { ids }`. Errors: NUMBER_TAKEN, DOCUMENT_GAP, NOT_FOUND.
 */
export function takeNumber(ctx: Ctx, taking: Taking): Given {
  const { link, date, subject, number = null } = taking;
  const known = takenBy(ctx, taking.type, link);
  if (known && (number === null || known.number === number)) return numbered(known);
  const type = typeByCode(ctx.db, taking.type);
  if (!type) throw new AppError('NOT_FOUND', { fields: { typeCode: 'NOT_FOUND' } });
  const signer = taking.signer ?? signerOn(ctx, date).name;
  const fields: DocumentFields = { ...BLANK, typeId: type.id, onDate: date, subject, signer, link };
  const series = seriesOf(ctx, 'out', type, date);
  const holder = number === null ? undefined : repo.holderOf(ctx.db, { ...series, number });
  const given =
    holder && waitsFor(holder, taking.type)
      ? fulfil(ctx, holder, fields)
      : enterDocument(ctx, fields, { direction: 'out', number });
  if (known) voidDocument(ctx, known, `Thay bằng số ${given.code}`);
  return given;
}

/** Says that a number is not used. Errors: VERSION_CONFLICT. */
export function voidDocument(ctx: Ctx, row: repo.DocumentRecord, reason: string): void {
  const change = { id: row.id, version: row.version, status: 'void' as const, voidReason: reason };
  if (!repo.setVoid(ctx.db, { ...change, voidedAt: ctx.now() }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'document',
    entityId: row.id,
    action: 'update',
    before: { voidReason: row.voidReason },
    after: { voidReason: reason },
  });
}

/** A live entry of no record yet: a reserved number, or a paper of the same type. */
const waitsFor = (row: repo.DocumentRecord, type: string): boolean =>
  row.deletedAt === null &&
  row.linkId === null &&
  (row.status === 'reserved' || (row.status === 'given' && row.typeCode === type));

function fulfil(ctx: Ctx, row: repo.DocumentRecord, fields: DocumentFields): Given {
  const before = toFields(row);
  const type = liveType(ctx, fields.typeId);
  const place = { number: row.number!, suffix: row.suffix };
  const code = codeFor(ctx, row, type, { ...place, onDate: fields.onDate });
  const after = { ...before, ...fields, subject: row.subject ?? fields.subject, note: before.note };
  const columns = toColumns(after, { status: 'given', code });
  repo.updateDocument(ctx.db, { ...columns, id: row.id, version: row.version }, ctx.now());
  recordChange(ctx, {
    entity: 'document',
    entityId: row.id,
    action: 'update',
    before: logged(before),
    after: logged(after),
  });
  return { id: row.id, version: row.version + 1, ...place, code };
}

/** The next symbol of a type on a day; null while the row of that year has no number. */
export function nextCode(ctx: Reading, typeCode: string, onDate: string): string | null {
  const type = typeByCode(ctx.db, typeCode);
  if (!type) return null;
  const series = seriesOf(ctx, 'out', type, onDate);
  const { last } = repo.seriesState(ctx.db, series);
  return last === null ? null : codeFor(ctx, series, type, { number: last + 1, suffix: '', onDate });
}

/**
 * Whether a symbol typed elsewhere is the number of another paper: of another record, of another type, void or in the trash.
 */
export function takenElsewhere(
  ctx: Reading,
  typed: { type: string; code: string; onDate: string; link: { entity: DocumentLink; id: number } | null },
): boolean {
  const type = typeByCode(ctx.db, typed.type);
  const number = numberIn(typed.code);
  if (!type || number === null) return false;
  const series = seriesOf(ctx, 'out', type, typed.onDate);
  const holder = repo.holderOf(ctx.db, { ...series, number });
  if (!holder || waitsFor(holder, typed.type)) return false;
  return (
    holder.deletedAt !== null ||
    holder.status === 'void' ||
    typed.link === null ||
    holder.linkEntity !== typed.link.entity ||
    holder.linkId !== typed.link.id
  );
}

/**
 * Enters an issued paper under the number it was typed with, where the register of its year is in use and the number
 * fits; a number from before the register, or far ahead of it, is left as it is and null answered.
 */
export function enterTyped(ctx: Ctx, taking: Omit<Taking, 'number'> & { code: string }): Given | null {
  const type = typeByCode(ctx.db, taking.type);
  const number = numberIn(taking.code);
  if (!type || number === null) return null;
  const series = seriesOf(ctx, 'out', type, taking.date);
  const { last } = repo.seriesState(ctx.db, series);
  if (last === null) return null;
  const fits = number === last + 1 || repo.holderOf(ctx.db, { ...series, number }) !== undefined;
  return fits ? takeNumber(ctx, { ...taking, number }) : null;
}

export function next(input: ParsedInputOf<'documents.next'>, ctx: Ctx): OutputOf<'documents.next'> {
  const type =
    input.typeCode === null
      ? input.typeId !== null && liveType(ctx, input.typeId)
      : typeByCode(ctx.db, input.typeCode);
  if (!type) throw new AppError('NOT_FOUND');
  const { onDate, direction } = input;
  const series = seriesOf(ctx, direction, type, onDate);
  const { last, lastOn } = repo.seriesState(ctx.db, series);
  const number = (last ?? 0) + 1;
  const backDated = lastOn !== null && lastOn > onDate ? lastOn : null;
  const allowed = backDated !== null && direction === 'out' && ruleOf(ctx.db, series.year).insertions === 1;
  const earlier = allowed ? repo.numberBefore(ctx.db, { ...series, onDate }) : null;
  const letter =
    earlier === null ? null : nextSuffix(repo.suffixesOf(ctx.db, { ...series, number: earlier }));
  return {
    typeId: type.id,
    number,
    code: codeFor(ctx, series, type, { number, suffix: '', onDate }),
    first: last === null,
    backDated,
    between:
      letter === null ? null : codeFor(ctx, series, type, { number: earlier!, suffix: letter, onDate }),
    signer: direction === 'out' ? signerOn(ctx, onDate).name : null,
  };
}
