/** "Tính đến ngày": the day a list is shown as of; Enter or leaving the field applies it, empty means today. */
import { Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { formatDate, parseDate } from '../../../../shared/domain/dates';
import { useText } from '../../../client';
import { chordOf, todayIso } from '../../../ui';

export function DayInput({ value, onChange }: { value: string | null; onChange(day: string | null): void }) {
  const t = useText();
  const id = useId();
  const shown = formatDate(value ?? todayIso());
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(shown);
    setWrong(false);
  }, [shown]);
  const apply = () => {
    if (text.trim() === '') {
      setText(shown);
      onChange(null);
      return;
    }
    const read = parseDate(text);
    if (!read.ok || read.iso.length < 10) {
      setWrong(true);
      return;
    }
    setWrong(false);
    onChange(read.iso === todayIso() ? null : read.iso);
  };
  return (
    <span className="so-row so-committees__day">
      <label htmlFor={id} className="so-caption">
        {t('committees.asOf')}
      </label>
      <Input
        id={id}
        size="small"
        value={text}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (chordOf(event) === 'Enter') apply();
        }}
        autoComplete="off"
      />
      {value !== null && (
        <button type="button" className="so-linklike" onClick={() => onChange(null)}>
          {t('committees.today')}
        </button>
      )}
    </span>
  );
}
