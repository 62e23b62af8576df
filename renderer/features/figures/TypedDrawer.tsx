/** A figure typed in place: its number or words, its source, its evidence; and what else was typed for the period. */
import { Info, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { COUNT_FLAGS } from '../../../shared/domain/eventFigures';
import { type IndicatorId, indicatorOf, isIndicatorId } from '../../../shared/domain/indicators';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  CountField,
  DateField,
  Drawer,
  FieldRow,
  LoadingBars,
  MoneyField,
  Note,
  RecordForm,
  ScoreField,
  SegmentedField,
  SelectField,
  SwitchField,
  TextAreaField,
  TextField,
} from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import { type ShownLine, useIndicatorName } from './FiguresTable';
import type { FiguresPeriod } from './period';

type Typed = OutputOf<'figures.typed'>['rows'][number];
type Values = Omit<InputOf<'figures.saveTyped'>, 'id' | 'version' | 'indicator'> & {
  known: 'number' | 'words';
};

/** `type` of the address names an indicator to type for, `typed` one typed before. */
export function TypedDrawer({ period, lines }: { period: FiguresPeriod; lines: readonly ShownLine[] }) {
  const t = useText();
  const nameOf = useIndicatorName();
  const { params, set } = period;
  const asked = params.get('type');
  const id = Number(params.get('typed')) || null;
  const found = useQueryOp('figures.typed', { id }, { enabled: id !== null }).data?.rows[0];
  const indicator = found?.indicator ?? (asked && isIndicatorId(asked) ? asked : null);
  const line = lines.find(({ figure }) => figure.id === indicator);
  const row = id === null ? line?.typed[0] : found;
  const close = () => set({ type: null, typed: null });
  const open = indicator !== null || id !== null;
  return (
    <Drawer
      open={open}
      onClose={close}
      title={indicator ? t('figures.typed.add', { name: nameOf(indicator) }) : t('figures.typed.edit')}
      width={480}
    >
      {open && !indicator && <LoadingBars kind="lines" />}
      {indicator && (
        <TypedForm
          key={`${indicator}:${row?.id ?? 'new'}:${row?.version ?? 0}`}
          indicator={indicator}
          row={row ?? null}
          period={period}
          computed={line !== undefined && computedOf(line) !== null}
          onDone={close}
        />
      )}
    </Drawer>
  );
}

/** What the records give, whatever was typed. */
const computedOf = ({ figure }: ShownLine): number | null =>
  figure.typed ? figure.typed.computed : figure.value;

function valuesOf(row: Typed): Values {
  const { id: _id, version: _version, indicator: _indicator, files: _files, ...fields } = row;
  return { ...fields, known: row.value === null ? 'words' : 'number' };
}

function TypedForm({
  indicator,
  row,
  period,
  computed,
  onDone,
}: {
  indicator: IndicatorId;
  row: Typed | null;
  period: FiguresPeriod;
  computed: boolean;
  onDone(): void;
}) {
  const t = useText();
  const { kind } = indicatorOf(indicator);
  const initial: Partial<Values> = row
    ? valuesOf(row)
    : {
        from: period.from,
        to: kind === 'asOf' ? (period.on ?? period.to) : period.to,
        known: 'number',
        flag: 'exact',
        instead: false,
      };
  const [known, setKnown] = useState(initial.known);
  const save = useCommandOp('figures.saveTyped', { failure: 'inline', done: () => t('figures.typed.saved') });
  const trash = useCommandOp('figures.trashTyped', { done: () => t('figures.typed.trashed') });
  const submit = async ({ known: how, ...values }: Values) => {
    const words = how === 'words';
    await save.run({
      ...values,
      indicator,
      id: row?.id ?? null,
      version: row?.version ?? null,
      value: words ? null : (values.value ?? null),
      part: words ? null : (values.part ?? null),
      whole: words ? null : (values.whole ?? null),
      wording: words ? (values.wording ?? null) : null,
      from: kind === 'asOf' ? values.to : values.from,
    });
    onDone();
  };
  return (
    <div className="so-stack">
      <Note tone="muc" icon={Info}>
        {t('figures.typed.body')}
      </Note>
      <RecordForm<Values>
        draftKey={`typed:${row?.id ?? indicator}`}
        initial={initial}
        onValues={(values) => setKnown(values.known)}
        onCancel={onDone}
        onSubmit={submit}
      >
        <Days kind={kind} />
        <SegmentedField
          name="known"
          label={t('figures.typed.known')}
          options={(['number', 'words'] as const).map((value) => ({
            value,
            label: t(`figures.typed.${value}`),
          }))}
        />
        {known === 'words' ? (
          <TextField
            name="wording"
            label={t('figures.field.wording')}
            hint={t('figures.field.wordingHint')}
            required
            max={60}
          />
        ) : (
          <Amount indicator={indicator} />
        )}
        <TextField
          name="source"
          label={t('figures.field.source')}
          hint={t('figures.field.sourceHint')}
          required
          max={300}
        />
        {(computed || row?.instead) && <SwitchField name="instead" label={t('figures.field.instead')} />}
        <TextAreaField name="note" label={t('figures.field.note')} optional max={1000} />
      </RecordForm>
      {row ? (
        <>
          <EvidenceBox entity="manual_figure" entityId={row.id} title={t('figures.typed.files')} />
          <div>
            <ActionButton
              action={{
                key: 'trash',
                label: t('figures.typed.trash'),
                icon: Trash2,
                danger: true,
                onClick: () => {
                  trash.fire({ ids: [row.id] });
                  onDone();
                },
              }}
            />
          </div>
        </>
      ) : (
        <p className="so-caption">{t('figures.typed.filesLater')}</p>
      )}
    </div>
  );
}

function Days({ kind }: { kind: 'asOf' | 'period' }) {
  const t = useText();
  if (kind === 'asOf') return <DateField name="to" label={t('figures.field.day')} precision="day" required />;
  return (
    <FieldRow>
      <DateField name="from" label={t('figures.field.from')} precision="day" required />
      <DateField name="to" label={t('figures.field.to')} precision="day" required />
    </FieldRow>
  );
}

function Amount({ indicator }: { indicator: IndicatorId }) {
  const t = useText();
  const { unit, noun, nounEn } = indicatorOf(indicator);
  const flag = (
    <SelectField
      name="flag"
      label={t('figures.field.flag')}
      options={COUNT_FLAGS.map((value) => ({ value, label: t(`figures.flags.${value}`) }))}
    />
  );
  if (unit === 'percent')
    return (
      <>
        <FieldRow>
          <CountField name="part" label={t('figures.field.part')} optional />
          <CountField
            name="whole"
            label={t('figures.field.whole')}
            hint={t('figures.field.fractionHint')}
            optional
          />
        </FieldRow>
        <FieldRow>
          <ScoreField name="value" label={t('figures.field.value')} unit="%" min={0} max={100} />
          {flag}
        </FieldRow>
      </>
    );
  const label = t('figures.field.value');
  return (
    <FieldRow>
      {unit === 'money' ? (
        <MoneyField name="value" label={label} required autoFocus />
      ) : (
        <CountField
          name="value"
          label={label}
          required
          autoFocus
          unit={t.language === 'vi' ? noun : nounEn}
        />
      )}
      {flag}
    </FieldRow>
  );
}
