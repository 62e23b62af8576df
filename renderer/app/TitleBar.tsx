/** 40 px over everything: mark, back and forward, search, undo, shield. */
import { ArrowLeft, ArrowRight, Eye, EyeOff, Keyboard, Menu, Search, Undo2 } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useText } from '../client/i18n';
import { useShield, useUndo } from '../client/stores';
import { UserMenu } from '../features/users/UserMenu';
import { Icon, IconButton } from '../ui';
import { LanguageSwitch } from './LanguageSwitch';
import mark from './mark.svg';

export interface TitleBarProps {
  compact: boolean;
  onSearch(): void;
  onMenu(): void;
  onKeys(): void;
}

export function TitleBar({ compact, onSearch, onMenu, onKeys }: TitleBarProps) {
  const t = useText();
  const shield = useShield();
  const undo = useUndo();
  const last = undo.done.at(-1);
  return (
    <header className="so-bar">
      {compact && <IconButton icon={Menu} label={t('app.menu')} onClick={onMenu} size="small" />}
      <span className="so-bar__brand">
        <img src={mark} alt="" width={20} height={20} />
        <span className="so-bar__name">{t('app.name')}</span>
      </span>
      <HistoryButtons />
      <button type="button" className="so-bar__search" onClick={onSearch}>
        <Icon of={Search} />
        <span>{t('app.searchHint')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="so-bar__tools">
        <IconButton
          icon={Undo2}
          label={last ? `${t('app.undo')}: ${last.label}` : t('app.undoNothing')}
          keys="Ctrl Z"
          disabled={!last || undo.busy}
          onClick={() => void undo.undo()}
          size="small"
        />
        {shield.on && (
          <button type="button" className="so-shield" title={t('users.shieldHint')} onClick={shield.toggle}>
            <Icon of={EyeOff} size={14} /> <span>{t('users.shield')}</span>
          </button>
        )}
        <IconButton
          icon={shield.on ? Eye : EyeOff}
          label={shield.on ? t('app.shieldOff') : t('app.shieldOn')}
          keys="F9"
          pressed={shield.on}
          onClick={shield.toggle}
          size="small"
        />
        {!compact && (
          <IconButton icon={Keyboard} label={t('app.keys')} keys="F1" onClick={onKeys} size="small" />
        )}
        <LanguageSwitch />
        <UserMenu />
      </div>
    </header>
  );
}

interface NavigationLike {
  canGoBack: boolean;
  canGoForward: boolean;
}

function HistoryButtons() {
  const t = useText();
  const navigate = useNavigate();
  useLocation();
  const navigation = (window as unknown as { navigation?: NavigationLike }).navigation;
  return (
    <span className="so-bar__history">
      <IconButton
        icon={ArrowLeft}
        label={t('app.back')}
        keys="Alt ←"
        disabled={navigation ? !navigation.canGoBack : false}
        onClick={() => navigate(-1)}
        size="small"
      />
      <IconButton
        icon={ArrowRight}
        label={t('app.forward')}
        keys="Alt →"
        disabled={navigation ? !navigation.canGoForward : false}
        onClick={() => navigate(1)}
        size="small"
      />
    </span>
  );
}
