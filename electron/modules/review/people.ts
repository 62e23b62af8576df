/** Progress of a review by person (tiến độ): how many criteria each was given, scored and proved. */
import type { ReviewSheet } from '../../../shared/contract/review';
import type { Item } from './measure';

type Person = ReviewSheet['people'][number];

/** Progress of each person, those with the most left first; last what nobody was given. */
export function peopleOf(items: readonly Item[], today: string): Person[] {
  const people = new Map<string, Person>();
  for (const item of items) {
    const { memberId = null, name = null } = item.task ?? {};
    const key = memberId === null ? `name ${name}` : `member ${memberId}`;
    const known = people.get(key) ?? {
      ...{ memberId, name, given: 0, scored: 0, proven: 0, overdue: 0 },
      due: null,
    };
    people.set(key, {
      ...known,
      given: known.given + 1,
      scored: known.scored + (item.score === null ? 0 : 1),
      proven: known.proven + (item.state === 'ok' ? 1 : 0),
      overdue: known.overdue + (item.due !== null && item.due < today ? 1 : 0),
      due: [known.due, item.due].filter((day): day is string => day !== null).sort()[0] ?? null,
    });
  }
  const left = (person: Person) => person.given - person.proven;
  return [...people.values()].sort(
    (a, b) => Number(a.name === null) - Number(b.name === null) || left(b) - left(a),
  );
}
