/** Edition, rounds and contents (môn) of a contest. */
import { Form } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { editionText } from '../../../../shared/domain/contests';
import { useCommandOp, useText } from '../../../client';
import {
  ActionButton,
  CountField,
  DateField,
  Drawer,
  FieldRow,
  IconButton,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui';
import type { EventDetail } from '../EventPage';
import type { Contest } from './ContestTab';

interface Values {
  edition: number | null;
  fromYear: number | null;
  toYear: number | null;
  rounds: { name: string; onDate: string | null }[];
  subjects: string | null;
}

interface SetupDrawerProps {
  event: EventDetail;
  contest: Contest;
  onClose(): void;
}

export function SetupDrawer({ event, contest, onClose }: SetupDrawerProps) {
  const t = useText();
  const save = useCommandOp('contests.save', { failure: 'inline', done: () => t('contests.setupSaved') });
  const initial: Values = { ...contest.fields, subjects: contest.fields.subjects.join('\n') };
  const [values, setValues] = useState<Partial<Values>>(initial);
  const year = (value: number | null | undefined) => value ?? null;
  const said = editionText(
    { edition: year(values.edition), fromYear: year(values.fromYear), toYear: year(values.toYear) },
    t.language,
  );
  const first = Number(event.fields.startsOn.slice(0, 4)) - 3;
  const years = Array.from({ length: 8 }, (_, at) => ({ value: first + at, label: String(first + at) }));
  const submit = async ({ rounds = [], subjects, ...rest }: Values) => {
    await save.run({
      edition: year(rest.edition),
      fromYear: year(rest.fromYear),
      toYear: year(rest.toYear),
      eventId: event.id,
      version: contest.version,
      rounds: rounds.filter((round) => round.name?.trim()),
      subjects: (subjects ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    });
    onClose();
  };
  return (
    <Drawer open onClose={onClose} title={t('contests.setup')} facts={event.fields.name} width={520}>
      <RecordForm<Values>
        draftKey={null}
        initial={initial}
        onCancel={onClose}
        onValues={setValues}
        onSubmit={submit}
      >
        <FieldRow>
          <CountField name="edition" label={t('contests.field.edition')} min={1} max={199} />
          <SelectField name="fromYear" label={t('contests.field.fromYear')} clearable options={years} />
          <SelectField name="toYear" label={t('contests.field.toYear')} clearable options={years} />
        </FieldRow>
        {said && <p className="so-caption">{t('contests.editionAs', { text: said })}</p>}
        <TextAreaField
          name="subjects"
          label={t('contests.subjectsLabel')}
          hint={t('contests.setupHint')}
          rows={5}
          max={5000}
        />
        <Rounds />
      </RecordForm>
    </Drawer>
  );
}

function Rounds() {
  const t = useText();
  return (
    <Form.List name="rounds">
      {(fields, { add, remove }) => (
        <fieldset className="so-field">
          <legend className="so-field__label">{t('contests.field.rounds')}</legend>
          {fields.map((field, at) => (
            <div key={field.key} className="so-contests__row so-contests__row--round">
              <TextField
                name={[field.name, 'name']}
                label={`${t('contests.round')} ${at + 1}`}
                labelHidden
                placeholder={t('contests.round')}
                max={100}
              />
              <DateField
                name={[field.name, 'onDate']}
                label={`${t('contests.roundDay')} ${at + 1}`}
                labelHidden
                precision="partial"
              />
              <IconButton
                icon={X}
                label={t('contests.removeRound', { n: at + 1 })}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <ActionButton
            size="small"
            action={{
              key: 'round',
              label: t('contests.addRound'),
              icon: Plus,
              onClick: () => add({ name: '', onDate: null }),
            }}
          />
        </fieldset>
      )}
    </Form.List>
  );
}
