/** A drawn sheet of paper for live previews of what will be printed. Type is Tinos. */
import type { ReactNode } from 'react';
import { useText } from '../../client/i18n';

export interface PaperPreviewProps {
  /** Millimetres; A4 upright unless told. */
  width?: number;
  height?: number;
  title?: string;
  hint?: ReactNode;
  /** Right of the title: "Trang 12/12". */
  note?: ReactNode;
  children: ReactNode;
}

export function PaperPreview({ width = 210, height = 297, title, hint, note, children }: PaperPreviewProps) {
  const t = useText();
  return (
    <figure className="so-paper">
      <figcaption>
        <div className="so-row">
          <span className="so-strong">{title ?? t('ui.paper.preview')}</span>
          {note && <span className="so-caption so-push">{note}</span>}
        </div>
        {hint && <div className="so-caption">{hint}</div>}
      </figcaption>
      <div className="so-paper__sheet" style={{ aspectRatio: `${width} / ${height}` }}>
        {children}
      </div>
    </figure>
  );
}
