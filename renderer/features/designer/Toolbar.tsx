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
  const { chosen } = design;
  const none = chosen.length === 0;
  return (
    <div className="so-des-tools" role="toolbar" aria-label={t('designer.tools')}>
      <IconButton
        icon={Undo2}
        label={t('designer.undo')}
        keys="Ctrl Z"
        disabled={!design.canUndo}
        onClick={design.undo}
      />
      <IconButton
        icon={Redo2}
        label={t('designer.redo')}
        keys="Ctrl Y"
        disabled={!design.canRedo}
        onClick={design.redo}
      />
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
      {EDGES.map(([edge, icon]) => (
        <IconButton
          key={edge}
          icon={icon}
          label={t(`designer.edge.${edge}`)}
          disabled={none}
          onClick={() => commands.align(edge)}
        />
      ))}
      <IconButton
        icon={AlignHorizontalDistributeCenter}
        label={t('designer.spread.x')}
        disabled={chosen.length < 3}
        onClick={() => commands.distribute('x')}
      />
      <IconButton
        icon={AlignVerticalDistributeCenter}
        label={t('designer.spread.y')}
        disabled={chosen.length < 3}
        onClick={() => commands.distribute('y')}
      />
      <span className="so-des-sep" />
      <IconButton
        icon={BringToFront}
        label={t('designer.order.front')}
        disabled={none}
        onClick={() => commands.order('front')}
      />
      <IconButton
        icon={SendToBack}
        label={t('designer.order.back')}
        disabled={none}
        onClick={() => commands.order('back')}
      />
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
