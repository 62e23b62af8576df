/** Finds an event of the register to link as evidence. */
import { Input } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { chordOf, useFormat } from '../../ui';
import type { Item, Sheet } from './SheetPage';

export function RecordPicker({ sheet, item, onClose }: { sheet: Sheet; item: Item; onClose(): void }) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const found = useQueryOp(
    'events.list',
    { search, from: sheet.from, to: sheet.to, limit: 6 },
    { keep: true },
  );
  const link = useCommandOp('review.addRecord', {
    done: (_, input) => t('review.panel.attached', { name: input.label, code: item.code }),
  });
  const linked = new Set(
    item.evidence.filter((each) => each.entity === 'event').map((each) => each.recordId),
  );
  return (
    <div className="so-review-picker">
      <label htmlFor={id} className="so-review-label">
        {t('review.panel.findRecord')}
      </label>
      <Input
        id={id}
        autoFocus
        value={typed}
        placeholder={t('review.panel.recordHint')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (chordOf(event) !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      <ul className="so-review-records">
        {(found.data?.rows ?? [])
          .filter((row) => !linked.has(row.id))
          .map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="so-linklike"
                onClick={() => {
                  link.fire({
                    reviewId: sheet.id,
                    criterion: item.uid,
                    entity: 'event',
                    recordId: row.id,
                    label: row.name.slice(0, 200),
                  });
                  onClose();
                }}
              >
                {row.name}
              </button>
              <span className="so-muted">{format.date(row.startsOn)}</span>
            </li>
          ))}
      </ul>
      <button type="button" className="so-linklike" onClick={onClose}>
        {t('ui.cancel')}
      </button>
    </div>
  );
}
