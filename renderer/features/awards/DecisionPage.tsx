/** One decision: its form or facts at the left, whom it names at the right, in ceremony order. */
import { FileText, Printer, RotateCcw, Stamp, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { RECIPIENT_KINDS } from '../../../shared/domain/awards';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ErrorState,
  Facts,
  LoadingBars,
  Note,
  Page,
  type PageProps,
  ProgressPanel,
  useFormat,
  useShortcuts,
} from '../../ui';
import './awards.css';
import { RecordAgreements } from '../agreements/RecordAgreements';
import { RecordDocuments } from '../documents/RecordDocuments';
import { DecisionForm, type DecisionValues } from './DecisionForm';
import { IssueDialog, ReopenDialog } from './IssueDialog';
import { ChainCard } from './proposals/ChainCard';
import { RecipientsPane } from './RecipientsPane';
import { MoneyProposal } from './rules/MoneyProposal';
import { useAwardWords } from './words';

export type Decision = OutputOf<'awards.get'>;

export default function DecisionPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('awards.get', { id });
  if (query.data) return <LoadedDecision decision={query.data} onReload={() => void query.refetch()} />;
  return (
    <Page title={t('awards.title')} crumbs={[{ label: t('awards.title'), to: '/awards' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}

function LoadedDecision({ decision, onReload }: { decision: Decision; onReload(): void }) {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  const [asking, setAsking] = useState<'issue' | 'reopen' | null>(null);
  const papers = usePapers(decision);
  const actions = useActions(decision, papers.actions, setAsking);
  const { fields } = decision;
  const frame: Omit<PageProps, 'children'> = {
    title: fields.number
      ? t('awards.decisionTitle', { number: fields.number, form: words.formName(decision) })
      : t('awards.noNumberTitle'),
    crumbs: [
      { label: t('awards.title'), to: '/awards' },
      { label: t('awards.yearIs', { year: yearOf(decision) }), to: `/awards?year=${yearOf(decision)}` },
    ],
    facts: [
      words.status({ status: decision.status, level: fields.level }),
      format.date(fields.decidedOn),
      words.level(fields.level),
      fields.occasion,
    ],
  };
  if (decision.deletedAt !== null) return <TrashedDecision decision={decision} frame={frame} />;
  return (
    <Page {...frame} {...actions} fill>
      {papers.progress && (
        <ProgressPanel
          title={t('awards.paperMaking')}
          progress={papers.progress}
          onStop={papers.cancel}
          stopping={papers.stopping}
        />
      )}
      <div className="so-awards-decision">
        <section className="so-awards-left" aria-label={t('awards.tabs.decisions')}>
          {decision.status === 'draft' ? (
            <DraftForm key={decision.version} decision={decision} onReload={onReload} />
          ) : (
            <IssuedFacts decision={decision} />
          )}
          <MoneySummary decision={decision} />
          <ChainCard decisionId={decision.id} year={decision.fields.awardYear} />
          <RecordAgreements entity="award_decision" id={decision.id} />
          <RecordDocuments
            entity="award_decision"
            id={decision.id}
            label={[decision.form, decision.fields.number].filter(Boolean).join(' · ')}
            onDate={decision.fields.decidedOn ?? null}
            types={[]}
          />
          <MoneyProposal decision={decision} />
        </section>
        <RecipientsPane decision={decision} />
      </div>
      {asking === 'issue' && <IssueDialog decision={decision} onClose={() => setAsking(null)} />}
      {asking === 'reopen' && <ReopenDialog decision={decision} onClose={() => setAsking(null)} />}
    </Page>
  );
}

const yearOf = (decision: Decision) =>
  decision.fields.decidedOn?.slice(0, 4) ?? String(decision.fields.awardYear);

function usePapers(decision: Decision) {
  const t = useText();
  const pdf = useJobOp('awards.decisionPdf', { done: () => t('awards.paperMade') });
  const docx = useJobOp('awards.decisionDocx', { done: () => t('awards.paperMade') });
  const save = async (job: typeof pdf | typeof docx) => {
    const file = await job.run({ id: decision.id }).catch(() => null);
    if (file) await saveFile(file);
  };
  const actions: Action[] = [
    { key: 'docx', label: t('awards.paperDocx'), icon: FileText, onClick: () => void save(docx) },
    { key: 'pdf', label: t('awards.paperPdf'), icon: FileText, onClick: () => void save(pdf) },
  ];
  const running = pdf.running ? pdf : docx;
  return { actions, progress: running.progress, cancel: running.cancel, stopping: running.stopping };
}

function useActions(
  decision: Decision,
  papers: Action[],
  ask: (what: 'issue' | 'reopen') => void,
): Pick<PageProps, 'primary' | 'actions' | 'more'> {
  const t = useText();
  const navigate = useNavigate();
  const own = decision.fields.level === 'unit';
  const trash = useCommandOp('awards.trash', { done: (data) => t('awards.trashed', { count: data.count }) });
  const toPrint: Action = {
    key: 'print',
    label: t('awards.toPrint'),
    icon: Printer,
    keys: 'Ctrl P',
    onClick: () => navigate(`/certificates/${decision.id}`),
  };
  const prints = own && !decision.fields.countsOnly;
  useShortcuts({ 'Ctrl+P': () => toPrint.onClick() }, prints && decision.deletedAt === null);
  const [docx, pdf] = papers as [Action, Action];
  const named = !decision.fields.countsOnly;
  const remove: Action = {
    key: 'trash',
    label: t('awards.toTrash'),
    icon: Trash2,
    danger: true,
    onClick: () => {
      trash.fire({ ids: [decision.id] });
      navigate('/awards');
    },
  };
  const draft = decision.status === 'draft';
  const primary: Action = draft
    ? {
        key: 'issue',
        label: own ? t('awards.issue') : t('awards.record'),
        icon: Stamp,
        onClick: () => ask('issue'),
      }
    : { key: 'reopen', label: t('awards.reopen'), icon: RotateCcw, onClick: () => ask('reopen') };
  return {
    ...(draft ? { primary } : {}),
    actions: [...(named ? [docx] : []), ...(prints ? [toPrint] : [])],
    more: [...(draft ? [] : [primary]), ...(named ? [pdf] : []), remove],
  };
}

function DraftForm({ decision, onReload }: { decision: Decision; onReload(): void }) {
  const t = useText();
  const update = useCommandOp('awards.update', {
    failure: 'inline',
    done: (_, input) => t('awards.updated', { number: input.number ?? t('awards.noNumber') }),
  });
  return (
    <>
      {decision.sameNumber !== null && (
        <Note tone="warn" icon={FileText}>
          {t('awards.sameNumber')}
        </Note>
      )}
      <DecisionForm
        draftKey={`awards:${decision.id}`}
        initial={decision.fields as Partial<DecisionValues>}
        saveLabel={t('awards.save')}
        onReload={onReload}
        onSave={async (values) => {
          await update.run({ ...values, id: decision.id, version: decision.version });
        }}
      />
    </>
  );
}

function IssuedFacts({ decision }: { decision: Decision }) {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  const { fields } = decision;
  return (
    <div className="so-stack">
      <Note tone="ok" icon={Stamp}>
        {t('awards.issuedNote', { time: decision.issuedAt ? format.dateTime(decision.issuedAt) : '' })}
      </Note>
      <Facts
        items={[
          { label: t('awards.field.number'), value: fields.number },
          { label: t('awards.field.decidedOn'), value: format.date(fields.decidedOn) },
          { label: t('awards.field.side'), value: t(`awards.sides.${fields.side}`) },
          { label: t('awards.field.level'), value: words.level(fields.level) },
          { label: t('awards.field.formId'), value: words.formName(decision) },
          { label: t('awards.field.authority'), value: fields.authority },
          {
            label: t('awards.section.signer'),
            value: [fields.signerTitle, fields.signerName].filter(Boolean).join(' · '),
          },
          {
            label: t('awards.field.movementId'),
            value: decision.movement && (
              <Link to={`/awards/movements/${fields.movementId}`}>{decision.movement}</Link>
            ),
          },
          { label: t('awards.field.occasion'), value: fields.occasion },
          { label: t('awards.field.reasonTemplate'), value: decision.reasonText },
          { label: t('awards.field.note'), value: fields.note },
        ].filter((item) => item.value)}
      />
    </div>
  );
}

/** "4 tập thể × 600.000": how the total comes about, and the total in words. */
function MoneySummary({ decision }: { decision: Decision }) {
  const t = useText();
  const format = useFormat();
  const { fields, counts } = decision;
  if (decision.moneyTotal === null || decision.moneyTotal === 0) return null;
  const each = {
    individual: fields.moneyIndividual,
    collective: fields.moneyCollective,
    household: fields.moneyHousehold,
  };
  const lines = RECIPIENT_KINDS.flatMap((kind) => {
    const count = counts[kind];
    const amount = each[kind];
    return count && amount ? [{ kind, count, amount }] : [];
  });
  return (
    <dl className="so-awards-money">
      {lines.map(({ kind, count, amount }) => (
        <div key={kind}>
          <dt>
            {t('awards.money.line', { count, kind: t(`awards.ofKind.${kind}`), each: format.count(amount) })}
          </dt>
          <dd>{format.money(count * amount)}</dd>
        </div>
      ))}
      <div className="so-strong">
        <dt>{t('awards.money.total')}</dt>
        <dd>{format.money(decision.moneyTotal)}</dd>
      </div>
      {t.language === 'vi' && <p className="so-caption">{decision.moneyInWords}</p>}
    </dl>
  );
}

function TrashedDecision({ decision, frame }: { decision: Decision; frame: Omit<PageProps, 'children'> }) {
  const t = useText();
  const restore = useCommandOp('awards.restore', { done: () => t('awards.takenBack') });
  return (
    <Page
      {...frame}
      primary={{
        key: 'restore',
        label: t('awards.takeBack'),
        icon: Undo2,
        onClick: () => restore.fire({ ids: [decision.id] }),
      }}
    >
      <Note tone="warn" icon={Trash2} title={t('awards.inTrash')} />
    </Page>
  );
}
