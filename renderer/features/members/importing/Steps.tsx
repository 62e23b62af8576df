import { Check } from 'lucide-react';
import { useText } from '../../../client';
import { Icon } from '../../../ui';

const STEPS = ['file', 'mapping', 'preview', 'done'] as const;

/** Where the import stands; done steps carry a tick, not only a colour. */
export function Steps({ at }: { at: (typeof STEPS)[number] }) {
  const t = useText();
  const now = STEPS.indexOf(at);
  return (
    <ol className="so-import-steps">
      {STEPS.map((step, i) => (
        <li
          key={step}
          aria-current={i === now ? 'step' : undefined}
          className={i < now ? 'is-past' : i === now ? 'is-now' : ''}
        >
          <span className="so-import-steps__mark">{i < now ? <Icon of={Check} size={14} /> : i + 1}</span>
          {t(`members.import.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
