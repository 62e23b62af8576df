/** A sensitive value as dots with "Hiện". The privacy shield covers it again whatever was revealed. */
import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../../client/i18n';
import { useShield } from '../../client/stores';
import { Icon } from './Icon';

export interface SensitiveProps {
  /** Names the value for readers: "CCCD". */
  label: string;
  children: ReactNode;
  /** Shown beside the dots: the last digits. */
  tail?: string | undefined;
  /** Called when revealed, so that it is logged. */
  onReveal?: () => void;
}

export function Sensitive({ label, children, tail, onReveal }: SensitiveProps) {
  const t = useText();
  const shield = useShield((state) => state.on);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (shield) setShown(false);
  }, [shield]);
  const toggle = () => {
    if (!shown) onReveal?.();
    setShown(!shown);
  };
  return (
    <span className="so-sensitive">
      {shown ? (
        <span>{children}</span>
      ) : (
        <span>
          <span aria-hidden>••••••{tail && !shield ? ` ${tail}` : ''}</span>
          <span className="so-sr">{t('ui.hiddenValue')}</span>
        </span>
      )}{' '}
      <button
        type="button"
        className="so-linklike"
        aria-label={`${shown ? t('ui.hide') : t('ui.show')} ${label}`}
        onClick={toggle}
        disabled={shield}
      >
        <Icon of={shown ? EyeOff : Eye} size={14} /> {shown ? t('ui.hide') : t('ui.show')}
      </button>
    </span>
  );
}
