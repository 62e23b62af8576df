import { BookMarked, Sheet } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { AWARD_LEVELS, AWARD_SIDES, RECIPIENT_KINDS } from '../../../shared/domain/awards';
import { saveFile, useJobOp, useQueryOp, useText } from '../../client';
import {
  type Column,
  ColumnChooser,
  DataTable,
  EmptyState,
  type FilterChip,
  FilterChips,
  FilteredEmpty,
  Page,
  ProgressPanel,
  SearchField,
  Tag,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../ui';
import { type AwardsFrame, useAwardParams } from './AwardsPage';
import { PeriodSelect, periodOf, usePeriodText } from './PeriodSelect';
import { UnitSelect, useUnitFacts } from './UnitSelect';
import { useAwardWords } from './words';

type Row = OutputOf<'awards.register'>['rows'][number];

function useRegisterInput() {
  const { params, set } = useAwardParams();
  const number = (key: string) => {
    const value = Number(params.get(key));
    return Number.isInteger(value) && value > 0 ? value : null;
  };
  const input = {
    ...periodOf(params),
    side: AWARD_SIDES.find((one) => one === params.get('side')) ?? null,
    level: AWARD_LEVELS.find((one) => one === params.get('level')) ?? null,
    kind: RECIPIENT_KINDS.find((one) => one === params.get('kind')) ?? null,
    formId: number('form'),
    memberId: number('member'),
    orgUnitId: number('unit'),
    search: params.get('q') ?? '',
  };
  return { input, set };
}

/** The register of a year (sổ khen thưởng), and the records behind the figures of the table. */
export function RegisterTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { input, set } = useRegisterInput();
  const source = usePagedOp('awards.register', input);
  const columns = useRegisterColumns();
  const chips = useChips(input, set);
  const unit = useUnitFacts(input);
  const period = usePeriodText()(input, format.date);
  const files = useRegisterFiles(input);
  const total = source.total ?? 0;
  const clear = () =>
    set({ q: null, side: null, level: null, kind: null, form: null, member: null, unit: null });
  return (
    <Page
      {...frame}
      fill
      facts={[t('awards.register.count', { count: total, figure: format.count(total) }), ...unit.facts]}
      actions={total > 0 ? [files.xlsx] : []}
      more={total > 0 ? [files.csv] : []}
      toolbar={
        <>
          <SearchField
            value={input.search}
            onChange={(q) => set({ q })}
            placeholder={t('awards.register.searchHint')}
            width={270}
          />
          <PeriodSelect period={input} />
          <UnitSelect value={input.orgUnitId} onChange={(unit) => set({ unit })} />
          <FilterChips chips={chips} onClear={clear} />
          <span className="so-push" />
          <ColumnChooser layout={columns} />
        </>
      }
    >
      {files.progress && (
        <ProgressPanel
          title={t('awards.register.making')}
          progress={files.progress}
          onStop={files.cancel}
          stopping={files.stopping}
        />
      )}
      <DataTable
        label={t('awards.tabs.register')}
        source={source}
        columns={columns}
        rowKey={(row) => row.key}
        rowLabel={(row) => row.name ?? row.form}
        onOpen={(row) => navigate(`/awards/${row.decisionId}`)}
        empty={
          input.search || chips.length > 0 ? (
            <FilteredEmpty
              conditions={chips.map((chip) => ({
                label: `${chip.label}: ${chip.value}`,
                onRemove: chip.onRemove,
              }))}
              onClear={clear}
            />
          ) : unit.name !== null ? (
            <EmptyState icon={BookMarked} title={t('awardHistory.noneOfUnit', { name: unit.name, period })}>
              {t('awardHistory.noneOfUnitBody')}
            </EmptyState>
          ) : (
            <EmptyState icon={BookMarked} title={t('awards.register.empty', { period })}>
              {t('awards.register.emptyBody')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function useRegisterFiles(input: ReturnType<typeof useRegisterInput>['input']) {
  const t = useText();
  const done = { done: () => t('awards.register.exported') };
  const xlsx = useJobOp('awards.registerXlsx', done);
  const csv = useJobOp('awards.registerCsv', done);
  const save = async (job: typeof xlsx | typeof csv) => {
    const file = await job.run(input).catch(() => null);
    if (file) await saveFile(file);
  };
  const running = csv.running ? csv : xlsx;
  return {
    xlsx: { key: 'xlsx', label: t('awards.register.xlsx'), icon: Sheet, onClick: () => void save(xlsx) },
    csv: { key: 'csv', label: t('awardHistory.csv'), icon: Sheet, onClick: () => void save(csv) },
    ...{ progress: running.progress, cancel: running.cancel, stopping: running.stopping },
  };
}

function useChips(
  input: ReturnType<typeof useRegisterInput>['input'],
  set: ReturnType<typeof useRegisterInput>['set'],
): FilterChip[] {
  const t = useText();
  const words = useAwardWords();
  const forms = useQueryOp('awards.forms', {}, { enabled: input.formId !== null }).data?.rows;
  const chip = (key: string, label: string, value: string): FilterChip => ({
    key,
    label,
    value,
    onRemove: () => set({ [key]: null }),
  });
  const form = forms?.find((row) => row.id === input.formId);
  return [
    ...(input.side ? [chip('side', t('awards.table.side'), t(`awards.sides.${input.side}`))] : []),
    ...(input.level ? [chip('level', t('awards.register.onlyLevel'), words.level(input.level))] : []),
    ...(input.formId !== null
      ? [
          chip(
            'form',
            t('awards.register.onlyForm'),
            form ? words.formName({ form: form.name, formEn: form.nameEn }) : '…',
          ),
        ]
      : []),
    ...(input.kind ? [chip('kind', t('awards.register.onlyKind'), t(`awards.kinds.${input.kind}`))] : []),
    ...(input.memberId !== null
      ? [chip('member', t('awards.register.onlyMember'), t('awards.register.oneMember'))]
      : []),
  ];
}

function useRegisterColumns() {
  const t = useText();
  const format = useFormat();
  const words = useAwardWords();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        key: 'register',
        header: t('awards.col.register'),
        required: true,
        width: 82,
        cell: (row) => row.register ?? '',
      },
      {
        key: 'name',
        header: t('awards.col.name'),
        width: 180,
        cell: (row) =>
          row.name === null ? (
            <span className="so-muted">
              {t('awards.register.nameless', {
                count: row.amount,
                figure: format.count(row.amount),
                kind: t(`awards.ofKind.${row.kind}`),
              })}
            </span>
          ) : (
            <span className="so-strong">{row.name}</span>
          ),
        title: (row) => row.name ?? '',
      },
      {
        key: 'post',
        header: t('awards.col.post'),
        width: 146,
        cell: (row) => row.post ?? '',
        title: (row) => row.post ?? '',
      },
      {
        key: 'form',
        header: t('awards.col.form'),
        width: 150,
        cell: (row) => words.formName(row),
        title: (row) => words.formName(row),
      },
      {
        key: 'level',
        header: t('awards.col.level'),
        width: 126,
        cell: (row) => words.level(row.level),
        title: (row) => words.level(row.level),
      },
      { key: 'number', header: t('awards.col.number'), width: 112, cell: (row) => row.number ?? '' },
      { key: 'date', header: t('awards.col.date'), width: 94, cell: (row) => format.date(row.decidedOn) },
      {
        key: 'money',
        private: true,
        header: t('awards.col.money'),
        width: 122,
        align: 'right',
        cell: (row) => (row.money === null ? '' : format.count(row.money)),
      },
      {
        key: 'state',
        header: t('batches.col.state'),
        width: 116,
        title: (row) =>
          row.voidedOn === null ? '' : t('batches.voidedOn', { date: format.date(row.voidedOn) }),
        cell: (row) => (
          <>
            {row.copy > 0 && <Tag tone="line">{t('batches.copy', { count: row.copy })}</Tag>}
            {row.voidedOn !== null && <Tag tone="bad">{t('batches.voided')}</Tag>}
          </>
        ),
      },
      {
        key: 'prints',
        header: t('awards.col.prints'),
        width: 62,
        hidden: true,
        align: 'right',
        cell: (row) => (row.name === null ? '' : format.count(row.prints)),
      },
      {
        key: 'occasion',
        header: t('awards.col.occasion'),
        width: 300,
        hidden: true,
        cell: (row) => row.reasonText ?? '',
        title: (row) => row.reasonText ?? '',
      },
    ],
    [t, format, words],
  );
  return useColumns('award-register', columns);
}
