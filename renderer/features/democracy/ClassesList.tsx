/** Quality classes of labour agreements: the office's own list. */
import { Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, IconButton, RecordForm, TextField } from '../../ui';
import { nameIn } from '../opinions/useOpinions';

type Class = OutputOf<'democracy.classes'>['rows'][number];

export function ClassesList() {
  const t = useText();
  const rows = useQueryOp('democracy.classes', {}).data?.rows ?? [];
  const [editing, setEditing] = useState<Class | 'new' | null>(null);
  const trash = useCommandOp('democracy.trashClasses', { done: () => t('opinions.list.trashed') });
  if (editing !== null)
    return <ClassForm row={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />;
  return (
    <div className="so-stack">
      <ul className="so-opinions-lines">
        {rows.map((row) => (
          <li key={row.id} className="so-row so-wrap">
            <span lang="vi">{nameIn(t, row.name, row.nameEn)}</span>
            {row.meaning && (
              <span className="so-caption" lang="vi">
                {row.meaning}
              </span>
            )}
            <span className="so-push" />
            {row.used > 0 && (
              <span className="so-caption">{t('democracy.labour.usedBy', { count: row.used })}</span>
            )}
            <IconButton
              icon={Pencil}
              size="small"
              label={t('democracy.labour.editClass')}
              onClick={() => setEditing(row)}
            />
            {row.used === 0 && (
              <IconButton
                icon={X}
                size="small"
                label={t('democracy.trash')}
                onClick={() => trash.fire({ ids: [row.id] })}
              />
            )}
          </li>
        ))}
      </ul>
      <ActionButton
        action={{
          key: 'add',
          label: t('democracy.labour.addClass'),
          icon: Plus,
          onClick: () => setEditing('new'),
        }}
      />
    </div>
  );
}

function ClassForm({ row, onDone }: { row: Class | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('democracy.saveClass', {
    failure: 'inline',
    done: (_, input) => t('democracy.saved', { name: input.name }),
  });
  return (
    <RecordForm<Pick<Class, 'name' | 'nameEn' | 'meaning'>>
      draftKey={null}
      initial={row ?? {}}
      onCancel={onDone}
      onSubmit={async ({ name, nameEn, meaning }) => {
        await save.run({
          id: row?.id ?? null,
          version: row?.version ?? null,
          name,
          nameEn: nameEn ?? null,
          meaning: meaning ?? null,
        });
        onDone();
      }}
    >
      <TextField name="name" label={t('democracy.field.name')} required autoFocus max={60} />
      <TextField name="nameEn" label={t('democracy.field.nameEn')} optional max={60} />
      <TextField name="meaning" label={t('democracy.field.meaning')} optional max={300} />
    </RecordForm>
  );
}
