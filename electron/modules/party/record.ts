/** Files of Party development as they are counted, listed without names, and opened. */
import { AppError } from '../../../shared/contract/errors';
import { inOrder, type PartyStage, type Standing, standingOf } from '../../../shared/domain/party';
import type { Db } from '../../db/database';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import * as repo from './repository';

export interface PartyFile extends repo.FileRecord {
  steps: repo.StepRecord[];
  standing: Standing;
  /** Admitted on a day the member's own record does not have. */
  unwritten: boolean;
}

const admittedOn = (steps: readonly repo.StepRecord[]): string | null =>
  steps.find((step) => step.stage === 'admitted')?.onDate ?? null;

function whole(
  row: repo.FileRecord,
  steps: readonly repo.StepRecord[],
  months: ReadonlyMap<PartyStage, number | null>,
  today: string,
): PartyFile {
  const day = admittedOn(steps);
  return {
    ...row,
    steps: inOrder(steps),
    standing: standingOf({ steps, stoppedOn: row.stoppedOn }, months, today),
    unwritten: day !== null && (row.isParty !== 1 || row.partyDate !== day),
  };
}

const monthsOf = (db: Db) => new Map(repo.stages(db).map((stage) => [stage.code, stage.months]));

/** All live files, the latest first. */
export function filesOf(ctx: Pick<Ctx, 'db' | 'today'>): PartyFile[] {
  const months = monthsOf(ctx.db);
  const steps = new Map<number, repo.StepRecord[]>();
  for (const step of repo.allSteps(ctx.db)) steps.set(step.fileId, [...(steps.get(step.fileId) ?? []), step]);
  return repo
    .liveFiles(ctx.db)
    .flatMap((row) => (steps.has(row.id) ? [whole(row, steps.get(row.id)!, months, ctx.today())] : []));
}

/** Errors: NOT_FOUND for one in the trash too. */
export function liveFile(ctx: Pick<Ctx, 'db' | 'today'>, id: number): PartyFile {
  const row = repo.fileById(ctx.db, id);
  if (!row || row.deletedAt !== null) throw new AppError('NOT_FOUND');
  return whole(row, repo.stepsOf(ctx.db, id), monthsOf(ctx.db), ctx.today());
}

type Filter = Pick<ParsedInputOf<'party.list'>, 'check' | 'reached' | 'year'>;

export function matches(file: PartyFile, { check, reached, year }: Filter): boolean {
  const { state, late } = file.standing;
  if (check === 'overdue' && late === null) return false;
  if (check === 'unwritten' && !file.unwritten) return false;
  if ((check === 'open' || check === 'official' || check === 'stopped') && state !== check) return false;
  if (reached === null && year === null) return true;
  return file.steps.some(
    (step) =>
      (reached === null || step.stage === reached) &&
      (year === null || step.onDate.slice(0, 4) === String(year)),
  );
}

export const masked = (file: PartyFile): OutputOf<'party.list'>['rows'][number] => ({
  id: file.id,
  version: file.version,
  number: file.number,
  stage: file.standing.stage,
  since: Number(file.standing.since.slice(0, 4)),
  state: file.standing.state,
  next: file.standing.next,
  due: file.standing.due,
  late: file.standing.late,
  unwritten: file.unwritten,
});

export const opened = (file: PartyFile): OutputOf<'party.reveal'>['rows'][number] => ({
  id: file.id,
  version: file.version,
  memberId: file.memberId,
  fullName: file.fullName,
  givenName: file.givenName,
  birthDate: file.birthDate,
  department: file.department,
  stoppedOn: file.stoppedOn,
  stopReason: file.stopReason,
  steps: file.steps.map(({ fileId: _f, ...step }) => step),
});
