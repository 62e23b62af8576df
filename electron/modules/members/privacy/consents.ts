/**
 * What members were told about each purpose of their data, and who agreed. Promise: after somebody withdrew, what the
 * consent was about is shown nowhere but in their own record, and a request with its clock says that it is to be deleted.
 */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../../shared/contract/errors';
import type { memberConsent } from '../../../../shared/contract/memberConsent';
import {
  asksByDefault,
  groupOfPurpose,
  PURPOSE_NAMES,
  PURPOSES,
  type Purpose,
} from '../../../../shared/domain/consent';
import { addYears } from '../../../../shared/domain/dateMath';
import { fold } from '../../../../shared/text/fold';
import { recordChange } from '../../../db/audit';
import { consentSheet } from '../../../documents/papers/consentSheet';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { paperBase } from '../papers/lists';
import { setRequestsDeleted, writeRequest } from '../papers/requests';
import { memberById } from '../repository';
import * as repo from './consentRepository';
import { groupsOn } from './repository';

type Output = OutputOf<'members.purposes'>['rows'][number];

function purposeOf(
  ctx: Pick<Ctx, 'db'>,
  purpose: Purpose,
): Omit<repo.PurposeRow, 'asks'> & { asks: boolean } {
  const row = repo.purposeRows(ctx.db).find((one) => one.purpose === purpose);
  if (row) return { ...row, asks: row.asks === 1 };
  return {
    purpose,
    told: null,
    toldOn: null,
    toldHow: null,
    years: null,
    version: 0,
    asks: asksByDefault(purpose),
  };
}

function usedPurposes(ctx: Pick<Ctx, 'db'>): (purpose: Purpose) => boolean {
  const on = new Set<string>(groupsOn(ctx.db));
  return (purpose) => groupOfPurpose(purpose) === null || on.has(purpose);
}

function purposes(_input: unknown, ctx: Ctx): OutputOf<'members.purposes'> {
  const used = usedPurposes(ctx);
  const standings = new Map(repo.standings(ctx.db).map((one) => [one.purpose, one]));
  const active = repo.activeMembers(ctx.db);
  return {
    rows: PURPOSES.map((purpose): Output => {
      const row = purposeOf(ctx, purpose);
      const { given = 0, withdrawn = 0 } = standings.get(purpose) ?? {};
      return {
        ...row,
        used: used(purpose),
        given,
        withdrawn,
        lacking: row.asks ? active - given - withdrawn : 0,
        due: row.years === null ? 0 : repo.countDue(ctx.db, purpose, addYears(ctx.today(), -row.years)),
      };
    }),
  };
}

function savePurpose(input: ParsedInputOf<'members.savePurpose'>, ctx: Ctx): OutputOf<'members.savePurpose'> {
  const { version: _version, ...before } = purposeOf(ctx, input.purpose);
  if (!repo.savePurpose(ctx.db, { ...input, now: ctx.now() })) throw new AppError('VERSION_CONFLICT');
  const { version, ...after } = input;
  recordChange(ctx, { entity: 'data_purpose', entityId: null, action: 'update', before, after });
  ctx.undo('members.savePurpose', { ...before, version: version + 1 });
  return { version: version + 1 };
}

function consents(input: ParsedInputOf<'members.consents'>, ctx: Ctx): OutputOf<'members.consents'> {
  const used = usedPurposes(ctx);
  const held = new Map(repo.consentsOf(ctx.db, input.memberId).map((row) => [row.purpose, row]));
  return {
    rows: PURPOSES.map((purpose) => {
      const row = held.get(purpose);
      const { asks } = purposeOf(ctx, purpose);
      if (!row) return { purpose, asks, used: used(purpose), consent: null };
      const { id, version, givenOn, how, note, withdrawnOn } = row;
      return {
        purpose,
        asks,
        used: used(purpose),
        consent: { id, version, givenOn, how, note, withdrawnOn },
      };
    }),
  };
}

function lackingConsent(
  input: ParsedInputOf<'members.lackingConsent'>,
  ctx: Ctx,
): OutputOf<'members.lackingConsent'> {
  const { purpose, offset, limit } = input;
  const filter = { purpose, search: fold(input.search.trim()) };
  return {
    total: repo.countLacking(ctx.db, filter),
    rows: repo.lacking(ctx.db, { ...filter, offset, limit }),
  };
}

function refuseFuture(ctx: Ctx, field: string, day: string): void {
  if (day > ctx.today()) throw new AppError('DATE_ORDER', { fields: { [field]: 'DATE_ORDER' } });
}

function giveConsent(input: ParsedInputOf<'members.giveConsent'>, ctx: Ctx): OutputOf<'members.giveConsent'> {
  const { purpose, givenOn, how, note } = input;
  refuseFuture(ctx, 'givenOn', givenOn);
  const made: number[] = [];
  for (const memberId of new Set(input.ids)) {
    if (!memberById(ctx.db, memberId)) throw new AppError('NOT_FOUND');
    const inForce = repo
      .consentsOf(ctx.db, memberId)
      .some((row) => row.purpose === purpose && row.withdrawnOn === null);
    if (inForce) continue;
    const row = { memberId, purpose, givenOn, how, note };
    const id = repo.insertConsent(ctx.db, { ...row, uid: uuid(), now: ctx.now() });
    recordChange(ctx, { entity: 'member_consent', entityId: id, action: 'create', after: row });
    made.push(id);
  }
  if (made.length > 0) ctx.undo('members.trashConsents', { ids: made });
  return { count: made.length };
}

const live = (ctx: Ctx, id: number): repo.ConsentRow => {
  const row = repo.consentById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
};

function withdrawConsent(
  input: ParsedInputOf<'members.withdrawConsent'>,
  ctx: Ctx,
): OutputOf<'members.withdrawConsent'> {
  const { id, version, withdrawnOn, note } = input;
  const row = live(ctx, id);
  if (row.withdrawnOn !== null) throw new AppError('VERSION_CONFLICT');
  refuseFuture(ctx, 'withdrawnOn', withdrawnOn);
  if (withdrawnOn < row.givenOn) throw new AppError('DATE_ORDER', { fields: { withdrawnOn: 'DATE_ORDER' } });
  const { memberId, purpose } = row;
  const requestId = writeRequest(ctx, {
    memberId,
    kind: 'withdraw',
    askedBy: memberById(ctx.db, memberId)?.full_name ?? '',
    askedOn: withdrawnOn,
    thirdParty: false,
    extraDays: 0,
    repliedOn: null,
    answeredOn: null,
    answerNo: null,
    answer: null,
    note: [PURPOSE_NAMES[purpose], note].filter(Boolean).join('. '),
  });
  const saved = { id, version, withdrawnOn, requestId, now: ctx.now() };
  if (!repo.setWithdrawn(ctx.db, saved)) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: 'member_consent',
    entityId: id,
    action: 'update',
    before: { memberId, purpose, withdrawnOn: null },
    after: { memberId, purpose, withdrawnOn },
  });
  ctx.undo('members.renewConsent', { id, version: version + 1 });
  return { id, version: version + 1, requestId };
}

function renewConsent(
  input: ParsedInputOf<'members.renewConsent'>,
  ctx: Ctx,
): OutputOf<'members.renewConsent'> {
  const { id, version } = input;
  const { memberId, purpose, withdrawnOn, requestId } = live(ctx, id);
  const saved = { id, version, withdrawnOn: null, requestId: null, now: ctx.now() };
  if (withdrawnOn === null || !repo.setWithdrawn(ctx.db, saved)) throw new AppError('VERSION_CONFLICT');
  if (requestId !== null) setRequestsDeleted(ctx, [requestId]);
  recordChange(ctx, {
    entity: 'member_consent',
    entityId: id,
    action: 'update',
    before: { memberId, purpose, withdrawnOn },
    after: { memberId, purpose, withdrawnOn: null },
  });
  return { id, version: version + 1 };
}

function setDeleted(ctx: Ctx, id: number, at: string | null): boolean {
  const row = repo.consentById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  const { memberId, purpose, givenOn } = row;
  const others = repo.consentsOf(ctx.db, memberId);
  const taken = others.some((one) => one.purpose === purpose && one.withdrawnOn === null);
  if (at === null && row.withdrawnOn === null && taken) return false;
  if (!repo.setConsentDeleted(ctx.db, id, at)) return false;
  recordChange(ctx, {
    entity: 'member_consent',
    entityId: id,
    action: at === null ? 'restore' : 'trash',
    before: { memberId, purpose, givenOn },
  });
  return true;
}

function trashConsents(
  input: ParsedInputOf<'members.trashConsents'>,
  ctx: Ctx,
): OutputOf<'members.trashConsents'> {
  for (const id of input.ids) if (!setDeleted(ctx, id, ctx.now())) throw new AppError('NOT_FOUND');
  ctx.undo('members.restoreConsents', { ids: input.ids });
  return { count: input.ids.length };
}

function restoreConsents(
  input: ParsedInputOf<'members.restoreConsents'>,
  ctx: Ctx,
): OutputOf<'members.restoreConsents'> {
  const restored = input.ids.filter((id) => setDeleted(ctx, id, null));
  if (restored.length > 0) ctx.undo('members.trashConsents', { ids: restored });
  return { count: restored.length };
}

const MOST_LINES = 5000;

async function sheet(
  input: ParsedInputOf<'members.consentSheet'>,
  ctx: Ctx,
): Promise<OutputOf<'members.consentSheet'>> {
  const { purpose } = input;
  const people = repo.lacking(ctx.db, { purpose, search: '', offset: 0, limit: MOST_LINES }, 'department');
  if (people.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const { told } = purposeOf(ctx, purpose);
  const paper = consentSheet({
    ...paperBase(ctx, ctx.today()),
    purpose: PURPOSE_NAMES[purpose],
    told,
    people,
  });
  const bytes = await ctx.jobs.run<Uint8Array>(
    'drawPaper',
    { paper, format: 'pdf' },
    { signal: ctx.job?.signal },
  );
  return ctx.files.put(`Danh sách ký đồng ý ${ctx.today()}.pdf`, 'application/pdf', bytes);
}

export const consentHandlers: Pick<HandlersOf<'members'>, keyof typeof memberConsent> = {
  'members.purposes': purposes,
  'members.savePurpose': savePurpose,
  'members.consents': consents,
  'members.lackingConsent': lackingConsent,
  'members.giveConsent': giveConsent,
  'members.withdrawConsent': withdrawConsent,
  'members.renewConsent': renewConsent,
  'members.trashConsents': trashConsents,
  'members.restoreConsents': restoreConsents,
  'members.consentSheet': sheet,
};
