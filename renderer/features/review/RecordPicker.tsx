/** Finds an event of the period or an award decision to link as evidence. */
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
  const decisions = useQueryOp('awards.list', { search, limit: 4 }, { keep: true });
  const linked = new Set(item.evidence.map((each) => `${each.entity}-${each.recordId}`));
  const choices = [
    ...(found.data?.rows ?? []).map((row) => ({
      entity: 'event' as const,
      id: row.id,
      name: row.name,
      date: row.startsOn as string | null,
    })),
    ...(decisions.data?.rows ?? []).map((row) => ({
      entity: 'award' as const,
      id: row.id,
      name: [t.language === 'vi' ? row.form : (row.formEn ?? row.form), row.number]
        .filter(Boolean)
        .join(' · '),
      date: row.decidedOn,
    })),
  ].filter((row) => !linked.has(`${row.entity}-${row.id}`));
  const choose = (row: (typeof choices)[number]) => {
    const label = row.name.slice(0, 200);
    link.fire({ reviewId: sheet.id, criterion: item.uid, entity: row.entity, recordId: row.id, label });
    onClose();
  };
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
        {choices.map((row) => (
          <li key={`${row.entity}-${row.id}`}>
            <button type="button" className="so-linklike" onClick={() => choose(row)}>
              {row.name}
            </button>
            <span className="so-muted">{row.date ? format.date(row.date) : ''}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="so-linklike" onClick={onClose}>
        {t('ui.cancel')}
      </button>
    </div>
  );
}
