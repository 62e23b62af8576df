/** How to print: the layout of the kind shown, everything or onto a blank, one file or many, a printer's shift. */
import { Checkbox, Segmented, Select } from 'antd';
import { ChevronDown, ScanSearch } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { PRINT_MODES } from '../../../shared/contract/certificates';
import type { RecipientKind } from '../../../shared/domain/awards';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Icon } from '../../ui';
import { Reprint } from './batch/Reprint';
import { BlankSelect, blankToPrint, useBlanks } from './blanks/BlankSelect';
import { layoutName } from './LayoutGallery';
import type { Batch } from './PrintPage';

export interface PrintValues {
  mode: (typeof PRINT_MODES)[number];
  output: 'one' | 'each';
  printerId: number | null;
  /** The blank printed onto; of no account when everything is printed. */
  blankId: number | null;
  boxes: boolean;
  /** Why certificates are printed again. */
  cause: string;
  /** Layouts as they are now, also for certificates printed in an earlier version. */
  fresh: boolean;
}

export function useOptions() {
  const [values, setValues] = useState<PrintValues>({
    mode: 'full',
    output: 'one',
    printerId: null,
    blankId: null,
    boxes: false,
    cause: '',
    fresh: false,
  });
  return { values, set: (changes: Partial<PrintValues>) => setValues((old) => ({ ...old, ...changes })) };
}

/** A blank brings the adjustment it was printed with last, else one that was measured for it. */
function useBlankChoice(layoutId: string, { values, set }: ReturnType<typeof useOptions>) {
  const blanks = useBlanks();
  const printers = useQueryOp('certificates.printers', {}).data?.rows ?? [];
  const blank = (id: number | null, more: Partial<PrintValues> = {}) => {
    const found = blanks.find((row) => row.id === id);
    const printerId =
      found?.lastPrinterId ?? printers.find((row) => row.blankId === id)?.id ?? values.printerId;
    set({ ...more, blankId: id, ...(found ? { printerId } : {}) });
  };
  const mode = (next: PrintValues['mode']) => {
    if (next === 'blank' && values.blankId === null)
      blank(blankToPrint(blanks, layoutId)?.id ?? null, { mode: next });
    else set({ mode: next });
  };
  return { blank, mode };
}

export interface PrintOptionsProps {
  batch: Batch;
  options: ReturnType<typeof useOptions>;
  kind: RecipientKind;
  /** The rows about to be printed. */
  rows: Batch['rows'];
  onCheck(): void;
}

export function PrintOptions({ batch, options, kind, rows, onCheck }: PrintOptionsProps) {
  const t = useText();
  const { values, set } = options;
  const printers = useQueryOp('certificates.printers', {}).data?.rows ?? [];
  const choose = useBlankChoice(batch.layouts[kind], options);
  return (
    <div className="so-cert-options">
      <LayoutSelect batch={batch} kind={kind} />
      <Labelled label={t('certificates.print.mode')} hint={t('certificates.print.modeHint')}>
        <Segmented
          block
          aria-label={t('certificates.print.mode')}
          value={values.mode}
          onChange={choose.mode}
          options={PRINT_MODES.map((value) => ({ value, label: t(`certificates.print.modes.${value}`) }))}
        />
      </Labelled>
      {values.mode === 'blank' && (
        <Labelled label={t('blanks.blank')}>
          <BlankSelect layoutId={batch.layouts[kind]} value={values.blankId} onChange={choose.blank} />
        </Labelled>
      )}
      <Labelled label={t('certificates.print.output')}>
        <Segmented
          block
          aria-label={t('certificates.print.output')}
          value={values.output}
          onChange={(output) => set({ output })}
          options={(['one', 'each'] as const).map((value) => ({
            value,
            label: t(`certificates.print.outputs.${value}`),
          }))}
        />
      </Labelled>
      {printers.length > 0 && (
        <Labelled label={t('certificates.print.printer')}>
          <Select<number>
            aria-label={t('certificates.print.printer')}
            value={values.printerId ?? 0}
            onChange={(id) => set({ printerId: id === 0 ? null : id })}
            suffixIcon={<Icon of={ChevronDown} />}
            options={[
              { value: 0, label: t('certificates.print.noPrinter') },
              ...printers.map((row) => ({ value: row.id, label: row.name })),
            ]}
          />
        </Labelled>
      )}
      <Reprint rows={rows} values={values} set={set} />
      <Checkbox checked={values.boxes} onChange={(event) => set({ boxes: event.target.checked })}>
        {t('certificates.print.boxes')}
      </Checkbox>
      <ActionButton
        action={{ key: 'check', label: t('certificates.print.check'), icon: ScanSearch, onClick: onCheck }}
      />
      <p className="so-caption">{t('certificates.print.scale')}</p>
    </div>
  );
}

function LayoutSelect({ batch, kind }: { batch: Batch; kind: RecipientKind }) {
  const t = useText();
  const layouts = useQueryOp('certificates.layouts', {}).data?.rows ?? [];
  const kindName = t(`awards.ofKind.${kind}`);
  const choose = useCommandOp('certificates.setLayout', {
    done: (_, input) => t('certificates.print.layoutSet', { kind: t(`awards.ofKind.${input.kind}`) }),
  });
  const layoutId = batch.layouts[kind];
  const others = [...new Set(batch.rows.map((row) => row.kind))].filter(
    (one) =>
      batch.layouts[one] !== layoutId &&
      layouts.some((row) => row.id === layoutId && row.kinds.includes(one)),
  );
  const applyToAll = async () => {
    for (const one of others)
      await choose.run({ decisionId: batch.decisionId, kind: one, layoutId }).catch(() => undefined);
  };
  return (
    <Labelled label={`${t('certificates.print.choose')} · ${kindName}`}>
      <Select<string>
        aria-label={t('certificates.print.choose')}
        value={layouts.length > 0 ? layoutId : null}
        onChange={(chosen) => choose.fire({ decisionId: batch.decisionId, kind, layoutId: chosen })}
        suffixIcon={<Icon of={ChevronDown} />}
        options={layouts
          .filter((row) => row.kinds.includes(kind))
          .map((row) => ({ value: row.id, label: layoutName(row, t.language) }))}
      />
      {others.length > 0 && (
        <button type="button" className="so-linklike so-cert-all" onClick={() => void applyToAll()}>
          {t('certificates.print.layoutForAll')}
        </button>
      )}
    </Labelled>
  );
}

function Labelled({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className="so-cert-field" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {children}
      {hint && <span className="so-caption">{hint}</span>}
    </fieldset>
  );
}
