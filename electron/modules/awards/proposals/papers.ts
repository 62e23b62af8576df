/** Papers of the award chain: Word from the template in use, PDF after the built-in one. */
import { AppError } from '../../../../shared/contract/errors';
import { ROUND_TEMPLATES as TEMPLATE_OF } from '../../../../shared/domain/proposals';
import { TEMPLATES, type WordData } from '../../../../shared/domain/wordTemplates';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { RoundPapersInput } from '../../../jobs/roundPapers';
import { commonWords, fillWord } from '../../files/service';
import { profileOn } from '../../organisation/service';
import { unitName } from '../movementsRepository';
import { liveMeeting } from './council';
import { listWords, minutesWords, reportWords, roundWords, submissionWords } from './paperData';
import { type ProposalRecord, proposalsOf } from './repository';
import { liveRound } from './rounds';
import type { RoundRecord } from './roundsRepository';

type Asked = ParsedInputOf<'proposals.paperPdf'>;

/** Those a paper is about: chosen ones, one department's, and once the council has met, those it approved. */
function meant(ctx: Ctx, round: RoundRecord, input: Asked): ProposalRecord[] {
  const all = proposalsOf(ctx.db, round.id);
  const chosen = all.filter(
    (row) =>
      (input.orgUnitId === null || row.fromUnitId === input.orgUnitId) &&
      (input.proposalIds.length === 0 || input.proposalIds.includes(row.id)),
  );
  const considered = input.paper === 'submission' && all.some((row) => row.result !== null);
  return considered ? chosen.filter((row) => row.result !== null && row.result !== 'refused') : chosen;
}

/** One set of fields for each copy of the paper. Errors: NOT_FOUND, NOTHING_TO_PRINT. */
function copiesOf(ctx: Ctx, input: Asked): WordData[] {
  const round = liveRound(ctx, input.roundId);
  const rows = meant(ctx, round, input);
  const words = roundWords(round, rows);
  if (input.paper === 'councilMinutes') {
    if (input.meetingId === null || liveMeeting(ctx, input.meetingId).roundId !== round.id)
      throw new AppError('NOT_FOUND');
    return [{ ...words, ...minutesWords(ctx, input.meetingId) }];
  }
  if (input.paper === 'personalReport' || input.paper === 'collectiveReport') {
    const collective = input.paper === 'collectiveReport';
    return rows
      .filter((row) => (row.kind === 'collective') === collective)
      .map((row) => ({ ...words, ...reportWords(ctx, round, row) }));
  }
  if (rows.length === 0) return [];
  if (input.paper === 'submission') return [{ ...words, ...submissionWords(ctx, round, rows) }];
  const from = input.orgUnitId === null ? '' : (unitName(ctx.db, input.orgUnitId) ?? '');
  return [{ ...words, ...listWords(ctx, round, rows), noi_dang_ky: from }];
}

function nameOf(ctx: Ctx, input: Asked, copies: readonly WordData[]): string {
  const { name } = TEMPLATES[TEMPLATE_OF[input.paper]];
  const [first] = copies;
  const whose =
    typeof first?.ten === 'string' && copies.length === 1 ? first.ten : liveRound(ctx, input.roundId).name;
  return `${name} ${whose}`
    .replace(/[\\/:*?"<>|\u00a0]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

async function paperDocx(input: Asked, ctx: Ctx): Promise<OutputOf<'proposals.paperDocx'>> {
  const copies = copiesOf(ctx, input);
  const [first] = copies;
  if (!first) throw new AppError('NOTHING_TO_PRINT');
  const name = nameOf(ctx, input, copies);
  return fillWord(ctx, TEMPLATE_OF[input.paper], copies.length === 1 ? first : copies, name);
}

async function paperPdf(input: Asked, ctx: Ctx): Promise<OutputOf<'proposals.paperPdf'>> {
  const copies = copiesOf(ctx, input);
  if (copies.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const template = TEMPLATE_OF[input.paper];
  const today = ctx.today();
  const profile = profileOn(ctx, today);
  const { symbol } = TEMPLATES[template];
  const common = commonWords(ctx, template);
  const job: RoundPapersInput = {
    template,
    copies: copies.map((copy) => ({ ...common, ...copy })),
    heading: {
      unit: {
        upperBody: profile?.upperName ?? null,
        body: profile?.name ?? '',
        national: true,
        place: profile?.place ?? null,
      },
      number: symbol === null ? null : `/${symbol}-${profile?.symbol ?? ''}`,
      date: today,
    },
  };
  const bytes = await ctx.jobs.run<Uint8Array>('roundPapers', job, {
    signal: ctx.job?.signal,
    progress: ctx.job?.progress,
  });
  return ctx.files.put(`${nameOf(ctx, input, copies)}.pdf`, 'application/pdf', bytes);
}

export const paperHandlers = { 'proposals.paperDocx': paperDocx, 'proposals.paperPdf': paperPdf };
