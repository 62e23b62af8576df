/** Spine and bare title bar around the screens that are not the shell: opening, first run, rescue. */
import type { ReactNode } from 'react';
import { useText } from '../client/i18n';
import { LanguageSwitch } from './LanguageSwitch';
import mark from './mark.svg';

export function Frame({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <div className="so-window so-window--bare">
      <header className="so-bar">
        <span className="so-bar__brand">
          <img src={mark} alt="" width={20} height={20} />
          <span>{t('app.name')}</span>
        </span>
        <span className="so-push" />
        <LanguageSwitch />
      </header>
      <div className="so-window__content">{children}</div>
    </div>
  );
}
