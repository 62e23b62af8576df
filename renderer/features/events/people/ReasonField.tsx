/** Why someone did not come: a word to click, a small field while it is typed. */
import { useState } from 'react';
import { useText } from '../../../client';
import { chordOf } from '../../../ui';
import type { Named } from './view';

export function ReasonField({ person, onChange }: { person: Named; onChange(reason: string): void }) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  if (!editing)
    return (
      <button
        type="button"
        className={person.reason ? 'so-events-reason' : 'so-linklike'}
        aria-label={t('events.people.reasonOf', { name: person.fullName })}
        onClick={() => setEditing(true)}
      >
        {person.reason ?? t('events.people.addReason')}
      </button>
    );
  return (
    <ReasonInput
      person={person}
      onDone={(reason) => {
        setEditing(false);
        if (reason !== null && reason !== (person.reason ?? '')) onChange(reason);
      }}
    />
  );
}

function ReasonInput({ person, onDone }: { person: Named; onDone(reason: string | null): void }) {
  const t = useText();
  const [text, setText] = useState(person.reason ?? '');
  return (
    <input
      className="so-events-reason-input"
      // biome-ignore lint/a11y/noAutofocus: opened by a click or Enter on its own button
      autoFocus
      aria-label={t('events.people.reasonOf', { name: person.fullName })}
      placeholder={t('events.people.reason')}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        const chord = chordOf(event);
        if (chord !== 'Enter' && chord !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone(chord === 'Enter' ? text.trim() : null);
      }}
    />
  );
}
