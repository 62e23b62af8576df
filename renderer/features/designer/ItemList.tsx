/** Every item of the sheet in a list: chosen by mouse or keys, locked ones too. */
import { EyeOff, Lock } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useText } from '../../client';
import { Icon, isComposing } from '../../ui';
import { useItemName } from './itemName';
import { type Item, isArt, isLocked } from './model/edit';
import type { Design } from './model/state';
import type { Mode } from './useDrawn';

export interface ItemListProps {
  design: Design;
  mode: Mode;
  wrong: ReadonlySet<string>;
  /** Enter goes to the sheet, where arrows move what is chosen. */
  onEnter(): void;
  onRemove(): void;
}

const idOf = (item: Item) => `so-des-row-${item.id}`;

export function ItemList({ design, mode, wrong, onEnter, onRemove }: ItemListProps) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const { items } = design.layout;
  const rows = [...items.filter((item) => !isArt(item)), ...items.filter(isArt)].filter((item) => item.id);
  const firstArt = rows.findIndex(isArt);
  const { chosen } = design;
  const current = rows.findIndex((item) => item.id === chosen[chosen.length - 1]);
  const go = (at: number, adds: boolean) => {
    const id = rows[Math.max(0, Math.min(rows.length - 1, at))]?.id;
    if (!id) return;
    design.choose(adds ? [...chosen.filter((one) => one !== id), id] : [id]);
    list.current?.querySelector(`[data-row="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey) return;
    const run = {
      ArrowDown: () => go(current + 1, event.shiftKey),
      ArrowUp: () => go(current < 0 ? 0 : current - 1, event.shiftKey),
      Home: () => go(0, false),
      End: () => go(rows.length - 1, false),
      Enter: onEnter,
      Delete: onRemove,
      Escape: () => design.choose([]),
    }[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  const click = (id: string, adds: boolean) =>
    design.choose(adds ? (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]) : [id]);
  return (
    <section className="so-des-items" aria-label={t('designer.items')}>
      <h2>{t('designer.items')}</h2>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-multiselectable
        aria-label={t('designer.items')}
        aria-activedescendant={rows[current] ? idOf(rows[current]) : undefined}
        onKeyDown={onKey}
      >
        {rows.map((item, i) => (
          <ItemRow
            key={item.id}
            item={item}
            mode={mode}
            first={i === firstArt && i > 0}
            chosen={chosen.includes(item.id ?? '')}
            wrong={wrong.has(item.id ?? '')}
            onClick={(adds) => click(item.id ?? '', adds)}
          />
        ))}
      </div>
    </section>
  );
}

function ItemRow(props: {
  item: Item;
  mode: Mode;
  /** First of the ornament. */
  first: boolean;
  chosen: boolean;
  wrong: boolean;
  onClick(adds: boolean): void;
}) {
  const { item, mode, first, chosen, wrong, onClick } = props;
  const name = useItemName();
  const off = mode === 'blank' && !item.blank;
  const classes = ['so-des-row', off && 'so-des-row--off', first && 'so-des-row--art'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    <div
      id={idOf(item)}
      data-row={item.id}
      role="option"
      aria-selected={chosen}
      className={classes.filter(Boolean).join(' ')}
      onClick={(event) => onClick(event.ctrlKey || event.shiftKey)}
    >
      <span>{name(item)}</span>
      {wrong && <span className="so-des-flag">!</span>}
      {off && <Icon of={EyeOff} />}
      {mode === 'full' && isLocked(item) && <Icon of={Lock} />}
    </div>
  );
}
