/** Tabs of a page, with counts; the active one has a red line. Arrow keys move between them. */
import type { KeyboardEvent } from 'react';
import { useText } from '../../client/i18n';
import { useFormat } from '../format';
import { chordOf } from '../keys';

export interface TabsProps {
  items: readonly { key: string; label: string; count?: number | null }[];
  active: string;
  onChange(key: string): void;
  /** id of the element the tabs switch, for readers. */
  controls?: string;
  label?: string;
}

export function Tabs({ items, active, onChange, controls, label }: TabsProps) {
  const t = useText();
  const format = useFormat();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = items.findIndex((item) => item.key === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[chordOf(event)];
    if (to === undefined) return;
    const next = items[(to + items.length) % items.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label ?? t('ui.tabs')} className="so-tabs" onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="tab"
          data-tab={item.key}
          aria-selected={item.key === active}
          aria-controls={controls}
          tabIndex={item.key === active ? 0 : -1}
          className="so-tab"
          onClick={() => onChange(item.key)}
        >
          {item.label}
          {item.count != null && <span className="so-tab__count">{format.count(item.count)}</span>}
        </button>
      ))}
    </div>
  );
}
