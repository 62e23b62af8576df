/**
 * Dated facts when two records are merged. Facts of a kind are joined when together they still say what the merged
 * record says today; otherwise only the chosen record's facts hold, and the others change places with them, so that
 * nothing is lost and all can be taken apart.
 */
import { DATED_FIELDS, DATED_KINDS } from '../../../../shared/domain/memberHistory';
import type { Ctx } from '../../../ipc/context';
import { memberById } from '../repository';
import type { MergedFact } from './factsRepository';
import * as repo from './factsRepository';
import type { MemberReference, MergeChoice } from './references';

const MEMBERSHIP = [
  'rejoined',
  'transferredIn',
  'transferredOut',
  'retired',
  'left',
  'expelled',
  'died',
] as const;
const STATUS_OF: Readonly<Record<string, string>> = {
  rejoined: 'active',
  transferredIn: 'active',
  transferredOut: 'transferred',
};
const COLUMN = {
  department: 'department_id',
  group: 'group_id',
  jobTitle: 'job_title',
  position: 'position',
  contractType: 'contract_type',
} as const;

interface Kind {
  kinds: readonly string[];
  field: string;
  /** What the merged record shows today. */
  today: string | null;
  valueOf(fact: MergedFact): string | null;
}

function kindsOf(ctx: Ctx, keptId: number): Kind[] {
  const row = memberById(ctx.db, keptId);
  const text = (value: string | number | null | undefined) => (value == null ? null : String(value));
  return [
    {
      kinds: MEMBERSHIP,
      field: 'status',
      today: row?.status ?? null,
      valueOf: (fact) => STATUS_OF[fact.kind] ?? fact.kind,
    },
    ...DATED_KINDS.map((kind) => ({
      kinds: [kind],
      field: DATED_FIELDS[kind],
      today: text(row?.[COLUMN[kind]]),
      valueOf: (fact: MergedFact) => fact.value,
    })),
    { kinds: ['joined'], field: '', today: null, valueOf: () => null },
  ];
}

/** Which facts go to the kept record, and which of its own make room for them. */
function decide(ctx: Ctx, kind: Kind, kept: MergedFact[], gone: MergedFact[], choice: MergeChoice) {
  const twin = (fact: MergedFact) =>
    fact.deletedAt === null && kept.some((other) => other.deletedAt === null && repo.sameFact(fact, other));
  const coming = gone.filter((fact) => !twin(fact));
  const live = [...kept, ...coming].filter((fact) => fact.deletedAt === null && fact.onDate <= ctx.today());
  const last = live.sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : a.id - b.id)).at(-1);
  const agrees = last === undefined || kind.field === '' || kind.valueOf(last) === kind.today;
  const trashed = coming.filter((fact) => fact.deletedAt !== null);
  if (agrees) return { coming, going: [] };
  if (choice.taken.has(kind.field))
    return { coming: gone, going: kept.filter((fact) => fact.deletedAt === null) };
  return { coming: trashed, going: [] };
}

interface SavedFacts {
  keptId: number;
  goneId: number;
  /** Facts that went to the kept record, and of the kept record to the other. */
  came: number[];
  went: number[];
}

export const factLinks: MemberReference = {
  entity: 'fact',
  columns: ['member_fact.member_id', 'member_state.member_id', 'member_movement.member_id'],
  count: (ctx, memberId) => repo.countFacts(ctx.db, memberId),
  move(ctx, fromId, toId, choice): SavedFacts {
    const saved: SavedFacts = { keptId: toId, goneId: fromId, came: [], went: [] };
    for (const kind of kindsOf(ctx, toId)) {
      const { coming, going } = decide(
        ctx,
        kind,
        repo.factsOfKinds(ctx.db, toId, kind.kinds),
        repo.factsOfKinds(ctx.db, fromId, kind.kinds),
        choice,
      );
      saved.came.push(...coming.map((fact) => fact.id));
      saved.went.push(...going.map((fact) => fact.id));
    }
    repo.pointFacts(ctx.db, saved.went, toId, fromId);
    repo.pointFacts(ctx.db, saved.came, fromId, toId);
    return saved;
  },
  back(ctx, saved: SavedFacts): number {
    const returned =
      repo.pointFacts(ctx.db, saved.came, saved.keptId, saved.goneId) +
      repo.pointFacts(ctx.db, saved.went, saved.goneId, saved.keptId);
    return saved.came.length + saved.went.length - returned;
  },
};
