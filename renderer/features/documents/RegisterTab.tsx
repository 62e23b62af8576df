/** One side of the register: a list by year, type and state, and the book on paper. */
import { Select } from 'antd';
import { ChevronDown, FileInput, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  DOCUMENT_CHECKS,
  type DocumentCheck,
  type DocumentDirection,
} from '../../../shared/domain/documents';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  ConditionChips,
  Drawer,
  EmptyState,
  Icon,
  ListTable,
  Page,
  SearchField,
  todayIso,
  useColumns,
  usePagedOp,
  useShortcuts,
} from '../../ui';
import { DocumentForm } from './DocumentForm';
import type { DocumentsTabProps } from './DocumentsPage';
import { useRegisterColumns } from './registerColumns';
import { useTypeName } from './words';

type Props = DocumentsTabProps & { direction: DocumentDirection };

const INCOMING_CHECKS = ['open', 'soon', 'overdue', 'noFile'] as const;
const OUTGOING_CHECKS = ['reserved', 'void', 'noFile'] as const;

export function RegisterTab({ direction, frame, params, set }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const { year, chooser } = useYear({ direction, params, set });
  const check = DOCUMENT_CHECKS.find((key) => key === params.get('check')) ?? null;
  const typeId = Number(params.get('type')) || null;
  const search = params.get('q') ?? '';
  const waiting = check === 'overdue' || check === 'soon' || check === 'open';
  const source = usePagedOp('documents.list', {
    ...{ direction, search, typeId, check },
    year: waiting ? null : year,
  });
  const columns = useColumns(`documents-${direction}`, useRegisterColumns(direction));
  const add = {
    key: 'add',
    label: t(`documents.add.${direction}`),
    icon: direction === 'out' ? FileText : FileInput,
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
  const book = useBook(direction, year ?? Number(todayIso().slice(0, 4)), typeId);
  const clear = () => set({ q: null, check: null, type: null });
  return (
    <Page
      {...frame}
      fill
      extra={chooser}
      primary={add}
      actions={[book.pdf]}
      more={[book.excel]}
      toolbar={<Conditions direction={direction} search={search} typeId={typeId} check={check} set={set} />}
    >
      <ListTable
        label={t(`documents.tabs.${direction}`)}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => [row.code, row.subject].filter(Boolean).join(' ')}
        onOpen={(row) => navigate(`/documents/${row.id}`)}
        filtered={(search !== '' || check !== null || typeId !== null) && { chips: [], clear }}
        empty={
          <EmptyState icon={FileText} title={t(`documents.empty.${direction}`)} primary={add}>
            {t(`documents.empty.${direction}Body`)}
          </EmptyState>
        }
      />
      <Drawer open={adding} onClose={() => setAdding(false)} title={add.label} width={560}>
        {adding && (
          <DocumentForm
            direction={direction}
            document={null}
            onDone={(id) => {
              setAdding(false);
              if (id !== null) navigate(`/documents/${id}`);
            }}
          />
        )}
      </Drawer>
    </Page>
  );
}

function Conditions({
  direction,
  search,
  typeId,
  check,
  set,
}: Pick<Props, 'direction' | 'set'> & {
  search: string;
  typeId: number | null;
  check: DocumentCheck | null;
}) {
  const t = useText();
  const checks = direction === 'in' ? INCOMING_CHECKS : OUTGOING_CHECKS;
  return (
    <>
      <SearchField
        value={search}
        onChange={(q) => set({ q })}
        placeholder={t('documents.searchHint')}
        width={280}
      />
      <TypeSelect value={typeId} onChange={(id) => set({ type: id === null ? null : String(id) })} />
      <ConditionChips
        label={t('documents.checksLabel')}
        value={check}
        onChange={(key) => set({ check: key })}
        all={t('documents.all')}
        items={checks.map((key) => ({ key, label: t(`documents.checks.${key}`) }))}
      />
    </>
  );
}

function useBook(direction: DocumentDirection, year: number, typeId: number | null) {
  const t = useText();
  const job = useJobOp('documents.register', { done: null });
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job.run({ direction, year, typeId, format }).then(saveFile, () => undefined);
  return {
    pdf: {
      key: 'pdf',
      label: t('documents.print'),
      icon: Printer,
      running: job.running,
      onClick: make('pdf'),
    },
    excel: { key: 'excel', label: t('documents.excel'), icon: FileSpreadsheet, onClick: make('xlsx') },
  };
}

function useYear({ direction, params, set }: Pick<Props, 'direction' | 'params' | 'set'>) {
  const t = useText();
  const now = Number(todayIso().slice(0, 4));
  const known = useQueryOp('documents.years', { direction }).data?.rows.map((row) => row.year) ?? [];
  const text = params.get('year') ?? '';
  const year = text === 'all' ? null : /^(19|20)\d\d$/.test(text) ? Number(text) : now;
  const years = [...new Set([now, ...known, ...(year === null ? [] : [year])])].sort((a, b) => b - a);
  const chooser = (
    <Select<number | 'all'>
      className="so-documents-year"
      aria-label={t('documents.allYears')}
      value={year ?? 'all'}
      onChange={(chosen) => set({ year: chosen === now ? null : String(chosen) })}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        ...years.map((value) => ({ value, label: t('documents.yearIs', { year: value }) })),
        { value: 'all' as const, label: t('documents.allYears') },
      ]}
    />
  );
  return { year, chooser };
}

function TypeSelect({ value, onChange }: { value: number | null; onChange(id: number | null): void }) {
  const t = useText();
  const nameOf = useTypeName();
  const rows = useQueryOp('documents.types', {}).data?.rows ?? [];
  return (
    <Select<number>
      className="so-documents-type"
      aria-label={t('documents.field.typeId')}
      value={value ?? 0}
      onChange={(id) => onChange(id || null)}
      suffixIcon={<Icon of={ChevronDown} />}
      options={[
        { value: 0, label: t('documents.allTypes') },
        ...rows.map((type) => ({ value: type.id, label: nameOf(type) })),
      ]}
    />
  );
}
