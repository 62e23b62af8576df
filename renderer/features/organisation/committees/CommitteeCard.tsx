import { Pencil, Printer, Trash2, UserPlus } from 'lucide-react';
import type { CommitteeRow } from '../../../../shared/contract/committees';
import { saveFile, useCommandOp, useJobOp, useText } from '../../../client';
import { ActionButton, MoreMenu, Tag, useFormat } from '../../../ui';
import { type PostActions, PostTable } from './PostTable';

/** One committee as of a day: its people, empty seats, and those who are not in post that day. */
export function CommitteeCard({
  committee,
  asOf,
  onAdd,
  onEdit,
  actions,
}: {
  committee: CommitteeRow;
  asOf: string;
  /** `vacancy`: for an empty seat, by a by-election. */
  onAdd(vacancy: boolean): void;
  onEdit(): void;
  actions: PostActions;
}) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('organisation.trashCommittees', {
    done: () => t('committees.committee.trashed', { name: committee.name }),
  });
  const print = useJobOp('organisation.committeePdf', { done: () => t('committees.committee.printed') });
  const printList = () =>
    void print
      .run({ id: committee.id, asOf })
      .then(saveFile)
      .catch(() => undefined);
  const people = new Set(committee.posts.map((post) => post.memberId ?? post.name)).size;
  const decision = [committee.decisionNo, committee.decisionDate && format.date(committee.decisionDate)]
    .filter(Boolean)
    .join(' · ');
  return (
    <section className="so-committees__one" aria-label={committee.name}>
      <header className="so-row so-wrap">
        <h2>{committee.name}</h2>
        <span className="so-muted">
          {committee.seats === null
            ? t('committees.committee.people', { count: people })
            : t('committees.committee.peopleOf', {
                count: format.count(people),
                seats: format.count(committee.seats),
              })}
          {decision && ` · ${t('committees.committee.decision', { text: decision })}`}
        </span>
        {committee.notes.map(({ kind, count }) => (
          <Tag key={kind} tone={kind === 'fewSeats' || kind === 'manySeats' ? 'neutral' : 'warn'}>
            {t(`committees.notes.${kind}`, { count: format.count(count) })}
          </Tag>
        ))}
        <span className="so-push so-row">
          <ActionButton
            size="small"
            action={{
              key: 'add',
              label: t('committees.post.add'),
              icon: UserPlus,
              onClick: () => onAdd(false),
            }}
          />
          <MoreMenu
            size="small"
            actions={[
              {
                key: 'print',
                label: t('committees.committee.print'),
                icon: Printer,
                disabled: committee.posts.length === 0 || print.running,
                onClick: printList,
              },
              { key: 'edit', label: t('committees.committee.edit'), icon: Pencil, onClick: onEdit },
              {
                key: 'trash',
                label: t('committees.committee.trash'),
                icon: Trash2,
                danger: true,
                onClick: () => trash.fire({ ids: [committee.id] }),
              },
            ]}
          />
        </span>
      </header>
      {committee.posts.length === 0 ? (
        <p className="so-muted">{t('committees.committee.empty')}</p>
      ) : (
        <PostTable caption={committee.name} posts={committee.posts} actions={actions} />
      )}
      {committee.vacant !== null && committee.vacant > 0 && (
        <p className="so-committees__vacant">
          {t('committees.post.vacancy', { count: committee.vacant })}
          <button type="button" className="so-linklike" onClick={() => onAdd(true)}>
            {t('committees.post.byElection')}
          </button>
        </p>
      )}
      {committee.otherPosts.length > 0 && (
        <details className="so-committees__past">
          <summary>
            {t('committees.committee.past', { count: format.count(committee.otherPosts.length) })}
          </summary>
          <PostTable caption={committee.name} posts={committee.otherPosts} actions={actions} />
        </details>
      )}
    </section>
  );
}
