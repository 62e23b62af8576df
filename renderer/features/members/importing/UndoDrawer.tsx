import { CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { type Translate, useCommandOp, useQueryOp, useText } from '../../../client';
import { ActionButton, Drawer, ErrorState, FiguresStrip, LoadingBars, Note, useFormat } from '../../../ui';
import { fieldName } from './fieldNames';

type Plan = OutputOf<'members.importUndoPreview'>;
type Kept = Plan['rows'][number];

/** What taking an import back removes, gives back and has to leave, said before it is done. */
export function UndoDrawer({
  importId,
  fileName,
  onClose,
}: {
  importId: number;
  fileName: string;
  onClose(): void;
}) {
  const t = useText();
  const [done, setDone] = useState(false);
  const plan = useQueryOp('members.importUndoPreview', { importId, limit: 200 }, { enabled: !done });
  const undo = useCommandOp('members.importUndo', { done: (data) => t('members.import.done.undone', data) });
  const run = async () => {
    setDone(true);
    await undo.run({ importId }).then(onClose, () => setDone(false));
  };
  return (
    <Drawer
      open
      width={560}
      onClose={onClose}
      title={t('memberImport.history.undoOf', { name: fileName })}
      footer={
        <div className="so-row">
          <span className="so-push" />
          <ActionButton action={{ key: 'cancel', label: t('members.import.discard'), onClick: onClose }} />
          <ActionButton
            primary
            action={{
              key: 'undo',
              label: t('memberImport.history.undoNow'),
              disabled: !plan.data || done,
              onClick: () => void run(),
            }}
          />
        </div>
      }
    >
      {plan.error && <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isPending && !plan.error && <LoadingBars />}
      {plan.data && <PlanView plan={plan.data} />}
    </Drawer>
  );
}

function PlanView({ plan }: { plan: Plan }) {
  const t = useText();
  const left = plan.kept - plan.rows.length;
  return (
    <>
      <FiguresStrip
        label={t('memberImport.history.undoNow')}
        figures={(['removed', 'reverted', 'kept'] as const).map((key) => ({
          key,
          label: t(`memberImport.history.${key}`),
          value: plan[key],
          note: t(`memberImport.history.${key}Note`),
        }))}
      />
      {plan.kept === 0 ? (
        <Note tone="ok" icon={CircleCheckBig}>
          {t('memberImport.history.nothingKept')}
        </Note>
      ) : (
        <section className="so-import-kept" aria-label={t('memberImport.history.keptList')}>
          <h3>{t('memberImport.history.keptList')}</h3>
          <ul>
            {plan.rows.map((row) => (
              <KeptPerson key={row.memberId} row={row} />
            ))}
          </ul>
          {left > 0 && <p className="so-caption">{t('memberImport.history.more', { count: left })}</p>}
        </section>
      )}
    </>
  );
}

function KeptPerson({ row }: { row: Kept }) {
  const t = useText();
  const format = useFormat();
  const extras = (useQueryOp('members.extraFields', {}).data?.rows ?? []).map(({ id, label }) => ({
    field: `extra:${id}`,
    label,
  }));
  const names = (fields: readonly string[]) => fields.map((field) => fieldName(field, extras, t)).join(', ');
  const say = ({ code, fields, at }: Kept['reasons'][number]) => {
    const when = at ? ` (${format.dateTime(at)})` : '';
    if (code === 'used') return usedIn(fields, t);
    if (code === 'edited' && fields.length > 0)
      return t('memberImport.history.reasons.editedFields', { fields: names(fields) }) + when;
    return t.any(`memberImport.history.reasons.${code}`, { fields: names(fields) }) + when;
  };
  return (
    <li>
      <Link to={`/members/${row.memberId}`}>{row.fullName}</Link>
      {row.department && <span className="so-muted"> · {row.department}</span>}
      <div className="so-caption">{row.reasons.map(say).join('; ')}</div>
    </li>
  );
}

function usedIn(tables: readonly string[], t: Translate): string {
  const places = tables.map(
    (table) => t.any(`memberImport.history.places.${table}`) || t('memberImport.history.places.other'),
  );
  return places.length === 0
    ? t('memberImport.history.reasons.usedSomewhere')
    : t('memberImport.history.reasons.used', { places: [...new Set(places)].join(', ') });
}
