/** The areas; 212 px, 56 px with icons in narrow windows, a menu at 200 % zoom. Its foot says what is safe. */
import { Drawer, Tooltip } from 'antd';
import { Check, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { useQueryOp } from '../client/hooks';
import { type Translate, useText } from '../client/i18n';
import { usePrefs } from '../client/prefs';
import { usePending } from '../client/stores';
import { ago } from '../features/backup/when';
import { Icon, useFormat, useMedia } from '../ui';
import type { NavEntry, NavGroup } from './feature';
import { NAV_GROUPS, navEntries, useNavEntries } from './navEntries';

export function Navigation({ compact, open, onClose }: { compact: boolean; open: boolean; onClose(): void }) {
  const t = useText();
  const narrow = useMedia('(max-width: 900px)');
  const folded = usePrefs((state) => state.navFolded);
  if (compact)
    return (
      <Drawer
        open={open}
        onClose={onClose}
        placement="left"
        size={240}
        title={t('app.menu')}
        className="so-menu"
      >
        <NavBody small={false} />
      </Drawer>
    );
  const small = narrow || folded;
  return (
    <div className={`so-nav${small ? ' so-nav--small' : ''}`}>
      <NavBody small={small} />
    </div>
  );
}

function NavBody({ small }: { small: boolean }) {
  const t = useText();
  return (
    <>
      <nav aria-label={t('app.navigation')} className="so-nav__list" tabIndex={-1}>
        {NAV_GROUPS.map((group) => (
          <Group key={group} group={group} small={small} t={t} />
        ))}
      </nav>
      <Foot small={small} />
    </>
  );
}

const TITLES = {
  people: 'app.groups.people',
  work: 'app.groups.work',
  closing: 'app.groups.closing',
} as const;

function Group({ group, small, t }: { group: NavGroup; small: boolean; t: Translate }) {
  const entries = useNavEntries().filter((entry) => entry.group === group);
  if (entries.length === 0) return null;
  const title = group in TITLES ? t(TITLES[group as keyof typeof TITLES]) : undefined;
  return (
    <div className={`so-nav__group so-nav__group--${group}`}>
      {title && <div className={small ? 'so-sr' : 'so-nav__title'}>{title}</div>}
      <ul>
        {entries.map((entry) => (
          <Item key={entry.path} entry={entry} small={small} t={t} />
        ))}
      </ul>
    </div>
  );
}

const noCounts = (): { count?: number; due?: number } => ({});

/** The entry a page belongs to: the one with the longest path it lies under. */
function entryOf(pathname: string): NavEntry | undefined {
  return navEntries
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

function Item({ entry, small, t }: { entry: NavEntry; small: boolean; t: Translate }) {
  const format = useFormat();
  const { pathname } = useLocation();
  const useCounts = entry.useCounts ?? noCounts;
  const { count, due } = useCounts();
  const active = entryOf(pathname) === entry;
  const link = (
    <NavLink
      to={entry.path}
      className={`so-nav__item${active ? ' so-nav__item--active' : ''}`}
      aria-current={active ? 'page' : undefined}
      aria-label={small ? t(entry.label) : undefined}
    >
      <Icon of={entry.icon} />
      {!small && <span className="so-nav__label">{t(entry.label)}</span>}
      {!small && due ? (
        <span className="so-nav__due" title={t('app.due', { count: due })}>
          {format.count(due)}
        </span>
      ) : (
        !small && count !== undefined && <span className="so-nav__count">{format.count(count)}</span>
      )}
    </NavLink>
  );
  return (
    <li>
      {small ? (
        <Tooltip title={t(entry.label)} placement="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}

/** The time, told anew every half minute. */
function useClock(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Foot({ small }: { small: boolean }) {
  const t = useText();
  const pending = usePending((state) => state.count);
  const status = useQueryOp('backup.status', {});
  const saved = pending === 0;
  const clock = useClock();
  const at = status.data?.last?.at;
  const copy = !status.data
    ? ''
    : at
      ? t('copies.verifiedShort', { age: ago(at, Math.max(clock, Date.parse(at)), t) })
      : t('app.copyNone');
  const words = saved ? t('app.saved') : t('app.saving');
  return (
    <footer className="so-nav__foot" title={small ? `${words} · ${copy}` : undefined}>
      <div className={saved ? 'so-nav__saved' : 'so-nav__saved so-nav__saved--busy'}>
        <Icon of={saved ? Check : LoaderCircle} size={14} />
        <span className={small ? 'so-sr' : ''}>{words}</span>
      </div>
      <div
        className={small ? 'so-sr' : 'so-nav__copy'}
        title={at && t('copies.verified', { age: ago(at, Math.max(clock, Date.parse(at)), t) })}
      >
        {copy}
      </div>
    </footer>
  );
}
