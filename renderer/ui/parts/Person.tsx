/** How people are shown: the name with its sorted part semibold, and initials on gold. */
import { initials, splitName } from '../../../shared/text/name';

/** "Nguyễn Thị **Hoa**". `given` is the stored sorted part; without it the last word is taken. */
export function NameCell({ name, given }: { name: string; given?: string | null }) {
  const part = given || splitName(name).given;
  const at = part ? name.lastIndexOf(part) : -1;
  if (at < 0) return <>{name}</>;
  return (
    <>
      {name.slice(0, at)}
      <strong className="so-strong">{name.slice(at, at + part.length)}</strong>
      {name.slice(at + part.length)}
    </>
  );
}

export function Avatar({ name, size = 44 }: { name: string; size?: 26 | 44 | 60 }) {
  return (
    <span className={`so-avatar so-avatar--${size}`} aria-hidden>
      {initials(name)}
    </span>
  );
}
