/** The order of a ceremony, its papers, and what the page's menu offers of both. */
import { BookOpenText, FileText, IdCard, ListOrdered, PenLine } from 'lucide-react';
import { useMemo } from 'react';
import type { InputOf } from '../../../../shared/contract';
import { saveFile, useCommandOp, useJobOp, useText } from '../../../client';
import type { Action } from '../../../ui';
import type { Batch } from '../PrintPage';

type Paper = Pick<InputOf<'certificates.ceremonyPaper'>, 'paper' | 'format'>;

export function useCeremonyOrder(batch: Batch) {
  const t = useText();
  const moved = useCommandOp('certificates.orderCeremony', {
    done: (_, { order, by }) =>
      order ? t('batches.order.moved') : by ? t('batches.order.sorted') : t('batches.order.reset'),
  });
  const { decisionId, rows } = batch;
  /** Puts one recipient at a place, from 0. */
  const move = (id: number, to: number) => {
    const order = rows.map((row) => row.id);
    const from = order.indexOf(id);
    if (from < 0 || to < 0 || to >= order.length || to === from) return;
    order.splice(from, 1);
    order.splice(to, 0, id);
    moved.fire({ decisionId, order });
  };
  return { move, by: (by: 'name' | 'department' | null) => moved.fire({ decisionId, by }) };
}

/** Entries of the page's menu, and the job that makes a paper. */
export function useCeremonyMenu(batch: Batch) {
  const t = useText();
  const order = useCeremonyOrder(batch);
  const job = useJobOp('certificates.ceremonyPaper', {
    done: (file) => t('batches.paper.made', { name: file.name }),
  });
  const { decisionId, ownOrder } = batch;
  const more = useMemo<Action[]>(() => {
    const make = async (paper: Paper) => {
      const file = await job.run({ decisionId, ...paper }).catch(() => null);
      if (file) await saveFile(file);
    };
    const entry = (key: string, label: string, icon: Action['icon'], paper: Paper): Action => ({
      key,
      label,
      icon,
      onClick: () => void make(paper),
    });
    return [
      entry('calling', t('batches.paper.callingPdf'), BookOpenText, { paper: 'calling', format: 'pdf' }),
      entry('callingDocx', t('batches.paper.callingDocx'), FileText, { paper: 'calling', format: 'docx' }),
      entry('seats', t('batches.paper.seats'), IdCard, { paper: 'seats' }),
      entry('receipt', t('batches.paper.receiptPdf'), PenLine, { paper: 'receipt', format: 'pdf' }),
      entry('receiptDocx', t('batches.paper.receiptDocx'), FileText, { paper: 'receipt', format: 'docx' }),
      {
        key: 'byDepartment',
        label: t('batches.order.byDepartment'),
        icon: ListOrdered,
        onClick: () => order.by('department'),
      },
      { key: 'byName', label: t('batches.order.byName'), icon: ListOrdered, onClick: () => order.by('name') },
      {
        key: 'back',
        label: t('batches.order.back'),
        icon: ListOrdered,
        disabled: !ownOrder,
        onClick: () => order.by(null),
      },
    ];
  }, [t, decisionId, ownOrder, job.run, order.by]);
  return { more, job };
}
