/**
 * References of a file of operations to answers of its earlier lines.
 *   {"$ref": "event-12"}                      the id of what the line named event-12 answered
 *   {"$ref": "event-12.version"}              another field of that answer
 *   {"$ref": "kinds.rows[code=T-DP].id"}      a field of the row whose code is T-DP
 *   {"$ref": "people.rows[3].attendeeId"}     of the fourth row
 */
const WHOLE = /^([\p{L}\p{N}_-]+)((?:\.[A-Za-z_]\w*|\[[^\]]+\])*)$/u;
const PART = /\.([A-Za-z_]\w*)|\[(\d+)\]|\[([A-Za-z_]\w*)=([^\]]*)\]/g;

export interface Reference {
  /** Name of the line. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The reference a value is; undefined for any other value, null for one that cannot be read. */
export function referenceIn(value: unknown): Reference | null | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  if (!entries.some(([key]) => key === '$ref')) return undefined;
  const text = (value as { $ref: unknown }).$ref;
  const found = typeof text === 'string' ? WHOLE.exec(text) : null;
  return found && entries.length === 1 ? { name: found[1]!, path: found[2]!, text: text as string } : null;
}

/** The value with `replace` done on every reference in it; its place comes along. */
export function mapReferences(
  value: unknown,
  replace: (reference: Reference | null, place: readonly (string | number)[]) => unknown,
  place: readonly (string | number)[] = [],
): unknown {
  const reference = referenceIn(value);
  if (reference !== undefined) return replace(reference, place);
  if (Array.isArray(value)) return value.map((item, at) => mapReferences(item, replace, [...place, at]));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapReferences(item, replace, [...place, key])]),
  );
}

/** What a reference stands for in the answers so far; undefined when the answer holds no such thing. */
export function follow(reference: Reference, answers: ReadonlyMap<string, unknown>): unknown {
  let value: unknown = answers.get(reference.name);
  for (const [, key, index, field, wanted] of (reference.path || '.id').matchAll(PART)) {
    if (value === null || typeof value !== 'object') return undefined;
    if (key !== undefined) value = (value as Record<string, unknown>)[key];
    else if (!Array.isArray(value)) return undefined;
    else if (index !== undefined) value = value[Number(index)];
    else value = value.find((row) => String((row as Record<string, unknown> | null)?.[field!]) === wanted);
  }
  return value;
}
