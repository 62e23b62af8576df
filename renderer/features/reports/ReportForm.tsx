/** A new report, or the facts of one: what it tells of, its days, to whom it goes. */
import type { FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { OUTLINES, outlineIn, SUBJECTS } from '../../../shared/domain/reportOutlines';
import { REPORT_KINDS, type ReportKind, usualPeriod } from '../../../shared/domain/reports';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { DateField, FieldRow, RecordForm, SelectField, TextAreaField, TextField, todayIso } from '../../ui';

type Report = OutputOf<'reports.get'>;
type NewValues = Omit<InputOf<'reports.create'>, 'copyFrom' | 'model'> & { copyFrom: number };

const THIS_YEAR = Number(todayIso().slice(0, 4));
const YEARS = Array.from({ length: 12 }, (_, at) => THIS_YEAR + 1 - at);

const latest = (day: string, from: string, to: string) => (day < from || day > to ? to : day);

function useBeginning(kind: ReportKind, year: number) {
  const union = useQueryOp('reports.style', {}).data?.unionYear ?? true;
  const { from, to } = usualPeriod(kind, year, union);
  return { from, to, asOf: latest(todayIso(), from, to), subject: outlineIn(SUBJECTS[kind], year) };
}

/** What a report can begin from: the usual outline, outlines of the office, older reports of the kind. */
function useSources(kind: ReportKind) {
  const t = useText();
  const models = useQueryOp('reports.list', { models: true, limit: 50 }).data?.rows ?? [];
  const older = useQueryOp('reports.list', { kind, limit: 50 }).data?.rows ?? [];
  return [
    { value: 0, label: t('reports.usual') },
    ...models.map((row) => ({ value: row.id, label: t('reports.modelOf', { subject: row.subject }) })),
    ...older.map((row) => ({
      value: row.id,
      label: t('reports.ofYear', { subject: row.subject, year: row.year }),
    })),
  ];
}

export function ReportForm({ model, onDone }: { model: boolean; onDone(id: number | null): void }) {
  const t = useText();
  const [kind, setKind] = useState<ReportKind>('year');
  const [year, setYear] = useState(THIS_YEAR);
  const begin = useBeginning(kind, year);
  const sources = useSources(kind);
  const create = useCommandOp('reports.create', {
    failure: 'inline',
    done: () => t(model ? 'reports.modelMade' : 'reports.created'),
  });
  const save = async ({ copyFrom, ...values }: NewValues) => {
    const made = await create.run({ ...values, copyFrom: copyFrom || null, model });
    onDone(made.id);
  };
  return (
    <RecordForm<NewValues>
      draftKey={null}
      initial={{ kind, year, copyFrom: 0, addressee: null, ...begin }}
      onValues={(values) => {
        if (values.kind && values.kind !== kind) setKind(values.kind);
        if (values.year && values.year !== year) setYear(values.year);
      }}
      onCancel={() => onDone(null)}
      onSubmit={save}
    >
      {(form) => (
        <>
          <Follow form={form} begin={begin} />
          <FieldRow>
            <SelectField<ReportKind>
              name="kind"
              label={t('reports.field.kind')}
              required
              options={REPORT_KINDS.filter((one) => OUTLINES[one].length > 0).map((value) => ({
                value,
                label: t(`reports.kind.${value}`),
              }))}
            />
            <SelectField<number>
              name="year"
              label={t('reports.field.year')}
              required
              options={YEARS.map((value) => ({ value, label: String(value) }))}
            />
          </FieldRow>
          <SelectField<number> name="copyFrom" label={t('reports.field.copyFrom')} options={sources} />
          <TextAreaField name="subject" label={t('reports.field.subject')} required max={300} />
          <Days />
          <TextField name="addressee" label={t('reports.field.addressee')} optional max={200} />
        </>
      )}
    </RecordForm>
  );
}

/** Days and subject follow the kind and year that are chosen. */
function Follow({ form, begin }: { form: FormInstance<NewValues>; begin: ReturnType<typeof useBeginning> }) {
  const { from, to, asOf, subject } = begin;
  useEffect(() => {
    form.setFieldsValue({ from, to, asOf, subject });
  }, [form, from, to, asOf, subject]);
  return null;
}

function Days() {
  const t = useText();
  return (
    <>
      <FieldRow>
        <DateField name="from" label={t('reports.field.from')} precision="day" required />
        <DateField name="to" label={t('reports.field.to')} precision="day" required />
      </FieldRow>
      <DateField name="asOf" label={t('reports.field.asOf')} precision="day" required />
    </>
  );
}

type HeadValues = Omit<InputOf<'reports.update'>, 'id' | 'version'>;

export function HeadForm({ report, onDone }: { report: Report; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('reports.update', { failure: 'inline', done: () => t('reports.saved') });
  const { subject, from, to, asOf, addressee, recipients, onDate } = report;
  return (
    <RecordForm<HeadValues>
      draftKey={`report:${report.id}`}
      initial={{ subject, from, to, asOf, addressee, recipients, onDate }}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, id: report.id, version: report.version });
        onDone();
      }}
    >
      <TextAreaField name="subject" label={t('reports.field.subject')} required max={300} autoFocus />
      <Days />
      <TextField name="addressee" label={t('reports.field.addressee')} optional max={200} />
      <TextAreaField
        name="recipients"
        label={t('reports.field.recipients')}
        hint={t('reports.field.recipientsHint')}
        optional
        max={1000}
      />
      <DateField name="onDate" label={t('reports.field.onDate')} precision="day" optional />
    </RecordForm>
  );
}
