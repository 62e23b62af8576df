/** Layouts of the program and the office's own, each drawn with its sample, and which is in use for whom. */
import { Check } from 'lucide-react';
import type { OutputOf } from '../../../shared/contract';
import type { DisplayPage } from '../../../shared/domain/layout/display';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, ErrorState, Icon, LoadingBars, Page, useFormat } from '../../ui';
import { CardActions, useLayoutActions } from '../designer/gallery';
import type { CertificatesFrame } from './CertificatesPage';
import { LayoutPreview } from './LayoutPreview';
import { useImages } from './useImages';

type Layouts = OutputOf<'certificates.layouts'>;
type Row = Layouts['rows'][number];

export const layoutName = (row: Pick<Row, 'name' | 'nameEn'>, language: string) =>
  language === 'en' ? row.nameEn : row.name;

export function LayoutGallery({ frame }: { frame: CertificatesFrame }) {
  const t = useText();
  const query = useQueryOp('certificates.layouts', {});
  const actions = useLayoutActions();
  return (
    <Page {...frame} {...actions}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <LoadingBars />
      ) : (
        <>
          <p className="so-caption so-cert-lead">{t('certificates.layouts.body')}</p>
          <ul className="so-cert-gallery">
            {query.data.rows.map((row) => (
              <LayoutCard key={row.id} row={row} chosen={query.data.chosen} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function LayoutCard({ row, chosen }: { row: Row; chosen: Layouts['chosen'] }) {
  const t = useText();
  const format = useFormat();
  const sample = useQueryOp('certificates.sample', { layoutId: row.id });
  const page = sample.data?.page as unknown as DisplayPage | undefined;
  const images = useImages(page?.items);
  const name = layoutName(row, t.language);
  const kindName = (kind: Row['kinds'][number]) => t(`awards.ofKind.${kind}`);
  const choose = useCommandOp('certificates.setLayout', {
    done: (_, input) => t('certificates.layouts.set', { kind: kindName(input.kind) }),
  });
  return (
    <li className="so-card so-cert-card">
      <div className={`so-cert-thumb so-cert-thumb--${row.orientation}`}>
        {page && (
          <LayoutPreview page={page} label={t('certificates.layouts.preview', { name })} images={images} />
        )}
      </div>
      <h2>{name}</h2>
      <p className="so-caption">
        {[
          t('certificates.layouts.size', {
            paper: row.paper,
            w: format.decimal(row.w, row.w % 1 ? 1 : 0),
            h: format.decimal(row.h, row.h % 1 ? 1 : 0),
          }),
          row.own && t('designer.version', { number: row.number }),
          row.own?.draftAt && t('designer.hasDraft', { time: format.dateTime(row.own.draftAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <CardActions row={row} name={name} />
      <div className="so-row so-wrap">
        {row.kinds.map((kind) =>
          chosen[kind] === row.id ? (
            <span key={kind} className="so-cert-used">
              <Icon of={Check} /> {t('certificates.layouts.used', { kind: kindName(kind) })}
            </span>
          ) : (
            <ActionButton
              key={kind}
              size="small"
              action={{
                key: kind,
                label: t('certificates.layouts.use', { kind: kindName(kind) }),
                onClick: () => choose.fire({ kind, layoutId: row.id }),
              }}
            />
          ),
        )}
      </div>
    </li>
  );
}
