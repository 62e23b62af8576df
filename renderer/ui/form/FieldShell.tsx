/** Label above, hint below, error in its place: the frame of every field. */
import { Field } from '@rc-component/form';
import type { Rule } from '@rc-component/form/es/interface';
import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useText } from '../../client/i18n';
import { useShield } from '../../client/stores';
import { isPrivateField } from '../parts/Covered';
import { Icon } from '../parts/Icon';

export type FieldName = string | (string | number)[];

/** What every field takes. */
export interface FieldProps {
  /** Path of the value in the form. */
  name: FieldName;
  label: string;
  hint?: ReactNode;
  /** Must be filled. */
  required?: boolean;
  /** Says "(không bắt buộc)"; for the few optional fields among required ones. */
  optional?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  /** Further rules; a rejected message is shown as it is. */
  rules?: Rule[];
  /** Keeps the label for readers only (fields in a table row). */
  labelHidden?: boolean;
}

/** What the input inside gets. */
export interface Control<T> {
  id: string;
  value: T;
  onChange(value: T): void;
  onBlur(): void;
  disabled: boolean;
  autoFocus: boolean;
  invalid: boolean;
  describedBy: string | undefined;
}

/**
 * Connects one value of the form with its input; rules run on blur and on saving, and while a refused value is being
 * put right: a message that went away only on blur would move the button that is being clicked.
 */
export function FieldShell<T>({
  field,
  rules = [],
  group = false,
  children,
}: {
  field: FieldProps;
  rules?: Rule[];
  /** The input is a group (radios), not one control. */
  group?: boolean;
  children(control: Control<T>): ReactNode;
}) {
  const t = useText();
  const id = useId();
  const required: Rule[] = field.required
    ? [
        {
          validator: (_, value) =>
            isEmpty(value) ? fail(t('ui.form.required', { label: field.label })) : pass(),
        },
      ]
    : [];
  return (
    <Field
      name={field.name}
      rules={[...required, ...rules, ...(field.rules ?? [])]}
      validateTrigger="onBlur"
      validateFirst
      getValueFromEvent={(value: T) => value}
    >
      {(control, meta, form) => {
        const error = meta.errors[0];
        const change = control.onChange as (value: T) => void;
        const ids = [error ? `${id}-error` : '', field.hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
        return (
          <FieldFrame field={field} id={id} error={error} group={group}>
            {children({
              id,
              value: control.value as T,
              onChange: (value) => {
                change(value);
                if (error) form.validateFields([meta.name]).catch(() => undefined);
              },
              onBlur: () => (control.onBlur as (() => void) | undefined)?.(),
              disabled: field.disabled ?? false,
              autoFocus: field.autoFocus ?? false,
              invalid: Boolean(error),
              describedBy: ids || undefined,
            })}
          </FieldFrame>
        );
      }}
    </Field>
  );
}

function FieldFrame({
  field,
  id,
  error,
  group,
  children,
}: {
  field: FieldProps;
  id: string;
  error: ReactNode;
  group: boolean;
  children: ReactNode;
}) {
  const t = useText();
  const words = (
    <>
      {field.label}
      {field.optional && <span className="so-field__optional"> {t('ui.optional')}</span>}
    </>
  );
  const labelClass = field.labelHidden ? 'so-sr' : 'so-field__label';
  const body = (
    <>
      {children}
      {error && (
        <div className="so-field__error" id={`${id}-error`} role="alert">
          <Icon of={CircleAlert} size={14} />
          <span>{error}</span>
        </div>
      )}
      {field.hint && (
        <div className="so-field__hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
    </>
  );
  const shield = useShield((state) => state.on);
  const path = ([] as (string | number)[]).concat(field.name).join('.');
  const covered = shield && isPrivateField(path) ? ' so-field--covered' : '';
  const classes = `so-field${error ? ' so-field--bad' : ''}${covered}`;
  const marks = { 'data-field': path, ...(field.autoFocus ? { 'data-first': '' } : {}) };
  return group ? (
    <fieldset className={classes} {...marks}>
      <legend className={labelClass}>{words}</legend>
      {body}
    </fieldset>
  ) : (
    <div className={classes} {...marks}>
      <label className={labelClass} htmlFor={id}>
        {words}
      </label>
      {body}
    </div>
  );
}

export const pass = (): Promise<void> => Promise.resolve();
export const fail = (message: string): Promise<never> => Promise.reject(new Error(message));

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
