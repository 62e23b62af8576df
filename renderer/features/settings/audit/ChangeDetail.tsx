/** What was before and after, field by field. */
import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Change, ChangedField, ShownValue } from '../../../../shared/contract/audit';
import { useCommandOp, useText } from '../../../client';
import { type Column, Icon, PlainTable, Sensitive, useFormat } from '../../../ui';
import { fieldName, type Speaker, valueText } from './words';

export function ChangeDetail({ change }: { change: Change }) {
  const t = useText();
  const format = useFormat();
  const speaker = useMemo<Speaker>(() => ({ t, format }), [t, format]);
  const [revealed, setRevealed] = useState<
    Record<string, { before: ShownValue | null; after: ShownValue | null }>
  >({});
  const reveal = useCommandOp('audit.reveal', { done: null });
  const revert = useCommandOp('audit.revertField', {
    done: (_, input) => {
      const field = change.changes.find((each) => each.field === input.field);
      return t('audit.detail.reverted', {
        field: field ? fieldName(speaker, field) : input.field,
        name: change.subject ?? '',
      });
    },
  });
  const fields = change.changes.filter((field) => fieldName(speaker, field) !== '');
  const value = (field: ChangedField, side: 'before' | 'after') => {
    if (!field.hidden) return shown(speaker, field[side]);
    const values = revealed[field.field];
    return (
      <Sensitive
        label={`${fieldName(speaker, field)}, ${t(`audit.detail.${side}`)}`}
        onReveal={() => {
          if (values) return;
          reveal
            .run({ id: change.id, field: field.field })
            .then((answer) => setRevealed((before) => ({ ...before, [field.field]: answer })))
            .catch(() => undefined);
        }}
      >
        {values ? shown(speaker, values[side]) : '…'}
      </Sensitive>
    );
  };
  const columns: Column<ChangedField>[] = [
    {
      key: 'field',
      header: t('audit.detail.field'),
      width: 180,
      cell: (field) => fieldName(speaker, field),
    },
    ...(change.action === 'create'
      ? []
      : [
          {
            key: 'before',
            header: t('audit.detail.before'),
            cell: (field: ChangedField) => value(field, 'before'),
          },
        ]),
    { key: 'after', header: t('audit.detail.after'), cell: (field) => value(field, 'after') },
    ...(fields.some((field) => field.revertable)
      ? [
          {
            key: 'revert',
            header: '',
            width: 100,
            cell: (field: ChangedField) =>
              field.revertable ? (
                <button
                  type="button"
                  className="so-linklike"
                  disabled={revert.running}
                  aria-label={t('audit.detail.revertLabel', { field: fieldName(speaker, field) })}
                  onClick={() => revert.fire({ id: change.id, field: field.field })}
                >
                  <Icon of={RotateCcw} size={14} /> {t('audit.detail.revert')}
                </button>
              ) : null,
          },
        ]
      : []),
  ];
  if (fields.length === 0) return <p className="so-muted">{t('audit.detail.nothing')}</p>;
  return (
    <PlainTable
      framed
      caption={t('audit.detail.open')}
      rows={fields}
      rowKey={(field) => field.field}
      columns={columns}
    />
  );

  function shown(words: Speaker, one: ShownValue | null) {
    return one ? valueText(words, one) : <span className="so-muted">{t('audit.detail.empty')}</span>;
  }
}
