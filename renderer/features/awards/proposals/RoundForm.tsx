/** A round, new or edited: which forms, who hands in, until when. */
import { Building2, Users } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { ROUND_KINDS } from '../../../../shared/domain/proposals';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  FieldRow,
  LoadingBars,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../../ui';
import { useAwardWords } from '../words';

export type Round = OutputOf<'proposals.round'>['round'];
const THIS_YEAR = Number(todayIso().slice(0, 4));
const YEARS = Array.from({ length: 8 }, (_, i) => THIS_YEAR + 1 - i);

type Values = Omit<InputOf<'proposals.saveRound'>, 'id' | 'version'>;

const valuesOf = (r: Round): Values => ({
  kind: r.kind,
  year: r.year,
  name: r.name,
  occasion: r.occasion,
  deadline: r.deadline,
  addressee: r.addressee,
  basis: r.basis,
  note: r.note,
  formIds: r.formIds,
  unitIds: r.unitIds,
});

export function RoundForm({ round, onDone }: { round: Round | null; onDone(id: number | null): void }) {
  const departments = useQueryOp('organisation.units', { kind: 'department' }).data?.rows;
  const groups = useQueryOp('organisation.units', { kind: 'group' }).data?.rows;
  const forms = useQueryOp('awards.forms', { on: todayIso() }).data?.rows;
  if (!departments || !groups || !forms) return <LoadingBars kind="lines" />;
  return <LoadedForm {...{ round, onDone, departments, groups, forms }} />;
}

interface Lists {
  departments: OutputOf<'organisation.units'>['rows'];
  groups: OutputOf<'organisation.units'>['rows'];
  forms: OutputOf<'awards.forms'>['rows'];
}

/** The unit's own titles and certificates for people and collectives; themes are chosen when a round is about one. */
const isUsual = (form: Lists['forms'][number]): boolean =>
  form.side === 'union' &&
  form.level === 'unit' &&
  form.kind !== 'theme' &&
  (form.forIndividual || form.forCollective);

function LoadedForm({
  round,
  onDone,
  departments,
  groups,
  forms,
}: { round: Round | null; onDone(id: number | null): void } & Lists) {
  const t = useText();
  const words = useAwardWords();
  const save = useCommandOp('proposals.saveRound', {
    failure: 'inline',
    done: (_, input) => t('proposals.saved', { name: input.name }),
  });
  const [start, setStart] = useState<{ values: Partial<Values>; key: number }>({
    key: 0,
    values: round
      ? valuesOf(round)
      : {
          kind: 'proposal',
          year: THIS_YEAR,
          unitIds: departments.map((unit) => unit.id),
          formIds: forms.filter(isUsual).map((form) => form.id),
        },
  });
  const [held, setHeld] = useState<Partial<Values>>(start.values);
  const choose = (units: Lists['groups']) =>
    setStart({ key: start.key + 1, values: { ...held, unitIds: units.map((unit) => unit.id) } });
  return (
    <RecordForm<Values>
      key={start.key}
      draftKey={start.key === 0 ? `round:${round?.id ?? 'new'}` : null}
      initial={start.values}
      onValues={(values) => setHeld(values as Partial<Values>)}
      onCancel={() => onDone(null)}
      onSubmit={async (values) => {
        const made = await save.run({ ...values, id: round?.id ?? null, version: round?.version ?? null });
        onDone(made.id);
      }}
    >
      <SegmentedField
        name="kind"
        label={t('proposals.field.kind')}
        options={ROUND_KINDS.map((value) => ({ value, label: t(`proposals.roundKinds.${value}`) }))}
      />
      <TextField name="name" label={t('proposals.field.name')} required max={200} autoFocus />
      <FieldRow columns="110px 1fr">
        <SelectField
          name="year"
          label={t('proposals.field.year')}
          required
          options={YEARS.map((value) => ({ value, label: String(value) }))}
        />
        <DateField name="deadline" label={t('proposals.field.deadline')} precision="day" />
      </FieldRow>
      <SelectField
        name="formIds"
        label={t('proposals.field.formIds')}
        multiple
        options={forms.map((form) => ({
          value: form.id,
          label: words.formName({ form: form.name, formEn: form.nameEn }),
        }))}
      />
      <SelectField
        name="unitIds"
        label={t('proposals.field.unitIds')}
        multiple
        options={[...departments, ...groups].map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <span className="so-row so-wrap so-proposals-pick">
        <ActionButton
          size="small"
          action={{
            key: 'departments',
            label: t('proposals.field.allDepartments'),
            icon: Building2,
            onClick: () => choose(departments),
          }}
        />
        <ActionButton
          size="small"
          action={{
            key: 'groups',
            label: t('proposals.field.allGroups'),
            icon: Users,
            onClick: () => choose(groups),
          }}
        />
      </span>
      <TextField
        name="occasion"
        label={t('proposals.field.occasion')}
        hint={t('proposals.field.occasionHint')}
        optional
        max={300}
      />
      <TextField name="addressee" label={t('proposals.field.addressee')} optional max={300} />
      <TextAreaField
        name="basis"
        label={t('proposals.field.basis')}
        hint={t('proposals.field.basisHint')}
        optional
        max={3000}
      />
      <TextAreaField name="note" label={t('proposals.field.note')} optional max={2000} />
    </RecordForm>
  );
}
