/** Word papers of an event: invitation, agenda, minutes, resolution. */
import { FileText, Mail, MailPlus } from 'lucide-react';
import type { InputOf } from '../../../shared/contract';
import { saveFile, useJobOp, useText } from '../../client';
import type { Action } from '../../ui';

/** Menu entries; the file is filled from the template in use and saved where the officer says. */
export function useWordActions(id: number): Action[] {
  const t = useText();
  const fill = useJobOp('events.word', { done: null });
  const make = (input: Omit<InputOf<'events.word'>, 'id'>) => () =>
    void fill.run({ id, ...input }).then(saveFile, () => undefined);
  return [
    {
      key: 'word-invitation',
      label: t('wordTemplates.event.invitation'),
      icon: Mail,
      onClick: make({ template: 'invitation' }),
    },
    {
      key: 'word-invitation-each',
      label: t('wordTemplates.event.invitationEach'),
      icon: MailPlus,
      onClick: make({ template: 'invitation', guests: 'each' }),
    },
    ...(['agenda', 'minutes', 'resolution'] as const).map((template) => ({
      key: `word-${template}`,
      label: t(`wordTemplates.event.${template}`),
      icon: FileText,
      onClick: make({ template }),
    })),
  ];
}
