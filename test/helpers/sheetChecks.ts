/** Checks of drawn sheets: letters that touch, ink near the edge. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontMeasure } from '../../electron/documents/certificates/measure';
import type { DisplayText } from '../../shared/domain/layout/display';

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  line: string;
}

function glyphBoxes(measure: FontMeasure, text: DisplayText, id: string): Box[] {
  const em = (text.size * 25.4) / 72;
  return text.lines.flatMap((line, at) =>
    line.runs.flatMap((run) => {
      const font = measure.font(run.font);
      const unit = em / font.unitsPerEm;
      const laid = font.layout(run.text);
      let x = run.x;
      return laid.glyphs.map((glyph, i) => {
        const place = laid.positions[i] as { xAdvance: number; xOffset: number; yOffset: number };
        const { minX, minY, maxX, maxY } = glyph.bbox;
        const box = {
          x0: x + (minX + place.xOffset) * unit,
          x1: x + (maxX + place.xOffset) * unit,
          y0: line.baseline - (maxY + place.yOffset) * unit,
          y1: line.baseline - (minY + place.yOffset) * unit,
          line: `${id}.${at}`,
        };
        x += place.xAdvance * unit + (text.tracking / 1000) * em;
        return box;
      });
    }),
  );
}

/** Pairs of lines whose glyph boxes overlap. */
export function touchingLetters(measure: FontMeasure, texts: readonly DisplayText[]): string[] {
  const boxes = texts.flatMap((text) => glyphBoxes(measure, text, text.id)).filter((box) => box.x1 > box.x0);
  const found = new Set<string>();
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const apart = a.line === b.line || a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
      if (!apart) found.add(`${a.line} ${b.line}`);
    }
  }
  return [...found];
}

/** Whether a command is installed. */
export function has(tool: string): boolean {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Rendered in grey: darkest value in the outer 5 mm of the sheet. */
export function darkestEdge(pdf: Uint8Array, directory: string): number {
  const file = join(directory, 'sheet.pdf');
  writeFileSync(file, pdf);
  const image = execFileSync('pdftoppm', ['-r', '100', '-gray', file], { maxBuffer: 1 << 27 });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(
    image.subarray(0, 40).toString('latin1'),
  ) as RegExpExecArray;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = image.subarray(head[0].length, head[0].length + width * height);
  const edge = Math.floor((5 / 25.4) * 100) - 1;
  let darkest = 255;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inner = x >= edge && x < width - edge && y >= edge && y < height - edge;
      if (!inner) darkest = Math.min(darkest, pixels[y * width + x] as number);
    }
  }
  return darkest;
}
