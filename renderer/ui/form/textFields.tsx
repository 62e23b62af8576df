/** Fields for words. */

import type { Rule } from '@rc-component/form/es/interface';
import { Input } from 'antd';
import { useText } from '../../client/i18n';
import { type FieldProps, FieldShell, fail, pass } from './FieldShell';

export interface TextFieldProps extends FieldProps {
  max?: number;
  /** An example or the effect ("In vào cột giải trình"), never the label. */
  placeholder?: string;
  /** Unit or note at the right, inside. */
  suffix?: string;
  inputMode?: 'text' | 'tel' | 'email' | 'numeric';
  size?: 'small' | 'middle';
}

function useLengthRule(max: number | undefined): Rule[] {
  const t = useText();
  if (!max) return [];
  return [
    {
      validator: (_, value: unknown) =>
        typeof value === 'string' && value.trim().length > max
          ? fail(t('ui.form.tooLong', { max, over: value.trim().length - max }))
          : pass(),
    },
  ];
}

/** One line of text. The value is exactly what was typed; the core trims and composes it. */
export function TextField({
  max,
  placeholder,
  suffix,
  inputMode,
  size = 'middle',
  ...field
}: TextFieldProps) {
  return (
    <FieldShell<string | null> field={field} rules={useLengthRule(max)}>
      {(control) => (
        <Input
          id={control.id}
          size={size}
          value={control.value ?? ''}
          onChange={(event) => control.onChange(event.target.value)}
          onBlur={control.onBlur}
          disabled={control.disabled}
          autoFocus={control.autoFocus}
          status={control.invalid ? 'error' : ''}
          aria-invalid={control.invalid}
          aria-describedby={control.describedBy}
          aria-required={field.required}
          placeholder={placeholder}
          suffix={suffix}
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </FieldShell>
  );
}

/** Several lines; Enter makes a new line, Ctrl+S saves. */
export function TextAreaField({
  max,
  placeholder,
  rows = 3,
  ...field
}: Omit<TextFieldProps, 'suffix' | 'inputMode' | 'size'> & { rows?: number }) {
  return (
    <FieldShell<string | null> field={field} rules={useLengthRule(max)}>
      {(control) => (
        <Input.TextArea
          id={control.id}
          rows={rows}
          value={control.value ?? ''}
          onChange={(event) => control.onChange(event.target.value)}
          onBlur={control.onBlur}
          disabled={control.disabled}
          autoFocus={control.autoFocus}
          status={control.invalid ? 'error' : ''}
          aria-invalid={control.invalid}
          aria-describedby={control.describedBy}
          aria-required={field.required}
          placeholder={placeholder}
          spellCheck={false}
        />
      )}
    </FieldShell>
  );
}
