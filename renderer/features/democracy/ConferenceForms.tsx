/** Many parts that held their conference at once, and which parts have to hold one. */
import { CONFERENCE_SCOPES, type ConferenceScope } from '../../../shared/domain/democracy';
import { useCommandOp, useText } from '../../client';
import { CountField, DateField, RadioField, RecordForm, SelectField, todayIso } from '../../ui';
import type { Board } from './ConferencesTab';

interface FormProps {
  board: Board;
  year: number;
  onDone(): void;
}

/** The parts not recorded yet, all chosen to begin with. */
export function ManyForm({ board, year, onDone }: FormProps) {
  const t = useText();
  const open = board.rows.filter((row) => row.open && row.conference === null);
  const today = todayIso();
  const save = useCommandOp('democracy.recordConferences', {
    failure: 'inline',
    done: (data) => t('democracy.conference.savedMany', { count: data.count }),
  });
  return (
    <RecordForm<{ orgUnitIds: number[]; heldOn: string }>
      draftKey={null}
      initial={{
        orgUnitIds: open.map((row) => row.orgUnitId),
        ...(today.startsWith(String(year)) ? { heldOn: today } : {}),
      }}
      onCancel={onDone}
      onSubmit={async ({ orgUnitIds, heldOn }) => {
        await save.run({ year, orgUnitIds, heldOn });
        onDone();
      }}
    >
      <DateField name="heldOn" label={t('democracy.field.heldOn')} precision="day" required />
      <SelectField<number>
        name="orgUnitIds"
        label={t('democracy.field.orgUnitId')}
        required
        multiple
        options={open.map((row) => ({ value: row.orgUnitId, label: row.name }))}
      />
    </RecordForm>
  );
}

export function ScopeForm({ board, year, onDone }: FormProps) {
  const t = useText();
  const save = useCommandOp('democracy.setScope', {
    failure: 'inline',
    done: (_, input) => t('democracy.conference.scopeSaved', { year: input.fromYear }),
  });
  return (
    <RecordForm<{ fromYear: number; scope: ConferenceScope }>
      draftKey={null}
      initial={{ fromYear: year, scope: board.scope }}
      onCancel={onDone}
      onSubmit={async ({ fromYear, scope }) => {
        await save.run({ fromYear, scope });
        onDone();
      }}
    >
      <p className="so-caption">{t('democracy.conference.scopeBody')}</p>
      <RadioField<ConferenceScope>
        name="scope"
        label={t('democracy.field.scope')}
        options={CONFERENCE_SCOPES.map((value) => ({
          value,
          label: t(`democracy.conference.scopes.${value}`),
        }))}
      />
      <CountField name="fromYear" label={t('democracy.conference.fromYear')} required max={2100} />
    </RecordForm>
  );
}
