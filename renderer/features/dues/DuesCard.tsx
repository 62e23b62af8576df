/** Dues, drives and donors on the first page; every figure opens its list. */
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { FiguresStrip, useFormat } from '../../ui';

export function DuesCard({ year }: { year: number }) {
  const t = useText();
  const format = useFormat();
  const { data } = useQueryOp('dues.board', { year }, { keep: true });
  if (!data) return null;
  const drives = data.drives.reduce((sum, drive) => sum + drive.amount, 0);
  if (data.collected + data.giftMoney + drives + data.behind + data.gifts === 0) return null;
  return (
    <section className="so-card">
      <div className="so-card__head">
        <h2>{t('dues.board.title', { year: String(year) })}</h2>
        <span className="so-push" />
        <Link to="/dues">{t('dues.board.open')}</Link>
      </div>
      <FiguresStrip
        label={t('dues.board.title', { year: String(year) })}
        figures={[
          {
            key: 'collected',
            label: t('dues.board.collected'),
            value: format.money(data.collected),
            note: t('dues.board.expected', { amount: format.money(data.expected) }),
            to: `/dues?tab=year&year=${year}`,
          },
          {
            key: 'behind',
            label: t('dues.board.behind'),
            value: format.count(data.behind),
            note: t('dues.board.long', { count: data.longBehind }),
            to: '/dues?tab=behind',
          },
          {
            key: 'drives',
            label: t('dues.board.drives'),
            value: format.money(drives),
            note: t('dues.board.drivesNote', { count: data.drives.length }),
            to: `/dues?tab=drives&year=${year}`,
          },
          {
            key: 'gifts',
            label: t('dues.board.gifts'),
            value: format.money(data.giftMoney),
            note: t('dues.board.notThanked', { count: data.notThanked }),
            to: `/dues?tab=donors&year=${year}`,
          },
          {
            key: 'earmarked',
            label: t('dues.board.earmarked'),
            value: format.money(data.earmarked),
            note: data.overspent > 0 ? t('dues.board.overspent', { count: data.overspent }) : undefined,
            to: '/dues?tab=earmarks',
          },
        ]}
      />
    </section>
  );
}
