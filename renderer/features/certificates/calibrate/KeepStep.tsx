/** Step 3: the adjustment is kept under its printer and tray, and tried on plain paper. */
import { Printer, Save } from 'lucide-react';
import type { Adjustment } from '../../../../shared/domain/layout/calibrate';
import { saveFile, useCommandOp, useJobOp, useText } from '../../../client';
import { ActionButton } from '../../../ui';
import type { Blank } from '../blanks/backdrop';
import { Typed } from './typing';
import type { Kept } from './useCalibration';

export interface KeepStepProps {
  kept: Kept;
  blank: Blank | undefined;
  layoutId: string;
  adjustment: Adjustment;
}

export function KeepStep({ kept, blank, layoutId, adjustment }: KeepStepProps) {
  const t = useText();
  const { printer, tray, edited, set } = kept;
  const save = useCommandOp('certificates.savePrinter', {
    done: (_, input) => t('blanks.saved', { name: input.name }),
  });
  const trial = useJobOp('certificates.trial', { done: () => t('blanks.trialMade') });
  const tryOut = async () => {
    const made = await trial.run({ layoutId, blankId: blank?.id ?? null, adjustment }).catch(() => null);
    if (made) await saveFile(made.file);
  };
  const name = [printer.trim(), tray.trim(), blank?.name].filter(Boolean).join(', ').slice(0, 100);
  const keep = async () => {
    const of = { name, printer: printer.trim(), tray: tray.trim() || null, blankId: blank?.id ?? null };
    const which = { id: edited?.id ?? null, version: edited?.version ?? null };
    const made = await save.run({ ...which, ...of, ...adjustment }).catch(() => null);
    if (made) set({ edited: made });
  };
  return (
    <section className="so-card so-cert-box">
      <h2>{t('blanks.three')}</h2>
      <div className="so-cert-two">
        <Typed label={t('blanks.printer')} value={printer} onChange={(value) => set({ printer: value })} />
        <Typed label={t('blanks.tray')} value={tray} onChange={(value) => set({ tray: value })} />
      </div>
      <ActionButton
        action={{
          key: 'save',
          label: t('blanks.save'),
          icon: Save,
          disabled: printer.trim() === '',
          onClick: () => void keep(),
        }}
      />
      <ActionButton
        action={{
          key: 'trial',
          label: t('blanks.trial'),
          icon: Printer,
          running: trial.running,
          onClick: () => void tryOut(),
        }}
      />
      <p className="so-caption">{t('blanks.trialBody')}</p>
    </section>
  );
}
