/** Certificates of attendance: a number for each who came, kept with the name and post of the course's day. */
import { AppError } from '../../../../shared/contract/errors';
import { honorificOf } from '../../../../shared/domain/awards';
import { certificateNumber } from '../../../../shared/domain/training';
import { recordChange } from '../../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { profileOn } from '../../organisation/service';
import { liveEvent } from '../attendance/list';
import { listDepartments } from '../attendance/repository';
import { cameTo, postsThatDay } from './record';
import * as repo from './repository';

type Row = OutputOf<'training.certificates'>['rows'][number];

export const numberOf = (row: Pick<repo.CertificateRecord, 'number' | 'year' | 'symbol'>): string =>
  certificateNumber(row.number, row.year, row.symbol);

const symbolOn = (ctx: Ctx, day: string) => profileOn(ctx, day)?.symbol ?? 'CĐCS';

function certificates(
  input: ParsedInputOf<'training.certificates'>,
  ctx: Ctx,
): OutputOf<'training.certificates'> {
  const event = liveEvent(ctx, input.eventId);
  const people = cameTo(ctx, event);
  const departments = new Map(
    (event.list_id === null ? [] : listDepartments(ctx.db, event.list_id)).map((one) => [
      one.departmentId,
      one.name,
    ]),
  );
  const given = new Map(repo.certificatesOf(ctx.db, event.id).map((row) => [row.memberId, row]));
  const view = (row: repo.CertificateRecord | undefined): Row['certificate'] =>
    row === undefined
      ? null
      : {
          id: row.id,
          version: row.version,
          number: numberOf(row),
          issuedOn: row.issuedOn,
          name: row.name,
          post: row.post,
          result: row.result,
          printedAt: row.printedAt,
        };
  const rows = people.map((person): Row => {
    const { memberId, fullName, givenName, departmentId } = person;
    const row = given.get(memberId);
    given.delete(memberId);
    const department = departments.get(departmentId) ?? null;
    return { memberId, fullName, givenName, department, certificate: view(row), left: false };
  });
  const issued = rows.filter((row) => row.certificate !== null).length + given.size;
  for (const row of given.values())
    rows.push({
      memberId: row.memberId,
      fullName: row.name,
      givenName: row.name.split(' ').at(-1) ?? row.name,
      department: null,
      certificate: view(row),
      left: true,
    });
  const today = ctx.today();
  const year = Number(today.slice(0, 4));
  const next = { number: repo.lastNumber(ctx.db, year) + 1, year, symbol: symbolOn(ctx, today) };
  return { rows, came: people.length, issued, next: numberOf(next) };
}

function issue(input: ParsedInputOf<'training.issue'>, ctx: Ctx): OutputOf<'training.issue'> {
  const event = liveEvent(ctx, input.eventId);
  if (input.issuedOn < event.first_day)
    throw new AppError('DATE_ORDER', { fields: { issuedOn: 'DATE_ORDER' } });
  const wanted = new Set(input.memberIds);
  const have = new Set(repo.certificatesOf(ctx.db, event.id).map((row) => row.memberId));
  const people = cameTo(ctx, event).filter(
    ({ memberId }) => !have.has(memberId) && (wanted.size === 0 || wanted.has(memberId)),
  );
  if (people.length === 0) throw new AppError('NOBODY_CAME');
  const memberIds = people.map((person) => person.memberId);
  const posts = postsThatDay(ctx, memberIds, event.last_day);
  const facts = new Map(
    repo.peopleThatDay(ctx.db, memberIds, event.last_day).map((one) => [one.memberId, one]),
  );
  const year = Number(input.issuedOn.slice(0, 4));
  const symbol = symbolOn(ctx, input.issuedOn);
  const first = repo.lastNumber(ctx.db, year) + 1;
  const ids = people.map(({ memberId, fullName }, at) => {
    const row = {
      eventId: event.id,
      memberId,
      year,
      number: first + at,
      symbol,
      issuedOn: input.issuedOn,
      honorific: honorificOf(facts.get(memberId)?.gender ?? null),
      name: fullName,
      post: posts.get(memberId) ?? null,
      result: input.result,
    };
    const id = repo.insertCertificate(ctx.db, row, ctx.now());
    recordChange(ctx, { entity: 'training_certificate', entityId: id, action: 'create', after: row });
    return id;
  });
  ctx.undo('training.trashCertificates', { ids });
  const number = (n: number) => numberOf({ number: n, year, symbol });
  return { count: ids.length, first: number(first), last: number(first + ids.length - 1) };
}

function trash(
  input: ParsedInputOf<'training.trashCertificates'>,
  ctx: Ctx,
): OutputOf<'training.trashCertificates'> {
  for (const id of input.ids) {
    const before = repo.certificateById(ctx.db, id);
    if (!before || !repo.setCertificateDeleted(ctx.db, id, ctx.now())) throw new AppError('NOT_FOUND');
    recordChange(ctx, { entity: 'training_certificate', entityId: id, action: 'trash', before });
  }
  ctx.undo('training.restoreCertificates', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(
  input: ParsedInputOf<'training.restoreCertificates'>,
  ctx: Ctx,
): OutputOf<'training.restoreCertificates'> {
  let count = 0;
  for (const id of input.ids) {
    const row = repo.certificateById(ctx.db, id);
    if (!row || row.deletedAt === null) continue;
    const other = repo.certificatesOf(ctx.db, row.eventId).find((one) => one.memberId === row.memberId);
    if (other) throw new AppError('DUPLICATE', { details: { name: numberOf(other) } });
    repo.setCertificateDeleted(ctx.db, id, null);
    recordChange(ctx, { entity: 'training_certificate', entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('training.trashCertificates', { ids: input.ids });
  return { count };
}

export const certificateHandlers = {
  'training.certificates': certificates,
  'training.issue': issue,
  'training.trashCertificates': trash,
  'training.restoreCertificates': restore,
};
