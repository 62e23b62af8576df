/** The first page: key figures, what is due, the review, and charts whose every bar opens its list. */
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useQueryOp, useText } from '../../client';
import { ChoiceChips, ErrorState, IconButton, LoadingBars, Page, todayIso, useFormat } from '../../ui';
import { ComingLine } from '../calendar/ComingLine';
import { OccasionReminders } from '../calendar/OccasionReminders';
import { DuesCard } from '../dues/DuesCard';
import { FundsCard } from '../funds/FundsCard';
import { AsOfChip } from '../members/views/AsOfChip';
import { WelfareCard } from '../welfare/WelfareCard';
import { Charts } from './Charts';
import { DueCard } from './DueCard';
import '../members/members.css';
import './dashboard.css';
import { KeyFigures } from './KeyFigures';
import { partName } from './parts';
import { PERIOD_KINDS, useDashboardPeriod, useListAddress } from './period';
import { RecordsDrawer } from './RecordsDrawer';
import { ReviewCard } from './ReviewCard';

export type Figures = OutputOf<'dashboard.figures'>;

export default function DashboardPage() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const period = useDashboardPeriod();
  const { from, to } = period;
  const lists = useListAddress({ from, to });
  const unit = useQueryOp('organisation.get', {}).data?.profile?.shortName;
  const query = useQueryOp('dashboard.figures', { from, to }, { keep: true });
  const { data } = query;
  const list =
    lists.list && data ? { ...lists.list, part: partName(lists.list.slice ?? null, data, t) } : null;
  return (
    <Page
      title={period.title}
      facts={[
        format.weekdayDate(todayIso()),
        unit,
        data && data.asOf !== todayIso() && t('dashboard.counted', { date: format.date(data.asOf) }),
      ]}
      extra={<PeriodSwitch period={period} />}
      primary={{
        key: 'record',
        label: t('dashboard.record'),
        icon: Plus,
        keys: 'Ctrl N',
        onClick: () => navigate('/events/new'),
      }}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!data && !query.error && <LoadingBars />}
      {data && (
        <div className="so-dash">
          <KeyFigures data={data} open={lists.to} />
          <ComingLine />
          <OccasionReminders />
          <div className="so-dash__pair">
            <DueCard from={from} to={to} open={lists.to} />
            <ReviewCard year={period.year} />
          </div>
          <FundsCard year={period.year} />
          <DuesCard year={period.year} />
          <WelfareCard year={period.year} />
          <Charts data={data} open={lists.to} />
        </div>
      )}
      <RecordsDrawer list={list} onClose={lists.close} />
    </Page>
  );
}

function PeriodSwitch({ period }: { period: ReturnType<typeof useDashboardPeriod> }) {
  const t = useText();
  const names = {
    year: t('dashboard.year', { year: period.year }),
    half: t('dashboard.half'),
    union: t('dashboard.union'),
  };
  return (
    <div className="so-row">
      <AsOfChip value={period.on} onChange={period.setDay} />
      <IconButton
        icon={ChevronLeft}
        label={t('dashboard.before')}
        size="small"
        onClick={() => period.setYear(period.year - 1)}
      />
      <ChoiceChips
        label={t('dashboard.period')}
        items={PERIOD_KINDS.map((key) => ({ key, label: names[key] }))}
        active={period.kind}
        onChange={period.setKind}
      />
      <IconButton
        icon={ChevronRight}
        label={t('dashboard.after')}
        size="small"
        disabled={period.year >= period.running}
        onClick={() => period.setYear(period.year + 1)}
      />
    </div>
  );
}
