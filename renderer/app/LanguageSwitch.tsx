/** VI or EN: the whole window follows at once, and the store keeps the choice. */
import { Tooltip } from 'antd';
import { useText } from '../client/i18n';
import { chooseLanguage } from './useStoreSettings';

export function LanguageSwitch() {
  const t = useText();
  const other = t.language === 'vi' ? 'en' : 'vi';
  return (
    <Tooltip title={t('app.language')}>
      <button
        type="button"
        className="so-bar__language"
        aria-label={`${t('app.language')}: ${t.language.toUpperCase()}`}
        onClick={() => void chooseLanguage(other)}
      >
        {t.language.toUpperCase()}
      </button>
    </Tooltip>
  );
}
