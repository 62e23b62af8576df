/** A person: a member found by typing without tones, or the name of somebody from outside. */
import { AutoComplete } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { invoke, useText } from '../../../client';
import { type Control, type FieldProps, FieldShell, useFormat } from '../../../ui';

export interface Person {
  memberId: number | null;
  name: string;
}

const SEARCH_MS = 90;
const LONGEST = 100;

export function PersonField(field: FieldProps) {
  return (
    <FieldShell<Person | null> field={field}>{(control) => <PersonInput control={control} />}</FieldShell>
  );
}

function PersonInput({ control }: { control: Control<Person | null> }) {
  const t = useText();
  const [text, setText] = useState(control.value?.name ?? '');
  const found = useFound(text, control.value);
  const value = control.value?.name ?? '';
  useEffect(() => setText(value), [value]);
  const typed = text.trim();
  const outsider =
    typed === '' || control.value?.memberId != null
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
    <AutoComplete
      id={control.id}
      value={text}
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
        if (key === 'outside') {
          control.onChange({ memberId: null, name: typed });
          return;
        }
        const one = found.find((each) => `member:${each.id}` === key);
        if (!one) return;
        setText(one.fullName);
        control.onChange({ memberId: one.id, name: one.fullName });
      }}
      onBlur={control.onBlur}
    />
  );
}

/** Active members that match, read a moment after the last key. */
function useFound(text: string, chosen: Person | null) {
  const format = useFormat();
  const [found, setFound] = useState<readonly { id: number; fullName: string; facts: string }[]>([]);
  const latest = useRef(format);
  latest.current = format;
  const typed = chosen?.memberId != null && chosen.name === text ? '' : text.trim();
  useEffect(() => {
    if (typed === '') {
      setFound([]);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      invoke('members.suggest', { search: typed })
        .then(({ data }) => {
          if (!current) return;
          setFound(
            data.rows.map((row) => ({
              id: row.id,
              fullName: row.fullName,
              facts: [latest.current.date(row.birthDate), row.department].filter(Boolean).join(' · '),
            })),
          );
        })
        .catch(() => current && setFound([]));
    }, SEARCH_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return found;
}
