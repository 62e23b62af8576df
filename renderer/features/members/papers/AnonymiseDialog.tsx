import { Input } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useJobOp, useQueryOp, useText, useUndo } from '../../../client';
import { ConfirmDialog, forgetTyped, LoadingBars, Note, ProgressPanel, useFormat } from '../../../ui';

/** Which copies still hold the people, and when they are gone. */
export function OldCopies() {
  const t = useText();
  const format = useFormat();
  const copies = useQueryOp('members.retention', {}).data?.copies;
  return (
    <>
      {t('memberPapers.retention.copies')}
      {copies?.goneBy &&
        ` ${t('memberPapers.retention.copiesUntil', { count: copies.replaced, date: format.date(copies.goneBy) })}`}
      {!!copies?.lasting && ` ${t('memberPapers.retention.copiesLasting', { count: copies.lasting })}`}
    </>
  );
}

/** What goes for good, what stays, and the number to type. Steps that could be taken back are forgotten with it. */
export function AnonymiseDialog({ ids, onClose }: { ids: readonly number[]; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const preview = useQueryOp('members.anonymisePreview', { ids: [...ids] }).data;
  const job = useJobOp('members.anonymise', {
    done: (data) => t('memberPapers.retention.done', { count: data.count }),
  });
  const count = ids.length;
  const right = typed.trim() === String(count);
  const run = async () => {
    await job.run({ ids: [...ids], confirm: typed });
    forgetTyped();
    useUndo.setState({ done: [], undone: [] });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('memberPapers.retention.confirmTitle', { count })}
      confirmLabel={t('memberPapers.retention.run', { count })}
      blocked={right ? undefined : t('memberPapers.retention.missing', { count })}
      running={job.running}
      onConfirm={() => void run().catch(() => undefined)}
      onCancel={onClose}
    >
      {job.running && job.progress ? (
        <ProgressPanel title={t('memberPapers.retention.running')} progress={job.progress} />
      ) : !preview ? (
        <LoadingBars rows={4} kind="lines" />
      ) : (
        <>
          <p>{t('memberPapers.retention.confirmBody')}</p>
          <ul className="so-papers-erase">
            {[{ entity: 'member', count: preview.people }, ...preview.rows].map(({ entity, count: rows }) => (
              <li key={entity}>
                {format.count(rows)} {t.any(`memberPapers.retention.rows.${entity}`) || entity}
              </li>
            ))}
          </ul>
          <p>{t('memberPapers.retention.kept')}</p>
          <p className="so-caption">{t('memberPapers.retention.signatures')}</p>
          <Note tone="warn" icon={TriangleAlert}>
            <OldCopies />
          </Note>
          <div className="so-papers-confirm">
            <label htmlFor="anonymise-confirm">{t('memberPapers.retention.type', { count })}</label>
            <Input
              id="anonymise-confirm"
              value={typed}
              inputMode="numeric"
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        </>
      )}
    </ConfirmDialog>
  );
}
