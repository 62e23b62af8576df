/** Invites those who held certain posts on the day of the course. */
import { Checkbox } from 'antd';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { OFFICER_GROUPS, type OfficerGroup } from '../../../../shared/domain/training';
import { useCommandOp, useText } from '../../../client';
import { ActionButton, Drawer, useFormat } from '../../../ui';
import type { EventDetail } from '../EventPage';

interface InviteDrawerProps {
  event: EventDetail;
  open: boolean;
  onClose(): void;
}

export function InviteDrawer({ event, open, onClose }: InviteDrawerProps) {
  const t = useText();
  const format = useFormat();
  const [groups, setGroups] = useState<OfficerGroup[]>(['executive']);
  const invite = useCommandOp('training.invite', {
    done: (data) => t('training.invited', { count: data.changed }),
  });
  return (
    <Drawer open={open} onClose={onClose} title={t('training.invite')} facts={event.fields.name}>
      <div className="so-stack">
        <p>{t('training.inviteBody', { day: format.date(event.fields.startsOn) })}</p>
        <Checkbox.Group<OfficerGroup>
          className="so-stack"
          value={groups}
          onChange={setGroups}
          options={OFFICER_GROUPS.map((value) => ({ value, label: t(`training.groups.${value}`) }))}
        />
        <ActionButton
          primary
          action={{
            key: 'invite',
            label: t('training.invite'),
            icon: UsersRound,
            disabled: groups.length === 0,
            onClick: () => {
              invite.fire({ eventId: event.id, groups });
              onClose();
            },
          }}
        />
      </div>
    </Drawer>
  );
}
