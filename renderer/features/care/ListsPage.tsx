/** The office's own lists: reasons of visits, norms, kinds of help with their steps. */
import { Info, Pencil, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { RELATIONS, type Relation } from '../../../shared/domain/care';
import { useCommandOp, useText } from '../../client';
import {
  ActionButton,
  CheckField,
  DateField,
  Drawer,
  FieldRow,
  IconButton,
  MoneyField,
  Note,
  Page,
  RecordForm,
  SelectField,
  Tag,
  TextAreaField,
  TextField,
  useFormat,
} from '../../ui';
import './care.css';
import { type Catalogue, nameOf, useCatalogue } from './useCare';

type Part = 'reason' | 'norm' | 'kind';
type Editing = { part: Part; id: number | null } | null;

export default function ListsPage() {
  const t = useText();
  const format = useFormat();
  const { reasons, norms, kinds } = useCatalogue();
  const [editing, setEditing] = useState<Editing>(null);
  const done = { done: () => t('care.list.trashed') };
  const trashReason = useCommandOp('care.trashReasons', done);
  const trashNorm = useCommandOp('care.trashNorms', done);
  const trashKind = useCommandOp('care.trashKinds', done);
  const edit = (part: Part) => (id: number | null) => setEditing({ part, id });
  const reasonName = (id: number) => {
    const found = reasons.find((row) => row.id === id);
    return found ? nameOf(t, found) : '';
  };
  return (
    <Page
      title={t('care.list.title')}
      crumbs={[
        { label: t('app.nav.welfare'), to: '/welfare' },
        { label: t('care.tabs.visits'), to: '/welfare?tab=visits' },
      ]}
    >
      <div className="so-stack">
        <List
          title={t('care.list.reasons')}
          add={t('care.list.addReason')}
          onAdd={() => edit('reason')(null)}
        >
          {reasons.map((row) => (
            <Line
              key={row.id}
              onEdit={() => edit('reason')(row.id)}
              onTrash={row.used === 0 ? () => trashReason.fire({ ids: [row.id] }) : null}
            >
              <span className="so-strong">{nameOf(t, row)}</span>
              {row.health && <Tag tone="line">{t('care.list.healthYes')}</Tag>}
              <span className="so-caption">{t('care.figure.times', { count: row.used })}</span>
            </Line>
          ))}
        </List>
        <List title={t('care.list.norms')} add={t('care.list.addNorm')} onAdd={() => edit('norm')(null)}>
          <li>
            <Note tone="muc" icon={Info}>
              {t('care.list.normsNote')}
            </Note>
          </li>
          {norms.length === 0 && <li className="so-caption">{t('care.list.noNorms')}</li>}
          {norms.map((row) => (
            <Line
              key={row.id}
              onEdit={() => edit('norm')(row.id)}
              onTrash={() => trashNorm.fire({ ids: [row.id] })}
            >
              <span className="so-strong">{reasonName(row.reasonId)}</span>
              <span>{row.relation ? t(`care.relation.${row.relation}`) : t('care.list.anyone')}</span>
              <span className="so-number">{format.money(row.cash)}</span>
              <span className="so-caption">{format.range(row.validFrom, row.validTo)}</span>
            </Line>
          ))}
        </List>
        <List title={t('care.list.kinds')} add={t('care.list.addKind')} onAdd={() => edit('kind')(null)}>
          {kinds.map((row) => (
            <Line
              key={row.id}
              onEdit={() => edit('kind')(row.id)}
              onTrash={row.used === 0 ? () => trashKind.fire({ ids: [row.id] }) : null}
            >
              <span className="so-strong">{nameOf(t, row)}</span>
              {row.handover && <Tag tone="line">{t('care.list.handoverYes')}</Tag>}
              <span className="so-caption" lang="vi">
                {row.steps.join(' → ')}
              </span>
            </Line>
          ))}
        </List>
      </div>
      <EditDrawer editing={editing} lists={{ reasons, norms, kinds }} onClose={() => setEditing(null)} />
    </Page>
  );
}

function List({
  title,
  add,
  onAdd,
  children,
}: {
  title: string;
  add: string;
  onAdd(): void;
  children: ReactNode;
}) {
  return (
    <section className="so-card" aria-label={title}>
      <div className="so-card__head">
        <h2>{title}</h2>
        <span className="so-push" />
        <ActionButton size="small" action={{ key: 'add', label: add, icon: Plus, onClick: onAdd }} />
      </div>
      <ul className="so-care-lines">{children}</ul>
    </section>
  );
}

function Line({
  children,
  onEdit,
  onTrash,
}: {
  children: ReactNode;
  onEdit(): void;
  onTrash: (() => void) | null;
}) {
  const t = useText();
  return (
    <li className="so-row so-wrap">
      {children}
      <span className="so-push" />
      <IconButton icon={Pencil} size="small" label={t('care.list.edit')} onClick={onEdit} />
      {onTrash ? (
        <IconButton icon={X} size="small" label={t('care.list.remove')} onClick={onTrash} />
      ) : (
        <span className="so-caption">{t('care.list.used')}</span>
      )}
    </li>
  );
}

function EditDrawer({ editing, lists, onClose }: { editing: Editing; lists: Catalogue; onClose(): void }) {
  const t = useText();
  const titles = {
    reason: [t('care.list.addReason'), t('care.list.editReason')],
    norm: [t('care.list.addNorm'), t('care.list.editNorm')],
    kind: [t('care.list.addKind'), t('care.list.editKind')],
  };
  const at = editing?.id === null ? 0 : 1;
  return (
    <Drawer
      open={editing !== null}
      onClose={onClose}
      title={editing ? titles[editing.part][at]! : ''}
      width={440}
    >
      {editing?.part === 'reason' && (
        <ReasonForm row={lists.reasons.find((one) => one.id === editing.id)} onClose={onClose} />
      )}
      {editing?.part === 'norm' && (
        <NormForm
          row={lists.norms.find((one) => one.id === editing.id)}
          reasons={lists.reasons}
          onClose={onClose}
        />
      )}
      {editing?.part === 'kind' && (
        <KindForm row={lists.kinds.find((one) => one.id === editing.id)} onClose={onClose} />
      )}
    </Drawer>
  );
}

const own = (row: { id: number; version: number } | undefined) => ({
  id: row?.id ?? null,
  version: row?.version ?? null,
});

function ReasonForm({ row, onClose }: { row: Catalogue['reasons'][number] | undefined; onClose(): void }) {
  const t = useText();
  const save = useCommandOp('care.saveReason', { failure: 'inline', done: () => t('care.list.saved') });
  return (
    <RecordForm<{ name: string; nameEn: string | null; health: boolean }>
      draftKey={null}
      initial={row ?? { health: false }}
      onCancel={onClose}
      onSubmit={async ({ name, nameEn, health }) => {
        await save.run({ ...own(row), name, nameEn: nameEn ?? null, health: health === true });
        onClose();
      }}
    >
      <TextField name="name" label={t('care.field.reason')} required autoFocus max={100} />
      <TextField name="nameEn" label={t('care.field.nameEn')} max={100} />
      <CheckField name="health" label={t('care.field.health')} />
    </RecordForm>
  );
}

interface Norm {
  reasonId: number;
  relation: Relation | null;
  cash: number;
  kindText: string | null;
  validFrom: string | null;
  validTo: string | null;
  source: string | null;
}

function NormForm({
  row,
  reasons,
  onClose,
}: {
  row: Catalogue['norms'][number] | undefined;
  reasons: Catalogue['reasons'];
  onClose(): void;
}) {
  const t = useText();
  const save = useCommandOp('care.saveNorm', { failure: 'inline', done: () => t('care.list.saved') });
  return (
    <RecordForm<Norm>
      draftKey={null}
      initial={row ?? {}}
      onCancel={onClose}
      onSubmit={async (values) => {
        await save.run({
          ...own(row),
          reasonId: values.reasonId,
          relation: values.relation ?? null,
          cash: values.cash,
          kindText: values.kindText ?? null,
          validFrom: values.validFrom ?? null,
          validTo: values.validTo ?? null,
          source: values.source ?? null,
        });
        onClose();
      }}
    >
      <SelectField
        name="reasonId"
        label={t('care.field.reasonId')}
        required
        options={reasons.map((one) => ({ value: one.id, label: nameOf(t, one) }))}
      />
      <FieldRow>
        <SelectField<Relation>
          name="relation"
          label={t('care.field.relation')}
          clearable
          hint={t('care.list.anyone')}
          options={RELATIONS.map((value) => ({ value, label: t(`care.relation.${value}`) }))}
        />
        <MoneyField name="cash" label={t('care.field.cash')} required />
      </FieldRow>
      <FieldRow>
        <DateField name="validFrom" label={t('care.field.validFrom')} precision="partial" />
        <DateField name="validTo" label={t('care.field.validTo')} precision="partial" />
      </FieldRow>
      <TextField name="source" label={t('care.field.normSource')} max={300} />
    </RecordForm>
  );
}

function KindForm({ row, onClose }: { row: Catalogue['kinds'][number] | undefined; onClose(): void }) {
  const t = useText();
  const save = useCommandOp('care.saveKind', { failure: 'inline', done: () => t('care.list.saved') });
  return (
    <RecordForm<{ name: string; nameEn: string | null; handover: boolean; lines: string }>
      draftKey={null}
      initial={row ? { ...row, lines: row.steps.join('\n') } : { handover: false }}
      onCancel={onClose}
      onSubmit={async ({ name, nameEn, handover, lines }) => {
        const steps = lines
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        await save.run({ ...own(row), name, nameEn: nameEn ?? null, handover: handover === true, steps });
        onClose();
      }}
    >
      <TextField name="name" label={t('care.field.kindId')} required autoFocus max={150} />
      <TextField name="nameEn" label={t('care.field.nameEn')} max={150} />
      <TextAreaField name="lines" label={t('care.field.steps')} hint={t('care.list.stepsHint')} required />
      <CheckField name="handover" label={t('care.field.handover')} />
    </RecordForm>
  );
}
