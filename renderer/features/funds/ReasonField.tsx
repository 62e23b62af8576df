/** What a voucher is for; offers the reasons typed before. */
import { AutoComplete } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import type { VoucherKind } from '../../../shared/domain/funds';
import { useQueryOp } from '../../client';
import { type Control, type FieldProps, FieldShell, useFormat } from '../../ui';

type Found = OutputOf<'funds.reasons'>['rows'][number];
type Props = FieldProps & { kind: VoucherKind; onPick(found: Found): void };

export function ReasonField({ kind, onPick, ...field }: Props) {
  return (
    <FieldShell<string | null> field={field}>
      {(control) => <ReasonInput control={control} kind={kind} onPick={onPick} />}
    </FieldShell>
  );
}

function ReasonInput({
  control,
  kind,
  onPick,
}: {
  control: Control<string | null>;
  kind: VoucherKind;
  onPick(found: Found): void;
}) {
  const format = useFormat();
  const [touched, setTouched] = useState(false);
  const text = control.value ?? '';
  const found = useQueryOp(
    'funds.reasons',
    { kind, text: text.slice(0, 200) },
    { enabled: touched, keep: true },
  );
  const rows = touched ? (found.data?.rows ?? []).filter((row) => row.reason !== text) : [];
  return (
    <AutoComplete
      id={control.id}
      value={text}
      disabled={control.disabled}
      autoFocus={control.autoFocus}
      status={control.invalid ? 'error' : ''}
      aria-invalid={control.invalid}
      aria-describedby={control.describedBy}
      maxLength={300}
      defaultActiveFirstOption={false}
      options={rows.map((row) => ({
        value: row.reason,
        label: (
          <span>
            {row.reason} <span className="so-muted">{format.money(row.amount)}</span>
          </span>
        ),
      }))}
      onChange={(next: string) => {
        setTouched(true);
        control.onChange(next === '' ? null : next);
      }}
      onSelect={(reason: string) => {
        const row = found.data?.rows.find((one) => one.reason === reason);
        if (row) onPick(row);
      }}
      onBlur={control.onBlur}
    />
  );
}
