/** The invitation list of the event of the same kind before this one, to be taken over for the next meeting. */
import { announceFailure, invoke, useQueryOp, useText } from '../../../client';
import type { Action } from '../../../ui';
import type { EventDetail } from '../EventPage';

const MOST = 500;

/** A button that invites the same people as last time; none while there was no last time. */
export function useInviteAgain(
  event: EventDetail,
  wanted: boolean,
  invite: (memberIds: number[]) => void,
): Action[] {
  const t = useText();
  const rows = useQueryOp(
    'events.list',
    { kinds: [event.fields.kind], recorded: null, limit: 20 },
    { enabled: wanted },
  ).data?.rows;
  const before = rows?.find((row) => row.id !== event.id && row.startsOn <= event.fields.startsOn);
  if (!wanted || !before) return [];
  const take = async () => {
    const { data } = await invoke('events.participants', { id: before.id, limit: MOST });
    invite(data.rows.filter((row) => row.eligible).map((row) => row.memberId));
  };
  return [
    {
      key: 'again',
      label: t('events.people.inviteAgain', { name: before.name }),
      onClick: () => void take().catch(announceFailure),
    },
  ];
}
