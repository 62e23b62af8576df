/** A part being written in: its words as they read; figures that are left as they are stay linked. */
import { Input, Segmented } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useCommandOp, useText } from '../../client';
import { ActionButton, chordOf, isComposing } from '../../ui';
import type { Part } from './ReportBody';

const LEVELS = [1, 2, 3, 4] as const;

/** Lines that show a text whole, within bounds. */
function rowsFor(kind: Part['kind'], text: string): number {
  if (kind === 'heading') return 1;
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 90), 0);
  return Math.min(18, Math.max(3, lines));
}

export function PartEditor({ part, onDone }: { part: Part; onDone(): void }) {
  const t = useText();
  const first = part.kind === 'table' ? part.template : part.runs.map((run) => run.text).join('');
  const [text, setText] = useState(first);
  const [level, setLevel] = useState(part.level);
  const save = useCommandOp('reports.savePart', { done: () => t('reports.partSaved') });
  const submit = async () => {
    if (text === first && level === part.level) return onDone();
    const saved = await save.run({ id: part.id, version: part.version, text, level }).catch(() => null);
    if (saved) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const chord = chordOf(event.nativeEvent);
    if (chord === 'Escape') {
      event.stopPropagation();
      onDone();
    }
    if (chord === 'Ctrl+Enter' || chord === 'Ctrl+S') {
      event.preventDefault();
      event.stopPropagation();
      void submit();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside
    <div className="so-reports-editor" onKeyDown={onKeyDown} lang={t.language}>
      {part.kind === 'table' && <p className="so-caption">{t('reports.part.tableEdit')}</p>}
      <Input.TextArea
        lang="vi"
        aria-label={t('reports.part.text')}
        autoFocus
        rows={rowsFor(part.kind, text)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="so-row">
        {part.kind === 'heading' && (
          <Segmented<number>
            size="small"
            aria-label={t('reports.field.level')}
            value={level ?? 2}
            onChange={setLevel}
            options={LEVELS.map((value) => ({ value, label: t(`reports.part.level.l${value}`) }))}
          />
        )}
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{ key: 'cancel', label: t('reports.part.cancel'), onClick: onDone }}
        />
        <ActionButton
          size="small"
          primary
          action={{
            key: 'save',
            label: t('reports.part.save'),
            keys: 'Ctrl Enter',
            running: save.running,
            onClick: () => void submit(),
          }}
        />
      </div>
    </div>
  );
}
