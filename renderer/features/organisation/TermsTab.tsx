import { CalendarRange, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  ChoiceChips,
  Drawer,
  EmptyState,
  IconButton,
  PlainTable,
  Tag,
  todayIso,
  useFormat,
} from '../../ui';
import { CommitteesView } from './committees/CommitteesView';
import { DayInput } from './committees/DayInput';
import { GroupsView } from './committees/GroupsView';
import { OfficersView } from './committees/OfficersView';
import { termName } from './committees/words';
import { NEW_TERM, TermForm } from './TermForm';
import './committees/committees.css';

type Organisation = OutputOf<'organisation.get'>;
type Term = Organisation['terms'][number];
const VIEWS = ['committees', 'groups', 'officers', 'terms'] as const;
type View = (typeof VIEWS)[number];

/** Terms with their committees, the leaders of groups, and all officers, as of any day. */
export function TermsTab({ data, onReload }: { data: Organisation; onReload(): void }) {
  const t = useText();
  const [address, setAddress] = useSearchParams();
  const [editing, setEditing] = useState<Term | 'new' | null>(null);
  const view = (address.get('view') as View | null) ?? 'committees';
  const asOf = address.get('day');
  const term =
    data.terms.find((each) => each.id === Number(address.get('term'))) ??
    (asOf ? data.terms.find((each) => each.startsOn <= asOf) : data.term) ??
    data.terms[0];
  const put = (key: string, value: string | null) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(key);
        else next.set(key, value);
        if (key === 'day') next.delete('term');
        return next;
      },
      { replace: true },
    );
  const add = {
    key: 'add',
    label: t('organisation.terms.add'),
    icon: Plus,
    onClick: () => setEditing('new'),
  };
  return (
    <>
      {!term ? (
        <EmptyState icon={CalendarRange} title={t('organisation.terms.empty')} primary={add}>
          {t('organisation.terms.emptyBody')}
        </EmptyState>
      ) : (
        <div className="so-stack">
          <div className="so-committees__bar">
            <ChoiceChips
              label={t('committees.views.label')}
              active={view}
              onChange={(next) => put('view', next === 'committees' ? null : next)}
              items={VIEWS.map((key) => ({ key, label: t(`committees.views.${key}`) }))}
            />
            {view === 'terms' ? (
              <span className="so-push">
                <ActionButton action={add} />
              </span>
            ) : (
              <span className="so-push so-row">
                <DayInput value={asOf} onChange={(day) => put('day', day)} />
              </span>
            )}
          </div>
          {view === 'committees' && data.terms.length > 1 && (
            <ChoiceChips
              label={t('committees.term')}
              active={String(term.id)}
              onChange={(id) => put('term', id)}
              items={data.terms.map((each) => ({
                key: String(each.id),
                label: `${t('committees.term')} ${termName(each)}${each.id === data.term?.id ? ` (${t('committees.inOffice')})` : ''}`,
              }))}
            />
          )}
          {view === 'committees' && <SignerLine asOf={asOf} />}
          {view === 'committees' && <CommitteesView key={term.id} term={term} asOf={asOf} />}
          {view === 'groups' && <GroupsView asOf={asOf} />}
          {view === 'officers' && <OfficersView asOf={asOf} />}
          {view === 'terms' && <TermList data={data} onEdit={setEditing} />}
        </div>
      )}
      {editing && (
        <TermDrawer
          term={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onReload={onReload}
        />
      )}
    </>
  );
}

/** "Người ký giấy tờ ngày này: Hoàng Minh Tuệ, Chủ tịch". */
function SignerLine({ asOf }: { asOf: string | null }) {
  const t = useText();
  const signer = useQueryOp('organisation.signer', { day: asOf ?? todayIso() }, { keep: true }).data;
  if (!signer || signer.name === null) return null;
  const why = signer.from === 'term' || signer.from === 'vice' ? t(`committees.signer.${signer.from}`) : null;
  return (
    <p className="so-committees__signer">
      {t('committees.signer.label')}: <strong>{signer.name}</strong>
      {[signer.title, why].filter(Boolean).map((words) => `, ${words}`)}
    </p>
  );
}

function TermList({ data, onEdit }: { data: Organisation; onEdit(term: Term): void }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('organisation.trashTerms', { done: () => t('committees.termsTrashed') });
  return (
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
            <button type="button" className="so-linklike" onClick={() => onEdit(term)}>
              {termName(term)}
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
        {
          key: 'actions',
          header: '',
          width: 84,
          cell: (term) => (
            <span className="so-committees__menu">
              <IconButton
                icon={Pencil}
                size="small"
                label={`${t('organisation.terms.edit')}: ${termName(term)}`}
                onClick={() => onEdit(term)}
              />
              <IconButton
                icon={Trash2}
                size="small"
                label={`${t('organisation.toTrash')}: ${termName(term)}`}
                onClick={() => trash.fire({ ids: [term.id] })}
              />
            </span>
          ),
        },
      ]}
    />
  );
}

function TermDrawer({ term, onClose, onReload }: { term: Term | null; onClose(): void; onReload(): void }) {
  const t = useText();
  const save = useCommandOp('organisation.saveTerm', {
    failure: 'inline',
    done: () => t('organisation.terms.saved'),
  });
  return (
    <Drawer
      open
      title={term ? t('organisation.terms.edit') : t('organisation.terms.add')}
      onClose={onClose}
      width={480}
    >
      <TermForm
        draftKey={`term:${term?.id ?? 'new'}`}
        initial={term ?? NEW_TERM}
        onCancel={onClose}
        onReload={onReload}
        onSubmit={async (values) => {
          await save.run({ ...values, id: term?.id ?? null, version: term?.version ?? null });
          onClose();
        }}
      />
    </Drawer>
  );
}
