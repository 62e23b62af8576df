/** Where the union took part (tham gia ý kiến, quản lý), and regulations of democracy at the workplace. */
import { AppError } from '../../../shared/contract/errors';
import { PARTICIPATION_KINDS, type ParticipationKind } from '../../../shared/domain/democracy';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type Kept, keptMovers, liveKept, type Own, only, saveKept } from '../kept';
import { keyOf, wordsOf } from './dialogues';
import * as repo from './participationRepository';

type Fields = Omit<ParsedInputOf<'democracy.saveParticipation'>, keyof Own>;
type RegulationFields = Omit<ParsedInputOf<'democracy.saveRegulation'>, keyof Own>;
type Row = OutputOf<'democracy.participation'>['rows'][number];
type RegulationRow = OutputOf<'democracy.regulations'>['rows'][number];

const PLAIN = [
  'kind',
  'onDate',
  'title',
  'organiser',
  'who',
  'given',
  'taken',
  'result',
  'eventId',
  'note',
] as const satisfies readonly (keyof Fields)[];

const linkOf = (row: repo.ParticipationRecord): Fields['link'] =>
  row.linkEntity === null || row.linkId === null
    ? null
    : { entity: row.linkEntity, id: row.linkId, label: row.linkLabel ?? '' };

const participationKept: Kept<Fields, repo.ParticipationRecord> = {
  table: 'participation',
  uid: true,
  operations: {
    save: 'democracy.saveParticipation',
    trash: 'democracy.trashParticipation',
    restore: 'democracy.restoreParticipation',
  },
  find: repo.participationById,
  fields: (row) => ({ ...only(row, PLAIN), link: linkOf(row) }),
  written: ({ link, ...fields }) => ({
    ...fields,
    linkEntity: link?.entity ?? null,
    linkId: link?.id ?? null,
    linkLabel: link?.label ?? null,
    searchKey: keyOf(fields.title, fields.organiser, fields.who, fields.result, link?.label ?? null),
  }),
  logged: ({ link, ...fields }) => ({ ...fields, link: link?.label ?? null }),
  check(_, { given, taken }) {
    if (given !== null && taken !== null && taken > given)
      throw new AppError('OPINIONS_TAKEN', { fields: { taken: 'OPINIONS_TAKEN' } });
  },
};

const toRow = (row: repo.ParticipationRecord): Row => ({
  ...participationKept.fields(row),
  id: row.id,
  version: row.version,
  event: row.event,
  files: row.files,
});

function list(
  input: ParsedInputOf<'democracy.participation'>,
  ctx: Ctx,
): OutputOf<'democracy.participation'> {
  const { search, offset, limit, ...filter } = input;
  const conditions = { ...filter, words: wordsOf(search) };
  const counts = new Map(repo.participationByKind(ctx.db, conditions).map(({ kind, n }) => [kind, n]));
  return {
    ...repo.participationSums(ctx.db, conditions),
    kinds: Object.fromEntries(PARTICIPATION_KINDS.map((kind) => [kind, counts.get(kind) ?? 0])) as Record<
      ParticipationKind,
      number
    >,
    rows: repo.listParticipation(ctx.db, conditions, { offset, limit }).map(toRow),
  };
}

const regulationKept: Kept<RegulationFields, repo.RegulationRecord> = {
  table: 'regulation',
  uid: true,
  operations: {
    save: 'democracy.saveRegulation',
    trash: 'democracy.trashRegulations',
    restore: 'democracy.restoreRegulations',
  },
  find: repo.regulationById,
  fields: (row) => ({
    ...only(row, ['name', 'number', 'issuedOn', 'issuer', 'endedOn', 'replacesId', 'note']),
    consulted: row.consulted === 1,
  }),
  written: (fields) => ({
    ...fields,
    consulted: fields.consulted ? 1 : 0,
    searchKey: keyOf(fields.name, fields.number, fields.issuer),
  }),
  check(ctx, { issuedOn, endedOn, replacesId }, before) {
    if (endedOn !== null && endedOn < issuedOn)
      throw new AppError('DATE_ORDER', { fields: { endedOn: 'DATE_ORDER' } });
    if (replacesId === null) return;
    if (replacesId === before?.id) throw new AppError('NOT_FOUND', { fields: { replacesId: 'NOT_FOUND' } });
    liveKept(ctx, regulationKept, replacesId, 'replacesId');
  },
};

const toRegulation = (row: repo.RegulationRecord, today: string): RegulationRow => ({
  ...regulationKept.fields(row),
  id: row.id,
  version: row.version,
  replaces: row.replaces,
  replacedById: row.replacedById,
  inForce:
    row.issuedOn <= today && (row.endedOn === null || row.endedOn > today) && row.replacedById === null,
  files: row.files,
});

function regulations(
  input: ParsedInputOf<'democracy.regulations'>,
  ctx: Ctx,
): OutputOf<'democracy.regulations'> {
  const day = ctx.today();
  const inForce = input.inForce === null ? null : input.inForce ? (1 as const) : (0 as const);
  const conditions = { words: wordsOf(input.search), inForce, day };
  return {
    total: repo.countRegulations(ctx.db, conditions),
    rows: repo
      .listRegulations(ctx.db, conditions, { offset: input.offset, limit: input.limit })
      .map((row) => toRegulation(row, day)),
  };
}

const movers = keptMovers(participationKept);
const regulationMovers = keptMovers(regulationKept);
export const participationHandlers = {
  'democracy.participation': list,
  'democracy.participationEntry': (
    { id }: ParsedInputOf<'democracy.participationEntry'>,
    ctx: Ctx,
  ): OutputOf<'democracy.participationEntry'> => ({ entry: toRow(liveKept(ctx, participationKept, id)) }),
  'democracy.saveParticipation': (
    { id, version, ...fields }: ParsedInputOf<'democracy.saveParticipation'>,
    ctx: Ctx,
  ) => saveKept(ctx, participationKept, { id, version }, fields),
  'democracy.trashParticipation': movers.trash,
  'democracy.restoreParticipation': movers.restore,
  'democracy.regulations': regulations,
  'democracy.saveRegulation': (
    { id, version, ...fields }: ParsedInputOf<'democracy.saveRegulation'>,
    ctx: Ctx,
  ) => saveKept(ctx, regulationKept, { id, version }, fields),
  'democracy.trashRegulations': regulationMovers.trash,
  'democracy.restoreRegulations': regulationMovers.restore,
};
