/** The guided year: what each month usually holds, what the year before did of it, and what this year has. */
import { AppError } from '../../../shared/contract/errors';
import { EVENT_KIND_CODES, type EventKindCode } from '../../../shared/domain/eventKinds';
import { OCCASION_CODES } from '../../../shared/domain/occasions';
import { planDue, STEP_PAGES } from '../../../shared/domain/plans';
import { recordChange } from '../../db/audit';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { itemsOf, notCopied } from './items';
import * as repo from './yearRepository';

type Year = OutputOf<'plans.unionYear'>;
type Step = Year['months'][number]['steps'][number];
type Fields = Omit<ParsedInputOf<'plans.saveStep'>, 'id' | 'version'>;

/** An event beside the month of a step stands for it when its quarter has none. */
const NEAR_MONTHS = 1;
const MOST_SHOWN = 2;

export const stepFields = ({
  month,
  name,
  nameEn,
  hint,
  hintEn,
  official,
  opens,
  what,
}: repo.StepRecord): Fields => ({
  ...{ month, name, nameEn, hint, hintEn, official: official === 1, opens, what },
});

const monthIn = (date: string | null): number | null =>
  date !== null && date.length >= 7 ? Number(date.slice(5, 7)) : null;

const quarterOf = (month: number): number => Math.ceil(month / 3);

/** Events of the step's kind in its quarter; where there are none, in the months beside it. */
function eventsOf(step: repo.StepRecord, rows: readonly repo.SeenRecord[]): repo.SeenRecord[] {
  const own = rows.filter((row) => row.entity === 'event' && row.what === step.what);
  const inQuarter = own.filter((row) => {
    const month = monthIn(row.date);
    return month !== null && quarterOf(month) === quarterOf(step.month);
  });
  if (inQuarter.length > 0) return inQuarter;
  return own.filter((row) => Math.abs((monthIn(row.date) ?? 0) - step.month) <= NEAR_MONTHS);
}

function rowsOf(step: repo.StepRecord, year: number, all: readonly repo.SeenRecord[]): repo.SeenRecord[] {
  const next = step.what === 'plans' && step.month === 12 ? 1 : 0;
  const rows = all.filter((row) => row.year === year + next);
  if (step.opens === 'event') return eventsOf(step, rows);
  if (step.opens === 'campaign')
    return rows.filter((row) => row.entity === 'welfare_campaign' && row.what === step.what);
  return rows.filter(
    (row) => row.entity !== 'event' && row.entity !== 'welfare_campaign' && row.what === step.what,
  );
}

/** What a year has of a step, the nearest to its month first. */
function seenOf(step: repo.StepRecord, year: number, all: readonly repo.SeenRecord[]): Step['last'] {
  const far = (row: repo.SeenRecord): number => Math.abs((monthIn(row.date) ?? step.month) - step.month);
  return rowsOf(step, year, all)
    .sort((a, b) => far(a) - far(b))
    .slice(0, MOST_SHOWN)
    .map(({ entity, id, label, date }) => ({ entity, id, label, date }));
}

export function unionYear(input: ParsedInputOf<'plans.unionYear'>, ctx: Ctx): Year {
  const { year } = input;
  const today = ctx.today();
  const all = repo.seenIn(ctx.db, year - 1, year);
  const steps = repo.steps(ctx.db);
  const plan = itemsOf(ctx, year);
  const left = notCopied(ctx.db, year - 1);
  return {
    today,
    months: Array.from({ length: 12 }, (_, at) => at + 1).map((month) => ({
      month,
      steps: steps
        .filter((step) => step.month === month)
        .map((step) => ({
          ...{ id: step.id, version: step.version, ...stepFields(step) },
          eventKind: step.opens === 'event' ? (step.what as EventKindCode) : null,
          last: seenOf(step, year - 1, all),
          now: seenOf(step, year, all),
        })),
      plan: plan
        .filter((item) => item.month === month)
        .map((item) => ({
          ...{ id: item.id, text: item.text, status: item.status },
          late: (item.status === 'todo' || item.status === 'doing') && planDue(item) < today,
        })),
      left: left.filter((item) => item.month === month).map(({ id, text }) => ({ id, text })),
    })),
  };
}

const KNOWN: Readonly<Record<Fields['opens'], readonly string[]>> = {
  event: EVENT_KIND_CODES,
  campaign: OCCASION_CODES,
  page: STEP_PAGES,
};

function liveStep(ctx: Ctx, id: number): repo.StepRecord {
  const row = repo.stepById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return row;
}

/** Errors: PLAN_STEP for something the program cannot open. */
export function saveStep(input: ParsedInputOf<'plans.saveStep'>, ctx: Ctx): OutputOf<'plans.saveStep'> {
  const { id, version, ...fields } = input;
  if (!KNOWN[fields.opens].includes(fields.what))
    throw new AppError('PLAN_STEP', { fields: { what: 'PLAN_STEP' } });
  const columns = { ...fields, official: fields.official ? (1 as const) : (0 as const) };
  if (id === null) {
    const made = repo.insertStep(ctx.db, columns);
    recordChange(ctx, { entity: 'year_step', entityId: made, action: 'create', after: fields });
    ctx.undo('plans.trashSteps', { ids: [made] });
    return { id: made, version: 1 };
  }
  const row = liveStep(ctx, id);
  const held = version ?? row.version;
  if (!repo.updateStep(ctx.db, { ...columns, id, version: held })) throw new AppError('VERSION_CONFLICT');
  const before = stepFields(row);
  recordChange(ctx, { entity: 'year_step', entityId: id, action: 'update', before, after: fields });
  ctx.undo('plans.saveStep', { ...before, id, version: held + 1 });
  return { id, version: held + 1 };
}

/** What a step said, for the log of its going. */
export const stepBefore = (ctx: Ctx, id: number): Fields => stepFields(liveStep(ctx, id));
