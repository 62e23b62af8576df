/** Entries of a contest with results and prizes, and how much each department took part. */
import { Award, FileSpreadsheet, FileText, ListOrdered, Plus, Printer, Trophy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { editionText } from '../../../../shared/domain/eventPlans';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  EmptyState,
  ErrorState,
  FiguresStrip,
  LoadingBars,
  Page,
  ProgressPanel,
  useFormat,
} from '../../../ui';
import type { RecordTabProps } from '../recordTabs';
import { DepartmentsTable } from './DepartmentsTable';
import { EntriesTable } from './EntriesTable';
import { EntryDrawer } from './EntryDrawer';
import { SetupDrawer } from './SetupDrawer';
import './contests.css';

export type Contest = OutputOf<'contests.get'>;
export type Entry = Contest['entries'][number];

export function ContestTab({ event, frame }: RecordTabProps) {
  const t = useText();
  const query = useQueryOp('contests.get', { eventId: event.id });
  const [editing, setEditing] = useState<Entry | 'new' | null>(null);
  const [setup, setSetup] = useState(false);
  const papers = usePapers(event.id);
  const contest = query.data;
  const add: Action = {
    key: 'entry',
    label: t('contests.add'),
    icon: Plus,
    disabled: !contest,
    onClick: () => setEditing('new'),
  };
  const parts: Action = {
    key: 'setup',
    label: t('contests.setup'),
    icon: ListOrdered,
    onClick: () => setSetup(true),
  };
  const propose = useProposal(event.id);
  const won = (contest?.totals.prizes ?? 0) > 0;
  const printable = (contest?.entries.length ?? 0) > 0;
  return (
    <Page
      {...frame}
      primary={add}
      actions={[won ? propose : parts, ...(printable ? papers.actions.slice(0, 1) : [])]}
      more={[
        ...(won ? [parts] : []),
        ...(printable ? papers.actions.slice(1) : []),
        ...(frame.actions ?? []),
        ...(frame.more ?? []),
      ]}
    >
      {papers.progress}
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !contest ? (
        <LoadingBars rows={8} />
      ) : contest.entries.length === 0 ? (
        <EmptyState icon={Trophy} title={t('contests.empty')} actions={[parts]}>
          {t('contests.emptyBody')}
        </EmptyState>
      ) : (
        <Filled contest={contest} onEdit={setEditing} />
      )}
      {contest && editing && (
        <EntryDrawer
          event={event}
          contest={contest}
          entry={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {contest && setup && <SetupDrawer event={event} contest={contest} onClose={() => setSetup(false)} />}
    </Page>
  );
}

function Filled({ contest, onEdit }: { contest: Contest; onEdit(entry: Entry): void }) {
  const [won, setWon] = useState(false);
  const t = useText();
  const format = useFormat();
  const { totals } = contest;
  const departments = useRef<HTMLDivElement>(null);
  const edition = contest.edition && editionText(contest.edition, t.language);
  const outsiders =
    totals.outsiders > 0
      ? `+ ${format.count(totals.outsiders)} ${t('contests.figures.outsiders')}`
      : undefined;
  return (
    <div className="so-stack so-contests">
      {edition && <p className="so-strong">{edition}</p>}
      <FiguresStrip
        label={t('contests.entries')}
        figures={[
          {
            key: 'entries',
            label: t('contests.figures.entries'),
            value: format.count(totals.entries),
            onOpen: () => setWon(false),
          },
          {
            key: 'people',
            label: t('contests.figures.people'),
            value: format.count(totals.people),
            note: outsiders,
            onOpen: () => departments.current?.scrollIntoView({ block: 'start' }),
          },
          {
            key: 'prizes',
            label: t('contests.figures.prizes'),
            value: format.count(totals.prizes),
            onOpen: () => setWon(true),
          },
          ...(totals.money > 0
            ? [
                {
                  key: 'money',
                  label: t('contests.figures.money'),
                  value: format.money(totals.money),
                  onOpen: () => setWon(true),
                },
              ]
            : []),
        ]}
      />
      {won && (
        <p className="so-row">
          {t('contests.onlyPrizes')}
          <button type="button" className="so-linklike" onClick={() => setWon(false)}>
            {t('contests.everyEntry')}
          </button>
        </p>
      )}
      <EntriesTable contest={contest} onlyPrizes={won} onEdit={onEdit} />
      <div ref={departments}>
        <DepartmentsTable contest={contest} />
      </div>
    </div>
  );
}

/** Makes the draft award decision of the prizes and opens it. */
function useProposal(eventId: number): Action {
  const t = useText();
  const navigate = useNavigate();
  const propose = useCommandOp('contests.proposeAwards', {
    done: ({ added, number }) =>
      added > 0
        ? t('contests.awardsMade', { count: added })
        : number === null
          ? t('contests.awardsKnownPlain')
          : t('contests.awardsKnown', { number }),
  });
  return {
    key: 'awards',
    label: t('contests.awards'),
    icon: Award,
    onClick: () =>
      void propose.run({ eventId }).then(
        ({ decisionId }) => navigate(`/awards/${decisionId}`),
        () => undefined,
      ),
  };
}

function usePapers(eventId: number) {
  const t = useText();
  const job = useJobOp('contests.paper', { done: () => t('contests.made') });
  const make = (format: 'pdf' | 'docx' | 'xlsx') => () =>
    void job
      .run({ eventId, format })
      .then(saveFile)
      .catch(() => undefined);
  const actions: Action[] = [
    { key: 'pdf', label: t('contests.paper'), icon: Printer, running: job.running, onClick: make('pdf') },
    { key: 'docx', label: t('contests.word'), icon: FileText, onClick: make('docx') },
    { key: 'xlsx', label: t('contests.workbook'), icon: FileSpreadsheet, onClick: make('xlsx') },
  ];
  const progress = job.running ? (
    <ProgressPanel
      title={t('contests.making')}
      progress={job.progress}
      onStop={job.cancel}
      stopping={job.stopping}
    />
  ) : null;
  return { actions, progress };
}
