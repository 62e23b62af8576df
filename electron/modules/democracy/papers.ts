/** Papers of workplace democracy: minutes of a dialogue, and lists. */
import { AppError } from '../../../shared/contract/errors';
import { formatDate } from '../../../shared/domain/dates';
import { recordChange } from '../../db/audit';
import { type DialogueMinutes, dialogueMinutesPaper } from '../../documents/papers/dialogueMinutes';
import type { MoneyListData } from '../../documents/papers/duesLists';
import { XLSX_MIME } from '../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import type { DrawnPaper } from '../../jobs/drawPaper';
import type { DuesPaper } from '../../jobs/duesPapers';
import { WORD_MIME } from '../files/service';
import { opinionsOfDialogue } from '../opinions/service';
import { chairSigner } from '../organisation/committees/service';
import { profileOn } from '../organisation/service';
import { liveDialogue } from './dialogues';
import { DIALOGUE_WORDS, LISTS, OF_SPAN } from './lists';

const safeName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '-').slice(0, 120);
const running = (ctx: Ctx) => ({ signal: ctx.job?.signal, progress: ctx.job?.progress });

function unitOn(ctx: Ctx, day: string): MoneyListData['unit'] {
  const profile = profileOn(ctx, day);
  return {
    upperBody: profile?.upperName ?? null,
    body: profile?.name ?? '',
    national: true,
    place: profile?.place ?? null,
  };
}

/** What the minutes hold; who gave an opinion is not in them. */
export function minutesData(id: number, ctx: Ctx): DialogueMinutes {
  const row = liveDialogue(ctx, id);
  const opinions = opinionsOfDialogue(ctx, id);
  return {
    unit: unitOn(ctx, row.onDate),
    kind: DIALOGUE_WORDS[row.kind],
    title: row.title,
    day: row.onDate,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place: row.place,
    askedBy: row.askedBy,
    employer: { lead: row.employerLead, people: row.employerPeople, count: row.employerCount },
    worker: { lead: row.workerLead, people: row.workerPeople, count: row.workerCount },
    secretary: row.secretary,
    content: row.content,
    opinions: opinions.map(({ text, topic, answer, sentTo }) => ({
      text,
      topic,
      answer: answer ?? (sentTo === null ? null : `Chuyển ${sentTo}`),
    })),
    conclusions: row.conclusions,
    openPoints: row.openPoints,
  };
}

async function minutes(
  { id, format }: ParsedInputOf<'democracy.minutes'>,
  ctx: Ctx,
): Promise<OutputOf<'democracy.minutes'>> {
  const data = minutesData(id, ctx);
  const input: DrawnPaper = { paper: dialogueMinutesPaper(data), format };
  const bytes = await ctx.jobs.run<Uint8Array>('drawPaper', input, running(ctx));
  ctx.write(() => recordChange(ctx, { entity: 'dialogue', entityId: id, action: 'print' }));
  const mime = format === 'docx' ? WORD_MIME : 'application/pdf';
  return ctx.files.put(`${safeName(`Biên bản đối thoại ${data.day} ${data.title}`)}.${format}`, mime, bytes);
}

export function paperData(input: ParsedInputOf<'democracy.paper'>, ctx: Ctx): MoneyListData {
  const { list, from, to } = input;
  if (to < from) throw new AppError('DATE_ORDER', { fields: { to: 'DATE_ORDER' } });
  const { title, sheetName, columns, rows, remarks } = LISTS[list](ctx, { from, to });
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const day = ctx.today();
  const unit = unitOn(ctx, day);
  return {
    unit: { ...unit, body: profileOn(ctx, day)?.shortName || unit.body },
    title,
    subject: OF_SPAN.includes(list) ? `Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}` : null,
    note: null,
    orientation: 'landscape',
    size: 11,
    columns,
    groups: [{ name: null, rows }],
    total: null,
    inWords: null,
    remarks,
    signers: {
      left: { authority: ['Người lập'], name: null },
      right: chairSigner(ctx, day),
    },
    date: day,
    sheetName,
  };
}

async function paper(
  input: ParsedInputOf<'democracy.paper'>,
  ctx: Ctx,
): Promise<OutputOf<'democracy.paper'>> {
  const data = paperData(input, ctx);
  const drawn: DuesPaper = { data, format: input.format };
  const bytes = await ctx.jobs.run<Uint8Array>('duesPapers', drawn, running(ctx));
  const mime = input.format === 'xlsx' ? XLSX_MIME : 'application/pdf';
  return ctx.files.put(`${safeName(data.title)}.${input.format}`, mime, bytes);
}

export const paperHandlers = { 'democracy.minutes': minutes, 'democracy.paper': paper };
