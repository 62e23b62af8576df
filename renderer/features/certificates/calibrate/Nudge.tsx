/** The adjustment as it stands, a tenth of a millimetre to any side, beside the sheet it moves. */
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Adjustment } from '../../../../shared/domain/layout/calibrate';
import { useText } from '../../../client';
import { IconButton, isComposing, useFormat } from '../../../ui';

const STEP = 0.1;
const WAYS = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
} as const;

const kept = (mm: number) => Math.max(-20, Math.min(20, Math.round(mm * 10) / 10)) + 0;

export function Nudge({ value, onChange }: { value: Adjustment; onChange(value: Adjustment): void }) {
  const t = useText();
  const format = useFormat();
  const by = (key: keyof typeof WAYS) => () => {
    const [dx, dy] = WAYS[key];
    onChange({ ...value, dx: kept(value.dx + dx), dy: kept(value.dy + dy) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || !(event.key in WAYS)) return;
    event.preventDefault();
    by(event.key as keyof typeof WAYS)();
  };
  const { dx, dy, scale } = value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys work on whichever of its buttons has the focus
    <div className="so-row so-wrap so-cert-nudge" onKeyDown={onKeyDown}>
      <p className="so-strong" aria-live="polite">
        {t('blanks.result', {
          dx: format.decimal(dx, 1),
          dy: format.decimal(dy, 1),
          scale: format.decimal(scale * 100, 2),
        })}
      </p>
      <span className="so-push" />
      <IconButton icon={ArrowLeft} label={t('blanks.left')} onClick={by('ArrowLeft')} />
      <IconButton icon={ArrowRight} label={t('blanks.right')} onClick={by('ArrowRight')} />
      <IconButton icon={ArrowUp} label={t('blanks.up')} onClick={by('ArrowUp')} />
      <IconButton icon={ArrowDown} label={t('blanks.down')} onClick={by('ArrowDown')} />
    </div>
  );
}
