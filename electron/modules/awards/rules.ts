/**
 * Rules of eligibility as rows, going past one by decision of somebody, and people not considered for a time. Nothing
 * here ever forbids a decision.
 */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { inForce, type Rule } from '../../../shared/domain/awardRules';
import { dateBounds } from '../../../shared/domain/dates';
import { recordChange } from '../../db/audit';
import { insertRecord } from '../../db/records';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { check, checkRound } from './rulesCheck';
import * as repo from './rulesRepository';
import { liveRow, type RowKind, restoreRows, saveRow, trashRows } from './rulesRows';

type RuleFields = Omit<ParsedInputOf<'awardRules.save'>, 'id' | 'version'>;
type HoldFields = Omit<ParsedInputOf<'awardRules.saveHold'>, 'id' | 'version'>;

function readRule(row: repo.RuleRecord): RuleFields {
  const list = <T>(text: string) => JSON.parse(text) as T[];
  return {
    kind: row.kind as RuleFields['kind'],
    name: row.name,
    nameEn: row.name_en,
    enabled: row.enabled === 1,
    threshold: row.threshold,
    yearEnd: row.year_end as RuleFields['yearEnd'],
    base: row.base as RuleFields['base'],
    needs: list(row.needs),
    forms: list(row.forms),
    levels: list(row.levels),
    recipients: list(row.recipients),
    source: row.source,
    mark: row.mark as RuleFields['mark'],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    note: row.note,
  };
}

const RULE: RowKind<RuleFields> = {
  table: 'award_rule',
  fields: [
    ...([
      'kind',
      'name',
      'nameEn',
      'enabled',
      'threshold',
      'yearEnd',
      'base',
      'needs',
      'forms',
      'levels',
    ] as const),
    ...(['recipients', 'source', 'mark', 'validFrom', 'validTo', 'note'] as const),
  ],
  read: readRule,
  write: (f) => ({
    ...f,
    enabled: f.enabled ? 1 : 0,
    needs: JSON.stringify(f.needs),
    forms: JSON.stringify(f.forms),
    levels: JSON.stringify(f.levels),
    recipients: JSON.stringify(f.recipients),
  }),
  save: 'awardRules.save',
  trash: 'awardRules.trash',
  restore: 'awardRules.restore',
};

const HOLD: RowKind<HoldFields> = {
  table: 'award_hold',
  fields: ['memberId', 'orgUnitId', 'fromOn', 'untilOn', 'reason'],
  read: (row: repo.HoldRecord) => ({
    memberId: row.member_id,
    orgUnitId: row.org_unit_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
    reason: row.reason,
  }),
  write: (f) => f,
  save: 'awardRules.saveHold',
  trash: 'awardRules.trashHolds',
  restore: 'awardRules.restoreHolds',
};

interface OverrideFields {
  ruleId: number;
  subjectUid: string;
  subjectName: string;
  reason: string;
  decidedBy: string;
  decidedOn: string;
}
const OVERRIDE: RowKind<OverrideFields> = {
  table: 'award_override',
  fields: ['ruleId', 'subjectUid', 'subjectName', 'reason', 'decidedBy', 'decidedOn'],
  read: (row: repo.OverrideRecord) => ({
    ruleId: row.rule_id,
    subjectUid: row.subject_uid,
    subjectName: row.subject_name,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
  }),
  write: (f) => ({ ...f }),
  save: 'awardRules.override',
  trash: 'awardRules.trashOverrides',
  restore: 'awardRules.restoreOverrides',
};

/** Live rules; `kind` and its parameters as the judge takes them. */
export const liveRules = (ctx: Pick<Ctx, 'db'>): (Rule & RuleFields)[] =>
  repo.rules(ctx.db).map((row) => ({ ...readRule(row), id: row.id }));

function list(_: ParsedInputOf<'awardRules.list'>, ctx: Ctx): OutputOf<'awardRules.list'> {
  return {
    rows: repo.rules(ctx.db).map((row) => {
      const fields = readRule(row);
      return { ...fields, id: row.id, version: row.version, inForce: inForce(fields, ctx.today()) };
    }),
  };
}

function save(input: ParsedInputOf<'awardRules.save'>, ctx: Ctx): OutputOf<'awardRules.save'> {
  const { validFrom, validTo } = input;
  if (validFrom !== null && validTo !== null && dateBounds(validTo).last < dateBounds(validFrom).first)
    throw new AppError('DATE_ORDER', { fields: { validTo: 'DATE_ORDER' } });
  return saveRow(ctx, RULE, input);
}

function override(input: ParsedInputOf<'awardRules.override'>, ctx: Ctx): OutputOf<'awardRules.override'> {
  liveRow(ctx, RULE, input.ruleId);
  const names = new Map(repo.subjectNames(ctx.db, input.subjects).map((row) => [row.uid, row.name]));
  const made = [...new Set(input.subjects)].map((subjectUid) => {
    const subjectName = names.get(subjectUid);
    if (subjectName === undefined) throw new AppError('NOT_FOUND', { fields: { subjects: 'NOT_FOUND' } });
    const fields: OverrideFields = {
      ...{ ruleId: input.ruleId, subjectUid, subjectName, reason: input.reason },
      ...{ decidedBy: input.decidedBy ?? ctx.user.name, decidedOn: ctx.today() },
    };
    const id = insertRecord(
      ctx.db,
      OVERRIDE.table,
      ['uid', ...OVERRIDE.fields],
      { uid: uuid(), ...fields },
      ctx.now(),
    );
    recordChange(ctx, { entity: OVERRIDE.table, entityId: id, action: 'create', after: fields });
    return id;
  });
  ctx.undo('awardRules.trashOverrides', { ids: made });
  return { count: made.length };
}

function holds(_: ParsedInputOf<'awardRules.holds'>, ctx: Ctx): OutputOf<'awardRules.holds'> {
  const today = ctx.today();
  return {
    rows: repo.holds(ctx.db).map((row) => ({
      ...{ ...HOLD.read(row as never), id: row.id, version: row.version },
      ...{ name: row.name, department: row.department },
      open: row.from_on <= today && (row.until_on ?? '9999') >= today,
    })),
  };
}

function saveHold(input: ParsedInputOf<'awardRules.saveHold'>, ctx: Ctx): OutputOf<'awardRules.saveHold'> {
  if ((input.memberId === null) === (input.orgUnitId === null))
    throw new AppError('INVALID_INPUT', { fields: { memberId: 'INVALID_INPUT' } });
  const there =
    input.memberId !== null
      ? repo.memberThere(ctx.db, input.memberId)
      : repo.unitThere(ctx.db, input.orgUnitId!);
  if (!there) throw new AppError('NOT_FOUND', { fields: { memberId: 'NOT_FOUND' } });
  if (input.untilOn !== null && input.untilOn < input.fromOn)
    throw new AppError('DATE_ORDER', { fields: { untilOn: 'DATE_ORDER' } });
  return saveRow(ctx, HOLD, input);
}

export { membersHeld } from './rulesRepository';

export const awardRulesHandlers: HandlersOf<'awardRules'> = {
  'awardRules.list': list,
  'awardRules.save': save,
  'awardRules.trash': trashRows(RULE),
  'awardRules.restore': restoreRows(RULE),
  'awardRules.check': (input, ctx) => check(ctx, input.decisionId, liveRules(ctx)),
  'awardRules.checkRound': (input, ctx) => checkRound(ctx, input.roundId, liveRules(ctx)),
  'awardRules.override': override,
  'awardRules.trashOverrides': trashRows(OVERRIDE),
  'awardRules.restoreOverrides': restoreRows(OVERRIDE),
  'awardRules.holds': holds,
  'awardRules.saveHold': saveHold,
  'awardRules.trashHolds': trashRows(HOLD),
  'awardRules.restoreHolds': restoreRows(HOLD),
};
