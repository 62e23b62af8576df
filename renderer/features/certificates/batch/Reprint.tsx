/** What is asked when certificates are printed again: why, and whether in the newest version of their layout. */
import { AutoComplete, Checkbox } from 'antd';
import { useId } from 'react';
import { useText } from '../../../client';
import type { PrintValues } from '../PrintOptions';
import type { Batch } from '../PrintPage';

const CAUSES = ['jam', 'shifted', 'blank', 'lost'] as const;

export interface ReprintProps {
  /** The rows about to be printed. */
  rows: Batch['rows'];
  values: PrintValues;
  set(changes: Partial<PrintValues>): void;
}

export function Reprint({ rows, values, set }: ReprintProps) {
  const t = useText();
  const id = useId();
  const old = rows.filter((row) => row.oldLayout).length;
  if (!rows.some((row) => row.prints > 0)) return null;
  return (
    <>
      <fieldset className="so-cert-field" aria-labelledby={id}>
        <span id={id}>{t('batches.cause')}</span>
        <AutoComplete
          aria-label={t('batches.cause')}
          value={values.cause}
          onChange={(cause: string) => set({ cause: cause.slice(0, 200) })}
          options={CAUSES.map((cause) => ({ value: t(`batches.causes.${cause}`) }))}
        />
      </fieldset>
      {old > 0 && (
        <span className="so-stack">
          <Checkbox checked={values.fresh} onChange={(event) => set({ fresh: event.target.checked })}>
            {t('batches.fresh')}
          </Checkbox>
          <span className="so-caption">{t('batches.freshHint', { count: old })}</span>
        </span>
      )}
    </>
  );
}
