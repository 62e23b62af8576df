/** Step 2: distances read with a ruler become a shift and a scale, or a warning. */
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import {
  type Adjustment,
  type CalibrationWarning,
  calibrate,
  gaugeLength,
  type Measured,
} from '../../../../shared/domain/layout/calibrate';
import { useText } from '../../../client';
import { ActionButton, Note } from '../../../ui';
import { type Paper, read, Typed, type Typing } from './typing';

const DISTANCES = ['ax', 'bx', 'ay', 'cy'] as const;
const GAUGES = ['across', 'down'] as const;

/** Within what can be kept for a printer. */
const usable = ({ dx, dy, scale }: Adjustment) =>
  Math.abs(scale - 1) <= 0.05 && Math.max(Math.abs(dx), Math.abs(dy)) <= 20;

/** Null unless all four distances are there and the marks stand in their order. */
function measured(typed: Typing): Measured | null {
  const [ax, bx, ay, cy] = DISTANCES.map((key) => read(typed[key]));
  if (ax == null || bx == null || ay == null || cy == null || bx <= ax || cy <= ay) return null;
  return { ax, bx, ay, cy, across: read(typed.across), down: read(typed.down) };
}

export interface MeasureStepProps {
  paper: Paper;
  /** What the measured sheet was printed with. */
  printedWith: Adjustment | null;
  onResult(found: Adjustment): void;
}

export function MeasureStep({ paper, printedWith, onResult }: MeasureStepProps) {
  const t = useText();
  const [typed, setTyped] = useState<Typing>({});
  const [warnings, setWarnings] = useState<readonly (CalibrationWarning | 'missing')[]>([]);
  const gauge = gaugeLength(paper.w, paper.h);
  const compute = () => {
    const read = measured(typed);
    if (!read) return setWarnings(['missing']);
    const found = calibrate(paper, read, printedWith ?? undefined);
    setWarnings(found.warnings);
    if (usable(found)) onResult({ dx: found.dx, dy: found.dy, scale: found.scale });
  };
  const field = (key: string, label: string, placeholder?: string) => (
    <Typed
      key={key}
      label={label}
      {...(placeholder ? { placeholder } : {})}
      value={typed[key] ?? ''}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
    />
  );
  return (
    <section className="so-card so-cert-box">
      <h2>{t('blanks.two')}</h2>
      <div className="so-cert-two">{DISTANCES.map((key) => field(key, t(`blanks.${key}`)))}</div>
      {gauge > 0 && (
        <div className="so-cert-two">
          {GAUGES.map((key) =>
            field(key, t(`blanks.gauge.${key}`, { length: gauge }), t('blanks.ifMeasured')),
          )}
        </div>
      )}
      <ActionButton action={{ key: 'compute', label: t('blanks.compute'), onClick: compute }} />
      {warnings.map((one) => (
        <Note key={one} tone="warn" icon={TriangleAlert}>
          {one === 'missing' ? t('blanks.missing') : t(`blanks.warn.${one}`)}
        </Note>
      ))}
    </section>
  );
}
