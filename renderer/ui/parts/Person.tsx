/** How people are shown: the name with its sorted part semibold, and initials on gold. */
import { splitName } from '../../../shared/text/name';

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

/** First letters of the family and the given name: "NH". */
function twoLetters(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/);
  const given = splitName(name).given || words.at(-1) || '';
  const letters = words.length > 1 ? [words[0], given] : [given];
  return letters.map((word) => (word ?? '').slice(0, 1).toLocaleUpperCase('vi')).join('');
}

export function Avatar({ name, size = 44 }: { name: string; size?: 26 | 44 | 60 }) {
  return (
    <span className={`so-avatar so-avatar--${size}`} aria-hidden>
      {twoLetters(name)}
    </span>
  );
}
