/** Which term is in office on a day, and so whose posts count and who signs. */
import type { Signer as PaperSigner } from '../../../documents/papers/paper';
import type { Ctx } from '../../../ipc/context';
import { type TermRow, terms } from '../repository';
import * as repo from './repository';

/** The term a committee is in office by: the latest begun by that day, since it stays until the next congress. */
export function termInOffice(ctx: Pick<Ctx, 'db'>, day: string): TermRow | null {
  return terms(ctx.db).find((row) => row.startsOn <= day) ?? null;
}

/** The last day of the term has passed. */
export const isOver = (term: TermRow, day: string): boolean =>
  term.endsOn !== null && `${term.endsOn}~` < day;

export interface Signer {
  onBehalfOf: string | null;
  title: string | null;
  name: string | null;
  from: 'post' | 'vice' | 'term' | 'none';
}

/**
 * Who signs the papers of a day: the chair of the executive committee then in post, a vice chair while that post is
 * empty, and the signer written in the term when the committee has no chair recorded at all.
 */
export function signerOn(ctx: Pick<Ctx, 'db'>, day: string): Signer {
  const term = termInOffice(ctx, day) ?? terms(ctx.db)[0] ?? null;
  if (!term) return { onBehalfOf: null, title: null, name: null, from: 'none' };
  const leaders = repo.leadersOf(ctx.db, term.id, day);
  const held = (role: 'chair' | 'vice') => leaders.find((post) => post.held === 1 && post.role === role);
  const [chair, vice] = [held('chair'), held('vice')];
  const { onBehalfOf } = term;
  if (chair) return { onBehalfOf, title: chair.title, name: chair.name, from: 'post' };
  const chairKnown = leaders.some((post) => post.role === 'chair' && post.fromDate <= day);
  if (chairKnown && vice) return { onBehalfOf, title: vice.title, name: vice.name, from: 'vice' };
  return { onBehalfOf, title: term.chairTitle, name: term.chairName, from: 'term' };
}

/** The block of the one who signs for the union on a day, as papers print it; the name is null when nobody is recorded. */
export function chairSigner(ctx: Pick<Ctx, 'db'>, day: string): PaperSigner {
  const { onBehalfOf, title, name } = signerOn(ctx, day);
  return { authority: [onBehalfOf ?? 'TM. BAN CHẤP HÀNH', title ?? 'Chủ tịch'], name };
}
