/** One blank: its size, how its scan lies on the sheet, what stands on it already, beside the sheet itself. */
import { ReceiptText, Ruler, Save, Trash2 } from 'lucide-react';
import { useNavigate, useParams } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { EmptyState, ErrorState, LoadingBars, Page, useShortcuts } from '../../../ui';
import '../certificates.css';
import '../../designer/designer.css';
import './blanks.css';
import { BlankBoard } from './BlankBoard';
import { BlankForm } from './BlankForm';
import type { Blank } from './backdrop';
import { useSheetSize } from './SheetWarnings';
import { useBlankDraft } from './useBlankDraft';

export default function BlankPage() {
  const t = useText();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const query = useQueryOp('certificates.blanks', {});
  if (id === 'new') return <Editor key="new" blank={null} />;
  const blank = query.data?.rows.find((row) => row.id === Number(id));
  if (blank) return <Editor key={blank.id} blank={blank} />;
  const back = () => navigate('/certificates?tab=blanks');
  return (
    <Page
      title={t('blanks.blank')}
      crumbs={[{ label: t('certificates.tabs.blanks'), to: '/certificates?tab=blanks' }]}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <EmptyState
          icon={ReceiptText}
          title={t('blanks.gone')}
          primary={{ key: 'back', label: t('blanks.back'), onClick: back }}
        />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function Editor({ blank }: { blank: Blank | null }) {
  const t = useText();
  const navigate = useNavigate();
  const size = useSheetSize();
  const parts = useBlankDraft(blank);
  const ready = parts.changed && parts.draft.name.trim() !== '';
  const trash = useCommandOp('certificates.trashBlanks', {
    done: () => t('blanks.trashed', { name: blank?.name ?? '' }),
  });
  useShortcuts({ 'Ctrl+S': () => void (ready && parts.save()) });
  const calibrate = {
    ...{ key: 'calibrate', label: t('blanks.title'), icon: Ruler },
    onClick: () => navigate(`/certificates/calibrate?blank=${blank?.id}`),
  };
  const away = {
    ...{ key: 'trash', label: t('blanks.trash'), icon: Trash2, danger: true },
    onClick: () => {
      trash.fire({ ids: blank ? [blank.id] : [] });
      navigate('/certificates?tab=blanks');
    },
  };
  return (
    <Page
      fill
      title={blank?.name ?? t('blanks.add')}
      crumbs={[
        { label: t('certificates.title'), to: '/certificates' },
        { label: t('certificates.tabs.blanks'), to: '/certificates?tab=blanks' },
      ]}
      facts={[size(parts.draft.w, parts.draft.h), parts.changed && t('blanks.unsaved')]}
      primary={{
        ...{ key: 'save', label: t('blanks.saveBlank'), icon: Save, keys: 'Ctrl S', disabled: !ready },
        onClick: () => void parts.save(),
      }}
      {...(blank ? { actions: [calibrate], more: [away] } : {})}
    >
      <div className="so-blank">
        <BlankForm parts={parts} />
        <BlankBoard parts={parts} />
      </div>
    </Page>
  );
}
