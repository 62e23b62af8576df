import { Segmented, Switch } from 'antd';
import type { ReactNode } from 'react';
import { chooseDensity, chooseLanguage } from '../../app/useStoreSettings';
import { type Density, type Theme, useCommandOp, usePrefs, useQueryOp, useText } from '../../client';
import { Pane } from './Pane';

/** Language, colours, density, and how numbers are written on papers. In effect at once. */
export function LookPane() {
  const t = useText();
  const { theme, density, set } = usePrefs();
  return (
    <Pane title={t('settings.tabs.look')}>
      <Choice label={t('settings.look.language')}>
        <Segmented
          value={t.language}
          onChange={(language) => void chooseLanguage(language)}
          options={[
            { value: 'vi' as const, label: t('settings.look.names.vi') },
            { value: 'en' as const, label: t('settings.look.names.en') },
          ]}
        />
      </Choice>
      <Choice label={t('settings.look.theme')}>
        <Segmented<Theme>
          value={theme}
          onChange={(chosen) => set({ theme: chosen })}
          options={[
            { value: 'light', label: t('settings.look.light') },
            { value: 'dark', label: t('settings.look.dark') },
            { value: 'system', label: t('settings.look.system') },
          ]}
        />
      </Choice>
      <Choice label={t('settings.look.density')} hint={t('settings.look.densityHint')}>
        <Segmented<Density>
          value={density}
          onChange={(chosen) => void chooseDensity(chosen)}
          options={[
            { value: 'normal', label: t('settings.look.normal') },
            { value: 'wide', label: t('settings.look.wide') },
          ]}
        />
      </Choice>
      <PaperWords />
    </Pane>
  );
}

function Choice({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="so-setting">
      <legend>{label}</legend>
      {children}
      {hint && <p className="so-caption">{hint}</p>}
    </fieldset>
  );
}

function PaperWords() {
  const t = useText();
  const settings = useQueryOp('settings.get', {});
  const save = useCommandOp('settings.update', { done: null });
  if (!settings.data) return null;
  const { version, twoDigits, oddWord, thousandWord, evenWord } = settings.data;
  return (
    <>
      <h2 className="so-setting__head">{t('settings.look.words')}</h2>
      <div className="so-setting so-setting--row">
        <label htmlFor="two-digits">{t('settings.look.twoDigits')}</label>
        <Switch
          id="two-digits"
          checked={twoDigits}
          loading={save.running}
          onChange={(on) => save.fire({ version, twoDigits: on })}
        />
      </div>
      <Choice label={t('settings.look.oddWord')}>
        <Segmented<'le' | 'linh'>
          value={oddWord}
          onChange={(word) => save.fire({ version, oddWord: word })}
          options={[
            { value: 'le', label: t('settings.look.le') },
            { value: 'linh', label: t('settings.look.linh') },
          ]}
        />
      </Choice>
      <Choice label={t('settings.look.thousandWord')}>
        <Segmented<'nghin' | 'ngan'>
          value={thousandWord}
          onChange={(word) => save.fire({ version, thousandWord: word })}
          options={[
            { value: 'nghin', label: t('settings.look.nghin') },
            { value: 'ngan', label: t('settings.look.ngan') },
          ]}
        />
      </Choice>
      <div className="so-setting so-setting--row">
        <label htmlFor="even-word">{t('settings.look.evenWord')}</label>
        <Switch
          id="even-word"
          checked={evenWord}
          loading={save.running}
          onChange={(on) => save.fire({ version, evenWord: on })}
        />
      </div>
    </>
  );
}
