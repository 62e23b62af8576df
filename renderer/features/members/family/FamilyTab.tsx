/** The family of a member: marriages, children, and whose child the member is. */
import { House, UsersRound } from 'lucide-react';
import { Fragment } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { ErrorState, LoadingBars, Note } from '../../../ui';
import { ChildrenCard } from './ChildrenCard';
import { type Family, MarriageCard } from './MarriageCard';
import '../history/history.css';
import './family.css';

export default function FamilyTab({ member }: { member: OutputOf<'members.get'> }) {
  const query = useQueryOp('members.family', { id: member.id });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  const reload = () => void query.refetch();
  return (
    <div className="so-stack so-history">
      <Around family={query.data} memberId={member.id} />
      <MarriageCard member={member} family={query.data} onReload={reload} />
      <ChildrenCard member={member} family={query.data} onReload={reload} />
    </div>
  );
}

/** The household, and the parents of a member who is somebody's child. */
function Around({ family, memberId }: { family: Family; memberId: number }) {
  const t = useText();
  const other = family.household.find((id) => id !== memberId);
  const spouse = family.marriages.find((one) => one.spouse?.id === other)?.spouse;
  return (
    <>
      {spouse && (
        <Note tone="muc" icon={House}>
          {t('memberFamily.marriage.household', { name: spouse.fullName })}
        </Note>
      )}
      {family.childOf.map(({ childId, parents }) => (
        <Note key={childId} tone="muc" icon={UsersRound}>
          {t('memberFamily.child.childOf')}{' '}
          {parents.map((parent, at) => (
            <Fragment key={parent.id}>
              {at > 0 && ' · '}
              <Link to={`/members/${parent.id}?tab=family`}>{parent.fullName}</Link>
            </Fragment>
          ))}
        </Note>
      ))}
    </>
  );
}
