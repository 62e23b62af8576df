/** Gives a filter its name. */
import { Modal } from 'antd';
import type { InputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import { RecordForm, TextField } from '../../../ui';

export function ViewDialog({
  view,
  filter,
  onSaved,
  onClose,
}: {
  /** The filter that gets another name; null saves a new one. */
  view: { id: number; version: number; name: string } | null;
  filter: InputOf<'members.saveView'>['filter'];
  onSaved(id: number): void;
  onClose(): void;
}) {
  const t = useText();
  const save = useCommandOp('members.saveView', {
    failure: 'inline',
    done: (_, input) => t('memberViews.view.saved', { name: input.name }),
  });
  return (
    <Modal
      open
      title={t(view ? 'memberViews.view.renameTitle' : 'memberViews.view.title')}
      onCancel={onClose}
      footer={null}
      width={440}
    >
      <RecordForm<{ name: string }>
        draftKey={null}
        initial={{ name: view?.name ?? '' }}
        onCancel={onClose}
        onSubmit={async ({ name }) => {
          const { id } = await save.run({ id: view?.id ?? null, version: view?.version ?? 0, name, filter });
          onSaved(id);
        }}
      >
        <TextField
          name="name"
          label={t('memberViews.view.name')}
          hint={view ? undefined : t('memberViews.view.hint')}
          max={60}
          required
          autoFocus
        />
      </RecordForm>
    </Modal>
  );
}
