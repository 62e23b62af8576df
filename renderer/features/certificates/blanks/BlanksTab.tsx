/** Pre-printed blanks of the office: what each looks like, for which layouts, and how its printer was adjusted. */
import { PencilRuler, Plus, ReceiptText, Ruler, Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { ActionButton, EmptyState, ErrorState, LoadingBars, MoreMenu, Page, useFormat } from '../../../ui';
import type { CertificatesFrame } from '../CertificatesPage';
import { layoutName } from '../LayoutGallery';
import { BackdropImage, type Blank, useBackdrop } from './backdrop';
import { useSheetSize } from './SheetWarnings';

export function BlanksTab({ frame }: { frame: CertificatesFrame }) {
  const t = useText();
  const navigate = useNavigate();
  const query = useQueryOp('certificates.blanks', {});
  const add = {
    key: 'add',
    label: t('blanks.add'),
    icon: Plus,
    onClick: () => navigate('/certificates/blanks/new'),
  };
  const rows = query.data?.rows ?? [];
  return (
    <Page {...frame} {...(rows.length > 0 ? { primary: add } : {})}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : rows.length === 0 ? (
        <EmptyState icon={ReceiptText} title={t('blanks.empty')} primary={add}>
          {t('blanks.emptyBody')}
        </EmptyState>
      ) : (
        <>
          <p className="so-caption so-cert-lead">{t('blanks.lead')}</p>
          <ul className="so-cert-gallery">
            {rows.map((row) => (
              <BlankCard key={row.id} blank={row} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

/** The sheet of a blank with its scan, as large as there is room. */
export function BlankSheet({
  blank,
  label,
}: {
  blank: Pick<Blank, 'scan' | 'place' | 'w' | 'h'>;
  label: string;
}) {
  const backdrop = useBackdrop(blank);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${blank.w} ${blank.h}`}
      width="100%"
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect width={blank.w} height={blank.h} fill="#FFFFFF" />
      <BackdropImage backdrop={backdrop} />
    </svg>
  );
}

/** Size, layouts and how many printers were measured for it, in one line. */
function useFacts(blank: Blank): string {
  const t = useText();
  const format = useFormat();
  const size = useSheetSize();
  const layouts = useQueryOp('certificates.layouts', {}).data?.rows ?? [];
  const printers = useQueryOp('certificates.printers', {}).data?.rows ?? [];
  const names = blank.layouts.map((id) => {
    const row = layouts.find((one) => one.id === id);
    return row ? layoutName(row, t.language) : id;
  });
  const count = printers.filter((row) => row.blankId === blank.id).length;
  return [
    size(blank.w, blank.h),
    names.length > 0 ? names.join('; ') : t('blanks.anyLayout'),
    count > 0 ? t('blanks.measured', { count, figure: format.count(count) }) : t('blanks.notMeasured'),
  ].join(' · ');
}

function BlankCard({ blank }: { blank: Blank }) {
  const t = useText();
  const navigate = useNavigate();
  const facts = useFacts(blank);
  const trash = useCommandOp('certificates.trashBlanks', {
    done: () => t('blanks.trashed', { name: blank.name }),
  });
  return (
    <li className="so-card so-cert-card">
      <div className="so-cert-thumb">
        <BlankSheet blank={blank} label={t('blanks.scanOf', { name: blank.name })} />
      </div>
      <h2>{blank.name}</h2>
      <p className="so-caption">{facts}</p>
      <div className="so-row">
        <ActionButton
          size="small"
          action={{
            key: 'edit',
            label: t('blanks.edit'),
            icon: PencilRuler,
            onClick: () => navigate(`/certificates/blanks/${blank.id}`),
          }}
        />
        <ActionButton
          size="small"
          action={{
            key: 'calibrate',
            label: t('blanks.title'),
            icon: Ruler,
            onClick: () => navigate(`/certificates/calibrate?blank=${blank.id}`),
          }}
        />
        <MoreMenu
          label={t('blanks.moreOf', { name: blank.name })}
          actions={[
            {
              key: 'trash',
              label: t('blanks.trash'),
              icon: Trash2,
              danger: true,
              onClick: () => trash.fire({ ids: [blank.id] }),
            },
          ]}
        />
      </div>
    </li>
  );
}
