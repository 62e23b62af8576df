/** A target, new or edited: its resolution, how it is counted, and what is asked of the term and of each year. */
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { INDICATORS } from '../../../shared/domain/indicators';
import { TARGET_COUNTINGS, TARGET_DIRECTIONS, TARGET_PERIODS } from '../../../shared/domain/targets';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  FieldRow,
  FormSection,
  RecordForm,
  ScoreField,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';

type Fields = Omit<InputOf<'targets.save'>, 'id' | 'version' | 'values' | 'percent'>;
type Asked = OutputOf<'targets.get'>['values'];
interface Values extends Fields {
  kind: 'count' | 'rate';
  termValue: number | null;
  /** By year, under 'y2026'. */
  years: Record<string, number | null>;
  /** Of the year in view. */
  months: Record<string, number | null>;
}
const PACES = { sum: ['linear', 'months', 'end'], level: ['always', 'end', 'months'] } as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => at);

interface TargetFormProps {
  target: OutputOf<'targets.get'>['target'] | null;
  /** What a new one belongs to, where there is no choice. */
  resolutionId?: number | null;
  values: Asked;
  /** The year in view; null: the term. */
  year: number | null;
  onDone(id: number | null): void;
}

function initialOf({ target, resolutionId, values: asked }: TargetFormProps, year: number): Partial<Values> {
  if (!target)
    return {
      ...(resolutionId == null ? {} : { resolutionId }),
      ...{ kind: 'count', direction: 'atLeast', counting: 'sum', pace: 'linear', period: 'calendar' },
      ...{ indicator: null, termValue: null, years: {}, months: {} },
    };
  const { percent, id: _i, version: _v, resolution: _r, ...fields } = target;
  const months = asked.find((row) => row.year === year)?.months ?? [];
  return {
    ...fields,
    kind: percent ? 'rate' : 'count',
    termValue: asked.find((row) => row.year === null)?.value ?? null,
    years: Object.fromEntries(
      asked.flatMap((row) => (row.year === null ? [] : [[`y${row.year}`, row.value]])),
    ),
    months: Object.fromEntries(months.map((value, at) => [`m${at}`, value])),
  };
}

/** What the form holds as rows; months stay with years the form does not show. */
function askedOf(values: Values, known: Asked, years: readonly number[], shown: number): Asked {
  const twelve = MONTHS.map((at) => values.months?.[`m${at}`] ?? null);
  const full = values.pace === 'months' && twelve.every((value) => typeof value === 'number');
  const rows = years.flatMap((year) => {
    const value = values.years?.[`y${year}`];
    if (typeof value !== 'number') return [];
    const kept = known.find((row) => row.year === year)?.months ?? null;
    return [{ year, value, months: year === shown ? (full ? (twelve as number[]) : null) : kept }];
  });
  return typeof values.termValue === 'number'
    ? [{ year: null, value: values.termValue, months: null }, ...rows]
    : rows;
}

export function TargetForm(props: TargetFormProps) {
  const { target, values: known, year, onDone } = props;
  const t = useText();
  const shown = year ?? Number(todayIso().slice(0, 4));
  const resolutions = useQueryOp('targets.resolutions', {}).data?.rows ?? [];
  const [values, setValues] = useState(() => initialOf(props, shown));
  const save = useCommandOp('targets.save', { failure: 'inline', done: () => t('targets.saved') });
  const parent = resolutions.find((row) => row.id === values.resolutionId);
  const years = parent
    ? Array.from({ length: parent.toYear - parent.fromYear + 1 }, (_, at) => parent.fromYear + at)
    : [];
  const submit = async (all: Values) => {
    const { kind, termValue: _t, years: _y, months: _m, ...fields } = all;
    const saved = await save.run({
      ...fields,
      ...{ unit: fields.unit ?? '', indicator: fields.indicator ?? null, note: fields.note ?? null },
      ...{ percent: kind === 'rate', values: askedOf(all, known, years, shown) },
      ...{ id: target?.id ?? null, version: target?.version ?? null },
    });
    onDone(saved.id);
  };
  return (
    <RecordForm<Values>
      draftKey={`target:${target?.id ?? 'new'}`}
      initial={values}
      onValues={setValues}
      onCancel={() => onDone(null)}
      onSubmit={submit}
    >
      <SelectField<number>
        name="resolutionId"
        label={t('targets.field.resolutionId')}
        required
        autoFocus={target === null && props.resolutionId == null}
        options={resolutions.map((row) => ({
          ...{ value: row.id, label: row.name, note: `${row.fromYear}–${row.toYear}` },
        }))}
      />
      <TextAreaField
        name="text"
        label={t('targets.field.text')}
        required
        max={500}
        autoFocus={props.resolutionId != null}
      />
      <Measure kind={values.kind ?? 'count'} counting={values.counting ?? 'sum'} />
      <FormSection title={t('targets.field.values')}>
        <ScoreField name="termValue" label={t('targets.field.termValue')} min={0} optional />
        <div className="so-targets-years">
          {years.map((one) => (
            <ScoreField
              key={one}
              name={['years', `y${one}`]}
              label={t('targets.yearIs', { year: String(one) })}
              min={0}
            />
          ))}
        </div>
        {values.pace === 'months' && <Months year={shown} />}
      </FormSection>
      <TextAreaField name="note" label={t('targets.field.note')} optional max={2000} />
    </RecordForm>
  );
}

function Measure({ kind, counting }: { kind: Values['kind']; counting: Values['counting'] & string }) {
  const t = useText();
  const figures = INDICATORS.filter((one) => (one.unit === 'percent') === (kind === 'rate'));
  return (
    <>
      <FieldRow>
        <SegmentedField
          name="kind"
          label={t('targets.field.percent')}
          options={(['count', 'rate'] as const).map((value) => ({
            value,
            label: t(`targets.field.${value}`),
          }))}
        />
        <TextField
          {...{ name: 'unit', label: t('targets.field.unit'), hint: t('targets.field.unitHint'), max: 60 }}
          required={kind === 'count'}
        />
      </FieldRow>
      <SelectField<string>
        name="indicator"
        label={t('targets.field.indicator')}
        hint={t('targets.field.indicatorHint')}
        optional
        clearable
        options={figures.map((one) => ({
          value: one.id,
          label: t.language === 'vi' ? one.label : one.labelEn,
        }))}
      />
      <FieldRow>
        <SelectField
          name="direction"
          label={t('targets.field.direction')}
          options={TARGET_DIRECTIONS.map((value) => ({ value, label: t(`targets.directions.${value}`) }))}
        />
        <SelectField
          name="counting"
          label={t('targets.field.counting')}
          options={TARGET_COUNTINGS.map((value) => ({ value, label: t(`targets.countings.${value}`) }))}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="pace"
          label={t('targets.field.pace')}
          options={PACES[counting].map((value) => ({ value, label: t(`targets.paces.${value}`) }))}
        />
        <SelectField
          name="period"
          label={t('targets.field.period')}
          options={TARGET_PERIODS.map((value) => ({ value, label: t(`targets.periods.${value}`) }))}
        />
      </FieldRow>
    </>
  );
}

function Months({ year }: { year: number }) {
  const t = useText();
  return (
    <>
      <p className="so-caption">{t('targets.field.months', { year: String(year) })}</p>
      <div className="so-targets-months">
        {MONTHS.map((at) => (
          <ScoreField
            key={at}
            name={['months', `m${at}`]}
            label={t('targets.field.month', { month: String(at + 1) })}
            size="small"
            min={0}
          />
        ))}
      </div>
    </>
  );
}
