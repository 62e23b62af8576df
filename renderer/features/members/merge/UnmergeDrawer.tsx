/** What taking a merge apart would do, and the button that does it. */
import { CircleAlert, Split } from 'lucide-react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { ActionButton, Drawer, ErrorState, LoadingBars, Note, useFormat } from '../../../ui';
import { fieldLabel } from './labels';

type Preview = OutputOf<'members.unmergePreview'>;

export function UnmergeDrawer({ mergeId, onClose }: { mergeId: number; onClose(): void }) {
  const t = useText();
  const query = useQueryOp('members.unmergePreview', { mergeId });
  const extras = useQueryOp('members.extraFields', {}).data?.rows ?? [];
  const preview = query.data;
  const name = (field: string) => fieldLabel(field, t, extras);
  const split = useCommandOp('members.unmerge', {
    done: (data) =>
      data.staying.length > 0
        ? t('memberMerge.split.doneStaying', {
            kept: preview?.kept.fullName ?? '',
            fields: data.staying.map(name).join(', '),
          })
        : t('memberMerge.split.done', {
            kept: preview?.kept.fullName ?? '',
            gone: preview?.gone.fullName ?? '',
          }),
  });
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('memberMerge.split.title')}
      facts={preview?.kept.fullName}
      footer={
        preview && (
          <ActionButton
            primary
            action={{
              key: 'split',
              label: t('memberMerge.split.do'),
              icon: Split,
              disabled: preview.blocked !== null,
              onClick: () => {
                split.fire({ mergeId });
                onClose();
              },
            }}
          />
        )
      }
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : preview ? (
        <Body preview={preview} name={name} />
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Drawer>
  );
}

function Body({ preview, name }: { preview: Preview; name(field: string): string }) {
  const t = useText();
  const format = useFormat();
  const links = (rows: Preview['returning']) =>
    rows.map(
      ({ entity, count }) => `${t.any(`memberMerge.linked.${entity}`) || entity}: ${format.count(count)}`,
    );
  const nothing = preview.staying.length === 0 && preview.addedSince.length === 0;
  return (
    <div className="so-stack">
      {preview.blocked && (
        <Note tone="warn" icon={CircleAlert} title={t('memberMerge.split.blocked')}>
          {t(`memberMerge.split.${preview.blocked}`, { name: preview.blockedBy ?? '' })}
        </Note>
      )}
      <List
        title={t('memberMerge.split.returning', { name: preview.gone.fullName })}
        items={links(preview.returning)}
        empty={t('memberMerge.split.returningNothing')}
      />
      {preview.staying.length > 0 && (
        <List title={t('memberMerge.split.staying')} items={preview.staying.map(name)} />
      )}
      {preview.addedSince.length > 0 && (
        <List title={t('memberMerge.split.added')} items={links(preview.addedSince)} />
      )}
      {nothing && <p className="so-muted">{t('memberMerge.split.all')}</p>}
    </div>
  );
}

function List({ title, items, empty }: { title: string; items: readonly string[]; empty?: string }) {
  return (
    <section className="so-merge-list">
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className="so-muted">{empty}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
