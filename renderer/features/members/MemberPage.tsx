import { ArchiveRestore, Pencil, Trash2, UserRoundCog } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useRights, useText } from '../../client';
import { ErrorState, LoadingBars, NameCell, Note, Page, useFormat, useShortcuts } from '../../ui';
import { memberSections } from './memberSections';
import { MergedNote, useMergedAway } from './merge/MergedNote';
import { PhotoBox, PhotoOrLetters } from './privacy/Photo';
import { PrivateFacts } from './privacy/PrivateFacts';
import { RecordFacts } from './RecordFacts';
import { StatusDialog } from './StatusDialog';
import { TimelineList } from './TimelineList';
import './members.css';
import { SameName } from './merge/SameName';

type Member = OutputOf<'members.get'>;

/** One person: the record, the private part closed, and the story with events and awards. */
export default function MemberPage() {
  const t = useText();
  const given = useParams().id ?? '';
  const id = Number(given);
  const known = /^\d{1,12}$/.test(given);
  const query = useQueryOp('members.get', { id: known ? id : 0 }, { enabled: known });
  if (!known) return <Navigate to="/members" replace />;
  if (query.error)
    return (
      <Page title={t('members.missingPerson')} crumbs={[{ label: t('members.title'), to: '/members' }]}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!query.data)
    return (
      <Page title={t('members.title')}>
        <LoadingBars />
      </Page>
    );
  return <Loaded member={query.data} />;
}

function Loaded({ member }: { member: Member }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const { id, fields } = member;
  const [address, setAddress] = useSearchParams();
  const { may } = useRights();
  const sections = memberSections.filter(({ needs }) => needs === undefined || may(needs));
  const section = sections.find(({ key }) => key === address.get('tab'));
  const trash = useCommandOp('members.trash', {
    done: (data) => t('members.trashed', { count: data.count }),
  });
  const restore = useCommandOp('members.restore', {
    done: (data) => t(data.placeless > 0 ? 'members.restoredPlaceless' : 'members.restored'),
  });
  const edit = () => navigate(`/members/${id}/edit`);
  useShortcuts({ F2: edit });
  const mergedAway = useMergedAway(id);
  const status =
    member.status === 'active'
      ? t('members.status.active')
      : [
          t(`members.status.${member.status}`),
          member.statusDate && t('members.since', { date: format.date(member.statusDate) }),
        ]
          .filter(Boolean)
          .join(' ');
  return (
    <Page
      title={fields.fullName}
      titleNode={<NameCell name={fields.fullName} given={member.givenName} />}
      lead={<PhotoOrLetters id={id} name={fields.fullName} />}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      facts={[fields.jobTitle, member.department, member.unionPosts ?? fields.unionPosition, status]}
      {...(sections.length > 0
        ? {
            tabs: {
              items: [
                { key: 'record', label: t('members.recordTab') },
                ...sections.map(({ key, label }) => ({ key, label: t(label) })),
              ],
              active: section?.key ?? 'record',
              onChange: (key: string) => setAddress(key === 'record' ? {} : { tab: key }, { replace: true }),
            },
          }
        : {})}
      primary={{
        key: 'edit',
        label: t('members.edit'),
        icon: Pencil,
        keys: 'F2',
        onClick: edit,
        disabled: member.deletedAt !== null,
      }}
      actions={[
        {
          key: 'status',
          label: t('members.statusDialog.open'),
          icon: UserRoundCog,
          onClick: () => setChanging(true),
        },
      ]}
      more={[
        {
          key: 'trash',
          label: t('members.toTrash'),
          icon: Trash2,
          danger: true,
          disabled: member.deletedAt !== null,
          onClick: () => trash.fire({ ids: [id] }),
        },
      ]}
    >
      {member.deletedAt !== null && !mergedAway && (
        <Note
          tone="warn"
          icon={Trash2}
          title={t('members.inTrash')}
          action={
            <button type="button" className="so-linklike" onClick={() => restore.fire({ ids: [id] })}>
              <ArchiveRestore size={14} aria-hidden /> {t('members.restore')}
            </button>
          }
        />
      )}
      <MergedNote memberId={id} />
      <SameName member={member} />
      {section ? (
        <Suspense fallback={<LoadingBars />}>
          <section.Content member={member} />
        </Suspense>
      ) : (
        <Overview member={member} />
      )}
      {changing && (
        <StatusDialog
          member={{ id, version: member.version, status: member.status, name: fields.fullName }}
          onClose={() => setChanging(false)}
        />
      )}
    </Page>
  );
}

/** Facts by group, the private ones closed, and the story beside them. */
function Overview({ member }: { member: Member }) {
  const t = useText();
  const timeline = useQueryOp('members.timeline', { id: member.id }).data;
  return (
    <div className="so-members-page">
      <div className="so-members-page__facts">
        <RecordFacts member={member} />
        <PrivateFacts member={member} />
        <section className="so-members-group" aria-label={t('memberPrivacy.photo.title')}>
          <h2>{t('memberPrivacy.photo.title')}</h2>
          <PhotoBox id={member.id} name={member.fields.fullName} locked={member.deletedAt !== null} />
        </section>
      </div>
      <section aria-label={t('members.section.history')}>
        <h2 className="so-sr">{t('members.section.history')}</h2>
        {timeline ? <TimelineList rows={timeline.rows} /> : <LoadingBars kind="lines" />}
      </section>
    </div>
  );
}
