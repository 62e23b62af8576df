import { beforeAll, describe, expect, it } from 'vitest';
import { awardDecisionPaper } from '../../electron/documents/papers/awardDecision';
import { renderDocx } from '../../electron/documents/papers/renderDocx';
import { selfReviewPaper } from '../../electron/documents/papers/selfReview';
import { signatureListPaper } from '../../electron/documents/papers/signatureList';
import { signInSheet } from '../../electron/documents/papers/signInSheet';
import { type ReadDocx, readDocx, xmlFault } from './papersReaders';
import { awardDecisionData, nameAt, selfReviewData, signInData } from './papersSamples';

const twips = (mm: number) => String(Math.round((mm / 25.4) * 1440));
const attribute = (xml: string, element: string, name: string) =>
  new RegExp(`<${element} [^>]*${name}="([^"]*)"`).exec(xml)?.[1];

let decision: ReadDocx;

beforeAll(async () => {
  decision = readDocx(await renderDocx(awardDecisionPaper(awardDecisionData())));
});

describe('award decision as a Word file', () => {
  it('is well-formed in every part', () => {
    for (const [name, xml] of Object.entries(decision.parts))
      expect([name, xmlFault(xml)]).toEqual([name, null]);
  });

  it('is A4 with the margins of administrative papers', () => {
    expect(attribute(decision.document, 'w:pgSz', 'w:w')).toBe(twips(210));
    expect(attribute(decision.document, 'w:pgSz', 'w:h')).toBe(twips(297));
    for (const [side, mm] of [
      ['top', 20],
      ['bottom', 20],
      ['left', 30],
      ['right', 15],
    ] as const)
      expect(attribute(decision.document, 'w:pgMar', `w:${side}`)).toBe(twips(mm));
  });

  it('uses Times New Roman 14 in Vietnamese, and no other font', () => {
    const styles = decision.parts['word/styles.xml']!;
    expect(styles).toMatch(/<w:rFonts [^>]*w:ascii="Times New Roman"/);
    expect(styles).toMatch(/<w:lang [^>]*w:val="vi-VN"/);
    expect(attribute(styles, 'w:sz', 'w:val')).toBe('28');
    const fonts = Array.from(decision.document.matchAll(/w:ascii="([^"]*)"/g)).map((match) => match[1]);
    expect(fonts.every((font) => font === 'Times New Roman')).toBe(true);
  });

  it('numbers pages from the second, the attached list for itself', () => {
    expect(decision.document.match(/<w:titlePg\/>/g)).toHaveLength(2);
    expect(decision.document.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2);
    const header = Object.entries(decision.parts).find(
      ([name, xml]) => /header\d/.test(name) && /PAGE/.test(xml),
    );
    expect(header?.[1]).toMatch(/<w:jc w:val="center"\/>/);
    expect(header?.[1]).toMatch(/<w:sz w:val="27"\/>/);
  });

  it('holds the words of the data', () => {
    for (const line of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 27/QĐ-CĐCS',
      'Suối Mơ, ngày 20 tháng 11 năm 2026',
      'QUYẾT ĐỊNH',
      'Căn cứ Điều lệ Công đoàn Việt Nam;',
      'Nơi nhận:',
      '- Lưu: VT, BCH.',
      'TM. BAN CHẤP HÀNH',
      'Hoàng Minh Tuệ',
      `Bà ${nameAt(0)}`,
      '23.400.000',
    ])
      expect(decision.lines).toContain(line);
    expect(decision.lines.some((line) => line.startsWith('Điều 1. Tặng Giấy khen'))).toBe(true);
    expect(decision.document).toMatch(/<w:tblHeader\/>/);
    expect(decision.document).toMatch(/<w:ind w:firstLine="720"\/>/);
  });
});

describe('other papers as Word files', () => {
  it('self-review says that it is for reference', async () => {
    const read = readDocx(await renderDocx(selfReviewPaper(selfReviewData())));
    expect(xmlFault(read.document)).toBeNull();
    expect(read.lines.join('\n')).toContain('chưa đối chiếu với công đoàn cấp trên');
    expect(read.lines).toContain('TỔNG ĐIỂM');
    expect(read.lines).toContain('92,5');
  });

  it('stays well-formed with control characters, marks and brackets in the data', async () => {
    const data = signInData(1);
    const people = [{ name: 'A\u0001<b> & "c"\u0000\uD800', post: ']]>' }];
    const read = readDocx(await renderDocx(signInSheet({ ...data, groups: [{ name: 'Khoa <X>', people }] })));
    for (const xml of Object.values(read.parts)) expect(xmlFault(xml)).toBeNull();
    expect(read.lines).toContain('A<b> & "c"');
    expect(read.lines).toContain('Khoa <X>\t1 đại biểu');
  });
});

describe('list to sign for gifts as a Word file', () => {
  it('has its three signers side by side under the date, and no sums of pages', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => ({
      name: nameAt(at),
      birthYear: '1980',
      place: 'Khoa Nhi',
      placeShort: null,
      amount: 500_000,
      kind: null,
      note: null,
    }));
    const paper = signatureListPaper(
      {
        unit: awardDecisionData().unit,
        name: 'quà Tết 2027',
        note: null,
        groups: [{ name: null, lines }],
        orientation: 'portrait',
        amounts: 'cash',
        inWords: 'Sáu triệu đồng',
        preparer: 'Lê Hoàng Ngọc Yến',
        treasurer: 'Bùi Thị Quỳnh Uyển',
        signer: { authority: ['TM. Ban Chấp hành', 'Chủ tịch'], name: 'Hoàng Minh Tuệ' },
        date: '2027',
      },
      { paged: false },
    );
    const read = readDocx(await renderDocx(paper));
    for (const xml of Object.values(read.parts)) expect(xmlFault(xml)).toBeNull();
    const all = read.lines.join('\n');
    expect(all).not.toContain('Cộng trang');
    for (const word of ['NGƯỜI LẬP', 'THỦ QUỸ', 'CHỦ TỊCH', 'Bùi Thị Quỳnh Uyển', 'Hoàng Minh Tuệ'])
      expect(all).toContain(word);
    expect(all.indexOf('THỦ QUỸ')).toBeLessThan(all.indexOf('CHỦ TỊCH'));
  });
});
