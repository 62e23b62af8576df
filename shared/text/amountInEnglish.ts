const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const GROUPS = [
  '',
  'thousand',
  'million',
  'billion',
  'trillion',
  'quadrillion',
  'quintillion',
  'sextillion',
  'septillion',
] as const;

function readGroup(group: number): string {
  const hundreds = Math.floor(group / 100);
  const rest = group % 100;
  const tail =
    rest < 20 ? SMALL[rest]! : TENS[Math.floor(rest / 10) - 2]! + (rest % 10 ? `-${SMALL[rest % 10]!}` : '');
  if (hundreds === 0) return tail;
  return rest === 0 ? `${SMALL[hundreds]!} hundred` : `${SMALL[hundreds]!} hundred and ${tail}`;
}

/** A whole amount in English words: "One hundred and eighty-one million dong". */
export function amountInEnglish(value: bigint, currency: string): string {
  const groups: string[] = [];
  let left = value < 0n ? -value : value;
  for (let at = 0; left > 0n; at += 1) {
    const group = Number(left % 1000n);
    if (group > 0) groups.unshift(`${readGroup(group)} ${GROUPS[at] ?? ''}`.trim());
    left /= 1000n;
  }
  const words = [value < 0n ? 'minus' : '', groups.join(' ') || 'zero', currency].filter(Boolean).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
