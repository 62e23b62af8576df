/** Fields for choosing. */
import { Checkbox, Radio, Segmented, Select, Switch } from 'antd';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { fold } from '../../../shared/text/fold';
import { useText } from '../../client/i18n';
import { Icon } from '../parts/Icon';
import { type FieldProps, FieldShell } from './FieldShell';

export type ChoiceValue = string | number;
export interface Option<V extends ChoiceValue = ChoiceValue> {
  value: V;
  label: string;
  /** Grey, after the label. */
  note?: string;
  disabled?: boolean;
}

export interface SelectFieldProps<V extends ChoiceValue> extends FieldProps {
  options: readonly Option<V>[];
  /** Several values; the form holds an array. */
  multiple?: boolean;
  /** May be emptied to unknown. */
  clearable?: boolean;
  placeholder?: string;
  onPicked?: (value: V | V[] | null) => void;
  size?: 'small' | 'middle';
}

/** True if every typed word begins a word of the label, tones and đ ignored: "co ao" is not "Ngày vào cơ quan". */
export function matchesTyped(typed: string, label: string): boolean {
  const hay = ` ${wordsOf(label)}`;
  return wordsOf(typed)
    .split(' ')
    .every((word) => hay.includes(` ${word}`));
}

const wordsOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function SelectField<V extends ChoiceValue>(props: SelectFieldProps<V>) {
  const {
    options,
    multiple = false,
    clearable = false,
    placeholder,
    onPicked,
    size = 'middle',
    ...field
  } = props;
  const t = useText();
  return (
    <FieldShell<V | V[] | null> field={field}>
      {(control) => (
        <Select<V | V[] | null>
          id={control.id}
          size={size}
          {...(multiple ? { mode: 'multiple' as const } : {})}
          value={control.value ?? (multiple ? [] : null)}
          onChange={(value) => {
            control.onChange(value ?? null);
            onPicked?.(value ?? null);
          }}
          onBlur={control.onBlur}
          disabled={control.disabled}
          autoFocus={control.autoFocus}
          status={control.invalid ? 'error' : ''}
          aria-invalid={control.invalid}
          aria-describedby={control.describedBy}
          aria-required={field.required}
          allowClear={clearable}
          placeholder={placeholder ?? t('ui.form.choose')}
          suffixIcon={<Icon of={ChevronDown} />}
          // However few there are: what is typed and Enter must never pick another one.
          showSearch={{
            filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')),
          }}
          notFoundContent={<span className="so-caption">{t('ui.form.noOption')}</span>}
          options={options.map((option) => ({
            value: option.value,
            label: option.label,
            disabled: option.disabled ?? false,
            note: option.note,
          }))}
          optionRender={(option) => (
            <span>
              {option.label}
              {option.data.note && <span className="so-muted"> {option.data.note}</span>}
            </span>
          )}
          className="so-select"
        />
      )}
    </FieldShell>
  );
}

/** Two to four short choices beside each other. */
export function SegmentedField<V extends ChoiceValue>({
  options,
  ...field
}: FieldProps & { options: readonly Option<V>[] }) {
  return (
    <FieldShell<V | null> field={field} group>
      {(control) => (
        <Segmented<V>
          block
          name={control.id}
          value={control.value as V}
          onChange={(value) => control.onChange(value)}
          disabled={control.disabled}
          options={options.map((option) => ({ value: option.value, label: option.label }))}
        />
      )}
    </FieldShell>
  );
}

/** Choices under each other, for longer words. */
export function RadioField<V extends ChoiceValue>({
  options,
  inline = false,
  ...field
}: FieldProps & { options: readonly Option<V>[]; inline?: boolean }) {
  return (
    <FieldShell<V | null> field={field} group>
      {(control) => (
        <Radio.Group
          name={control.id}
          value={control.value}
          onChange={(event) => control.onChange(event.target.value as V)}
          disabled={control.disabled}
          className={inline ? 'so-row so-wrap' : 'so-radios'}
          options={options.map((option) => ({
            value: option.value,
            label: option.label,
            disabled: option.disabled ?? false,
          }))}
        />
      )}
    </FieldShell>
  );
}

/** On or off, in effect at once or on saving. */
export function SwitchField(field: FieldProps) {
  return (
    <div className="so-field-switch">
      <FieldShell<boolean> field={field}>
        {(control) => (
          <Switch
            id={control.id}
            checked={control.value === true}
            onChange={control.onChange}
            disabled={control.disabled}
            aria-describedby={control.describedBy}
          />
        )}
      </FieldShell>
    </div>
  );
}

/** A tick with its words at the right; the label names it. */
export function CheckField({ children, ...field }: FieldProps & { children?: ReactNode }) {
  return (
    <FieldShell<boolean> field={{ ...field, labelHidden: true }}>
      {(control) => (
        <Checkbox
          id={control.id}
          checked={control.value === true}
          onChange={(event) => control.onChange(event.target.checked)}
          disabled={control.disabled}
          aria-describedby={control.describedBy}
        >
          {children ?? field.label}
        </Checkbox>
      )}
    </FieldShell>
  );
}
