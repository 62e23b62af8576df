/** Keys that work on every screen. */
import { useNavigate } from 'react-router-dom';
import { invoke } from '../client/client';
import { announceFailure } from '../client/hooks';
import { usePrefs } from '../client/prefs';
import { useSession } from '../client/session';
import { useShield, useUndo } from '../client/stores';
import { isTyping, useShortcuts } from '../ui';
import { useNavEntries } from './navEntries';

const PANES = ['.so-nav__list', '#main', '.so-side', '.so-bar__search'];

/** Moves the focus to the next part of the window. */
function nextPane(): void {
  const panes = PANES.map((pane) => document.querySelector<HTMLElement>(pane)).filter(
    (pane): pane is HTMLElement => pane !== null,
  );
  const focus = document.activeElement;
  const holding = panes.findLastIndex((pane) => pane.contains(focus));
  const next = panes[(holding + 1) % panes.length];
  next?.focus();
}

/** Locks the screen; without users the key goes on to whoever knows it. */
export function useLockScreen(): () => false | undefined {
  const session = useSession();
  return () => {
    if (session?.state !== 'open') return false;
    invoke('users.lock', {}).catch(announceFailure);
    return undefined;
  };
}

export function useWindowKeys({
  openPalette,
  openKeys,
  closeOver,
}: {
  openPalette(): void;
  openKeys(): void;
  /** Closes what lies over the page. */
  closeOver(): void;
}): void {
  const navigate = useNavigate();
  const lockScreen = useLockScreen();
  const entries = useNavEntries();
  const go = (to: string | number) => () => {
    closeOver();
    void (typeof to === 'number' ? navigate(to) : navigate(to));
  };
  const areas = Object.fromEntries(entries.slice(0, 9).map((entry, at) => [`Alt+${at + 1}`, go(entry.path)]));
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
    if (isTyping(event.target)) return false;
    act();
    return undefined;
  };
  useShortcuts({
    ...areas,
    'Ctrl+K': openPalette,
    F1: openKeys,
    F9: () => useShield.getState().toggle(),
    'Ctrl+L': lockScreen,
    F6: nextPane,
    'Ctrl+\\': () => {
      const { navFolded, set } = usePrefs.getState();
      set({ navFolded: !navFolded });
    },
    'Ctrl+Z': unlessTyping(() => void useUndo.getState().undo()),
    'Ctrl+Y': unlessTyping(() => void useUndo.getState().redo()),
    'Alt+ArrowLeft': go(-1),
    'Alt+ArrowRight': go(1),
  });
}
