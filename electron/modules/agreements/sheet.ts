/** One agreement whole, as its page and its papers show it. */
import { AppError } from '../../../shared/contract/errors';
import { agreementYears, meanScore, seamOf } from '../../../shared/domain/agreements';
import { daysBetween } from '../../../shared/domain/dateMath';
import type { Ctx } from '../../ipc/context';
import * as deliveries from './deliveryRepository';
import {
  commitmentsIn,
  type Delivery,
  deliveredIn,
  deliveryRows,
  moneyOf,
  partiesOf,
  type Sheet,
  statedOf,
  toRow,
  worldOf,
} from './record';
import * as repo from './repository';
import { toScale } from './scales';
import * as work from './workRepository';

const neighbour = (row: repo.AgreementRecord, seam: ReturnType<typeof seamOf>) => ({
  id: row.id,
  title: row.title,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  seam,
});

function neighbours(ctx: Pick<Ctx, 'db'>, row: repo.AgreementRecord) {
  const before = row.predecessorId === null ? undefined : repo.agreementById(ctx.db, row.predecessorId);
  return {
    predecessor: before && before.deletedAt === null ? neighbour(before, seamOf(before, row)) : null,
    successors: repo.successorsOf(ctx.db, row.id).map((next) => neighbour(next, seamOf(row, next))),
  };
}

/** Years of the agreement, and any other that something was delivered in. */
function byYear(row: repo.AgreementRecord, lines: readonly Delivery[]): Sheet['byYear'] {
  const years = new Set([...agreementYears(row), ...lines.map((line) => Number(line.onDate.slice(0, 4)))]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const own = lines.filter((line) => line.onDate.startsWith(String(year)));
      return { year, delivered: deliveredIn(own), money: moneyOf(own) };
    });
}

/** How long problems took to solve, of those whose days are known in full. */
function problemsOf(ctx: Pick<Ctx, 'db'>, lines: readonly Delivery[]): Sheet['problems'] {
  const of = (entity: string) =>
    lines.flatMap((line) => (line.record?.entity === entity ? line.record.id : []));
  const rows = deliveries.problemsOf(ctx.db, { followUps: of('follow_up'), opinions: of('opinion') });
  const solved = rows.filter((one) => one.solvedOn !== null);
  const days = solved.flatMap(({ raisedOn, solvedOn }) =>
    raisedOn?.length === 10 ? daysBetween(raisedOn, solvedOn!) : [],
  );
  return { total: rows.length, solved: solved.length, meanDays: meanScore(days) };
}

/** Errors: NOT_FOUND. One in the trash is shown too. */
export function sheetOf(ctx: Pick<Ctx, 'db' | 'today'>, id: number): Sheet {
  const row = repo.agreementById(ctx.db, id);
  if (!row) throw new AppError('NOT_FOUND');
  const world = worldOf(ctx, [id]);
  const lines = deliveryRows(ctx, world.deliveries);
  const commitments = commitmentsIn(world, row, ctx.today());
  const scale = row.scaleId === null ? undefined : repo.scaleById(ctx.db, row.scaleId);
  return {
    agreement: {
      ...toRow(ctx, world, row),
      place: row.place,
      eventId: row.eventName === null ? null : row.eventId,
      eventName: row.eventName,
      predecessorId: row.predecessorId,
      scaleId: row.scaleId,
      note: row.note,
      summary: row.summary,
      proposals: row.proposals,
      ...statedOf(row, lines),
    },
    parties: partiesOf(ctx, id),
    ...neighbours(ctx, row),
    contents: world.contents.map((content) => {
      const own = lines.filter((line) => line.contentId === content.id);
      return {
        id: content.id,
        version: content.version,
        name: content.name,
        detail: content.detail,
        commitments: commitments.filter((one) => one.contentId === content.id),
        delivered: deliveredIn(own),
        money: moneyOf(own),
      };
    }),
    deliveries: lines,
    byYear: byYear(row, lines),
    problems: problemsOf(ctx, lines),
    scores: work.scoresOf(
      ctx.db,
      world.contents.map((content) => content.id),
    ),
    scale: scale ? toScale(scale) : null,
    deletedAt: row.deletedAt,
  };
}
