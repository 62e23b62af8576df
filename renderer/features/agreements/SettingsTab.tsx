/** Scales that contents are scored by, and how long before its end an agreement is called to mind. */
import { PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  Drawer,
  FieldRow,
  IconButton,
  Page,
  PlainTable,
  RecordForm,
  ScoreField,
  TextAreaField,
  TextField,
  useFormat,
} from '../../ui';
import { readScore } from '../../ui/form/numberFields';
import type { AgreementsTabProps } from './AgreementsPage';
import { useAgreementWords } from './words';

type Scale = OutputOf<'agreements.scales'>['rows'][number];

export function SettingsTab({ frame }: Pick<AgreementsTabProps, 'frame'>) {
  const t = useText();
  const scales = useQueryOp('agreements.scales', {}).data?.rows ?? [];
  const reminders = useQueryOp('agreements.reminders', {}).data?.days;
  const [editing, setEditing] = useState<Scale | 'new' | null>(null);
  const close = () => setEditing(null);
  const add = {
    key: 'add',
    label: t('agreements.scale.add'),
    icon: Plus,
    onClick: () => setEditing('new'),
  };
  return (
    <Page {...frame}>
      <div className="so-stack so-agreements-settings">
        <h2>{t('agreements.scale.title')}</h2>
        <Scales scales={scales} onEdit={setEditing} />
        <span>
          <ActionButton action={add} />
        </span>
        <h2>{t('agreements.reminders.title')}</h2>
        {reminders && <Reminders key={reminders.join()} days={reminders} />}
      </div>
      <Drawer
        open={editing !== null}
        onClose={close}
        title={t(editing === 'new' ? 'agreements.scale.add' : 'agreements.scale.edit')}
        width={480}
      >
        {editing && <ScaleForm scale={editing === 'new' ? null : editing} onDone={close} />}
      </Drawer>
    </Page>
  );
}

function Scales({ scales, onEdit }: { scales: readonly Scale[]; onEdit(scale: Scale): void }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('agreements.trashScales', { done: () => t('agreements.scale.trashed') });
  const { named: nameOf } = useAgreementWords();
  const columns: Column<Scale>[] = [
    {
      key: 'name',
      header: t('agreements.scale.title'),
      cell: (one) => <span className="so-strong">{nameOf(one)}</span>,
    },
    {
      key: 'most',
      header: t('agreements.field.most'),
      width: 120,
      align: 'right',
      cell: (one) => format.decimal(one.most),
    },
    {
      key: 'grades',
      header: t('agreements.field.grades'),
      width: 330,
      cell: (one) => one.grades.map((each) => `${nameOf(each)} ≥ ${format.decimal(each.least)}`).join(', '),
    },
    {
      key: 'used',
      header: t('agreements.col.used'),
      width: 120,
      cell: (one) => (one.used === 0 ? '' : t('agreements.scale.used', { count: one.used })),
    },
    {
      key: 'tools',
      header: '',
      width: 76,
      cell: (one) => (
        <span className="so-row">
          <IconButton
            icon={PencilLine}
            size="small"
            label={t('agreements.scale.edit')}
            onClick={() => onEdit(one)}
          />
          {one.used === 0 && (
            <IconButton
              icon={Trash2}
              size="small"
              label={t('agreements.toTrash')}
              onClick={() => trash.fire({ ids: [one.id] })}
            />
          )}
        </span>
      ),
    },
  ];
  return (
    <PlainTable
      framed
      caption={t('agreements.scale.title')}
      columns={columns}
      rows={scales}
      rowKey={(one) => one.id}
    />
  );
}

/** "9: Tốt" in lines; undefined where a line cannot be read. */
function readGrades(
  text: string | null,
): { least: number; name: string; nameEn: string | null }[] | undefined {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  const grades = lines.flatMap((line) => {
    const [, least = '', name = ''] = /^\s*([\d.,]+)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
    const value = readScore(least);
    return value === null || name === '' ? [] : [{ least: value, name, nameEn: null }];
  });
  return grades.length === lines.length ? grades : undefined;
}

interface ScaleValues {
  name: string;
  nameEn: string | null;
  most: number;
  step: number;
  grades: string | null;
}

function ScaleForm({ scale, onDone }: { scale: Scale | null; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const save = useCommandOp('agreements.saveScale', {
    failure: 'inline',
    done: () => t('agreements.scale.saved'),
  });
  const known = scale?.grades.map((one) => `${format.decimal(one.least)}: ${one.name}`).join('\n') ?? null;
  return (
    <RecordForm<ScaleValues>
      draftKey={null}
      initial={
        scale
          ? {
              name: scale.name,
              nameEn: scale.nameEn ?? null,
              most: scale.most,
              step: scale.step,
              grades: known,
            }
          : { most: 10, step: 0.5 }
      }
      onCancel={onDone}
      onSubmit={async ({ grades, ...fields }) => {
        const read = readGrades(grades) ?? [];
        await save.run({
          ...fields,
          grades: read.map((one) => ({
            ...one,
            nameEn: scale?.grades.find((old) => old.name === one.name)?.nameEn ?? null,
          })),
          id: scale?.id ?? null,
          version: scale?.version ?? null,
        });
        onDone();
      }}
    >
      <TextField name="name" label={t('agreements.scale.title')} required max={100} autoFocus />
      <TextField name="nameEn" label={t('agreements.field.nameEn')} optional max={100} />
      <FieldRow>
        <ScoreField name="most" label={t('agreements.field.most')} required />
        <ScoreField name="step" label={t('agreements.field.step')} required />
      </FieldRow>
      <TextAreaField
        name="grades"
        label={t('agreements.field.grades')}
        hint={t('agreements.scale.gradesHint')}
        optional
        rules={[
          {
            validator: async (_, value: string | null) => {
              if (readGrades(value) === undefined) throw new Error(t('agreements.scale.gradesBad'));
            },
          },
        ]}
      />
    </RecordForm>
  );
}

/** "180, 90, 30"; undefined where it cannot be read. */
function readDays(text: string | null): number[] | undefined {
  const parts = (text ?? '').split(/[,;\s]+/).filter(Boolean);
  const days = parts.map(Number);
  return days.every((one) => Number.isInteger(one) && one >= 1 && one <= 3650) ? days : undefined;
}

function Reminders({ days }: { days: readonly number[] }) {
  const t = useText();
  const save = useCommandOp('agreements.setReminders', {
    failure: 'inline',
    done: () => t('agreements.reminders.saved'),
  });
  return (
    <RecordForm<{ days: string | null }>
      draftKey={null}
      initial={{ days: days.join(', ') }}
      saveLabel={t('agreements.reminders.save')}
      onSubmit={async (values) => save.run({ days: readDays(values.days) ?? [] })}
    >
      <TextField
        name="days"
        label={t('agreements.reminders.label')}
        hint={t('agreements.reminders.hint')}
        rules={[
          {
            validator: async (_, value: string | null) => {
              if (readDays(value) === undefined) throw new Error(t('agreements.reminders.bad'));
            },
          },
        ]}
      />
    </RecordForm>
  );
}
