/** The list of events as a paper and a workbook: what was taught, how many took part, the rate, by quarter. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate, formatRange } from '../../../shared/domain/dates';
import { participationRate, participationText } from '../../../shared/domain/eventFigures';
import { eventKind } from '../../../shared/domain/eventKinds';
import type { EventLine, EventListData } from '../../documents/papers/eventList';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { chairSigner } from '../organisation/committees/service';
import { paperUnit, profileOn } from '../organisation/service';
import { toConditions } from './conditions';
import { LEVELS } from './contests/papers';
import { figureOf, wordingOf } from './record';
import * as repo from './repository';
import { topicsOf } from './training/repository';

type Input = ParsedInputOf<'events.listPaper'>;

const MOST = 5000;
const capital = (text: string): string => text.replace(/^./, (first) => first.toLocaleUpperCase('vi'));

function lineOf(ctx: Ctx, event: repo.ListedEvent): EventLine {
  const figure = figureOf(event);
  return {
    days: formatRange(event.starts_on, event.ends_on),
    name: event.name,
    kind: eventKind(event.kind).name,
    organiser: event.organiser_name ?? (event.organiser_level && capital(LEVELS[event.organiser_level])),
    topics: topicsOf(ctx.db, event.id).map(({ name }) => name),
    figure: figure ? participationText(figure) : wordingOf(event),
    rate: figure && participationRate(figure),
    turns: figure?.value ?? null,
    quarter: event.starts_on.length > 4 ? Math.ceil(Number(event.first_day.slice(5, 7)) / 3) : null,
  };
}

/** "Năm 2023", "Từ ngày 01/01/2024 đến ngày 30/06/2024". */
function periodOf({ year, from, to }: Input): string | null {
  if (from === null && to === null) return year === null ? null : `Năm ${year}`;
  return capital(
    [from && `từ ngày ${formatDate(from)}`, to && `đến ngày ${formatDate(to)}`].filter(Boolean).join(' '),
  );
}

/** What the paper holds. */
export function eventListData(input: Input, ctx: Ctx): EventListData {
  const conditions = toConditions(input);
  const events = repo.listEvents(ctx.db, conditions, {
    sort: 'date',
    descending: false,
    offset: 0,
    limit: MOST,
  });
  if (events.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const today = ctx.today();
  const profile = profileOn(ctx, today);
  const [only, ...others] = new Set(input.kinds);
  return {
    unit: paperUnit(profile),
    subject: only && others.length === 0 ? eventKind(only).name : null,
    period: periodOf(input),
    byQuarter: input.year !== null,
    rows: events.map((event) => lineOf(ctx, event)),
    signer: chairSigner(ctx, today),
    date: today,
  };
}

export async function listPaper(input: Input, ctx: Ctx): Promise<OutputOf<'events.listPaper'>> {
  const data = eventListData(input, ctx);
  const bytes = await ctx.jobs.run<Uint8Array>(
    'eventPapers',
    { paper: 'eventList', format: input.format, data },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const name = ['Danh sách hoạt động', data.subject, data.period?.replaceAll('/', '-')]
    .filter(Boolean)
    .join(' ');
  const mime = input.format === 'pdf' ? 'application/pdf' : XLSX_MIME;
  return ctx.files.put(`${name.slice(0, 110)}.${input.format}`, mime, bytes);
}
