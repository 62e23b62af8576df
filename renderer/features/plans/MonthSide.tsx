/** Beside the steps of a month: what its work plan holds, and what last year's had that is not copied. */
import { CopyPlus, NotebookPen } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useText } from '../../client';
import { ActionButton, Tag } from '../../ui';
import type { PlansTabProps } from './PlansPage';
import { StatusTag } from './words';

interface MonthSideProps {
  month: OutputOf<'plans.unionYear'>['months'][number];
  year: number;
  set: PlansTabProps['set'];
}

export function MonthSide({ month, year, set }: MonthSideProps) {
  const t = useText();
  const copy = useCommandOp('plans.copy', {
    done: (data, input) => t('plans.copyDone', { count: data.count, year: String(input.year) }),
  });
  const title = t('plans.guide.planOf', { month: String(month.month) });
  return (
    <section className="so-card so-plans-side" aria-label={title}>
      <h2>{title}</h2>
      {month.plan.length === 0 && <p className="so-caption">{t('plans.guide.planNone')}</p>}
      <ul className="so-plans-lines">
        {month.plan.map((item) => (
          <li key={item.id}>
            <Link to={`/plans?item=${item.id}&year=${year}`} lang="vi">
              {item.text}
            </Link>{' '}
            {item.late ? (
              <Tag tone="bad">{t('plans.checks.overdue')}</Tag>
            ) : (
              <StatusTag row={{ status: item.status, late: null }} />
            )}
          </li>
        ))}
      </ul>
      <ActionButton
        size="small"
        action={{
          ...{ key: 'plan', label: t('plans.guide.openPlan'), icon: NotebookPen },
          onClick: () => set({ tab: 'plan', month: null }),
        }}
      />
      {month.left.length > 0 && (
        <>
          <h3>{t('plans.guide.leftOf')}</h3>
          <ul className="so-plans-lines" lang="vi">
            {month.left.map((item) => (
              <li key={item.id}>{item.text}</li>
            ))}
          </ul>
          <ActionButton
            size="small"
            action={{
              ...{ key: 'copy', label: t('plans.guide.copyLeft', { year: String(year) }), icon: CopyPlus },
              running: copy.running,
              onClick: () => copy.fire({ ids: month.left.map((item) => item.id), year }),
            }}
          />
        </>
      )}
    </section>
  );
}
