import { ArchiveRestore, Pencil, Trash2, UserRound, UserRoundCog } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  Avatar,
  ErrorState,
  Facts,
  LoadingBars,
  NameCell,
  Note,
  Page,
  Sensitive,
  Tag,
  useFormat,
  useShortcuts,
} from '../../ui';
import { ageText } from './MemberSide';
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
  const timeline = useQueryOp('members.timeline', { id }).data;
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
      lead={<Avatar name={fields.fullName} />}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      facts={[fields.jobTitle, member.department, fields.unionPosition, status]}
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
      <div className="so-members-page">
        <section className="so-card" aria-label={t('members.section.facts')}>
          <div className="so-card__head">
            <h2>{t('members.section.facts')}</h2>
            <Tag tone={member.status === 'active' ? 'ok' : 'neutral'}>
              {t(`members.status.${member.status}`)}
            </Tag>
          </div>
          <RecordFacts member={member} />
          <h3>{t('members.section.sensitive')}</h3>
          <PrivateFacts member={member} />
        </section>
        <section className="so-card" aria-label={t('members.section.history')}>
          <div className="so-card__head">
            <h2>{t('members.section.history')}</h2>
          </div>
          {timeline ? <TimelineList rows={timeline.rows} /> : <LoadingBars kind="lines" />}
        </section>
      </div>
      {changing && (
        <StatusDialog
          member={{ id, version: member.version, status: member.status, name: fields.fullName }}
          onClose={() => setChanging(false)}
        />
      )}
    </Page>
  );
}

function RecordFacts({ member }: { member: Member }) {
  const t = useText();
  const format = useFormat();
  const { fields } = member;
  return (
    <Facts
      items={[
        {
          label: t('members.field.birthDate'),
          value: [format.date(fields.birthDate), ageText(fields.birthDate, t)].filter(Boolean).join(' · '),
        },
        { label: t('members.field.gender'), value: fields.gender && t(`members.gender.${fields.gender}`) },
        { label: t('members.field.department'), value: member.department },
        { label: t('members.field.group'), value: member.group },
        { label: t('members.field.jobTitle'), value: fields.jobTitle },
        { label: t('members.field.position'), value: fields.position },
        { label: t('members.field.education'), value: fields.education },
        { label: t('members.field.contractType'), value: fields.contractType },
        { label: t('members.field.hireDate'), value: format.date(fields.hireDate) },
        { label: t('members.field.unionJoinDate'), value: format.date(fields.unionJoinDate) },
        { label: t('members.field.cardNo'), value: fields.cardNo },
        { label: t('members.field.unionPosition'), value: fields.unionPosition },
        { label: t('members.field.phone'), value: fields.phone },
        { label: t('members.field.email'), value: fields.email },
        { label: t('members.field.address'), value: fields.address },
        { label: t('members.field.hometown'), value: fields.hometown },
        { label: t('members.field.note'), value: fields.note },
      ]}
    />
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
      ]}
    />
  );
}
