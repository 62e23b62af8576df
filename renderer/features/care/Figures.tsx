/** Figures of visits and of cases of a year; each opens its list. */
import { useQueryOp, useText } from '../../client';
import { FigureLink, FiguresStrip, type StripFigure, useFormat } from '../../ui';
import { nameOf } from './useCare';

const useYear = (year: number) =>
  useQueryOp('care.figures', { from: `${year}-01-01`, to: `${year}-12-31` }, { keep: true }).data;

export function VisitFigures({ year }: { year: number }) {
  const t = useText();
  const format = useFormat();
  const data = useYear(year);
  if (!data) return null;
  const to = (rest = '') => `/welfare?tab=visits&year=${year}${rest}`;
  const figures: StripFigure[] = [
    {
      key: 'visits',
      label: t('care.figure.visits'),
      value: format.count(data.visits),
      note: t(data.unnamed > 0 ? 'care.figure.peopleLeast' : 'care.figure.people', { count: data.people }),
      to: to(),
    },
    {
      key: 'money',
      label: t('care.figure.money'),
      value: format.money(data.money),
      note: t('care.figure.kindValue', { amount: format.money(data.kindValue) }),
      to: to(),
    },
    {
      key: 'noVoucher',
      label: t('care.figure.noVoucher'),
      value: format.count(data.noVoucher.visits),
      note: t('care.figure.noVoucherNote', { amount: format.money(data.noVoucher.money) }),
      to: to('&check=noVoucher'),
      ...(data.noVoucher.visits > 0 ? { tone: 'warn' as const } : {}),
    },
  ];
  return (
    <div className="so-care-year">
      <FiguresStrip label={t('care.figure.label')} figures={figures} />
      {data.reasons.length > 0 && (
        <p className="so-caption">
          {t('care.figure.byReason')}{' '}
          {data.reasons.map((row, at) => (
            <span key={row.reasonId}>
              {at > 0 && ' · '}
              {nameOf(t, row)}{' '}
              <FigureLink label={nameOf(t, row)} to={to(`&reason=${row.reasonId}`)}>
                {format.count(row.visits)}
              </FigureLink>
            </span>
          ))}
        </p>
      )}
      {data.sources.length > 1 && (
        <p className="so-caption">
          {t('care.figure.bySource')}{' '}
          {data.sources.map((row, at) => (
            <span key={row.source}>
              {at > 0 && ' · '}
              {t(`care.source.${row.source}`)}{' '}
              <FigureLink label={t(`care.source.${row.source}`)} to={to(`&source=${row.source}`)}>
                {format.money(row.money)}
              </FigureLink>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

export function CaseFigures({ year }: { year: number }) {
  const t = useText();
  const format = useFormat();
  const data = useYear(year);
  if (!data) return null;
  const { cases } = data;
  const to = (rest = '') => `/welfare?tab=cases&year=${year}${rest}`;
  const figures: StripFigure[] = [
    { key: 'open', label: t('care.figure.open'), value: format.count(cases.open), to: to('&state=open') },
    {
      key: 'finished',
      label: t('care.figure.finished'),
      value: format.count(cases.finished),
      to: to('&state=finished'),
    },
    { key: 'money', label: t('care.figure.caseMoney'), value: format.money(cases.money), to: to() },
    {
      key: 'overdue',
      label: t('care.figure.overdue'),
      value: format.count(cases.overdue),
      to: '/welfare?tab=cases&year=all&check=overdue',
      ...(cases.overdue > 0 ? { tone: 'warn' as const } : {}),
    },
    {
      key: 'noHandover',
      label: t('care.figure.noHandover'),
      value: format.count(cases.noHandover),
      to: '/welfare?tab=cases&year=all&check=noHandover',
      ...(cases.noHandover > 0 ? { tone: 'warn' as const } : {}),
    },
  ];
  return (
    <div className="so-care-year">
      <FiguresStrip label={t('care.figure.casesLabel')} figures={figures} />
      {data.caseSources.length > 0 && (
        <p className="so-caption">
          {t('care.figure.bySource')}{' '}
          {data.caseSources.map((row, at) => (
            <span key={row.source}>
              {at > 0 && ' · '}
              {t(`care.source.${row.source}`)}{' '}
              <FigureLink label={t(`care.source.${row.source}`)} to={to(`&source=${row.source}`)}>
                {format.money(row.amount)}
              </FigureLink>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
