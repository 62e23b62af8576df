/** The sum-up paper of a movement, drawn in a worker. */
import { LEVEL_NAMES } from '../../../shared/domain/awards';
import { formatDate } from '../../../shared/domain/dates';
import type { MovementLine, MovementSumUpData } from '../../documents/papers/movementSumUp';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { drawAwardPaper } from './files';
import { decisionsOf, liveMovement } from './movementRecord';
import * as repo from './movementsRepository';

type Asked = ParsedInputOf<'movements.sumUpPdf'>;

function factsOf(m: repo.MovementRecord): string[] {
  const span =
    m.starts_on !== null && m.ends_on !== null
      ? `Thời gian thực hiện: từ ${formatDate(m.starts_on)} đến ${formatDate(m.ends_on)}.`
      : m.starts_on !== null
        ? `Thời gian thực hiện: từ ${formatDate(m.starts_on)}.`
        : null;
  const launched = [
    `Phát động: ${m.launched_by ?? LEVEL_NAMES[m.level]}`,
    m.launched_on === null
      ? null
      : `${m.launched_on.length === 10 ? 'ngày' : m.launched_on.length === 7 ? 'tháng' : 'năm'} ${formatDate(m.launched_on)}`,
    m.paper_no === null ? null : `văn bản số ${m.paper_no}`,
  ];
  return [
    `${launched.filter(Boolean).join(', ')}.`,
    ...(m.theme === null ? [] : [`Chủ đề: ${m.theme}${/[.!?”"]$/.test(m.theme) ? '' : '.'}`]),
    ...(span === null ? [] : [span]),
  ];
}

const lineOf = (e: repo.EntryRecord): MovementLine => ({
  name: e.name,
  department: e.department,
  undertakes: e.undertakes,
  achieved: e.achieved === null ? null : e.achieved === 1,
  figure: e.figure,
  figureUnit: e.figureUnit,
  rank: e.rank,
});

/** What the sum-up says. Errors: NOT_FOUND. */
export function sumUpData(ctx: Ctx, input: Asked): MovementSumUpData {
  const m = liveMovement(ctx, input.id);
  const entries = repo.entriesOf(ctx.db, m.id);
  const of = (kind: repo.EntryOwner['kind']) => entries.filter((one) => one.kind === kind);
  const achieved = (kind: repo.EntryOwner['kind']) => of(kind).filter((one) => one.achieved === 1).length;
  const today = ctx.today();
  const profile = profileOn(ctx, today);
  return {
    unit: paperUnit(profile),
    final: input.kind === 'final',
    name: m.name,
    facts: factsOf(m),
    registered: { people: m.people, units: m.units },
    achieved: { people: achieved('person'), units: achieved('unit') },
    units: of('unit').map(lineOf),
    people: of('person').map(lineOf),
    awards: decisionsOf(ctx, m.id)
      .filter((one) => one.status === 'issued')
      .map((one) => ({
        ...one,
        date: one.decidedOn === null ? null : formatDate(one.decidedOn),
        level: LEVEL_NAMES[one.level],
      })),
    signer: chairSigner(ctx, today),
    date: today,
  };
}

const named = (text: string): string => text.replace(/[\\/:*?"<>|]/g, '-').slice(0, 90);

function sumUp(input: Asked, format: 'pdf' | 'docx', ctx: Ctx): Promise<OutputOf<'movements.sumUpPdf'>> {
  const data = sumUpData(ctx, input);
  const name = `${data.final ? 'Tổng kết' : 'Sơ kết'} ${named(data.name)}`;
  return drawAwardPaper(ctx, { paper: 'movement', format, data }, format, name);
}

export const movementPaperHandlers = {
  'movements.sumUpPdf': async (input: Asked, ctx: Ctx) => sumUp(input, 'pdf', ctx),
  'movements.sumUpDocx': async (input: Asked, ctx: Ctx) => sumUp(input, 'docx', ctx),
};
