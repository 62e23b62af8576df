/** Others of the same name, each with the way to lay the two records beside each other. */
import { UserRound } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import { Note, useFormat } from '../../../ui';

const SHOWN = 3;

export function SameName({ member }: { member: Pick<OutputOf<'members.get'>, 'id' | 'sameName'> }) {
  const t = useText();
  const format = useFormat();
  if (member.sameName.length === 0) return null;
  return (
    <Note tone="warn" icon={UserRound}>
      {t('members.sameName', { count: member.sameName.length })}
      {member.sameName.slice(0, SHOWN).map((one) => (
        <span key={one.id}>
          {' '}
          <Link to={`/members/duplicates/${member.id}/${one.id}`}>
            {t('members.compareWith', {
              who: [one.fullName, one.birthDate && format.date(one.birthDate), one.department]
                .filter(Boolean)
                .join(', '),
            })}
          </Link>
        </span>
      ))}
    </Note>
  );
}
