import { describe, expect, it } from 'vitest';
import { proposedArticles } from '../../electron/documents/papers/awardDecision';
import { awardTable } from '../../electron/documents/papers/awardTable';
import { columnWidths } from '../../electron/documents/papers/figures';
import type { CellBox, TableRow } from '../../electron/documents/papers/paper';
import { timeAndPlace } from '../../electron/documents/papers/signInSheet';
import {
  basisLines,
  bodyLines,
  figure,
  longDate,
  numberLine,
  placeDateLine,
  plainText,
  printable,
  recipientLines,
} from '../../electron/documents/papers/text';
import { awardDecisionData } from './papersSamples';

describe('wording of administrative papers', () => {
  it('writes a leading zero before numbers, days below ten and months 1 and 2 only', () => {
    expect(numberLine('5/BC-CĐCS')).toBe('Số: 05/BC-CĐCS');
    expect(numberLine('05/BC-CĐCS')).toBe('Số: 05/BC-CĐCS');
    expect(numberLine('45/BC-CĐCS')).toBe('Số: 45/BC-CĐCS');
    expect(longDate('2026-01-05')).toBe('ngày 05 tháng 01 năm 2026');
    expect(longDate('2026-03-05')).toBe('ngày 05 tháng 3 năm 2026');
    expect(longDate('2026-11-20')).toBe('ngày 20 tháng 11 năm 2026');
    expect(placeDateLine('Suối Mơ', '2026-11-20')).toBe('Suối Mơ, ngày 20 tháng 11 năm 2026');
  });

  it('leaves room for what is not known yet', () => {
    expect(numberLine('/QĐ-CĐCS')).toMatch(/^Số:\s{5,}\/QĐ-CĐCS$/);
    expect(longDate(null)).toMatch(/^ngày\s+tháng\s+năm\s+$/);
    expect(longDate('2026-11')).toMatch(/^ngày\s+tháng 11 năm 2026$/);
    expect(figure(null)).toBe('');
    expect(figure(0)).toBe('0');
  });

  it('breaks a long body after the words that name its kind', () => {
    expect(bodyLines('Công đoàn cơ sở Trung tâm Y tế khu vực Suối Mơ')).toEqual([
      'CÔNG ĐOÀN CƠ SỞ',
      'TRUNG TÂM Y TẾ',
      'KHU VỰC SUỐI MƠ',
    ]);
    expect(bodyLines('CĐCS TTYT Suối Mơ')).toEqual(['CĐCS TTYT SUỐI MƠ']);
    expect(bodyLines('Công đoàn cơ sở\nBệnh viện Hoa Sen')).toEqual(['CÔNG ĐOÀN CƠ SỞ', 'BỆNH VIỆN HOA SEN']);
  });

  it('closes grounds and recipients with the right marks', () => {
    expect(basisLines({ kind: 'basis', lines: ['Căn cứ A;', 'Căn cứ B', ''] })).toEqual([
      'Căn cứ A;',
      'Căn cứ B.',
    ]);
    expect(recipientLines(['Như Điều 3;', '- Lưu: VT'])).toEqual(['- Như Điều 3;', '- Lưu: VT.']);
  });

  it('writes figures with a dot between thousands and a comma before decimals', () => {
    expect([181_000_000, 37.5, 1484, 999].map(figure)).toEqual(['181.000.000', '37,5', '1.484', '999']);
  });

  it('composes letters and drops what no font or Word can take', () => {
    expect(printable('Nguye\u0302\u0303n\u0001 A\uD800')).toBe('Nguyễn A');
    expect(plainText([{ text: 'Điều 1.', bold: true }, { text: ' Tặng' }])).toBe('Điều 1. Tặng');
  });

  it('gives fixed columns their width and shares the rest', () => {
    const columns = [
      { title: 'TT', width: 12 as const },
      { title: 'A', width: '*' as const },
      { title: 'B', width: '*' as const },
    ];
    expect(columnWidths(columns, 165)).toEqual([12, 76.5, 76.5]);
    const wide = columnWidths(
      [
        { title: 'A', width: 300 },
        { title: 'B', width: '*' },
      ],
      165,
    );
    expect(wide.reduce((a, b) => a + b, 0)).toBeCloseTo(165, 9);
  });

  it('says when and where an event is', () => {
    expect(timeAndPlace({ time: '14 giờ 00', date: '2026-12-18', place: 'Hội trường tầng 3' })).toBe(
      'Thời gian: 14 giờ 00, thứ Sáu, ngày 18 tháng 12 năm 2026 – Địa điểm: Hội trường tầng 3',
    );
    expect(timeAndPlace({ time: null, date: null, place: null })).toBeNull();
  });
});

const cells = (row: TableRow) =>
  row.cells.map((cell) => (typeof cell === 'string' ? cell : plainText((cell as CellBox).text)));

describe('award papers', () => {
  const rows = [
    { level: 'Tổng Liên đoàn', form: 'Bằng khen', collectives: 1, individuals: 2, households: null },
    { level: 'Công đoàn Y tế Việt Nam', form: 'Bằng khen', collectives: 1, individuals: 0, households: null },
  ];

  it('adds up by level and kind', () => {
    const table = awardTable({ rows });
    expect(table.rows.map(cells)).toEqual([
      ['', 'Tổng Liên đoàn', '1', '2', '3'],
      ['1', 'Bằng khen', '1', '2', '3'],
      ['', 'Công đoàn Y tế Việt Nam', '1', '0', '1'],
      ['2', 'Bằng khen', '1', '0', '1'],
      ['', 'Cộng', '2', '2', '4'],
    ]);
  });

  it('prints an unknown count as blank and shows households only when there are some', () => {
    const unknown = awardTable({ rows: [{ ...rows[0]!, collectives: null, individuals: null }] });
    expect(cells(unknown.rows[1]!)).toEqual(['1', 'Bằng khen', '', '', '']);
    const households = awardTable({ rows: [{ ...rows[0]!, households: 3 }] });
    expect(cells(households.rows[1]!)).toEqual(['1', 'Bằng khen', '1', '2', '3', '6']);
  });

  it('proposes articles from the recipients and the money', () => {
    const [first, second, third] = proposedArticles(awardDecisionData());
    expect(first).toContain('cho 03 tập thể và 72 cá nhân đã có thành tích');
    expect(second).toBe(
      'Mức tiền thưởng: tập thể 600.000 đồng, cá nhân 300.000 đồng; tổng số tiền thưởng là 23.400.000 đồng (Hai mươi ba triệu bốn trăm nghìn đồng), chi từ nguồn tài chính công đoàn cơ sở năm 2026.',
    );
    expect(third).toContain('các tập thể, cá nhân có tên tại Điều 1');
  });
});
