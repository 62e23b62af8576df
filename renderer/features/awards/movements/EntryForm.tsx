/** What one person or unit undertakes and reached; stays open for the next one when it is new. */
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  DateField,
  FieldRow,
  RecordForm,
  ScoreField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../../ui';
import { type Person, PersonField } from '../../organisation/committees/PersonField';

export type Entry = OutputOf<'movements.entries'>['rows'][number];
interface Values {
  person: Person | null;
  orgUnitId: number | null;
  name: string | null;
  undertakes: string | null;
  registeredOn: string | null;
  achieved: 'yes' | 'no' | null;
  figure: number | null;
  figureUnit: string | null;
  rank: string | null;
  resultOn: string | null;
  note: string | null;
}

const valuesOf = (entry: Entry): Partial<Values> => ({
  person: { memberId: entry.memberId, name: entry.name },
  orgUnitId: entry.orgUnitId,
  name: entry.name,
  undertakes: entry.undertakes,
  registeredOn: entry.registeredOn,
  achieved: entry.achieved === null ? null : entry.achieved ? 'yes' : 'no',
  figure: entry.figure,
  figureUnit: entry.figureUnit,
  rank: entry.rank,
  resultOn: entry.resultOn,
  note: entry.note,
});

/** Whose the entry is, as the operation takes it. */
function ownerOf(kind: Entry['kind'], values: Values) {
  if (kind === 'person') {
    const memberId = values.person?.memberId ?? null;
    return { kind, memberId, name: memberId === null ? (values.person?.name ?? null) : null };
  }
  return values.orgUnitId ? { kind, orgUnitId: values.orgUnitId } : { kind, name: values.name ?? null };
}

export function EntryForm({
  movementId,
  kind,
  entry,
  onDone,
}: {
  movementId: number;
  kind: Entry['kind'];
  entry: Entry | null;
  onDone(): void;
}) {
  const t = useText();
  const [round, setRound] = useState(0);
  const save = useCommandOp('movements.saveEntries', {
    failure: 'inline',
    done: (data) => t('movements.entrySaved', { count: data.ids.length }),
  });
  return (
    <RecordForm<Values>
      key={round}
      draftKey={null}
      initial={entry ? valuesOf(entry) : { registeredOn: todayIso() }}
      onCancel={onDone}
      {...(entry ? {} : { saveLabel: t('movements.saveNext') })}
      onSubmit={async (values) => {
        const { undertakes, registeredOn, achieved, figure, figureUnit, rank, resultOn, note } = values;
        const state = {
          ...{ undertakes, registeredOn, figure, figureUnit, rank, resultOn, note },
          achieved: achieved ? achieved === 'yes' : null,
        };
        const owner = ownerOf(kind, values);
        await save.run({ id: movementId, rows: [{ entryId: entry?.id ?? null, ...owner, ...state }] });
        if (entry) onDone();
        else setRound((n) => n + 1);
      }}
    >
      {kind === 'person' ? (
        <PersonField name="person" label={t('movements.field.memberId')} required autoFocus />
      ) : (
        <UnitFields />
      )}
      <TextAreaField name="undertakes" label={t('movements.field.undertakes')} optional max={500} />
      <FieldRow>
        <DateField name="registeredOn" label={t('movements.field.registeredOn')} />
        <SelectField
          name="achieved"
          label={t('movements.field.achieved')}
          optional
          clearable
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`movements.achieved.${value}`),
          }))}
        />
      </FieldRow>
      <FieldRow>
        <ScoreField name="figure" label={t('movements.field.figure')} optional />
        <TextField name="figureUnit" label={t('movements.field.figureUnit')} optional max={40} />
      </FieldRow>
      <FieldRow>
        <TextField name="rank" label={t('movements.field.rank')} optional max={120} />
        <DateField name="resultOn" label={t('movements.field.resultOn')} />
      </FieldRow>
      <TextField name="note" label={t('movements.field.note')} optional max={500} />
    </RecordForm>
  );
}

/** A group or section of the organisation, or the name of a unit outside it. */
function UnitFields() {
  const t = useText();
  const groups = useQueryOp('organisation.units', {}).data?.rows ?? [];
  return (
    <>
      <SelectField<number>
        name="orgUnitId"
        label={t('movements.field.orgUnitId')}
        optional
        clearable
        options={groups.map((one) => ({ value: one.id, label: one.name }))}
      />
      <TextField name="name" label={t('movements.unitName')} optional max={200} />
    </>
  );
}
