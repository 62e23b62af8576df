/** What the gallery of layouts offers: a new one, one from a file, and for each its copy, design, file and trash. */
import { CopyPlus, FileDown, FilePlus2, FileUp, PencilRuler, Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { pickFile, saveFile, useCommandOp, useJobOp, useText } from '../../client';
import { type Action, ActionButton, MoreMenu } from '../../ui';

type Row = OutputOf<'certificates.layouts'>['rows'][number];

const address = (layoutId: string) => `/certificates/layouts/${layoutId}`;

/** A refusal was shown in the notice bar. */
const quietly = (work: Promise<void>) => void work.catch(() => undefined);

export function useLayoutActions(): { actions: Action[] } {
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('certificates.newLayout', {
    done: (_, input) => t('designer.created', { name: input.name }),
  });
  const take = useCommandOp('certificates.importLayout', {
    done: (data) => t('designer.imported', { name: data.name }),
  });
  const make = async () => {
    const name = t('designer.createName');
    const made = await create.run({ name, kinds: ['individual'], w: 297, h: 210 });
    navigate(address(made.layoutId));
  };
  const bring = async () => {
    const file = await pickFile(['json']);
    if (file) await take.run({ token: file.token });
  };
  return {
    actions: [
      { key: 'import', label: t('designer.import'), icon: FileUp, onClick: () => quietly(bring()) },
      { key: 'new', label: t('designer.create'), icon: FilePlus2, onClick: () => quietly(make()) },
    ],
  };
}

export function CardActions({ row, name }: { row: Row; name: string }) {
  const t = useText();
  const navigate = useNavigate();
  const copy = useCommandOp('certificates.copyLayout', {
    done: (_, input) => t('designer.copied', { name: input.name }),
  });
  const trash = useCommandOp('certificates.trashLayouts', { done: () => t('designer.trashed') });
  const exporting = useJobOp('certificates.exportLayout', { done: null });
  const make = async () => {
    const made = await copy.run({ layoutId: row.id, name: t('designer.copyName', { name }) });
    navigate(address(made.layoutId));
  };
  const send = async () => {
    await saveFile(await exporting.run({ layoutId: row.id }));
  };
  const { own } = row;
  const copying = { key: 'copy', label: t('designer.copy'), icon: CopyPlus, onClick: () => quietly(make()) };
  const sending = {
    key: 'export',
    label: t('designer.export'),
    icon: FileDown,
    onClick: () => quietly(send()),
  };
  return (
    <div className="so-row">
      {own ? (
        <ActionButton
          size="small"
          action={{
            key: 'edit',
            label: t('designer.edit'),
            icon: PencilRuler,
            onClick: () => navigate(address(row.id)),
          }}
        />
      ) : (
        <ActionButton size="small" action={copying} />
      )}
      <MoreMenu
        label={t('designer.moreOf', { name })}
        actions={
          own
            ? [
                copying,
                sending,
                {
                  key: 'trash',
                  label: t('designer.trash'),
                  icon: Trash2,
                  danger: true,
                  onClick: () => trash.fire({ ids: [own.id] }),
                },
              ]
            : [sending]
        }
      />
    </div>
  );
}
