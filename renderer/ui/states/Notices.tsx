/** The dark notice bar: what was just done with "Hoàn tác Ctrl Z" for 10 s (paused on hover or focus), or a failure. */
import { CircleAlert, CircleCheck, Undo2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../client/i18n';
import { type Notice, useNotices, useUndo } from '../../client/stores';
import { Icon } from '../parts/Icon';

export const NOTICE_MS = 10_000;

export function Notices() {
  const t = useText();
  const notices = useNotices((state) => state.notices);
  return (
    <section className="so-notices" aria-label={t('app.notices')}>
      <div role="status" aria-live="polite" className="so-sr">
        {notices.map((notice) => notice.text).join('. ')}
      </div>
      {notices.map((notice) => (
        <UndoNotice key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

/** One bar. It goes by itself after 10 s that were not spent under the pointer or with focus inside. */
export function UndoNotice({ notice }: { notice: Notice }) {
  const t = useText();
  const dismiss = useNotices((state) => state.dismiss);
  const undo = useUndo((state) => state.undo);
  const [held, setHeld] = useState(false);
  const left = useRef(NOTICE_MS);
  useEffect(() => {
    if (held) return;
    const from = Date.now();
    const timer = setTimeout(() => dismiss(notice.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1500, left.current - (Date.now() - from));
    };
  }, [held, notice.id, dismiss]);
  const entry = notice.undo;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering or focusing only holds the timer
    <div
      className={`so-float so-notice so-notice--${notice.kind}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon of={notice.kind === 'error' ? CircleAlert : CircleCheck} />
      <span className="so-notice__text">
        {notice.text}
        {notice.code && <span className="so-notice__code"> {t('ui.code', { code: notice.code })}</span>}
      </span>
      {entry && (
        <button
          type="button"
          className="so-float__action"
          onClick={() => {
            dismiss(notice.id);
            void undo(entry);
          }}
        >
          <Icon of={Undo2} /> {t('ui.undo.action')} <kbd>Ctrl Z</kbd>
        </button>
      )}
      <button
        type="button"
        className="so-float__close"
        aria-label={t('ui.close')}
        onClick={() => dismiss(notice.id)}
      >
        <Icon of={X} />
      </button>
    </div>
  );
}
