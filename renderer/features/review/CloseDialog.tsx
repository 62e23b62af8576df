/** Closing fixes a paper, so it is asked; the answer says what is still open. */
import { useCommandOp, useQueryOp, useText } from '../../client';
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
        <Unresolved sheet={sheet} />
        {sheet.part === 'year' && (
          <p className="so-caption">
            {t(counts.open > 0 ? 'reviewWork.closing.noClass' : 'reviewWork.closing.yearClass')}
          </p>
        )}
      </div>
    </ConfirmDialog>
  );
}

/** What is not done yet: it may be closed all the same, but not unknowingly. */
function Unresolved({ sheet }: { sheet: Sheet }) {
  const t = useText();
  const { counts, year } = sheet;
  const gaps = useQueryOp('review.gaps', { id: sheet.id }).data?.rows.length ?? 0;
  const halves = sheet.parts.some((part) => part.score === null || part.closedAt === null);
  const lines = [
    counts.open > 0 && t('review.closing.open', { count: counts.open }),
    counts.missing > 0 && t('review.closing.missing', { count: counts.missing }),
    counts.overdue > 0 && t('reviewWork.closing.overdue', { count: counts.overdue }),
    halves && t('reviewWork.closing.half'),
    gaps > 0 && t('reviewWork.closing.gaps', { count: gaps, year: year + 1 }),
    sheet.set.confirmedOn === null && t('review.closing.reference'),
    ...sheet.blocked.map((each) =>
      t('reviewWork.blocked', {
        rank: t.language === 'vi' ? each.name : each.nameEn,
        why: (t.language === 'vi' ? each.reasons : each.reasonsEn).join('; '),
      }),
    ),
  ].filter((line): line is string => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <div>
      <p>{t('reviewWork.closing.left')}</p>
      <ul className="so-review-left">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
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
