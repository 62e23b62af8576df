/** Forms of users: a new one, an existing one, a password. */

import type { UserRow } from '../../../shared/contract/users';
import { ROLES, type Role } from '../../../shared/domain/roles';
import { useCommandOp, useJobOp, useText } from '../../client';
import { MemberField, PasswordField, RadioField, RecordForm, TextField } from '../../ui';
import { NewPassword } from './NewPassword';

interface Facts {
  name: string;
  role: Role;
  memberId: number | null;
}
type Fresh = Facts & { password: string; again: string };

function UserFields({ first = false, shown = null }: { first?: boolean; shown?: string | null }) {
  const t = useText();
  return (
    <>
      <TextField name="name" label={t('users.name')} required autoFocus max={120} />
      <RadioField
        name="role"
        label={t('users.role')}
        required
        disabled={first}
        hint={first ? t('users.firstHint') : undefined}
        options={ROLES.map((role) => ({
          value: role,
          label: t(`users.roles.${role}`),
          note: t(`users.roleHints.${role}`),
        }))}
      />
      <MemberField
        name="memberId"
        label={t('users.member')}
        hint={t('users.memberHint')}
        shown={shown}
        optional
      />
    </>
  );
}

/** A new user; the first one is the chair. */
export function AddUserForm({ first, onDone }: { first: boolean; onDone(): void }) {
  const t = useText();
  const create = useJobOp('users.create', {
    failure: 'inline',
    done: (_, input) => t('users.added', { name: input.name }),
    keepRunning: true,
  });
  return (
    <RecordForm<Fresh>
      draftKey={null}
      initial={{ role: first ? 'chair' : 'clerk', memberId: null }}
      onCancel={onDone}
      saveLabel={t('users.add')}
      onSubmit={async ({ name, role, memberId, password }) => {
        await create.run({ name, role, memberId: memberId ?? null, password });
        onDone();
      }}
    >
      <UserFields first={first} />
      <NewPassword />
    </RecordForm>
  );
}

export function EditUserForm({
  user,
  onDone,
  onReload,
}: {
  user: UserRow;
  onDone(): void;
  onReload(): void;
}) {
  const t = useText();
  const update = useCommandOp('users.update', {
    failure: 'inline',
    done: (_, input) => t('users.saved', { name: input.name }),
  });
  return (
    <RecordForm<Facts>
      draftKey={null}
      initial={{ name: user.name, role: user.role, memberId: user.memberId }}
      onCancel={onDone}
      onReload={onReload}
      onSubmit={async ({ name, role, memberId }) => {
        await update.run({ id: user.id, version: user.version, name, role, memberId: memberId ?? null });
        onDone();
      }}
    >
      <UserFields shown={user.memberName} />
    </RecordForm>
  );
}

export function SetPasswordForm({ user, onDone }: { user: UserRow; onDone(): void }) {
  const t = useText();
  const set = useJobOp('users.setPassword', {
    failure: 'inline',
    done: () => t('users.passwordSet', { name: user.name }),
    keepRunning: true,
  });
  return (
    <RecordForm<Fresh>
      draftKey={null}
      initial={{}}
      onCancel={onDone}
      onSubmit={async ({ password }) => {
        await set.run({ id: user.id, version: user.version, password });
        onDone();
      }}
    >
      <NewPassword autoFocus />
    </RecordForm>
  );
}

export function OwnPasswordForm({ onDone }: { onDone(): void }) {
  const t = useText();
  const change = useJobOp('users.changeOwnPassword', {
    failure: 'inline',
    done: () => t('users.ownSaved'),
    keepRunning: true,
  });
  return (
    <RecordForm<Fresh & { current: string }>
      draftKey={null}
      initial={{}}
      onCancel={onDone}
      onSubmit={async ({ current, password }) => {
        await change.run({ current, password });
        onDone();
      }}
    >
      <PasswordField name="current" label={t('users.currentPassword')} required autoFocus />
      <NewPassword />
    </RecordForm>
  );
}
