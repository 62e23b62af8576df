const ROMAN: readonly (readonly [number, string])[] = [
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 14 is "XIV". From 1 to 999. */
export function roman(value: number): string {
  let left = value;
  let text = '';
  for (const [step, letters] of ROMAN)
    while (left >= step) {
      text += letters;
      left -= step;
    }
  return text;
}
