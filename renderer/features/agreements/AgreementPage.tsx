/** One agreement: contents with their commitments, what was delivered, scores, its file. */
import {
  CheckCheck,
  Clock,
  FileText,
  Link2,
  PencilLine,
  Printer,
  Trash2,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  Drawer,
  ErrorState,
  FiguresStrip,
  LoadingBars,
  Note,
  Page,
  type PageProps,
  ProgressPanel,
  todayIso,
  useAddressConditions,
  useFormat,
} from '../../ui';
import { AboutTab } from './AboutTab';
import { AgreementForm } from './AgreementForm';
import './agreements.css';
import { ClosingForm } from './ClosingForm';
import { ContentsTab } from './ContentsTab';
import { DeliveredTab } from './DeliveredTab';
import { DeliveryForm } from './DeliveryForm';
import { ScoresTab } from './ScoresTab';
import { type Sheet, useAgreementWords } from './words';

const TABS = ['contents', 'delivered', 'scores', 'about'] as const;
type Tab = (typeof TABS)[number];
type Open = 'edit' | 'closing' | 'delivery' | null;

export default function AgreementPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('agreements.get', { id });
  if (query.data) return <LoadedAgreement key={id} sheet={query.data} />;
  return (
    <Page title={t('agreements.one')} crumbs={[{ label: t('agreements.title'), to: '/agreements' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function LoadedAgreement({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const words = useAgreementWords();
  const { agreement, deletedAt } = sheet;
  const { params, set } = useAddressConditions();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'contents';
  const show = (key: string) => set({ tab: key === 'contents' ? null : key });
  const papers = usePapers(agreement.id);
  const actions = useActions(sheet, papers.make, setOpen);
  const restore = useCommandOp('agreements.restore', { done: () => t('agreements.takenBack') });
  const frame: Omit<PageProps, 'children'> = {
    title: agreement.title,
    crumbs: [{ label: t('agreements.title'), to: '/agreements' }],
    facts: [
      agreement.number,
      words.period(agreement),
      agreement.state === 'running' && agreement.at !== null
        ? t('agreements.yearAt', { at: agreement.at, of: agreement.of ?? 0 })
        : t(`agreements.states.${agreement.state}`),
    ],
  };
  if (deletedAt !== null) {
    const back: Action = {
      key: 'back',
      label: t('agreements.takeBack'),
      icon: Undo2,
      onClick: () => restore.fire({ ids: [agreement.id] }),
    };
    return (
      <Page {...frame} primary={back}>
        <Note tone="warn" icon={Trash2}>
          {t('agreements.inTrash')}
        </Note>
      </Page>
    );
  }
  return (
    <>
      <Page
        {...frame}
        {...actions}
        tabs={{
          items: TABS.map((key) => ({ key, label: t(`agreements.pageTabs.${key}`) })),
          active: tab,
          onChange: show,
        }}
      >
        <div className="so-stack">
          {papers.progress && (
            <ProgressPanel
              title={t('agreements.paper.making')}
              progress={papers.progress}
              onStop={papers.cancel}
              stopping={papers.stopping}
            />
          )}
          <Notes sheet={sheet} />
          <Figures sheet={sheet} onOpen={show} />
          {tab === 'contents' && <ContentsTab sheet={sheet} />}
          {tab === 'delivered' && <DeliveredTab sheet={sheet} onAdd={() => setOpen('delivery')} />}
          {tab === 'scores' && <ScoresTab sheet={sheet} />}
          {tab === 'about' && <AboutTab sheet={sheet} />}
        </div>
      </Page>
      <Drawer open={open === 'edit'} onClose={close} title={t('agreements.edit')} width={600}>
        {open === 'edit' && <AgreementForm sheet={sheet} onDone={close} />}
      </Drawer>
      <Drawer open={open === 'closing'} onClose={close} title={t('agreements.closing.title')} width={560}>
        {open === 'closing' && <ClosingForm sheet={sheet} onDone={close} />}
      </Drawer>
      <Drawer open={open === 'delivery'} onClose={close} title={t('agreements.delivery.add')} width={560}>
        {open === 'delivery' && <DeliveryForm sheet={sheet} delivery={null} onDone={close} />}
      </Drawer>
    </>
  );
}

type Kind = 'sheet' | 'year' | 'closing';

function usePapers(id: number) {
  const job = useJobOp('agreements.sheet', { done: null });
  const make = (kind: Kind, format: 'pdf' | 'docx', year: number | null) => () =>
    void job.run({ id, kind, format, year }).then(saveFile, () => undefined);
  return { make, progress: job.progress, cancel: job.cancel, stopping: job.stopping };
}

function useActions(
  sheet: Sheet,
  make: ReturnType<typeof usePapers>['make'],
  open: (what: Open) => void,
): Pick<PageProps, 'primary' | 'actions' | 'more'> {
  const t = useText();
  const navigate = useNavigate();
  const { agreement } = sheet;
  const { id, version, state, summary, proposals, stated } = agreement;
  const now = Number(todayIso().slice(0, 4));
  const last = Number(agreement.endsOn.slice(0, 4));
  const year = Math.min(now, last);
  const trash = useCommandOp('agreements.trash', { done: () => t('agreements.trashed') });
  const reopen = useCommandOp('agreements.close', { done: () => t('agreements.closing.reopened') });
  const over = state === 'ended' || state === 'closed';
  const closing: Action = {
    key: 'closing',
    label: t('agreements.closing.open'),
    icon: CheckCheck,
    onClick: () => open('closing'),
  };
  const link: Action = {
    key: 'link',
    label: t('agreements.delivery.add'),
    icon: Link2,
    onClick: () => open('delivery'),
  };
  const paper = (kind: Kind, format: 'pdf' | 'docx', label: string): Action => ({
    key: `${kind}-${format}`,
    label,
    icon: format === 'pdf' ? Printer : FileText,
    onClick: make(kind, format, kind === 'year' ? year : null),
  });
  const main = over
    ? paper('closing', 'pdf', t('agreements.paper.closing'))
    : paper('sheet', 'pdf', t('agreements.paper.sheet'));
  return {
    primary: state === 'ended' ? closing : link,
    actions: [
      main,
      { key: 'edit', label: t('agreements.edit'), icon: PencilLine, onClick: () => open('edit') },
    ],
    more: [
      ...(state === 'ended' ? [link] : [closing]),
      paper('closing', 'docx', t('agreements.paper.closingDocx')),
      over
        ? paper('sheet', 'pdf', t('agreements.paper.sheet'))
        : paper('closing', 'pdf', t('agreements.paper.closing')),
      paper('sheet', 'docx', t('agreements.paper.sheetDocx')),
      paper('year', 'pdf', t('agreements.paper.year', { year })),
      paper('year', 'docx', t('agreements.paper.yearDocx', { year })),
      ...(state === 'closed'
        ? [
            {
              key: 'reopen',
              label: t('agreements.closing.reopen'),
              icon: Undo2,
              onClick: () => reopen.fire({ id, version, closedOn: null, summary, proposals, stated }),
            },
          ]
        : []),
      {
        key: 'trash',
        label: t('agreements.toTrash'),
        icon: Trash2,
        danger: true,
        onClick: async () => {
          await trash.run({ ids: [id] });
          navigate('/agreements');
        },
      },
    ],
  };
}

function Notes({ sheet: { agreement, predecessor, successors } }: { sheet: Sheet }) {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  const lastDay = format.date(agreement.endsOn);
  const seams = [predecessor, ...successors].filter((one) => one !== null && one.seam !== null);
  return (
    <>
      {agreement.state === 'ended' && (
        <Note tone="bad" icon={TriangleAlert}>
          {t('agreements.endedNote', { date: lastDay })}
        </Note>
      )}
      {agreement.reminder !== null && (
        <Note tone="warn" icon={Clock}>
          {t('agreements.endsSoon', { count: agreement.left, date: lastDay })}
        </Note>
      )}
      {agreement.closedOn !== null && (
        <Note tone="ok" icon={CheckCheck}>
          {t('agreements.closedNote', { date: format.date(agreement.closedOn) })}
        </Note>
      )}
      {agreement.stated !== null && !agreement.statedTrue && (
        <Note tone="bad" icon={TriangleAlert}>
          {t('agreements.statedFalse', {
            text: words.amount(agreement.stated.amount, agreement.stated.flag, {
              measure: 'money',
              unit: null,
            })!,
          })}
        </Note>
      )}
      {seams.map((one) => (
        <Note key={one!.id} tone="warn" icon={TriangleAlert}>
          <Link to={`/agreements/${one!.id}`}>{one!.title}</Link>: {words.seam(one!.seam)}
        </Note>
      ))}
    </>
  );
}

function Figures({ sheet, onOpen }: { sheet: Sheet; onOpen(tab: Tab): void }) {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  const { agreement, problems } = sheet;
  const { money } = agreement;
  return (
    <FiguresStrip
      label={agreement.title}
      figures={[
        {
          key: 'kept',
          label: t('agreements.figures.commitments'),
          value: `${agreement.kept}/${agreement.commitments}`,
          onOpen: () => onOpen('contents'),
        },
        {
          key: 'overdue',
          label: t('agreements.figures.overdue'),
          value: format.count(agreement.overdue),
          onOpen: () => onOpen('contents'),
          ...(agreement.overdue > 0 ? { tone: 'warn' as const } : {}),
        },
        {
          key: 'delivered',
          label: t('agreements.figures.delivered'),
          value: format.count(agreement.delivered),
          onOpen: () => onOpen('delivered'),
        },
        {
          key: 'money',
          label: t('agreements.figures.money'),
          value: words.money(money) || '–',
          onOpen: () => onOpen('delivered'),
          ...(money.unknown > 0 ? { note: t('agreements.unknownRows', { count: money.unknown }) } : {}),
        },
        ...(problems.total === 0
          ? []
          : [
              {
                key: 'problems',
                label: t('agreements.figures.problems'),
                value: `${problems.solved}/${problems.total}`,
                onOpen: () => onOpen('delivered'),
                ...(problems.meanDays === null
                  ? {}
                  : { note: t('agreements.meanDays', { days: format.decimal(problems.meanDays) }) }),
              },
            ]),
      ]}
    />
  );
}
