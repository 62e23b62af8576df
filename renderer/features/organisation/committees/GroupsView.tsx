/** Leaders and deputies of union groups as of a day, with what is vacant. */
import { Network, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import type { PostRow } from '../../../../shared/contract/committees';
import { useQueryOp, useText } from '../../../client';
import {
  type Column,
  EmptyState,
  ErrorState,
  IconButton,
  LoadingBars,
  MoreMenu,
  PlainTable,
  Tag,
  todayIso,
  useFormat,
} from '../../../ui';
import { EndForm } from './EndForm';
import { groupBody, PostForm } from './PostForm';
import { PersonCell, usePostMenu } from './PostTable';

type Group = OutputOf<'organisation.units'>['rows'][number];
type Open = { what: 'new'; group: Group; role: 'head' | 'deputy' } | { what: 'edit' | 'end'; post: PostRow };

export function GroupsView({ asOf }: { asOf: string | null }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const units = useQueryOp('organisation.units', { kind: 'group', withClosed: true });
  const posts = useQueryOp('organisation.posts', { onUnits: true, asOf }, { keep: true });
  const day = asOf ?? todayIso();
  const groups = useMemo(
    () => units.data?.rows.filter((group) => group.closedOn === null || group.closedOn > day) ?? [],
    [units.data, day],
  );
  const columns = useGroupColumns(posts.data?.rows ?? [], setOpen);
  const error = units.error ?? posts.error;
  if (error) return <ErrorState error={error} onRetry={() => void posts.refetch()} />;
  if (!units.data || !posts.data) return <LoadingBars />;
  if (groups.length === 0)
    return (
      <EmptyState icon={Network} title={t('committees.groups.empty')}>
        {t('committees.groups.emptyBody')}
      </EmptyState>
    );
  const led = new Set(posts.data.rows.filter((post) => post.role === 'head').map((post) => post.orgUnitId));
  const without = groups.filter((group) => !led.has(group.id)).length;
  return (
    <div className="so-stack">
      {without > 0 && (
        <div>
          <Tag tone="warn">{t('committees.groups.withoutHead', { count: format.count(without) })}</Tag>
        </div>
      )}
      <PlainTable
        framed
        caption={t('committees.groups.title')}
        rows={groups}
        rowKey={(group) => group.id}
        columns={columns}
      />
      {open?.what === 'end' && (
        <EndForm post={open.post} onClose={() => setOpen(null)} onReload={() => void posts.refetch()} />
      )}
      {open?.what === 'edit' && (
        <PostForm
          post={open.post}
          bodies={groups.map(groupBody)}
          heading={t('committees.post.edit')}
          onClose={() => setOpen(null)}
          onReload={() => void posts.refetch()}
        />
      )}
      {open?.what === 'new' && (
        <PostForm
          post={null}
          bodies={[groupBody(open.group)]}
          heading={t('committees.post.addTo', { name: open.group.name })}
          start={{ body: groupBody(open.group).key, role: open.role, fromDate: day }}
          onClose={() => setOpen(null)}
          onReload={() => void posts.refetch()}
        />
      )}
    </div>
  );
}

function useGroupColumns(posts: readonly PostRow[], setOpen: (open: Open) => void): Column<Group>[] {
  const t = useText();
  const format = useFormat();
  const menu = usePostMenu({
    onEdit: (post) => setOpen({ what: 'edit', post }),
    onEnd: (post) => setOpen({ what: 'end', post }),
  });
  const holders = (group: Group, role: 'head' | 'deputy') => {
    const held = posts.filter((post) => post.orgUnitId === group.id && post.role === role);
    const roleName = t(`committees.groups.${role}`);
    return (
      <div className="so-committees__holders">
        {held.map((post) => (
          <span key={post.id} className="so-row">
            <PersonCell post={post} />
            <span className="so-muted">
              {t('committees.post.since', { date: format.date(post.fromDate) })}
            </span>
            <span className="so-committees__menu so-push">
              <MoreMenu size="small" actions={menu(post)} />
            </span>
          </span>
        ))}
        {held.length === 0 && (
          <span className="so-row">
            <span className="so-muted">
              {role === 'head' && group.leaderName
                ? t('committees.groups.asWritten', { name: group.leaderName })
                : t('committees.groups.none')}
            </span>
            <span className="so-committees__menu so-push">
              <IconButton
                icon={UserPlus}
                size="small"
                label={`${roleName}: ${group.name}`}
                onClick={() => setOpen({ what: 'new', group, role })}
              />
            </span>
          </span>
        )}
      </div>
    );
  };
  return [
    { key: 'group', header: t('committees.groups.group'), width: 240, cell: (group) => group.name },
    { key: 'head', header: t('committees.groups.head'), cell: (group) => holders(group, 'head') },
    { key: 'deputy', header: t('committees.groups.deputy'), cell: (group) => holders(group, 'deputy') },
  ];
}
