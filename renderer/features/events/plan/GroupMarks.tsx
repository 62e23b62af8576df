/** Everyone of a group came except those typed: Enter marks absent, Ctrl+Enter absent and excused. */
import { X } from 'lucide-react';
import { useRef } from 'react';
import { EXCUSED } from '../../../../shared/domain/eventPlans';
import { invoke, useCommandOp, useQueryOp, useText } from '../../../client';
import { ActionButton, type Candidate, Icon, NamePicker } from '../../../ui';
import type { Group } from './GroupsTab';

export function GroupMarks({
  eventId,
  group,
  sessionId,
  onClose,
}: {
  eventId: number;
  group: Group;
  sessionId: number | null;
  onClose(): void;
}) {
  const t = useText();
  const people =
    useQueryOp('events.groupPeople', { id: group.id, sessionId, limit: 2000 }, { keep: true }).data?.rows ??
    [];
  // The next name may be typed before the first mark is shown.
  const begun = useRef(group.recorded);
  const absent = people.filter((one) => one.came === false);
  const all = useCommandOp('events.markGroup', {
    done: (_, input) =>
      t(input.except?.length ? 'eventPlans.doneExcept' : 'eventPlans.doneAll', { name: group.name }),
  });
  const one = useCommandOp('events.markPeople', {
    done: (_, input) => {
      const [mark] = input.people;
      const name = people.find((person) => person.id === mark?.attendeeId)?.name ?? '';
      return t(mark?.came ? 'eventPlans.doneCame' : 'eventPlans.doneAbsent', { name });
    },
  });
  const find = async (typed: string): Promise<Candidate[]> => {
    const { data } = await invoke('events.groupPeople', {
      id: group.id,
      sessionId,
      search: typed,
      limit: 12,
    });
    return data.rows
      .filter((row) => row.came !== false)
      .slice(0, 6)
      .map((row) => ({ memberId: row.id, fullName: row.name, facts: row.title ?? row.department ?? '' }));
  };
  const pick = (candidate: Candidate, reason: string | null) => {
    const mark = { attendeeId: candidate.memberId, reason };
    if (group.recorded || begun.current)
      one.fire({ id: eventId, sessionId, people: [{ ...mark, came: false }] });
    else all.fire({ id: group.id, sessionId, except: [mark] });
    begun.current = true;
  };
  const back = (attendeeId: number | undefined) => {
    if (attendeeId !== undefined) one.fire({ id: eventId, sessionId, people: [{ attendeeId, came: true }] });
  };
  return (
    <div className="so-events-marks">
      <ActionButton
        size="small"
        action={{
          key: 'all',
          label: t('eventPlans.allCame'),
          onClick: () => all.fire({ id: group.id, sessionId }),
        }}
      />
      <NamePicker
        label={t('eventPlans.markOf', { name: group.name })}
        placeholder={t('eventPlans.exceptHint')}
        find={find}
        onPick={pick}
        onAlternate={(candidate) => pick(candidate, EXCUSED)}
        onBack={() => back(absent.at(-1)?.id)}
        onClose={onClose}
        withReason
        autoFocus
      >
        <span className="so-strong">{t('eventPlans.except')}</span>
        {absent.map((person) => (
          <span key={person.id} className="so-events-person">
            {person.name} {person.reason && <span className="so-muted">{person.reason}</span>}
            <button
              type="button"
              className="so-chip__x"
              aria-label={t('events.people.takeOff', { name: person.name })}
              onClick={() => back(person.id)}
            >
              <Icon of={X} size={14} />
            </button>
          </span>
        ))}
      </NamePicker>
    </div>
  );
}
