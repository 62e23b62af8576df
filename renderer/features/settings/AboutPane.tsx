import mark from '../../app/mark.svg';
import { bridge, useQueryOp, useText } from '../../client';
import { ErrorState, Facts, LoadingBars } from '../../ui';
import { Licences } from './machine/Licences';
import { Pane } from './Pane';

export function AboutPane() {
  const t = useText();
  const about = useQueryOp('settings.about', {});
  const title = t('settings.tabs.about');
  if (about.error)
    return (
      <Pane title={title}>
        <ErrorState error={about.error} onRetry={() => void about.refetch()} />
      </Pane>
    );
  if (!about.data)
    return (
      <Pane title={title}>
        <LoadingBars rows={5} kind="lines" />
      </Pane>
    );
  const facts = about.data;
  const run = facts.electronVersion ? `Electron ${facts.electronVersion} · ` : '';
  return (
    <Pane title={title}>
      <div className="so-row so-about">
        <img src={mark} alt="" width={40} height={40} />
        <div>
          <h2>{t('app.name')}</h2>
          <p className="so-caption">{t('settings.about.body')}</p>
        </div>
      </div>
      <div className="so-card so-pane__card">
        <Facts
          items={[
            { label: t('settings.about.version'), value: facts.version },
            { label: t('settings.about.store'), value: facts.schemaVersion },
            {
              label: t('settings.about.engine'),
              value: `SQLite ${facts.sqliteVersion} · ${run}Node ${facts.nodeVersion}`,
            },
            {
              label: t('settings.about.host'),
              value: bridge().host === 'desktop' ? t('settings.about.desktop') : t('settings.about.browser'),
            },
            { label: t('settings.about.licence'), value: facts.licence },
          ]}
        />
      </div>
      <Licences />
    </Pane>
  );
}
