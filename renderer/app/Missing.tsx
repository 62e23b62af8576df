import { Compass } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { useText } from '../client/i18n';
import { EmptyState, Page } from '../ui';

/** An address that leads nowhere. */
export function Missing() {
  const t = useText();
  const navigate = useNavigate();
  return (
    <Page title={t('app.pageMissing')}>
      <EmptyState
        icon={Compass}
        title={t('app.pageMissing')}
        primary={{ key: 'start', label: t('app.toStart'), onClick: () => navigate('/') }}
      >
        {t('app.pageMissingBody')}
      </EmptyState>
    </Page>
  );
}
