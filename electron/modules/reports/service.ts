/** Reports: begun from an outline or from another report, closed with a number of the register, kept as outlines. */
import { v7 as uuid } from 'uuid';
import { AppError } from '../../../shared/contract/errors';
import { addYears } from '../../../shared/domain/dateMath';
import { OUTLINES, outlineIn, SUBJECTS } from '../../../shared/domain/reportOutlines';
import { inYear, type OutlinePart, usualPeriod } from '../../../shared/domain/reports';
import { sentenceOf } from '../../../shared/domain/sentenceCatalogue';
import { tagsIn } from '../../../shared/domain/sentences';
import { fold } from '../../../shared/text/fold';
import { recordChange } from '../../db/audit';
import type { Ctx, HandlersOf, OutputOf, ParsedInputOf } from '../../ipc/context';
import { takeNumber } from '../documents/service';
import { commonWords } from '../files/service';
import { profileOn } from '../organisation/service';
import { sentences } from './catalogue';
import { accept, check, ignore } from './check';
import { type FactOf, factsOf } from './facts';
import { paper } from './papers';
import { addPart, movePart, putFigures, recalculate, restoreParts, savePart, trashParts } from './parts';
import {
  type Frozen,
  type HeadFields,
  liveReport,
  openReport,
  partsAsRead,
  refuseDays,
  toColumns,
  toFields,
  toHead,
} from './record';
import type { NewPart, ReportRecord } from './repository';
import * as repo from './repository';
import { countFigures } from './writing';

const ENTITY = 'report';

function list(input: ParsedInputOf<'reports.list'>, ctx: Ctx): OutputOf<'reports.list'> {
  const { search, kind, year, models, closed } = input;
  const conditions = {
    ...{ kind, year, model: models ? 1 : 0, closed: closed === null ? null : Number(closed) },
    words: fold(search).split(' ').filter(Boolean),
  };
  return {
    total: repo.countReports(ctx.db, conditions),
    open: repo.openReports(ctx.db),
    rows: repo.listReports(ctx.db, conditions, input).map((row) => toHead(ctx, row)),
  };
}

function get(input: ParsedInputOf<'reports.get'>, ctx: Ctx): OutputOf<'reports.get'> {
  const row = repo.reportById(ctx.db, input.id);
  if (!row) throw new AppError('NOT_FOUND');
  return { ...toHead(ctx, row), deletedAt: row.deletedAt, parts: partsAsRead(ctx, row) };
}

type Draft = Pick<NewPart, 'kind' | 'level' | 'template' | 'original' | 'name' | 'copied'>;

function fromOutline(part: OutlinePart, year: number): Draft {
  const known = part.sentence === undefined ? undefined : sentenceOf(part.sentence);
  const template = known?.template ?? outlineIn(part.text ?? '', year).trim();
  return {
    kind: part.kind,
    level: part.level ?? null,
    template,
    original: known ? template : null,
    name: known?.name ?? null,
    copied: 0,
  };
}

/** Sentences about single records belong to the report they were written for. */
const ofItsOwn = (template: string): boolean => /\{(?:event|campaign):/.test(template);

function fromReport(ctx: Ctx, source: ReportRecord, year: number): Draft[] {
  const on = (text: string | null) => text && inYear(text, source.year, year);
  return repo
    .partsOf(ctx.db, source.id)
    .filter((part) => !ofItsOwn(part.template))
    .map((part) => ({
      kind: part.kind,
      level: part.level,
      template: on(part.template) ?? '',
      original: on(part.original),
      name: part.name,
      copied: Number(source.model === 0 && part.kind === 'text' && tagsIn(part.template).length === 0),
    }));
}

/** The days of a new report: those given, those of its source a number of years on, or the usual ones up to today. */
function daysOf(ctx: Ctx, input: ParsedInputOf<'reports.create'>, source: ReportRecord | null) {
  const usual = usualPeriod(input.kind, input.year, repo.style(ctx.db).unionYear === 1);
  const moved = source && source.model === 0 && source.kind === input.kind;
  const years = source ? input.year - source.year : 0;
  const from = input.from ?? (moved ? addYears(source.fromDate, years) : usual.from);
  const to = input.to ?? (moved ? addYears(source.toDate, years) : usual.to);
  const today = ctx.today();
  const asOf = input.asOf ?? (today < from || today > to ? to : today);
  return { from, to, asOf };
}

function create(input: ParsedInputOf<'reports.create'>, ctx: Ctx): OutputOf<'reports.create'> {
  const { kind, year, model, copyFrom } = input;
  const source = copyFrom === null ? null : liveReport(ctx, copyFrom);
  const days = daysOf(ctx, input, source);
  refuseDays(days);
  const subject =
    input.subject ??
    (source && source.kind === kind
      ? inYear(source.subject, source.year, year)
      : outlineIn(SUBJECTS[kind], year));
  const fields: HeadFields = {
    ...days,
    subject,
    addressee: input.addressee ?? source?.addressee ?? null,
    recipients: input.recipients ?? source?.recipients ?? null,
    onDate: model ? null : input.onDate,
  };
  const row = {
    ...toColumns(fields, { kind, year }),
    uid: uuid(),
    model: model ? 1 : 0,
    copiedFrom: source?.id ?? null,
  };
  const id = repo.insertReport(ctx.db, row, ctx.now());
  const drafts = source
    ? fromReport(ctx, source, year)
    : OUTLINES[kind].map((part) => fromOutline(part, year));
  addDrafts(ctx, id, drafts, factsOf(ctx, days));
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'create', after: { kind, year, ...fields } });
  ctx.undo('reports.trash', { ids: [id] });
  return { id, version: 1 };
}

function addDrafts(ctx: Ctx, reportId: number, drafts: readonly Draft[], facts: FactOf): void {
  drafts.forEach((draft, ordinal) => {
    const figures = JSON.stringify(countFigures(draft, facts));
    repo.insertPart(ctx.db, { ...draft, uid: uuid(), reportId, ordinal, figures }, ctx.now());
  });
}

function update(input: ParsedInputOf<'reports.update'>, ctx: Ctx): OutputOf<'reports.update'> {
  const { id, version, ...fields } = input;
  const row = openReport(ctx, id);
  refuseDays(fields);
  const columns = toColumns(fields, row);
  if (!repo.updateReport(ctx.db, { ...columns, id, version }, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  const before = toFields(row);
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'update', before, after: fields });
  ctx.undo('reports.update', { id, version: version + 1, ...before });
  return { id, version: version + 1 };
}

function freeze(ctx: Ctx, row: ReportRecord, day: string): Frozen {
  const profile = profileOn(ctx, day);
  return {
    parts: partsAsRead(ctx, row).map((part) => ({
      ...part,
      changed: false,
      runs: part.runs.map((run) => ({ ...run, now: null })),
      lines: part.lines.map((line) => ({ ...line, now: null })),
    })),
    heading: {
      upperBody: profile?.upperName ?? null,
      body: profile?.name ?? '',
      place: profile?.place ?? null,
    },
    words: commonWords(ctx, 'report', day) as Record<string, string | null>,
  };
}

function close(input: ParsedInputOf<'reports.close'>, ctx: Ctx): OutputOf<'reports.close'> {
  const { id, version, onDate, number } = input;
  const row = openReport(ctx, id);
  if (row.model === 1) throw new AppError('NOT_FOUND');
  const given = number
    ? takeNumber(ctx, {
        type: 'report',
        date: onDate,
        subject: row.subject,
        link: { entity: 'report', id, label: row.subject.slice(0, 200) },
      })
    : null;
  const frozen = JSON.stringify(freeze(ctx, row, onDate));
  const closed = { id, version, onDate, closedAt: ctx.now(), closedBy: ctx.user.name, frozen };
  if (!repo.setClosed(ctx.db, closed, ctx.now())) throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, {
    entity: ENTITY,
    entityId: id,
    action: 'close',
    before: { onDate: row.onDate },
    after: { onDate },
  });
  ctx.undo('reports.reopen', { id, version: version + 1 });
  return { id, version: version + 1, code: given?.code ?? toHead(ctx, row).code };
}

function reopen(input: ParsedInputOf<'reports.reopen'>, ctx: Ctx): OutputOf<'reports.reopen'> {
  const { id, version } = input;
  const row = liveReport(ctx, id);
  const open = { id, version, onDate: row.onDate, closedAt: null, closedBy: null, frozen: null };
  if (row.closedAt === null || !repo.setClosed(ctx.db, open, ctx.now()))
    throw new AppError('VERSION_CONFLICT');
  recordChange(ctx, { entity: ENTITY, entityId: id, action: 'reopen' });
  ctx.undo('reports.close', { id, version: version + 1, onDate: row.onDate, number: false });
  return { id, version: version + 1 };
}

function trash(input: { ids: number[] }, ctx: Ctx): { count: number } {
  for (const id of input.ids) {
    const row = liveReport(ctx, id);
    repo.setReportDeleted(ctx.db, id, ctx.now());
    recordChange(ctx, {
      entity: ENTITY,
      entityId: id,
      action: 'trash',
      before: { kind: row.kind, year: row.year, ...toFields(row) },
    });
  }
  ctx.undo('reports.restore', { ids: input.ids });
  return { count: input.ids.length };
}

function restore(input: { ids: number[] }, ctx: Ctx): { count: number } {
  let count = 0;
  for (const id of input.ids) {
    if (!repo.setReportDeleted(ctx.db, id, null)) continue;
    recordChange(ctx, { entity: ENTITY, entityId: id, action: 'restore' });
    count++;
  }
  ctx.undo('reports.trash', { ids: input.ids });
  return { count };
}

const styleOf = ({ unionYear, ...row }: repo.StyleRecord) => ({
  ...row,
  bodySize: row.bodySize as 14,
  unionYear: unionYear === 1,
});

function setStyle(input: ParsedInputOf<'reports.setStyle'>, ctx: Ctx): OutputOf<'reports.setStyle'> {
  const before = styleOf(repo.style(ctx.db));
  if (!repo.setStyle(ctx.db, { ...input, unionYear: Number(input.unionYear) }))
    throw new AppError('VERSION_CONFLICT');
  const { version, ...after } = input;
  recordChange(ctx, {
    entity: 'report_style',
    entityId: 1,
    action: 'update',
    before: { ...before, version: undefined },
    after,
  });
  ctx.undo('reports.setStyle', { ...before, version: version + 1 });
  return { version: version + 1 };
}

export const reportsHandlers: HandlersOf<'reports'> = {
  'reports.list': list,
  'reports.get': get,
  'reports.create': create,
  'reports.update': update,
  'reports.addPart': addPart,
  'reports.savePart': savePart,
  'reports.movePart': movePart,
  'reports.trashParts': trashParts,
  'reports.restoreParts': restoreParts,
  'reports.recalculate': recalculate,
  'reports.putFigures': putFigures,
  'reports.sentences': sentences,
  'reports.check': check,
  'reports.ignore': ignore,
  'reports.accept': accept,
  'reports.close': close,
  'reports.reopen': reopen,
  'reports.trash': trash,
  'reports.restore': restore,
  'reports.paper': paper,
  'reports.style': (_, ctx) => styleOf(repo.style(ctx.db)),
  'reports.setStyle': setStyle,
};
