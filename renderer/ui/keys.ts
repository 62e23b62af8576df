/** Keys. Every handler goes through here: keys pressed while a tone is being composed are never ours. */
import { useEffect, useRef } from 'react';

interface KeyLike {
  key: string;
  keyCode?: number;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
  nativeEvent?: { isComposing?: boolean; keyCode?: number };
}

/** True while an input method composes: such keys, Enter included, belong to it. */
export function isComposing(event: KeyLike): boolean {
  return Boolean(
    event.isComposing ||
      event.nativeEvent?.isComposing ||
      event.keyCode === 229 ||
      event.nativeEvent?.keyCode === 229,
  );
}

/** "Ctrl+S", "Alt+ArrowLeft", "F9", "Shift+Enter"; empty while composing. */
export function chordOf(event: KeyLike): string {
  if (isComposing(event)) return '';
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const marks = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ];
  return [...marks, key].filter(Boolean).join('+');
}

/** A handler that answers false lets the key go on. */
type Handlers = Record<string, ((event: KeyboardEvent) => void | false | Promise<void>) | undefined>;

/** Layers of shortcuts; the newest layer that knows the chord gets it. */
const layers: { current: Handlers }[] = [];

/** Behind a locked screen nothing hears a key. */
const isLocked = () => document.documentElement.classList.contains('so-locked');

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isLocked()) return;
  const chord = chordOf(event);
  if (!chord) return;
  for (let at = layers.length - 1; at >= 0; at--) {
    const handler = layers[at]?.current[chord];
    if (!handler) continue;
    if (handler(event) === false) continue;
    event.preventDefault();
    return;
  }
}

/**
 * Window-wide shortcuts while the component is on screen: `useShortcuts({ 'Ctrl+S': save })`. Pages use Ctrl+N
 * (new here), Ctrl+F (filter), Ctrl+S, Ctrl+P, Delete is the table's. Never a single letter.
 */
export function useShortcuts(handlers: Handlers, enabled = true): void {
  const layer = useRef<Handlers>(handlers);
  layer.current = handlers;
  useEffect(() => {
    if (!enabled) return;
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled]);
}

/** True if the key goes into a field where text is typed. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}
