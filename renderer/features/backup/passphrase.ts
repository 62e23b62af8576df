/** How hard a passphrase is to guess, told in words; a hint, not a promise. */
import { PASSPHRASE_MIN } from '../../../shared/contract/backup';
import { fold } from '../../../shared/text/fold';

export type Strength = 'short' | 'weak' | 'fair' | 'good';

const COMMON = /^(?:123|abc|qwe|matkhau|password|congdoan|benhvien|anhyeuem|vietnam)/;

/** Judges by length, by how many different letters there are, and by what people type first. */
export function strengthOf(words: string): Strength {
  if (words.length < PASSPHRASE_MIN) return 'short';
  const plain = fold(words).replace(/[^a-z0-9]/g, '');
  const different = new Set(plain).size;
  if (COMMON.test(plain) || different < 5 || /^\d+$/.test(plain) || words.length < 10) return 'weak';
  const parts = words.trim().split(/\s+/).length;
  return words.length >= 16 && (parts >= 3 || different >= 10) ? 'good' : 'fair';
}
