/** Rounds and contents keep their entries and results when the lists around them change. */
import { AppError } from '../../../../shared/contract/errors';
import type { Db } from '../../../db/database';
import * as repo from './repository';

interface Lists {
  rounds: readonly { name: string }[];
  subjects: readonly string[];
}

/**
 * Where each part stands in the new list: under its name, or at its old place when it was only renamed.
 * -1: it is gone.
 */
function placesAfter(before: readonly string[], after: readonly string[]): number[] {
  const taken = new Set<number>();
  const take = (place: number) => {
    if (place >= 0) taken.add(place);
    return place;
  };
  const named = before.map((name) => take(after.findIndex((one, at) => one === name && !taken.has(at))));
  if (before.length !== after.length) return named;
  return named.map((place, at) => (place < 0 && !taken.has(at) ? take(at) : place));
}

/** Moves what entries use to its new places; refuses a list without a part in use. */
export function keepPlaces(db: Db, eventId: number, before: Lists, after: Lists): void {
  const used = repo.partsUsed(db, eventId);
  const rounds = placesAfter(
    before.rounds.map(({ name }) => name),
    after.rounds.map(({ name }) => name),
  );
  const subjects = placesAfter(before.subjects, after.subjects);
  if (
    used.rounds.some((at) => (rounds[at] ?? -1) < 0) ||
    used.subjects.some((at) => (subjects[at] ?? -1) < 0)
  )
    throw new AppError('CONTEST_PART_USED');
  const moved = (places: readonly number[], ones: readonly number[]) =>
    ones.flatMap((from) => (places[from] === from ? [] : [{ from, to: places[from]! }]));
  repo.movePlaces(db, eventId, moved(rounds, used.rounds), moved(subjects, used.subjects));
}
