/** Step 1: the calibration sheet, plain or, to prove an adjustment, with it. */
import { Checkbox, Select } from 'antd';
import { ChevronDown, Printer } from 'lucide-react';
import type { Adjustment } from '../../../../shared/domain/layout/calibrate';
import { saveFile, useJobOp, useText } from '../../../client';
import { ActionButton, Icon } from '../../../ui';
import { PAPERS, type Paper, Typed } from './typing';

export interface SheetStepProps {
  paper: Paper;
  /** What there is to prove; null while nothing was found. */
  found: Adjustment | null;
  proving: boolean;
  onProving(on: boolean): void;
}

export function SheetStep({ paper, found, proving, onProving }: SheetStepProps) {
  const t = useText();
  const job = useJobOp('certificates.calibrationSheet', { done: () => t('blanks.sheetMade') });
  const make = async () => {
    const adjustment = proving ? found : null;
    const made = await job.run({ w: paper.w, h: paper.h, adjustment }).catch(() => null);
    if (made) await saveFile(made.file);
  };
  return (
    <section className="so-card so-cert-box">
      <h2>{t('blanks.one')}</h2>
      <p className="so-caption">{t('blanks.oneBody')}</p>
      <Select
        aria-label={t('blanks.paper')}
        value={paper.paper}
        onChange={paper.setPaper}
        suffixIcon={<Icon of={ChevronDown} />}
        options={PAPERS.map((value) => ({ value, label: t(`blanks.papers.${value}`) }))}
      />
      {paper.paper === 'own' && (
        <div className="so-cert-two">
          {(['w', 'h'] as const).map((key) => (
            <Typed
              key={key}
              label={t(key === 'w' ? 'blanks.width' : 'blanks.height')}
              value={paper.typed[key] ?? ''}
              onChange={(value) => paper.setTyped({ ...paper.typed, [key]: value })}
            />
          ))}
        </div>
      )}
      {found && (
        <Checkbox checked={proving} onChange={(event) => onProving(event.target.checked)}>
          {t('blanks.prove')}
        </Checkbox>
      )}
      <ActionButton
        action={{
          key: 'sheet',
          label: t('blanks.sheet'),
          icon: Printer,
          disabled: !paper.valid,
          running: job.running,
          onClick: () => void make(),
        }}
      />
    </section>
  );
}
