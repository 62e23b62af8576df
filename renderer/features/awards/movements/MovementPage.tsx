/** One movement: results typed by department, people, its awards, its launching paper. */
import { Award, FileText, PencilLine, Printer, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
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
import { RecordAgreements } from '../../agreements/RecordAgreements';
import { EvidenceBox } from '../../files/EvidenceBox';
import { useAwardWords } from '../words';
import { MovementAwards } from './MovementAwards';
import { MovementForm } from './MovementForm';
import { PeopleTable } from './PeopleTable';
import { UnitsTable } from './UnitsTable';

export type MovementData = OutputOf<'movements.get'>;
const TABS = ['units', 'people', 'awards', 'about'] as const;

export default function MovementPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('movements.get', { id });
  if (query.data) return <LoadedMovement data={query.data} />;
  return (
    <Page
      title={t('movements.title')}
      crumbs={[{ label: t('movements.title'), to: '/awards?tab=movements' }]}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function LoadedMovement({ data }: { data: MovementData }) {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  const { movement } = data;
  const { params, set } = useAddressConditions();
  const [editing, setEditing] = useState(false);
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'units';
  const papers = usePapers(movement.id);
  const actions = useActions(movement.id, papers, () => setEditing(true));
  const restore = useCommandOp('movements.restore', { done: () => t('movements.takenBack') });
  const frame: Omit<PageProps, 'children'> = {
    title: movement.name,
    crumbs: [
      { label: t('awards.title'), to: '/awards' },
      { label: t('movements.title'), to: '/awards?tab=movements' },
    ],
    facts: [
      movement.launchedBy ?? words.level(movement.level),
      format.range(movement.startsOn, movement.endsOn) || format.date(movement.launchedOn),
    ],
  };
  if (data.deletedAt !== null)
    return (
      <Page
        {...frame}
        primary={{
          key: 'back',
          label: t('movements.takeBack'),
          icon: Undo2,
          onClick: () => restore.fire({ ids: [movement.id] }),
        }}
      >
        <Note tone="warn" icon={Trash2}>
          {t('movements.inTrash')}
        </Note>
      </Page>
    );
  return (
    <>
      <Page
        {...frame}
        {...actions}
        tabs={{
          items: TABS.map((key) => ({ key, label: t(`movements.tabs.${key}`) })),
          active: tab,
          onChange: (key) => set({ tab: key === 'units' ? null : key }),
        }}
      >
        <div className="so-stack">
          {papers.progress && (
            <ProgressPanel
              title={t('movements.making')}
              progress={papers.progress}
              onStop={papers.cancel}
              stopping={papers.stopping}
            />
          )}
          <Figures movement={movement} onOpen={(to) => set({ tab: to === 'units' ? null : to })} />
          {tab === 'units' && <UnitsTable movementId={movement.id} />}
          {tab === 'people' && <PeopleTable movementId={movement.id} />}
          {tab === 'awards' && <MovementAwards data={data} />}
          {tab === 'about' && <About movement={movement} />}
        </div>
      </Page>
      <Drawer open={editing} onClose={() => setEditing(false)} title={t('movements.edit')} width={520}>
        {editing && <MovementForm movement={movement} onDone={() => setEditing(false)} />}
      </Drawer>
    </>
  );
}

function usePapers(id: number) {
  const pdf = useJobOp('movements.sumUpPdf', { done: null });
  const docx = useJobOp('movements.sumUpDocx', { done: null });
  const make = (as: 'pdf' | 'docx', kind: 'interim' | 'final') => async () => {
    const file = await (as === 'pdf' ? pdf : docx).run({ id, kind }).catch(() => null);
    if (file) await saveFile(file);
  };
  const running = pdf.running ? pdf : docx;
  return { make, progress: running.progress, cancel: running.cancel, stopping: running.stopping };
}

function useActions(
  id: number,
  { make }: ReturnType<typeof usePapers>,
  onEdit: () => void,
): Pick<PageProps, 'primary' | 'actions' | 'more'> {
  const t = useText();
  const navigate = useNavigate();
  const trash = useCommandOp('movements.trash', { done: () => t('movements.trashed') });
  return {
    primary: {
      key: 'award',
      label: t('movements.award'),
      icon: Award,
      onClick: () => navigate(`/awards/new?movement=${id}`),
    },
    actions: [
      { key: 'pdf', label: t('movements.sumUp'), icon: Printer, onClick: () => void make('pdf', 'final')() },
      { key: 'edit', label: t('movements.edit'), icon: PencilLine, onClick: onEdit },
    ],
    more: [
      {
        key: 'docx',
        label: t('movements.sumUpDocx'),
        icon: FileText,
        onClick: () => void make('docx', 'final')(),
      },
      {
        key: 'interim',
        label: t('movements.interimPdf'),
        icon: Printer,
        onClick: () => void make('pdf', 'interim')(),
      },
      {
        key: 'interimDocx',
        label: t('movements.interimDocx'),
        icon: FileText,
        onClick: () => void make('docx', 'interim')(),
      },
      {
        key: 'trash',
        label: t('movements.toTrash'),
        icon: Trash2,
        danger: true,
        onClick: async () => {
          await trash.run({ ids: [id] });
          navigate('/awards?tab=movements');
        },
      },
    ],
  };
}

function Figures({
  movement,
  onOpen,
}: {
  movement: MovementData['movement'];
  onOpen(tab: (typeof TABS)[number]): void;
}) {
  const t = useText();
  const format = useFormat();
  const figure = (
    key: 'units' | 'people' | 'results' | 'achieved' | 'awards',
    value: number,
    tab: (typeof TABS)[number],
  ) => ({
    key,
    label: t(`movements.figures.${key}`),
    value: format.count(value),
    onOpen: () => onOpen(tab),
  });
  return (
    <FiguresStrip
      label={movement.name}
      figures={[
        figure('units', movement.units, 'units'),
        figure('people', movement.people, 'people'),
        figure('results', movement.results, 'units'),
        figure('achieved', movement.achieved, 'units'),
        figure('awards', movement.decisions, 'awards'),
      ]}
    />
  );
}

function About({ movement }: { movement: MovementData['movement'] }) {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  return (
    <>
      <Facts
        items={[
          { label: t('movements.field.theme'), value: movement.theme },
          { label: t('movements.field.level'), value: words.level(movement.level) },
          { label: t('movements.field.launchedBy'), value: movement.launchedBy },
          { label: t('movements.field.launchedOn'), value: format.date(movement.launchedOn) },
          { label: t('movements.field.paperNo'), value: movement.paperNo },
          { label: t('movements.col.period'), value: format.range(movement.startsOn, movement.endsOn) },
          { label: t('movements.field.summedUpOn'), value: format.date(movement.summedUpOn) },
          { label: t('movements.field.note'), value: movement.note },
        ]}
      />
      <RecordAgreements entity="movement" id={movement.id} />
      <EvidenceBox entity="movement" entityId={movement.id} title={t('movements.papers')} />
    </>
  );
}
