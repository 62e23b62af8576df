/** The record a document belongs to, found by typing: an event, a decision, a movement, gifts, a case, a voucher, a member. */
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
  const asked = { enabled, keep: true };
  const events = useQueryOp('events.list', { search, limit: 5 }, asked).data?.rows ?? [];
  const awards = useQueryOp('awards.list', { search, limit: 3 }, asked).data?.rows ?? [];
  const moves = useQueryOp('movements.list', { search, limit: 3 }, asked).data?.rows ?? [];
  const gifts = useQueryOp('welfare.campaigns', { search, limit: 3 }, asked).data?.rows ?? [];
  const cases = useQueryOp('care.cases', { search, limit: 3 }, asked).data?.rows ?? [];
  const vouchers = useQueryOp('funds.vouchers', { search, limit: 3 }, asked).data?.rows ?? [];
  const people = useQueryOp('members.list', { search, limit: 3 }, asked).data?.rows ?? [];
  if (!enabled) return [];
  return [
    ...events.map((row) => found('event', row.id, row.name, row.startsOn)),
    ...awards.map((row) => found('award_decision', row.id, joined(row.form, row.number), row.decidedOn)),
    ...moves.map((row) => found('movement', row.id, row.name, row.launchedOn)),
    ...gifts.map((row) => found('welfare_campaign', row.id, row.name, row.onDate)),
    ...cases.map((row) => found('care_case', row.id, row.title, row.openedOn)),
    ...vouchers.map((row) => found('fund_voucher', row.id, joined(row.code, row.reason), row.onDate)),
    ...people.map((row) => found('member', row.id, row.fullName, null)),
  ];
}

const joined = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' · ');
const found = (entity: DocumentLink, id: number, label: string, date: string | null): Found => ({
  ...{ entity, id, date },
  label: label.slice(0, 200),
});

function LinkInput({ control }: { control: Control<LinkValue | null> }) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const hits = useFound(search);
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
          {hits.map(({ date, ...link }) => (
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
          {hits.length === 0 && <li className="so-muted">{t('documents.links.none')}</li>}
        </ul>
      )}
    </>
  );
}
