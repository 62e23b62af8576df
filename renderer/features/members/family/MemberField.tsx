/** A field for one member, found by typing without tones. The form holds the id. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { invoke, useText } from '../../../client';
import { type FieldProps, FieldShell, Icon } from '../../../ui';

export interface KnownMember {
  id: number;
  fullName: string;
  birthDate: string | null;
  department: string | null;
}

const SEARCH_MS = 120;
const optionOf = (person: KnownMember) => ({
  value: person.id,
  label: person.fullName,
  note: [person.birthDate?.slice(0, 4), person.department].filter(Boolean).join(' · '),
});

export function MemberField({
  known = [],
  except = [],
  ...field
}: FieldProps & {
  /** People whose names are shown before anything is typed. */
  known?: readonly KnownMember[];
  /** People who cannot be chosen. */
  except?: readonly number[];
}) {
  const t = useText();
  const [found, setFound] = useState<readonly KnownMember[]>(known);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string) => {
    clearTimeout(timer.current);
    const turn = ++asked.current;
    if (text.trim() === '') return setFound(known);
    timer.current = setTimeout(() => {
      invoke('members.suggest', { search: text, limit: 12 })
        .then(({ data }) => turn === asked.current && setFound(data.rows))
        .catch(() => undefined);
    }, SEARCH_MS);
  };
  const people = [...new Map([...found, ...known].map((person) => [person.id, person])).values()];
  return (
    <FieldShell<number | null> field={field}>
      {(control) => (
        <Select<number | null>
          id={control.id}
          value={control.value ?? null}
          onChange={(value) => control.onChange(value ?? null)}
          onBlur={control.onBlur}
          disabled={control.disabled}
          autoFocus={control.autoFocus}
          status={control.invalid ? 'error' : ''}
          aria-invalid={control.invalid}
          aria-describedby={control.describedBy}
          allowClear
          showSearch={{ filterOption: false, onSearch: search }}
          placeholder={t('ui.form.choose')}
          suffixIcon={<Icon of={ChevronDown} />}
          notFoundContent={<span className="so-caption">{t('ui.form.noOption')}</span>}
          options={people.filter((person) => !except.includes(person.id)).map(optionOf)}
          optionRender={(option) => (
            <span className="so-row">
              <span>{option.label}</span>
              <span className="so-muted">{option.data.note}</span>
            </span>
          )}
        />
      )}
    </FieldShell>
  );
}
