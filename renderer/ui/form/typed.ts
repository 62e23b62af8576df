/**
 * Fields whose stored value is not the typed text (dates, money, counts). The text is never rewritten while it is
 * typed: it is read at every change and put in its proper form on leaving the field.
 */
import { useEffect, useRef, useState } from 'react';

/** Value of such a field: the model value, null when empty, or the very text that could not be read. */
export interface TypedText<V> {
  text: string;
  setText(text: string): void;
  /** Puts the text in its proper form. */
  settle(): void;
  value: V | string | null;
}

export function useTypedText<V>(
  value: V | string | null | undefined,
  onChange: (value: V | string | null) => void,
  read: (text: string) => V | null | undefined,
  write: (value: V | string | null) => string,
): TypedText<V> {
  const current = value ?? null;
  const [text, setOwn] = useState(() => write(current));
  const emitted = useRef<V | string | null>(current);
  useEffect(() => {
    if (current === emitted.current) return;
    emitted.current = current;
    setOwn(write(current));
  }, [current, write]);

  const setText = (typed: string) => {
    setOwn(typed);
    const trimmed = typed.trim();
    const next = trimmed === '' ? null : (read(trimmed) ?? trimmed);
    if (next === emitted.current) return;
    emitted.current = next;
    onChange(next);
  };
  return { text, setText, settle: () => setOwn(write(emitted.current)), value: current };
}
