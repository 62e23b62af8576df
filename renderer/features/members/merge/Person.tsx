/** A person as one side of a pair: name, year of birth, department, card. */
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import { NameCell, useFormat } from '../../../ui';
import { useShortPlace } from '../places';

export type PairPerson = OutputOf<'members.findDuplicates'>['rows'][number]['first'];

export function PersonFacts({ person }: { person: PairPerson }) {
  const t = useText();
  const format = useFormat();
  const status = person.status === 'active' ? null : t.any(`members.status.${person.status}`);
  return (
    <>
      {[format.date(person.birthDate), person.department, person.jobTitle, person.cardNo, status]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}

export function Person({ person }: { person: PairPerson }) {
  const t = useText();
  const format = useFormat();
  const shortPlace = useShortPlace();
  const status = person.status === 'active' ? null : t.any(`members.status.${person.status}`);
  const line = (...facts: (string | null)[]) => facts.filter(Boolean).join(' · ');
  return (
    <div className="so-merge-person">
      <Link to={`/members/${person.id}`}>
        <NameCell name={person.fullName} given={person.givenName} />
      </Link>
      <div className="so-caption">
        {line(format.date(person.birthDate), person.jobTitle)}
        <br />
        <span title={person.department ?? undefined}>
          {line(shortPlace(person.department), person.cardNo, status)}
        </span>
      </div>
    </div>
  );
}
