/** Which edition of which series an event is: "lần thứ II, 2023–2024". */
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { editionText } from '../../../../shared/domain/eventPlans';
import { invoke, useCommandOp, useQueryOp, useText } from '../../../client';
import { CountField, Drawer, FieldRow, LoadingBars, RecordForm, SelectField, TextField } from '../../../ui';
import type { EventDetail } from '../EventPage';

type Edition = OutputOf<'events.plan'>['edition'];
type Series = OutputOf<'events.series'>['rows'];

interface Values {
  series: number | null;
  name: string | null;
  number: number | null;
  yearFrom: number | null;
  yearTo: number | null;
}

/** Stands for a series that is only named here. */
const NEW = 0;

interface EditionDrawerProps {
  event: EventDetail;
  open: boolean;
  onClose(): void;
}

export function EditionDrawer({ event, open, onClose }: EditionDrawerProps) {
  const t = useText();
  return (
    <Drawer open={open} onClose={onClose} title={t('eventPlans.setEdition')} facts={event.fields.name}>
      {open && <Loaded event={event} onClose={onClose} />}
    </Drawer>
  );
}

function Loaded({ event, onClose }: Omit<EditionDrawerProps, 'open'>) {
  const t = useText();
  const plan = useQueryOp('events.plan', { id: event.id, language: t.language });
  const series = useQueryOp('events.series', { language: t.language });
  if (!plan.data || !series.data) return <LoadingBars rows={4} />;
  return (
    <EditionForm event={event} edition={plan.data.edition} series={series.data.rows} onClose={onClose} />
  );
}

interface EditionFormProps {
  event: EventDetail;
  edition: Edition;
  series: Series;
  onClose(): void;
}

function startOf({ event, edition, series }: EditionFormProps): Values {
  if (edition)
    return {
      series: edition.seriesId,
      name: null,
      number: edition.number,
      yearFrom: edition.yearFrom,
      yearTo: edition.yearTo,
    };
  const { startsOn, endsOn, name } = event.fields;
  const [from, to] = [startsOn, endsOn ?? startsOn].map((day) => Number(day.slice(0, 4)));
  return {
    series: series.length === 0 ? NEW : null,
    name: name.replace(new RegExp(`( năm)? ${from}$`), ''),
    number: series.length === 0 ? 1 : null,
    yearFrom: from ?? null,
    yearTo: to ?? null,
  };
}

function EditionForm(props: EditionFormProps) {
  const { event, edition, series, onClose } = props;
  const t = useText();
  const [initial] = useState(() => startOf(props));
  const [values, setValues] = useState<Partial<Values>>(initial);
  const save = useCommandOp('events.setEdition', {
    failure: 'inline',
    done: () => t('eventPlans.editionSaved'),
  });
  const chosen = values.series ?? null;
  const numbering = series.find(({ id }) => id === chosen)?.numbering ?? 'roman';
  const { number, yearFrom, yearTo } = values;
  const said =
    chosen === null || !number || !yearFrom
      ? null
      : editionText({ number, yearFrom, yearTo: yearTo ?? yearFrom, numbering }, t.language);
  const submit = async (typed: Values) => {
    const id = typed.series ?? null;
    if (id === null) {
      if (edition) await save.run({ id: event.id, edition: null });
      return onClose();
    }
    const seriesId =
      id === NEW
        ? (await invoke('events.saveSeries', { name: typed.name ?? '', numbering: 'roman' })).data.id
        : id;
    const from = typed.yearFrom ?? 0;
    await save.run({
      id: event.id,
      edition: { seriesId, number: typed.number ?? 0, yearFrom: from, yearTo: typed.yearTo ?? from },
    });
    onClose();
  };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={initial}
      onValues={setValues}
      onCancel={onClose}
      onSubmit={submit}
    >
      {(form) => (
        <>
          <SelectField<number>
            name="series"
            label={t('eventPlans.series')}
            clearable
            placeholder={t('eventPlans.noEdition')}
            options={[
              ...series.map(({ id, name }) => ({ value: id, label: name })),
              { value: NEW, label: t('eventPlans.addSeries') },
            ]}
            onPicked={(id) => {
              const next = series.find((one) => one.id === id)?.next.number ?? (id === NEW ? 1 : null);
              if (!edition && next !== null) form.setFieldsValue({ number: next });
              setValues(form.getFieldsValue(true));
            }}
          />
          {chosen === NEW && <TextField name="name" label={t('eventPlans.seriesName')} required max={200} />}
          {chosen !== null && (
            <FieldRow>
              <CountField name="number" label={t('eventPlans.number')} min={1} max={999} required />
              <CountField name="yearFrom" label={t('eventPlans.yearFrom')} min={1900} max={2200} required />
              <CountField name="yearTo" label={t('eventPlans.yearTo')} min={1900} max={2200} />
            </FieldRow>
          )}
          {said && <p className="so-caption">{t('eventPlans.editionAs', { text: said })}</p>}
        </>
      )}
    </RecordForm>
  );
}
