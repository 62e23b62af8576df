/**
 * A field in which people are found by typing without tones: arrows choose, Enter takes, Escape closes. Keys pressed
 * while a tone is being composed are left to the input method.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { invoke, useText } from '../../client';
import { useEarlyEnter } from '../earlyEnter';
import { chordOf } from '../keys';

export interface Candidate {
  memberId: number;
  fullName: string;
  /** Grey, after the name: birth year, department. */
  facts: string;
}

export interface NamePickerProps {
  label: string;
  /** Of the input, for a label outside. */
  inputId?: string;
  invalid?: boolean;
  describedBy?: string | undefined;
  onBlur?(): void;
  placeholder: string;
  /** The best matches of what is typed, best first. */
  find(typed: string): Promise<readonly Candidate[]>;
  /** Takes one; `reason` is what was typed after a comma. */
  onPick(candidate: Candidate, reason: string | null): void;
  /** Ctrl+Enter instead of Enter. */
  onAlternate?: (candidate: Candidate) => void;
  /** Backspace in the empty field. */
  onBack?: () => void;
  /** Escape in the empty field. */
  onClose?: () => void;
  autoFocus?: boolean;
  /** Reads what follows a comma as a reason. */
  withReason?: boolean;
  children?: ReactNode;
}

const SEARCH_MS = 90;

/** Members in post that match what is typed, with their departments. */
export async function findMembers(typed: string): Promise<Candidate[]> {
  const { data } = await invoke('members.suggest', { search: typed, limit: 8 });
  return data.rows.map((row) => ({
    memberId: row.id,
    fullName: row.fullName,
    facts: [row.birthDate?.slice(0, 4), row.department].filter(Boolean).join(' · '),
  }));
}

export function NamePicker(props: NamePickerProps) {
  const { label, placeholder, onPick, withReason = false } = props;
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [typed = '', ...after] = withReason ? text.split(',') : [text];
  const reason = after.join(',').trim() || null;
  const { found, asked } = useFound(typed.trim(), props.find);
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (props.autoFocus) input.current?.focus();
  }, [props.autoFocus]);

  const take = (candidate: Candidate | undefined, alternate = false) => {
    if (!candidate) return;
    if (alternate && props.onAlternate) props.onAlternate(candidate);
    else onPick(candidate, reason);
    setText('');
    setActive(0);
    input.current?.focus();
  };
  const settled = asked === typed.trim();
  const takeWhenFound = useEarlyEnter(text, settled, () => take(found[0]));
  const alternateWhenFound = useEarlyEnter(text, settled, () => take(found[0], true));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const chord = chordOf(event);
    if (chord === 'Backspace' && text === '') props.onBack?.();
    const moves: Record<string, (() => void) | undefined> = {
      Enter: () => (settled ? take(found[active]) : takeWhenFound()),
      ...(props.onAlternate
        ? { 'Ctrl+Enter': () => (settled ? take(found[active], true) : alternateWhenFound()) }
        : {}),
      ArrowDown: () => setActive((at) => Math.min(at + 1, found.length - 1)),
      ArrowUp: () => setActive((at) => Math.max(at - 1, 0)),
      Escape: text === '' ? props.onClose : () => setText(''),
    };
    const move = moves[chord];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  const open = typed.trim() !== '';
  return (
    <span className="so-picker">
      {props.children}
      <input
        ref={input}
        id={props.inputId}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        onBlur={props.onBlur}
        className="so-picker__input"
        role="combobox"
        aria-label={label}
        aria-expanded={open && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        <span className="so-picker__list" id={`${id}-list`} role="listbox" aria-label={label}>
          {found.map((candidate, at) => (
            <button
              key={candidate.memberId}
              id={`${id}-${at}`}
              type="button"
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              className="so-picker__option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(candidate)}
            >
              <span className="so-strong">{candidate.fullName}</span>
              <span className="so-muted">{candidate.facts}</span>
              {at === active && <kbd className="so-push">Enter</kbd>}
            </button>
          ))}
          {found.length === 0 && settled && (
            <span className="so-picker__none">{t('ui.picker.none', { text: typed.trim() })}</span>
          )}
        </span>
      )}
    </span>
  );
}

/** Matches of the typed text, read a moment after the last key. */
function useFound(typed: string, find: NamePickerProps['find']) {
  const [state, setState] = useState<{ asked: string; found: readonly Candidate[] }>({
    asked: '',
    found: [],
  });
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    if (typed === '') {
      setState({ asked: '', found: [] });
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      latest
        .current(typed)
        .then((found) => current && setState({ asked: typed, found }))
        .catch(() => current && setState({ asked: typed, found: [] }));
    }, SEARCH_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return state;
}
