/** One drive: figures that open their lists, departments, gifts, and the names of those missing. */
import { FileSpreadsheet, HandHeart, PencilLine, Printer, ReceiptText, Trash2 } from 'lucide-react';
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
  Page,
  type PageProps,
  PlainTable,
  useAddressConditions,
  useFormat,
  useShortcuts,
} from '../../../ui';
import '../dues.css';
import { BookForm } from './BookForm';
import { DriveForm } from './DriveForm';
import { GiftForm } from './GiftForm';
import { GiftsTab } from './GiftsTab';
import { MissingTab } from './MissingTab';

export type DriveData = OutputOf<'drives.get'>;
const TABS = ['departments', 'gifts', 'missing', 'about'] as const;
type Doing = 'edit' | 'record' | 'book' | null;
/** What every tab puts around its content. */
export type DriveFrame = Pick<
  PageProps,
  'title' | 'crumbs' | 'facts' | 'tabs' | 'primary' | 'actions' | 'more'
>;

export default function DrivePage() {
  const t = useText();
  const id = Number(useParams().id);
  const { params, set } = useAddressConditions();
  const query = useQueryOp('drives.get', { id });
  const [doing, setDoing] = useState<Doing>(null);
  useShortcuts({ 'Ctrl+N': () => setDoing('record') });
  const tab = TABS.find((key) => key === params.get('tab')) ?? 'departments';
  const frame = useFrame(id, query.data, tab, set, setDoing);
  const close = () => setDoing(null);
  if (!query.data)
    return (
      <Page title={t('dues.tabs.drives')} crumbs={[{ label: t('dues.title'), to: '/dues?tab=drives' }]}>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingBars />
        )}
      </Page>
    );
  const { data } = query;
  return (
    <>
      {tab === 'gifts' ? (
        <GiftsTab data={data} frame={frame} params={params} set={set} />
      ) : tab === 'missing' ? (
        <MissingTab data={data} frame={frame} params={params} set={set} />
      ) : (
        <Page {...frame}>
          <div className="so-stack">
            <Figures data={data} set={set} />
            {tab === 'about' ? <About data={data} /> : <Departments data={data} set={set} />}
          </div>
        </Page>
      )}
      <Drawer
        open={doing !== null}
        onClose={close}
        title={t(
          doing === 'edit' ? 'dues.drive.edit' : doing === 'book' ? 'dues.drive.book' : 'dues.drive.record',
        )}
        width={520}
      >
        {doing === 'edit' && <DriveForm drive={data.drive} onDone={close} />}
        {doing === 'record' && <GiftForm drive={data.drive} onDone={close} />}
        {doing === 'book' && <BookForm drive={data.drive} onDone={close} />}
      </Drawer>
    </>
  );
}

type Set = (changes: Record<string, string | null>) => void;

function useFrame(
  id: number,
  data: DriveData | undefined,
  tab: string,
  set: Set,
  onDo: (what: Doing) => void,
): DriveFrame {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const paper = useJobOp('drives.paper', { done: null });
  const trash = useCommandOp('drives.trash', { done: () => t('dues.drive.trashed') });
  const print = async (list: 'contributors' | 'missing', as: 'pdf' | 'xlsx' = 'pdf') =>
    saveFile(await paper.run({ id, list, format: as }));
  return {
    title: data?.drive.name ?? '',
    crumbs: [{ label: t('dues.title'), to: '/dues?tab=drives' }],
    facts: data
      ? [
          t('dues.drive.asOf', { date: format.date(data.drive.cutOff) }),
          data.drive.targetText,
          data.drive.deadline && `${t('dues.field.deadline')} ${format.date(data.drive.deadline)}`,
        ]
      : [],
    tabs: {
      items: TABS.map((key) => ({ key, label: t(`dues.drive.tabs.${key}`) })),
      active: tab,
      onChange: (key) =>
        set({ tab: key === 'departments' ? null : key, department: null, q: null, booked: null }),
    },
    primary: {
      key: 'record',
      label: t('dues.drive.record'),
      icon: HandHeart,
      keys: 'Ctrl N',
      onClick: () => onDo('record'),
    },
    actions: [
      {
        key: 'book',
        label: t('dues.drive.book'),
        icon: ReceiptText,
        disabled: !data || data.drive.unbooked === 0,
        onClick: () => onDo('book'),
      },
    ],
    more: [
      {
        key: 'givers',
        label: t('dues.drive.printGivers'),
        icon: Printer,
        onClick: () => print('contributors'),
      },
      { key: 'missing', label: t('dues.drive.printMissing'), icon: Printer, onClick: () => print('missing') },
      {
        key: 'excel',
        label: t('dues.drive.excelGivers'),
        icon: FileSpreadsheet,
        onClick: () => print('contributors', 'xlsx'),
      },
      { key: 'edit', label: t('dues.drive.edit'), icon: PencilLine, onClick: () => onDo('edit') },
      {
        key: 'trash',
        label: t('dues.drive.toTrash'),
        icon: Trash2,
        danger: true,
        onClick: async () => {
          await trash.run({ ids: [id] });
          navigate('/dues?tab=drives');
        },
      },
    ],
  };
}

function Figures({ data: { drive, inWords }, set }: { data: DriveData; set: Set }) {
  const t = useText();
  const format = useFormat();
  const goal =
    drive.targetAmount == null || drive.targetKind === 'none'
      ? null
      : drive.targetKind === 'total'
        ? drive.targetAmount
        : drive.targetAmount * drive.members;
  return (
    <FiguresStrip
      label={drive.name}
      figures={[
        {
          key: 'rate',
          label: t('dues.drive.given'),
          value: format.percent(drive.given, drive.members) || '…',
          unit: t('dues.drive.ofMembers', {
            given: format.count(drive.given),
            members: format.count(drive.members),
          }),
          onOpen: () => set({ tab: 'gifts' }),
        },
        {
          key: 'missing',
          label: t('dues.drive.missing'),
          value: format.count(drive.missing),
          onOpen: () => set({ tab: 'missing' }),
          ...(drive.missing > 0 ? { tone: 'warn' as const } : {}),
        },
        {
          key: 'amount',
          label: t('dues.drive.amount'),
          value: format.money(drive.amount),
          note: goal === null ? inWords : t('dues.drive.goal', { amount: format.money(goal) }),
          onOpen: () => set({ tab: 'gifts' }),
        },
        {
          key: 'unbooked',
          label: t('dues.drive.unbooked'),
          value: format.money(drive.unbooked),
          onOpen: () => set({ tab: 'gifts', booked: 'no' }),
        },
        {
          key: 'outsiders',
          label: t('dues.drive.outsiders'),
          value: format.count(drive.outsiders),
          onOpen: () => set({ tab: 'gifts' }),
        },
      ]}
    />
  );
}

function Departments({ data, set }: { data: DriveData; set: Set }) {
  const t = useText();
  const format = useFormat();
  return (
    <PlainTable
      framed
      caption={t('dues.drive.tabs.departments')}
      rows={data.departments}
      rowKey={(row) => row.id ?? 0}
      totals={{
        members: format.count(data.drive.members),
        given: format.count(data.drive.given),
        missing: format.count(data.drive.missing),
        rate: format.percent(data.drive.given, data.drive.members),
        amount: format.money(data.drive.amount),
      }}
      columns={[
        {
          key: 'name',
          header: t('dues.field.departmentId'),
          cell: (row) => <span className="so-strong">{row.name ?? t('dues.noDepartment')}</span>,
        },
        {
          key: 'members',
          header: t('dues.field.people'),
          width: 110,
          align: 'right',
          cell: (row) => format.count(row.members),
        },
        {
          key: 'given',
          header: t('dues.drive.given'),
          width: 120,
          align: 'right',
          cell: (row) => format.count(row.given),
        },
        {
          key: 'missing',
          header: t('dues.drive.missing'),
          width: 130,
          align: 'right',
          cell: (row) =>
            row.missing === 0 ? (
              '0'
            ) : (
              <button
                type="button"
                className="so-figure"
                onClick={() => set({ tab: 'missing', department: row.id === null ? null : String(row.id) })}
              >
                {format.count(row.missing)}
              </button>
            ),
        },
        {
          key: 'rate',
          header: t('dues.drive.rate'),
          width: 90,
          align: 'right',
          cell: (row) => format.percent(row.given, row.members),
        },
        {
          key: 'amount',
          header: t('dues.drive.amount'),
          width: 140,
          align: 'right',
          cell: (row) => format.money(row.amount),
        },
      ]}
    />
  );
}

function About({ data: { drive, fundName, earmarkName, vouchers } }: { data: DriveData }) {
  const t = useText();
  const format = useFormat();
  return (
    <Facts
      items={[
        { label: t('dues.field.launchedBy'), value: drive.launchedBy },
        { label: t('dues.field.launchedOn'), value: format.date(drive.launchedOn) },
        { label: t('dues.field.cutOff'), value: format.date(drive.cutOff) },
        { label: t('dues.field.fundId'), value: fundName },
        { label: t('dues.field.earmarkId'), value: earmarkName },
        { label: t('dues.field.purpose'), value: drive.purpose },
        {
          label: t('dues.field.number'),
          value: vouchers.map((one) => `${one.code}: ${format.money(one.amount)}`).join('; ') || null,
        },
        { label: t('dues.field.note'), value: drive.note },
      ]}
    />
  );
}
