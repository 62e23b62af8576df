/** What is due and what is missing; each row leads to where it is put right. */
import { ChevronRight, CircleAlert, Clock, Eye } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import type { IndicatorId } from '../../../shared/domain/indicators';
import { useQueryOp, useText } from '../../client';
import { ActionButton, ErrorState, Icon, Tag, useFormat } from '../../ui';

type Row = OutputOf<'dashboard.due'>['rows'][number];

const PLACES: Partial<Record<Row['kind'], string>> = {
  setupOpen: '/organisation',
  unitUnnamed: '/organisation',
  backupOld: '/settings/backup',
  copyAwayOld: '/settings/backup',
  copyAwayNone: '/settings/backup',
  reviewNotStarted: '/review',
  proposalsMissing: '/awards?tab=proposals',
  certificatesNotPrinted: '/certificates',
  plansOverdue: '/plans?tab=plan&check=overdue',
  plansSoon: '/plans?tab=plan&check=soon',
  targetsBehind: '/targets?state=behind',
  requestsOverdue: '/settings/personal',
  requestsDue: '/settings/personal',
  documentsOverdue: '/documents?tab=in&check=overdue',
  documentsDue: '/documents?tab=in&check=soon',
  opinionsOverdue: '/opinions?show=overdue&year=all',
  opinionsDue: '/opinions?show=soon&year=all',
  labourEnding: '/opinions?tab=labour&state=ending',
  conferencesMissing: '/opinions?tab=conferences',
  agreementCommitmentsOverdue: '/agreements?check=overdue',
  agreementsToClose: '/agreements?state=ended',
  agreementsEnding: '/agreements?state=running',
  partyOverdue: '/party?tab=files&check=overdue',
  partyUnwritten: '/party?tab=files&check=unwritten',
  careStepsOverdue: '/welfare?tab=cases&check=overdue',
  visitsUnpaid: '/welfare?tab=visits&year=all&check=noVoucher',
  casesUnpaid: '/welfare?tab=cases&year=all&check=noVoucher',
  casesWithoutPapers: '/welfare?tab=cases&check=noHandover',
  giftsUnsigned: '/welfare?year=all&check=unsigned',
  giftsUnpaid: '/welfare?year=all&check=noVoucher',
  duesBehind: '/dues?tab=behind&filter=long',
  drivesLate: '/dues?tab=drives&filter=late',
  donorsNotThanked: '/dues?tab=donors&filter=notThanked',
  earmarksOver: '/dues?tab=earmarks',
  voucherDrafts: '/funds?fund=all&tab=vouchers&status=draft',
  findingsOverdue: '/inspection?tab=findings&show=overdue',
  inspectionsLate: '/inspection',
  womenLate: '/women',
  followUpsOverdue: '/events/follow-ups?show=overdue',
};

/** Rows shown before the rest is asked for: what is overdue comes first. */
const FIRST = 12;

export function DueCard({ from, to, open }: { from: string; to: string; open(id: IndicatorId): string }) {
  const t = useText();
  const query = useQueryOp('dashboard.due', { from, to }, { keep: true });
  const rows = query.data?.rows ?? [];
  const [all, setAll] = useState(false);
  const shown = all || rows.length <= FIRST + 1 ? rows : rows.slice(0, FIRST);
  return (
    <section className="so-card so-dash-due">
      <div className="so-card__head">
        <h2>{t('dashboard.due.title')}</h2>
        {rows.length > 0 && (
          <span className="so-caption">{t('dashboard.due.count', { count: rows.length })}</span>
        )}
      </div>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && rows.length === 0 && <p className="so-caption">{t('dashboard.due.none')}</p>}
      <ul>
        {shown.map((row) => (
          <li key={row.kind}>
            <DueRow row={row} open={open} />
          </li>
        ))}
        {shown.length < rows.length && (
          <li className="so-dash-due__more">
            <ActionButton
              size="small"
              action={{
                key: 'all',
                label: t('dashboard.due.all', { count: rows.length }),
                onClick: () => setAll(true),
              }}
            />
          </li>
        )}
      </ul>
    </section>
  );
}

function DueRow({ row, open }: { row: Row; open(id: IndicatorId): string }) {
  const t = useText();
  const format = useFormat();
  const to = row.indicator
    ? open(row.indicator)
    : row.kind === 'setNotConfirmed'
      ? '/review/sets'
      : row.reviewId !== null
        ? `/review/${row.reviewId}`
        : (PLACES[row.kind] ?? '/');
  const tone = { late: 'bad', soon: 'warn', look: 'neutral' } as const;
  const icon = { late: CircleAlert, soon: Clock, look: Eye } as const;
  return (
    <Link to={to} className="so-dash-due__row">
      <span className="so-dash-due__when">
        <Tag tone={tone[row.urgency]} icon={icon[row.urgency]}>
          {t(`dashboard.due.${row.urgency}`)}
        </Tag>
      </span>
      <span className="so-dash-due__what">{t(`dashboard.due.${row.kind}`, { count: row.count ?? 0 })}</span>
      <span className="so-caption">
        {row.due
          ? t('dashboard.due.until', { date: format.date(row.due) })
          : t.any(`dashboard.due.${row.kind}How`)}
      </span>
      <Icon of={ChevronRight} />
    </Link>
  );
}
