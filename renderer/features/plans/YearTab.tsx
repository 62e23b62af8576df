/** The guided union year: the months, what each usually holds, what last year did, and the page to do it on. */
import { Info, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  Drawer,
  ErrorState,
  IconButton,
  LoadingBars,
  Note,
  Page,
  Tag,
  todayIso,
} from '../../ui';
import { CopyDrawer as EventCopyDrawer } from '../events/plan/CopyDrawer';
import { MonthSide } from './MonthSide';
import type { PlansTabProps } from './PlansPage';
import { StepActions, StepSeen } from './StepActions';
import { StepForm } from './StepForm';

type Month = OutputOf<'plans.unionYear'>['months'][number];
export type Step = Month['steps'][number];

export function YearTab({ frame, year, params, set }: PlansTabProps) {
  const t = useText();
  const query = useQueryOp('plans.unionYear', { year });
  const today = query.data?.today ?? todayIso();
  const running = Number(today.slice(0, 4)) === year ? Number(today.slice(5, 7)) : null;
  const asked = Number(params.get('month'));
  const shown = asked >= 1 && asked <= 12 ? asked : (running ?? 1);
  const month = query.data?.months.find((one) => one.month === shown);
  return (
    <Page {...frame} facts={[t('plans.guide.lead')]}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <LoadingBars rows={6} />}
      {query.data && (
        <div className="so-stack">
          <MonthStrip
            months={query.data.months}
            {...{ shown, running }}
            onChange={(chosen) => set({ month: chosen === running ? null : String(chosen) })}
          />
          {month && (
            <div className="so-plans-guide">
              <Steps month={month} year={year} />
              <MonthSide month={month} year={year} set={set} />
            </div>
          )}
          <Note tone="muc" icon={Info}>
            {t('plans.guide.note')}
          </Note>
        </div>
      )}
    </Page>
  );
}

interface MonthStripProps {
  months: readonly Month[];
  shown: number;
  running: number | null;
  onChange(month: number): void;
}

function MonthStrip({ months, shown, running, onChange }: MonthStripProps) {
  const t = useText();
  return (
    <div className="so-plans-strip" role="group" aria-label={t('plans.tabs.year')}>
      {months.map((one) => {
        const done = one.steps.filter((step) => step.now.length > 0).length;
        return (
          <button
            key={one.month}
            type="button"
            className={`so-plans-strip__month${one.month === running ? ' so-plans-strip__month--now' : ''}`}
            aria-pressed={one.month === shown}
            onClick={() => onChange(one.month)}
          >
            <span className="so-strong">{t('plans.month', { month: String(one.month) })}</span>
            <span className="so-caption">
              {one.month === running ? t('plans.guide.now') : `${done}/${one.steps.length}`}
            </span>
          </button>
        );
      })}
    </div>
  );
}

function Steps({ month, year }: { month: Month; year: number }) {
  const t = useText();
  const [editing, setEditing] = useState<{ step: Step | null } | null>(null);
  const [copied, setCopied] = useState<{ eventId: number; name: string } | null>(null);
  const trash = useCommandOp('plans.trashSteps', { done: () => t('plans.guide.stepTrashed') });
  const close = () => setEditing(null);
  return (
    <section className="so-plans-steps" aria-label={t('plans.guide.stepsOf', { month: String(month.month) })}>
      <div className="so-row">
        <h2>{t('plans.guide.stepsOf', { month: String(month.month) })}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            ...{ key: 'add', label: t('plans.guide.addStep'), icon: Plus },
            onClick: () => setEditing({ step: null }),
          }}
        />
      </div>
      {month.steps.length === 0 && <p className="so-caption">{t('plans.guide.noSteps')}</p>}
      {month.steps.map((step) => (
        <article key={step.id} className="so-card so-plans-step">
          <div className="so-row">
            <StepName step={step} />
            <span className="so-push" />
            <IconButton
              {...{ icon: PencilLine, size: 'small', label: t('plans.guide.editStep') }}
              onClick={() => setEditing({ step })}
            />
            <IconButton
              {...{ icon: Trash2, size: 'small', label: t('plans.trash') }}
              onClick={() => trash.fire({ ids: [step.id] })}
            />
          </div>
          <StepSeen step={step} />
          <StepActions step={step} year={year} onCopyEvent={setCopied} />
        </article>
      ))}
      <Drawer
        open={editing !== null}
        onClose={close}
        title={t(editing?.step ? 'plans.guide.editStep' : 'plans.guide.addStep')}
        width={480}
      >
        {editing && <StepForm step={editing.step} month={month.month} onDone={close} />}
      </Drawer>
      <EventCopyDrawer from={copied} onClose={() => setCopied(null)} />
    </section>
  );
}

function StepName({ step }: { step: Step }) {
  const t = useText();
  const english = t.language === 'en';
  const name = english ? (step.nameEn ?? step.name) : step.name;
  const hint = english ? step.hintEn : step.hint;
  return (
    <div>
      <h3 {...(english && step.nameEn === null ? { lang: 'vi' } : {})}>
        {name} {step.official && <Tag tone="line">{t('plans.guide.official')}</Tag>}
      </h3>
      {hint && <p className="so-caption">{hint}</p>}
    </div>
  );
}
