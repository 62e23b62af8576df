/** One entry: who takes part in what, results of the rounds, prizes. */
import { Form, type FormInstance } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { ENTRY_KINDS, type EntryKind, PRIZE_RANKS, type PrizeRank } from '../../../../shared/domain/contests';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  Drawer,
  FieldRow,
  IconButton,
  MoneyField,
  RecordForm,
  ScoreField,
  SegmentedField,
  SelectField,
  TextField,
} from '../../../ui';
import { type Person, PersonField } from '../../organisation/committees/PersonField';
import type { EventDetail } from '../EventPage';
import type { Contest, Entry } from './ContestTab';

interface Values {
  kind: EntryKind;
  name: string | null;
  subject: number | null;
  departmentId: number | null;
  people: { person: Person | null }[];
  results: { score: number | null; words: string | null }[];
  prizes: { rank: PrizeRank; name: string | null; money: number | null }[];
  note: string | null;
}

function valuesOf(contest: Contest, entry: Entry | null): Values {
  const results = contest.fields.rounds.map((_, round) => {
    const found = entry?.results.find((one) => one.round === round);
    const marks = found?.hundredths ?? null;
    return { score: marks === null ? null : marks / 100, words: found?.words ?? null };
  });
  if (!entry)
    return {
      kind: 'person',
      name: null,
      subject: null,
      departmentId: null,
      people: [{ person: null }],
      results,
      prizes: [],
      note: null,
    };
  const { kind, name, subject, departmentId, prizes, note } = entry;
  const people = entry.people.map((person) => ({ person }));
  return { kind, name, subject, departmentId, people, results, prizes, note };
}

interface EntryDrawerProps {
  event: EventDetail;
  contest: Contest;
  entry: Entry | null;
  onClose(): void;
}

export function EntryDrawer({ event, contest, entry, onClose }: EntryDrawerProps) {
  const t = useText();
  const save = useCommandOp('contests.saveEntry', {
    failure: 'inline',
    done: () => t('contests.entrySaved'),
  });
  const initial = valuesOf(contest, entry);
  const [kind, setKind] = useState(initial.kind);
  const submit = async ({ people = [], results = [], prizes = [], ...values }: Values) => {
    await save.run({
      ...values,
      name: values.kind === 'person' && people.some(({ person }) => person) ? null : (values.name ?? null),
      subject: values.subject ?? null,
      departmentId: values.departmentId ?? null,
      eventId: event.id,
      ...(entry ? { id: entry.id, version: entry.version } : {}),
      people: people.flatMap(({ person }) => person ?? []),
      results: results.map(({ score, words }, round) => ({
        round,
        hundredths: typeof score === 'number' ? Math.round(score * 100) : null,
        words: words ?? null,
      })),
      prizes: prizes.map((prize) => ({ ...prize, name: prize.name ?? null, money: prize.money || null })),
    });
    onClose();
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={t(entry ? 'contests.edit' : 'contests.add')}
      facts={event.fields.name}
      width={620}
    >
      <RecordForm<Values>
        draftKey={null}
        initial={initial}
        onCancel={onClose}
        onValues={(values) => values.kind && setKind(values.kind)}
        onSubmit={submit}
      >
        {(form) => (
          <>
            <SegmentedField
              name="kind"
              label={t('contests.field.kind')}
              options={ENTRY_KINDS.map((value) => ({ value, label: t(`contests.kinds.${value}`) }))}
            />
            <WhoFields kind={kind} subjects={contest.fields.subjects} />
            <Results rounds={contest.fields.rounds} />
            <Prizes form={form} />
            <TextField name="note" label={t('contests.field.note')} max={500} />
          </>
        )}
      </RecordForm>
    </Drawer>
  );
}

function WhoFields({ kind, subjects }: { kind: EntryKind; subjects: readonly string[] }) {
  const t = useText();
  const departments = useQueryOp('organisation.units', { kind: 'department' }).data?.rows ?? [];
  return (
    <>
      {(kind === 'team' || kind === 'work') && (
        <TextField name="name" label={t(`contests.entryName.${kind}`)} max={200} required />
      )}
      <People kind={kind} />
      <FieldRow>
        <SelectField
          name="subject"
          label={t('contests.field.subject')}
          clearable
          placeholder={t('contests.whole')}
          options={subjects.map((label, value) => ({ value, label }))}
        />
        <SelectField
          name="departmentId"
          label={t('contests.department')}
          clearable
          required={kind === 'unit'}
          hint={t('contests.departmentHint')}
          options={departments.map((one) => ({ value: one.id, label: one.name }))}
        />
      </FieldRow>
    </>
  );
}

function People({ kind }: { kind: EntryKind }) {
  const t = useText();
  const [grown, setGrown] = useState(false);
  return (
    <Form.List name="people">
      {(fields, { add, remove }) => (
        <fieldset className="so-field">
          <legend className="so-field__label">{t(`contests.peopleLabel.${kind}`)}</legend>
          {fields.map((field, at) => (
            <div key={field.key} className="so-contests__row">
              <PersonField
                key={kind}
                name={[field.name, 'person']}
                label={`${t(`contests.peopleLabel.${kind}`)} ${at + 1}`}
                labelHidden
                required={kind === 'person' && at === 0}
                autoFocus={grown || (kind === 'person' && at === 0)}
              />
              {fields.length > 1 && (
                <IconButton
                  icon={X}
                  label={t('contests.takeOff', { name: String(at + 1) })}
                  onClick={() => remove(field.name)}
                />
              )}
            </div>
          ))}
          {kind !== 'person' && (
            <ActionButton
              size="small"
              action={{
                key: 'person',
                label: t('contests.addPerson'),
                icon: Plus,
                onClick: () => {
                  setGrown(true);
                  add({ person: null });
                },
              }}
            />
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function Results({ rounds }: { rounds: Contest['fields']['rounds'] }) {
  const t = useText();
  if (rounds.length === 0) return null;
  return (
    <fieldset className="so-field">
      <legend className="so-field__label">{t('contests.field.results')}</legend>
      {rounds.map((round, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a round is named by its place
        <div key={at} className="so-contests__row so-contests__row--result">
          <span>{round.name}</span>
          <ScoreField
            name={['results', at, 'score']}
            label={`${t('contests.score')} – ${round.name}`}
            labelHidden
            placeholder={t('contests.score')}
          />
          <TextField
            name={['results', at, 'words']}
            label={`${t('contests.words')} – ${round.name}`}
            labelHidden
            placeholder={t('contests.words')}
            max={100}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Prizes({ form }: { form: FormInstance<Values> }) {
  const t = useText();
  const prizes = Form.useWatch('prizes', form) ?? [];
  return (
    <Form.List name="prizes">
      {(fields, { add, remove }) => (
        <fieldset className="so-field">
          <legend className="so-field__label">{t('contests.prizes')}</legend>
          {fields.map((field, at) => (
            <div key={field.key} className="so-contests__row so-contests__row--prize">
              <SelectField
                name={[field.name, 'rank']}
                label={`${t('contests.prize')} ${at + 1}`}
                labelHidden
                options={PRIZE_RANKS.map((value) => ({ value, label: t(`contests.ranks.${value}`) }))}
              />
              {prizes[field.name]?.rank === 'own' ? (
                <TextField
                  name={[field.name, 'name']}
                  label={`${t('contests.prizeName')} ${at + 1}`}
                  labelHidden
                  required
                  placeholder={t('contests.prizeName')}
                  max={100}
                />
              ) : (
                <span />
              )}
              <MoneyField
                name={[field.name, 'money']}
                label={`${t('contests.money')} ${at + 1}`}
                labelHidden
                placeholder={t('contests.money')}
              />
              <IconButton
                icon={X}
                label={t('contests.removePrize', { n: at + 1 })}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <ActionButton
            size="small"
            action={{
              key: 'prize',
              label: t('contests.addPrize'),
              icon: Plus,
              onClick: () => add({ rank: 'first', name: null, money: null }),
            }}
          />
        </fieldset>
      )}
    </Form.List>
  );
}
