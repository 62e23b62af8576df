/** Everything of one day with its records, and the occasions that come. */
import { CalendarPlus } from 'lucide-react';
import { Link, useNavigate } from 'react-router-dom';
import { isOn } from '../../../shared/domain/calendar';
import { daysBetween } from '../../../shared/domain/dateMath';
import { useQueryOp, useText } from '../../client';
import { ActionButton, Icon, SidePanel, Tag, todayIso, useFormat } from '../../ui';
import type { CalendarState } from './useCalendar';
import {
  type Day,
  dayAddress,
  giftAddress,
  type Item,
  KIND_ICONS,
  keyOf,
  lunarOf,
  pathOf,
  planAddress,
  recordPath,
  titleOf,
} from './words';

const COMING_DAYS = 100;
const MOST_COMING = 6;

interface PanelProps {
  state: CalendarState;
  day: Day | undefined;
  items: readonly Item[];
  /** Over a narrow window the panel can be closed. */
  onClose?: () => void;
}

export function DayPanel({ state, day, items, onClose }: PanelProps) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const own = items.filter((item) => isOn(item, state.day));
  return (
    <SidePanel
      label={t('calendar.day.label')}
      title={format.weekdayDate(state.day)}
      facts={lunarOf(state.day, t)}
      {...(onClose ? { onClose } : {})}
      footer={
        <ActionButton
          action={{
            key: 'plan',
            label: t('calendar.planDay'),
            icon: CalendarPlus,
            onClick: () => navigate(planAddress(state.day, null, t)),
          }}
        />
      }
    >
      {day?.off && (
        <p>
          <Tag tone="bad" icon={null}>
            {t('calendar.day.off')}
          </Tag>
        </p>
      )}
      {own.length === 0 && <p className="so-caption">{t('calendar.day.empty')}</p>}
      <ul className="so-cal-list">
        {own.map((item) => (
          <li key={keyOf(item)}>
            <ItemRow item={item} day={state.day} />
          </li>
        ))}
      </ul>
      <ComingOccasions />
    </SidePanel>
  );
}

/** One entry: when, what, where; an occasion leads to a new event. */
function ItemRow({ item, day }: { item: Item; day: string }) {
  const t = useText();
  const path = pathOf(item);
  const title = titleOf(item, t);
  const time = item.at && [item.at, item.until].filter(Boolean).join(' – ');
  return (
    <div className="so-cal-item">
      <Icon of={KIND_ICONS[item.kind]} className={`so-cal-item__icon so-cal-item__icon--${item.kind}`} />
      <div>
        <div className="so-cal-item__title">{path ? <Link to={path}>{title}</Link> : title}</div>
        <div className="so-caption">
          {[t(`calendar.kinds.${item.kind}`), time, item.place].filter(Boolean).join(' · ')}
        </div>
        {item.kind === 'occasion' && (
          <Link to={planAddress(day, { title, eventKind: item.eventKind }, t)}>{t('calendar.plan')}</Link>
        )}
      </div>
      {item.late && <Tag tone="bad">{t('calendar.day.late')}</Tag>}
    </div>
  );
}

/** The next occasions, each with what is planned for it or the way to plan it. */
function ComingOccasions() {
  const t = useText();
  const format = useFormat();
  const query = useQueryOp('calendar.occasions', {});
  const today = todayIso();
  const rows = (query.data?.rows ?? [])
    .filter((row) => !row.hidden && daysBetween(today, row.next) <= COMING_DAYS)
    .slice(0, MOST_COMING);
  if (!query.data) return null;
  return (
    <section className="so-cal-coming">
      <h3>{t('calendar.day.coming')}</h3>
      {rows.length === 0 && <p className="so-caption">{t('calendar.day.comingNone')}</p>}
      <ul className="so-cal-list">
        {rows.map((row) => {
          const name = t.language === 'en' ? (row.nameEn ?? row.name) : row.name;
          const left = daysBetween(today, row.next);
          const planned = row.planned[row.planned.length - 1];
          return (
            <li key={row.code ?? row.id}>
              <div className="so-cal-item__title">
                <Link to={dayAddress(row.next)}>{name}</Link>
              </div>
              <div className="so-caption">
                {[
                  format.weekdayDate(row.next),
                  left === 0 ? t('calendar.day.now') : t('calendar.day.inDays', { count: left }),
                ].join(' · ')}
              </div>
              {planned ? (
                <Link to={recordPath(planned.entity, planned.id) ?? '/events'}>
                  {t('calendar.day.planned', { name: planned.name })}
                </Link>
              ) : (
                <span className="so-row">
                  <Link
                    to={planAddress(row.next, { title: name, eventKind: row.eventKind }, t)}
                    aria-label={t('calendar.planFor', { name })}
                  >
                    {t('calendar.plan')}
                  </Link>
                  <Link to={giftAddress(row, name, t)} aria-label={t('calendar.giftFor', { name })}>
                    {t('calendar.gift')}
                  </Link>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
