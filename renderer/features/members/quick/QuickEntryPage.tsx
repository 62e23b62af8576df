import { useCallback, useEffect, useMemo } from 'react';
import { invoke, useQueryOp, useText } from '../../../client';
import { Page } from '../../../ui';
import { QuickGrid } from './QuickGrid';
import { isBlank, type Places } from './rows';
import { useQuickRows } from './useQuickRows';
import './quick.css';

/** Many people typed or pasted row by row; a finished row is in the register at once. */
export default function QuickEntryPage() {
  const t = useText();
  const units = useQueryOp('organisation.units', {}).data?.rows;
  const places = useMemo((): Places => {
    const of = (kind: 'department' | 'group') =>
      (units ?? []).filter((unit) => unit.kind === kind && !unit.closedOn);
    return { department: of('department'), group: of('group') };
  }, [units]);
  const { rows, type, paste, finish, change, drop, dropSaved } = useQuickRows(places);
  const saved = rows.filter((row) => row.state === 'saved');
  const waiting = rows.filter((row) => row.state !== 'saved' && !isBlank(row.typed));
  useTakenBack(rows, change);
  const allow = useCallback(
    (key: number) => {
      change(key, { allowTwin: true });
      finish(key);
    },
    [change, finish],
  );
  return (
    <Page
      fill
      title={t('memberViews.quick.title')}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      facts={[
        t('memberViews.quick.facts'),
        saved.length > 0 && t('memberViews.quick.saved', { count: saved.length }),
        waiting.length > 0 && t('memberViews.quick.waiting', { count: waiting.length }),
      ]}
      more={[
        {
          key: 'clear',
          label: t('memberViews.quick.clear'),
          disabled: saved.length === 0,
          onClick: dropSaved,
        },
      ]}
      primary={{
        key: 'saveAll',
        label: t('memberViews.quick.saveAll', { count: waiting.length }),
        keys: 'Ctrl S',
        disabled: waiting.length === 0,
        onClick: () => {
          for (const row of waiting) finish(row.key);
        },
      }}
      footer={
        <span className="so-caption">
          {t('memberViews.quick.keys')}
          {waiting.length > 0 && ` · ${t('memberViews.quick.kept')}`}
        </span>
      }
    >
      <QuickGrid
        rows={rows}
        places={places}
        onType={type}
        onPaste={paste}
        onFinish={finish}
        onAllow={allow}
        onDrop={drop}
      />
    </Page>
  );
}

type Rows = ReturnType<typeof useQuickRows>;

/** A saved row whose person was taken back (Ctrl+Z) says so, and can be saved again. */
function useTakenBack(rows: Rows['rows'], change: Rows['change']): void {
  const saved = rows.filter((row) => row.state === 'saved');
  const ids = saved.map((row) => row.memberId as number);
  const { data } = useQueryOp('members.countOf', { ids, statuses: [] }, { enabled: ids.length > 0 });
  const count = data?.count;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the count of the saved people changes
  useEffect(() => {
    if (count === undefined || count >= ids.length) return;
    void invoke('members.ids', { ids, statuses: [] }).then(({ data: there }) => {
      const present = new Set(there.ids);
      for (const row of saved)
        if (!present.has(row.memberId as number)) change(row.key, { state: 'undone', memberId: null });
    });
  }, [count]);
}
