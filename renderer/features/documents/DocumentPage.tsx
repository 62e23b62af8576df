/** One document: what it says, what it waits for, what belongs to it, and its files. */
import { Ban, CornerUpLeft, FileText, PencilLine, Reply, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { type Action, Drawer, ErrorState, Facts, LoadingBars, Note, Page, useFormat } from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import { AnswerForm, VoidDialog } from './DocumentActions';
import { DocumentForm } from './DocumentForm';
import './documents.css';
import { type DocumentRow, LINK_PATHS } from './useDocuments';
import { StateTag, useTypeName } from './words';

type Data = OutputOf<'documents.get'>;

export default function DocumentPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('documents.get', { id });
  if (query.data) return <LoadedDocument data={query.data} />;
  return (
    <Page title={t('documents.title')} crumbs={[{ label: t('documents.title'), to: '/documents' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function LoadedDocument({ data }: { data: Data }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useTypeName();
  const { document, deletedAt } = data;
  const [open, setOpen] = useState<'edit' | 'answer' | 'void' | null>(null);
  const close = () => setOpen(null);
  const { direction } = document;
  const restore = useCommandOp('documents.restore', { done: () => t('documents.page.takenBack') });
  const actions = useActions(document, setOpen);
  const back: Action = {
    key: 'restore',
    label: t('documents.page.takeBack'),
    icon: Undo2,
    onClick: () => restore.fire({ ids: [document.id] }),
  };
  return (
    <Page
      title={document.subject ?? t('documents.page.noSubject')}
      crumbs={[
        { label: t('documents.title'), to: '/documents' },
        { label: t(`documents.tabs.${direction}`), to: `/documents?tab=${direction}` },
      ]}
      facts={[
        direction === 'out' ? document.code : `${t('documents.field.arrival')} ${document.code ?? ''}`,
        nameOf({ name: document.type, nameEn: document.typeEn }),
        format.date(document.onDate),
      ]}
      {...(deletedAt === null ? actions : { primary: back })}
    >
      <div className="so-documents-facts">
        <div className="so-stack">
          <Notes data={data} />
          <DocumentFacts data={data} />
          {document.note && <p className="so-caption">{document.note}</p>}
          <EvidenceBox
            entity="document"
            entityId={document.id}
            title={t('documents.page.files')}
            locked={deletedAt !== null}
          />
        </div>
        <SideFacts document={document} />
      </div>
      <Drawer open={open === 'edit'} onClose={close} title={t('documents.edit')} width={560}>
        {open === 'edit' && <DocumentForm direction={direction} document={document} onDone={close} />}
      </Drawer>
      <Drawer open={open === 'answer'} onClose={close} title={t('documents.answer.title')} width={480}>
        {open === 'answer' && <AnswerForm document={document} onDone={close} />}
      </Drawer>
      {open === 'void' && <VoidDialog document={document} onClose={close} />}
    </Page>
  );
}

function useActions(document: DocumentRow, open: (what: 'edit' | 'answer' | 'void') => void) {
  const t = useText();
  const navigate = useNavigate();
  const key = { id: document.id, version: document.version };
  const trash = useCommandOp('documents.trash', { done: () => t('documents.trashed') });
  const unvoid = useCommandOp('documents.unvoid', {
    done: () => t('documents.void.backDone', { code: document.code ?? '' }),
  });
  const answer = useCommandOp('documents.answer', { done: () => t('documents.answer.undone') });
  const isVoid = document.status === 'void';
  const edit = {
    key: 'edit',
    label: t('documents.edit'),
    icon: PencilLine,
    onClick: () => open('edit'),
  };
  const reply = {
    key: 'answer',
    label: t('documents.answer.open'),
    icon: Reply,
    onClick: () => open('answer'),
  };
  const answerable = !isVoid && (document.direction === 'in' || document.deadline !== null);
  const waits = answerable && document.answeredOn === null;
  const more: Action[] = [
    ...(document.answeredOn === null
      ? []
      : [
          {
            key: 'unanswer',
            label: t('documents.answer.undo'),
            icon: CornerUpLeft,
            onClick: () => answer.fire({ ...key, answeredOn: null }),
          },
        ]),
    isVoid
      ? {
          key: 'unvoid',
          label: t('documents.void.back'),
          icon: Undo2,
          onClick: () => unvoid.fire(key),
        }
      : { key: 'void', label: t('documents.void.open'), icon: Ban, onClick: () => open('void') },
    {
      key: 'trash',
      label: t('documents.trash'),
      icon: Trash2,
      danger: true,
      onClick: async () => {
        await trash.run({ ids: [document.id] });
        navigate(`/documents?tab=${document.direction}`);
      },
    },
  ];
  return {
    ...(isVoid ? {} : { primary: waits ? reply : edit, actions: waits ? [edit] : [] }),
    more,
  };
}

function Notes({ data: { document, deletedAt } }: { data: Data }) {
  const t = useText();
  return (
    <>
      {deletedAt !== null && <Note tone="warn" icon={Trash2} title={t('documents.page.inTrash')} />}
      {document.status === 'void' && (
        <Note
          tone="warn"
          icon={Ban}
          title={t('documents.page.voided', { reason: document.voidReason ?? '' })}
        >
          {t('documents.page.voidedBody')}
        </Note>
      )}
      {document.status === 'reserved' && (
        <Note tone="muc" icon={FileText}>
          {t('documents.page.reserved')}
        </Note>
      )}
    </>
  );
}

function DocumentFacts({ data: { document, answers } }: { data: Data }) {
  const t = useText();
  const format = useFormat();
  const incoming = document.direction === 'in';
  const items: { label: string; value: ReactNode }[] = [
    {
      label: t(incoming ? 'documents.field.sender' : 'documents.field.receiver'),
      value: document.party,
    },
    { label: t('documents.field.theirNumber'), value: document.theirNumber },
    { label: t('documents.field.theirDate'), value: document.theirDate && format.date(document.theirDate) },
    { label: t('documents.field.signer'), value: document.signer },
    {
      label: t('documents.field.link'),
      value: document.link && (
        <Link to={`${LINK_PATHS[document.link.entity]}${document.link.id}`}>
          {t(`documents.links.${document.link.entity}`)}: {document.link.label}
        </Link>
      ),
    },
    {
      label: t('documents.page.answers'),
      value: answers.length > 0 && (
        <span className="so-stack">
          {answers.map((one) => (
            <Link key={one.id} to={`/documents/${one.id}`}>
              {[one.code, one.subject].filter(Boolean).join(' · ')}
            </Link>
          ))}
        </span>
      ),
    },
    { label: t('documents.field.urgency'), value: document.urgency },
    { label: t('documents.field.secrecy'), value: document.secrecy },
  ];
  return <Facts items={items.filter((item) => item.value)} />;
}

/** What it waits for and who answers. */
function SideFacts({ document }: { document: DocumentRow }) {
  const t = useText();
  const format = useFormat();
  const items: { label: string; value: ReactNode }[] = [
    { label: t('documents.field.state'), value: <StateTag row={document} /> },
    { label: t('documents.field.deadline'), value: document.deadline && format.date(document.deadline) },
    {
      label: t('documents.field.person'),
      value:
        document.memberId === null ? (
          document.person
        ) : (
          <Link to={`/members/${document.memberId}`}>{document.person}</Link>
        ),
    },
    {
      label: t('documents.field.answeredById'),
      value: document.answeredById !== null && (
        <Link to={`/documents/${document.answeredById}`}>{document.answeredBy}</Link>
      ),
    },
  ];
  const waits = document.deadline !== null || document.answeredOn !== null || document.person !== null;
  return waits ? <Facts items={items.filter((item) => item.value)} /> : null;
}
