/** The staff conference of one part: held or not, when, with how many, and its evidence. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { useCommandOp, useText } from '../../client';
import {
  ActionButton,
  CountField,
  DateField,
  FieldRow,
  RecordForm,
  SegmentedField,
  TextAreaField,
  TextField,
} from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import type { Board } from './ConferencesTab';

type Values = Omit<
  InputOf<'democracy.saveConference'>,
  'id' | 'version' | 'orgUnitId' | 'year' | 'held' | 'eventId'
> & { state: 'held' | 'not' };

interface ConferenceFormProps {
  year: number;
  orgUnitId: number | null;
  name: string;
  conference: Board['whole'];
  onDone(): void;
}

export function ConferenceForm({ year, orgUnitId, name, conference, onDone }: ConferenceFormProps) {
  const t = useText();
  const [state, setState] = useState<'held' | 'not'>(conference?.held === false ? 'not' : 'held');
  const save = useCommandOp('democracy.saveConference', {
    failure: 'inline',
    done: () => t('democracy.conference.saved', { name }),
  });
  const trash = useCommandOp('democracy.trashConferences', { done: () => t('democracy.conference.removed') });
  const submit = async (values: Values) => {
    const { heldOn, invited, present, chair, result, reason, note } = values;
    const held = values.state === 'held';
    const about = held
      ? { heldOn: heldOn ?? null, invited: invited ?? null, present: present ?? null, result: result ?? null }
      : { reason: reason ?? null };
    await save.run({
      ...(conference ? { id: conference.id, version: conference.version, eventId: conference.eventId } : {}),
      ...{ orgUnitId, year, held, chair: held ? (chair ?? null) : null, note: note ?? null },
      ...about,
    });
    onDone();
  };
  return (
    <div className="so-stack">
      <RecordForm<Values>
        draftKey={null}
        initial={{ ...conference, state }}
        onValues={(values) => values.state && setState(values.state)}
        onCancel={onDone}
        onSubmit={submit}
      >
        <SegmentedField<'held' | 'not'>
          name="state"
          label={t('democracy.field.state')}
          options={[
            { value: 'held', label: t('democracy.conference.yes') },
            { value: 'not', label: t('democracy.conference.no') },
          ]}
        />
        {state === 'held' ? (
          <Held />
        ) : (
          <TextField name="reason" label={t('democracy.field.reason')} optional max={300} />
        )}
        <TextAreaField name="note" label={t('democracy.field.note')} optional max={1000} />
      </RecordForm>
      {conference && (
        <>
          <EvidenceBox entity="staff_conference" entityId={conference.id} title={t('democracy.files')} />
          <ActionButton
            size="small"
            action={{
              key: 'remove',
              label: t('democracy.conference.remove'),
              icon: Trash2,
              danger: true,
              onClick: () => {
                trash.fire({ ids: [conference.id] });
                onDone();
              },
            }}
          />
        </>
      )}
    </div>
  );
}

function Held() {
  const t = useText();
  return (
    <>
      <FieldRow>
        <DateField name="heldOn" label={t('democracy.field.heldOn')} precision="day" required />
        <TextField name="chair" label={t('democracy.field.chair')} optional max={150} />
      </FieldRow>
      <FieldRow>
        <CountField name="invited" label={t('democracy.field.invited')} optional />
        <CountField name="present" label={t('democracy.field.present')} optional />
      </FieldRow>
      <TextAreaField name="result" label={t('democracy.field.result')} optional max={2000} />
    </>
  );
}
