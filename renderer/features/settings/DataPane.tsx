import { Button } from 'antd';
import { HardDrive, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { invokeAny, useQueryOp, useText } from '../../client';
import { ErrorState, Facts, LoadingBars, Note, useFormat } from '../../ui';
import { Pane } from './Pane';

/** Opens the data folder in the PC's file manager; says where to look when the host cannot. */
export function OpenFolderButton({ name }: { name: string }) {
  const t = useText();
  const [refused, setRefused] = useState(false);
  const open = async () => {
    const reply = await invokeAny('host.openDataFolder', {}).catch(() => undefined);
    setRefused((reply?.data as { opened?: boolean } | undefined)?.opened !== true);
  };
  return (
    <div className="so-open-folder">
      <div>
        <Button onClick={() => void open()}>{t('settings.data.open')}</Button>
      </div>
      <p className="so-caption" role="status">
        {refused ? t('settings.data.openFailed', { name }) : ''}
      </p>
    </div>
  );
}

export function DataPane() {
  const t = useText();
  const format = useFormat();
  const about = useQueryOp('settings.about', {});
  const status = useQueryOp('backup.status', {});
  const title = t('settings.tabs.data');
  if (about.error)
    return (
      <Pane title={title}>
        <ErrorState error={about.error} onRetry={() => void about.refetch()} />
      </Pane>
    );
  if (!about.data)
    return (
      <Pane title={title}>
        <LoadingBars rows={4} kind="lines" />
      </Pane>
    );
  const { folderName, storeBytes, storeCreatedAt } = about.data;
  return (
    <Pane title={title}>
      <Note tone="muc" icon={HardDrive}>
        {t('settings.data.offline')}
      </Note>
      {status.data?.cloudFolder && (
        <Note tone="warn" icon={TriangleAlert}>
          {t('settings.data.cloud')}
        </Note>
      )}
      <div className="so-card so-pane__card">
        <Facts
          items={[
            { label: t('settings.data.folder'), value: folderName },
            { label: t('settings.data.size'), value: format.size(storeBytes) },
            { label: t('settings.data.created'), value: format.date(storeCreatedAt) },
          ]}
        />
        <div className="so-pane__actions">
          <OpenFolderButton name={folderName} />
        </div>
      </div>
    </Pane>
  );
}
