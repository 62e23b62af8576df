import { ArrowDown, ArrowUp, ListPlus, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { EXTRA_KINDS, type ExtraKind } from '../../../../shared/domain/privateFields';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  Drawer,
  EmptyState,
  ErrorState,
  IconButton,
  LoadingBars,
  PlainTable,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  useFormat,
} from '../../../ui';
import { Pane } from '../../settings/Pane';
import type { ExtraField } from './useFields';

/** Settings: the fields this unit adds to the record of a member. */
export function ExtraFieldsPane() {
  const t = useText();
  const query = useQueryOp('members.extraFields', { counts: true });
  const [editing, setEditing] = useState<ExtraField | 'new' | null>(null);
  const title = t('memberPrivacy.fields.title');
  const add = {
    key: 'add',
    label: t('memberPrivacy.fields.add'),
    icon: Plus,
    onClick: () => setEditing('new'),
  };
  const rows = query.data?.rows;
  return (
    <Pane title={title}>
      <h2>{title}</h2>
      <p className="so-pane__lead">{t('memberPrivacy.fields.body')}</p>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !rows ? (
        <LoadingBars rows={4} />
      ) : rows.length === 0 ? (
        <EmptyState icon={ListPlus} title={t('memberPrivacy.fields.empty')} primary={add}>
          {t('memberPrivacy.fields.emptyBody')}
        </EmptyState>
      ) : (
        <>
          <FieldsTable rows={rows} onEdit={setEditing} />
          <div className="so-row">
            <ActionButton action={add} />
          </div>
        </>
      )}
      <p className="so-caption">{t('memberPrivacy.fields.privacyNote')}</p>
      {editing && (
        <Drawer
          open
          title={editing === 'new' ? t('memberPrivacy.fields.add') : t('memberPrivacy.fields.edit')}
          onClose={() => setEditing(null)}
        >
          <FieldForm field={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
        </Drawer>
      )}
    </Pane>
  );
}

function FieldsTable({ rows, onEdit }: { rows: readonly ExtraField[]; onEdit(field: ExtraField): void }) {
  const t = useText();
  const format = useFormat();
  const order = useCommandOp('members.orderExtraFields', { done: () => t('memberPrivacy.fields.moved') });
  const remove = useCommandOp('members.trashExtraFields', {
    done: (_, input) =>
      t('memberPrivacy.fields.trashed', { name: rows.find((row) => row.id === input.ids[0])?.label ?? '' }),
  });
  const move = (field: ExtraField, by: number) => {
    const ids = rows.map((row) => row.id);
    const at = ids.indexOf(field.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, field.id);
    order.fire({ ids });
  };
  return (
    <PlainTable<ExtraField>
      framed
      caption={t('memberPrivacy.fields.title')}
      rows={rows}
      rowKey={(field) => field.id}
      columns={[
        {
          key: 'label',
          header: t('memberPrivacy.fields.label'),
          cell: (field) => (
            <button type="button" className="so-linklike" onClick={() => onEdit(field)}>
              {field.label}
            </button>
          ),
        },
        {
          key: 'kind',
          header: t('memberPrivacy.fields.kind'),
          width: 110,
          cell: (field) => t(`memberPrivacy.fields.kinds.${field.kind}`),
        },
        {
          key: 'used',
          header: t('memberPrivacy.fields.used'),
          width: 120,
          align: 'right',
          cell: (field) => format.count(field.used ?? 0),
        },
        {
          key: 'order',
          header: '',
          width: 116,
          cell: (field) => (
            <div className="so-row so-members-order">
              <IconButton
                icon={ArrowUp}
                size="small"
                label={t('memberPrivacy.fields.up', { name: field.label })}
                disabled={rows[0] === field || order.running}
                onClick={() => move(field, -1)}
              />
              <IconButton
                icon={ArrowDown}
                size="small"
                label={t('memberPrivacy.fields.down', { name: field.label })}
                disabled={rows.at(-1) === field || order.running}
                onClick={() => move(field, 1)}
              />
              <IconButton
                icon={Trash2}
                size="small"
                label={t('memberPrivacy.fields.toTrash', { name: field.label })}
                onClick={() => remove.fire({ ids: [field.id] })}
              />
            </div>
          ),
        },
      ]}
    />
  );
}

/** Lines rewritten in their place, while no line came or went: those choices have a new name. */
function renamedLines(before: readonly string[], after: readonly string[]): { from: string; to: string }[] {
  if (before.length !== after.length) return [];
  const lines = after.map((line) => line.trim());
  return before.flatMap((from, at) => {
    const to = lines[at]!;
    return lines.includes(from) || before.includes(to) ? [] : [{ from, to }];
  });
}

interface Values {
  label: string;
  kind: ExtraKind;
  choices: string | null;
}

function FieldForm({ field, onClose }: { field: ExtraField | null; onClose(): void }) {
  const t = useText();
  const [kind, setKind] = useState<ExtraKind>(field?.kind ?? 'text');
  const save = useCommandOp('members.saveExtraField', {
    failure: 'inline',
    done: (_, input) => t('memberPrivacy.fields.saved', { name: input.label }),
  });
  const kept = (field?.used ?? 0) > 0;
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{
        label: field?.label ?? '',
        kind: field?.kind ?? 'text',
        choices: field?.choices.join('\n') ?? null,
      }}
      onValues={(values) => setKind(values.kind ?? 'text')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const choices = (values.choices ?? '').split('\n').filter((line) => line.trim() !== '');
        await save.run({
          id: field?.id ?? null,
          version: field?.version ?? 0,
          label: values.label,
          kind: values.kind,
          choices: values.kind === 'choice' ? choices : [],
          renamed: values.kind === 'choice' ? renamedLines(field?.choices ?? [], choices) : [],
        });
        onClose();
      }}
    >
      <TextField name="label" label={t('memberPrivacy.fields.label')} required autoFocus max={60} />
      <SelectField
        name="kind"
        label={t('memberPrivacy.fields.kind')}
        required
        disabled={kept}
        {...(kept ? { hint: t('memberPrivacy.fields.kindKept') } : {})}
        options={EXTRA_KINDS.map((value) => ({ value, label: t(`memberPrivacy.fields.kinds.${value}`) }))}
      />
      {kind === 'choice' && (
        <TextAreaField
          name="choices"
          label={t('memberPrivacy.fields.choices')}
          hint={t('memberPrivacy.fields.choicesHint')}
          rows={6}
        />
      )}
    </RecordForm>
  );
}
