import { MIN_PASSWORD } from '../../../shared/domain/passwords';
import { useText } from '../../client';
import { PasswordField } from '../../ui';

/** A new password, typed twice. */
export function NewPassword({ autoFocus = false }: { autoFocus?: boolean }) {
  const t = useText();
  return (
    <>
      <PasswordField
        name="password"
        label={t('users.newPassword')}
        hint={t('users.passwordHint')}
        required
        fresh
        autoFocus={autoFocus}
        rules={[{ min: MIN_PASSWORD, message: t('users.short') }]}
      />
      <PasswordField
        name="again"
        label={t('users.again')}
        required
        rules={[
          (form) => ({
            validator: (_, value: unknown) =>
              value === form.getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(t('users.differs')),
          }),
        ]}
      />
    </>
  );
}
