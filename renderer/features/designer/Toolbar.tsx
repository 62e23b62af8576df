/** Tools over the sheet: steps back, new items, alignment, order, and how the sheet is seen. */
import { Segmented } from 'antd';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  BringToFront,
  CopyPlus,
  ImageIcon,
  type LucideIcon,
  Magnet,
  Minus,
  MoveDown,
  MoveUp,
  QrCode,
  Redo2,
  SendToBack,
  Square,
  Trash2,
  Type,
  Undo2,
} from 'lucide-react';
import { useText } from '../../client';
import { IconButton } from '../../ui';
import type { Edge } from './model/place';
import type { Design } from './model/state';
import type { Commands, NewKind } from './useCommands';
import type { Mode } from './useDrawn';

const NEW: readonly [NewKind, LucideIcon][] = [
  ['text', Type],
  ['image', ImageIcon],
  ['line', Minus],
  ['frame', Square],
  ['qr', QrCode],
];
const EDGES: readonly [Edge, LucideIcon][] = [
  ['left', AlignStartVertical],
  ['center', AlignCenterVertical],
  ['right', AlignEndVertical],
  ['top', AlignStartHorizontal],
  ['middle', AlignCenterHorizontal],
  ['bottom', AlignEndHorizontal],
];

export interface ToolbarProps {
  design: Design;
  commands: Commands;
  snapping: boolean;
  onSnapping(on: boolean): void;
  mode: Mode;
  onMode(mode: Mode): void;
}

export function Toolbar({ design, commands, snapping, onSnapping, mode, onMode }: ToolbarProps) {
  const t = useText();
  const { undo, redo, canUndo, canRedo } = design;
  return (
    <div className="so-des-tools" role="toolbar" aria-label={t('designer.tools')}>
      <IconButton icon={Undo2} label={t('designer.undo')} keys="Ctrl Z" disabled={!canUndo} onClick={undo} />
      <IconButton icon={Redo2} label={t('designer.redo')} keys="Ctrl Y" disabled={!canRedo} onClick={redo} />
      <span className="so-des-sep" />
      {NEW.map(([kind, icon]) => (
        <IconButton
          key={kind}
          icon={icon}
          label={t(`designer.add.${kind}`)}
          onClick={() => commands.add(kind)}
        />
      ))}
      <span className="so-des-sep" />
      <ArrangeTools chosen={design.chosen.length} commands={commands} />
      <span className="so-des-sep" />
      <IconButton
        icon={Magnet}
        label={t('designer.snap')}
        pressed={snapping}
        onClick={() => onSnapping(!snapping)}
      />
      <span className="so-push" />
      <Segmented
        aria-label={t('certificates.print.mode')}
        value={mode}
        onChange={(value) => onMode(value as Mode)}
        options={(['blank', 'full'] as const).map((value) => ({
          value,
          label: t(`certificates.print.modes.${value}`),
        }))}
      />
    </div>
  );
}

const SPREADS = [
  ['x', AlignHorizontalDistributeCenter],
  ['y', AlignVerticalDistributeCenter],
] as const;
const ORDERS = [
  ['front', BringToFront, 'Ctrl Shift ]'],
  ['forward', MoveUp, 'Ctrl ]'],
  ['backward', MoveDown, 'Ctrl ['],
  ['back', SendToBack, 'Ctrl Shift ['],
] as const;

function ArrangeTools({ chosen, commands }: { chosen: number; commands: Commands }) {
  const t = useText();
  const none = chosen === 0;
  return (
    <>
      {EDGES.map(([edge, icon]) => (
        <IconButton
          key={edge}
          icon={icon}
          label={t(`designer.edge.${edge}`)}
          disabled={none}
          onClick={() => commands.align(edge)}
        />
      ))}
      {SPREADS.map(([axis, icon]) => (
        <IconButton
          key={axis}
          icon={icon}
          label={t(`designer.spread.${axis}`)}
          disabled={chosen < 3}
          onClick={() => commands.distribute(axis)}
        />
      ))}
      <span className="so-des-sep" />
      {ORDERS.map(([order, icon, keys]) => (
        <IconButton
          key={order}
          icon={icon}
          label={t(`designer.order.${order}`)}
          keys={keys}
          disabled={none}
          onClick={() => commands.order(order)}
        />
      ))}
      <IconButton
        icon={CopyPlus}
        label={t('designer.duplicate')}
        keys="Ctrl D"
        disabled={none}
        onClick={commands.duplicate}
      />
      <IconButton
        icon={Trash2}
        label={t('designer.remove')}
        keys="Delete"
        disabled={none}
        onClick={commands.remove}
      />
    </>
  );
}
