/** Fields for amounts, counts and scores: typed freely, put in form on leaving. */
import { Input } from 'antd';
import { useCallback } from 'react';
import { parseMoney } from '../../../shared/domain/money';
import { formatCount, formatDecimal, parseCount } from '../../../shared/text/numbers';
import { useText } from '../../client/i18n';
import { type Control, type FieldProps, FieldShell, fail, pass } from './FieldShell';
import { useTypedText } from './typed';

export interface NumberFieldProps extends FieldProps {
  min?: number;
  max?: number;
  /** Sentence when over `max`, e.g. with the day of the denominator. */
  maxMessage?: string;
  /** "người", "lượt". */
  unit?: string;
  placeholder?: string;
  size?: 'small' | 'middle';
}

type Read = (text: string) => number | null;
const writeWhole = (value: number | string | null): string =>
  value === null ? '' : typeof value === 'string' ? value : formatCount(value);

/** "33,5", "33.5", "4"; null if it is no number. */
export function readScore(text: string): number | null {
  if (!/^[-−]?\d{1,6}([.,]\d{1,3})?$/.test(text)) return null;
  return Number(text.replace('−', '-').replace(',', '.'));
}
const writeScore = (value: number | string | null): string =>
  value === null ? '' : typeof value === 'string' ? value : formatDecimal(value, 3);

function NumberInput({
  control,
  read,
  write,
  unit,
  placeholder,
  size,
  required,
}: {
  control: Control<number | string | null>;
  read: Read;
  write: (value: number | string | null) => string;
  unit: string | undefined;
  placeholder: string | undefined;
  size: 'small' | 'middle';
  required: boolean;
}) {
  const typed = useTypedText<number>(control.value, control.onChange, read, write);
  return (
    <Input
      id={control.id}
      size={size}
      className="so-input-number"
      value={typed.text}
      onChange={(event) => typed.setText(event.target.value)}
      onBlur={() => {
        typed.settle();
        control.onBlur();
      }}
      disabled={control.disabled}
      autoFocus={control.autoFocus}
      status={control.invalid ? 'error' : ''}
      aria-invalid={control.invalid}
      aria-describedby={control.describedBy}
      aria-required={required}
      placeholder={placeholder}
      suffix={unit}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}

function NumberField({
  read,
  write,
  min,
  max,
  maxMessage,
  unit,
  placeholder,
  size = 'middle',
  ...field
}: NumberFieldProps & { read: Read; write: (value: number | string | null) => string }) {
  const t = useText();
  const check = useCallback(
    (_: unknown, value: unknown) => {
      if (typeof value === 'string' && value.trim() !== '')
        return fail(t('ui.form.numberWrong', { text: value }));
      if (typeof value !== 'number') return pass();
      if (max !== undefined && value > max)
        return fail(maxMessage ?? t('ui.form.numberMax', { value: write(value), max: write(max) }));
      if (min !== undefined && value < min)
        return fail(t('ui.form.numberMin', { value: write(value), min: write(min) }));
      return pass();
    },
    [t, min, max, maxMessage, write],
  );
  return (
    <FieldShell<number | string | null> field={field} rules={[{ validator: check }]}>
      {(control) => (
        <NumberInput
          control={control}
          read={read}
          write={write}
          unit={unit}
          placeholder={placeholder}
          size={size}
          required={field.required ?? false}
        />
      )}
    </FieldShell>
  );
}

/** Whole đồng; stored as an integer. */
export function MoneyField(props: NumberFieldProps) {
  const t = useText();
  return (
    <NumberField
      min={0}
      {...props}
      unit={props.unit ?? t('ui.form.dong')}
      read={parseMoney}
      write={writeWhole}
    />
  );
}

/** A whole number of people, rounds, gifts; give its unit. */
export function CountField(props: NumberFieldProps) {
  return <NumberField min={0} {...props} read={parseCount} write={writeWhole} />;
}

/** Points or coefficients with decimals: "33,5". */
export function ScoreField(props: NumberFieldProps) {
  return <NumberField {...props} read={readScore} write={writeScore} />;
}
