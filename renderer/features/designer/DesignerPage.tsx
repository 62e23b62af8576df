/** The designer of one layout: opened on its draft if there is one, else on the version in use. */
import { CopyPlus, ScrollText } from 'lucide-react';
import { useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { EmptyState, ErrorState, LoadingBars, Page } from '../../ui';
import './designer.css';
import { Studio } from './Studio';

export type OpenLayout = OutputOf<'certificates.layout'>;

export default function DesignerPage() {
  const t = useText();
  const { id = '' } = useParams();
  const query = useQueryOp('certificates.layout', { layoutId: id }, { keep: true });
  const found = query.data;
  if (found?.own && found.layoutId === id) return <Studio key={id} found={found} own={found.own} />;
  const crumbs = [
    { label: t('certificates.title'), to: '/certificates' },
    { label: t('certificates.tabs.layouts'), to: '/certificates?tab=layouts' },
  ];
  return (
    <Page title={found?.name ?? t('designer.title')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : found ? (
        <Shipped found={found} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function Shipped({ found }: { found: OpenLayout }) {
  const t = useText();
  const navigate = useNavigate();
  const copy = useCommandOp('certificates.copyLayout', {
    done: (_, input) => t('designer.copied', { name: input.name }),
  });
  const make = async () => {
    const name = t('designer.copyName', { name: found.name });
    const made = await copy.run({ layoutId: found.layoutId, name });
    navigate(`/certificates/layouts/${made.layoutId}`);
  };
  return (
    <EmptyState
      icon={ScrollText}
      title={t('designer.shipped')}
      primary={{ key: 'copy', label: t('designer.copy'), icon: CopyPlus, onClick: () => void make() }}
    >
      {t('designer.shippedBody')}
    </EmptyState>
  );
}
