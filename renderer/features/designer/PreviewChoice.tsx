/** Whom the sheet is seen with: the invented sample, the longest name of the store, or the recipients of a decision. */
import { Select } from 'antd';
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useQueryOp, useText } from '../../client';
import { Icon, IconButton } from '../../ui';
import type { Show } from './useDrawn';

const SAMPLE: Show = { kind: 'sample' };
const LONGEST: Show = { kind: 'longest' };

export interface PreviewChoiceProps {
  show: Show;
  onShow(show: Show): void;
  /** Name on the sheet drawn. */
  name: string;
}

export function PreviewChoice({ show, onShow, name }: PreviewChoiceProps) {
  const t = useText();
  const [decisionId, setDecisionId] = useState<number | null>(null);
  const decisions = useQueryOp('certificates.list', {}).data?.rows ?? [];
  const batch = useQueryOp(
    'certificates.get',
    { decisionId: decisionId ?? 1 },
    { enabled: decisionId !== null },
  );
  const rows = decisionId === null ? [] : (batch.data?.rows ?? []);
  const at = show.kind === 'recipient' ? rows.findIndex((row) => row.id === show.id) : -1;
  const first = rows[0]?.id;
  useEffect(() => {
    if (decisionId !== null && first !== undefined && at < 0) onShow({ kind: 'recipient', id: first });
  }, [decisionId, first, at, onShow]);
  const choose = (value: string) => {
    if (value === 'sample' || value === 'longest') {
      setDecisionId(null);
      onShow(value === 'sample' ? SAMPLE : LONGEST);
    } else setDecisionId(Number(value));
  };
  const step = (by: number) => {
    const to = rows[at + by];
    if (to) onShow({ kind: 'recipient', id: to.id });
  };
  return (
    <section className="so-des-seen" aria-label={t('designer.seen')}>
      <span className="so-caption">{t('designer.seen')}</span>
      <Select<string>
        aria-label={t('designer.seen')}
        value={decisionId === null ? show.kind : String(decisionId)}
        onChange={choose}
        suffixIcon={<Icon of={ChevronDown} />}
        options={[
          { value: 'sample', label: t('designer.sample') },
          { value: 'longest', label: t('designer.longest') },
          ...decisions.map((row) => ({
            value: String(row.decisionId),
            label: t('designer.decision', { number: row.number ?? t('certificates.print.noNumber') }),
          })),
        ]}
      />
      <span className="so-des-who" title={name}>
        {name}
      </span>
      {rows.length > 1 && <Stepper at={at} total={rows.length} onStep={step} />}
    </section>
  );
}

function Stepper({ at, total, onStep }: { at: number; total: number; onStep(by: number): void }) {
  const t = useText();
  return (
    <span className="so-row">
      <IconButton
        icon={ChevronLeft}
        size="small"
        label={t('certificates.print.previous')}
        disabled={at <= 0}
        onClick={() => onStep(-1)}
      />
      <span className="so-caption">{t('certificates.print.position', { at: at + 1, total })}</span>
      <IconButton
        icon={ChevronRight}
        size="small"
        label={t('certificates.print.next')}
        disabled={at >= total - 1}
        onClick={() => onStep(1)}
      />
    </span>
  );
}
