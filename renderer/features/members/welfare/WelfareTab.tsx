/** What the union gave a member and the family: gifts, visits, cases of help. */
import { HeartHandshake, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { giftWords } from '../../../../shared/domain/welfare';
import { useQueryOp, useText } from '../../../client';
import { ActionButton, Drawer, EmptyState, ErrorState, LoadingBars, Tag, useFormat } from '../../../ui';
import '../../care/care.css';
import { VisitForm } from '../../care/VisitForm';

type Told = OutputOf<'care.ofMember'>;

export default function WelfareTab({ member }: { member: OutputOf<'members.get'> }) {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('care.ofMember', { memberId: member.id });
  const [adding, setAdding] = useState(false);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const told = query.data;
  if (!told) return <LoadingBars kind="lines" />;
  const empty = told.gifts.length + told.visits.length + told.cases.length === 0;
  const add = {
    key: 'add',
    label: t('care.memberPage.addVisit'),
    icon: Plus,
    onClick: () => setAdding(true),
  };
  return (
    <div className="so-stack">
      {empty ? (
        <EmptyState icon={HeartHandshake} title={t('care.memberPage.none')} primary={add} />
      ) : (
        <>
          <div className="so-row">
            <span className="so-strong">
              {t('care.memberPage.total', { amount: format.money(told.total) })}
            </span>
            <span className="so-push" />
            <ActionButton size="small" action={add} />
          </div>
          <Parts told={told} />
        </>
      )}
      <Drawer
        open={adding}
        onClose={() => setAdding(false)}
        title={t('care.visit.add')}
        facts={member.fields.fullName}
        width={520}
      >
        {adding && (
          <VisitForm
            member={{ id: member.id, name: member.fields.fullName }}
            onDone={() => setAdding(false)}
          />
        )}
      </Drawer>
    </div>
  );
}

function Parts({ told }: { told: Told }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <Part title={t('care.memberPage.visits')} count={told.visits.length}>
        {told.visits.map((row) => (
          <Line key={row.id} to={`/welfare?tab=visits&year=all&visit=${row.id}`} date={row.onDate}>
            {[t.language === 'en' ? (row.reasonEn ?? row.reason) : row.reason, row.member && row.name]
              .filter(Boolean)
              .join(': ')}
            <span className="so-number">{giftWords(row, t.language)}</span>
          </Line>
        ))}
      </Part>
      <Part title={t('care.memberPage.cases')} count={told.cases.length}>
        {told.cases.map((row) => (
          <Line key={row.id} to={`/welfare/cases/${row.id}`} date={row.openedOn}>
            {row.title}
            <Tag tone="line">{t(`care.state.${row.state}`)}</Tag>
            <span className="so-number">{format.money(row.total)}</span>
          </Line>
        ))}
      </Part>
      <Part title={t('care.memberPage.gifts')} count={told.gifts.length}>
        {told.gifts.map((row) => (
          <Line key={`${row.campaignId}-${row.onDate}`} to={`/welfare/${row.campaignId}`} date={row.onDate}>
            {row.name}
            <span className="so-number">{giftWords(row, t.language)}</span>
          </Line>
        ))}
      </Part>
    </>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className="so-card" aria-label={title}>
      <div className="so-card__head">
        <h2>{title}</h2>
        <span className="so-caption">{count}</span>
      </div>
      <ul className="so-care-lines">{children}</ul>
    </section>
  );
}

function Line({ to, date, children }: { to: string; date: string; children: ReactNode }) {
  const format = useFormat();
  return (
    <li className="so-row so-wrap">
      <span className="so-muted">{format.date(date)}</span>
      <Link to={to} className="so-row so-wrap" lang="vi">
        {children}
      </Link>
    </li>
  );
}
