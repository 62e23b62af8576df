/** The open list of a department: those left out of "all except", or those of "only". */
import { X } from 'lucide-react';
import { invoke, useCommandOp, useQueryOp, useText } from '../../../client';
import { type Candidate, Icon, NamePicker } from '../../../ui';
import { ReasonField } from './ReasonField';
import type { Department, Named } from './view';

const SHOWN = 300;

export function ExceptionRow({
  eventId,
  department,
  mode,
  onClose,
}: {
  eventId: number;
  department: Department;
  mode: 'except' | 'only';
  onClose(): void;
}) {
  const t = useText();
  const where = department.departmentId ?? ('none' as const);
  const listed = useQueryOp(
    'events.participants',
    { id: eventId, department: where, show: mode === 'except' ? 'absent' : 'came', limit: SHOWN },
    { keep: true },
  );
  const people: readonly Named[] = listed.data?.rows ?? department.people;
  const mark = useCommandOp('events.setPeople', {
    done: (_, input) => {
      if (input.add?.length) return t('events.people.doneTick', { count: input.add.length });
      return input.remove?.length
        ? t('events.people.doneUntick', { count: input.remove.length })
        : t('events.people.doneReason');
    },
  });
  const find = async (typed: string): Promise<Candidate[]> => {
    const { data } = await invoke('events.participants', {
      id: eventId,
      department: where,
      search: typed,
      limit: 12,
    });
    const taken = new Set(people.map((person) => person.memberId));
    return data.rows
      .filter((row) => row.eligible && !taken.has(row.memberId))
      .slice(0, 6)
      .map((row) => ({
        memberId: row.memberId,
        fullName: row.fullName,
        facts: [row.birthDate?.slice(0, 4), row.jobTitle].filter(Boolean).join(' · '),
      }));
  };
  const pick = ({ memberId }: Candidate, reason: string | null) =>
    mark.fire(
      mode === 'only'
        ? { id: eventId, add: [memberId] }
        : { id: eventId, remove: [memberId], reasons: reason ? [{ memberId, reason }] : [] },
    );
  const takeOff = (person: Named | undefined) => {
    if (!person) return;
    mark.fire(
      mode === 'only' ? { id: eventId, remove: [person.memberId] } : { id: eventId, add: [person.memberId] },
    );
  };
  const name = department.name ?? t('events.people.noDepartment');
  return (
    <NamePicker
      label={t('events.people.openList', { name })}
      placeholder={t(mode === 'except' ? 'events.people.pickExceptHint' : 'events.people.pickHint')}
      find={find}
      onPick={pick}
      onBack={() => takeOff(people.at(-1))}
      onClose={onClose}
      withReason={mode === 'except'}
      autoFocus
    >
      <span className="so-strong">{t(`events.people.${mode}`)}</span>
      {people.map((person) => (
        <PersonChip
          key={person.memberId}
          person={person}
          withReason={mode === 'except'}
          onReason={(reason) => mark.fire({ id: eventId, reasons: [{ memberId: person.memberId, reason }] })}
          onTakeOff={() => takeOff(person)}
        />
      ))}
    </NamePicker>
  );
}

function PersonChip({
  person,
  withReason,
  onReason,
  onTakeOff,
}: {
  person: Named;
  withReason: boolean;
  onReason(reason: string): void;
  onTakeOff(): void;
}) {
  const t = useText();
  return (
    <span className="so-events-person">
      {person.fullName}
      {withReason && <ReasonField person={person} onChange={onReason} />}
      <button
        type="button"
        className="so-chip__x"
        aria-label={t('events.people.takeOff', { name: person.fullName })}
        onClick={onTakeOff}
      >
        <Icon of={X} size={14} />
      </button>
    </span>
  );
}
