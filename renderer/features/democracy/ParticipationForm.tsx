/** An entry of taking part, new or edited, with its evidence. */
import { Trash2 } from 'lucide-react';
import type { InputOf } from '../../../shared/contract';
import { PARTICIPATION_KINDS, type ParticipationKind } from '../../../shared/domain/democracy';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  CountField,
  DateField,
  FieldRow,
  LoadingBars,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import { RecordLinkField } from '../opinions/RecordLinkField';
import type { Participation } from './ParticipationTab';

type Values = Omit<InputOf<'democracy.saveParticipation'>, 'id' | 'version'>;

/** `id` null adds one. */
export function ParticipationForm({ id, onDone }: { id: number | null; onDone(): void }) {
  const query = useQueryOp('democracy.participationEntry', { id: id ?? 1 }, { enabled: id !== null });
  if (id !== null && !query.data) return <LoadingBars kind="lines" />;
  const row = id === null ? null : (query.data?.entry ?? null);
  return <Entry key={row ? `${row.id}:${row.version}` : 'new'} row={row} onDone={onDone} />;
}

function valuesOf(row: Participation): Values {
  const { kind, onDate, title, organiser, who, given, taken, result, eventId, link, note } = row;
  return { kind, onDate, title, organiser, who, given, taken, result, eventId, link, note };
}

function Entry({ row, onDone }: { row: Participation | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('democracy.saveParticipation', {
    failure: 'inline',
    done: (_, input) => t('democracy.saved', { name: input.title }),
  });
  const trash = useCommandOp('democracy.trashParticipation', {
    done: () => t('democracy.trashed', { name: row?.title ?? '' }),
  });
  return (
    <div className="so-stack">
      <RecordForm<Values>
        draftKey={`participation:${row?.id ?? 'new'}`}
        initial={row ? valuesOf(row) : { kind: 'comment', onDate: todayIso(), link: null }}
        onCancel={onDone}
        onSubmit={async (values) => {
          await save.run({ ...values, ...(row ? { id: row.id, version: row.version } : {}) });
          onDone();
        }}
      >
        <Fields autoFocus={row === null} />
      </RecordForm>
      {row && (
        <>
          <EvidenceBox entity="participation" entityId={row.id} title={t('democracy.files')} />
          <ActionButton
            size="small"
            action={{
              key: 'trash',
              label: t('democracy.trash'),
              icon: Trash2,
              danger: true,
              onClick: () => {
                trash.fire({ ids: [row.id] });
                onDone();
              },
            }}
          />
        </>
      )}
    </div>
  );
}

function Fields({ autoFocus }: { autoFocus: boolean }) {
  const t = useText();
  return (
    <>
      <FieldRow>
        <SelectField<ParticipationKind>
          name="kind"
          label={t('democracy.field.kind')}
          required
          options={PARTICIPATION_KINDS.map((value) => ({
            value,
            label: t(`democracy.participation.kinds.${value}`),
          }))}
        />
        <DateField name="onDate" label={t('democracy.field.onDate')} precision="day" required />
      </FieldRow>
      <TextField
        name="title"
        label={t('democracy.field.participationTitle')}
        required
        autoFocus={autoFocus}
        max={300}
      />
      <FieldRow>
        <TextField name="organiser" label={t('democracy.field.organiser')} optional max={200} />
        <TextField name="who" label={t('democracy.field.who')} optional max={200} />
      </FieldRow>
      <FieldRow>
        <CountField name="given" label={t('democracy.field.given')} optional />
        <CountField name="taken" label={t('democracy.field.taken')} optional />
      </FieldRow>
      <TextAreaField name="result" label={t('democracy.field.result')} optional max={2000} />
      <RecordLinkField name="link" label={t('democracy.field.link')} optional />
      <TextAreaField name="note" label={t('democracy.field.note')} optional max={1000} />
    </>
  );
}
