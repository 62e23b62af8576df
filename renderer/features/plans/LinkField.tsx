/** The record that fulfils an item, found by typing. */
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useQueryOp, useText } from '../../client';
import { type Control, type FieldProps, FieldShell, useFormat } from '../../ui';
import type { LinkValue } from './words';

type Found = LinkValue & { date: string | null };

export function LinkField(field: FieldProps) {
  return (
    <FieldShell<LinkValue | null> field={field}>{(control) => <LinkInput control={control} />}</FieldShell>
  );
}

function useFound(search: string): Found[] {
  const options = { enabled: search.trim().length > 1, keep: true };
  const events = useQueryOp('events.list', { search, limit: 5 }, options).data?.rows ?? [];
  const gifts = useQueryOp('welfare.campaigns', { search, limit: 3 }, options).data?.rows ?? [];
  const moves = useQueryOp('movements.list', { search, limit: 2 }, options).data?.rows ?? [];
  const awards = useQueryOp('awards.list', { search, limit: 2 }, options).data?.rows ?? [];
  const papers =
    useQueryOp('documents.list', { direction: 'out', search, limit: 3 }, options).data?.rows ?? [];
  if (!options.enabled) return [];
  const one = (entity: LinkValue['entity'], id: number, label: string, date: string | null): Found => ({
    ...{ entity, id, date },
    label: label.slice(0, 200),
  });
  return [
    ...events.map((row) => one('event', row.id, row.name, row.startsOn)),
    ...gifts.map((row) => one('welfare_campaign', row.id, row.name, row.onDate)),
    ...moves.map((row) => one('movement', row.id, row.name, row.launchedOn)),
    ...awards.map((row) =>
      one('award_decision', row.id, [row.form, row.number].filter(Boolean).join(' · '), row.decidedOn),
    ),
    ...papers.map((row) =>
      one('document', row.id, [row.code, row.subject].filter(Boolean).join(' · '), row.onDate),
    ),
  ];
}

function LinkInput({ control }: { control: Control<LinkValue | null> }) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const found = useFound(search);
  const { value } = control;
  if (value)
    return (
      <span className="so-picker so-picker--chosen">
        <span>
          <span className="so-muted">{t(`plans.links.${value.entity}`)}: </span>
          <span className="so-strong" lang="vi">
            {value.label}
          </span>
        </span>
        <button
          id={control.id}
          type="button"
          className="so-linklike so-push"
          onClick={() => control.onChange(null)}
        >
          {t('plans.links.drop')}
        </button>
      </span>
    );
  return (
    <>
      <Input
        id={control.id}
        value={typed}
        placeholder={t('plans.links.find')}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={control.onBlur}
      />
      {search.trim().length > 1 && (
        <ul className="so-plans-links">
          {found.map(({ date, ...link }) => (
            <li key={`${link.entity}-${link.id}`}>
              <button
                type="button"
                className="so-linklike"
                lang="vi"
                onClick={() => {
                  setTyped('');
                  control.onChange(link);
                }}
              >
                {link.label}
              </button>{' '}
              <span className="so-muted">
                {[t(`plans.links.${link.entity}`), date && format.date(date)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
          {found.length === 0 && <li className="so-muted">{t('plans.links.none')}</li>}
        </ul>
      )}
    </>
  );
}
