/** A day typed as in forms, outside of one. */
import { Input } from 'antd';
import { useState } from 'react';
import { formatDate, parseDate } from '../../../shared/domain/dates';

interface DayInputProps {
  label: string;
  /** ISO. */
  value: string;
  onChange(iso: string): void;
}

export function DayInput({ label, value, onChange }: DayInputProps) {
  const [text, setText] = useState(formatDate(value));
  const read = parseDate(text);
  const bad = !read.ok || read.iso.length < 10;
  return (
    <Input
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={10}
      status={bad ? 'error' : ''}
      onChange={(event) => {
        setText(event.target.value);
        const next = parseDate(event.target.value);
        if (next.ok && next.iso.length === 10) onChange(next.iso);
      }}
      onBlur={() => setText(formatDate(value))}
    />
  );
}
