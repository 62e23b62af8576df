/** A count without names, with its unit and, for members, the total of a day it is compared with. */
import { useState } from 'react';
import type { InputOf } from '../../../../shared/contract';
import {
  COUNT_FLAGS,
  PARTICIPATION_UNITS,
  participationSentence,
} from '../../../../shared/domain/eventFigures';
import { useCommandOp, useText } from '../../../client';
import {
  ActionButton,
  CountField,
  DateField,
  FieldRow,
  Page,
  RecordForm,
  SelectField,
  TextField,
  useFormat,
} from '../../../ui';
import type { ViewProps } from './view';

type Count = NonNullable<InputOf<'events.setCount'>['count']>;
interface Values {
  count: Count;
}

export function CountView({ event, attendance, page, switcher }: ViewProps) {
  const t = useText();
  const save = useCommandOp('events.setCount', {
    failure: 'inline',
    done: (_, input) => t(input.count ? 'events.count.saved' : 'events.count.cleared'),
  });
  const initial: Values = {
    count: attendance.count ?? {
      value: null,
      unit: 'member',
      flag: 'exact',
      denominator: null,
      denominatorOn: null,
      wording: null,
      source: null,
    },
  };
  const [values, setValues] = useState<Partial<Values>>(initial);
  const clear = () => save.run({ id: event.id, version: event.version, count: null }).catch(() => undefined);
  return (
    <Page
      {...page}
      toolbar={
        <>
          <h2 className="so-events-lead">{t('events.count.title')}</h2>
          <span className="so-push" />
          {attendance.count && (
            <ActionButton
              size="small"
              action={{ key: 'clear', label: t('events.count.clear'), onClick: () => void clear() }}
            />
          )}
          {switcher}
        </>
      }
    >
      <p className="so-events-text so-muted">{t('events.count.body')}</p>
      <RecordForm<Values>
        key={event.version}
        draftKey={null}
        initial={initial}
        saveLabel={t('events.count.save')}
        onValues={setValues}
        onSubmit={async ({ count }) => {
          const { value, ...rest } = count;
          const hasTotal = rest.unit === 'member' && rest.denominator != null;
          const denominator = hasTotal ? (rest.denominator ?? null) : null;
          const denominatorOn = hasTotal ? (rest.denominatorOn ?? null) : null;
          await save.run({
            id: event.id,
            version: event.version,
            count: { ...rest, value: value ?? null, denominator, denominatorOn },
          });
        }}
      >
        {(form) => (
          <>
            <CountFields values={values} />
            {values.count?.unit === 'member' && (
              <TotalFields
                values={values}
                attendance={attendance}
                onUse={(denominator, denominatorOn) => {
                  const next = { ...form.getFieldsValue(true).count, denominator, denominatorOn };
                  form.setFieldsValue({ count: next } as never);
                  setValues({ count: next });
                }}
              />
            )}
            <SourceFields unknown={typeof values.count?.value !== 'number'} />
            <Sentence kind={event.fields.kind} values={values} />
          </>
        )}
      </RecordForm>
    </Page>
  );
}

function CountFields({ values }: { values: Partial<Values> }) {
  const t = useText();
  const format = useFormat();
  const { value, denominator, denominatorOn, unit } = values.count ?? {};
  const over =
    typeof value === 'number' && typeof denominator === 'number'
      ? t(denominatorOn ? 'events.count.over' : 'events.count.overNoDay', {
          value: format.count(value),
          whole: format.count(denominator),
          day: format.date(denominatorOn),
        })
      : undefined;
  return (
    <FieldRow columns="1fr 130px 130px">
      <CountField
        name={['count', 'value']}
        label={t('events.count.value')}
        required
        {...(unit === 'member' && typeof denominator === 'number' ? { max: denominator } : {})}
        {...(over ? { maxMessage: over } : {})}
      />
      <SelectField
        name={['count', 'unit']}
        label={t('events.count.unit')}
        options={PARTICIPATION_UNITS.map((one) => ({ value: one, label: t(`events.count.units.${one}`) }))}
      />
      <SelectField
        name={['count', 'flag']}
        label={t('events.count.flag')}
        options={COUNT_FLAGS.map((one) => ({ value: one, label: t(`events.count.flags.${one}`) }))}
      />
    </FieldRow>
  );
}

function TotalFields({
  values,
  attendance,
  onUse,
}: {
  values: Partial<Values>;
  attendance: ViewProps['attendance'];
  onUse(denominator: number, day: string): void;
}) {
  const t = useText();
  const format = useFormat();
  const hasTotal = values.count?.denominator != null;
  const ours = attendance.audience === 'invited' ? 0 : attendance.eligible;
  return (
    <>
      <FieldRow>
        <CountField
          name={['count', 'denominator']}
          label={t('events.count.denominator')}
          optional
          min={1}
          hint={t('events.count.denominatorHint')}
          unit={t('events.count.units.member')}
        />
        <DateField
          name={['count', 'denominatorOn']}
          label={t('events.count.denominatorOn')}
          optional={!hasTotal}
          rules={[
            {
              validator: (_, value: unknown) =>
                hasTotal && !value
                  ? Promise.reject(new Error(t('events.count.dayMissing')))
                  : Promise.resolve(),
            },
          ]}
        />
      </FieldRow>
      {ours > 0 && (
        <p className="so-events-text">
          <button type="button" className="so-linklike" onClick={() => onUse(ours, attendance.takenOn)}>
            {t('events.count.useOurs', { figure: format.count(ours), day: format.date(attendance.takenOn) })}
          </button>
        </p>
      )}
    </>
  );
}

/** Where the figure was read; the words of the source where it gives no number. */
function SourceFields({ unknown }: { unknown: boolean }) {
  const t = useText();
  return (
    <>
      {unknown && (
        <TextField
          name={['count', 'wording']}
          label={t('events.count.wording')}
          hint={t('events.count.wordingHint')}
          max={60}
        />
      )}
      <TextField
        name={['count', 'source']}
        label={t('events.count.source')}
        placeholder={t('events.count.sourceExample')}
        max={200}
      />
    </>
  );
}

/** The sentence the report would print, as one types. */
function Sentence({ kind, values }: { kind: string; values: Partial<Values> }) {
  const t = useText();
  const { value, unit, flag = 'exact', denominator, denominatorOn } = values.count ?? {};
  const wording = values.count?.wording?.trim() || null;
  if (!unit || (typeof value !== 'number' && wording === null)) return null;
  if (typeof value !== 'number')
    return (
      <div className="so-events-sentence" aria-live="polite">
        <strong>{t('events.side.sentence')}</strong>
        <p>{participationSentence(kind, null, t.language, wording)}</p>
      </div>
    );
  const whole =
    unit === 'member' && typeof denominator === 'number' && value <= denominator ? denominator : null;
  const figure = { value, unit, flag, whole, asOf: whole === null ? null : (denominatorOn ?? null) };
  return (
    <div className="so-events-sentence" aria-live="polite">
      <strong>{t('events.side.sentence')}</strong>
      <p>{participationSentence(kind, figure, t.language)}</p>
    </div>
  );
}
