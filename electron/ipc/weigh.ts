/**
 * Whether a request is small and plain enough to be looked at. It is walked without recursion and given up at the first
 * excess, so that neither depth, nor a circle, nor an array that claims billions of items costs time or the stack.
 */
import { AppError } from '../../shared/contract/errors';

/** Largest request, in characters of its JSON; files never travel inside requests. */
export const MAX_REQUEST_CHARS = 4_000_000;

/** Levels of the deepest request a screen makes: conditions inside conditions inside a view. */
const MAX_DEPTH = 40;

/** What JSON can hold: no maps, dates, bytes or other classes. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const parent = Object.getPrototypeOf(value);
  return parent === null || Object.getPrototypeOf(parent) === null;
}

/** Errors: INPUT_TOO_LARGE, INVALID_INPUT. */
export function weigh(input: unknown, limit: number = MAX_REQUEST_CHARS): void {
  const open: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let left = limit;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') left -= value.length + 2;
    else if (typeof value !== 'object' || value === null) {
      if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function')
        throw new AppError('INVALID_INPUT');
      left -= 4;
    } else {
      if (depth >= MAX_DEPTH || !isPlain(value)) throw new AppError('INVALID_INPUT');
      left -= weighBranch(value, depth + 1, open, left);
    }
    if (left < 0) throw new AppError('INPUT_TOO_LARGE');
  }
}

/** Puts the parts of an object or array on the pile; answers their least weight. */
function weighBranch(
  value: object,
  depth: number,
  open: { value: unknown; depth: number }[],
  left: number,
): number {
  if (Array.isArray(value)) {
    if (value.length > left) return value.length;
    for (const item of value) open.push({ value: item, depth });
    return value.length + 2;
  }
  let weight = 2;
  for (const key of Object.keys(value)) {
    weight += key.length + 4;
    if (weight > left) return weight;
    open.push({ value: (value as Record<string, unknown>)[key], depth });
  }
  return weight;
}
