/** What an empty list of dues says. */
import { Users } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { EmptyState } from '../../ui';

/** Nobody owes anything: the register is empty, or nobody was a member in that time. */
export function NobodyYet({ title }: { title: string }) {
  const t = useText();
  const navigate = useNavigate();
  const members = useQueryOp('members.counts', {}).data?.active;
  if (members === undefined || members > 0)
    return (
      <EmptyState icon={Users} title={title}>
        {members !== undefined && t('dues.month.emptyBody')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Users}
      title={t('dues.month.noMembers')}
      primary={{
        key: 'import',
        label: t('dues.month.importMembers'),
        onClick: () => navigate('/members/import'),
      }}
    >
      {t('dues.month.noMembersBody')}
    </EmptyState>
  );
}
