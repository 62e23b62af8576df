/** Rounds and contents (môn) of a contest. */
import { Form } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  IconButton,
  RecordForm,
  TextAreaField,
  TextField,
} from '../../../ui';
import type { EventDetail } from '../EventPage';
import type { Contest } from './ContestTab';

interface Values {
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
  const submit = async ({ rounds = [], subjects }: Values) => {
    await save.run({
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
      <RecordForm<Values> draftKey={null} initial={initial} onCancel={onClose} onSubmit={submit}>
        <TextAreaField
          name="subjects"
          label={t('contests.subjectsLabel')}
          hint={t('contests.setupHint')}
          rows={5}
          max={5000}
          autoFocus
        />
        <Rounds />
      </RecordForm>
    </Drawer>
  );
}

function Rounds() {
  const t = useText();
  const [grown, setGrown] = useState(false);
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
                autoFocus={grown}
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
              onClick: () => {
                setGrown(true);
                add({ name: '', onDate: null });
              },
            }}
          />
        </fieldset>
      )}
    </Form.List>
  );
}
