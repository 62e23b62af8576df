/** The office's own lists: topics of opinions, and kinds with the working days to answer in. */
import { Pencil, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useCommandOp, useText } from '../../client';
import {
  ActionButton,
  CheckField,
  CountField,
  Drawer,
  IconButton,
  Page,
  RecordForm,
  Tag,
  TextField,
} from '../../ui';
import './opinions.css';
import { type Catalogue, nameIn, useCatalogue } from './useOpinions';

type Topic = Catalogue['topics'][number];
type Kind = Catalogue['kinds'][number];
type Editing = { part: 'topic'; row: Topic | null } | { part: 'kind'; row: Kind | null } | null;

export default function ListsPage() {
  const t = useText();
  const { topics, kinds } = useCatalogue();
  const [editing, setEditing] = useState<Editing>(null);
  const done = () => t('opinions.list.trashed');
  const trashTopic = useCommandOp('opinions.trashTopics', { done });
  const trashKind = useCommandOp('opinions.trashKinds', { done });
  return (
    <Page title={t('opinions.list.title')} crumbs={[{ label: t('opinions.title'), to: '/opinions' }]}>
      <div className="so-opinions-two">
        <List
          title={t('opinions.list.kinds')}
          add={t('opinions.list.addKind')}
          onAdd={() => setEditing({ part: 'kind', row: null })}
        >
          {kinds.map((row) => (
            <Line
              key={row.id}
              used={row.used}
              onEdit={() => setEditing({ part: 'kind', row })}
              onTrash={() => trashKind.fire({ ids: [row.id] })}
            >
              <span lang="vi">{nameIn(t, row.name, row.nameEn)}</span>
              <span className="so-caption">
                {row.workingDays === null
                  ? t('opinions.list.noDays')
                  : t('opinions.field.dueRule', { count: row.workingDays })}
              </span>
              {row.petition && <Tag tone="line">{t('opinions.figures.petitions')}</Tag>}
            </Line>
          ))}
        </List>
        <List
          title={t('opinions.list.topics')}
          add={t('opinions.list.addTopic')}
          onAdd={() => setEditing({ part: 'topic', row: null })}
        >
          {topics.map((row) => (
            <Line
              key={row.id}
              used={row.used}
              onEdit={() => setEditing({ part: 'topic', row })}
              onTrash={() => trashTopic.fire({ ids: [row.id] })}
            >
              <span lang="vi">{nameIn(t, row.name, row.nameEn)}</span>
            </Line>
          ))}
        </List>
      </div>
      <EditDrawer editing={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}

function List(props: { title: string; add: string; onAdd(): void; children: ReactNode }) {
  return (
    <section className="so-card" aria-label={props.title}>
      <div className="so-card__head">
        <h2>{props.title}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{ key: 'add', label: props.add, icon: Plus, onClick: props.onAdd }}
        />
      </div>
      <ul className="so-opinions-lines">{props.children}</ul>
    </section>
  );
}

function Line(props: { used: number; onEdit(): void; onTrash(): void; children: ReactNode }) {
  const t = useText();
  return (
    <li className="so-row so-wrap">
      {props.children}
      <span className="so-push" />
      {props.used > 0 && <span className="so-caption">{t('opinions.list.used', { count: props.used })}</span>}
      <IconButton icon={Pencil} size="small" label={t('opinions.list.edit')} onClick={props.onEdit} />
      {props.used === 0 && (
        <IconButton icon={X} size="small" label={t('opinions.list.remove')} onClick={props.onTrash} />
      )}
    </li>
  );
}

function EditDrawer({ editing, onClose }: { editing: Editing; onClose(): void }) {
  const t = useText();
  const title =
    editing === null
      ? ''
      : editing.part === 'topic'
        ? t(editing.row ? 'opinions.list.editTopic' : 'opinions.list.addTopic')
        : t(editing.row ? 'opinions.list.editKind' : 'opinions.list.addKind');
  return (
    <Drawer open={editing !== null} onClose={onClose} title={title}>
      {editing?.part === 'topic' && <TopicForm row={editing.row} onDone={onClose} />}
      {editing?.part === 'kind' && <KindForm row={editing.row} onDone={onClose} />}
    </Drawer>
  );
}

const own = (row: { id: number; version: number } | null) => ({
  id: row?.id ?? null,
  version: row?.version ?? null,
});

function TopicForm({ row, onDone }: { row: Topic | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('opinions.saveTopic', {
    failure: 'inline',
    done: (_, input) => t('opinions.list.saved', { name: input.name }),
  });
  return (
    <RecordForm<{ name: string; nameEn: string | null }>
      draftKey={null}
      initial={row ? { name: row.name, nameEn: row.nameEn } : {}}
      onCancel={onDone}
      onSubmit={async ({ name, nameEn }) => {
        await save.run({ ...own(row), name, nameEn: nameEn ?? null });
        onDone();
      }}
    >
      <TextField name="name" label={t('opinions.field.name')} required autoFocus max={100} />
      <TextField name="nameEn" label={t('opinions.field.nameEn')} optional max={100} />
    </RecordForm>
  );
}

type KindValues = Pick<Kind, 'name' | 'nameEn' | 'workingDays' | 'petition' | 'basis'>;

function KindForm({ row, onDone }: { row: Kind | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('opinions.saveKind', {
    failure: 'inline',
    done: (_, input) => t('opinions.list.saved', { name: input.name }),
  });
  return (
    <RecordForm<KindValues>
      draftKey={null}
      initial={row ?? { petition: false }}
      onCancel={onDone}
      onSubmit={async ({ name, nameEn, workingDays, petition, basis }) => {
        await save.run({
          ...own(row),
          name,
          nameEn: nameEn ?? null,
          workingDays: workingDays ?? null,
          petition: petition === true,
          basis: basis ?? null,
        });
        onDone();
      }}
    >
      <TextField name="name" label={t('opinions.field.name')} required autoFocus max={100} />
      <TextField name="nameEn" label={t('opinions.field.nameEn')} optional max={100} />
      <CountField
        name="workingDays"
        label={t('opinions.field.workingDays')}
        hint={t('opinions.field.workingDaysHint')}
        optional
        max={400}
      />
      <TextField name="basis" label={t('opinions.field.basis')} optional max={300} />
      <CheckField name="petition" label={t('opinions.field.petition')} />
    </RecordForm>
  );
}
