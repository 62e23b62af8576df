/** Files by number and step; the people in them are covered until opened, each look is logged. */
import { Select } from 'antd';
import { ChevronDown, Eye, EyeOff, Flag, Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { PARTY_CHECKS, PARTY_STAGES } from '../../../shared/domain/party';
import { invoke, useQueryOp, useText } from '../../client';
import {
  type Action,
  type Column,
  ConditionChips,
  Drawer,
  EmptyState,
  Icon,
  ListTable,
  NameCell,
  Page,
  useColumns,
  useFormat,
  usePagedOp,
  useShortcuts,
} from '../../ui';
import { FileDrawer } from './FileDrawer';
import { NewFileForm } from './FileForms';
import { type PartyTabProps, YearSelect } from './PartyPage';
import { useRegister } from './RegisterDialog';
import { State } from './State';
import { type Opened, useOpened } from './useOpened';
import { fileNo, type MaskedFile, thisYear, useStageName } from './words';

const PAGE = 500;

export function FilesTab(props: PartyTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const overview = useQueryOp('party.overview', { year: thisYear() }).data;
  if (!overview?.enabled)
    return (
      <Page {...props.frame}>
        {overview && (
          <EmptyState
            icon={EyeOff}
            title={t('party.off.title')}
            primary={{ key: 'on', label: t('party.off.open'), onClick: () => navigate('/settings/privacy') }}
          >
            {t('party.off.body')}
          </EmptyState>
        )}
      </Page>
    );
  return <Files {...props} />;
}

function useConditions({ params, set }: Pick<PartyTabProps, 'params' | 'set'>) {
  const text = params.get('year') ?? '';
  const conditions = {
    check: PARTY_CHECKS.find((key) => key === params.get('check')) ?? null,
    reached: PARTY_STAGES.find((key) => key === params.get('reached')) ?? null,
    year: /^(19|20)\d\d$/.test(text) ? Number(text) : null,
  };
  const clear = () => set({ check: null, reached: null, year: null });
  return { conditions, clear, any: Object.values(conditions).some((value) => value !== null) };
}

function Files({ frame, params, set }: PartyTabProps) {
  const t = useText();
  const { conditions, clear, any } = useConditions({ params, set });
  const opened = useOpened();
  const [adding, setAdding] = useState(false);
  const source = usePagedOp('party.list', conditions);
  const columns = useColumns('party', useFileColumns(opened));
  const register = useRegister(conditions);
  const add: Action = {
    key: 'add',
    label: t('party.add'),
    icon: Plus,
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
  const reveal = async () => {
    const { data } = await invoke('party.list', { ...conditions, limit: PAGE });
    await opened.open(data.rows.map((row) => row.id));
  };
  const names: Action = opened.any
    ? { key: 'names', label: t('party.hide'), icon: EyeOff, onClick: opened.hide }
    : { key: 'names', label: t('party.reveal'), icon: Eye, onClick: () => void reveal() };
  const fileId = Number(params.get('file')) || null;
  return (
    <Page
      {...frame}
      fill
      primary={add}
      actions={source.total ? [names, register.action] : []}
      toolbar={<Conditions conditions={conditions} set={set} />}
    >
      <ListTable
        label={t('party.tabs.files')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('party.fileNo', { number: fileNo(row.number) })}
        onOpen={(row) => set({ file: String(row.id) })}
        filtered={any && { chips: [], clear }}
        empty={
          <EmptyState icon={Flag} title={t('party.empty.title')} primary={add}>
            {t('party.empty.body')}
          </EmptyState>
        }
      />
      <FileDrawer id={fileId} opened={opened} onClose={() => set({ file: null })} />
      <Drawer open={adding} onClose={() => setAdding(false)} title={t('party.add')} width={460}>
        {adding && (
          <NewFileForm
            onDone={(file) => {
              setAdding(false);
              if (!file) return;
              opened.keep(file);
              set({ file: String(file.id) });
            }}
          />
        )}
      </Drawer>
      {register.dialog}
    </Page>
  );
}

type Shown = ReturnType<typeof useConditions>['conditions'];

function Conditions({ conditions, set }: { conditions: Shown; set: PartyTabProps['set'] }) {
  const t = useText();
  const nameOf = useStageName();
  return (
    <>
      <Select<string>
        className="so-party-reached"
        aria-label={t('party.reached')}
        value={conditions.reached ?? ''}
        onChange={(reached) => set({ reached: reached || null })}
        suffixIcon={<Icon of={ChevronDown} />}
        options={[
          { value: '', label: t('party.anyStage') },
          ...PARTY_STAGES.map((stage) => ({ value: stage, label: nameOf(stage) })),
        ]}
      />
      <YearSelect
        any
        value={conditions.year}
        onChange={(year) => set({ year: year === null ? null : String(year) })}
      />
      <ConditionChips
        label={t('party.checksLabel')}
        value={conditions.check}
        onChange={(check) => set({ check })}
        all={t('party.all')}
        items={PARTY_CHECKS.map((key) => ({ key, label: t(`party.checks.${key}`) }))}
      />
    </>
  );
}

function useFileColumns(opened: Opened): Column<MaskedFile>[] {
  const t = useText();
  const format = useFormat();
  const nameOf = useStageName();
  return useMemo(
    () => [
      {
        key: 'number',
        header: t('party.field.number'),
        width: 56,
        required: true,
        cell: (row) => <span className="so-number">{fileNo(row.number)}</span>,
      },
      {
        key: 'member',
        header: t('party.field.member'),
        width: 170,
        required: true,
        cell: (row) => {
          const file = opened.get(row);
          return file ? <NameCell name={file.fullName} given={file.givenName} /> : <Covered />;
        },
      },
      {
        key: 'department',
        header: t('party.field.department'),
        width: 187,
        cell: (row) => {
          const file = opened.get(row);
          return file ? <span lang="vi">{file.department}</span> : <Covered />;
        },
      },
      { key: 'stage', header: t('party.field.stage'), width: 186, cell: (row) => nameOf(row.stage) },
      { key: 'since', header: t('party.field.since'), width: 72, cell: (row) => row.since },
      {
        key: 'next',
        header: t('party.field.next'),
        width: 186,
        cell: (row) => row.next && nameOf(row.next),
      },
      { key: 'due', header: t('party.field.due'), width: 96, cell: (row) => format.date(row.due) },
      { key: 'state', header: t('party.field.state'), width: 166, cell: (row) => <State row={row} /> },
    ],
    [t, format, nameOf, opened],
  );
}

function Covered() {
  const t = useText();
  return (
    <span className="so-muted">
      <span aria-hidden>••••••</span>
      <span className="so-sr">{t('ui.hiddenValue')}</span>
    </span>
  );
}
