/** Ctrl K: people by toneless typing, pages and actions. Arrows choose, Enter opens, ">" shows actions only. */
import { CornerDownLeft, FileText, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type Translate, useText } from '../client/i18n';
import { useRights } from '../client/session';
import { Avatar, chordOf, Icon, matchesTyped, NameCell, useEarlyEnter, useFormat } from '../ui';
import type { PaletteHit } from './feature';
import { features } from './features';
import { navEntries } from './navEntries';

interface Group {
  key: string;
  title: string;
  note?: string;
  hits: readonly PaletteHit[];
}

export function Palette({ onClose }: { onClose(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const { groups, settled } = useGroups(text, t);
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups]);
  useEffect(() => {
    const box = dialog.current;
    if (box && !box.open) box.showModal?.();
    return () => box?.close?.();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new words start at the best match
  useEffect(() => setAt(0), [text]);

  const open = (hit: PaletteHit | undefined) => {
    if (!hit) return;
    onClose();
    navigate(hit.path);
  };
  const openWhenFound = useEarlyEnter(text, settled, () => open(hits[0]));
  const onKeyDown = (event: KeyboardEvent) => {
    const chord = chordOf(event);
    if (chord === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (chord === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (chord === 'Enter') {
      if (settled || at > 0) open(hits[at]);
      else openWhenFound();
    } else if (chord === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  let index = -1;
  return (
    <dialog
      ref={dialog}
      className="so-palette"
      aria-label={t('app.palette.title')}
      onKeyDown={onKeyDown}
      onCancel={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="so-palette__box">
        <div className="so-palette__field">
          <Icon of={Search} size={18} />
          <input
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
            role="combobox"
            aria-expanded
            aria-controls="so-palette-list"
            aria-activedescendant={hits.length > 0 ? `so-hit-${at}` : undefined}
            aria-label={t('app.palette.title')}
            autoComplete="off"
            spellCheck={false}
          />
          <span className="so-caption">{t('app.palette.hint')}</span>
        </div>
        <div
          id="so-palette-list"
          role="listbox"
          aria-label={t('app.palette.title')}
          className="so-palette__list"
        >
          {groups.map((group) => (
            <div key={group.key} role="group" aria-label={group.title}>
              <div className="so-palette__title" aria-hidden>
                <span>{group.title}</span>
                <span>{group.note}</span>
              </div>
              {group.hits.map((hit) => {
                index += 1;
                const mine = index;
                return (
                  <Hit
                    key={hit.key}
                    hit={hit}
                    id={`so-hit-${mine}`}
                    active={mine === at}
                    onOpen={() => open(hit)}
                    onPoint={() => setAt(mine)}
                    t={t}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {hits.length === 0 && text.trim() !== '' && (
          <div className="so-palette__none">
            <strong>{t('app.palette.empty', { text: text.trim() })}</strong>
            <p className="so-caption">{t('app.palette.emptyBody')}</p>
          </div>
        )}
        <div role="status" className="so-sr">
          {text.trim() === '' ? '' : t('app.palette.results', { count: hits.length })}
        </div>
        <div className="so-palette__foot" aria-hidden>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('app.palette.choose')} <kbd>Enter</kbd> {t('app.palette.open')}
          <span className="so-push">
            <kbd>&gt;</kbd> {t('app.palette.onlyActions')}
          </span>
        </div>
      </div>
    </dialog>
  );
}

function Hit({
  hit,
  id,
  active,
  onOpen,
  onPoint,
  t,
}: {
  hit: PaletteHit;
  id: string;
  active: boolean;
  onOpen(): void;
  onPoint(): void;
  t: Translate;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys of the list
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      className="so-palette__hit"
      onClick={onOpen}
      onMouseMove={onPoint}
    >
      {hit.person ? <Avatar name={hit.title} size={26} /> : <Icon of={hit.icon ?? FileText} />}
      <span className="so-palette__name">{hit.person ? <NameCell name={hit.title} /> : hit.title}</span>
      <span className="so-caption">{hit.facts}</span>
      {active && (
        <kbd className="so-push">
          <Icon of={CornerDownLeft} size={12} /> {t('app.palette.open')}
        </kbd>
      )}
    </div>
  );
}

const holdsPeople = (group: Group) => group.hits.some((hit) => hit.person === true);

/** What matches: pages and actions at once, records as soon as they are found; settled when they have been. */
function useGroups(text: string, t: Translate): { groups: readonly Group[]; settled: boolean } {
  const format = useFormat();
  const rights = useRights();
  const [found, setFound] = useState<readonly Group[]>([]);
  const [asked, setAsked] = useState('');
  const onlyActions = text.startsWith('>');
  const words = text.replace(/^>/, '').trim();
  const question = onlyActions ? '' : words;
  useEffect(() => {
    if (question.length < 2) {
      setFound([]);
      setAsked(question);
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const answers = await Promise.all(
        features.map(async (feature) => {
          const answer = await feature.search?.find(question, t).catch(() => undefined);
          if (!feature.search || !answer || answer.hits.length === 0) return null;
          const note = t('app.palette.shown', {
            shown: format.count(answer.hits.length),
            total: format.count(answer.total),
          });
          return { key: feature.area, title: t(feature.search.label), note, hits: answer.hits };
        }),
      );
      const groups = answers.filter((group) => group !== null);
      if (!current) return;
      setFound(groups.sort((a, b) => Number(holdsPeople(b)) - Number(holdsPeople(a))));
      setAsked(question);
    }, 80);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [question, t, format]);
  const groups = useMemo(() => {
    const actions = features
      .filter((feature) => rights.changes(feature.area))
      .flatMap((feature) => feature.actions ?? [])
      .map((action) => ({
        key: action.key,
        title: t(action.label),
        facts: '',
        path: action.path,
        icon: action.icon,
      }))
      .filter((hit) => matchesTyped(words, hit.title));
    const pages = navEntries
      .filter((entry) => rights.reads(entry.area))
      .map((entry) => ({
        key: entry.path,
        title: t(entry.label),
        facts: '',
        path: entry.path,
        icon: entry.icon,
      }))
      .filter((hit) => matchesTyped(words, hit.title));
    return [
      ...(onlyActions ? [] : found),
      { key: 'actions', title: t('app.palette.actions'), hits: actions },
      { key: 'pages', title: t('app.palette.pages'), hits: onlyActions ? [] : pages },
    ].filter((group) => group.hits.length > 0);
  }, [found, words, onlyActions, rights, t]);
  return { groups, settled: asked === question };
}
