/** A regulation, new or edited, with its text attached. */
import { Trash2 } from 'lucide-react';
import type { InputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  CheckField,
  DateField,
  FieldRow,
  LoadingBars,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import type { Regulation } from './RegulationsTab';

type Values = Omit<InputOf<'democracy.saveRegulation'>, 'id' | 'version'>;

/** `id` null adds one. */
export function RegulationForm({ id, onDone }: { id: number | null; onDone(): void }) {
  const query = useQueryOp('democracy.regulations', { limit: 500 });
  if (!query.data) return <LoadingBars kind="lines" />;
  const { rows } = query.data;
  const row = rows.find((one) => one.id === id) ?? null;
  return <Entry key={row ? `${row.id}:${row.version}` : 'new'} row={row} all={rows} onDone={onDone} />;
}

function valuesOf(row: Regulation): Values {
  const { name, number, issuedOn, issuer, consulted, endedOn, replacesId, note } = row;
  return { name, number, issuedOn, issuer, consulted, endedOn, replacesId, note };
}

function Entry({ row, all, onDone }: { row: Regulation | null; all: readonly Regulation[]; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('democracy.saveRegulation', {
    failure: 'inline',
    done: (_, input) => t('democracy.saved', { name: input.name }),
  });
  const trash = useCommandOp('democracy.trashRegulations', {
    done: () => t('democracy.trashed', { name: row?.name ?? '' }),
  });
  const others = all.filter((one) => one.id !== row?.id);
  return (
    <div className="so-stack">
      <RecordForm<Values>
        draftKey={`regulation:${row?.id ?? 'new'}`}
        initial={row ? valuesOf(row) : { consulted: false }}
        onCancel={onDone}
        onSubmit={async (values) => {
          const own = row ? { id: row.id, version: row.version } : {};
          await save.run({ ...values, ...own, consulted: values.consulted === true });
          onDone();
        }}
      >
        <TextField
          name="name"
          label={t('democracy.field.regulationName')}
          required
          autoFocus={row === null}
          max={200}
        />
        <FieldRow>
          <TextField name="number" label={t('democracy.field.number')} optional max={60} />
          <DateField name="issuedOn" label={t('democracy.field.issuedOn')} precision="day" required />
        </FieldRow>
        <TextField name="issuer" label={t('democracy.field.issuer')} optional max={200} />
        <CheckField name="consulted" label={t('democracy.field.consulted')} />
        {others.length > 0 && (
          <SelectField<number>
            name="replacesId"
            label={t('democracy.field.replacesId')}
            optional
            clearable
            options={others.map((one) => ({
              value: one.id,
              label: [one.number, one.name].filter(Boolean).join(' · '),
            }))}
          />
        )}
        <DateField name="endedOn" label={t('democracy.field.regulationEnded')} precision="day" optional />
        <TextAreaField name="note" label={t('democracy.field.note')} optional max={1000} />
      </RecordForm>
      {row && (
        <>
          <EvidenceBox entity="regulation" entityId={row.id} title={t('democracy.files')} />
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
