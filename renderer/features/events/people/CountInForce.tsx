/** Tells that a count without names is the event's figure, where names are recorded beside it. */
import { Info } from 'lucide-react';
import { participationText } from '../../../../shared/domain/eventFigures';
import { useText } from '../../../client';
import { Note } from '../../../ui';
import type { Attendance } from './PeopleTab';

export function CountInForce({ attendance }: { attendance: Attendance }) {
  const t = useText();
  if (!attendance.count || !attendance.participation) return null;
  const figure = participationText(attendance.participation, t.language);
  return (
    <div className="so-events-note">
      <Note icon={Info} title={t('events.count.inForce', { figure })}>
        {t('events.count.inForceBody')}
      </Note>
    </div>
  );
}
