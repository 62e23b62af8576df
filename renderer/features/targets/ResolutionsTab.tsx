/** Resolutions with their targets, and which congress belongs to which term. */
import { Goal, PencilLine, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { congressReadings, toRoman } from '../../../shared/domain/congressTerms';
import { RESOLUTION_LEVELS } from '../../../shared/domain/targets';
import { type Translate, useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  CountField,
  DateField,
  Drawer,
  EmptyState,
  ErrorState,
  FieldRow,
  FigureLink,
  IconButton,
  LoadingBars,
  Note,
  Page,
  PlainTable,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
  useFormat,
  useShortcuts,
} from '../../ui';
import type { TargetsTabProps } from './TargetsPage';
import type { ResolutionRow } from './words';

type Congress = OutputOf<'targets.congresses'>['rows'][number];
type Editing = { resolution: ResolutionRow | null } | { congress: Congress | null } | null;
type Finding = ResolutionRow['findings'][number];

/** "Có thể là: Đại hội XIII nhiệm kỳ 2023-2028 hoặc Đại hội XII nhiệm kỳ 2018-2023." */
const bothReadings = (t: Translate, finding: Finding): string =>
  t('targets.congress.either', {
    readings: congressReadings(finding)
      .map((one) => t('targets.congress.reading', one))
      .join(t('targets.congress.or')),
  });

function Warning({ finding }: { finding: Finding }) {
  const t = useText();
  const years = `${finding.fromYear}-${finding.toYear}`;
  return (
    <Note tone="warn" icon={TriangleAlert} title={t('targets.congress.warning', { years })}>
      {bothReadings(t, finding)}
    </Note>
  );
}

export function ResolutionsTab({ frame, params, set }: TargetsTabProps) {
  const t = useText();
  const [editing, setEditing] = useState<Editing>(null);
  const query = useQueryOp('targets.resolutions', {});
  const add = {
    ...{ key: 'add', label: t('targets.addResolution'), icon: Goal, keys: 'Ctrl N' },
    onClick: () => setEditing({ resolution: null }),
  };
  useShortcuts({ 'Ctrl+N': add.onClick });
  const asked = params.get('new');
  useEffect(() => {
    if (asked === null) return;
    setEditing({ resolution: null });
    set({ new: null });
  }, [asked, set]);
  const close = () => setEditing(null);
  return (
    <Page {...frame} primary={add}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={5} />}
      {query.data && (
        <div className="so-stack">
          {query.data.rows.length === 0 ? (
            <EmptyState icon={Goal} title={t('targets.noResolution')} primary={add}>
              {t('targets.noResolutionBody')}
            </EmptyState>
          ) : (
            <ResolutionTable
              rows={query.data.rows}
              onEdit={(resolution) => setEditing({ resolution })}
              set={set}
            />
          )}
          <Congresses onEdit={(congress) => setEditing({ congress })} />
        </div>
      )}
      <Drawer open={editing !== null} onClose={close} title={titleOf(t, editing)} width={520}>
        {editing && 'resolution' in editing && (
          <ResolutionForm resolution={editing.resolution} onDone={close} />
        )}
        {editing && 'congress' in editing && <CongressForm congress={editing.congress} onDone={close} />}
      </Drawer>
    </Page>
  );
}

function titleOf(t: Translate, editing: Editing): string {
  if (editing === null) return '';
  if ('resolution' in editing)
    return t(editing.resolution === null ? 'targets.addResolution' : 'targets.editResolution');
  return t(editing.congress === null ? 'targets.congress.add' : 'targets.congress.edit');
}

function ResolutionTable({
  rows,
  onEdit,
  set,
}: {
  rows: readonly ResolutionRow[];
  onEdit(row: ResolutionRow): void;
  set: TargetsTabProps['set'];
}) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('targets.trashResolutions', { done: () => t('targets.trashedResolution') });
  return (
    <PlainTable
      framed
      caption={t('targets.tabs.resolutions')}
      rows={rows}
      rowKey={(row) => row.id}
      extra={(row) =>
        row.findings.length === 0
          ? null
          : row.findings.map((finding) => <Warning key={finding.at} finding={finding} />)
      }
      columns={[
        {
          ...{ key: 'name', header: t('targets.field.name') },
          cell: (row) => (
            <span className="so-strong" lang="vi">
              {row.name}
            </span>
          ),
        },
        {
          ...{ key: 'level', header: t('targets.field.level'), width: 140 },
          cell: (row) => t(`targets.levels.${row.level}`),
        },
        {
          ...{ key: 'number', header: t('targets.field.number'), width: 120 },
          cell: (row) => <span lang="vi">{row.number}</span>,
        },
        {
          ...{ key: 'on', header: t('targets.field.passedOn'), width: 110 },
          cell: (row) => (row.passedOn ? format.date(row.passedOn) : ''),
        },
        {
          ...{ key: 'term', header: t('targets.field.termYears'), width: 100 },
          cell: (row) => (row.fromYear === row.toYear ? row.fromYear : `${row.fromYear}–${row.toYear}`),
        },
        {
          ...{ key: 'targets', header: t('targets.field.targets'), width: 96, align: 'right' },
          cell: (row) => (
            <FigureLink
              label={row.name}
              onOpen={() => set({ tab: null, year: 'term', q: row.name.slice(0, 80) })}
            >
              {format.count(row.targets)}
            </FigureLink>
          ),
        },
        {
          ...{ key: 'tools', header: '', width: 76 },
          cell: (row) => (
            <span className="so-row">
              <IconButton
                {...{ icon: PencilLine, size: 'small', label: t('targets.editResolution') }}
                onClick={() => onEdit(row)}
              />
              <IconButton
                {...{ icon: Trash2, size: 'small', label: t('targets.trash') }}
                onClick={() => trash.fire({ ids: [row.id] })}
              />
            </span>
          ),
        },
      ]}
    />
  );
}

type ResolutionValues = Omit<InputOf<'targets.saveResolution'>, 'id' | 'version'>;

const YEARS = Array.from({ length: 60 }, (_, at) => Number(todayIso().slice(0, 4)) + 8 - at);

function YearField({ name, label }: { name: string; label: string }) {
  return (
    <SelectField<number>
      name={name}
      label={label}
      required
      options={YEARS.map((value) => ({ value, label: String(value) }))}
    />
  );
}

/** A name that does not say its years is read with those typed beside it. */
function useFinding(values: Partial<ResolutionValues>): Finding | undefined {
  const { name = '', fromYear, toYear } = values;
  const told = /(19|20)\d\d\s*[-–—/]\s*(19|20)\d\d/.test(name) ? name : `${name} ${fromYear}-${toYear}`;
  return useQueryOp('targets.checkTerms', { text: told }, { enabled: name.length > 5, keep: true }).data
    ?.findings[0];
}

function ResolutionForm({ resolution, onDone }: { resolution: ResolutionRow | null; onDone(): void }) {
  const t = useText();
  const year = Number(todayIso().slice(0, 4));
  const [values, setValues] = useState<Partial<ResolutionValues>>(
    resolution ?? { level: 'unit', fromYear: year, toYear: year },
  );
  const finding = useFinding(values);
  const save = useCommandOp('targets.saveResolution', {
    failure: 'inline',
    done: () => t('targets.savedResolution'),
  });
  return (
    <RecordForm<ResolutionValues>
      draftKey={`resolution:${resolution?.id ?? 'new'}`}
      initial={values}
      onValues={setValues}
      onCancel={onDone}
      onSubmit={async ({ name, level, body, number, passedOn, fromYear, toYear, note }) => {
        await save.run({
          ...{ id: resolution?.id ?? null, version: resolution?.version ?? null },
          ...{ name, level, fromYear, toYear, body: body ?? null, number: number ?? null },
          ...{ passedOn: passedOn ?? null, note: note ?? null },
        });
        onDone();
      }}
    >
      {(form) => (
        <>
          <TextAreaField name="name" label={t('targets.field.name')} required max={300} autoFocus />
          <TermInName
            values={values}
            onTake={(years) => {
              form.setFieldsValue(years);
              setValues({ ...values, ...years });
            }}
          />
          <FieldRow>
            <YearField name="fromYear" label={t('targets.field.fromYear')} />
            <YearField name="toYear" label={t('targets.field.toYear')} />
          </FieldRow>
          {finding && <Warning finding={finding} />}
          <FieldRow>
            <SelectField
              name="level"
              label={t('targets.field.level')}
              required
              options={RESOLUTION_LEVELS.map((value) => ({ value, label: t(`targets.levels.${value}`) }))}
            />
            <TextField name="body" label={t('targets.field.body')} optional max={200} />
          </FieldRow>
          <FieldRow>
            <TextField name="number" label={t('targets.field.number')} optional max={60} />
            <DateField name="passedOn" label={t('targets.field.passedOn')} precision="partial" optional />
          </FieldRow>
          <TextAreaField name="note" label={t('targets.field.note')} optional max={2000} />
        </>
      )}
    </RecordForm>
  );
}

/** The years a resolution's name tells, where the form holds others: "nhiệm kỳ 2025-2030". */
function TermInName({
  values,
  onTake,
}: {
  values: Partial<ResolutionValues>;
  onTake(years: { fromYear: number; toYear: number }): void;
}) {
  const t = useText();
  const [, from, to] = /((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)/.exec(values.name ?? '') ?? [];
  const years = { fromYear: Number(from), toYear: Number(to) };
  const known = years.fromYear === values.fromYear && years.toYear === values.toYear;
  if (!from || known || years.toYear < years.fromYear) return null;
  return (
    <p className="so-caption">
      <button type="button" className="so-linklike" onClick={() => onTake(years)}>
        {t('targets.takeTerm', { term: `${from}–${to}` })}
      </button>
    </p>
  );
}

function Congresses({ onEdit }: { onEdit(congress: Congress | null): void }) {
  const t = useText();
  const rows = useQueryOp('targets.congresses', {}).data?.rows ?? [];
  const trash = useCommandOp('targets.trashCongresses', { done: () => t('targets.congress.trashed') });
  return (
    <details className="so-targets-congress">
      <summary>{t('targets.congress.title')}</summary>
      <div className="so-row">
        <p className="so-caption">{t('targets.congress.body')}</p>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{ key: 'add', label: t('targets.congress.add'), icon: Plus, onClick: () => onEdit(null) }}
        />
      </div>
      <PlainTable
        framed
        caption={t('targets.congress.title')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            ...{ key: 'body', header: t('targets.congress.of') },
            cell: (row) => <span lang="vi">{row.body}</span>,
          },
          {
            ...{ key: 'number', header: t('targets.congress.number'), width: 160 },
            cell: (row) => toRoman(row.number),
          },
          {
            ...{ key: 'years', header: t('targets.field.termYears'), width: 160 },
            cell: (row) => `${row.fromYear}–${row.toYear}`,
          },
          {
            ...{ key: 'tools', header: '', width: 76 },
            cell: (row) => (
              <span className="so-row">
                <IconButton
                  {...{ icon: PencilLine, size: 'small', label: t('targets.congress.edit') }}
                  onClick={() => onEdit(row)}
                />
                <IconButton
                  {...{ icon: Trash2, size: 'small', label: t('targets.trash') }}
                  onClick={() => trash.fire({ ids: [row.id] })}
                />
              </span>
            ),
          },
        ]}
      />
    </details>
  );
}

function CongressForm({ congress, onDone }: { congress: Congress | null; onDone(): void }) {
  const t = useText();
  type Values = Omit<Congress, 'id' | 'version'>;
  const save = useCommandOp('targets.saveCongress', {
    failure: 'inline',
    done: (_, input) => t('targets.congress.saved', { name: input.body }),
  });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={congress ?? {}}
      onCancel={onDone}
      onSubmit={async ({ body, number, fromYear, toYear }) => {
        await save.run({
          ...{ id: congress?.id ?? null, version: congress?.version ?? null },
          ...{ body, number, fromYear, toYear },
        });
        onDone();
      }}
    >
      <TextField name="body" label={t('targets.congress.of')} required max={120} autoFocus />
      <CountField name="number" label={t('targets.congress.number')} required min={1} max={99} />
      <FieldRow>
        <YearField name="fromYear" label={t('targets.field.fromYear')} />
        <YearField name="toYear" label={t('targets.field.toYear')} />
      </FieldRow>
    </RecordForm>
  );
}
