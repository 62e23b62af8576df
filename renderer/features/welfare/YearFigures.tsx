/** Gifts and đồng of a year, each opening its list; counts from reports stand apart. */
import type { OutputOf } from '../../../shared/contract';
import { countWords } from '../../../shared/domain/welfare';
import { useQueryOp, useText } from '../../client';
import { FigureLink, FiguresStrip, type StripFigure, useFormat } from '../../ui';

export function YearFigures({ year }: { year: number }) {
  const t = useText();
  const format = useFormat();
  const data = useQueryOp(
    'welfare.figures',
    { from: `${year}-01-01`, to: `${year}-12-31` },
    { keep: true },
  ).data;
  if (!data) return null;
  const to = (rest: string) => `/welfare?year=${year}&by=day${rest}`;
  const figures: StripFigure[] = [
    {
      key: 'gifts',
      label: t('welfare.figure.gifts'),
      value: format.count(data.gifts),
      note: t('welfare.figure.giftsNote', { count: data.campaigns }),
      to: to('&check=given'),
    },
    {
      key: 'total',
      label: t('welfare.figure.total'),
      value: format.money(data.total),
      note: data.mean === null ? null : t('welfare.figure.mean', { mean: format.money(data.mean) }),
      to: to('&check=given'),
    },
    {
      key: 'unsigned',
      label: t('welfare.figure.unsigned'),
      value: format.count(data.unsigned),
      note: t('welfare.figure.unsignedNote', { count: data.unsignedCampaigns }),
      to: to('&check=unsigned'),
      ...(data.unsigned > 0 ? { tone: 'warn' as const } : {}),
    },
    {
      key: 'noVoucher',
      label: t('welfare.figure.noVoucher'),
      value: format.count(data.withoutVoucher),
      note: t('welfare.figure.noVoucherNote'),
      to: to('&check=noVoucher'),
      ...(data.withoutVoucher > 0 ? { tone: 'warn' as const } : {}),
    },
  ];
  return (
    <div className="so-welfare-year">
      <FiguresStrip label={t('welfare.figure.label')} figures={figures} />
      <SourceLine sources={data.sources} to={to} />
      {data.counts.length > 0 && (
        <p className="so-caption">
          {t('welfare.countNote')}{' '}
          {data.counts.map((one, at) => (
            <span key={one.id}>
              {at > 0 && '; '}
              <FigureLink label={one.name} to={`/welfare/${one.id}`}>
                {countWords(one, t.language)}
              </FigureLink>{' '}
              ({one.name}; {one.source})
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function SourceLine({
  sources,
  to,
}: {
  sources: OutputOf<'welfare.figures'>['sources'];
  to(rest: string): string;
}) {
  const t = useText();
  const format = useFormat();
  if (sources.length === 0) return null;
  return (
    <p className="so-caption">
      {t('welfare.figure.bySource')}{' '}
      {sources.map((source, at) => (
        <span key={source.kind}>
          {at > 0 && ' · '}
          {t(`welfare.source.${source.kind}`)}{' '}
          <FigureLink
            label={t(`welfare.source.${source.kind}`)}
            to={to(`&check=given&source=${source.kind}`)}
          >
            {format.money(source.amount)}
          </FigureLink>
        </span>
      ))}
    </p>
  );
}
