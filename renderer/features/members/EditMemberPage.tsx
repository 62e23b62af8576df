import { useNavigate, useParams } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ErrorState, LoadingBars, Page } from '../../ui';
import { MemberForm } from './MemberForm';
import './members.css';

export default function EditMemberPage() {
  const t = useText();
  const navigate = useNavigate();
  const id = Number(useParams().id);
  const member = useQueryOp('members.get', { id });
  const update = useCommandOp('members.update', {
    failure: 'inline',
    done: (_, input) => t('members.saved', { name: input.fullName }),
  });
  const name = member.data?.fields.fullName ?? '';
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
      ) : member.data ? (
        <div className="so-members-form">
          <MemberForm
            key={member.data.version}
            draftKey={`members:${id}`}
            initial={member.data.fields}
            onCancel={() => navigate(`/members/${id}`)}
            onReload={() => void member.refetch()}
            onSubmit={async (values) => {
              await update.run({ ...values, id, version: member.data.version });
              navigate(`/members/${id}`, { replace: true });
            }}
          />
        </div>
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}
