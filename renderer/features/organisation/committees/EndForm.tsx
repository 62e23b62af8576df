/** Records that somebody leaves a post from a day on. */
import type { PostRow } from '../../../../shared/contract/committees';
import { useCommandOp, useText } from '../../../client';
import { Drawer, RecordForm } from '../../../ui';
import { EndFields } from './PostForm';

interface Values {
  endedOn: string | null;
  endReason: string | null;
  endDecisionNo: string | null;
  endDecisionDate: string | null;
}

export function EndForm({ post, onClose, onReload }: { post: PostRow; onClose(): void; onReload(): void }) {
  const t = useText();
  const end = useCommandOp('organisation.endPosts', {
    failure: 'inline',
    done: () => t('committees.post.ended', { name: post.name, title: post.title }),
  });
  return (
    <Drawer
      open
      title={t('committees.post.end')}
      facts={`${post.name} · ${post.title}`}
      onClose={onClose}
      width={440}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={{}}
        onCancel={onClose}
        onReload={onReload}
        onSubmit={async (values) => {
          await end.run({ items: [{ ...values, id: post.id, version: post.version }] });
          onClose();
        }}
      >
        <EndFields required />
      </RecordForm>
    </Drawer>
  );
}
