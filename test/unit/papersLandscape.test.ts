import { describe, expect, it } from 'vitest';
import type { Paper } from '../../electron/documents/papers/paper';
import { renderDocx } from '../../electron/documents/papers/renderDocx';
import { renderPdf } from '../../electron/documents/papers/renderPdf';
import { readDocx, readPdf, xmlFault } from './papersReaders';
import { fontsDir, nameAt, unit } from './papersSamples';

const paper: Paper = {
  heading: { ...unit, national: false },
  number: '5/DS-CĐCS',
  place: null,
  date: '2026-02-03',
  title: 'Danh sách',
  subject: 'Theo dõi năm 2026',
  orientation: 'landscape',
  blocks: [
    { kind: 'heading', text: 'I. Số liệu' },
    { kind: 'paragraph', text: [{ text: 'Tổng hợp: ', bold: true }, { text: 'theo bảng dưới đây.' }] },
    {
      kind: 'table',
      caption: 'Bảng 1. Theo dõi',
      columns: [
        { title: 'TT', width: 12, align: 'center' },
        { title: 'Họ và tên', width: '*' },
        { title: 'Nam', width: 30, align: 'right' },
        { title: 'Nữ', width: 30, align: 'right' },
      ],
      head: [
        [
          { text: 'TT', rows: 2 },
          { text: 'Họ và tên', rows: 2 },
          { text: 'Năm sinh', span: 2 },
        ],
        [{ text: 'Nam' }, { text: 'Nữ' }],
      ],
      rows: Array.from({ length: 40 }, (_, i) => ({
        kind: 'row' as const,
        cells: [String(i + 1), nameAt(i), i % 2 ? '1980' : '', i % 2 ? '' : '1985'],
      })),
    },
    { kind: 'signature', signer: { authority: ['Người lập biểu'], name: null } },
  ],
};

describe('a landscape list with a merged head', () => {
  it('is drawn inside 20 and 15 mm with the whole head on every page', async () => {
    const { pages } = await readPdf(await renderPdf(paper, { fontsDir }));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect([page.width, page.height].map(Math.round)).toEqual([297, 210]);
      const inside = page.items.filter((item) => item.y > 15);
      expect(Math.min(...inside.map((item) => item.x))).toBeGreaterThan(19.99);
      expect(Math.max(...inside.map((item) => item.right))).toBeLessThan(282.01);
      expect(page.text).toContain('Năm sinh');
      const [head, sub] = ['Năm sinh', 'Nữ'].map((text) => page.items.find((item) => item.text === text)!);
      expect(sub!.y - head!.y).toBeGreaterThan(6.9);
      const name = page.items.find((item) => item.text === 'Họ và tên')!;
      expect(name.y).toBeGreaterThan(head!.y);
      expect(name.y).toBeLessThan(sub!.y);
    }
    expect(pages[0]!.text).toContain('Số: 05/DS-CĐCS');
    expect(pages[0]!.text).toContain('Ngày 03 tháng 02 năm 2026');
    expect(pages[0]!.text).not.toContain('CỘNG HÒA');
  });

  it('is a landscape section with merged cells in Word', async () => {
    const read = readDocx(await renderDocx(paper));
    expect(xmlFault(read.document)).toBeNull();
    expect(read.document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(read.document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(read.document).toMatch(/<w:vMerge w:val="restart"\/>/);
    expect(read.document).toMatch(/<w:gridSpan w:val="2"\/>/);
    expect(read.lines).toContain('Bảng 1. Theo dõi');
  });
});
