/** Steps of a case: planned, done, put in order, each with its pictures and papers. */
import { Checkbox } from 'antd';
import { ArrowDown, ArrowUp, Paperclip, Pencil, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useText } from '../../client';
import {
  type Action,
  ActionButton,
  DateField,
  Drawer,
  FieldRow,
  MoreMenu,
  RecordForm,
  Tag,
  TextAreaField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';
import { EvidenceBox } from '../files/EvidenceBox';
import type { Whole } from './useCare';

type Step = Whole['steps'][number];
interface Fields {
  name: string;
  plannedOn: string | null;
  doneOn: string | null;
  note: string | null;
}

function useSteps(whole: Whole) {
  const t = useText();
  const save = useCommandOp('care.saveSteps', { done: () => t('care.case.stepsSaved') });
  const plain = whole.steps.map(({ overdue: _o, papers: _p, ...step }) => step);
  const { id, version } = whole.row;
  const put = (steps: (Fields & { id: number | null })[]) => save.fire({ id, version, steps });
  return {
    change: (at: number, fields: Partial<Fields>) =>
      put(plain.map((step, i) => (i === at ? { ...step, ...fields } : step))),
    add: (fields: Fields) => put([...plain, { ...fields, id: null }]),
    remove: (at: number) => put(plain.filter((_, i) => i !== at)),
    move: (at: number, by: number) => {
      const next = [...plain];
      const [one] = next.splice(at, 1);
      if (one) next.splice(at + by, 0, one);
      put(next);
    },
  };
}

export function StepsCard({ whole }: { whole: Whole }) {
  const t = useText();
  const steps = useSteps(whole);
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const [papers, setPapers] = useState<Step | null>(null);
  const one = typeof editing === 'number' ? whole.steps[editing] : undefined;
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('care.case.steps')}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{ key: 'add', label: t('care.case.stepAdd'), icon: Plus, onClick: () => setEditing('new') }}
        />
      </div>
      <ol className="so-care-steps">
        {whole.steps.map((step, at) => (
          <li key={step.id}>
            <StepRow
              step={step}
              onDone={() => steps.change(at, { doneOn: step.doneOn === null ? todayIso() : null })}
              onPapers={() => setPapers(step)}
              menu={[
                { key: 'edit', label: t('care.case.stepEdit'), icon: Pencil, onClick: () => setEditing(at) },
                {
                  key: 'up',
                  label: t('care.case.stepUp'),
                  icon: ArrowUp,
                  disabled: at === 0,
                  onClick: () => steps.move(at, -1),
                },
                {
                  key: 'down',
                  label: t('care.case.stepDown'),
                  icon: ArrowDown,
                  disabled: at === whole.steps.length - 1,
                  onClick: () => steps.move(at, 1),
                },
                { key: 'off', label: t('care.case.stepOff'), icon: X, onClick: () => steps.remove(at) },
              ]}
            />
          </li>
        ))}
      </ol>
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('care.case.stepAdd') : t('care.case.stepEdit')}
        facts={whole.row.title}
      >
        {editing !== null && (
          <StepForm
            step={one}
            onClose={() => setEditing(null)}
            onSave={(fields) => {
              if (typeof editing === 'number') steps.change(editing, fields);
              else steps.add(fields);
              setEditing(null);
            }}
          />
        )}
      </Drawer>
      <Drawer
        open={papers !== null}
        onClose={() => setPapers(null)}
        title={t('care.case.stepPapers', { name: papers?.name ?? '' })}
        width={480}
      >
        {papers && (
          <EvidenceBox
            entity="care_step"
            entityId={papers.id}
            title={t('care.case.stepPapers', { name: papers.name })}
          />
        )}
      </Drawer>
    </section>
  );
}

function StepRow({
  step,
  onDone,
  onPapers,
  menu,
}: {
  step: Step;
  onDone(): void;
  onPapers(): void;
  menu: readonly Action[];
}) {
  const t = useText();
  const format = useFormat();
  const done = step.doneOn !== null;
  return (
    <>
      <div className="so-care-steps__head">
        <Checkbox
          checked={done}
          aria-label={t(done ? 'care.case.stepUndone' : 'care.case.stepDone', { name: step.name })}
          onChange={onDone}
        />
        <span className="so-row so-wrap">
          <span lang="vi" className="so-strong">
            {step.name}
          </span>
          {step.overdue && <Tag tone="bad">{t('care.case.overdue')}</Tag>}
          <span className="so-caption">
            {step.doneOn
              ? t('care.case.doneOn', { date: format.date(step.doneOn) })
              : step.plannedOn
                ? t('care.case.planned', { date: format.date(step.plannedOn) })
                : ''}
          </span>
        </span>
        <ActionButton
          size="small"
          action={{
            key: 'papers',
            label: t('care.case.papersCount', { count: step.papers }),
            icon: Paperclip,
            onClick: onPapers,
          }}
        />
        <MoreMenu actions={menu} size="small" label={t('care.case.stepEdit')} />
      </div>
      {step.note && (
        <p className="so-caption" lang="vi">
          {step.note}
        </p>
      )}
    </>
  );
}

function StepForm({
  step,
  onSave,
  onClose,
}: {
  step: Step | undefined;
  onSave(fields: Fields): void;
  onClose(): void;
}) {
  const t = useText();
  return (
    <RecordForm<Fields>
      draftKey={null}
      initial={step ?? {}}
      onCancel={onClose}
      onSubmit={async ({ name, plannedOn, doneOn, note }) =>
        onSave({ name, plannedOn: plannedOn ?? null, doneOn: doneOn ?? null, note: note ?? null })
      }
    >
      <TextField name="name" label={t('care.field.step')} required autoFocus max={150} />
      <FieldRow>
        <DateField name="plannedOn" label={t('care.field.plannedOn')} precision="day" />
        <DateField name="doneOn" label={t('care.field.doneOn')} precision="day" />
      </FieldRow>
      <TextAreaField name="note" label={t('care.field.note')} />
    </RecordForm>
  );
}
