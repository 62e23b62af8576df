/** Cells of a table that is typed into: saved on leaving, Enter goes one row down. */
import { Input, Select } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useText } from '../../../client';
import { chordOf } from '../../../ui';

export interface CellProps {
  /** Names the cell for readers: "Ô Kết quả của Khoa Nội". */
  label: string;
  value: string;
  onSave(text: string): void;
  right?: boolean;
}

/** The cell of the same column one row down or up takes the focus. */
function step(event: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  const cell = event.currentTarget.closest('td');
  const row = cell?.parentElement;
  const rows = row?.parentElement ? [...row.parentElement.children] : [];
  const next = row ? rows[rows.indexOf(row) + by] : undefined;
  const at = cell && row ? [...row.children].indexOf(cell) : -1;
  const input = next?.children[at]?.querySelector<HTMLElement>('input');
  if (input) input.focus();
  else event.currentTarget.blur();
}

export function TextCell({ label, value, onSave, right = false }: CellProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <Input
      size="small"
      variant="borderless"
      className={right ? 'so-movements-cell so-number' : 'so-movements-cell'}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (text.trim() !== value) onSave(text.trim());
      }}
      onKeyDown={(event) => {
        const chord = chordOf(event);
        if (chord !== 'Enter' && chord !== 'ArrowDown' && chord !== 'ArrowUp') return;
        event.preventDefault();
        step(event, chord === 'ArrowUp' ? -1 : 1);
      }}
    />
  );
}

export function AchievedCell({
  label,
  value,
  onSave,
}: {
  label: string;
  value: boolean | null;
  onSave(value: boolean | null): void;
}) {
  const t = useText();
  return (
    <Select<string>
      size="small"
      variant="borderless"
      className="so-movements-cell"
      aria-label={label}
      value={value === null ? '' : value ? 'yes' : 'no'}
      onChange={(chosen) => onSave(chosen === '' ? null : chosen === 'yes')}
      options={[
        { value: '', label: <span className="so-muted">{t('movements.achieved.unknown')}</span> },
        { value: 'yes', label: t('movements.achieved.yes') },
        { value: 'no', label: t('movements.achieved.no') },
      ]}
    />
  );
}
