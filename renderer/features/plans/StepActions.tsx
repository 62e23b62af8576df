/** What years have of a step, and the buttons that open the right page, with last year's copy where there is one. */
import { ArrowRight, CopyPlus, Plus } from 'lucide-react';
import { Link, useNavigate } from 'react-router-dom';
import { isPage } from '../../../shared/domain/plans';
import { type Translate, useCommandOp, useText } from '../../client';
import { type Action, ActionButton, Tag, todayIso, useFormat } from '../../ui';
import { PAGE_PATHS } from './words';
import type { Step } from './YearTab';

type Seen = Step['last'][number];

const PATHS: Readonly<Record<Seen['entity'], (id: number) => string>> = {
  event: (id) => `/events/${id}`,
  welfare_campaign: (id) => `/welfare/${id}`,
  award_round: (id) => `/awards/rounds/${id}`,
  review: (id) => `/review/${id}`,
  plan: (id) => `/plans?tab=plan&year=${id}`,
};
/** Pages the papers of a year are closed on, and from which month that is. */
const CLOSING_PAGES: ReadonlySet<string> = new Set(['review', 'figures', 'reports']);
const CLOSING_FROM = 11;

function nameOf(seen: Seen, t: Translate): string {
  if (seen.entity === 'review') return t('plans.guide.review', { year: seen.label });
  if (seen.entity === 'plan')
    return t('plans.guide.planItems', { year: String(seen.id), count: Number(seen.label) });
  return seen.label;
}

function SeenLine({ label, rows }: { label: string; rows: readonly Seen[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <p className="so-plans-seen">
      <span className="so-muted">{label}</span>
      {rows.map((row, at) => (
        <span key={`${row.entity}-${row.id}`}>
          {at > 0 && '; '}
          <Link
            to={PATHS[row.entity](row.id)}
            {...(row.entity === 'review' || row.entity === 'plan' ? {} : { lang: 'vi' })}
          >
            {nameOf(row, t)}
          </Link>
          {row.date && row.entity !== 'review' && <span className="so-muted"> {format.date(row.date)}</span>}
        </span>
      ))}
    </p>
  );
}

export function StepSeen({ step }: { step: Step }) {
  const t = useText();
  return (
    <>
      {step.now.length > 0 && (
        <div className="so-row so-wrap">
          <Tag tone="ok">{t('plans.guide.done')}</Tag>
          <SeenLine label="" rows={step.now} />
        </div>
      )}
      {step.last.length > 0 && <SeenLine label={t('plans.guide.lastYear')} rows={step.last} />}
      {step.last.length === 0 && step.opens !== 'page' && (
        <p className="so-caption">{t('plans.guide.lastNone')}</p>
      )}
    </>
  );
}

interface StepActionsProps {
  step: Step;
  year: number;
  onCopyEvent(from: { eventId: number; name: string }): void;
}

export function StepActions({ step, year, onCopyEvent }: StepActionsProps) {
  const actions = useActions({ step, year, onCopyEvent });
  const [first, ...rest] = actions;
  return (
    <div className="so-row so-wrap">
      {first && <ActionButton size="small" primary={step.now.length === 0} action={first} />}
      {rest.map((one) => (
        <ActionButton key={one.key} size="small" action={one} />
      ))}
    </div>
  );
}

function useActions({ step, year, onCopyEvent }: StepActionsProps): Action[] {
  const t = useText();
  const navigate = useNavigate();
  const copy = useCommandOp('welfare.copyCampaign', { done: () => t('plans.guide.campaignCopied') });
  const [last] = step.last;
  const go = (key: string, label: string, path: string): Action => ({
    ...{ key, label, icon: key === 'add' ? Plus : ArrowRight },
    onClick: () => navigate(path),
  });
  if (step.opens === 'page') {
    if (!isPage(step.what)) return [];
    const own = step.what === 'plans' && step.month === 12 ? year + 1 : year;
    const path = step.what === 'plans' ? `${PAGE_PATHS.plans}&year=${own}` : PAGE_PATHS[step.what];
    const open = go('open', t('plans.guide.open', { name: t(`plans.pages.${step.what}`) }), path);
    return CLOSING_PAGES.has(step.what) && step.month >= CLOSING_FROM
      ? [open, go('pack', t('yearEnd.titleOf', { year: String(year) }), `/year-end?year=${year}`)]
      : [open];
  }
  if (step.opens === 'campaign') {
    const add = go('add', t('plans.guide.addCampaign'), `/welfare/new?occasion=${step.what}`);
    if (!last) return [add];
    const again: Action = {
      ...{ key: 'copy', label: t('plans.guide.copyCampaign'), icon: CopyPlus, running: copy.running },
      onClick: () =>
        void copy.run({ id: last.id, year }).then(
          (made) => navigate(`/welfare/${made.id}`),
          () => undefined,
        ),
    };
    return [again, add];
  }
  const day = `${year}-${String(step.month).padStart(2, '0')}-01`;
  const query = new URLSearchParams({ kind: step.what, ...(day >= todayIso() ? { startsOn: day } : {}) });
  const add = go('add', t('plans.guide.addEvent'), `/events/new?${query.toString()}`);
  if (!last) return [add];
  return [
    {
      ...{ key: 'copy', label: t('plans.guide.copyEvent'), icon: CopyPlus },
      onClick: () => onCopyEvent({ eventId: last.id, name: last.label }),
    },
    add,
  ];
}
