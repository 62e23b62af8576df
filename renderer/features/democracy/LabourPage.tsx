/** One labour agreement: its term, what is better than the law, what it followed, its files. */
import { PencilLine, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { Drawer, ErrorState, Facts, LoadingBars, Note, Page, PlainTable, useFormat } from '../../ui';
import { RecordDocuments } from '../documents/RecordDocuments';
import { EvidenceBox } from '../files/EvidenceBox';
import '../opinions/opinions.css';
import { nameIn } from '../opinions/useOpinions';
import { LabourForm } from './LabourForm';
import { type Labour, LabourTag } from './LabourTab';

export default function LabourPage() {
  const t = useText();
  const id = Number(useParams().id) || 0;
  const query = useQueryOp('democracy.labourAgreement', { id: id || 1 }, { enabled: id > 0 });
  const crumbs = [
    { label: t('opinions.title'), to: '/opinions' },
    { label: t('opinions.tabs.labour'), to: '/opinions?tab=labour' },
  ];
  if (query.data)
    return (
      <Loaded
        key={id}
        labour={query.data.agreement}
        trashed={query.data.deletedAt !== null}
        crumbs={crumbs}
      />
    );
  return (
    <Page title={t('democracy.labour.one')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

interface LoadedProps {
  labour: Labour;
  trashed: boolean;
  crumbs: { label: string; to: string }[];
}

function Loaded({ labour, trashed, crumbs }: LoadedProps) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const trash = useCommandOp('democracy.trashLabour', {
    done: () => t('democracy.trashed', { name: labour.title }),
  });
  const restore = useCommandOp('democracy.restoreLabour', { done: () => t('democracy.takenBack') });
  const ids = [labour.id];
  const actions = {
    primary: { key: 'edit', label: t('democracy.edit'), icon: PencilLine, onClick: () => setEditing(true) },
    more: [
      {
        key: 'trash',
        label: t('democracy.trash'),
        icon: Trash2,
        danger: true,
        onClick: async () => {
          await trash.run({ ids });
          navigate('/opinions?tab=labour');
        },
      },
    ],
  };
  const back = {
    key: 'restore',
    label: t('democracy.takeBack'),
    icon: Undo2,
    onClick: () => restore.fire({ ids }),
  };
  return (
    <Page
      title={labour.title}
      crumbs={crumbs}
      facts={[labour.number, `${t('democracy.field.signedOn')} ${format.date(labour.signedOn)}`]}
      extra={<LabourTag row={labour} />}
      {...(trashed ? { primary: back } : actions)}
    >
      <div className="so-opinions-page">
        <div className="so-stack">
          {trashed && <Note tone="warn" icon={Trash2} title={t('democracy.inTrash')} />}
          <Articles labour={labour} />
          <EvidenceBox
            entity="labour_agreement"
            entityId={labour.id}
            title={t('democracy.files')}
            locked={trashed}
          />
          <RecordDocuments
            entity="labour_agreement"
            id={labour.id}
            label={labour.title}
            onDate={labour.signedOn}
            types={[]}
          />
        </div>
        <SideFacts labour={labour} />
      </div>
      <Drawer open={editing} onClose={() => setEditing(false)} title={t('democracy.labour.edit')} width={560}>
        {editing && <LabourForm labour={labour} onDone={() => setEditing(false)} />}
      </Drawer>
    </Page>
  );
}

function Articles({ labour }: { labour: Labour }) {
  const t = useText();
  const title = t('democracy.labour.articles');
  const rows = labour.articles.map((row, at) => ({ ...row, at }));
  return (
    <section className="so-stack" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="so-caption">{t('democracy.labour.noArticles')}</p>
      ) : (
        <PlainTable
          caption={title}
          framed
          rows={rows}
          rowKey={(row) => row.at}
          columns={[
            {
              key: 'article',
              header: t('democracy.field.article'),
              width: 110,
              cell: (row) => <span lang="vi">{row.article}</span>,
            },
            {
              key: 'text',
              header: t('democracy.field.articleText'),
              cell: (row) => <span lang="vi">{row.text}</span>,
            },
            {
              key: 'law',
              header: t('democracy.field.law'),
              width: 240,
              cell: (row) => <span lang="vi">{row.law}</span>,
            },
          ]}
        />
      )}
    </section>
  );
}

function SideFacts({ labour }: { labour: Labour }) {
  const t = useText();
  const format = useFormat();
  const vi = (text: string | null) => text && <span lang="vi">{text}</span>;
  const day = (iso: string | null) => iso && format.date(iso);
  const items: { label: string; value: ReactNode }[] = [
    { label: t('democracy.field.fromOn'), value: day(labour.fromOn) },
    { label: t('democracy.field.toOn'), value: day(labour.toOn) ?? t('democracy.labour.noEnd') },
    { label: t('democracy.field.endedOn'), value: day(labour.endedOn) },
    {
      label: t('democracy.field.classId'),
      value: labour.className && vi(nameIn(t, labour.className, labour.classNameEn)),
    },
    { label: t('democracy.field.orgUnitId'), value: vi(labour.orgUnit) },
    { label: t('democracy.field.employer'), value: vi(labour.employer) },
    { label: t('democracy.field.employerSigner'), value: vi(labour.employerSigner) },
    { label: t('democracy.field.workerSigner'), value: vi(labour.workerSigner) },
    {
      label: t('democracy.field.covered'),
      value: labour.covered !== null && `${format.count(labour.covered)} ${t('democracy.people')}`,
    },
    { label: t('democracy.field.sentOn'), value: day(labour.sentOn) },
    { label: t('democracy.field.remindDays'), value: format.count(labour.remindDays) },
    {
      label: t('democracy.field.predecessorId'),
      value: labour.predecessorId !== null && (
        <Link to={`/opinions/labour/${labour.predecessorId}`} lang="vi">
          {labour.predecessor}
        </Link>
      ),
    },
    {
      label: t('democracy.labour.successor'),
      value: labour.successorId !== null && (
        <Link to={`/opinions/labour/${labour.successorId}`}>{t('democracy.labour.one')}</Link>
      ),
    },
    { label: t('democracy.field.note'), value: vi(labour.note) },
  ];
  return (
    <section className="so-card" aria-label={t('democracy.field.state')}>
      <Facts items={items.filter((item) => item.value)} />
    </section>
  );
}
