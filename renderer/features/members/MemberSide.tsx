import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { ageOn } from '../../../shared/domain/dateMath';
import { useQueryOp, useText } from '../../client';
import { ActionButton, Avatar, Facts, LoadingBars, SidePanel, todayIso, useFormat } from '../../ui';
import { SameName } from './merge/SameName';
import { Masked } from './privacy/Masked';
import { ShortTimeline } from './TimelineList';

/** A quick look at one person beside the list. */
export function MemberSide({ id, onClose }: { id: number; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const member = useQueryOp('members.get', { id }).data;
  const timeline = useQueryOp('members.timeline', { id }).data;
  const gone = member != null && member.deletedAt !== null;
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  if (!member)
    return (
      <SidePanel title="" onClose={onClose} label={t('members.side.label')}>
        <LoadingBars kind="lines" />
      </SidePanel>
    );
  const { fields } = member;
  const age = ageText(fields.birthDate, t);
  return (
    <SidePanel
      title={fields.fullName}
      facts={[fields.jobTitle, member.group].filter(Boolean).join(' · ')}
      lead={<Avatar name={fields.fullName} />}
      onClose={onClose}
      label={t('members.side.label')}
    >
      <div className="so-row">
        <ActionButton
          action={{ key: 'open', label: t('members.open'), onClick: () => navigate(`/members/${id}`) }}
          size="small"
        />
        <ActionButton
          action={{ key: 'edit', label: t('members.edit'), onClick: () => navigate(`/members/${id}/edit`) }}
          size="small"
        />
      </div>
      <Facts
        items={[
          {
            label: t('members.field.birthDate'),
            value: [format.date(fields.birthDate), age].filter(Boolean).join(' · '),
          },
          { label: t('members.field.department'), value: member.department },
          { label: t('members.field.cardShort'), value: fields.cardNo },
          { label: t('members.field.unionJoinShort'), value: format.date(fields.unionJoinDate) },
          { label: t('members.field.phone'), value: fields.phone },
          ...(member.held.includes('isParty')
            ? [{ label: t('members.field.isParty'), value: <Masked id={id} field="isParty" /> }]
            : []),
        ]}
      />
      {timeline && <ShortTimeline rows={timeline.rows.slice(0, 6)} />}
      <SameName member={member} />
    </SidePanel>
  );
}

/** "37 tuổi" today; nothing when the year is not known. */
export function ageText(birthDate: string | null | undefined, t: ReturnType<typeof useText>): string | null {
  if (!birthDate) return null;
  const age = ageOn(birthDate, todayIso());
  return age && t('members.age', { count: age.max });
}
