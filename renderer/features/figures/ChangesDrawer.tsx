/** What changed in how figures are counted: from which day, for which figure, and how. */
import { Info, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { INDICATORS } from '../../../shared/domain/indicators';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  IconButton,
  LoadingBars,
  Note,
  RecordForm,
  SelectField,
  TextAreaField,
  todayIso,
  useFormat,
} from '../../ui';
import { useIndicatorName } from './FiguresTable';

type Change = OutputOf<'figures.changes'>['rows'][number];
type Values = Omit<InputOf<'figures.saveChange'>, 'id' | 'version'>;

export function ChangesDrawer({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useText();
  return (
    <Drawer open={open} onClose={onClose} title={t('figures.change.title')} width={480}>
      {open && <Changes />}
    </Drawer>
  );
}

function Changes() {
  const t = useText();
  const { data } = useQueryOp('figures.changes', {});
  const [editing, setEditing] = useState<Change | 'new' | null>(null);
  if (!data) return <LoadingBars kind="lines" />;
  if (editing !== null)
    return <ChangeForm row={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />;
  return (
    <div className="so-stack">
      <Note tone="muc" icon={Info}>
        {t('figures.change.body')}
      </Note>
      {data.rows.length === 0 && <p className="so-caption">{t('figures.change.empty')}</p>}
      <ul className="so-figures-changes">
        {data.rows.map((row) => (
          <ChangeRow key={row.id} row={row} onEdit={() => setEditing(row)} />
        ))}
      </ul>
      <div>
        <ActionButton
          primary
          action={{
            key: 'add',
            label: t('figures.change.add'),
            icon: Plus,
            onClick: () => setEditing('new'),
          }}
        />
      </div>
    </div>
  );
}

function ChangeRow({ row, onEdit }: { row: Change; onEdit(): void }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useIndicatorName();
  const trash = useCommandOp('figures.trashChanges', { done: () => t('figures.change.trashed') });
  return (
    <li>
      <div className="so-figures-changes__words">
        <span className="so-caption">
          {format.date(row.validFrom)} ·{' '}
          {row.indicator === null ? t('figures.change.every') : nameOf(row.indicator)}
        </span>
        <span lang="vi">{row.what}</span>
      </div>
      <IconButton icon={PencilLine} size="small" label={t('figures.change.edit')} onClick={onEdit} />
      <IconButton
        icon={Trash2}
        size="small"
        label={t('figures.change.trash')}
        onClick={() => trash.fire({ ids: [row.id] })}
      />
    </li>
  );
}

function ChangeForm({ row, onDone }: { row: Change | null; onDone(): void }) {
  const t = useText();
  const nameOf = useIndicatorName();
  const save = useCommandOp('figures.saveChange', {
    failure: 'inline',
    done: () => t('figures.change.saved'),
  });
  return (
    <RecordForm<Values>
      draftKey={`change:${row?.id ?? 'new'}`}
      initial={row ?? { validFrom: todayIso() }}
      onCancel={onDone}
      onSubmit={async ({ indicator, validFrom, what }) => {
        await save.run({
          id: row?.id ?? null,
          version: row?.version ?? null,
          indicator: indicator ?? null,
          validFrom,
          what,
        });
        onDone();
      }}
    >
      <DateField name="validFrom" label={t('figures.field.validFrom')} precision="day" required autoFocus />
      <SelectField
        name="indicator"
        label={t('figures.field.indicator')}
        hint={t('figures.change.every')}
        clearable
        optional
        options={INDICATORS.map(({ id }) => ({ value: id, label: nameOf(id) }))}
      />
      <TextAreaField name="what" label={t('figures.field.what')} required max={300} />
    </RecordForm>
  );
}
