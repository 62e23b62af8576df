/** Targets by resolution: entered, corrected, read as they stand today. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { indicatorOf } from '../../../shared/domain/indicators';
import { reviewYearOf } from '../../../shared/domain/reviewPeriod';
import { TARGET_STATES, type TargetState } from '../../../shared/domain/targets';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { settingsOn } from '../settings/service';
import { movers } from './movers';
import { targetsPaper } from './papers';
import { type Fields, knownOf, readingOf, readTargets, toFields } from './readings';
import * as repo from './repository';
import { checkTerms, resolutionHandlers } from './resolutions';

type Asked = ParsedInputOf<'targets.save'>['values'];

function list(input: ParsedInputOf<'targets.list'>, ctx: Ctx): OutputOf<'targets.list'> {
  const words = fold(input.search).split(' ').filter(Boolean);
  const all = readTargets(ctx, input.year, input.resolutionId).filter((row) => {
    const key = fold(`${row.text} ${row.resolution}`);
    return words.every((word) => key.includes(word));
  });
  const counts = Object.fromEntries(
    TARGET_STATES.map((state) => [state, all.filter((row) => row.state === state).length]),
  ) as Record<TargetState, number>;
  const rows = input.state === null ? all : all.filter((row) => row.state === input.state);
  return { today: ctx.today(), total: rows.length, counts, rows };
}

function liveTarget(ctx: Ctx, id: number): repo.TargetRecord {
  const target = repo.targetById(ctx.db, id);
  if (!target || target.deletedAt !== null) throw new AppError('NOT_FOUND');
  return target;
}

const toAsked = (rows: readonly repo.AskedRecord[]): Asked =>
  rows.map(({ year, value, months }) => ({
    year: year === 0 ? null : year,
    value,
    months: months === null ? null : (JSON.parse(months) as number[]),
  }));

function get(input: ParsedInputOf<'targets.get'>, ctx: Ctx): OutputOf<'targets.get'> {
  const target = repo.targetById(ctx.db, input.id);
  if (!target) throw new AppError('NOT_FOUND');
  const known = knownOf(ctx, [target]);
  const years = Array.from({ length: target.toYear - target.fromYear + 1 }, (_, at) => target.fromYear + at);
  return {
    target: {
      ...{ id: target.id, version: target.version, resolution: target.resolution },
      ...toFields(target),
    },
    deletedAt: target.deletedAt,
    values: toAsked(known.asked),
    readings: [null, ...years].map((year) => readingOf(ctx, target, year, known)),
    actuals: known.actuals.map(({ deletedAt: _, ...row }) => row),
  };
}

/** Errors: TARGET_YEAR for years outside the term or told twice; TARGET_PERCENT for a share over 100 % or of a figure that is none. */
function refuse(fields: Fields, asked: Asked, resolution: repo.ResolutionRecord): void {
  const years = asked.map((row) => row.year);
  const outside = years.find(
    (year) => year !== null && (year < resolution.fromYear || year > resolution.toYear),
  );
  if (outside !== undefined || new Set(years).size < years.length)
    throw new AppError('TARGET_YEAR', {
      fields: { values: 'TARGET_YEAR' },
      details: { from: resolution.fromYear, to: resolution.toYear },
    });
  const rate = fields.indicator !== null && indicatorOf(fields.indicator).unit === 'percent';
  const wrongSource = fields.indicator !== null && rate !== fields.percent;
  if (wrongSource || (fields.percent && asked.some((row) => row.value > 100)))
    throw new AppError('TARGET_PERCENT', {
      fields: { [wrongSource ? 'indicator' : 'values']: 'TARGET_PERCENT' },
    });
}

function save(input: ParsedInputOf<'targets.save'>, ctx: Ctx): OutputOf<'targets.save'> {
  const { id, version, values, ...fields } = input;
  const resolution = repo.resolutionById(ctx.db, fields.resolutionId);
  if (!resolution || resolution.deletedAt !== null) throw new AppError('NOT_FOUND');
  refuse(fields, values, resolution);
  const columns = { ...fields, percent: fields.percent ? (1 as const) : (0 as const) };
  const stored = values.map((row) => ({
    year: row.year ?? 0,
    value: row.value,
    months: row.months === null ? null : JSON.stringify(row.months),
  }));
  if (id === null) {
    const made = repo.insertTarget(ctx.db, { ...columns, uid: uuid() }, ctx.now());
    repo.setAsked(ctx.db, made, stored);
    recordChange(ctx, { entity: 'target', entityId: made, action: 'create', after: { ...fields, values } });
    ctx.undo('targets.trash', { ids: [made] });
    return { id: made, version: 1 };
  }
  const before = liveTarget(ctx, id);
  const held = version ?? before.version;
  const old = { ...toFields(before), values: toAsked(repo.askedOf(ctx.db, [id])) };
  if (!repo.updateTarget(ctx.db, { ...columns, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  repo.setAsked(ctx.db, id, stored);
  recordChange(ctx, {
    ...{ entity: 'target', entityId: id, action: 'update' },
    before: old,
    after: { ...fields, values },
  });
  ctx.undo('targets.save', { ...old, id, version: held + 1 });
  return { id, version: held + 1 };
}

const actualFields = ({ targetId, onDay, value, part, whole, flag, source, note }: repo.ActualRecord) => ({
  ...{ targetId, onDay, value, part, whole, flag, source, note },
});

/** Errors: TARGET_PART for a part without its whole or larger than it, TARGET_FUTURE for a day still to come. */
function saveActual(input: ParsedInputOf<'targets.saveActual'>, ctx: Ctx): OutputOf<'targets.saveActual'> {
  const { id, version, ...given } = input;
  const target = liveTarget(ctx, given.targetId);
  const { part, whole } = given;
  if ((part === null) !== (whole === null) || (part !== null && part > whole!))
    throw new AppError('TARGET_PART', { fields: { part: 'TARGET_PART' } });
  if (given.onDay > ctx.today()) throw new AppError('TARGET_FUTURE', { fields: { onDay: 'TARGET_FUTURE' } });
  const share = target.percent === 1;
  const fields = share
    ? { ...given, value: part === null ? given.value : (part / whole!) * 100 }
    : { ...given, part: null, whole: null };
  if (id === null) {
    const made = repo.insertActual(ctx.db, { ...fields, uid: uuid() }, ctx.now());
    recordChange(ctx, { entity: 'target_actual', entityId: made, action: 'create', after: fields });
    ctx.undo('targets.trashActuals', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = repo.actualById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  const held = version ?? row.version;
  if (!repo.updateActual(ctx.db, { ...fields, id, version: held }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = actualFields(row);
  recordChange(ctx, { entity: 'target_actual', entityId: id, action: 'update', before, after: fields });
  ctx.undo('targets.saveActual', { ...before, id, version: held + 1 });
  return { id, version: held + 1 };
}

/** Targets of the running year that do not keep pace, or passed what they may not. */
export function targetsBehind(ctx: Ctx): number {
  const today = ctx.today();
  const years = {
    calendar: Number(today.slice(0, 4)),
    union: reviewYearOf(today, settingsOn(ctx, today).unionYearStart),
  };
  return [...new Set(Object.values(years))]
    .flatMap((year) => readTargets(ctx, year).filter((row) => years[row.period] === year))
    .filter((row) => row.state === 'behind' || row.state === 'missed').length;
}

const targetMovers = movers('target', ['targets.trash', 'targets.restore'], (ctx, id) =>
  toFields(liveTarget(ctx, id)),
);
const actualMovers = movers(
  'target_actual',
  ['targets.trashActuals', 'targets.restoreActuals'],
  (ctx, id) => {
    const row = repo.actualById(ctx.db, id);
    if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
    return actualFields(row);
  },
);

export const targetsHandlers: HandlersOf<'targets'> = {
  'targets.list': list,
  'targets.get': get,
  'targets.save': save,
  'targets.trash': targetMovers.trash,
  'targets.restore': targetMovers.restore,
  'targets.saveActual': saveActual,
  'targets.trashActuals': actualMovers.trash,
  'targets.restoreActuals': actualMovers.restore,
  'targets.checkTerms': checkTerms,
  'targets.paper': targetsPaper,
  ...resolutionHandlers,
};
