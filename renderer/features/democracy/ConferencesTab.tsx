/** Staff conferences of a year: one row for each part that has to hold one, the missing ones named. */
import { CalendarCheck2, ListChecks, Pencil, Settings2, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import {
  type Action,
  type Column,
  DataTable,
  Drawer,
  EmptyState,
  ErrorState,
  FiguresStrip,
  IconButton,
  LoadingBars,
  Note,
  Page,
  rowsSource,
  type StripFigure,
  Tag,
  useColumns,
  useFormat,
  useShortcuts,
} from '../../ui';
import type { OpinionsTabProps } from '../opinions/OpinionsPage';
import { useYear } from '../opinions/useOpinions';
import { ConferenceForm } from './ConferenceForm';
import { ManyForm, ScopeForm } from './ConferenceForms';
import { useListPaper } from './RecordsTab';

export type Board = OutputOf<'democracy.conferences'>;
export type Place = Board['rows'][number];
/** The part whose conference is recorded; 'whole': the office's own. */
type Open = number | 'whole' | 'many' | 'scope' | null;

/** More names than these are told by the list. */
const NAMED = 12;

export function ConferencesTab({ frame, params, set }: OpinionsTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const { year: chosen, chooser } = useYear({ params, set }, false);
  const year = chosen!;
  const query = useQueryOp('democracy.conferences', { year }, { keep: true });
  const board = query.data;
  const [opened, setOpen] = useState<Open>(null);
  const asked = Number(params.get('conference')) || null;
  const of = board?.rows.find((row) => row.conference?.id === asked)?.orgUnitId;
  const open = opened ?? (asked === null ? null : (of ?? (board?.whole?.id === asked ? 'whole' : null)));
  const close = () => {
    setOpen(null);
    set({ conference: null });
  };
  const many = () => setOpen('many');
  useShortcuts({ 'Ctrl+N': many });
  const paper = useListPaper('conferences', year);
  const actions: Action[] = [paper.pdf];
  const more: Action[] = [
    paper.excel,
    {
      key: 'whole',
      label: t('democracy.conference.wholeHeld'),
      icon: Users,
      onClick: () => setOpen('whole'),
    },
    {
      key: 'scope',
      label: t('democracy.conference.scope'),
      icon: Settings2,
      onClick: () => setOpen('scope'),
    },
  ];
  const add = {
    key: 'many',
    label: t('democracy.conference.recordMany'),
    icon: ListChecks,
    keys: 'Ctrl N',
    onClick: many,
  };
  const empty = board !== undefined && board.rows.length === 0;
  return (
    <Page
      {...frame}
      fill={!empty}
      extra={chooser}
      {...(empty ? {} : { primary: add, actions })}
      more={empty ? more.slice(2) : more}
      toolbar={board && !empty ? <Summary board={board} /> : undefined}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!board && !query.error && <LoadingBars />}
      {empty && (
        <EmptyState
          icon={CalendarCheck2}
          title={t('democracy.conference.empty')}
          primary={{
            key: 'organisation',
            label: t('democracy.conference.toOrganisation'),
            onClick: () => navigate('/organisation'),
          }}
        >
          {t('democracy.conference.emptyBody')}
        </EmptyState>
      )}
      {board && !empty && <Places board={board} onOpen={setOpen} />}
      {board && <Drawers board={board} year={year} open={open} onClose={close} />}
    </Page>
  );
}

function Places({ board, onOpen }: { board: Board; onOpen(unit: number): void }) {
  const t = useText();
  return (
    <DataTable<Place>
      label={t('opinions.tabs.conferences')}
      source={rowsSource(board.rows)}
      columns={useColumns('democracy-conferences', usePlaceColumns(onOpen))}
      rowKey={(row) => row.orgUnitId}
      rowLabel={(row) => row.name}
      onOpen={(row) => onOpen(row.orgUnitId)}
      empty={null}
    />
  );
}

function Drawers({
  board,
  year,
  open,
  onClose,
}: {
  board: Board;
  year: number;
  open: Open;
  onClose(): void;
}) {
  const t = useText();
  const place = typeof open === 'number' ? board.rows.find((row) => row.orgUnitId === open) : undefined;
  const whole = open === 'whole';
  return (
    <>
      <Drawer
        open={whole || place !== undefined}
        onClose={onClose}
        title={place?.name ?? t('democracy.conference.whole')}
        facts={`${t('democracy.conference.one')} ${year}`}
        width={480}
      >
        {(whole || place) && (
          <ConferenceForm
            key={`${open}:${year}`}
            year={year}
            orgUnitId={place?.orgUnitId ?? null}
            name={place?.name ?? t('democracy.conference.whole')}
            conference={whole ? board.whole : (place?.conference ?? null)}
            onDone={onClose}
          />
        )}
      </Drawer>
      <Drawer open={open === 'many'} onClose={onClose} title={t('democracy.conference.many')} width={440}>
        {open === 'many' && <ManyForm board={board} year={year} onDone={onClose} />}
      </Drawer>
      <Drawer open={open === 'scope'} onClose={onClose} title={t('democracy.conference.scopeTitle')}>
        {open === 'scope' && <ScopeForm board={board} year={year} onDone={onClose} />}
      </Drawer>
    </>
  );
}

function Summary({ board }: { board: Board }) {
  const t = useText();
  const format = useFormat();
  const left = board.missing.length;
  const figures: StripFigure[] = [
    {
      key: 'rate',
      label: t('democracy.conference.rate'),
      value: format.percent(board.held, board.units) ?? '–',
      unit: format.fraction(board.held, board.units),
      note: t('democracy.conference.asOf', { date: format.date(board.asOf) }),
    },
    {
      key: 'missing',
      label: t('democracy.conference.missing'),
      value: format.count(left),
      ...(left > 0 ? { tone: 'warn' as const } : {}),
    },
    { key: 'present', label: t('democracy.conference.present'), value: format.count(board.present) },
    {
      key: 'whole',
      label: t('democracy.conference.wholeHeld'),
      value: board.whole?.heldOn ? format.date(board.whole.heldOn) : t('democracy.conference.notYet'),
    },
  ];
  return (
    <div className="so-stack so-opinions-wide">
      <FiguresStrip figures={figures} label={t('democracy.conference.rate')} />
      {board.units > 0 && left === 0 && (
        <Note tone="ok" icon={CalendarCheck2}>
          {t('democracy.conference.complete')}
        </Note>
      )}
      {left > 0 && left <= NAMED && (
        <p className="so-caption so-opinions-missing" lang="vi">
          {t('democracy.conference.missingNames', { names: board.missing.join('; ') })}
        </p>
      )}
    </div>
  );
}

function usePlaceColumns(onOpen: (unit: number) => void): Column<Place>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('democracy.field.orgUnitId'),
        width: 300,
        required: true,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.name}
          </span>
        ),
        title: (row) => row.name,
      },
      {
        key: 'held',
        header: t('democracy.field.state'),
        width: 150,
        cell: ({ conference, open }) =>
          conference?.held ? (
            <Tag tone="ok">{t('democracy.conference.yes')}</Tag>
          ) : open ? (
            <Tag tone="warn">{t('democracy.conference.no')}</Tag>
          ) : (
            <Tag tone="neutral">{t('democracy.conference.closed')}</Tag>
          ),
      },
      {
        key: 'heldOn',
        header: t('democracy.field.heldOn'),
        width: 120,
        cell: (row) => row.conference?.heldOn && format.date(row.conference.heldOn),
      },
      {
        key: 'present',
        header: t('democracy.field.present'),
        width: 116,
        align: 'right',
        cell: ({ conference }) =>
          conference?.present == null
            ? null
            : conference.invited === null
              ? format.count(conference.present)
              : format.fraction(conference.present, conference.invited),
      },
      {
        key: 'chair',
        header: t('democracy.field.chair'),
        width: 170,
        hidden: true,
        cell: (row) => <span lang="vi">{row.conference?.chair}</span>,
      },
      {
        key: 'result',
        header: t('democracy.field.result'),
        width: 376,
        cell: ({ conference }) => <span lang="vi">{conference?.result ?? conference?.reason}</span>,
        title: ({ conference }) => conference?.result ?? conference?.reason ?? '',
      },
      {
        key: 'edit',
        header: '',
        width: 56,
        cell: (row) => (
          <IconButton
            icon={Pencil}
            size="small"
            label={`${t('democracy.conference.record')} ${row.name}`}
            onClick={() => onOpen(row.orgUnitId)}
          />
        ),
      },
    ],
    [t, format, onOpen],
  );
}
