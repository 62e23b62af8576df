/** Choosing certificates by number: "7, 12, 20–25", by register number once issued, by place in a draft. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { inRanges, missingNumbers, parseNumbers } from '../../../../shared/domain/numberRanges';
import { useText } from '../../../client';
import type { SelectionControl } from '../../../ui';
import type { Batch } from '../PrintPage';

export function NumberPick({ batch, ticks }: { batch: Batch; ticks: SelectionControl }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<string[]>([]);
  const issued = batch.status === 'issued';
  const numberOf = (row: Batch['rows'][number]) =>
    issued ? Number.parseInt(row.register ?? '', 10) : row.ordinal;
  const apply = () => {
    const { ranges, wrong } = parseNumbers(typed);
    const named = batch.rows.filter((row) => inRanges(ranges, numberOf(row)));
    const chosen = named.filter((row) => row.voidedOn === null);
    const missing = missingNumbers(ranges, new Set(batch.rows.map(numberOf)));
    ticks.clear();
    ticks.add(chosen.map((row) => row.id));
    setSaid([
      ...(ranges.length > 0 ? [t('batches.pick.found', { count: chosen.length })] : []),
      ...(missing.length > 0 ? [t('batches.pick.missing', { numbers: missing.join(', ') })] : []),
      ...(named.length > chosen.length ? [t('batches.pick.voided')] : []),
      ...(wrong.length > 0 ? [t('batches.pick.wrong', { text: wrong.join(', ') })] : []),
    ]);
  };
  return (
    <div className="so-cert-pick">
      <span className="so-row">
        <Input
          size="small"
          aria-label={t('batches.pick.label')}
          placeholder={issued ? t('batches.pick.registers') : t('batches.pick.ordinals')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={apply}
        />
        <Button size="small" onClick={apply} disabled={typed.trim() === ''}>
          {t('batches.pick.apply')}
        </Button>
      </span>
      {said.length > 0 && (
        <span className="so-caption" role="status">
          {said.join(' ')}
        </span>
      )}
    </div>
  );
}
