/** Calibrating a printer for a blank: print the sheet, type what was measured, look, nudge, keep, try. */
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { NO_ADJUSTMENT } from '../../../../shared/domain/layout/calibrate';
import { useQueryOp, useText } from '../../../client';
import { Icon, Page } from '../../../ui';
import { BlankPreview } from '../BlankPreview';
import { BlankSelect, useBlanks } from '../blanks/BlankSelect';
import '../certificates.css';
import { layoutName } from '../LayoutGallery';
import { KeepStep } from './KeepStep';
import { MeasureStep } from './MeasureStep';
import { Nudge } from './Nudge';
import { SheetStep } from './SheetStep';
import { useCalibration } from './useCalibration';

export default function CalibratePage() {
  const t = useText();
  const parts = useCalibration();
  const { paper, adjustment, setAdjustment, blank, layoutId, kept } = parts;
  const [proving, setProving] = useState(false);
  const found = JSON.stringify(adjustment) === JSON.stringify(NO_ADJUSTMENT) ? null : adjustment;
  const proved = proving ? found : null;
  return (
    <Page
      fill
      title={t('blanks.title')}
      crumbs={[
        { label: t('certificates.title'), to: '/certificates' },
        { label: t('certificates.tabs.settings'), to: '/certificates?tab=settings' },
      ]}
    >
      <div className="so-cert-calibrate">
        <div className="so-cert-steps3">
          <SheetStep paper={paper} found={found} proving={proving} onProving={setProving} />
          <MeasureStep paper={paper} printedWith={proved} onResult={setAdjustment} />
          <KeepStep kept={kept} blank={blank} layoutId={layoutId} adjustment={adjustment} />
        </div>
        <div className="so-cert-beside">
          <Shown parts={parts} />
          <Nudge value={adjustment} onChange={setAdjustment} />
          <BlankPreview shown={{ layoutId, blankId: blank?.id ?? null, adjustment }} blank={blank} />
        </div>
      </div>
    </Page>
  );
}

/** Which blank and which words the sheet is seen with. */
function Shown({ parts }: { parts: ReturnType<typeof useCalibration> }) {
  const t = useText();
  const layouts = useQueryOp('certificates.layouts', {}).data?.rows ?? [];
  const none = useBlanks().length === 0;
  return (
    <div className="so-row so-wrap so-cert-shown">
      <BlankSelect layoutId={parts.layoutId} value={parts.blank?.id ?? null} onChange={parts.chooseBlank} />
      <Select
        aria-label={t('blanks.layout')}
        value={parts.layoutId}
        onChange={parts.setLayoutId}
        suffixIcon={<Icon of={ChevronDown} />}
        options={layouts.map((row) => ({ value: row.id, label: layoutName(row, t.language) }))}
      />
      {none && <Link to="/certificates/blanks/new">{t('blanks.add')}</Link>}
    </div>
  );
}
