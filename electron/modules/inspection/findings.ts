/** Findings (tồn tại, kiến nghị): whose they are, until when, and when they were mended. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { daysBetween } from '../../../shared/domain/dateMath';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './findingsRepository';
import { sessionById } from './sessionsRepository';
import { mover } from './trash';

type Row = OutputOf<'inspection.findings'>['rows'][number];

export const toRow = (row: repo.FindingRecord, today: string): Row => ({
  ...row,
  late:
    row.mendedOn === null && row.dueOn !== null && row.dueOn < today ? daysBetween(row.dueOn, today) : null,
});

function list(input: ParsedInputOf<'inspection.findings'>, ctx: Ctx): OutputOf<'inspection.findings'> {
  const { search, offset, limit, ...rest } = input;
  const today = ctx.today();
  const conditions = { ...rest, words: fold(search).split(' ').filter(Boolean), today };
  return {
    ...repo.findingTotals(ctx.db, conditions),
    rows: repo.listFindings(ctx.db, conditions, { offset, limit }).map((row) => toRow(row, today)),
  };
}

const fieldsOf = (r: repo.FindingRecord): repo.FindingFields => ({
  sessionId: r.sessionId,
  text: r.text,
  recommendation: r.recommendation,
  ownerMemberId: r.ownerMemberId,
  ownerUnitId: r.ownerUnitId,
  ownerName: r.ownerName,
  dueOn: r.dueOn,
  mendedOn: r.mendedOn,
  result: r.result,
});
/** The log names the member under the field by which people's own changes are found. */
const logged = (f: repo.FindingFields) => ({ ...f, memberId: f.ownerMemberId });

/** Errors: INSPECTION_OWNER for more than one owner, DATE_ORDER for a day before the session, INSPECTION_FUTURE. */
function refuseWrong(ctx: Ctx, fields: repo.FindingFields, heldOn: string): void {
  const owners = [fields.ownerMemberId, fields.ownerUnitId, fields.ownerName].filter((one) => one !== null);
  if (owners.length > 1) throw new AppError('INSPECTION_OWNER', { fields: { owner: 'INSPECTION_OWNER' } });
  for (const key of ['dueOn', 'mendedOn'] as const)
    if (fields[key] !== null && fields[key] < heldOn)
      throw new AppError('DATE_ORDER', { fields: { [key]: 'DATE_ORDER' } });
  if (fields.mendedOn !== null && fields.mendedOn > ctx.today())
    throw new AppError('INSPECTION_FUTURE', { fields: { mendedOn: 'INSPECTION_FUTURE' } });
}

function save(input: ParsedInputOf<'inspection.saveFinding'>, ctx: Ctx): OutputOf<'inspection.saveFinding'> {
  const { id, version, ...fields } = input;
  const session = sessionById(ctx.db, fields.sessionId);
  if (!session || session.deletedAt !== null) throw new AppError('NOT_FOUND');
  refuseWrong(ctx, fields, session.heldOn);
  const written = {
    ...fields,
    searchKey: fold(
      [fields.text, fields.recommendation, fields.ownerName, session.title].filter(Boolean).join(' '),
    ),
  };
  if (id === null) {
    const made = repo.insertFinding(ctx.db, { ...written, uid: uuid() }, ctx.now());
    recordChange(ctx, {
      entity: 'inspection_finding',
      entityId: made,
      action: 'create',
      after: logged(fields),
    });
    ctx.undo('inspection.trashFindings', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = repo.findingById(ctx.db, id);
  if (!row || row.sessionId !== fields.sessionId) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!repo.updateFinding(ctx.db, { ...written, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = fieldsOf(row);
  recordChange(ctx, {
    entity: 'inspection_finding',
    entityId: id,
    action: 'update',
    before: logged(before),
    after: logged(fields),
  });
  ctx.undo('inspection.saveFinding', { id, version: held + 1, ...before });
  return { id, version: held + 1 };
}

const findings = mover('inspection_finding', 'Findings', repo.setFindingDeleted);

export const findingHandlers = {
  'inspection.findings': list,
  'inspection.saveFinding': save,
  'inspection.trashFindings': findings.trash,
  'inspection.restoreFindings': findings.restore,
};
