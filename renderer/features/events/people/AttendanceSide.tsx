/** The one rate of the page, who did not come, the lowest departments and the sentence for the report. */
import { Info } from 'lucide-react';
import { unitName } from '../../../../shared/domain/counts';
import { participationText } from '../../../../shared/domain/eventFigures';
import { useText } from '../../../client';
import { FigureLink, Meter, Note, SidePanel, useFormat } from '../../../ui';
import type { EventDetail } from '../EventPage';
import type { PeopleShown } from './PeopleDrawer';
import type { Attendance } from './PeopleTab';

const LOWEST_SHOWN = 5;

export interface AttendanceSideProps {
  event: EventDetail;
  attendance: Attendance;
  onShow(shown: PeopleShown): void;
  onClose?: () => void;
}

export function AttendanceSide({ attendance, onShow, onClose }: AttendanceSideProps) {
  const t = useText();
  const { participation, rate, sentence, count } = attendance;
  return (
    <SidePanel
      title={
        <span className="so-events-sidetitle">
          {t(rate || !participation ? 'events.side.title' : 'events.side.countTitle')}
        </span>
      }
      {...(onClose ? { onClose } : {})}
      label={t('events.side.title')}
    >
      <div className="so-stack">
        {participation ? (
          <Figure attendance={attendance} onShow={onShow} />
        ) : (
          <Nothing wording={count?.wording ?? null} />
        )}
        <ListNote attendance={attendance} />
        {!count && participation && <Lowest attendance={attendance} />}
        {sentence && (
          <section>
            <h3>{t('events.side.sentence')}</h3>
            <p className="so-events-quote">{sentence}</p>
          </section>
        )}
      </div>
    </SidePanel>
  );
}

function Nothing({ wording }: { wording: string | null }) {
  const t = useText();
  if (wording !== null)
    return (
      <div>
        <div className="so-events-none">{wording}</div>
        <p className="so-caption">{t('events.side.unknown')}</p>
      </div>
    );
  return (
    <div>
      <div className="so-events-none">{t('events.side.nothing')}</div>
      <p className="so-caption">{t('events.side.nothingBody')}</p>
    </div>
  );
}

function Figure({ attendance, onShow }: Pick<AttendanceSideProps, 'attendance' | 'onShow'>) {
  const t = useText();
  const format = useFormat();
  const { participation, rate, count, outside } = attendance;
  if (!participation) return null;
  const named = count === null;
  const show = (what: PeopleShown) => (named ? () => onShow(what) : undefined);
  const rest = participation.whole === null ? null : participation.whole - participation.value;
  return (
    <div className="so-events-figure">
      <div className="so-events-rate">
        <FigureLink label={t('events.side.cameLabel')} onOpen={show('came')}>
          {rate ?? format.count(participation.value)}
        </FigureLink>
        {rate === null && (
          <span className="so-events-unit">
            {unitName(participation.unit, t.language, participation.value)}
          </span>
        )}
      </div>
      {rate !== null && participation.whole !== null && (
        <>
          <div>
            <FigureLink label={t('events.side.cameLabel')} onOpen={show('came')} className="so-strong">
              {format.count(participation.value)}
            </FigureLink>
            /{participationText({ ...participation, value: participation.whole, whole: null }, t.language)}
          </div>
          <Meter share={participation.value / participation.whole} />
        </>
      )}
      {rest !== null && rest > 0 && (
        <div className="so-row">
          <span>
            <FigureLink label={t('events.side.absentLabel')} onOpen={show('absent')}>
              {t('events.side.absent', { figure: format.count(rest) })}
            </FigureLink>
          </span>
          <span className="so-muted so-push">{format.percent(rest, participation.whole)}</span>
        </div>
      )}
      {named && outside > 0 && (
        <FigureLink label={t('events.side.outsideLabel')} onOpen={() => onShow('outside')}>
          {t('events.side.outside', { figure: format.count(outside) })}
        </FigureLink>
      )}
    </div>
  );
}

/** What the rate is taken against, and that later joins do not change it. */
function ListNote({ attendance }: { attendance: Attendance }) {
  const t = useText();
  const format = useFormat();
  const { count, frozen, takenOn, takenAgain, eligible, audience } = attendance;
  if (count)
    return (
      <Note icon={Info}>
        {count.denominatorOn
          ? t('events.side.counted', { day: format.date(count.denominatorOn) })
          : t('events.side.countedNone')}{' '}
        {count.source && t('events.side.source', { source: count.source })}
      </Note>
    );
  if (audience === 'invited') return <Note icon={Info}>{t('events.side.invited')}</Note>;
  if (frozen)
    return (
      <Note icon={Info}>
        {t('events.side.frozen', { day: format.date(takenOn) })}
        {takenAgain && ` ${t('events.side.takenAgain', { reason: takenAgain })}`}
      </Note>
    );
  const figure = participationText(
    { value: eligible, unit: 'member', flag: 'exact', whole: null, asOf: null },
    t.language,
  );
  return <Note icon={Info}>{t('events.side.preview', { day: format.date(takenOn), figure })}</Note>;
}

function Lowest({ attendance }: { attendance: Attendance }) {
  const t = useText();
  const format = useFormat();
  const rows = attendance.departments
    .filter((one) => one.mode !== null && one.eligible > 0 && one.present < one.eligible)
    .map((one) => ({ ...one, share: one.present / one.eligible }))
    .sort((a, b) => a.share - b.share)
    .slice(0, LOWEST_SHOWN);
  if (rows.length === 0) return null;
  return (
    <section className="so-events-lowest">
      <h3>{t('events.side.lowest')}</h3>
      <ul>
        {rows.map((one) => (
          <li key={one.departmentId ?? 0}>
            <span className="so-events-lowest__name" title={one.name ?? undefined}>
              {one.name ?? t('events.people.noDepartment')}
            </span>
            <Meter share={one.share} tone="soft" />
            <span className="so-number">{format.percent(one.present, one.eligible)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
