/** Settings: who uses the program, what each role may do, when the screen locks, the recovery sheet. */
import { Select } from 'antd';
import { KeyRound, LogOut, Pencil, UserCheck, UserPlus, Users, UserX } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import type { UserRow } from '../../../shared/contract/users';
import { useCommandOp, useQueryOp, useRights, useSession, useText } from '../../client';
import {
  type Action,
  ActionButton,
  type Column,
  Drawer,
  EmptyState,
  ErrorState,
  LoadingBars,
  MoreMenu,
  PlainTable,
  Tag,
  useFormat,
} from '../../ui';
import { Pane } from '../settings/Pane';
import { AddUserForm, EditUserForm, SetPasswordForm } from './forms';
import { RecoveryCard } from './RecoveryCard';
import { RolesTable } from './RolesTable';
import './users.css';

type Listed = OutputOf<'users.list'>;
type Opened = { kind: 'add' } | { kind: 'edit' | 'password'; user: UserRow } | null;

export function UsersPane() {
  const t = useText();
  const { role } = useRights();
  const query = useQueryOp('users.list', {}, { enabled: role === 'chair' });
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const rows = query.data?.rows ?? [];
  const none = !rows.some((row) => row.inUse);
  return (
    <Pane title={t('users.title')}>
      <div className="so-row so-users__wide">
        <h2>{t('users.title')}</h2>
        <span className="so-push" />
        {role === 'chair' && rows.length > 0 && (
          <ActionButton
            primary
            action={{
              key: 'add',
              label: t('users.add'),
              icon: UserPlus,
              onClick: () => setOpened({ kind: 'add' }),
            }}
          />
        )}
      </div>
      <p className="so-pane__lead">{t('users.lead')}</p>
      {role !== 'chair' ? null : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars rows={4} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={Users}
          title={t('users.none')}
          primary={{
            key: 'first',
            label: t('users.first'),
            icon: UserPlus,
            onClick: () => setOpened({ kind: 'add' }),
          }}
        >
          {t('users.noneBody')}
        </EmptyState>
      ) : (
        <Kept data={query.data} none={none} onOpen={setOpened} />
      )}
      <RolesTable />
      <Drawer open={opened?.kind === 'add'} onClose={close} title={none ? t('users.first') : t('users.add')}>
        <AddUserForm first={none} onDone={close} />
      </Drawer>
      <Drawer open={opened?.kind === 'edit'} onClose={close} title={t('users.edit')}>
        {opened?.kind === 'edit' && (
          <EditUserForm
            key={opened.user.version}
            user={opened.user}
            onDone={close}
            onReload={() => {
              const user = rows.find((row) => row.id === opened.user.id);
              setOpened(user ? { kind: 'edit', user } : null);
            }}
          />
        )}
      </Drawer>
      <Drawer
        open={opened?.kind === 'password'}
        onClose={close}
        title={t('users.setPassword')}
        facts={opened?.kind === 'password' ? opened.user.name : undefined}
      >
        {opened?.kind === 'password' && <SetPasswordForm user={opened.user} onDone={close} />}
      </Drawer>
    </Pane>
  );
}

/** What there is once somebody was added. */
function Kept({ data, none, onOpen }: { data: Listed; none: boolean; onOpen(opened: Opened): void }) {
  return (
    <>
      <UserTable rows={data.rows} onOpen={onOpen} />
      {!none && <LockRule data={data} />}
      {!none && <RecoveryCard printedAt={data.recoveryAt} />}
    </>
  );
}

function UserTable({ rows, onOpen }: { rows: readonly UserRow[]; onOpen(opened: Opened): void }) {
  const t = useText();
  const format = useFormat();
  const me = useSession()?.user?.id;
  const alone = rows.filter((row) => row.inUse).length === 1;
  const setUse = useCommandOp('users.setUse', {
    done: (_, input) => {
      const name = rows.find((row) => row.id === input.id)?.name ?? '';
      return t(input.inUse ? 'users.nowIn' : 'users.nowOut', { name });
    },
  });
  const more = (row: UserRow): Action[] => [
    { key: 'edit', label: t('users.edit'), icon: Pencil, onClick: () => onOpen({ kind: 'edit', user: row }) },
    {
      key: 'password',
      label: t('users.setPassword'),
      icon: KeyRound,
      onClick: () => onOpen({ kind: 'password', user: row }),
    },
    {
      key: 'use',
      label: !row.inUse ? t('users.putBack') : alone ? t('users.turnOff') : t('users.putOut'),
      icon: !row.inUse ? UserCheck : alone ? LogOut : UserX,
      danger: row.inUse,
      onClick: () => setUse.fire({ id: row.id, version: row.version, inUse: !row.inUse }),
    },
  ];
  const columns: Column<UserRow>[] = [
    {
      key: 'name',
      header: t('users.name'),
      cell: (row) => (
        <>
          <span className="so-strong" lang="vi">
            {row.name}
          </span>
          {row.id === me && <span className="so-caption"> · {t('users.you')}</span>}
        </>
      ),
    },
    { key: 'role', header: t('users.role'), width: 170, cell: (row) => t(`users.roles.${row.role}`) },
    {
      key: 'member',
      header: t('users.member'),
      width: 170,
      cell: (row) => <span lang="vi">{row.memberName ?? ''}</span>,
    },
    {
      key: 'last',
      header: t('users.lastLogin'),
      width: 160,
      cell: (row) => (row.lastLoginAt ? format.dateTime(row.lastLoginAt) : t('users.never')),
    },
    {
      key: 'state',
      header: t('users.state'),
      width: 110,
      cell: (row) => (
        <Tag tone={row.inUse ? 'ok' : 'neutral'}>{t(row.inUse ? 'users.inUse' : 'users.outOfUse')}</Tag>
      ),
    },
    { key: 'more', header: '', width: 48, cell: (row) => <MoreMenu actions={more(row)} /> },
  ];
  return (
    <PlainTable caption={t('users.title')} columns={columns} rows={rows} rowKey={(row) => row.id} framed />
  );
}

const MINUTES = [2, 5, 10, 15, 30, 60, 120];

function LockRule({ data }: { data: Listed }) {
  const t = useText();
  const set = useCommandOp('users.setLock', { done: () => t('users.lock.saved') });
  const all = [...new Set([...MINUTES, data.lockMinutes])].sort((a, b) => a - b);
  return (
    <div className="so-setting">
      <label htmlFor="lock-minutes">{t('users.lock.after')}</label>
      <Select
        id="lock-minutes"
        value={data.lockMinutes}
        options={all.map((count) => ({ value: count, label: t('users.lock.minutes', { count }) }))}
        onChange={(minutes) => set.fire({ version: data.lockVersion, minutes })}
      />
      <p className="so-caption">{t('users.lock.hint')}</p>
    </div>
  );
}
