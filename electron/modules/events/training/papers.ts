/** Certificates of attendance and their annex as PDF, drawn in a worker. */
import { AppError } from '../../../../shared/contract/errors';
import { formatLongDate } from '../../../../shared/domain/dates';
import { sequenceText } from '../../../../shared/domain/eventFigures';
import type { LayoutRecord } from '../../../../shared/domain/layout';
import {
  certificatePost,
  courseDays,
  hoursText,
  sessionsText,
  sumTenths,
} from '../../../../shared/domain/training';
import { recordChange } from '../../../db/audit';
import type { TrainingAnnexData } from '../../../documents/papers/trainingAnnex';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import type { PrintCertificatesInput, PrintCertificatesOutput } from '../../../jobs/printCertificates';
import { codeSigner, signFacts } from '../../certificates/proof/service';
import { certificateSettings, imagesFor, officeRules, paperLayoutOf } from '../../certificates/service';
import { chairSigner, signerOn } from '../../organisation/committees/service';
import { paperUnit, profileOn } from '../../organisation/service';
import { liveEvent } from '../attendance/list';
import type { ListedEvent } from '../repository';
import { numberOf } from './certificates';
import { programme, type TrainingFields } from './record';
import * as repo from './repository';

/** What the signed code calls the paper. */
const FORM = 'Giấy chứng nhận tập huấn';
/** More topics than this stand in the annex alone. */
const MOST_TOPICS = 6;
/** Letters of the name of a file. */
const MOST_LETTERS = 100;

/** Cut at a word where it is too long for a file. */
const fileName = (name: string): string =>
  name.length <= MOST_LETTERS ? name : name.slice(0, MOST_LETTERS).replace(/\s+\S*$/, '');

const courseName = (event: ListedEvent, fields: TrainingFields) => fields.courseName ?? event.name;

/** "Ngày 23 tháng 11 năm 2023 · 01 buổi · 4 tiết" */
export function courseLine(event: ListedEvent, fields: TrainingFields): string {
  const tenths = sumTenths(fields.topics);
  return [
    courseDays(event.starts_on, event.ends_on),
    event.sessions === null ? null : sessionsText(event.sessions),
    tenths === null ? null : hoursText(tenths, fields.hourUnit),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const inAnnex = (topics: TrainingFields['topics']) => ({
  topicsL: `Chương trình gồm ${topics.length} chuyên đề, ghi ở phụ lục kèm theo.`,
  topicsR: '',
});
/** Between a post and the employer. */
const EMPLOYER = ' – ';
/** Items of the layout that hold the topics. */
const TOPIC_ITEMS = new Set(['topics.l', 'topics.r']);

/** Topics in two columns; long programmes are told to stand in the annex. */
function topicColumns(topics: TrainingFields['topics']): { topicsL: string; topicsR: string } {
  if (topics.length > MOST_TOPICS) return inAnnex(topics);
  const lines = topics.map((topic, at) => `${at + 1}. ${topic.name}`);
  const half = Math.ceil(lines.length / 2);
  return { topicsL: lines.slice(0, half).join('\n'), topicsR: lines.slice(half).join('\n') };
}

/** What stands on every certificate of a course. */
function sharedRecord(ctx: Ctx, event: ListedEvent, fields: TrainingFields, issuedOn: string): LayoutRecord {
  const profile = profileOn(ctx, issuedOn);
  const signer = signerOn(ctx, issuedOn);
  return {
    'unit.long': profile?.name ?? '',
    'unit.parent': profile?.upperName ?? '',
    national: certificateSettings(ctx.db).national === 1,
    course: courseName(event, fields),
    ...topicColumns(fields.topics),
    'decision.no': fields.decisionNo ?? '',
    place: profile?.place ?? '',
    date: formatLongDate(issuedOn),
    'signer.for': (signer.onBehalfOf ?? '').toLocaleUpperCase('vi'),
    'signer.post': signer.title ?? '',
    'signer.name': signer.name ?? '',
  };
}

function sheetRecord(
  ctx: Ctx,
  event: ListedEvent,
  fields: TrainingFields,
  row: repo.CertificateRecord,
  signer: ReturnType<typeof codeSigner>,
): LayoutRecord {
  const employer = profileOn(ctx, event.last_day)?.employer ?? null;
  const line = courseLine(event, fields);
  const shared = sharedRecord(ctx, event, fields, row.issuedOn);
  return {
    ...shared,
    honorific: row.honorific?.toLocaleLowerCase('vi') ?? 'ông (bà)',
    name: row.name,
    post: [certificatePost(row.post), employer].filter(Boolean).join(EMPLOYER),
    session: row.result === null ? line : `${line} · Kết quả: ${row.result}`,
    'register.no': numberOf(row),
    qr:
      signer === null
        ? ''
        : signFacts(
            {
              paper: 'training',
              registerNo: row.number,
              registerYear: row.year,
              decisionNo: numberOf(row),
              decidedOn: row.issuedOn,
              name: row.name,
              unit: courseName(event, fields),
              form: FORM,
              awardYear: row.year,
              issuer: String(shared['unit.long']) || null,
            },
            signer,
          ),
  };
}

function chosen(ctx: Ctx, eventId: number, ids: readonly number[]): repo.CertificateRecord[] {
  const wanted = new Set(ids);
  const rows = repo.certificatesOf(ctx.db, eventId).filter((row) => wanted.size === 0 || wanted.has(row.id));
  if (rows.length === 0) throw new AppError('NOTHING_TO_PRINT');
  return rows;
}

/** Draws the sheets; topics too long for the sheet stand in the annex, a post too long goes without the employer. */
async function drawFitting(
  ctx: Ctx,
  job: PrintCertificatesInput,
  topics: TrainingFields['topics'],
): Promise<PrintCertificatesOutput> {
  const run = (sheets: PrintCertificatesInput['sheets']) =>
    ctx.jobs.run<PrintCertificatesOutput>(
      'printCertificates',
      { ...job, sheets },
      { signal: ctx.job?.signal, progress: ctx.job?.progress },
    );
  const made = await run(job.sheets);
  if (made.bytes) return made;
  const told = made.problems.some(({ item }) => TOPIC_ITEMS.has(item)) ? inAnnex(topics) : {};
  const long = new Set(made.problems.filter(({ item }) => item === 'post').map(({ index }) => index));
  const shorter = ({ record }: PrintCertificatesInput['sheets'][number]) => ({
    post: String(record.post).split(EMPLOYER)[0] ?? '',
  });
  return run(
    job.sheets.map((sheet, at) => ({
      ...sheet,
      record: { ...sheet.record, ...told, ...(long.has(at) ? shorter(sheet) : {}) },
    })),
  );
}

async function printCertificates(
  input: ParsedInputOf<'training.printCertificates'>,
  ctx: Ctx,
): Promise<OutputOf<'training.printCertificates'>> {
  const event = liveEvent(ctx, input.eventId);
  const { fields } = programme(ctx, event.id);
  const rows = chosen(ctx, event.id, input.certificateIds);
  const rules = officeRules(ctx);
  const { layout } = paperLayoutOf(ctx, 'training', event.id)!;
  const signer = codeSigner(ctx, layout.id);
  const job: PrintCertificatesInput = {
    draw: input.output,
    layouts: [layout],
    sheets: rows.map((row, at) => ({
      layoutId: layout.id,
      record: sheetRecord(ctx, event, fields, row, signer),
      name: `${String(at + 1).padStart(3, '0')} ${row.name}`,
    })),
    mode: 'full',
    skip: fields.decisionNo === null ? ['number2'] : [],
    title: courseName(event, fields),
    acceptProblems: input.acceptOverflow,
    ...(rules ? { rules } : {}),
    images: imagesFor(ctx, [layout]),
  };
  const made = await drawFitting(ctx, job, fields.topics);
  if (!made.bytes) {
    const names = [...new Set(made.problems.map(({ index }) => rows[index]?.name ?? ''))];
    throw new AppError('TEXT_OVERFLOW', {
      details: { count: names.length, names: names.slice(0, 5).join('; ') },
    });
  }
  ctx.write(() => {
    repo.markPrinted(
      ctx.db,
      rows.map((row) => row.id),
      ctx.now(),
    );
    for (const row of rows)
      recordChange(ctx, { entity: 'training_certificate', entityId: row.id, action: 'print' });
  });
  const name = fileName(`Giấy chứng nhận ${courseName(event, fields)}`);
  const file =
    input.output === 'one'
      ? ctx.files.put(`${name}.pdf`, 'application/pdf', made.bytes)
      : ctx.files.put(`${name}.zip`, 'application/zip', made.bytes);
  return { file, pages: rows.length };
}

/** What the annex holds. */
export function annexData(ctx: Ctx, event: ListedEvent): TrainingAnnexData {
  const { fields } = programme(ctx, event.id);
  const rows = repo.certificatesOf(ctx.db, event.id);
  if (fields.topics.length === 0) throw new AppError('NOTHING_TO_PRINT');
  const day = rows[0]?.issuedOn ?? event.last_day;
  const profile = profileOn(ctx, day);
  const tenths = sumTenths(fields.topics);
  return {
    unit: paperUnit(profile),
    course: courseName(event, fields),
    edition: event.sequence === null ? null : sequenceText(event.sequence, event.starts_on),
    line: courseLine(event, fields),
    hourUnit: fields.hourUnit,
    topics: fields.topics.map(({ name, tenths: hours, material, speaker }) => ({
      name,
      tenths: hours,
      material,
      speaker: speaker === null ? null : (fields.speakers[speaker] ?? null),
    })),
    speakers: fields.speakers,
    tenths,
    people: rows.map((row) => ({
      name: row.name,
      post: row.post,
      number: numberOf(row),
      result: row.result,
    })),
    date: rows.length === 0 ? null : day,
    signer: chairSigner(ctx, day),
  };
}

async function annex(input: ParsedInputOf<'training.annex'>, ctx: Ctx): Promise<OutputOf<'training.annex'>> {
  const event = liveEvent(ctx, input.eventId);
  const data = annexData(ctx, event);
  const bytes = await ctx.jobs.run<Uint8Array>(
    'eventPapers',
    { paper: 'trainingAnnex', data },
    { signal: ctx.job?.signal, progress: ctx.job?.progress },
  );
  return ctx.files.put(`${fileName(`Phụ lục ${data.course}`)}.pdf`, 'application/pdf', bytes);
}

export const paperHandlers = { 'training.printCertificates': printCertificates, 'training.annex': annex };
