import type { LucideIcon } from 'lucide-react';

/** A lucide icon of 16 px, hidden from readers: a word or a label always stands beside it. */
export function Icon({
  of: Shape,
  size = 16,
  className = '',
}: {
  of: LucideIcon;
  size?: number;
  className?: string;
}) {
  return (
    <Shape className={`so-icon ${className}`} size={size} strokeWidth={1.75} aria-hidden focusable={false} />
  );
}
