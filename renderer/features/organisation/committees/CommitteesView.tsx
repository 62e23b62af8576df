import { Landmark, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import type { CommitteeKind, CommitteeRow, PostRow } from '../../../../shared/contract/committees';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { ActionButton, EmptyState, ErrorState, LoadingBars, Note, todayIso, useFormat } from '../../../ui';
import { CommitteeCard } from './CommitteeCard';
import { CommitteeForm } from './CommitteeForm';
import { EndForm } from './EndForm';
import { committeeBody, PostForm } from './PostForm';
import { kindKey, nameOfKind, termName, titleOf } from './words';

type Term = OutputOf<'organisation.get'>['terms'][number];
type Open =
  | { what: 'committee'; committee: CommitteeRow | null; kind?: CommitteeKind }
  | { what: 'post'; post: PostRow }
  | { what: 'newPost'; committee: CommitteeRow; vacancy: boolean }
  | { what: 'end'; post: PostRow };

const USUAL = ['executive', 'inspection', 'women'] as const;

/** Committees of one term as of a day. */
export function CommitteesView({ term, asOf }: { term: Term; asOf: string | null }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const query = useQueryOp('organisation.committees', { termId: term.id, asOf }, { keep: true });
  const start = useCommandOp('organisation.startCommittees', {
    done: (data) => t('committees.start.done', { count: data.ids.length }),
  });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars />;
  const { committees, missing, overdue } = query.data;
  const addOwn = {
    key: 'own',
    label: t('committees.committee.add'),
    icon: Plus,
    onClick: () => setOpen({ what: 'committee', committee: null }),
  };
  const actions = {
    onEdit: (post: PostRow) => setOpen({ what: 'post', post }),
    onEnd: (post: PostRow) => setOpen({ what: 'end', post }),
  };
  return (
    <div className="so-stack">
      {overdue && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('committees.overdue', { term: termName(term), date: format.date(term.endsOn) })}
        </Note>
      )}
      {committees.length === 0 ? (
        <EmptyState
          icon={Landmark}
          title={t('committees.start.title')}
          primary={{
            key: 'start',
            label: t('committees.start.button'),
            icon: Plus,
            running: start.running,
            onClick: () =>
              start.fire({
                termId: term.id,
                items: USUAL.map((kind) => ({ kind, name: nameOfKind(kind) })),
                chairTitle: titleOf('executive', 'chair'),
              }),
          }}
          actions={[addOwn]}
        >
          {t('committees.start.body')}
        </EmptyState>
      ) : (
        <>
          {committees.map((committee) => (
            <CommitteeCard
              key={committee.id}
              committee={committee}
              asOf={query.data.asOf}
              onAdd={(vacancy) => setOpen({ what: 'newPost', committee, vacancy })}
              onEdit={() => setOpen({ what: 'committee', committee })}
              actions={actions}
            />
          ))}
          <div className="so-row so-wrap">
            {missing.map((kind) => (
              <ActionButton
                key={kind}
                size="small"
                action={{
                  key: kind,
                  label: t('committees.start.add', { name: t(kindKey(kind)).toLocaleLowerCase('vi') }),
                  icon: Plus,
                  onClick: () => setOpen({ what: 'committee', committee: null, kind }),
                }}
              />
            ))}
            <ActionButton size="small" action={addOwn} />
          </div>
        </>
      )}
      {open && (
        <Drawers
          open={open}
          term={term}
          committees={committees}
          onClose={() => setOpen(null)}
          onReload={() => void query.refetch()}
        />
      )}
    </div>
  );
}

function Drawers({
  open,
  term,
  committees,
  onClose,
  onReload,
}: {
  open: Open;
  term: Term;
  committees: readonly CommitteeRow[];
  onClose(): void;
  onReload(): void;
}) {
  const t = useText();
  const both = { onClose, onReload };
  const bodies = committees.map(committeeBody);
  if (open.what === 'committee')
    return (
      <CommitteeForm
        termId={term.id}
        committee={open.committee}
        {...(open.kind ? { kind: open.kind } : {})}
        {...both}
      />
    );
  if (open.what === 'end') return <EndForm post={open.post} {...both} />;
  if (open.what === 'post')
    return <PostForm post={open.post} bodies={bodies} heading={t('committees.post.edit')} {...both} />;
  const { committee, vacancy } = open;
  const hasChair = committee.posts.some((post) => post.role === 'chair');
  return (
    <PostForm
      post={null}
      bodies={bodies}
      heading={t('committees.post.addTo', { name: committee.name })}
      start={{
        body: committeeBody(committee).key,
        role: hasChair ? 'member' : 'chair',
        fromDate: vacancy ? todayIso() : term.startsOn,
        how: vacancy ? 'byElection' : committee.kind === 'executive' ? 'congress' : 'committee',
      }}
      {...both}
    />
  );
}
