/** Changes of one member and of what is linked to the record. */
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import { type ChangeFilter, ChangeList } from '../../settings/audit/ChangeList';

export default function AuditTab({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const filter = useMemo<ChangeFilter>(() => ({ memberId: member.id }), [member.id]);
  return (
    <>
      <p className="so-row so-wrap">
        <span className="so-muted">{t('audit.member.body')}</span>
        <Link to={`/settings/log?member=${member.id}`}>{t('audit.member.all')}</Link>
      </p>
      <ChangeList filter={filter} />
    </>
  );
}
