/** Results of a contest as PDF, Word and a workbook, drawn in a worker. */
import { AppError } from '../../../../shared/contract/errors';
import { PRIZE_RANKS, prizeName } from '../../../../shared/domain/contests';
import { formatRange } from '../../../../shared/domain/dates';
import { eventKind, type OrganiserLevel } from '../../../../shared/domain/eventKinds';
import { editionText } from '../../../../shared/domain/eventPlans';
import { amountInWords } from '../../../../shared/text/amountInWords';
import { formatDecimal } from '../../../../shared/text/numbers';
import type { ContestResultsData } from '../../../documents/papers/contestResults';
import { XLSX_MIME } from '../../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { chairSigner } from '../../organisation/committees/service';
import { paperUnit, profileOn } from '../../organisation/service';
import { liveEvent } from '../attendance/list';
import type { ListedEvent } from '../repository';
import { type ContestView, contestView } from './view';

/** Who organises, where no name is given. */
export const LEVELS: Record<OrganiserLevel, string> = {
  confederation: 'Tổng Liên đoàn Lao động Việt Nam',
  sector: 'công đoàn ngành',
  province: 'công đoàn cấp tỉnh',
  commune: 'công đoàn cấp xã',
  grassroots: 'công đoàn cơ sở',
  group: 'tổ công đoàn',
  employer: 'chuyên môn',
};
const MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: XLSX_MIME,
} as const;

type Entry = ContestView['entries'][number];

/** "8,75", "2–1", or both. */
const resultText = ({ hundredths, words }: Entry['results'][number]): string =>
  [hundredths === null ? null : formatDecimal(hundredths / 100, 2), words]
    .filter((part) => part !== null)
    .join(', ');

function lineOf(view: ContestView, entry: Entry): ContestResultsData['entries'][number] {
  const byRound = new Map(entry.results.map((result) => [result.round, resultText(result)]));
  const names = entry.people.map(({ name }) => name).join(', ');
  return {
    subject: entry.subject === null ? null : (view.fields.subjects[entry.subject] ?? null),
    name: entry.name,
    people: names,
    department: entry.department,
    results: view.fields.rounds.map((_, round) => byRound.get(round) ?? ''),
    prizes: entry.prizes.map((prize) => ({ name: prizeName(prize), money: prize.money })),
  };
}

/** What the paper holds. */
export function resultsData(ctx: Ctx, event: ListedEvent): ContestResultsData {
  const view = contestView(ctx, event);
  const said = view.edition && editionText(view.edition);
  if (view.entries.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const today = ctx.today();
  const profile = profileOn(ctx, today);
  const organiser = event.organiser_name ?? (event.organiser_level && LEVELS[event.organiser_level]);
  const prizes = view.entries
    .flatMap((entry) => entry.prizes.map((prize) => ({ entry, prize })))
    .sort((a, b) => PRIZE_RANKS.indexOf(a.prize.rank) - PRIZE_RANKS.indexOf(b.prize.rank));
  return {
    unit: paperUnit(profile),
    title: `Kết quả ${eventKind(event.kind).noun.toLocaleLowerCase('vi')}`,
    name: event.name,
    edition: said && !event.name.includes(said) ? said : null,
    line: [
      `Thời gian: ${formatRange(event.starts_on, event.ends_on)}`,
      organiser ? `Đơn vị tổ chức: ${organiser}` : null,
    ]
      .filter(Boolean)
      .join(' – '),
    rounds: view.fields.rounds.map((round) => round.name),
    entries: view.entries.map((entry) => lineOf(view, entry)),
    prizes: prizes.map(({ entry, prize }) => ({
      rank: prizeName(prize),
      subject: entry.subject === null ? null : (view.fields.subjects[entry.subject] ?? null),
      entry: entry.name,
      department: entry.department,
      money: prize.money,
    })),
    money: view.totals.money,
    moneyInWords: view.totals.money > 0 ? amountInWords(view.totals.money) : null,
    departments: view.departments.map((one) => ({ ...one, name: one.name ?? 'Liên khoa, phòng; chưa xếp' })),
    totals: view.totals,
    signer: chairSigner(ctx, today),
    date: today,
  };
}

async function paper(input: ParsedInputOf<'contests.paper'>, ctx: Ctx): Promise<OutputOf<'contests.paper'>> {
  const event = liveEvent(ctx, input.eventId);
  const data = resultsData(ctx, event);
  const bytes = await ctx.jobs.run<Uint8Array>(
    'eventPapers',
    { paper: 'contestResults', format: input.format, data },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const name = `${data.title} ${data.name}`.slice(0, 110);
  return ctx.files.put(`${name}.${input.format}`, MIMES[input.format], bytes);
}

export const contestHandlers = { 'contests.paper': paper };
