/** Conditions above a table: search, chips that read as a sentence, and the bar for ticked rows. */
import { Input } from 'antd';
import { ListFilter, Search, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../client/i18n';
import { useFormat } from '../format';
import { chordOf, useShortcuts } from '../keys';
import type { Action } from '../parts/Actions';
import { Icon } from '../parts/Icon';
import { useClosedActions } from '../rights';

export interface FilterChip {
  key: string;
  /** "Khoa, phòng" */
  label: string;
  /** "3 khoa" */
  value: string;
  onRemove(): void;
  onEdit?: () => void;
}

/** "Khoa, phòng: **3 khoa** ×" … "Bỏ lọc". `children` go after the chips (an "add" button). */
export function FilterChips({
  chips,
  onClear,
  children,
}: {
  chips: readonly FilterChip[];
  onClear(): void;
  children?: ReactNode;
}) {
  const t = useText();
  return (
    <>
      {chips.map((chip) => (
        <span key={chip.key} className="so-chip">
          {chip.onEdit ? (
            <button type="button" className="so-chip__text" onClick={chip.onEdit}>
              {chip.label}: <strong>{chip.value}</strong>
            </button>
          ) : (
            <span className="so-chip__text">
              {chip.label}: <strong>{chip.value}</strong>
            </span>
          )}
          <button
            type="button"
            className="so-chip__x"
            aria-label={t('ui.filter.remove', { name: chip.label })}
            onClick={chip.onRemove}
          >
            <Icon of={X} size={14} />
          </button>
        </span>
      ))}
      {children}
      {chips.length > 0 && (
        <button type="button" className="so-linklike" onClick={onClear}>
          {t('ui.filter.clear')}
        </button>
      )}
    </>
  );
}

/** The plain "Thêm điều kiện" button; use as the trigger of a Popover or Dropdown. */
export function AddFilterButton({ onClick }: { onClick?: () => void }) {
  const t = useText();
  return (
    <button type="button" className="so-chip so-chip--plain" onClick={onClick}>
      <Icon of={ListFilter} size={14} /> {t('ui.filter.add')}
    </button>
  );
}

/** A row of quick choices, one active: "Cần xem trước · Mới · Tất cả". */
export function ChoiceChips<K extends string>({
  items,
  active,
  onChange,
  label,
}: {
  items: readonly { key: K; label: string; count?: number }[];
  active: K;
  onChange(key: K): void;
  label: string;
}) {
  const format = useFormat();
  return (
    <div className="so-row so-wrap" role="group" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          className={`so-chip ${item.key === active ? '' : 'so-chip--plain'}`}
          aria-pressed={item.key === active}
          onClick={() => onChange(item.key)}
        >
          {item.label}
          {item.count !== undefined && <span className="so-muted">{format.count(item.count)}</span>}
        </button>
      ))}
    </div>
  );
}

/** The quick choices of one condition of a list, "all" before them; the condition is null when all are shown. */
export function ConditionChips<K extends string>({
  value,
  onChange,
  all,
  items,
  label,
}: {
  value: K | null;
  onChange(value: K | null): void;
  /** "Tất cả" */
  all: string;
  items: readonly { key: K; label: string; count?: number }[];
  label: string;
}) {
  return (
    <ChoiceChips<K | 'all'>
      label={label}
      active={value ?? 'all'}
      onChange={(key) => onChange(key === 'all' ? null : (key as K))}
      items={[{ key: 'all', label: all }, ...items]}
    />
  );
}

/**
 * The search field of a list: waits 120 ms after the last key, never sends half a composed syllable. Ctrl+F goes
 * there; Esc clears it.
 */
export function SearchField({
  value,
  onChange,
  placeholder,
  width = 236,
}: {
  value: string;
  onChange(text: string): void;
  placeholder: string;
  width?: number;
}) {
  const t = useText();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const composing = useRef(false);
  const box = useRef<HTMLInputElement | null>(null);
  useShortcuts({ 'Ctrl+F': () => box.current?.focus() });
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current || composing.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, 120);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <span className="so-search" style={{ width }}>
      <Input
        ref={(made) => {
          box.current = made?.input ?? null;
        }}
        size="small"
        value={text}
        prefix={<Icon of={Search} />}
        placeholder={placeholder}
        aria-label={placeholder}
        allowClear={{ clearIcon: <Icon of={X} size={14} /> }}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          setText(`${event.currentTarget.value}`);
          sent.current = event.currentTarget.value;
          onChange(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (chordOf(event) === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
          }
        }}
        title={`${t('ui.search')} · Ctrl F`}
      />
    </span>
  );
}

/** Floats over the foot of the table while rows are ticked. Put it last inside the page body with `fill`. */
export function BulkBar({
  count,
  total,
  actions,
  onClear,
}: {
  count: number;
  total: number;
  actions: readonly Action[];
  onClear(): void;
}) {
  const t = useText();
  const closedOf = useClosedActions();
  const format = useFormat();
  useShortcuts({ Escape: onClear }, count > 0);
  if (count === 0) return null;
  return (
    <div className="so-float so-bulk" role="toolbar" aria-label={t('ui.bulk.label')}>
      <strong aria-live="polite">
        {t('ui.bulk.count', { count: format.count(count), total: format.count(total) })}
      </strong>
      {actions.map((action) => (
        <button
          key={action.key}
          type="button"
          title={closedOf(action) ?? undefined}
          disabled={closedOf(action) !== null || action.disabled}
          onClick={action.onClick}
        >
          {action.icon && <Icon of={action.icon} />} {action.label}
        </button>
      ))}
      <button type="button" className="so-push" onClick={onClear}>
        {t('ui.bulk.clear')} <kbd>Esc</kbd>
      </button>
    </div>
  );
}
