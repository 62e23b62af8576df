/** A password: covered while it is typed, shown on demand; with the strength in words for a new one. */
import { Input } from 'antd';
import { STRENGTHS, strengthOf } from '../../../shared/domain/passwords';
import { useText } from '../../client/i18n';
import { type FieldProps, FieldShell } from './FieldShell';

export interface PasswordFieldProps extends FieldProps {
  /** A new password is judged as it is typed. */
  fresh?: boolean;
}

export function PasswordField({ fresh = false, ...field }: PasswordFieldProps) {
  return (
    <FieldShell<string | null> field={field}>
      {(control) => (
        <>
          <Input.Password
            id={control.id}
            value={control.value ?? ''}
            onChange={(event) => control.onChange(event.target.value)}
            onBlur={control.onBlur}
            disabled={control.disabled}
            autoFocus={control.autoFocus}
            status={control.invalid ? 'error' : ''}
            aria-invalid={control.invalid}
            aria-describedby={control.describedBy}
            aria-required={field.required}
            autoComplete={fresh ? 'new-password' : 'current-password'}
            spellCheck={false}
          />
          {fresh && <StrengthLine typed={control.value ?? ''} />}
        </>
      )}
    </FieldShell>
  );
}

function StrengthLine({ typed }: { typed: string }) {
  const t = useText();
  if (typed.length === 0) return null;
  const strength = strengthOf(typed);
  const steps = STRENGTHS.indexOf(strength) + 1;
  return (
    <div className={`so-strength so-strength--${strength}`}>
      <span className="so-strength__bars" aria-hidden>
        {STRENGTHS.map((one, at) => (
          <span key={one} className={at < steps ? 'is-on' : ''} />
        ))}
      </span>
      <span role="status">{t('users.strength.label', { words: t(`users.strength.${strength}`) })}</span>
    </div>
  );
}
