/** Closing fixes a paper, so it is asked; the answer says what is still open. */
import { useCommandOp, useText } from '../../client';
import { ConfirmDialog, useFormat } from '../../ui';
import type { Sheet } from './SheetPage';

interface DialogProps {
  sheet: Sheet;
  open: boolean;
  onClose(): void;
}

export function CloseDialog({ sheet, open, onClose }: DialogProps) {
  const t = useText();
  const format = useFormat();
  const { year, totals, counts } = sheet;
  const close = useCommandOp('review.close', { done: () => t('review.closed', { year }) });
  const rank = sheet.rank && (t.language === 'vi' ? sheet.rank.name : (sheet.rank.nameEn ?? sheet.rank.name));
  const points = { score: format.decimal(totals.score ?? 0, 2), max: format.decimal(totals.max, 2) };
  return (
    <ConfirmDialog
      open={open}
      title={t('review.closing.title', { year })}
      confirmLabel={t('review.close')}
      blocked={totals.score === null ? t('review.closing.blocked') : undefined}
      running={close.running}
      onCancel={onClose}
      onConfirm={() => void close.run({ id: sheet.id, version: sheet.version }).then(onClose, onClose)}
    >
      <div className="so-stack">
        {totals.score !== null && (
          <p className="so-strong">
            {rank ? t('review.closing.result', { ...points, rank }) : t('review.closing.noRank', points)}
          </p>
        )}
        <p>{t('review.closing.body')}</p>
        <ul className="so-review-left">
          {counts.open > 0 && <li>{t('review.closing.open', { count: counts.open })}</li>}
          {counts.missing > 0 && <li>{t('review.closing.missing', { count: counts.missing })}</li>}
          {sheet.set.confirmedOn === null && <li>{t('review.closing.reference')}</li>}
        </ul>
      </div>
    </ConfirmDialog>
  );
}

export function ReopenDialog({ sheet, open, onClose }: DialogProps) {
  const t = useText();
  const { year } = sheet;
  const reopen = useCommandOp('review.reopen', { done: () => t('review.reopened', { year }) });
  return (
    <ConfirmDialog
      open={open}
      title={t('review.reopening.title', { year })}
      confirmLabel={t('review.reopen')}
      running={reopen.running}
      onCancel={onClose}
      onConfirm={() => void reopen.run({ id: sheet.id, version: sheet.version }).then(onClose, onClose)}
    >
      <p>{t('review.reopening.body')}</p>
    </ConfirmDialog>
  );
}
