/** A number of the layout: taken as it is typed, with a comma; never rewritten while the caret is in it. */
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../client';
import { isComposing } from '../../ui';
import { readNumber, showNumber } from './model/words';

export interface NumberFieldProps {
  label: string;
  /** Null shows an empty field: several values, or none. */
  value: number | null;
  unit?: string;
  min: number;
  max: number;
  disabled?: boolean;
  /** `tag` is one for all changes while the caret stays. */
  onChange(value: number, tag: string): void;
}

let visits = 0;

export function NumberField({ label, value, unit, min, max, disabled, onChange }: NumberFieldProps) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState<{ text: string; tag: string } | null>(null);
  const language = t.language;
  const text = typed?.text ?? (value === null ? '' : showNumber(value, language));
  const read = readNumber(text);
  const wrong = typed !== null && (read === null || read < min || read > max);
  const take = (next: string) => {
    const tag = typed?.tag ?? `${id}.${++visits}`;
    setTyped({ text: next, tag });
    const number = readNumber(next);
    if (number !== null && number >= min && number <= max && number !== value) onChange(number, tag);
  };
  return (
    <label className="so-des-field" htmlFor={id}>
      <span>{label}</span>
      <Input
        id={id}
        aria-label={label}
        value={text}
        inputMode="decimal"
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        disabled={disabled ?? false}
        suffix={unit}
        title={
          wrong ? t('designer.range', { min: showNumber(min, language), max: showNumber(max, language) }) : ''
        }
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) setTyped(null);
        }}
      />
    </label>
  );
}
