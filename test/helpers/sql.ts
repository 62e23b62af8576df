/** Splits a script into statements; knows strings, comments and trigger bodies. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  for (const piece of sql.matchAll(
    /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|\bBEGIN\b|\bCASE\b|\bEND\b|;|[^;'"\w-]+|\w+|-/gi,
  )) {
    current += piece[0];
    if (piece[0] !== ';') continue;
    const words = current.replace(/--[^\n]*/g, '').toUpperCase();
    const opened = (words.match(/\b(BEGIN|CASE)\b/g) ?? []).length;
    const closed = (words.match(/\bEND\b/g) ?? []).length;
    if (opened > closed) continue;
    statements.push(current.trim());
    current = '';
  }
  return statements;
}
