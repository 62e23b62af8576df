/** The record a document belongs to, found by typing: an event, a decision, a movement, a member. */
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { DocumentLink } from '../../../shared/domain/documents';
import { useQueryOp, useText } from '../../client';
import { type Control, type FieldProps, FieldShell, useFormat } from '../../ui';
import type { LinkValue } from './useDocuments';

interface Found extends LinkValue {
  entity: DocumentLink;
  date: string | null;
}

export function LinkField(field: FieldProps) {
  return (
    <FieldShell<LinkValue | null> field={field}>{(control) => <LinkInput control={control} />}</FieldShell>
  );
}

function useFound(search: string): Found[] {
  const enabled = search.trim().length > 1;
  const events = useQueryOp('events.list', { search, limit: 5 }, { enabled, keep: true }).data?.rows ?? [];
  const awards = useQueryOp('awards.list', { search, limit: 3 }, { enabled, keep: true }).data?.rows ?? [];
  const moves = useQueryOp('movements.list', { search, limit: 3 }, { enabled, keep: true }).data?.rows ?? [];
  const people = useQueryOp('members.list', { search, limit: 3 }, { enabled, keep: true }).data?.rows ?? [];
  if (!enabled) return [];
  return [
    ...events.map((row) => ({
      entity: 'event' as const,
      id: row.id,
      label: row.name.slice(0, 200),
      date: row.startsOn,
    })),
    ...awards.map((row) => ({
      entity: 'award_decision' as const,
      id: row.id,
      label: [row.form, row.number].filter(Boolean).join(' · ').slice(0, 200),
      date: row.decidedOn,
    })),
    ...moves.map((row) => ({
      entity: 'movement' as const,
      id: row.id,
      label: row.name.slice(0, 200),
      date: row.launchedOn,
    })),
    ...people.map((row) => ({ entity: 'member' as const, id: row.id, label: row.fullName, date: null })),
  ];
}

function LinkInput({ control }: { control: Control<LinkValue | null> }) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const found = useFound(search);
  if (control.value)
    return (
      <span className="so-picker so-picker--chosen">
        <span>
          <span className="so-muted">{t(`documents.links.${control.value.entity}`)}: </span>
          <span className="so-strong">{control.value.label}</span>
        </span>
        <button
          id={control.id}
          type="button"
          className="so-linklike so-push"
          onClick={() => control.onChange(null)}
        >
          {t('documents.links.drop')}
        </button>
      </span>
    );
  return (
    <>
      <Input
        id={control.id}
        value={typed}
        placeholder={t('documents.links.find')}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={control.onBlur}
      />
      {search.trim().length > 1 && (
        <ul className="so-documents-links">
          {found.map(({ date, ...link }) => (
            <li key={`${link.entity}-${link.id}`}>
              <button
                type="button"
                className="so-linklike"
                onClick={() => {
                  setTyped('');
                  control.onChange(link);
                }}
              >
                {link.label}
              </button>{' '}
              <span className="so-muted">
                {[t(`documents.links.${link.entity}`), date && format.date(date)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
          {found.length === 0 && <li className="so-muted">{t('documents.links.none')}</li>}
        </ul>
      )}
    </>
  );
}
