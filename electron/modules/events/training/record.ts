/** The stored programme of a course, who came to it, and what people were on its day. */
import type { Ctx, OutputOf } from '../../../ipc/context';
import { postsHeld } from '../../organisation/committees/service';
import { peopleOfList } from '../attendance/repository';
import type { ListedEvent } from '../repository';
import * as repo from './repository';

export type TrainingFields = OutputOf<'training.get'>['fields'];

const NOTHING: repo.ProgrammeRow = {
  type: 'union_work',
  hourUnit: 'period',
  courseName: null,
  decisionNo: null,
  followUp: null,
  version: 0,
};

/** The programme as stored. */
export function programme(
  ctx: Pick<Ctx, 'db'>,
  eventId: number,
): { fields: TrainingFields; version: number } {
  const { version, ...row } = repo.programmeOf(ctx.db, eventId) ?? NOTHING;
  const parts = { topics: repo.topicsOf(ctx.db, eventId), speakers: repo.speakersOf(ctx.db, eventId) };
  return { fields: { ...row, ...parts }, version };
}

/** The posts members held on a day, else their work: what stands under a speaker's name. */
export function postsThatDay(ctx: Ctx, memberIds: readonly number[], day: string): Map<number, string> {
  const held = postsHeld(ctx, memberIds, day);
  const people = repo.peopleThatDay(ctx.db, memberIds, day);
  return new Map(
    people.flatMap(({ memberId, job, department }): [number, string][] => {
      const post = held.get(memberId) ?? [job, department].filter(Boolean).join(', ');
      return post === '' ? [] : [[memberId, post]];
    }),
  );
}

/** People who came, in the order of their names. */
export const cameTo = (ctx: Pick<Ctx, 'db'>, event: ListedEvent) =>
  event.list_id === null ? [] : peopleOfList(ctx.db, event.list_id).filter((person) => person.came === 1);
