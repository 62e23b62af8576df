/** The list of agreements: those in force first, with what each waits for. */
import { FileSpreadsheet, Handshake, Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { AGREEMENT_STATES } from '../../../shared/domain/agreements';
import { saveFile, useJobOp, useText } from '../../client';
import {
  type Column,
  ConditionChips,
  Drawer,
  EmptyState,
  ListTable,
  Page,
  SearchField,
  Tag,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../ui';
import { AgreementForm } from './AgreementForm';
import type { AgreementsTabProps } from './AgreementsPage';
import { type AgreementRow, StateTag, useAgreementWords } from './words';

const CHIPS = ['running', 'ended', 'upcoming', 'draft', 'closed'] as const;

export function ListTab({ frame, params, set }: AgreementsTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const search = params.get('q') ?? '';
  const state = AGREEMENT_STATES.find((key) => key === params.get('state')) ?? null;
  const overdue = params.get('check') === 'overdue';
  const source = usePagedOp('agreements.list', { search, state, overdue });
  const columns = useColumns('agreements', useListColumns());
  const add = {
    key: 'add',
    label: t('agreements.add'),
    icon: Handshake,
    keys: 'Ctrl N',
    onClick: () => setAdding(true),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  const asked = params.get('new');
  useEffect(() => {
    if (asked === null) return;
    setAdding(true);
    set({ new: null });
  }, [asked, set]);
  const paper = useJobOp('agreements.listPaper', { done: null });
  const print = (format: 'pdf' | 'xlsx') => () =>
    void paper.run({ state, format }).then(saveFile, () => undefined);
  const clear = () => set({ q: null, state: null, check: null });
  return (
    <Page
      {...frame}
      fill
      primary={add}
      actions={[
        {
          key: 'pdf',
          label: t('agreements.print'),
          icon: Printer,
          running: paper.running,
          onClick: print('pdf'),
        },
      ]}
      more={[{ key: 'xlsx', label: t('agreements.excel'), icon: FileSpreadsheet, onClick: print('xlsx') }]}
      toolbar={
        <>
          <SearchField
            value={search}
            onChange={(q) => set({ q })}
            placeholder={t('agreements.searchHint')}
            width={260}
          />
          <ConditionChips
            label={t('agreements.statesLabel')}
            value={overdue ? 'overdue' : state}
            onChange={(key) =>
              set(key === 'overdue' ? { state: null, check: 'overdue' } : { state: key, check: null })
            }
            all={t('agreements.all')}
            items={[
              ...CHIPS.map((key) => ({ key, label: t(`agreements.states.${key}`) })),
              { key: 'overdue' as const, label: t('agreements.onlyOverdue') },
            ]}
          />
        </>
      }
    >
      <ListTable
        label={t('agreements.title')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.title}
        onOpen={(row) => navigate(`/agreements/${row.id}`)}
        filtered={(search !== '' || state !== null || overdue) && { chips: [], clear }}
        empty={
          <EmptyState icon={Handshake} title={t('agreements.empty')} primary={add}>
            {t('agreements.emptyBody')}
          </EmptyState>
        }
      />
      <Drawer open={adding} onClose={() => setAdding(false)} title={add.label} width={600}>
        {adding && (
          <AgreementForm
            sheet={null}
            onDone={(id) => {
              setAdding(false);
              if (id !== null) navigate(`/agreements/${id}`);
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

function useListColumns(): Column<AgreementRow>[] {
  const t = useText();
  const format = useFormat();
  const words = useAgreementWords();
  return useMemo<Column<AgreementRow>[]>(
    () => [
      {
        key: 'title',
        header: t('agreements.col.title'),
        width: 300,
        required: true,
        cell: (row) => <span className="so-strong">{row.title}</span>,
        title: (row) => row.title,
      },
      {
        key: 'parties',
        header: t('agreements.col.parties'),
        width: 156,
        cell: (row) => row.parties.join('; '),
        title: (row) => row.parties.join('; '),
      },
      {
        key: 'signed',
        header: t('agreements.col.signed'),
        width: 92,
        cell: (row) => format.date(row.signedOn),
      },
      {
        key: 'period',
        header: t('agreements.col.period'),
        width: 90,
        cell: (row) => `${row.startsOn.slice(0, 4)}–${row.endsOn.slice(0, 4)}`,
        title: (row) => words.period(row),
      },
      { key: 'state', header: t('agreements.col.state'), width: 252, cell: (row) => <Standing row={row} /> },
      {
        key: 'kept',
        header: t('agreements.col.kept'),
        width: 118,
        cell: (row) => <Kept row={row} />,
      },
      {
        key: 'money',
        header: t('agreements.col.money'),
        width: 122,
        align: 'right',
        cell: (row) => words.money(row.money),
        title: (row) => words.money(row.money),
      },
    ],
    [t, format, words],
  );
}

function Standing({ row }: { row: AgreementRow }) {
  const t = useText();
  const year = row.state === 'running' && row.at !== null;
  return (
    <span className="so-row">
      <StateTag row={row} />
      {row.reminder !== null ? (
        <Tag tone="warn">{t('agreements.leftDays', { count: row.left })}</Tag>
      ) : (
        year && (
          <span className="so-muted">{t('agreements.yearAt', { at: row.at ?? 0, of: row.of ?? 0 })}</span>
        )
      )}
    </span>
  );
}

function Kept({ row }: { row: AgreementRow }) {
  const t = useText();
  if (row.commitments === 0) return null;
  return (
    <span className="so-row">
      <span className="so-number">
        {row.kept}/{row.commitments}
      </span>
      {row.overdue > 0 && row.state !== 'closed' && (
        <span className="so-agreements-late">{t('agreements.late', { count: row.overdue })}</span>
      )}
    </span>
  );
}
