import { ArchiveRestore, Lock, Pencil, Trash2, UserRound, UserRoundCog } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  Avatar,
  ErrorState,
  Facts,
  Icon,
  LoadingBars,
  NameCell,
  Note,
  Page,
  Sensitive,
  useFormat,
  useShortcuts,
} from '../../ui';
import { ageText } from './MemberSide';
import { memberSections } from './memberSections';
import { StatusDialog } from './StatusDialog';
import { TimelineList } from './TimelineList';
import './members.css';

type Member = OutputOf<'members.get'>;

/** One person: the record, the private part closed, and the story with events and awards. */
export default function MemberPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('members.get', { id });
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
  const section = memberSections.find(({ key }) => key === address.get('tab'));
  const trash = useCommandOp('members.trash', {
    done: (data) => t('members.trashed', { count: data.count }),
  });
  const restore = useCommandOp('members.restore', { done: () => t('members.restored') });
  const edit = () => navigate(`/members/${id}/edit`);
  useShortcuts({ F2: edit });
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
      lead={<Avatar name={fields.fullName} size={60} />}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      facts={[fields.jobTitle, member.department, fields.unionPosition, status]}
      {...(memberSections.length > 0
        ? {
            tabs: {
              items: [
                { key: 'record', label: t('members.recordTab') },
                ...memberSections.map(({ key, label }) => ({ key, label: t(label) })),
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
      {member.deletedAt !== null && (
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
      {member.sameName.length > 0 && (
        <Note tone="warn" icon={UserRound}>
          {t('members.sameName', { count: member.sameName.length })}
        </Note>
      )}
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
        <section className="so-card so-members-private" aria-label={t('members.section.sensitive')}>
          <h2>
            <Icon of={Lock} size={14} /> {t('members.section.sensitive')}
          </h2>
          <PrivateFacts member={member} />
        </section>
      </div>
      <section aria-label={t('members.section.history')}>
        <h2 className="so-sr">{t('members.section.history')}</h2>
        {timeline ? <TimelineList rows={timeline.rows} /> : <LoadingBars kind="lines" />}
      </section>
    </div>
  );
}

type Fact = { label: string; value: ReactNode };

/** Facts by group; the few that are always asked for stay even when they are not known. */
function RecordFacts({ member }: { member: Member }) {
  const t = useText();
  const format = useFormat();
  const { fields } = member;
  const known = (label: string, value: string | null): Fact[] => (value ? [{ label, value }] : []);
  const groups: { title: string; items: Fact[] }[] = [
    {
      title: t('members.section.person'),
      items: [
        {
          label: t('members.field.birthDate'),
          value: [format.date(fields.birthDate), ageText(fields.birthDate, t)].filter(Boolean).join(' · '),
        },
        { label: t('members.field.gender'), value: fields.gender && t(`members.gender.${fields.gender}`) },
      ],
    },
    {
      title: t('members.section.union'),
      items: [
        { label: t('members.field.group'), value: member.group },
        { label: t('members.field.cardShort'), value: fields.cardNo },
        { label: t('members.field.unionJoinShort'), value: format.date(fields.unionJoinDate) },
        ...known(t('members.field.unionPosition'), fields.unionPosition),
      ],
    },
    {
      title: t('members.section.work'),
      items: [
        { label: t('members.field.department'), value: member.department },
        { label: t('members.field.jobTitleShort'), value: fields.jobTitle },
        ...known(t('members.field.position'), fields.position),
        ...known(t('members.field.hireDate'), format.date(fields.hireDate)),
        ...known(t('members.field.contractType'), fields.contractType),
        ...known(t('members.field.education'), fields.education),
      ],
    },
    {
      title: t('members.section.contact'),
      items: [
        { label: t('members.field.phone'), value: fields.phone },
        ...known(t('members.field.email'), fields.email),
        ...known(t('members.field.address'), fields.address),
        ...known(t('members.field.hometown'), fields.hometown),
      ],
    },
  ];
  return (
    <>
      {groups.map(({ title, items }) => (
        <section key={title} className="so-members-group" aria-label={title}>
          <h2>{title}</h2>
          <Facts items={items} />
        </section>
      ))}
      {fields.note && (
        <section className="so-members-group" aria-label={t('members.field.note')}>
          <h2>{t('members.field.note')}</h2>
          <p className="so-members-note">{fields.note}</p>
        </section>
      )}
    </>
  );
}

function PrivateFacts({ member }: { member: Member }) {
  const t = useText();
  const format = useFormat();
  const { fields } = member;
  const hidden = (
    key:
      | 'idNumber'
      | 'idDate'
      | 'idPlace'
      | 'isParty'
      | 'partyDate'
      | 'politicalTheory'
      | 'ethnicity'
      | 'religion'
      | 'salaryCoefficient',
    value: string | null,
  ) => ({
    label: t(`members.field.${key}`),
    value: value ? <Sensitive label={t(`members.field.${key}`)}>{value}</Sensitive> : null,
  });
  return (
    <Facts
      items={[
        hidden('idNumber', fields.idNumber),
        hidden('idDate', format.date(fields.idDate)),
        hidden('idPlace', fields.idPlace),
        hidden(
          'isParty',
          fields.isParty === null ? null : fields.isParty ? t('members.yes') : t('members.no'),
        ),
        hidden('partyDate', format.date(fields.partyDate)),
        hidden('politicalTheory', fields.politicalTheory),
        hidden('ethnicity', fields.ethnicity),
        hidden('religion', fields.religion),
        hidden(
          'salaryCoefficient',
          fields.salaryCoefficient === null ? null : format.decimal(fields.salaryCoefficient, 2),
        ),
      ].filter(({ value }, at) => at === 0 || value !== null)}
    />
  );
}
