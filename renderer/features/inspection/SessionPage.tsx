/** One session: when, where and who, what was said, what was found, its papers with their numbers. */
import { PencilLine, Plus, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../client';
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
} from '../../ui';
import { RecordDocuments } from '../documents/RecordDocuments';
import { EvidenceBox } from '../files/EvidenceBox';
import { FindingForm } from './FindingDrawer';
import './inspection.css';
import { EditSession } from './SessionForm';
import { usePapers } from './usePapers';
import { homeOf } from './WorkPage';
import { aboutOf, asRecorded, type Finding, FindingState, type SessionData } from './words';

export default function SessionPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('inspection.session', { id });
  if (query.data) return <LoadedSession data={query.data} />;
  return (
    <Page title={t('inspection.title.inspection')}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function LoadedSession({ data }: { data: SessionData }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { id, fields, deletedAt } = data;
  const { kind, topic } = fields;
  const locked = deletedAt !== null;
  const papers = usePapers({ kind, sessionId: id });
  const concluded = kind === 'inspection' && topic !== 'meeting';
  const actions = useActions(data, () => setEditing(true));
  return (
    <Page
      title={fields.title}
      titleNode={<span lang="vi">{fields.title}</span>}
      crumbs={[
        { label: t(`inspection.title.${kind}`), to: homeOf(kind) },
        {
          label: t('inspection.tabs.sessions'),
          to: `${homeOf(kind)}?tab=sessions&year=${fields.heldOn.slice(0, 4)}`,
        },
      ]}
      facts={
        <>
          {[t(`inspection.topic.${topic}`), format.date(fields.heldOn)].join(' · ')}
          {fields.place && <span lang="vi"> · {fields.place}</span>}
        </>
      }
      {...(locked
        ? { primary: actions.back }
        : {
            primary: actions.edit,
            actions: [papers.pdf('minutes'), ...(concluded ? [papers.pdf('conclusion')] : [])],
            more: [papers.word('minutes'), ...(concluded ? [papers.word('conclusion')] : []), actions.trash],
          })}
    >
      <div className="so-inspection-session">
        <div className="so-stack">
          {locked && (
            <Note tone="warn" icon={Trash2}>
              {t('inspection.session.inTrash')}
            </Note>
          )}
          <Said data={data} />
          <Findings data={data} locked={locked} />
          <EvidenceBox
            entity="inspection_session"
            entityId={id}
            title={t('inspection.session.files')}
            locked={locked}
          />
        </div>
        <div className="so-stack">
          <SideFacts data={data} />
          {!locked && (
            <RecordDocuments
              entity="inspection_session"
              id={id}
              label={fields.title}
              onDate={fields.heldOn}
              types={concluded ? ['minutes', 'conclusion'] : ['minutes']}
            />
          )}
        </div>
      </div>
      <Drawer
        open={editing}
        onClose={() => setEditing(false)}
        title={t('inspection.session.edit')}
        width={640}
      >
        {editing && <EditSession data={data} onDone={() => setEditing(false)} />}
      </Drawer>
    </Page>
  );
}

function useActions(
  { id, fields }: SessionData,
  onEdit: () => void,
): Record<'edit' | 'trash' | 'back', Action> {
  const t = useText();
  const navigate = useNavigate();
  const trash = useCommandOp('inspection.trashSessions', { done: () => t('inspection.session.trashed') });
  const restore = useCommandOp('inspection.restoreSessions', {
    done: () => t('inspection.session.takenBack'),
  });
  return {
    edit: { key: 'edit', label: t('inspection.session.edit'), icon: PencilLine, onClick: onEdit },
    trash: {
      key: 'trash',
      label: t('inspection.session.toTrash'),
      icon: Trash2,
      danger: true,
      onClick: async () => {
        await trash.run({ ids: [id] });
        navigate(`${homeOf(fields.kind)}?tab=sessions`);
      },
    },
    back: {
      key: 'back',
      label: t('inspection.session.takeBack'),
      icon: Undo2,
      onClick: () => restore.fire({ ids: [id] }),
    },
  };
}

function Said({ data }: { data: SessionData }) {
  const t = useText();
  const { content, strengths, conclusion } = data.fields;
  const parts = [
    ['content', content],
    ['strengths', strengths],
    ['conclusion', conclusion],
  ] as const;
  if (parts.every(([, text]) => text === null))
    return <p className="so-caption">{t('inspection.session.nothing')}</p>;
  return parts.map(
    ([key, text]) =>
      text !== null && (
        <section key={key}>
          <h2>{t(`inspection.field.${key}`)}</h2>
          <p className="so-inspection-said" lang="vi">
            {text}
          </p>
        </section>
      ),
  );
}

function Findings({ data, locked }: { data: SessionData; locked: boolean }) {
  const t = useText();
  const [open, setOpen] = useState<Finding | 'new' | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="so-stack" aria-label={t('inspection.session.findings')}>
      <div className="so-row">
        <h2>{t('inspection.session.findings')}</h2>
        <span className="so-push" />
        {!locked && (
          <ActionButton
            size="small"
            action={{
              key: 'add',
              label: t('inspection.finding.add'),
              icon: Plus,
              onClick: () => setOpen('new'),
            }}
          />
        )}
      </div>
      {data.findings.length === 0 ? (
        <p className="so-caption">{t('inspection.finding.noneHere')}</p>
      ) : (
        <FindingRows rows={data.findings} onOpen={setOpen} />
      )}
      <Drawer
        open={open !== null}
        onClose={close}
        title={t(open === 'new' ? 'inspection.finding.add' : 'inspection.finding.edit')}
        width={520}
      >
        {open !== null && (
          <FindingForm
            sessionId={data.id}
            heldOn={data.fields.heldOn}
            finding={open === 'new' ? null : open}
            onDone={close}
          />
        )}
      </Drawer>
    </section>
  );
}

function FindingRows({ rows, onOpen }: { rows: readonly Finding[]; onOpen(row: Finding): void }) {
  const t = useText();
  return (
    <PlainTable
      framed
      caption={t('inspection.session.findings')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'text',
          header: t('inspection.field.text'),
          cell: (row) => (
            <>
              <button type="button" className="so-linklike" lang="vi" onClick={() => onOpen(row)}>
                {row.text}
              </button>
              <span className="so-caption so-inspection-under" lang="vi">
                {row.recommendation}
              </span>
            </>
          ),
        },
        {
          key: 'owner',
          header: t('inspection.field.owner'),
          width: 150,
          cell: (row) => asRecorded(row.owner),
        },
        {
          key: 'state',
          header: t('inspection.field.state'),
          width: 190,
          cell: (row) => <FindingState row={row} />,
        },
      ]}
    />
  );
}

function SideFacts({ data }: { data: SessionData }) {
  const t = useText();
  const format = useFormat();
  const { fields, attendees, item, balance } = data;
  const people = data.eventPeople ?? fields.people;
  const facts = [
    {
      label: t('inspection.field.itemId'),
      value: item ? (
        <Link to={`${homeOf(fields.kind)}?year=${item.year}`}>
          {t('inspection.session.fromPlan', { year: item.year })}
        </Link>
      ) : (
        t('inspection.session.outside')
      ),
    },
    { label: t('inspection.field.about'), value: asRecorded(aboutOf(data) || null) },
    { label: t('inspection.field.scope'), value: asRecorded(fields.scope) },
    {
      label: t('inspection.field.eventId'),
      value: fields.eventId !== null && data.event && (
        <Link to={`/events/${fields.eventId}`} lang="vi">
          {data.event}
        </Link>
      ),
    },
    {
      label: t('inspection.field.people'),
      value: people === null ? null : t('inspection.session.people', { count: people }),
    },
    {
      label: t('inspection.session.balance', { fund: data.fund ?? '', date: format.date(fields.heldOn) }),
      value:
        balance &&
        t('inspection.session.balances', {
          cash: format.money(balance.cash),
          bank: format.money(balance.bank),
          total: format.money(balance.cash + balance.bank),
        }),
    },
  ].filter((fact) => fact.value);
  return (
    <>
      <Facts items={facts} />
      <section>
        <h2>{t('inspection.field.attendees')}</h2>
        {attendees.length === 0 && !fields.others && (
          <p className="so-caption">{t('inspection.session.nobody')}</p>
        )}
        <ul className="so-inspection-people">
          {attendees.map((one) => (
            <li key={one.memberId ?? one.shown} className={one.present ? undefined : 'so-muted'}>
              <span className="so-strong" lang="vi">
                {one.shown}
              </span>{' '}
              <span className="so-caption">
                <span lang="vi">{one.post}</span>{' '}
                {[
                  one.part === 'member' ? null : t(`inspection.part.${one.part}`),
                  one.present ? null : t('inspection.team.absent'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {fields.others && (
          <p className="so-inspection-said so-caption" lang="vi">
            {fields.others}
          </p>
        )}
      </section>
    </>
  );
}
