/** Everything dated of one member: membership and work, discipline, absence. */
import type { OutputOf } from '../../../../shared/contract';
import { AbsenceCard } from './AbsenceCard';
import { DisciplineCard } from './DisciplineCard';
import { FactsCard } from './FactsCard';
import './history.css';

export default function HistoryTab({ member }: { member: OutputOf<'members.get'> }) {
  return (
    <div className="so-stack so-history">
      <FactsCard member={member} />
      <DisciplineCard member={member} />
      <AbsenceCard member={member} />
    </div>
  );
}
