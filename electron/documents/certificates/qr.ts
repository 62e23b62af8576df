/** QR codes as modules; drawn by us as vectors. */
// @ts-expect-error the package's pure core has no types of its own; its entry would pull in PNG writers.
import { create } from 'qrcode/lib/core/qrcode.js';

interface Code {
  modules: { size: number; get(row: number, column: number): number };
}

/** Only text like this gains by being cut into denser segments; the search for them costs more than the code. */
const DENSE = /^[0-9A-Z $%*+./:-]*$/;

/** The dark modules, or null when the text is too long. */
export function qrModules(text: string, level: 'L' | 'M' | 'Q' | 'H') {
  try {
    const { modules } = create(
      DENSE.test(text) ? text : [{ data: new TextEncoder().encode(text), mode: 'byte' }],
      { errorCorrectionLevel: level },
    ) as Code;
    return { size: modules.size, dark: (row: number, column: number) => Boolean(modules.get(row, column)) };
  } catch {
    return null;
  }
}
