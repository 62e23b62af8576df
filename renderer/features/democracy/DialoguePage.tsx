/** One dialogue: its sides, what was said and concluded, the opinions raised there, its minutes and files. */
import { FileText, MessageSquareText, PencilLine, Printer, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ActionButton,
  Drawer,
  ErrorState,
  Facts,
  LoadingBars,
  Note,
  Page,
  PlainTable,
  useFormat,
  useShortcuts,
} from '../../ui';
import { RecordDocuments } from '../documents/RecordDocuments';
import { EvidenceBox } from '../files/EvidenceBox';
import { OpinionForm } from '../opinions/OpinionForm';
import '../opinions/opinions.css';
import { nameIn, type OpinionRow } from '../opinions/useOpinions';
import { StateTag } from '../opinions/words';
import { DialogueForm } from './DialogueForm';
import type { Dialogue } from './DialoguesTab';

export default function DialoguePage() {
  const t = useText();
  const id = Number(useParams().id) || 0;
  const query = useQueryOp('democracy.dialogue', { id: id || 1 }, { enabled: id > 0 });
  const crumbs = [
    { label: t('opinions.title'), to: '/opinions' },
    { label: t('opinions.tabs.dialogues'), to: '/opinions?tab=dialogues' },
  ];
  if (query.data)
    return (
      <Loaded
        key={id}
        dialogue={query.data.dialogue}
        trashed={query.data.deletedAt !== null}
        crumbs={crumbs}
      />
    );
  return (
    <Page title={t('democracy.dialogue.one')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

interface LoadedProps {
  dialogue: Dialogue;
  trashed: boolean;
  crumbs: { label: string; to: string }[];
}

function Loaded({ dialogue, trashed, crumbs }: LoadedProps) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'opinion' | null>(null);
  const close = () => setOpen(null);
  const actions = useActions(dialogue, () => setOpen('edit'));
  const restore = useCommandOp('democracy.restoreDialogues', { done: () => t('democracy.takenBack') });
  const back: Action = {
    key: 'restore',
    label: t('democracy.takeBack'),
    icon: Undo2,
    onClick: () => restore.fire({ ids: [dialogue.id] }),
  };
  return (
    <Page
      title={dialogue.title}
      crumbs={crumbs}
      facts={[
        t(`democracy.kind.${dialogue.kind}`),
        format.date(dialogue.onDate),
        [dialogue.startsAt, dialogue.endsAt].filter(Boolean).join('–'),
      ]}
      {...(trashed ? { primary: back } : actions)}
    >
      <div className="so-opinions-page">
        <div className="so-stack">
          {trashed && <Note tone="warn" icon={Trash2} title={t('democracy.inTrash')} />}
          <Said title={t('democracy.field.content')} text={dialogue.content} />
          <Raised dialogue={dialogue} onAdd={trashed ? null : () => setOpen('opinion')} />
          <Said title={t('democracy.field.conclusions')} text={dialogue.conclusions} />
          <Said title={t('democracy.field.openPoints')} text={dialogue.openPoints} />
          <EvidenceBox
            entity="dialogue"
            entityId={dialogue.id}
            title={t('democracy.files')}
            locked={trashed}
          />
          <RecordDocuments
            entity="dialogue"
            id={dialogue.id}
            label={dialogue.title}
            onDate={dialogue.onDate}
            types={trashed ? [] : ['minutes']}
          />
        </div>
        <SideFacts dialogue={dialogue} />
      </div>
      <Drawer open={open === 'edit'} onClose={close} title={t('democracy.dialogue.edit')} width={560}>
        {open === 'edit' && <DialogueForm dialogue={dialogue} onDone={close} />}
      </Drawer>
      <Drawer open={open === 'opinion'} onClose={close} title={t('opinions.add')} width={560}>
        {open === 'opinion' && (
          <OpinionForm
            opinion={null}
            begin={{ dialogueId: dialogue.id, receivedOn: dialogue.onDate, how: 'dialogue' }}
            onDone={close}
          />
        )}
      </Drawer>
    </Page>
  );
}

function useActions(dialogue: Dialogue, edit: () => void) {
  const t = useText();
  const navigate = useNavigate();
  const job = useJobOp('democracy.minutes', { done: null });
  const print = (format: 'pdf' | 'docx') => () =>
    void job.run({ id: dialogue.id, format }).then(saveFile, () => undefined);
  const trash = useCommandOp('democracy.trashDialogues', {
    done: () => t('democracy.trashed', { name: dialogue.title }),
  });
  useShortcuts({ 'Ctrl+P': print('pdf') });
  return {
    primary: {
      key: 'minutes',
      label: t('democracy.dialogue.minutes'),
      icon: Printer,
      keys: 'Ctrl P',
      running: job.running,
      onClick: print('pdf'),
    },
    actions: [{ key: 'edit', label: t('democracy.edit'), icon: PencilLine, onClick: edit }],
    more: [
      { key: 'word', label: t('democracy.dialogue.word'), icon: FileText, onClick: print('docx') },
      {
        key: 'trash',
        label: t('democracy.trash'),
        icon: Trash2,
        danger: true,
        onClick: async () => {
          await trash.run({ ids: [dialogue.id] });
          navigate('/opinions?tab=dialogues');
        },
      },
    ],
  };
}

function Said({ title, text }: { title: string; text: string | null }) {
  if (text === null) return null;
  return (
    <section className="so-stack" aria-label={title}>
      <h2>{title}</h2>
      <p className="so-opinions-text" lang="vi">
        {text}
      </p>
    </section>
  );
}

/** Opinions raised there; each opens its own page. */
function Raised({ dialogue, onAdd }: { dialogue: Dialogue; onAdd: (() => void) | null }) {
  const t = useText();
  const rows =
    useQueryOp('opinions.list', { dialogueId: dialogue.id, limit: 200 }, { keep: true }).data?.rows ?? [];
  const title = t('democracy.dialogue.opinions');
  return (
    <section className="so-stack" aria-label={title}>
      <div className="so-row">
        <h2>{title}</h2>
        <span className="so-push" />
        {onAdd && (
          <ActionButton
            size="small"
            action={{
              key: 'add',
              label: t('democracy.dialogue.addOpinion'),
              icon: MessageSquareText,
              onClick: onAdd,
            }}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <p className="so-caption">{t('democracy.dialogue.noOpinions')}</p>
      ) : (
        <PlainTable<OpinionRow>
          caption={title}
          framed
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'code',
              header: t('opinions.field.code'),
              width: 84,
              cell: (row) => <Link to={`/opinions/${row.id}`}>{row.code}</Link>,
            },
            {
              key: 'text',
              header: t('opinions.field.text'),
              cell: (row) => <span lang="vi">{row.text}</span>,
            },
            {
              key: 'topic',
              header: t('opinions.field.topicId'),
              width: 150,
              cell: (row) => <span lang="vi">{nameIn(t, row.topic, row.topicEn)}</span>,
            },
            {
              key: 'state',
              header: t('opinions.field.state'),
              width: 180,
              cell: (row) => <StateTag row={row} />,
            },
          ]}
        />
      )}
    </section>
  );
}

function SideFacts({ dialogue }: { dialogue: Dialogue }) {
  const t = useText();
  const format = useFormat();
  const vi = (text: string | null) => text && <span lang="vi">{text}</span>;
  const people = (count: number | null, named: string | null): ReactNode =>
    count === null && named === null ? null : (
      <>
        {count !== null && `${format.count(count)} ${t('democracy.people')}`}
        {named !== null && (
          <span className="so-opinions-text" lang="vi">
            {count === null ? named : `\n${named}`}
          </span>
        )}
      </>
    );
  const items: { label: string; value: ReactNode }[] = [
    { label: t('democracy.field.place'), value: vi(dialogue.place) },
    { label: t('democracy.field.askedBy'), value: vi(dialogue.askedBy) },
    { label: t('democracy.field.employerLead'), value: vi(dialogue.employerLead) },
    {
      label: t('democracy.dialogue.employer'),
      value: people(dialogue.employerCount, dialogue.employerPeople),
    },
    { label: t('democracy.field.workerLead'), value: vi(dialogue.workerLead) },
    { label: t('democracy.dialogue.worker'), value: people(dialogue.workerCount, dialogue.workerPeople) },
    { label: t('democracy.field.secretary'), value: vi(dialogue.secretary) },
    {
      label: t('democracy.field.eventId'),
      value: dialogue.eventId !== null && (
        <Link to={`/events/${dialogue.eventId}`} lang="vi">
          {dialogue.event}
        </Link>
      ),
    },
    { label: t('democracy.field.note'), value: vi(dialogue.note) },
  ];
  return (
    <section className="so-card" aria-label={t('democracy.dialogue.sides')}>
      <Facts items={items.filter((item) => item.value)} />
    </section>
  );
}
