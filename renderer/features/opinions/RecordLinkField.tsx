/** The record an opinion or an entry belongs to, found by typing: an agreement, an event, a document. */
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../client';
import { type Control, type FieldProps, FieldShell } from '../../ui';

export interface LinkValue {
  entity: string;
  id: number;
  label: string;
}

const PATHS: Readonly<Record<string, string>> = {
  agreement: '/agreements/',
  event: '/events/',
  document: '/documents/',
};

/** A link to the record, or only its name where it has no page of its own. */
export function RecordLink({ link }: { link: LinkValue }) {
  const path = PATHS[link.entity];
  return path ? (
    <Link to={`${path}${link.id}`} lang="vi">
      {link.label}
    </Link>
  ) : (
    <span lang="vi">{link.label}</span>
  );
}

export function RecordLinkField(field: FieldProps) {
  return (
    <FieldShell<LinkValue | null> field={field}>{(control) => <LinkInput control={control} />}</FieldShell>
  );
}

function useFound(search: string): LinkValue[] {
  const enabled = search.trim().length > 1;
  const events = useQueryOp('events.list', { search, limit: 4 }, { enabled, keep: true }).data?.rows ?? [];
  const agreements =
    useQueryOp('agreements.list', { search, limit: 4 }, { enabled, keep: true }).data?.rows ?? [];
  const papers =
    useQueryOp('documents.list', { direction: 'out', search, limit: 4 }, { enabled, keep: true }).data
      ?.rows ?? [];
  if (!enabled) return [];
  return [
    ...agreements.map((row) => ({ entity: 'agreement', id: row.id, label: row.title.slice(0, 200) })),
    ...events.map((row) => ({ entity: 'event', id: row.id, label: row.name.slice(0, 200) })),
    ...papers.map((row) => ({
      entity: 'document',
      id: row.id,
      label: [row.code, row.subject].filter(Boolean).join(' · ').slice(0, 200),
    })),
  ];
}

function LinkInput({ control }: { control: Control<LinkValue | null> }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const found = useFound(search);
  const chosen = control.value;
  if (chosen)
    return (
      <>
        <span className="so-picker so-picker--chosen">
          <span>
            <span className="so-muted">{t.any(`opinions.links.${chosen.entity}`)} </span>
            <span className="so-strong" lang="vi">
              {chosen.label}
            </span>
          </span>
          <button
            id={control.id}
            type="button"
            className="so-linklike so-push"
            onClick={() => control.onChange(null)}
          >
            {t('opinions.links.drop')}
          </button>
        </span>
        {chosen.entity === 'agreement' && <Contents id={chosen.id} onChoose={control.onChange} />}
      </>
    );
  return (
    <>
      <Input
        id={control.id}
        value={typed}
        placeholder={t('opinions.links.find')}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={control.onBlur}
      />
      {search.trim().length > 1 && (
        <ul className="so-opinions-found">
          {found.map((link) => (
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
              <span className="so-muted">{t.any(`opinions.links.${link.entity}`)}</span>
            </li>
          ))}
          {found.length === 0 && <li className="so-muted">{t('opinions.links.none')}</li>}
        </ul>
      )}
    </>
  );
}

/** The contents of a chosen agreement: one of them can be meant instead of the whole. */
function Contents({ id, onChoose }: { id: number; onChoose(link: LinkValue): void }) {
  const t = useText();
  const rows = useQueryOp('agreements.get', { id }).data?.contents ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className="so-opinions-found">
      {rows.map((row, at) => {
        const label = t('opinions.links.content', { number: at + 1, text: row.name }).slice(0, 200);
        return (
          <li key={row.id}>
            <button
              type="button"
              className="so-linklike"
              lang="vi"
              onClick={() => onChoose({ entity: 'agreement_content', id: row.id, label })}
            >
              {label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
