/** One round: its list, who handed in, the council, the decisions drafted from it. */
import { FileInput, FileText, PencilLine, Printer, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import type { RoundPaper } from '../../../../shared/domain/proposals';
import { pickFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  Drawer,
  ErrorState,
  Facts,
  FiguresStrip,
  LoadingBars,
  Note,
  Page,
  type PageProps,
  ProgressPanel,
  useAddressConditions,
  useFormat,
} from '../../../ui';
import '../awards.css';
import { RoundEligibility } from '../rules/Eligibility';
import { useAwardWords } from '../words';
import { CouncilPane } from './CouncilPane';
import { DecisionsPane } from './DecisionsPane';
import { ListPane } from './ListPane';
import './proposals.css';
import { Deadline } from './ProposalsTab';
import { ReadDrawer } from './ReadDrawer';
import { RoundForm } from './RoundForm';
import { UnitsPane } from './UnitsPane';
import { type RoundPapers, usePapers } from './usePapers';

export type RoundData = OutputOf<'proposals.round'>;
const TABS = ['list', 'units', 'council', 'decisions', 'about'] as const;
type TabKey = (typeof TABS)[number];

export default function RoundPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('proposals.round', { id });
  if (query.data) return <LoadedRound key={id} data={query.data} />;
  return (
    <Page
      title={t('proposals.title')}
      crumbs={[{ label: t('proposals.title'), to: '/awards?tab=proposals' }]}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function LoadedRound({ data }: { data: RoundData }) {
  const t = useText();
  const { round } = data;
  const { params, set } = useAddressConditions();
  const [editing, setEditing] = useState(false);
  const [reading, setReading] = useState<OutputOf<'proposals.readList'> | null>(null);
  const list = useJobOp('proposals.readList', { done: null });
  const tabs = TABS.filter((key) => round.kind === 'proposal' || (key !== 'council' && key !== 'decisions'));
  const tab = tabs.find((key) => key === params.get('tab')) ?? 'list';
  const show = (key: string) => set({ tab: key === 'list' ? null : key });
  const papers = usePapers(round.id);
  const restore = useCommandOp('proposals.restoreRounds', { done: () => t('proposals.takenBack') });
  const read = async () => {
    const file = await pickFile(['xlsx', 'xls', 'ods', 'csv']);
    if (file) setReading(await list.run({ roundId: round.id, token: file.token }).catch(() => null));
  };
  const actions = useActions(data, papers, () => setEditing(true));
  const frame: Omit<PageProps, 'children'> = {
    title: round.name,
    crumbs: [
      { label: t('awards.title'), to: '/awards' },
      { label: t('proposals.title'), to: '/awards?tab=proposals' },
    ],
    facts: [t(`proposals.roundKinds.${round.kind}`), t('awards.yearIs', { year: round.year })],
  };
  if (data.deletedAt !== null)
    return (
      <Page
        {...frame}
        primary={{
          key: 'back',
          label: t('proposals.takeBack'),
          icon: Undo2,
          onClick: () => restore.fire({ ids: [round.id] }),
        }}
      >
        <Note tone="warn" icon={Trash2}>
          {t('proposals.inTrash')}
        </Note>
      </Page>
    );
  return (
    <>
      <Page
        {...frame}
        {...actions}
        primary={{
          key: 'read',
          label: t('proposals.read.open'),
          icon: FileInput,
          onClick: () => void read(),
        }}
        tabs={{
          items: tabs.map((key) => ({ key, label: t(`proposals.tabs.${key}`) })),
          active: tab,
          onChange: show,
        }}
      >
        <div className="so-stack">
          <Working title={t('proposals.read.making')} job={list} />
          <Working title={t('proposals.papers.making')} job={papers} />
          <Figures data={data} onOpen={show} />
          <Pane tab={tab} data={data} papers={papers} />
        </div>
      </Page>
      <Drawer open={editing} onClose={() => setEditing(false)} title={t('proposals.edit')} width={560}>
        {editing && <RoundForm round={round} onDone={() => setEditing(false)} />}
      </Drawer>
      {reading !== null && <ReadDrawer data={data} list={reading} onClose={() => setReading(null)} />}
    </>
  );
}

function Working({
  title,
  job,
}: {
  title: string;
  job: Pick<RoundPapers, 'progress' | 'cancel' | 'stopping'>;
}) {
  if (!job.progress) return null;
  return <ProgressPanel title={title} progress={job.progress} onStop={job.cancel} stopping={job.stopping} />;
}

function Pane({ tab, data, papers }: { tab: TabKey; data: RoundData; papers: RoundPapers }) {
  if (tab === 'units') return <UnitsPane data={data} papers={papers} />;
  if (tab === 'council') return <CouncilPane data={data} papers={papers} />;
  if (tab === 'decisions') return <DecisionsPane data={data} />;
  if (tab === 'about') return <About data={data} />;
  return (
    <>
      {data.round.kind === 'proposal' && <RoundEligibility roundId={data.round.id} />}
      <ListPane data={data} papers={papers} />
    </>
  );
}

const PAPERS: readonly RoundPaper[] = ['submission', 'summary', 'personalReport', 'collectiveReport'];

function useActions(
  { round }: RoundData,
  { make }: RoundPapers,
  onEdit: () => void,
): Pick<PageProps, 'actions' | 'more'> {
  const t = useText();
  const navigate = useNavigate();
  const trash = useCommandOp('proposals.trashRounds', { done: () => t('proposals.trashed') });
  const main: RoundPaper = round.kind === 'registration' ? 'registration' : 'submission';
  const papers = round.kind === 'registration' ? [main] : PAPERS;
  const word = (paper: RoundPaper, as: 'pdf' | 'docx') =>
    t(`proposals.papers.${as}`, { paper: t(`proposals.papers.${paper}`) });
  const paper = (one: RoundPaper, as: 'pdf' | 'docx'): Action => ({
    key: `${one}-${as}`,
    label: word(one, as),
    icon: as === 'pdf' ? Printer : FileText,
    onClick: () => void make(as, { paper: one }),
  });
  return {
    actions: [
      { ...paper(main, 'pdf'), label: t(`proposals.papers.${main}`) },
      { key: 'edit', label: t('proposals.edit'), icon: PencilLine, onClick: onEdit },
    ],
    more: [
      ...papers.flatMap((one) => [paper(one, 'pdf'), paper(one, 'docx')]),
      {
        key: 'trash',
        label: t('proposals.toTrash'),
        icon: Trash2,
        danger: true,
        onClick: async () => {
          await trash.run({ ids: [round.id] });
          navigate('/awards?tab=proposals');
        },
      },
    ],
  };
}

function Figures({ data, onOpen }: { data: RoundData; onOpen(tab: TabKey): void }) {
  const t = useText();
  const format = useFormat();
  const { round } = data;
  const figure = (
    key: 'units' | 'collectives' | 'people' | 'approved' | 'decided',
    value: string,
    tab: TabKey,
  ) => ({
    key,
    label: t(`proposals.figures.${key}`),
    value,
    onOpen: () => onOpen(tab),
  });
  const chain =
    round.kind === 'registration'
      ? []
      : [
          figure('approved', format.count(round.approved), 'council'),
          figure('decided', format.count(round.decided), 'decisions'),
        ];
  return (
    <FiguresStrip
      label={round.name}
      figures={[
        figure(
          'units',
          t('proposals.ofUnits', { done: format.count(round.handedIn), all: format.count(round.units) }),
          'units',
        ),
        figure('collectives', format.count(round.proposals.collective ?? 0), 'list'),
        figure('people', format.count(round.proposals.individual ?? 0), 'list'),
        ...chain,
      ]}
    />
  );
}

function About({ data }: { data: RoundData }) {
  const t = useText();
  const words = useAwardWords();
  const { round } = data;
  return (
    <Facts
      items={[
        { label: t('proposals.field.deadline'), value: <Deadline row={round} /> },
        {
          label: t('proposals.field.formIds'),
          value: data.forms
            .map((form) => words.formName({ form: form.name, formEn: form.nameEn }))
            .join('; '),
        },
        { label: t('proposals.field.occasion'), value: round.occasion },
        { label: t('proposals.field.addressee'), value: round.addressee },
        { label: t('proposals.field.basis'), value: round.basis },
        { label: t('proposals.field.note'), value: round.note },
      ]}
    />
  );
}
