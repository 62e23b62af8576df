import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars, Page } from '../../ui';
import { changeStart, DatedChange, withoutChange } from './history/DatedChange';
import { MemberForm } from './MemberForm';
import './members.css';

type Member = OutputOf<'members.get'>;

export default function EditMemberPage() {
  const t = useText();
  const given = useParams().id ?? '';
  const known = /^\d{1,12}$/.test(given);
  const id = known ? Number(given) : 0;
  const member = useQueryOp('members.get', { id }, { enabled: known });
  const [opened, setOpened] = useState<Member | null>(null);
  const [reloads, setReloads] = useState(0);
  if (opened?.id !== id && member.data?.id === id && !member.isFetching) setOpened(member.data);
  const reload = async () => {
    const { data } = await member.refetch();
    if (!data) return;
    setOpened(data);
    setReloads((count) => count + 1);
  };
  const name = member.data?.fields.fullName ?? '';
  if (!known) return <Navigate to="/members" replace />;
  return (
    <Page
      title={t('members.editTitle')}
      crumbs={[
        { label: t('members.title'), to: '/members' },
        { label: name, to: `/members/${id}` },
      ]}
    >
      {member.error ? (
        <ErrorState error={member.error} onRetry={() => void member.refetch()} />
      ) : opened?.id === id ? (
        <Opened key={`${id}:${reloads}`} member={opened} onReload={() => void reload()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

/** The form holds the record as it was when opened: a change elsewhere never takes away what is being typed. */
function Opened({ member, onReload }: { member: Member; onReload(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const { id, version } = member;
  const [start] = useState(changeStart);
  const update = useCommandOp('members.update', {
    failure: 'inline',
    done: (_, input) => t('members.saved', { name: input.fullName }),
  });
  return (
    <div className="so-members-form">
      <MemberForm
        draftKey={`members:${id}`}
        initial={{ ...member.fields, extra: member.extra, ...start }}
        datedChange={<DatedChange before={member.fields} />}
        record={{ id, held: member.held }}
        onCancel={() => navigate(`/members/${id}`)}
        onReload={onReload}
        onSubmit={async (values) => {
          const { values: fields, change } = withoutChange(member.fields, values);
          await update.run({ ...fields, change, id, version });
          navigate(`/members/${id}`, { replace: true });
        }}
      />
    </div>
  );
}
