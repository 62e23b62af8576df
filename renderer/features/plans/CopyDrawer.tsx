/** Items of the year before, ticked, to be copied into this one. */
import { Checkbox } from 'antd';
import { CopyPlus } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Drawer, LoadingBars } from '../../ui';
import type { PlanRow } from './words';

interface CopyDrawerProps {
  open: boolean;
  /** The year copied into. */
  year: number;
  onClose(): void;
}

export function CopyDrawer({ open, year, onClose }: CopyDrawerProps) {
  const t = useText();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('plans.copyTitle', { from: String(year - 1), to: String(year) })}
      width={560}
    >
      {open && <Choice year={year} onDone={onClose} />}
    </Drawer>
  );
}

function Choice({ year, onDone }: { year: number; onDone(): void }) {
  const t = useText();
  const rows = useQueryOp('plans.list', { year: year - 1 }).data?.rows;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const copy = useCommandOp('plans.copy', {
    done: (data, input) => t('plans.copyDone', { count: data.count, year: String(input.year) }),
  });
  if (!rows) return <LoadingBars kind="lines" />;
  const offered = rows.filter((row) => row.status !== 'dropped' && !row.copiedOn);
  const ids = offered.filter((row) => !left.has(row.id)).map((row) => row.id);
  const turn = (row: PlanRow, ticked: boolean) => {
    const next = new Set(left);
    if (ticked) next.delete(row.id);
    else next.add(row.id);
    setLeft(next);
  };
  return (
    <div className="so-stack">
      <p className="so-caption">{t('plans.copyBody')}</p>
      <div className="so-row">
        <button type="button" className="so-linklike" onClick={() => setLeft(new Set())}>
          {t('plans.copyAll')}
        </button>
        <button
          type="button"
          className="so-linklike"
          onClick={() => setLeft(new Set(offered.map((row) => row.id)))}
        >
          {t('plans.copyNone')}
        </button>
        <span className="so-push" />
        <ActionButton
          primary
          action={{
            ...{ key: 'copy', label: t('plans.copyThese', { count: ids.length }), icon: CopyPlus },
            ...{ disabled: ids.length === 0, running: copy.running },
            onClick: () => void copy.run({ ids, year }).then(onDone, () => undefined),
          }}
        />
      </div>
      <ul className="so-plans-copy">
        {offered.map((row) => (
          <li key={row.id}>
            <Checkbox checked={!left.has(row.id)} onChange={({ target }) => turn(row, target.checked)}>
              <span className="so-muted">{t('plans.month', { month: String(row.month) })} · </span>
              <span lang="vi">{row.text}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  );
}
