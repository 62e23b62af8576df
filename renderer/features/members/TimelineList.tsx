import {
  ArrowLeftRight,
  Baby,
  CalendarCheck,
  CalendarOff,
  FilePlus2,
  FileText,
  Flag,
  Gavel,
  Gift,
  HandCoins,
  Handshake,
  Heart,
  HeartHandshake,
  House,
  Landmark,
  ListChecks,
  type LucideIcon,
  Medal,
  Pencil,
  SearchCheck,
  UserPlus,
  UserRoundCog,
  Vote,
} from 'lucide-react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { type Translate, useText } from '../../client';
import { Icon, localParts, useFormat } from '../../ui';

type Row = OutputOf<'members.timeline'>['rows'][number];

const ICONS: Record<Row['kind'], { icon: LucideIcon; tone: 'nhu' | 'muc' | 'plain' }> = {
  movement: { icon: Flag, tone: 'nhu' },
  award: { icon: Medal, tone: 'nhu' },
  proposal: { icon: Vote, tone: 'nhu' },
  event: { icon: CalendarCheck, tone: 'plain' },
  gift: { icon: Gift, tone: 'nhu' },
  visit: { icon: HeartHandshake, tone: 'nhu' },
  careCase: { icon: House, tone: 'nhu' },
  dues: { icon: HandCoins, tone: 'plain' },
  drive: { icon: HeartHandshake, tone: 'nhu' },
  document: { icon: FileText, tone: 'plain' },
  agreement: { icon: Handshake, tone: 'muc' },
  plan: { icon: ListChecks, tone: 'muc' },
  followUp: { icon: ListChecks, tone: 'muc' },
  inspection: { icon: SearchCheck, tone: 'muc' },
  post: { icon: Landmark, tone: 'muc' },
  postEnded: { icon: Landmark, tone: 'plain' },
  joined: { icon: UserPlus, tone: 'muc' },
  moved: { icon: ArrowLeftRight, tone: 'muc' },
  discipline: { icon: Gavel, tone: 'plain' },
  absence: { icon: CalendarOff, tone: 'plain' },
  status: { icon: UserRoundCog, tone: 'muc' },
  married: { icon: Heart, tone: 'muc' },
  child: { icon: Baby, tone: 'muc' },
  changed: { icon: Pencil, tone: 'plain' },
  created: { icon: FilePlus2, tone: 'plain' },
  imported: { icon: FilePlus2, tone: 'plain' },
};

/** A person's story by years, newest first; events and awards lead to their pages. */
export function TimelineList({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const format = useFormat();
  if (rows.length === 0) return <p className="so-muted">{t('members.timeline.empty')}</p>;
  return (
    <ol className="so-members-timeline">
      {rows.map((row, at) => {
        const year = row.date.slice(0, 4);
        const { icon, tone } = ICONS[row.kind];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
          <li key={at}>
            <span className="so-members-timeline__year">
              {rows[at - 1]?.date.slice(0, 4) === year ? '' : year}
            </span>
            <span className={`so-members-timeline__icon so-members-timeline__icon--${tone}`}>
              <Icon of={icon} />
            </span>
            <span className="so-members-timeline__date">
              {row.date.length > 4 ? format.dayMonth(dayIn(row.date)) : ''}
            </span>
            <Words row={row} t={t} />
          </li>
        );
      })}
    </ol>
  );
}

/** The day of a row: of an instant, the day it falls on in Vietnam. */
const dayIn = (date: string): string => (date.length > 10 ? localParts(date).date : date);

/** The newest few, for the side panel. */
export function ShortTimeline({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <ol className="so-members-short" aria-label={t('members.section.history')}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
        <li key={at}>
          <Icon of={ICONS[row.kind].icon} />
          <Words row={row} t={t} />
          <span className="so-members-timeline__date">{format.date(dayIn(row.date))}</span>
        </li>
      ))}
    </ol>
  );
}

function Words({ row, t }: { row: Row; t: Translate }) {
  const detail = detailOf(row, t);
  return (
    <span className="so-members-timeline__words">
      <Title row={row} text={titleOf(row, t)} />
      {detail && <span className="so-caption">{detail}</span>}
    </span>
  );
}

const PLACES: Partial<Record<Row['kind'], string>> = {
  event: 'events/',
  award: 'awards/',
  proposal: 'awards/rounds/',
  movement: 'awards/movements/',
  gift: 'welfare/',
  visit: 'welfare?tab=visits&visit=',
  careCase: 'welfare/cases/',
  document: 'documents/',
  inspection: 'inspection/sessions/',
  agreement: 'agreements/',
};

function Title({ row, text }: { row: Row; text: string }) {
  const path = PLACES[row.kind];
  return path && row.recordId !== null ? (
    <Link to={`/${path}${row.recordId}`}>{text}</Link>
  ) : (
    <span>{text}</span>
  );
}

function titleOf(row: Row, t: Translate): string {
  if (row.kind === 'married' || row.kind === 'child')
    return t(`memberFamily.timeline.${row.kind}`, { name: row.title });
  if (row.kind === 'careCase') return t('care.timeline', { title: row.title });
  if (row.kind === 'dues' || row.kind === 'drive' || row.kind === 'movement')
    return t.language === 'en' ? (row.titleEn ?? row.title) : row.title;
  if (row.kind === 'event' || row.kind === 'award' || row.kind === 'gift' || row.kind === 'visit')
    return t.language === 'en' ? (row.titleEn ?? row.title) : row.title;
  if (row.kind === 'proposal')
    return t('proposals.chain.story', {
      title: t.language === 'en' ? (row.titleEn ?? row.title) : row.title,
    });
  if (row.kind === 'document') return t('documents.story', { title: row.title });
  if (row.kind === 'agreement') return t('agreements.story', { title: row.title });
  if (row.kind === 'plan') return t('plans.story', { title: row.title });
  if (row.kind === 'inspection') return t('inspection.story', { title: row.title });
  if (row.kind === 'followUp') return t('followUps.given', { title: row.title });
  if (row.kind === 'post' || row.kind === 'postEnded')
    return t(`committees.timeline.${row.kind}`, { title: row.title });
  if (row.kind === 'status')
    return t.any(`members.status.${row.title}`) || t.any(`memberHistory.kind.${row.title}`);
  if (row.kind === 'discipline')
    return [t('memberHistory.discipline.title'), t.any(`memberHistory.discipline.forms.${row.title}`)].join(
      ': ',
    );
  if (row.kind === 'absence') return t.any(`memberHistory.absence.kinds.${row.title}`);
  if (row.kind === 'changed' || row.kind === 'moved')
    return (
      t.any(`members.timeline.${row.title}`) ||
      t.any(`memberHistory.change.${row.title}`) ||
      t('members.timeline.changed')
    );
  return t(`members.timeline.${row.kind}`);
}

function detailOf(row: Row, t: Translate): string | null {
  if (row.kind === 'changed' || row.kind === 'created' || row.kind === 'imported')
    return row.detail && t('members.timeline.by', { name: row.detail });
  return row.detail;
}
