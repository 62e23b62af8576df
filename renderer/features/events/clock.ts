/** Clock text as people type it: "14:00", "8h30", "14 giờ", "8.30"; null when it is none. */
export function readClock(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*(?:(?::|h|g|giờ|\.)\s*(\d{2})?)?\s*(?:phút|p)?\s*$/i.exec(text);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
