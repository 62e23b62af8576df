/** The follow-ups that are shown, as a PDF. */
import { Printer } from 'lucide-react';
import type { InputOf } from '../../../../shared/contract';
import { saveFile, useJobOp, useText } from '../../../client';
import type { Action } from '../../../ui';

export function useFollowUpsPaper(shown: InputOf<'events.followUpsPaper'>): Action {
  const t = useText();
  const job = useJobOp('events.followUpsPaper', { done: () => t('followUps.printed') });
  return {
    key: 'print',
    label: t('followUps.print'),
    icon: Printer,
    running: job.running,
    keys: 'Ctrl P',
    onClick: () => void job.run(shown).then(saveFile, () => undefined),
  };
}
