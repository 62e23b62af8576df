import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { awardDecisionPaper } from '../../electron/documents/papers/awardDecision';
import type { Paper } from '../../electron/documents/papers/paper';
import { type Box, paginate } from '../../electron/documents/papers/pdf/boxes';
import type { Pen } from '../../electron/documents/papers/pdf/measure';
import { renderPdf } from '../../electron/documents/papers/renderPdf';
import { selfReviewPaper } from '../../electron/documents/papers/selfReview';
import { signInSheet } from '../../electron/documents/papers/signInSheet';
import { type PlacedText, type ReadPage, type ReadPdf, readPdf } from './papersReaders';
import { awardDecisionData, fontsDir, nameAt, selfReviewData, signInData } from './papersSamples';

const render = (paper: Paper) => renderPdf(paper, { fontsDir });
const find = (page: ReadPage, text: string): PlacedText => {
  const found = page.items.find((item) => item.text.includes(text));
  if (!found) throw new Error(`not on the page: ${text}`);
  return found;
};
const centre = (item: PlacedText): number => (item.x + item.right) / 2;

let decisionBytes: Uint8Array;
let decision: ReadPdf;

beforeAll(async () => {
  decisionBytes = await render(awardDecisionPaper(awardDecisionData()));
  decision = await readPdf(decisionBytes);
});

describe('heading and body of an administrative paper', () => {
  it('is A4 with text inside the margins 20, 20, 30, 15', () => {
    for (const page of decision.pages) {
      expect(page.width).toBeCloseTo(210, 2);
      expect(page.height).toBeCloseTo(297, 2);
      const inside = page.items.filter((item) => item.y > 15);
      expect(Math.min(...inside.map((item) => item.x))).toBeGreaterThan(29.99);
      expect(Math.max(...inside.map((item) => item.right))).toBeLessThan(195.1);
      expect(Math.max(...inside.map((item) => item.y))).toBeLessThan(277);
      expect(Math.min(...inside.map((item) => item.y))).toBeGreaterThan(20);
    }
  });

  it('centres the issuing body and the national title in their columns', () => {
    const page = decision.pages[0]!;
    expect(centre(find(page, 'CỘNG HÒA XÃ HỘI'))).toBeCloseTo(150, 1);
    expect(centre(find(page, 'Độc lập - Tự do - Hạnh phúc'))).toBeCloseTo(150, 1);
    expect(centre(find(page, 'CÔNG ĐOÀN CƠ SỞ'))).toBeCloseTo(66, 1);
    expect(find(page, 'CỘNG HÒA').size).toBeGreaterThanOrEqual(12);
    expect(find(page, 'CỘNG HÒA').size).toBeLessThanOrEqual(12.5);
    expect(find(page, 'Độc lập').size).toBe(13);
    expect(find(page, 'Số: 27').size).toBe(13);
    expect(find(page, 'Suối Mơ, ngày').size).toBe(13.5);
    expect(find(page, 'Số: 27').y).toBeCloseTo(find(page, 'Suối Mơ, ngày').y, 3);
  });

  it('indents the first line by 12.7 mm and justifies to the right margin', () => {
    const page = decision.pages[0]!;
    const article = find(page, 'Điều 1.');
    expect(article.x).toBeCloseTo(30 + 12.7, 1);
    expect(article.size).toBe(14);
    const line = page.items.filter((item) => Math.abs(item.y - article.y) < 0.1);
    expect(Math.max(...line.map((item) => item.right))).toBeCloseTo(195, 0);
  });

  it('prints every word of the data, and leaves 25 mm to sign', () => {
    const page = decision.pages[0]!;
    const text = page.text.replace(/\s+/g, ' ');
    expect(text).toContain('Căn cứ Điều lệ Công đoàn Việt Nam;');
    expect(text).toContain('của Ban Chấp hành.');
    expect(text).toContain('thi hành Quyết định này./.');
    expect(text).toContain('- Lưu: VT, BCH.');
    const capTop = find(page, 'Hoàng Minh Tuệ').y - 14 * 0.655 * (25.4 / 72);
    expect(capTop - find(page, 'CHỦ TỊCH').y).toBeGreaterThan(25);
    const all = decision.pages
      .slice(1)
      .map((each) => each.text)
      .join(' ');
    for (let i = 0; i < 10; i++) expect(all).toContain(nameAt(i).split(' ').slice(0, 3).join(' '));
  });

  it('numbers pages from the second, and the attached list for itself', () => {
    const top = decision.pages.map((page) => page.items.filter((item) => item.y < 15));
    expect(top.map((items) => items.map((item) => item.text).join(''))).toEqual(['', '', '2', '3']);
    const number = top[2]![0]!;
    expect(centre(number)).toBeCloseTo(105, 1);
    expect(number.y).toBeCloseTo(12.5, 2);
    expect(number.size).toBe(13.5);
  });

  it('embeds Tinos, names the language, and is the same file twice', async () => {
    const raw = Buffer.from(decisionBytes).toString('latin1');
    const names = Array.from(raw.matchAll(/\/FontName \/([A-Z]{6}\+\S+)/g)).map((match) => match[1]);
    expect(names.length).toBeGreaterThan(2);
    expect(names.every((name) => /^[A-Z]{6}\+Tinos/.test(name ?? ''))).toBe(true);
    expect(raw.match(/\/FontFile2/g)?.length).toBe(names.length);
    expect(raw).not.toMatch(/Helvetica/);
    expect(decision.language).toBe('vi-VN');
    expect(decision.title).toMatch(/^Quyết định Về việc tặng Giấy khen/);
    const again = await render(awardDecisionPaper(awardDecisionData()));
    expect(Buffer.compare(Buffer.from(again), Buffer.from(decisionBytes))).toBe(0);
  });
});

describe('tables', () => {
  it('repeat their head, and keep totals, rank and signature with two rows', async () => {
    for (const perGroup of [5, 6, 7, 8]) {
      const { pages } = await readPdf(await render(selfReviewPaper(selfReviewData(perGroup))));
      for (const page of pages) expect(page.text).toContain('Minh chứng, giải');
      const last = pages[pages.length - 1]!;
      expect(last.text).toContain('TỔNG ĐIỂM');
      expect(last.text).toContain('chưa đối chiếu với công đoàn cấp trên');
      expect(last.text).toContain('Hoàng Minh Tuệ');
      const codes = last.items.filter((item) => /^4\.\d+$/.test(item.text));
      expect(codes.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('leave rows of at least 9.4 mm to sign, and no department alone at a page foot', async () => {
    for (const perGroup of [3, 8, 9]) {
      const { pages } = await readPdf(await render(signInSheet(signInData(perGroup))));
      for (const page of pages) {
        const ordinals = page.items.filter((item) => /^\d+$/.test(item.text) && item.y > 15);
        for (let i = 1; i < ordinals.length; i++)
          expect(ordinals[i]!.y - ordinals[i - 1]!.y).toBeGreaterThan(9.39);
        const lowest = Math.max(...page.items.map((item) => item.y));
        const foot = page.items.filter((item) => Math.abs(item.y - lowest) < 0.1);
        expect(foot.some((item) => /^(Khoa |Bổ sung)/.test(item.text))).toBe(false);
      }
      const text = pages.map((page) => page.text).join(' ');
      expect(text).toContain(`Triệu tập: ${perGroup * 3} đại biểu.`);
      expect(text).toContain(` ${perGroup * 3 + 20} `);
    }
  });

  it('takes decomposed, hostile and endless text', async () => {
    const data = signInData(1);
    const name = 'Nguye\u0302\u0303n Thi\u0323 \u0007Ẩn';
    const paper = signInSheet({
      ...data,
      groups: [{ name: null, people: [{ name, post: 'x'.repeat(9000) }] }],
    });
    const { pages } = await readPdf(await render(paper));
    expect(pages.map((page) => page.text).join(' ')).toContain('Nguyễn Thị Ẩn');
    const letters = pages.flatMap((page) => page.items).filter((item) => /^x+$/.test(item.text));
    expect(letters.reduce((sum, item) => sum + item.text.length, 0)).toBe(9000);
    expect(Math.max(...letters.map((item) => item.y))).toBeLessThan(277);
  });
});

describe('paginate', () => {
  const area = { left: 0, top: 0, width: 100, bottom: 100, pageWidth: 100 };
  const pen = {} as Pen;

  function run(boxes: [height: number, keepNext: boolean][]): string[] {
    const pages: string[] = [''];
    const draw = (i: number) => () => {
      pages[pages.length - 1] += String.fromCharCode(97 + i);
    };
    const all = boxes.map(([height, keepNext], i): Box => ({ height, keepNext, gap: 0, draw: draw(i) }));
    paginate(pen, all, area, () => pages.push(''));
    return pages;
  }

  it('moves a chain that does not fit as a whole', () => {
    const chain: [number, boolean][] = [
      [60, false],
      [30, true],
      [20, false],
    ];
    expect(run(chain)).toEqual(['a', 'bc']);
  });

  it('cuts a chain that no page can hold instead of losing it', () => {
    expect(run(Array.from({ length: 5 }, () => [30, true]))).toEqual(['abc', 'de']);
  });
});

describe('outer 5 mm of the sheet', () => {
  const poppler = spawnSync('pdftoppm', ['-v']).status === 0;

  it.skipIf(!poppler)('has no ink', () => {
    const dir = mkdtempSync(join(tmpdir(), 'paper-'));
    try {
      const file = join(dir, 'a.pdf');
      writeFileSync(file, decisionBytes);
      for (let page = 1; page <= 4; page++) {
        const args = ['-r', '50', '-gray', '-f', String(page), '-l', String(page), file];
        const { stdout } = spawnSync('pdftoppm', args, { maxBuffer: 1 << 26 });
        const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1'))!;
        const [width, height] = [Number(head[1]), Number(head[2])];
        const pixels = stdout.subarray(head[0].length);
        const edge = Math.floor((5 / 25.4) * 50);
        const dark: number[] = [];
        pixels.forEach((value, i) => {
          const [x, y] = [i % width, Math.floor(i / width)];
          const outer = x < edge || y < edge || x >= width - edge || y >= height - edge;
          if (outer && value < 250) dark.push(i);
        });
        expect(dark).toEqual([]);
      }
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
