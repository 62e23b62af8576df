/** A person: a member found by typing without tones, or the name of somebody from outside. */
import { AutoComplete } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { invoke, useText } from '../../../client';
import { type Control, chordOf, type FieldProps, FieldShell, useEarlyEnter, useFormat } from '../../../ui';

export interface Person {
  memberId: number | null;
  name: string;
}

const SEARCH_MS = 90;
const LONGEST = 100;

export function PersonField({ placeholder, ...field }: FieldProps & { placeholder?: string }) {
  return (
    <FieldShell<Person | null> field={field}>
      {(control) => <PersonInput control={control} placeholder={placeholder} />}
    </FieldShell>
  );
}

function PersonInput({
  control,
  placeholder,
}: {
  control: Control<Person | null>;
  placeholder: string | undefined;
}) {
  const t = useText();
  const [text, setText] = useState(control.value?.name ?? '');
  const { found, settled } = useFound(text, control.value);
  const value = control.value?.name ?? '';
  useEffect(() => setText(value), [value]);
  const typed = text.trim();
  const take = (one: Found | undefined) => {
    if (one) setText(one.fullName);
    control.onChange(one ? { memberId: one.id, name: one.fullName } : { memberId: null, name: typed });
  };
  const takeWhenFound = useEarlyEnter(text, settled, () => take(found[0]));
  const waitForMatches = (event: KeyboardEvent) => {
    if (settled || chordOf(event) !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    takeWhenFound();
  };
  const outsider =
    typed === '' || !settled || control.value?.memberId != null
      ? []
      : [
          {
            value: 'outside',
            label: <span className="so-muted">{t('committees.post.outsider', { name: typed })}</span>,
          },
        ];
  const options = [
    ...found.map((one) => ({
      value: `member:${one.id}`,
      label: (
        <span>
          <span className="so-strong">{one.fullName}</span> <span className="so-muted">{one.facts}</span>
        </span>
      ),
    })),
    ...outsider,
  ];
  return (
    <span className="so-person" onKeyDownCapture={waitForMatches}>
      <AutoComplete
        id={control.id}
        value={text}
        placeholder={placeholder}
        options={options}
        defaultActiveFirstOption
        disabled={control.disabled}
        autoFocus={control.autoFocus}
        status={control.invalid ? 'error' : ''}
        aria-invalid={control.invalid}
        aria-describedby={control.describedBy}
        maxLength={LONGEST}
        onChange={(next: string) => {
          if (/^(member:\d+|outside)$/.test(next)) return;
          setText(next);
          const name = next.trim();
          control.onChange(name === '' ? null : { memberId: null, name });
        }}
        onSelect={(key: string) => {
          take(found.find((each) => `member:${each.id}` === key));
        }}
        onBlur={control.onBlur}
      />
    </span>
  );
}

interface Found {
  id: number;
  fullName: string;
  facts: string;
}

/** Active members that match, read a moment after the last key; none of an older text. */
function useFound(text: string, chosen: Person | null): { found: readonly Found[]; settled: boolean } {
  const format = useFormat();
  const [state, setState] = useState<{ asked: string; found: readonly Found[] }>({ asked: '', found: [] });
  const latest = useRef(format);
  latest.current = format;
  const typed = chosen?.memberId != null && chosen.name === text ? '' : text.trim();
  useEffect(() => {
    if (typed === '') {
      setState({ asked: '', found: [] });
      return;
    }
    let current = true;
    const settle = (found: readonly Found[]) => current && setState({ asked: typed, found });
    const timer = setTimeout(() => {
      invoke('members.suggest', { search: typed })
        .then(({ data }) =>
          settle(
            data.rows.map((row) => ({
              id: row.id,
              fullName: row.fullName,
              facts: [latest.current.date(row.birthDate), row.department].filter(Boolean).join(' · '),
            })),
          ),
        )
        .catch(() => settle([]));
    }, SEARCH_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed]);
  const settled = state.asked === typed;
  return { found: settled ? state.found : [], settled };
}
