/** Who is in a part, and in the parts under it, on a day. */
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useQueryOp, useText } from '../../../client';
import { ActionButton, Drawer, ErrorState, LoadingBars, SearchField, todayIso, useFormat } from '../../../ui';
import type { PartKind } from './words';

export interface PeopleOf {
  /** Null: those without a place of this kind. */
  unitId: number | null;
  kind: PartKind;
  name: string;
}
const PAGE = 200;

export function PeopleDrawer({
  of,
  asOf,
  onClose,
}: {
  of: PeopleOf | null;
  asOf: string | null;
  onClose(): void;
}) {
  return (
    <Drawer open={of !== null} onClose={onClose} title={of?.name ?? ''} width={520}>
      {of && <People key={`${of.unitId}-${of.kind}`} of={of} asOf={asOf} />}
    </Drawer>
  );
}

function People({ of, asOf }: { of: PeopleOf; asOf: string | null }) {
  const t = useText();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [offset, setOffset] = useState(0);
  const { unitId, kind } = of;
  const query = useQueryOp(
    'organisation.unitPeople',
    { unitId, kind, asOf, search, offset, limit: PAGE },
    { keep: true },
  );
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingBars kind="lines" />;
  const { rows, total } = query.data;
  const day = format.date(asOf ?? todayIso());
  const address = kind === 'department' ? 'department' : kind === 'group' ? 'group' : null;
  return (
    <div className="so-stack">
      <div className="so-row">
        <span className="so-strong">{t('organisationTree.people.count', { count: total, date: day })}</span>
        {asOf === null && unitId !== null && address && (
          <Link className="so-push" to={`/members?${address}=${unitId}`}>
            {t('organisationTree.people.register')}
          </Link>
        )}
      </div>
      {(total > 12 || search !== '') && (
        <SearchField
          value={search}
          onChange={(text) => {
            setSearch(text);
            setOffset(0);
          }}
          placeholder={t('organisationTree.people.search')}
        />
      )}
      {rows.length === 0 ? (
        <p className="so-caption">{t('organisationTree.people.none')}</p>
      ) : (
        <ul className="so-tree-people">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to={`/members/${row.id}`}>{row.fullName}</Link>
              <span className="so-caption">
                {[
                  row.birthDate && format.date(row.birthDate),
                  row.jobTitle,
                  kind === 'department' ? row.group : row.department,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > PAGE && (
        <div className="so-row">
          <span className="so-caption">
            {t('ui.of', {
              a: `${format.count(offset + 1)}–${format.count(Math.min(offset + PAGE, total))}`,
              b: format.count(total),
            })}
          </span>
          <span className="so-push" />
          {offset > 0 && (
            <ActionButton
              size="small"
              action={{
                key: 'previous',
                label: t('organisationTree.people.previous'),
                onClick: () => setOffset(offset - PAGE),
              }}
            />
          )}
          {offset + PAGE < total && (
            <ActionButton
              size="small"
              action={{
                key: 'next',
                label: t('organisationTree.people.next'),
                onClick: () => setOffset(offset + PAGE),
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
