/** One opinion: what it says, who is to solve it and until when, the answer, what follows from it, and its files. */
import { CornerUpLeft, ListChecks, PencilLine, Reply, Send, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { announceFailure, invoke, useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  Drawer,
  ErrorState,
  Facts,
  LoadingBars,
  Note,
  Page,
  Sensitive,
  useFormat,
} from '../../ui';
import { RecordDocuments } from '../documents/RecordDocuments';
import { EvidenceBox } from '../files/EvidenceBox';
import { AnswerForm, FollowForm, SendForm } from './OpinionActions';
import { OpinionForm } from './OpinionForm';
import './opinions.css';
import { RecordLink } from './RecordLinkField';
import { nameIn, type OpinionRow } from './useOpinions';
import { StateTag } from './words';

type Step = 'edit' | 'send' | 'answer' | 'follow';

export default function OpinionPage() {
  const t = useText();
  const id = Number(useParams().id) || 0;
  const query = useQueryOp('opinions.get', { id: id || 1 }, { enabled: id > 0 });
  const crumbs = [{ label: t('opinions.title'), to: '/opinions' }];
  if (query.data)
    return (
      <Loaded key={id} opinion={query.data.opinion} trashed={query.data.deletedAt !== null} crumbs={crumbs} />
    );
  return (
    <Page title={t('opinions.title')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

interface LoadedProps {
  opinion: OpinionRow;
  trashed: boolean;
  crumbs: { label: string; to: string }[];
}

function Loaded({ opinion, trashed, crumbs }: LoadedProps) {
  const t = useText();
  const format = useFormat();
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  const actions = useActions(opinion, setStep);
  const restore = useCommandOp('opinions.restore', { done: () => t('opinions.page.takenBack') });
  const back: Action = {
    key: 'restore',
    label: t('opinions.page.takeBack'),
    icon: Undo2,
    onClick: () => restore.fire({ ids: [opinion.id] }),
  };
  return (
    <Page
      title={t('opinions.one', { code: opinion.code })}
      crumbs={crumbs}
      facts={[
        nameIn(t, opinion.kind, opinion.kindEn),
        nameIn(t, opinion.topic, opinion.topicEn),
        format.date(opinion.receivedOn),
      ]}
      extra={<StateTag row={opinion} />}
      {...(trashed ? { primary: back } : actions)}
    >
      <div className="so-opinions-page">
        <div className="so-stack">
          {trashed && <Note tone="warn" icon={Trash2} title={t('opinions.page.inTrash')} />}
          <p className="so-opinions-text" lang="vi">
            {opinion.text}
          </p>
          <Answer opinion={opinion} />
          <EvidenceBox
            entity="opinion"
            entityId={opinion.id}
            title={t('opinions.page.files')}
            locked={trashed}
          />
          <RecordDocuments
            entity="opinion"
            id={opinion.id}
            label={t('opinions.one', { code: opinion.code })}
            onDate={null}
            types={trashed ? [] : ['letter']}
          />
        </div>
        <SideFacts opinion={opinion} />
      </div>
      <Drawer open={step === 'edit'} onClose={close} title={t('opinions.edit')} width={560}>
        {step === 'edit' && <OpinionForm opinion={opinion} onDone={close} />}
      </Drawer>
      <Drawer open={step === 'send'} onClose={close} title={t('opinions.send.title')}>
        {step === 'send' && <SendForm opinion={opinion} onDone={close} />}
      </Drawer>
      <Drawer open={step === 'answer'} onClose={close} title={t('opinions.answer.title')} width={480}>
        {step === 'answer' && <AnswerForm opinion={opinion} onDone={close} />}
      </Drawer>
      <Drawer open={step === 'follow'} onClose={close} title={t('opinions.follow.title')} width={440}>
        {step === 'follow' && <FollowForm opinion={opinion} onDone={close} />}
      </Drawer>
    </Page>
  );
}

function useActions(opinion: OpinionRow, open: (step: Step) => void) {
  const t = useText();
  const navigate = useNavigate();
  const key = { id: opinion.id, version: opinion.version };
  const trash = useCommandOp('opinions.trash', { done: () => t('opinions.trashed') });
  const unsend = useCommandOp('opinions.send', { done: () => t('opinions.send.undone') });
  const unanswer = useCommandOp('opinions.answer', { done: () => t('opinions.answer.undone') });
  const unfollow = useCommandOp('opinions.setFollowUp', { done: () => t('opinions.follow.dropped') });
  const edit: Action = {
    key: 'edit',
    label: t('opinions.edit'),
    icon: PencilLine,
    onClick: () => open('edit'),
  };
  const send: Action = {
    key: 'send',
    label: t('opinions.send.open'),
    icon: Send,
    onClick: () => open('send'),
  };
  const answer: Action = {
    key: 'answer',
    label: t('opinions.answer.open'),
    icon: Reply,
    onClick: () => open('answer'),
  };
  const follow: Action =
    opinion.followUpId === null
      ? { key: 'follow', label: t('opinions.follow.open'), icon: ListChecks, onClick: () => open('follow') }
      : {
          key: 'follow',
          label: t('opinions.follow.drop'),
          icon: ListChecks,
          onClick: () => unfollow.fire({ ...key, followUpId: null }),
        };
  const done = opinion.answeredOn !== null;
  const undo: Action[] = done
    ? [
        {
          key: 'undo',
          label: t('opinions.answer.undo'),
          icon: CornerUpLeft,
          onClick: () => unanswer.fire({ ...key, answeredOn: null }),
        },
      ]
    : opinion.sentOn === null
      ? []
      : [
          {
            key: 'undo',
            label: t('opinions.send.undo'),
            icon: CornerUpLeft,
            onClick: () => unsend.fire({ ...key, sentTo: null, sentOn: null }),
          },
        ];
  return {
    primary: done ? edit : answer,
    actions: done ? [] : opinion.sentOn === null ? [send, edit] : [edit],
    more: [
      follow,
      ...undo,
      {
        key: 'trash',
        label: t('opinions.trash'),
        icon: Trash2,
        danger: true,
        onClick: async () => {
          await trash.run({ ids: [opinion.id] });
          navigate('/opinions');
        },
      },
    ],
  };
}

function Answer({ opinion }: { opinion: OpinionRow }) {
  const t = useText();
  const format = useFormat();
  return (
    <section className="so-stack" aria-label={t('opinions.page.answer')}>
      <h2>{t('opinions.page.answer')}</h2>
      {opinion.answeredOn === null ? (
        <p className="so-caption">{t('opinions.page.noAnswer')}</p>
      ) : (
        <>
          <p className="so-caption">
            {[
              format.date(opinion.answeredOn),
              opinion.days !== null && t('opinions.daysCount', { count: opinion.days }),
              opinion.answeredLate && t('opinions.afterDue'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {opinion.answer && (
            <p className="so-opinions-text" lang="vi">
              {opinion.answer}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Dots until shown; each showing is written down by the core. */
function Giver({ id }: { id: number }) {
  const t = useText();
  const [name, setName] = useState<string | null>(null);
  return (
    <Sensitive
      label={t('opinions.field.giver')}
      onReveal={() => {
        invoke('opinions.reveal', { id })
          .then(({ data }) => setName(data.name ?? ''))
          .catch(announceFailure);
      }}
    >
      <span lang="vi">{name ?? t('memberPrivacy.loading')}</span>
    </Sensitive>
  );
}

function SideFacts({ opinion }: { opinion: OpinionRow }) {
  const t = useText();
  const format = useFormat();
  const vi = (text: string | null) => text && <span lang="vi">{text}</span>;
  const { followUp } = opinion;
  const items: { label: string; value: ReactNode }[] = [
    {
      label: t('opinions.field.source'),
      value: vi(opinion.sourceUnit) || t(`opinions.source.${opinion.source}`),
    },
    {
      label: t('opinions.field.giver'),
      value: opinion.named && <Giver key={opinion.version} id={opinion.id} />,
    },
    { label: t('opinions.field.how'), value: t(`opinions.how.${opinion.how}`) },
    { label: t('opinions.field.orgUnitId'), value: vi(opinion.orgUnit) },
    { label: t('opinions.field.sentTo'), value: vi(opinion.sentTo) },
    { label: t('opinions.field.sentOn'), value: opinion.sentOn && format.date(opinion.sentOn) },
    { label: t('opinions.field.dueOn'), value: opinion.dueOn && format.date(opinion.dueOn) },
    {
      label: t('opinions.field.followUpId'),
      value: followUp && (
        <Link to="/events/follow-ups">
          {[followUp.owner, t.any(`followUps.states.${followUp.state}`)].filter(Boolean).join(' · ')}
        </Link>
      ),
    },
    {
      label: t('opinions.field.dialogueId'),
      value: opinion.dialogueId !== null && (
        <Link to={`/opinions/dialogues/${opinion.dialogueId}`} lang="vi">
          {opinion.dialogue}
        </Link>
      ),
    },
    { label: t('opinions.field.link'), value: opinion.link && <RecordLink link={opinion.link} /> },
    { label: t('opinions.field.note'), value: vi(opinion.note) },
  ];
  return (
    <section className="so-card" aria-label={t('opinions.page.facts')}>
      <Facts items={items.filter((item) => item.value)} />
    </section>
  );
}
