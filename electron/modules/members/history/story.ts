/** A member's dated facts, disciplines and absences as rows of the story on the page. */
import { isDatedKind, STATUS_OF } from '../../../../shared/domain/memberHistory';
import type { Ctx, OutputOf } from '../../../ipc/context';
import { absencesOf } from './absenceRepository';
import { shownSides } from './discipline';
import { disciplinesOf } from './disciplineRepository';
import * as names from './namesRepository';
import * as repo from './repository';

type Row = OutputOf<'members.timeline'>['rows'][number];

/** Newest last; the page sorts. Facts without a day have no place in a story by days. */
export function historyRows(ctx: Ctx, memberId: number): Row[] {
  return [...factRows(ctx, memberId), ...disciplineRows(ctx, memberId), ...absenceRows(ctx, memberId)];
}

function factRows(ctx: Ctx, memberId: number): Row[] {
  const rows: Row[] = [];
  const joined = repo.joinedOn(ctx.db, memberId);
  if (joined)
    rows.push({ kind: 'joined', date: joined.onDate, title: 'joined', detail: joined.place, recordId: null });
  const held = new Map<string, string | null>();
  for (const fact of repo.factsOf(ctx.db, memberId).reverse()) {
    if (fact.kind === 'joined') continue;
    if (!isDatedKind(fact.kind)) {
      const detail = [fact.place, fact.reason].filter(Boolean).join(' · ') || null;
      const title = fact.kind === 'transferredIn' ? 'transferredIn' : STATUS_OF[fact.kind];
      if (fact.onDate !== '') rows.push({ kind: 'status', date: fact.onDate, title, detail, recordId: null });
      continue;
    }
    const isPlace = fact.kind === 'department' || fact.kind === 'group';
    const name =
      isPlace && fact.value !== null ? names.unitNameOn(ctx.db, Number(fact.value), fact.onDate) : fact.value;
    const before = held.get(fact.kind) ?? null;
    held.set(fact.kind, name);
    if (fact.onDate === '') continue;
    const detail = [before, name].filter(Boolean).join(' → ') || null;
    rows.push({ kind: 'moved', date: fact.onDate, title: fact.kind, detail, recordId: null });
  }
  return rows;
}

function disciplineRows(ctx: Ctx, memberId: number): Row[] {
  const sides = shownSides(ctx);
  return disciplinesOf(ctx.db, memberId)
    .filter((row) => sides.includes(row.side))
    .map((row) => ({
      kind: 'discipline',
      date: row.onDate,
      title: row.form,
      detail: row.decisionNo,
      recordId: null,
    }));
}

function absenceRows(ctx: Ctx, memberId: number): Row[] {
  return absencesOf(ctx.db, memberId).map((row) => ({
    kind: 'absence',
    date: row.fromDate,
    title: row.kind,
    detail: null,
    recordId: null,
  }));
}
