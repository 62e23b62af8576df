/** An agreement, new or edited: its parties and who signs for each, its days, what it follows. */
import type { FormInstance } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  CheckField,
  DateField,
  FieldRow,
  FormSection,
  IconButton,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  useFormat,
} from '../../ui';
import { type Person, PersonField } from '../organisation/committees/PersonField';
import { type Sheet, useAgreementWords } from './words';

interface PartyValues {
  name: string;
  own: boolean;
  person: Person | null;
  signerPost: string | null;
}
type Values = Omit<InputOf<'agreements.save'>, 'id' | 'version' | 'parties'> & { parties: PartyValues[] };

const party = (own: boolean): PartyValues => ({ name: '', own, person: null, signerPost: null });

function valuesOf({ agreement, parties }: Sheet): Partial<Values> {
  const { title, number, signedOn, place, eventId, startsOn, endsOn, predecessorId, scaleId, note } =
    agreement;
  return {
    ...{ title, number, signedOn, place, eventId, startsOn, endsOn, predecessorId, scaleId, note },
    parties: parties.map(({ memberId, signer, ...told }) => ({
      name: told.name,
      own: told.own ?? false,
      signerPost: told.signerPost ?? null,
      person: signer ? { memberId: memberId ?? null, name: signer } : null,
    })),
  };
}

export function AgreementForm({
  sheet,
  onDone,
}: {
  sheet: Sheet | null;
  /** The id of what was saved; null: nothing was. */
  onDone(id: number | null): void;
}) {
  const t = useText();
  const words = useAgreementWords();
  const scales = useQueryOp('agreements.scales', {}).data?.rows;
  const profile = useQueryOp('organisation.get', {}).data;
  const own = profile?.profile?.name ?? '';
  const initial: Partial<Values> = sheet
    ? valuesOf(sheet)
    : { parties: [party(false), { ...party(true), name: own }], scaleId: scales?.[0]?.id ?? null };
  const save = useCommandOp('agreements.save', {
    failure: 'inline',
    done: (_, input) => t('agreements.saved', { name: input.title }),
  });
  if (!scales || !profile) return null;
  return (
    <RecordForm<Values>
      draftKey={`agreement:${sheet?.agreement.id ?? 'new'}`}
      initial={initial}
      onCancel={() => onDone(null)}
      onSubmit={async ({ parties, ...values }) => {
        const saved = await save.run({
          ...values,
          id: sheet?.agreement.id ?? null,
          version: sheet?.agreement.version ?? null,
          parties: parties.map(({ person, ...told }) => ({
            ...told,
            memberId: person?.memberId ?? null,
            signer: person && person.memberId === null ? person.name : null,
          })),
        });
        onDone(saved.id);
      }}
    >
      {(form) => (
        <>
          <TextAreaField name="title" label={t('agreements.field.title')} required max={400} autoFocus />
          <FieldRow>
            <TextField name="number" label={t('agreements.field.number')} optional max={80} />
            <DateField name="signedOn" label={t('agreements.field.signedOn')} optional />
          </FieldRow>
          <FieldRow>
            <DateField
              name="startsOn"
              label={t('agreements.field.startsOn')}
              hint={t('agreements.field.periodHint')}
              required
            />
            <DateField name="endsOn" label={t('agreements.field.endsOn')} required />
          </FieldRow>
          <Parties form={form} begin={initial.parties?.length ?? 2} />
          <FormSection title={t('agreements.signing')}>
            <TextField name="place" label={t('agreements.field.place')} optional max={200} />
            <Ceremony sheet={sheet} />
            <Follows self={sheet?.agreement.id ?? null} />
            <SelectField<number>
              name="scaleId"
              label={t('agreements.field.scaleId')}
              clearable
              options={scales.map((one) => ({ value: one.id, label: words.named(one) }))}
            />
            <TextAreaField name="note" label={t('agreements.field.note')} optional max={2000} />
          </FormSection>
        </>
      )}
    </RecordForm>
  );
}

function Parties({ form, begin }: { form: FormInstance<Values>; begin: number }) {
  const t = useText();
  const [count, setCount] = useState(begin);
  const change = (next: PartyValues[]) => {
    form.setFieldValue('parties', next);
    setCount(next.length);
  };
  const nth = (at: number) => t('agreements.party.nth', { n: at + 1 });
  const now = (): PartyValues[] => form.getFieldValue('parties') ?? [];
  return (
    <FormSection title={t('agreements.field.parties')}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parties are known by their place
        <div key={at} role="group" aria-label={nth(at)} className="so-agreements-party">
          <div className="so-row">
            <span className="so-caption">{nth(at)}</span>
            {count > 1 && (
              <span className="so-push">
                <IconButton
                  icon={X}
                  size="small"
                  label={t('agreements.party.remove', { name: nth(at) })}
                  onClick={() => change(now().filter((_one, place) => place !== at))}
                />
              </span>
            )}
          </div>
          <TextField
            name={['parties', at, 'name']}
            label={t('agreements.field.partyName')}
            required
            max={200}
          />
          <FieldRow>
            <PersonField name={['parties', at, 'person']} label={t('agreements.field.signer')} optional />
            <TextField
              name={['parties', at, 'signerPost']}
              label={t('agreements.field.signerPost')}
              optional
              max={200}
            />
          </FieldRow>
          <CheckField name={['parties', at, 'own']} label={t('agreements.field.own')} />
        </div>
      ))}
      <ActionButton
        size="small"
        action={{
          key: 'party',
          label: t('agreements.party.add'),
          icon: Plus,
          onClick: () => change([...now(), party(false)]),
        }}
      />
    </FormSection>
  );
}

/** Events of the days around; the one chosen stays even when it is older. */
function Ceremony({ sheet }: { sheet: Sheet | null }) {
  const t = useText();
  const format = useFormat();
  const events = useQueryOp('events.list', { limit: 100 }).data?.rows ?? [];
  const chosen = sheet?.agreement;
  const options = events.map((row) => ({
    value: row.id,
    label: `${format.date(row.startsOn)} · ${row.name}`,
  }));
  if (chosen?.eventId && chosen.eventName && !options.some((one) => one.value === chosen.eventId))
    options.unshift({ value: chosen.eventId, label: chosen.eventName });
  return (
    <SelectField<number> name="eventId" label={t('agreements.field.eventId')} clearable options={options} />
  );
}

function Follows({ self }: { self: number | null }) {
  const t = useText();
  const words = useAgreementWords();
  const rows = useQueryOp('agreements.list', { limit: 200 }).data?.rows ?? [];
  return (
    <SelectField<number>
      name="predecessorId"
      label={t('agreements.field.predecessorId')}
      clearable
      options={rows
        .filter((row) => row.id !== self)
        .map((row) => ({ value: row.id, label: `${row.title} (${words.period(row)})` }))}
    />
  );
}
