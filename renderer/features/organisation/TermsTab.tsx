import { CalendarRange, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useText } from '../../client';
import { ActionButton, Drawer, EmptyState, PlainTable, Tag, useFormat } from '../../ui';
import { NEW_TERM, TermForm } from './TermForm';

type Organisation = OutputOf<'organisation.get'>;
type Term = Organisation['terms'][number];

export function TermsTab({ data, onReload }: { data: Organisation; onReload(): void }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<Term | 'new' | null>(null);
  const save = useCommandOp('organisation.saveTerm', {
    failure: 'inline',
    done: () => t('organisation.terms.saved'),
  });
  const add = {
    key: 'add',
    label: t('organisation.terms.add'),
    icon: Plus,
    onClick: () => setEditing('new'),
  };
  return (
    <>
      {data.terms.length === 0 ? (
        <EmptyState icon={CalendarRange} title={t('organisation.terms.empty')} primary={add}>
          {t('organisation.terms.emptyBody')}
        </EmptyState>
      ) : (
        <div className="so-stack">
          <div className="so-row">
            <ActionButton action={add} />
          </div>
          <PlainTable<Term>
            framed
            caption={t('organisation.terms.title')}
            rows={data.terms}
            rowKey={(term) => term.id}
            columns={[
              {
                key: 'name',
                header: t('organisation.field.termName'),
                width: 200,
                cell: (term) => (
                  <button type="button" className="so-linklike" onClick={() => setEditing(term)}>
                    {term.name ??
                      [term.startsOn.slice(0, 4), term.endsOn?.slice(0, 4)].filter(Boolean).join('–')}
                  </button>
                ),
              },
              {
                key: 'dates',
                header: t('organisation.terms.dates'),
                width: 220,
                cell: (term) =>
                  term.endsOn
                    ? t('organisation.terms.range', {
                        from: format.date(term.startsOn),
                        to: format.date(term.endsOn),
                      })
                    : t('organisation.terms.open', { from: format.date(term.startsOn) }),
              },
              { key: 'chair', header: t('organisation.field.chairName'), cell: (term) => term.chairName },
              {
                key: 'now',
                header: '',
                width: 120,
                cell: (term) =>
                  term.id === data.term?.id ? <Tag tone="ok">{t('organisation.terms.now')}</Tag> : null,
              },
            ]}
          />
        </div>
      )}
      {editing && (
        <Drawer
          open
          title={editing === 'new' ? t('organisation.terms.add') : t('organisation.terms.edit')}
          onClose={() => setEditing(null)}
          width={480}
        >
          <TermForm
            draftKey={`term:${editing === 'new' ? 'new' : editing.id}`}
            initial={editing === 'new' ? NEW_TERM : editing}
            onCancel={() => setEditing(null)}
            onReload={onReload}
            onSubmit={async (values) => {
              const known =
                editing === 'new'
                  ? { id: null, version: null }
                  : { id: editing.id, version: editing.version };
              await save.run({ ...values, ...known });
              setEditing(null);
            }}
          />
        </Drawer>
      )}
    </>
  );
}
