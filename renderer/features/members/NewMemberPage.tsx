import { useNavigate } from 'react-router-dom';
import { useCommandOp, useText } from '../../client';
import { Page } from '../../ui';
import { MemberForm } from './MemberForm';
import './members.css';

export default function NewMemberPage() {
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('members.create', {
    failure: 'inline',
    done: (_, input) => t('members.created', { name: input.fullName }),
  });
  return (
    <Page title={t('members.newTitle')} crumbs={[{ label: t('members.title'), to: '/members' }]}>
      <div className="so-members-form">
        <MemberForm
          draftKey="members:new"
          initial={{}}
          onCancel={() => navigate('/members')}
          onSubmit={async (values) => {
            const { id } = await create.run(values);
            navigate(`/members/${id}`, { replace: true });
          }}
        />
      </div>
    </Page>
  );
}
