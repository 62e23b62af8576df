/** Who is at work, at the end of the title bar: lock, change user, own password. */
import { Dropdown } from 'antd';
import { ChevronDown, KeyRound, LockKeyhole, LogOut } from 'lucide-react';
import { useState } from 'react';
import { announceFailure, invoke, useSession, useText } from '../../client';
import { Avatar, Drawer, Icon } from '../../ui';
import { OwnPasswordForm } from './forms';
import './users.css';

export function UserMenu() {
  const t = useText();
  const session = useSession();
  const [changing, setChanging] = useState(false);
  const user = session?.user;
  if (!user) return null;
  const role = t(`users.roles.${user.role}`);
  const act = (operation: 'users.lock' | 'users.leave') => () => {
    invoke(operation, {}).catch(announceFailure);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'lock',
              icon: <Icon of={LockKeyhole} />,
              label: t('users.lock.now'),
              extra: 'Ctrl L',
              onClick: act('users.lock'),
            },
            {
              key: 'password',
              icon: <Icon of={KeyRound} />,
              label: t('users.ownPassword'),
              onClick: () => setChanging(true),
            },
            {
              key: 'leave',
              icon: <Icon of={LogOut} />,
              label: t('users.lock.leave'),
              onClick: act('users.leave'),
            },
          ],
        }}
      >
        <button type="button" className="so-user" aria-label={`${user.name}, ${role}`} title={role}>
          <Avatar name={user.name} size={26} />
          <span className="so-user__name" lang="vi">
            {user.name}
          </span>
          <Icon of={ChevronDown} size={13} />
        </button>
      </Dropdown>
      <Drawer open={changing} onClose={() => setChanging(false)} title={t('users.ownPassword')}>
        <OwnPasswordForm onDone={() => setChanging(false)} />
      </Drawer>
    </>
  );
}
