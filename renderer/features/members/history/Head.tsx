import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../../client';
import { type Action, ActionButton, IconButton } from '../../../ui';

/** Heading of a group of dated records with the button that adds one. */
export function Head({ title, facts, add }: { title: string; facts?: ReactNode; add: Action }) {
  return (
    <div className="so-history__head">
      <h2>{title}</h2>
      {facts && <span className="so-caption">{facts}</span>}
      <ActionButton action={add} size="small" />
    </div>
  );
}

/** Edit and trash at the end of a row; `what` names the row for readers. */
export function RowTools({
  what,
  onEdit,
  onTrash,
}: {
  what: string;
  onEdit(): void;
  onTrash?: (() => void) | undefined;
}) {
  const t = useText();
  return (
    <div className="so-history__tools">
      <IconButton
        icon={Pencil}
        size="small"
        label={`${t('memberHistory.facts.edit')}: ${what}`}
        onClick={onEdit}
      />
      {onTrash && (
        <IconButton
          icon={Trash2}
          size="small"
          label={`${t('memberHistory.facts.trash')}: ${what}`}
          onClick={onTrash}
        />
      )}
    </div>
  );
}
