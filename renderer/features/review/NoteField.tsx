/** The officer's note of a criterion, saved on leaving the field or the criterion. */
import { Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useCommandOp, useText } from '../../client';
import type { Item, Sheet } from './SheetPage';

export function NoteField({ sheet, item }: { sheet: Sheet; item: Item }) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState(item.note ?? '');
  const save = useCommandOp('review.setItem', {
    done: () => t('review.panel.noteSaved', { code: item.code }),
  });
  useEffect(() => setText(item.note ?? ''), [item.note]);
  const commit = () => {
    const note = text.trim() === '' ? null : text.trim();
    if (note === item.note || sheet.closedAt !== null) return;
    save.fire({ reviewId: sheet.id, criterion: item.uid, version: item.version, note });
  };
  const latest = useRef(commit);
  latest.current = commit;
  // Going to another criterion by key does not leave the field first.
  useEffect(() => () => latest.current(), []);
  return (
    <section>
      <label htmlFor={id} className="so-review-label">
        {t('review.panel.note')}
      </label>
      <Input.TextArea
        id={id}
        value={text}
        rows={3}
        maxLength={2000}
        disabled={sheet.closedAt !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
      />
      <p id={`${id}-hint`} className="so-caption">
        {t('review.panel.noteHint')}
      </p>
    </section>
  );
}
