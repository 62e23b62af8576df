/** Posts as rows: who, which post, since when, how, by which decision, and what can be done with each. */
import { Pencil, RotateCcw, Trash2, UserX } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { PostRow } from '../../../../shared/contract/committees';
import { useCommandOp, useText } from '../../../client';
import { type Action, type Column, MoreMenu, NameCell, PlainTable, Tag, useFormat } from '../../../ui';

export interface PostActions {
  onEdit(post: PostRow): void;
  onEnd(post: PostRow): void;
}

/** Menu of one post. */
export function usePostMenu({ onEdit, onEnd }: PostActions): (post: PostRow) => Action[] {
  const t = useText();
  const reopen = useCommandOp('organisation.endPosts', { done: () => null });
  const trash = useCommandOp('organisation.trashPosts', { done: () => null });
  return (post) => [
    { key: 'edit', label: t('committees.post.edit'), icon: Pencil, onClick: () => onEdit(post) },
    post.endedOn === null
      ? { key: 'end', label: t('committees.post.end'), icon: UserX, onClick: () => onEnd(post) }
      : {
          key: 'reopen',
          label: t('committees.post.reopen'),
          icon: RotateCcw,
          onClick: () => reopen.fire({ items: [{ id: post.id, version: post.version }] }),
        },
    {
      key: 'trash',
      label: t('committees.post.trash'),
      icon: Trash2,
      danger: true,
      onClick: () => trash.fire({ ids: [post.id] }),
    },
  ];
}

export function PostTable({
  caption,
  posts,
  withBody = false,
  actions,
}: {
  caption: string;
  posts: readonly PostRow[];
  /** Shows the committee or group instead of the person. */
  withBody?: boolean;
  actions: PostActions;
}) {
  const t = useText();
  const format = useFormat();
  const menu = usePostMenu(actions);
  const columns = useMemo<Column<PostRow>[]>(
    () => [
      withBody
        ? { key: 'body', header: t('committees.post.body'), width: 240, cell: (post) => post.body }
        : {
            key: 'name',
            header: t('committees.post.person'),
            width: 230,
            cell: (post) => <PersonCell post={post} />,
          },
      {
        key: 'title',
        header: t('committees.post.title'),
        width: withBody ? 230 : 150,
        cell: (post) => (
          <span className="so-row so-wrap">
            {post.title}
            {withBody && post.held && <Tag tone="ok">{t('committees.post.held')}</Tag>}
          </span>
        ),
      },
      {
        key: 'dates',
        header: t('committees.post.dates'),
        width: 200,
        cell: (post) =>
          [
            format.date(post.fromDate),
            post.heldUntil ? format.date(post.heldUntil) : t('committees.post.open'),
          ].join(' – '),
      },
      ...(withBody
        ? []
        : [
            {
              key: 'department',
              header: t('committees.officers.department'),
              width: 230,
              cell: (post: PostRow) => post.department,
            },
          ]),
      {
        key: 'how',
        header: t('committees.post.how'),
        cell: (post) =>
          [t(`committees.how.${post.how}`), post.decisionNo, post.endReason].filter(Boolean).join(' · '),
      },
      {
        key: 'menu',
        header: '',
        width: 52,
        cell: (post) => (
          <div className="so-committees__menu">
            <MoreMenu size="small" actions={menu(post)} />
          </div>
        ),
      },
    ],
    [t, format, menu, withBody],
  );
  return <PlainTable framed caption={caption} rows={posts} rowKey={(post) => post.id} columns={columns} />;
}

/** A member as a link to the record; somebody from outside as plain words. */
export function PersonCell({
  post,
}: {
  post: Pick<PostRow, 'memberId' | 'name' | 'givenName'> & { gone?: boolean; personNote?: string | null };
}) {
  const t = useText();
  if (post.memberId === null)
    return (
      <span>
        {post.name} <span className="so-muted">{post.personNote ?? t('committees.post.outside')}</span>
      </span>
    );
  return (
    <span className="so-row so-wrap">
      <Link to={`/members/${post.memberId}`}>
        <NameCell name={post.name} given={post.givenName ?? ''} />
      </Link>
      {post.gone && <Tag tone="warn">{t('committees.post.gone')}</Tag>}
    </span>
  );
}
