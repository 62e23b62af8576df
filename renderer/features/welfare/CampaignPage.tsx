/** One gift campaign: its list with warnings, its plan, its papers; printing and what comes next. */
import { CopyPlus, Download, FileText, PencilLine, Printer, Trash2, Undo2 } from 'lucide-react';
import { useNavigate, useParams } from 'react-router-dom';
import { CAMPAIGN_STATES } from '../../../shared/domain/welfare';
import { bridge, printFile, saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ErrorState,
  LoadingBars,
  Note,
  Page,
  type PageProps,
  useAddressConditions,
  useFormat,
  useShortcuts,
} from '../../ui';
import { PapersTab } from './PapersTab';
import { PlanTab } from './PlanTab';
import { RecipientsTab } from './RecipientsTab';
import { type Campaign, occasionName, type State } from './useCampaign';
import './welfare.css';

export type CampaignFrame = Omit<PageProps, 'children'>;

export default function CampaignPage() {
  const t = useText();
  const id = Number(useParams().id);
  const query = useQueryOp('welfare.campaign', { id }, { keep: true });
  if (query.data) return <Loaded campaign={query.data} />;
  return (
    <Page title={t('welfare.title')} crumbs={[{ label: t('welfare.title'), to: '/welfare' }]}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}

function Loaded({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const { params, set } = useAddressConditions();
  const list = campaign.fields.kind === 'list';
  const asked = params.get('tab');
  const tab = asked === 'plan' || asked === 'papers' ? asked : list ? 'recipients' : 'plan';
  const print = usePrinting(campaign);
  const frame = useFrame(campaign, print);
  const keys = (list ? ['recipients', 'plan', 'papers'] : ['plan', 'papers']) as (
    | 'recipients'
    | 'plan'
    | 'papers'
  )[];
  if (campaign.deletedAt !== null) return <Trashed campaign={campaign} frame={frame} />;
  const tabbed: CampaignFrame = {
    ...frame,
    tabs: {
      items: keys.map((key) => ({
        key,
        label: t(`welfare.tabs.${key}`),
        ...(key === 'recipients' ? { count: campaign.totals.gifts } : {}),
      })),
      active: tab,
      onChange: (key) => set({ tab: key === 'recipients' ? null : key }),
    },
  };
  if (tab === 'plan') return <PlanTab campaign={campaign} frame={tabbed} />;
  if (tab === 'papers') return <PapersTab campaign={campaign} frame={tabbed} />;
  return <RecipientsTab campaign={campaign} frame={tabbed} />;
}

type Printing = ReturnType<typeof usePrinting>;

/** Makes the list to sign and hands it to the printer, or to the disk in a browser. */
function usePrinting(campaign: Campaign) {
  const t = useText();
  const job = useJobOp('welfare.signatureList', { done: () => t('welfare.print.done') });
  const make = async (
    more: { format?: 'pdf' | 'xlsx' | 'docx'; orientation?: 'portrait' | 'landscape' } = {},
  ) => {
    const file = await job.run({ id: campaign.id, ...more });
    if ((more.format ?? 'pdf') === 'pdf' && bridge().host === 'desktop') await printFile(file);
    else await saveFile(file);
  };
  return {
    make: (more?: Parameters<typeof make>[0]) => void make(more).catch(() => undefined),
    running: job.running,
  };
}

function useFrame(campaign: Campaign, print: Printing): CampaignFrame {
  const t = useText();
  const format = useFormat();
  const { fields } = campaign;
  const occasion = occasionName(campaign, t);
  const { actions, more, primary } = useActions(campaign, print);
  return {
    title: fields.name,
    crumbs: [{ label: t('welfare.title'), to: '/welfare' }],
    facts: [
      fields.kind === 'list' ? t(`welfare.state.${campaign.state}`) : t('welfare.kind.count'),
      t('welfare.facts.gives', { date: format.range(fields.onDate, fields.endsOn) }),
      fields.place,
      occasion &&
        campaign.occasionDay &&
        t('welfare.facts.occasion', { name: occasion, date: format.weekdayDate(campaign.occasionDay) }),
    ],
    actions,
    more,
    ...(primary ? { primary } : {}),
  };
}

function useActions(campaign: Campaign, print: Printing) {
  const t = useText();
  const navigate = useNavigate();
  const { id, version, fields, state, openWarnings } = campaign;
  const list = fields.kind === 'list';
  const asked = openWarnings > 0 && (state === 'draft' || state === 'listed');
  const trash = useCommandOp('welfare.trash', {
    done: (data) => t('welfare.trashed', { count: data.count }),
  });
  const copy = useCommandOp('welfare.copyCampaign', { done: () => t('welfare.copied') });
  const move = useCommandOp('welfare.setState', {
    done: (_, input) => t('welfare.stateSet', { state: t(`welfare.state.${input.state}`) }),
  });
  const edit = () => navigate(`/welfare/${id}/edit`);
  const live = campaign.deletedAt === null;
  useShortcuts({ 'Ctrl+P': () => (list ? print.make() : false), F2: edit }, live);
  const to = (next: State): Action => ({
    key: next,
    label: t(`welfare.toState.${next}`),
    onClick: () => move.fire({ id, version, state: next }),
  });
  const at = CAMPAIGN_STATES.indexOf(state);
  const next = CAMPAIGN_STATES[at + 1];
  const copyAction: Action = {
    key: 'copy',
    label: t('welfare.copyTo', { year: String(fields.year + 1) }),
    icon: CopyPlus,
    onClick: () =>
      void copy
        .run({ id, year: fields.year + 1 })
        .then((made) => navigate(`/welfare/${made.id}`))
        .catch(() => undefined),
  };
  const trashAction: Action = {
    key: 'trash',
    label: t('welfare.toTrash'),
    icon: Trash2,
    danger: true,
    onClick: () => {
      trash.fire({ ids: [id] });
      navigate('/welfare');
    },
  };
  const editAction: Action = {
    key: 'edit',
    label: t('welfare.edit'),
    icon: PencilLine,
    keys: 'F2',
    onClick: edit,
  };
  if (!list) return { actions: [editAction], more: [trashAction], primary: undefined };
  const paper = (orientation: 'portrait' | 'landscape'): Action => ({
    key: orientation,
    label: t(`welfare.print.${orientation}`),
    icon: Printer,
    onClick: () => print.make({ orientation }),
  });
  return {
    primary: {
      key: 'print',
      label: asked ? t('welfare.print.open', { count: openWarnings }) : t('welfare.print.action'),
      icon: Printer,
      keys: 'Ctrl P',
      running: print.running,
      onClick: () => print.make(),
    } satisfies Action,
    actions: next ? [to(next)] : [],
    more: [
      ...(state === 'settled' ? [] : [editAction]),
      ...(state === 'draft' ? [] : [to('draft')]),
      paper('portrait'),
      paper('landscape'),
      {
        key: 'docx',
        label: t('welfare.print.docx'),
        icon: FileText,
        onClick: () => print.make({ format: 'docx' }),
      },
      {
        key: 'xlsx',
        label: t('welfare.print.xlsx'),
        icon: Download,
        onClick: () => print.make({ format: 'xlsx' }),
      },
      copyAction,
      trashAction,
    ] satisfies Action[],
  };
}

function Trashed({ campaign, frame }: { campaign: Campaign; frame: CampaignFrame }) {
  const t = useText();
  const restore = useCommandOp('welfare.restore', { done: () => t('welfare.restored') });
  return (
    <Page
      title={frame.title}
      {...(frame.crumbs ? { crumbs: frame.crumbs } : {})}
      primary={{
        key: 'restore',
        label: t('welfare.takeBack'),
        icon: Undo2,
        onClick: () => restore.fire({ ids: [campaign.id] }),
      }}
    >
      <Note tone="warn" icon={Trash2} title={t('welfare.inTrash')} />
    </Page>
  );
}
