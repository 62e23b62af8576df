/** The steps: how they are called here, and when somebody is reminded. */
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { CountField, Drawer, IconButton, Page, PlainTable, RecordForm, TextField } from '../../ui';
import type { PartyTabProps } from './PartyPage';
import { type Stage, thisYear, useStageName } from './words';

export function StagesTab({ frame }: PartyTabProps) {
  const t = useText();
  const nameOf = useStageName();
  const [editing, setEditing] = useState<Stage | null>(null);
  const rows = useQueryOp('party.overview', { year: thisYear() }).data?.stages ?? [];
  return (
    <Page {...frame}>
      <div className="so-stack">
        <p>{t('party.stages.lead')}</p>
        <PlainTable
          framed
          caption={t('party.tabs.stages')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', header: t('party.field.name'), cell: (row) => nameOf(row.code) },
            {
              key: 'months',
              header: t('party.field.months'),
              width: 260,
              cell: (row) =>
                row.months === null
                  ? t('party.stages.never')
                  : t('party.stages.months', { count: row.months }),
            },
            {
              key: 'tools',
              header: '',
              width: 52,
              cell: (row) => (
                <IconButton
                  icon={PencilLine}
                  size="small"
                  label={`${t('party.stages.edit')}: ${nameOf(row.code)}`}
                  onClick={() => setEditing(row)}
                />
              ),
            },
          ]}
        />
      </div>
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={t('party.stages.edit')}
        width={420}
      >
        {editing && <StageForm stage={editing} onDone={() => setEditing(null)} />}
      </Drawer>
    </Page>
  );
}

function StageForm({ stage, onDone }: { stage: Stage; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('party.saveStage', {
    failure: 'inline',
    done: (_, input) => t('party.stages.saved', { name: input.name }),
  });
  return (
    <RecordForm<Pick<Stage, 'name' | 'nameEn' | 'months'>>
      draftKey={`party-stage:${stage.id}`}
      initial={stage}
      onCancel={onDone}
      onSubmit={async ({ name, nameEn, months }) => {
        const input = { id: stage.id, version: stage.version, name };
        await save.run({ ...input, nameEn: nameEn ?? null, months: months ?? null });
        onDone();
      }}
    >
      <TextField name="name" label={t('party.field.name')} required autoFocus max={80} />
      <TextField name="nameEn" label={t('party.field.nameEn')} optional max={80} />
      {stage.code !== 'nominated' && (
        <CountField
          name="months"
          label={t('party.field.months')}
          hint={t('party.stages.monthsHint')}
          unit={t('party.stages.monthsUnit')}
          optional
          max={120}
        />
      )}
    </RecordForm>
  );
}
