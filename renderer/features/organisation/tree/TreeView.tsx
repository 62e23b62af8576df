/**
 * One branch of the organisation as a tree that is walked by keys: ↑ ↓ from row to row, → ← to unfold and fold, Enter
 * for the people, F2 to rename, the menu key (or Shift F10) for everything else.
 */
import { Button, Dropdown } from 'antd';
import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../../client';
import { type Action, chordOf, FigureLink, Icon, Tag, useFormat } from '../../../ui';
import { type Branch, flatten, KIND_ICON, type Part } from './words';

export interface TreeViewProps {
  label: string;
  branches: readonly Branch[];
  asOf: string;
  /** Grey after the name. */
  noteOf?(part: Part): string | null;
  actionsOf(part: Part): Action[];
  onPeople(part: Part): void;
  onRename(part: Part): void;
}

export function TreeView({ label, branches, asOf, noteOf, actionsOf, onPeople, onRename }: TreeViewProps) {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState<number | null>(null);
  const [menu, setMenu] = useState<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = flatten(branches, folded);
  const at = Math.max(
    rows.findIndex((row) => row.part.id === current),
    0,
  );
  const fold = (id: number, away: boolean) =>
    setFolded((before) => {
      const next = new Set(before);
      if (away) next.add(id);
      else next.delete(id);
      return next;
    });
  const go = (to: number) => {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (!row) return;
    setCurrent(row.part.id);
    list.current?.querySelector<HTMLElement>(`[data-part="${row.part.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = rows[at];
    if (!row || !(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return;
    const { part, parts } = row;
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (folded.has(part.id) ? fold(part.id, false) : parts.length > 0 && go(at + 1)),
      ArrowLeft: () => {
        if (parts.length > 0 && !folded.has(part.id)) fold(part.id, true);
        else go(rows.findIndex((one) => one.parts.some((under) => under.part.id === part.id)));
      },
      Enter: () => onPeople(part),
      F2: () => onRename(part),
      'Shift+F10': () => setMenu(part.id),
      ContextMenu: () => setMenu(part.id),
    };
    const act = keys[chordOf(event) ?? ''];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div role="treegrid" aria-label={label} className="so-tree" ref={list} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <TreeRow
          key={row.part.id}
          row={row}
          asOf={asOf}
          note={noteOf?.(row.part) ?? null}
          focusable={index === at}
          folded={folded.has(row.part.id)}
          onFold={(away) => fold(row.part.id, away)}
          onFocus={() => setCurrent(row.part.id)}
          onPeople={() => onPeople(row.part)}
          actions={actionsOf(row.part)}
          menuOpen={menu === row.part.id}
          onMenu={(open) => setMenu(open ? row.part.id : null)}
        />
      ))}
    </div>
  );
}

interface TreeRowProps {
  row: Branch;
  asOf: string;
  note: string | null;
  focusable: boolean;
  folded: boolean;
  onFold(away: boolean): void;
  onFocus(): void;
  onPeople(): void;
  actions: readonly Action[];
  menuOpen: boolean;
  onMenu(open: boolean): void;
}

function TreeRow(props: TreeRowProps) {
  const { row, asOf, note, focusable, folded, onFold, onFocus, onPeople, actions, menuOpen, onMenu } = props;
  const t = useText();
  const format = useFormat();
  const { part, level, parts } = row;
  return (
    <div
      role="row"
      data-part={part.id}
      aria-level={level}
      {...(parts.length > 0 ? { 'aria-expanded': !folded } : {})}
      tabIndex={focusable ? 0 : -1}
      className={`so-tree__row${part.open ? '' : ' is-closed'}`}
      onFocus={onFocus}
    >
      <div role="gridcell" className={`so-tree__name so-tree__name--${Math.min(level, 5)}`}>
        {parts.length > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            className="so-tree__fold"
            aria-label={folded ? t('organisationTree.expand') : t('organisationTree.collapse')}
            onClick={() => onFold(!folded)}
          >
            <Icon of={folded ? ChevronRight : ChevronDown} size={14} />
          </button>
        ) : (
          <span className="so-tree__fold" />
        )}
        <Icon of={KIND_ICON[part.kind]} size={15} />
        <span className="so-tree__words" title={part.name}>
          {part.name}
          {note && <span className="so-caption"> · {note}</span>}
        </span>
        <PartTag part={part} asOf={asOf} />
      </div>
      <div role="gridcell" className="so-tree__heads">
        <FigureLink onOpen={onPeople} label={t('organisationTree.members', { name: part.name })}>
          {format.count(part.members)}
        </FigureLink>
      </div>
      <div role="gridcell" className="so-tree__menu">
        <Dropdown
          trigger={['click']}
          open={menuOpen}
          onOpenChange={(open) => onMenu(open)}
          autoFocus
          menu={{
            items: actions.map((action) => ({
              key: action.key,
              label: action.label,
              danger: action.danger ?? false,
              icon: action.icon ? <Icon of={action.icon} /> : undefined,
              onClick: action.onClick,
            })),
          }}
        >
          <Button
            type="text"
            size="small"
            tabIndex={focusable ? 0 : -1}
            aria-label={t('organisationTree.menu', { name: part.name })}
            icon={<Icon of={Ellipsis} />}
          />
        </Dropdown>
      </div>
    </div>
  );
}

function PartTag({ part, asOf }: { part: Part; asOf: string }) {
  const t = useText();
  const format = useFormat();
  if (!part.open && part.closedOn)
    return <Tag tone="neutral">{t('organisationTree.closedTag', { date: format.date(part.closedOn) })}</Tag>;
  if (part.open && part.openedOn && part.openedOn.slice(0, 4) === asOf.slice(0, 4))
    return <Tag tone="line">{t('organisationTree.opensTag', { date: format.date(part.openedOn) })}</Tag>;
  return part.open && part.members === 0 && part.kind !== 'section' ? (
    <Tag tone="line">{t('organisationTree.noPeople')}</Tag>
  ) : null;
}
