/** Union posts of one member, held now and before. */
import { Landmark, Printer } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import type { PostRow } from '../../../../shared/contract/committees';
import { saveFile, useJobOp, useQueryOp, useText } from '../../../client';
import { ActionButton, EmptyState, ErrorState, LoadingBars, Note } from '../../../ui';
import { EndForm } from '../../organisation/committees/EndForm';
import { type Body, committeeBody, groupBody, PostForm } from '../../organisation/committees/PostForm';
import { PostTable } from '../../organisation/committees/PostTable';
import '../../organisation/committees/committees.css';

type Open = { what: 'new' } | { what: 'edit' | 'end'; post: PostRow };

export default function PostsTab({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const query = useQueryOp('organisation.posts', { memberId: member.id, all: true });
  const bodies = useBodies();
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  const { rows } = query.data;
  const { unionPosition } = member.fields;
  const add = {
    key: 'add',
    label: t('committees.post.add'),
    icon: Landmark,
    disabled: member.deletedAt !== null || !bodies,
    onClick: () => setOpen({ what: 'new' }),
  };
  const toCommittees = {
    key: 'open',
    label: t('committees.member.open'),
    onClick: () => navigate('/organisation?tab=terms'),
  };
  const close = { onClose: () => setOpen(null), onReload: () => void query.refetch() };
  return (
    <div className="so-stack">
      {unionPosition && (
        <Note icon={Landmark} title={t('committees.member.fromList', { text: unionPosition })}>
          {t('committees.member.fromListBody')}
        </Note>
      )}
      {rows.length === 0 ? (
        <EmptyState
          icon={Landmark}
          title={t('committees.member.empty')}
          primary={add}
          actions={[toCommittees]}
        >
          {t('committees.member.emptyBody')}
        </EmptyState>
      ) : (
        <>
          <div className="so-row">
            <ActionButton action={add} />
            <ActionButton action={toCommittees} />
            <SheetButton memberId={member.id} />
          </div>
          <PostTable
            caption={t('committees.member.title')}
            posts={rows}
            withBody
            actions={{
              onEdit: (post) => setOpen({ what: 'edit', post }),
              onEnd: (post) => setOpen({ what: 'end', post }),
            }}
          />
        </>
      )}
      {open?.what === 'end' && <EndForm post={open.post} {...close} />}
      {open && open.what !== 'end' && bodies && (
        <PostForm
          post={open.what === 'edit' ? open.post : null}
          bodies={open.what === 'edit' ? withOwn(bodies, open.post) : bodies}
          heading={open.what === 'edit' ? t('committees.post.edit') : t('committees.post.add')}
          start={{ person: { memberId: member.id, name: member.fields.fullName } }}
          {...close}
        />
      )}
    </div>
  );
}

/** The officer on one page. */
function SheetButton({ memberId }: { memberId: number }) {
  const t = useText();
  const print = useJobOp('members.officerSheets', { done: null });
  return (
    <ActionButton
      action={{
        key: 'sheet',
        label: t('committees.officers.sheet'),
        icon: Printer,
        running: print.running,
        onClick: () => void print.run({ memberId }).then(saveFile, () => undefined),
      }}
    />
  );
}

/** Committees in office today, then groups. */
function useBodies(): Body[] | null {
  const committees = useQueryOp('organisation.committees', {}).data;
  const groups = useQueryOp('organisation.units', { kind: 'group' }).data;
  return committees && groups
    ? [...committees.committees.map(committeeBody), ...groups.rows.map(groupBody)]
    : null;
}

/** Also the body of a post on a committee of another term. */
function withOwn(bodies: readonly Body[], post: PostRow): Body[] {
  const own: Body =
    post.committeeId === null
      ? groupBody({ id: post.orgUnitId ?? 0, name: post.body })
      : committeeBody({ id: post.committeeId, kind: post.committeeKind ?? 'other', name: post.body });
  return bodies.some((body) => body.key === own.key) ? [...bodies] : [...bodies, own];
}
