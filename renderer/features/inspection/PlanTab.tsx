/** The plan of a year: figures, its sessions by month with what was held of each, its papers. */
import { CalendarPlus, Copy, PencilLine, Plus, SearchCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  type Action,
  ActionButton,
  Drawer,
  EmptyState,
  ErrorState,
  FiguresStrip,
  IconButton,
  LoadingBars,
  Page,
  PlainTable,
  Tag,
  useFormat,
  useShortcuts,
} from '../../ui';
import { RecordDocuments } from '../documents/RecordDocuments';
import { EvidenceBox } from '../files/EvidenceBox';
import { ItemForm } from './ItemForm';
import { PlanForm } from './PlanForm';
import { SessionDrawer } from './SessionForm';
import { usePapers } from './usePapers';
import { homeOf, type WorkTabProps } from './WorkPage';
import { aboutOf, asRecorded, type Item } from './words';

type Data = OutputOf<'inspection.plan'>;
type Plan = NonNullable<Data['plan']>;

export function PlanTab(props: WorkTabProps) {
  const { kind, year, frame } = props;
  const query = useQueryOp('inspection.plan', { kind, year }, { keep: true });
  if (query.error)
    return (
      <Page {...frame}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!query.data)
    return (
      <Page {...frame}>
        <LoadingBars />
      </Page>
    );
  const { plan } = query.data;
  return plan ? (
    <WholePlan {...props} data={query.data} plan={plan} />
  ) : (
    <NoPlan {...props} data={query.data} />
  );
}

function NoPlan({ kind, year, frame, data }: WorkTabProps & { data: Data }) {
  const t = useText();
  const make = useCommandOp('inspection.savePlan', { done: () => t('inspection.plan.made') });
  const copy = useCommandOp('inspection.copyPlan', {
    done: (made) => t('inspection.plan.copied', { count: made.count }),
  });
  const { before } = data;
  const fresh: Action = {
    key: 'make',
    label: t('inspection.plan.make', { year }),
    icon: CalendarPlus,
    onClick: () => make.fire({ kind, year }),
  };
  const taken: Action[] =
    before === null
      ? []
      : [
          {
            key: 'copy',
            label: t('inspection.plan.copy', { year: before }),
            icon: Copy,
            onClick: () => copy.fire({ kind, from: before, to: year }),
          },
        ];
  return (
    <Page {...frame}>
      <EmptyState
        icon={SearchCheck}
        title={t(`inspection.plan.none.${kind}`, { year })}
        primary={taken[0] ?? fresh}
        actions={taken.length > 0 ? [fresh] : []}
      >
        {t(`inspection.plan.noneBody.${kind}`)}
      </EmptyState>
    </Page>
  );
}

type Open = { what: 'plan' } | { what: 'item'; item: Item | null } | { what: 'hold'; item: Item } | null;

function WholePlan({ kind, year, frame, data, plan }: WorkTabProps & { data: Data; plan: Plan }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const papers = usePapers({ kind, year });
  const trash = useCommandOp('inspection.trashPlans', { done: () => t('inspection.plan.trashed') });
  const add: Action = {
    key: 'add',
    label: t('inspection.item.add'),
    icon: Plus,
    keys: 'Ctrl N',
    onClick: () => setOpen({ what: 'item', item: null }),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  return (
    <Page
      {...frame}
      facts={[
        plan.code,
        plan.approvedOn && t('inspection.plan.issued', { date: format.date(plan.approvedOn) }),
      ]}
      primary={add}
      actions={[papers.pdf('plan'), papers.pdf('report')]}
      more={[
        {
          key: 'edit',
          label: t('inspection.plan.edit'),
          icon: PencilLine,
          onClick: () => setOpen({ what: 'plan' }),
        },
        papers.word('plan'),
        papers.word('report'),
        {
          key: 'trash',
          label: t('inspection.plan.toTrash'),
          icon: Trash2,
          danger: true,
          onClick: () => trash.fire({ ids: [plan.id] }),
        },
      ]}
    >
      <div className="so-stack so-inspection">
        <Figures kind={kind} year={year} figures={data.figures} />
        {data.items.length === 0 ? (
          <EmptyState icon={SearchCheck} title={t('inspection.plan.noItems')} primary={add}>
            {t('inspection.plan.noItemsBody')}
          </EmptyState>
        ) : (
          <Items
            items={data.items}
            onEdit={(item) => setOpen({ what: 'item', item })}
            onHold={(item) => setOpen({ what: 'hold', item })}
          />
        )}
        <div className="so-inspection-foot">
          <RecordDocuments
            entity="inspection_plan"
            id={plan.id}
            label={`${t(`inspection.title.${kind}`)} ${year}`}
            onDate={plan.approvedOn}
            types={['plan', 'report']}
          />
          <EvidenceBox entity="inspection_plan" entityId={plan.id} title={t('inspection.plan.files')} />
        </div>
      </div>
      <Drawer open={open?.what === 'plan'} onClose={close} title={t('inspection.plan.edit')} width={520}>
        {open?.what === 'plan' && <PlanForm kind={kind} year={year} plan={plan} onDone={close} />}
      </Drawer>
      <Drawer
        open={open?.what === 'item'}
        onClose={close}
        title={t(open?.what === 'item' && open.item ? 'inspection.item.edit' : 'inspection.item.addTitle')}
        width={520}
      >
        {open?.what === 'item' && <ItemForm kind={kind} planId={plan.id} item={open.item} onDone={close} />}
      </Drawer>
      <SessionDrawer
        kind={kind}
        open={open?.what === 'hold'}
        itemId={open?.what === 'hold' ? open.item.id : null}
        year={year}
        onClose={close}
      />
    </Page>
  );
}

function Figures({
  kind,
  year,
  figures: f,
}: {
  kind: WorkTabProps['kind'];
  year: number;
  figures: Data['figures'];
}) {
  const t = useText();
  const format = useFormat();
  const home = homeOf(kind);
  return (
    <FiguresStrip
      label={t('inspection.figures.label')}
      figures={[
        {
          key: 'planned',
          label: t('inspection.figures.planned'),
          value: format.count(f.plannedDone),
          unit: `/ ${format.count(f.planned)}`,
        },
        {
          key: 'late',
          label: t('inspection.figures.late'),
          value: format.count(f.plannedLate),
          ...(f.plannedLate > 0 ? { tone: 'warn' as const } : {}),
        },
        {
          key: 'sessions',
          label: t(`inspection.figures.sessions.${kind}`),
          value: format.count(f.sessions),
          note: f.unlinked > 0 ? t('inspection.figures.unlinked', { count: f.unlinked }) : undefined,
          to: `${home}?tab=sessions&year=${year}`,
        },
        {
          key: 'meetings',
          label: t('inspection.figures.meetings'),
          value: format.count(f.meetings),
          to: `${home}?tab=sessions&year=${year}&topic=meeting`,
        },
        {
          key: 'findings',
          label: t('inspection.figures.findings'),
          value: format.count(f.mended),
          unit: `/ ${format.count(f.findings)}`,
          to: `${home}?tab=findings&year=${year}`,
          ...(f.overdue > 0 ? { tone: 'warn' as const } : {}),
        },
        { key: 'files', label: t('inspection.figures.files'), value: format.count(f.files) },
      ]}
    />
  );
}

function Items({
  items,
  onEdit,
  onHold,
}: {
  items: readonly Item[];
  onEdit(item: Item): void;
  onHold(item: Item): void;
}) {
  const t = useText();
  return (
    <PlainTable<Item>
      framed
      caption={t('inspection.tabs.plan')}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'month',
          header: t('inspection.field.month'),
          width: 96,
          cell: (row) =>
            row.month === null ? t('inspection.noMonth') : t('inspection.month', { month: row.month }),
        },
        {
          key: 'title',
          header: t('inspection.field.title'),
          cell: (row) => (
            <>
              <span className="so-strong" lang="vi">
                {row.title}
              </span>
              <span className="so-caption so-inspection-under">
                {t(`inspection.topic.${row.topic}`)} {asRecorded(row.legalBasis)}
              </span>
            </>
          ),
        },
        {
          key: 'about',
          header: t('inspection.field.about'),
          width: 190,
          cell: (row) => asRecorded(aboutOf(row)),
        },
        {
          key: 'person',
          header: t('inspection.field.person'),
          width: 150,
          cell: (row) => asRecorded(row.person),
        },
        {
          key: 'state',
          header: t('inspection.field.state'),
          width: 170,
          cell: (row) => <ItemState item={row} />,
        },
        {
          key: 'act',
          header: '',
          width: 160,
          cell: (row) => (
            <span className="so-row so-inspection-act">
              {row.held.length > 0 ? (
                <IconButton
                  icon={Plus}
                  size="small"
                  label={t('inspection.item.more', { title: row.title })}
                  onClick={() => onHold(row)}
                />
              ) : (
                <ActionButton
                  size="small"
                  action={{ key: 'hold', label: t('inspection.item.hold'), onClick: () => onHold(row) }}
                />
              )}
              <IconButton
                icon={PencilLine}
                size="small"
                label={t('inspection.item.editOf', { title: row.title })}
                onClick={() => onEdit(row)}
              />
            </span>
          ),
        },
      ]}
    />
  );
}

const TONES = { done: 'ok', late: 'bad', coming: 'neutral' } as const;

function ItemState({ item }: { item: Item }) {
  const t = useText();
  const format = useFormat();
  if (item.held.length === 0)
    return <Tag tone={TONES[item.state]}>{t(`inspection.state.${item.state}`)}</Tag>;
  return (
    <span className="so-inspection-held">
      <Tag tone="ok">{t('inspection.state.done')}</Tag>
      {item.held.map((one) => (
        <Link key={one.id} to={`/inspection/sessions/${one.id}`}>
          {format.date(one.heldOn)}
        </Link>
      ))}
    </span>
  );
}
