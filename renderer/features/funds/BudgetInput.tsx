/** An amount typed inside a table: saved on Enter or on leaving, as it was on Esc. */
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { chordOf, isComposing, useFormat } from '../../ui';

interface BudgetInputProps {
  label: string;
  value: number | null;
  read(text: string): number | null;
  onSave(amount: number | null): void;
}

export function BudgetInput({ label, value, read, onSave }: BudgetInputProps) {
  const format = useFormat();
  const written = value === null ? '' : format.count(value);
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const amount = text.trim() === '' ? null : read(text);
  const wrong = text.trim() !== '' && (amount === null || amount < 0);
  const save = () => {
    if (!wrong && amount !== value) onSave(amount);
  };
  return (
    <Input
      size="small"
      className="so-funds-budget"
      aria-label={label}
      aria-invalid={wrong}
      status={wrong ? 'error' : ''}
      inputMode="numeric"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (chordOf(event) === 'Enter') save();
        if (chordOf(event) === 'Escape') setText(written);
      }}
    />
  );
}
