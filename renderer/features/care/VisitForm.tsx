/** A visit, made to be recorded in seconds: who, why, how much; the rest is remembered from the visit before. */
import type { FormInstance } from 'antd';
import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { GIFT_SOURCES, type GiftSource } from '../../../shared/domain/welfare';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  DateField,
  FieldRow,
  MoneyField,
  Note,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';
import { NOBODY, type Recipient, RecipientFields, recipientOf } from './RecipientFields';
import { nameOf, useCatalogue, useGroupOn, type Visit } from './useCare';
import { type Visitor, VisitorsField } from './VisitorsField';

interface Values extends Recipient {
  reasonId: number;
  onDate: string;
  cash: number | null;
  words: string | null;
  healthDetail?: string | null;
  place: string | null;
  visitors: Visitor[];
  kindText: string | null;
  kindValue: number | null;
  source: GiftSource;
  sourceName: string | null;
  eventId: number | null;
  note: string | null;
  again: string | null;
}

/** What the next visit begins with: the same people, day and money source. */
let remembered: Partial<Values> = {};

/** What of a visit is edited: a form sends all it began with. */
const valuesOf = (visit: Visit): Partial<Values> => ({
  who: visit.who,
  memberId: visit.memberId,
  orgUnitId: visit.orgUnitId,
  name: visit.name,
  relation: visit.relation === 'self' ? null : visit.relation,
  address: visit.address,
  reasonId: visit.reasonId,
  onDate: visit.onDate,
  cash: visit.cash,
  words: visit.words,
  place: visit.place,
  visitors: visit.visitors,
  kindText: visit.kindText,
  kindValue: visit.kindValue,
  source: visit.source,
  sourceName: visit.sourceName,
  eventId: visit.eventId,
  note: visit.note,
  again: visit.again,
});

export function VisitForm({
  visit,
  member,
  onDone,
}: {
  /** Changes this one; else a new one. */
  visit?: Visit;
  /** Whom a new one begins with. */
  member?: { id: number; name: string } | undefined;
  onDone(): void;
}) {
  const t = useText();
  const { reasons } = useCatalogue();
  const [round, setRound] = useState(0);
  const create = useCommandOp('care.createVisit', {
    failure: 'inline',
    done: (data) => t('care.visit.created', { code: data.code, name: data.name }),
  });
  const update = useCommandOp('care.updateVisit', {
    failure: 'inline',
    done: () => t('care.visit.saved', { name: visit?.name ?? '' }),
  });
  const fresh = {
    ...NOBODY,
    memberId: member?.id ?? null,
    onDate: todayIso(),
    source: 'own' as const,
    visitors: [],
  };
  const initial: Partial<Values> = visit ? valuesOf(visit) : { ...fresh, ...remembered };
  const [values, setValues] = useState<Partial<Values>>(initial);
  const submit = async (typed: Values) => {
    const { healthDetail, ...rest } = typed;
    const fields = {
      ...rest,
      ...recipientOf(typed),
      cash: typed.cash ?? 0,
      kindValue: typed.kindValue ?? 0,
      visitors: typed.visitors ?? [],
      ...(healthDetail ? { healthDetail } : {}),
    };
    if (visit) {
      await update.run({ ...fields, id: visit.id, version: visit.version });
      onDone();
      return;
    }
    await create.run(fields);
    const { onDate, visitors, source, sourceName, reasonId } = fields;
    remembered = { onDate, visitors, source, sourceName, reasonId };
    if (member) return onDone();
    setValues({ ...fresh, ...remembered });
    setRound((n) => n + 1);
  };
  if (reasons.length === 0) return null;
  return (
    <RecordForm<Values>
      key={round}
      draftKey={null}
      initial={round === 0 ? initial : { ...fresh, ...remembered }}
      saveLabel={visit || member ? t('ui.save') : t('care.visit.saveNext')}
      onCancel={onDone}
      onValues={(next) => setValues({ ...next })}
      onSubmit={submit}
    >
      {(form) => <VisitFields form={form} values={values} visit={visit} member={member} round={round} />}
    </RecordForm>
  );
}

function VisitFields({
  form,
  values,
  visit,
  member,
  round,
}: {
  form: FormInstance<Values>;
  values: Partial<Values>;
  visit: Visit | undefined;
  member: { id: number; name: string } | undefined;
  round: number;
}) {
  const t = useText();
  const { reasons } = useCatalogue();
  const healthOn = useGroupOn('health');
  const reason = reasons.find((row) => row.id === values.reasonId);
  const [more, setMore] = useState(Boolean(visit));
  return (
    <>
      <RecipientFields
        who={values.who ?? 'member'}
        label={t('care.field.who')}
        shown={visit?.member ?? visit?.name ?? member?.name ?? null}
        autoFocus={!visit || round > 0}
      />
      <FieldRow>
        <SelectField
          name="reasonId"
          label={t('care.field.reasonId')}
          required
          options={reasons.map((row) => ({ value: row.id, label: nameOf(t, row) }))}
        />
        <DateField name="onDate" label={t('care.field.onDate')} precision="day" required />
      </FieldRow>
      <Advice form={form} values={values} visit={visit} />
      <FieldRow>
        <MoneyField name="cash" label={t('care.field.cash')} />
        <SelectField<GiftSource>
          name="source"
          label={t('care.field.source')}
          required
          options={GIFT_SOURCES.map((value) => ({ value, label: t(`care.source.${value}`) }))}
        />
      </FieldRow>
      <VisitorsField name="visitors" label={t('care.field.visitors')} />
      <TextField name="words" label={t('care.field.words')} hint={t('care.field.wordsHint')} max={200} />
      {healthOn && reason?.health && !visit && (
        <TextField
          name="healthDetail"
          label={t('care.field.healthDetail')}
          hint={t('care.field.healthHint')}
          max={500}
        />
      )}
      <button type="button" className="so-linklike" aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? t('care.visit.less') : t('care.visit.more')}
      </button>
      <div hidden={!more} className="so-care-more">
        <TextField name="place" label={t('care.field.place')} max={200} />
        <FieldRow columns="1fr 150px">
          <TextField name="kindText" label={t('care.field.kindText')} max={200} />
          <MoneyField name="kindValue" label={t('care.field.kindValue')} />
        </FieldRow>
        <TextField name="sourceName" label={t('care.field.sourceName')} max={200} />
        <EventField onDate={values.onDate} event={visit?.eventId ? visit : undefined} />
        <TextAreaField name="note" label={t('care.field.note')} />
      </div>
    </>
  );
}

/** An event of visiting of those days, or the one linked already. */
function EventField({ onDate, event }: { onDate: string | undefined; event: Visit | undefined }) {
  const t = useText();
  const format = useFormat();
  const year = Number((onDate ?? todayIso()).slice(0, 4)) || null;
  const found = useQueryOp('events.list', { kinds: ['visit'], year, limit: 100 }, { keep: true }).data?.rows;
  const options = (found ?? []).map((row) => ({
    value: row.id,
    label: `${row.name} · ${format.date(row.startsOn)}`,
  }));
  if (event?.eventId && !options.some(({ value }) => value === event.eventId))
    options.unshift({ value: event.eventId, label: event.event ?? '…' });
  if (options.length === 0) return null;
  return (
    <SelectField
      name="eventId"
      label={t('care.field.eventId')}
      hint={t('care.field.eventHint')}
      clearable
      options={options}
    />
  );
}

/** The office's own norm, put in where no amount is typed, and visits of the same person lately. */
function Advice({
  form,
  values,
  visit,
}: {
  form: FormInstance<Values>;
  values: Partial<Values>;
  visit: Visit | undefined;
}) {
  const t = useText();
  const format = useFormat();
  const { reasonId, onDate } = values;
  const asked = recipientOf(values);
  const known = asked.memberId !== null || asked.orgUnitId !== null || asked.name !== null;
  const { address: _, ...who } = asked;
  const enabled = reasonId !== undefined && /^\d{4}-\d\d-\d\d$/.test(onDate ?? '') && known;
  const advice = useQueryOp(
    'care.advise',
    { ...who, id: visit?.id ?? null, reasonId: reasonId ?? 1, onDate: onDate ?? todayIso() },
    { enabled, keep: true },
  ).data;
  const norm = enabled ? advice?.norm : null;
  useEffect(() => {
    if (norm && !visit && form.getFieldValue('cash') == null) form.setFieldValue('cash', norm.cash);
  }, [norm, visit, form]);
  const [last] = (enabled ? advice?.recent : undefined) ?? [];
  return (
    <>
      {last && (
        <>
          <Note tone="warn" icon={History}>
            {t('care.visit.again', {
              day: format.date(last.onDate),
              code: last.code,
              amount: format.money(last.cash),
            })}
          </Note>
          <TextField name="again" label={t('care.field.again')} required max={300} />
        </>
      )}
      {norm && (
        <p className="so-caption">
          {t('care.visit.norm', { amount: format.money(norm.cash) })}{' '}
          {values.cash !== norm.cash && (
            <button
              type="button"
              className="so-linklike"
              onClick={() => form.setFieldValue('cash', norm.cash)}
            >
              {t('care.visit.normUse')}
            </button>
          )}
          {norm.source && <span lang="vi"> ({norm.source})</span>}
        </p>
      )}
    </>
  );
}
