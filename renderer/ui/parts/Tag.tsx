/** A short state with icon and word: never by colour alone. */
import { Check, CircleAlert, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** ok done · warn needs a look · bad overdue or refused · muc in progress · nhu honour · neutral · line outlined. */
export type TagTone = 'ok' | 'warn' | 'bad' | 'muc' | 'nhu' | 'neutral' | 'line';
const ICONS: Partial<Record<TagTone, LucideIcon>> = { ok: Check, warn: TriangleAlert, bad: CircleAlert };

export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: TagTone;
  icon?: LucideIcon | null;
  children: ReactNode;
}) {
  const shape = icon === null ? undefined : (icon ?? ICONS[tone]);
  return (
    <span className={`so-tag so-tag--${tone}`}>
      {shape && <Icon of={shape} size={14} />}
      {children}
    </span>
  );
}
