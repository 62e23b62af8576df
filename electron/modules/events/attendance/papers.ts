/** The people behind a rate on paper and as a workbook: each list complete, by department. */
import { AppError } from '../../../../shared/contract/errors';
import { formatDate } from '../../../../shared/domain/dates';
import { participationRate, participationText } from '../../../../shared/domain/eventFigures';
import { eventKind } from '../../../../shared/domain/eventKinds';
import type { ParticipantListData } from '../../../documents/papers/participantList';
import { XLSX_MIME } from '../../../documents/spreadsheets/workbook';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { chairSigner } from '../../organisation/committees/service';
import { paperUnit, profileOn } from '../../organisation/service';
import { figureOf } from '../record';
import type { ListedEvent } from '../repository';
import { liveEvent } from './list';
import { shownPeople } from './view';

type Input = ParsedInputOf<'events.participantsPaper'>;

const TITLES = {
  all: 'Danh sách',
  came: 'Danh sách tham gia',
  onList: 'Danh sách tham gia',
  absent: 'Danh sách không tham gia',
  outside: 'Danh sách tham gia ngoài danh sách triệu tập',
} as const;

/** "1.484/2.178 đoàn viên (68%); danh sách lập ngày 20/10/2024". */
function noteOf(event: ListedEvent): string | null {
  const figure = figureOf(event);
  if (!figure || event.count_value !== null) return null;
  const rate = participationRate(figure);
  const taken = figure.asOf && `danh sách lập ngày ${formatDate(figure.asOf)}`;
  return [`Tham gia ${participationText(figure)}${rate ? ` (${rate})` : ''}`, taken]
    .filter(Boolean)
    .join('; ');
}

export function participantListData(input: Input, ctx: Ctx): ParticipantListData {
  const event = liveEvent(ctx, input.id);
  const { people, departments } = shownPeople(ctx, event, input.show);
  if (people.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const today = ctx.today();
  const profile = profileOn(ctx, today);
  const groups = new Map<
    number,
    { name: string; people: ParticipantListData['groups'][number]['people'][number][] }
  >();
  for (const person of people) {
    const name = departments.get(person.departmentId)?.name ?? 'Chưa xếp khoa, phòng';
    const group = groups.get(person.departmentId) ?? { name, people: [] };
    group.people.push({
      name: person.fullName,
      born: person.birthDate?.slice(0, 4) ?? null,
      post: person.jobTitle,
      reason: person.reason,
    });
    groups.set(person.departmentId, group);
  }
  return {
    unit: paperUnit(profile),
    title: TITLES[input.show],
    subject: event.name || eventKind(event.kind).name,
    note: noteOf(event),
    reasons: input.show === 'absent' && people.some((person) => person.reason !== null),
    countWord: event.audience === 'invited' ? 'người' : 'đoàn viên',
    groups: [...groups.values()],
    signer: chairSigner(ctx, today),
    date: today,
  };
}

export async function participantsPaper(
  input: Input,
  ctx: Ctx,
): Promise<OutputOf<'events.participantsPaper'>> {
  const data = participantListData(input, ctx);
  const bytes = await ctx.jobs.run<Uint8Array>(
    'eventPapers',
    { paper: 'participantList', format: input.format, data },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  const name = `${data.title} ${data.subject}`.slice(0, 110);
  return ctx.files.put(
    `${name}.${input.format}`,
    input.format === 'xlsx' ? XLSX_MIME : 'application/pdf',
    bytes,
  );
}
